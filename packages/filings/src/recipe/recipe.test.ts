import { describe, expect, test } from 'vitest';
import type { Document } from '@guankao/domain';
import { readFiling } from '../read-filing.ts';
import { anchorOf, applyRecipe } from './apply-recipe.ts';
import { emptyRecipe, parseRecipe, type RecipeStep } from './recipe.ts';

/** One wide table, as a typed form makes it. */
function documentOf(rows: readonly (readonly string[])[]): Document {
  const heads = [
    '範例部',
    '重要社會發展、重大科技發展計畫執行情形及目標達成情形表',
    '中華民國113年度',
    '單位：新臺幣千元',
  ];
  const headings = [
    '計畫名稱',
    '計畫類型',
    '計畫期程',
    '計畫核定總經費',
    '截至本年度已編列預算數',
    '截至本年底止累計執行數',
    '本年度預定工作摘要',
    '本年度執行情形說明',
    '績效目標及本年度目標值',
    '年度績效目標已達成或未達成之說明',
  ];
  let text = '';
  const put = (part: string) => {
    const start = text.length;
    text += part;
    return { start, end: text.length };
  };
  const line = (part: string) => {
    const span = put(part);
    put('\n');
    return { kind: 'paragraph' as const, span };
  };
  const paragraphs = heads.map(line);
  const start = text.length;
  const table = [headings, ...rows].map((cells) => {
    const begin = text.length;
    const built = cells.map((cell, column) => {
      if (column > 0) put('\t');
      return { column, columnSpan: 1, rowSpan: 1, span: put(cell) };
    });
    const span = { start: begin, end: text.length };
    put('\n');
    return { span, cells: built };
  });
  return {
    name: 'form',
    sha256: 'a'.repeat(64),
    mediaType: 'text/plain',
    pages: null,
    text,
    blocks: [...paragraphs, { kind: 'table', span: { start, end: text.length }, rows: table }],
    notices: [],
  };
}

const row = (name: string, more: Partial<Record<'period' | 'budgeted' | 'execution' | 'goals', string>> = {}) => [
  name,
  '社會發展',
  more.period ?? '113年1月至115年12月',
  '9,000',
  more.budgeted ?? '700',
  '650',
  '辦理。',
  more.execution ?? '完成甲。',
  more.goals ?? '完成1案。',
  '完成1案。',
];

const document = documentOf([
  row('步道整建計畫', { execution: '完成步道。完成海岸植生。' }),
  row('海岸復育計畫', { period: '113年月至115年12月', execution: '' }),
]);
const filing = readFiling(document);
const [path, coast] = filing.plans.map(anchorOf);
const replay = (...steps: RecipeStep[]) =>
  applyRecipe(document, filing, { ...emptyRecipe(document.sha256, filing.layout), steps });
const texts = ({ filing: { plans } }: ReturnType<typeof replay>, at: number) =>
  plans[at]?.execution.map(({ text }) => text);

describe('a recipe', () => {
  const cut = document.text.indexOf('完成海岸植生');

  test('splits a text and moves the second part to the row that it belongs to', () => {
    const replayed = replay(
      { do: 'split', at: cut },
      { do: 'move', start: cut, end: cut + 7, row: coast ?? 0, column: 'execution' },
    );
    expect([texts(replayed, 0), texts(replayed, 1), replayed.idle]).toEqual([['完成步道。'], ['完成海岸植生。'], []]);
    const moved = replayed.filing.plans[1]?.execution[0];
    expect(document.text.slice(moved?.spans[0]?.start, moved?.spans[0]?.end)).toBe('完成海岸植生。');
    expect(replayed.filing.plans[1]?.join.confidence).toBe(1);
  });

  test('corrects a field; the printed words stay beside it', () => {
    const { filing: mended, idle } = replay(
      { do: 'correct', row: coast ?? 0, field: 'period', value: '113年3月至115年12月' },
      { do: 'correct', row: path ?? 0, field: 'budgetedToDate', value: '1,700' },
    );
    expect(idle).toEqual([]);
    expect(mended.plans[1]?.period).toMatchObject({
      value: { start: '2024-03', end: '2026-12' },
      text: '113年月至115年12月',
      basis: 'inferred',
      by: 'recipe',
    });
    expect(mended.plans[0]?.budgetedToDate).toMatchObject({ value: 1700, text: '700' });
  });

  test('merges a row that is the rest of another, and names agencies', () => {
    const { filing: mended } = replay(
      { do: 'merge', row: path ?? 0, rest: coast ?? 0 },
      { do: 'agency', row: path ?? 0, name: '範例署' },
      { do: 'agency', row: null, name: '另一部' },
    );
    expect(mended.plans).toHaveLength(1);
    expect(mended.plans[0]?.executingAgency?.value).toBe('範例署');
    expect(mended.agency?.value).toBe('另一部');
  });

  test('steps that find nothing to do are named, and the reading stays as it was', () => {
    const replayed = replay(
      { do: 'split', at: 999_999 },
      { do: 'correct', row: 12_345, field: 'name', value: '甲' },
      { do: 'correct', row: path ?? 0, field: 'budgetedToDate', value: '很多' },
    );
    expect(replayed).toEqual({ filing, idle: [0, 1, 2] });
  });

  test('of another file is not replayed', () => {
    const step = { do: 'agency', row: null, name: '另一部' } as const;
    expect(applyRecipe(document, filing, { ...emptyRecipe('b'.repeat(64), null), steps: [step] })).toEqual({
      filing,
      idle: [0],
    });
  });
});

describe('a recipe from outside', () => {
  test('that was exported comes back the same', () => {
    const recipe = {
      ...emptyRecipe('a'.repeat(64), 'execution-and-goals'),
      steps: [{ do: 'agency', row: null, name: '範例署' }],
    };
    expect(parseRecipe(JSON.stringify(recipe))).toEqual(recipe);
  });

  test.each([
    '',
    '{}',
    '[]',
    'null',
    '{"schema":"guankao/recipe@1","sha256":"a","steps":[{"do":"erase"}]}',
    '{"schema":"guankao/recipe@1","sha256":"a","steps":[{"do":"split","at":-1}]}',
  ])('that is %j is refused', (text) => {
    expect(() => parseRecipe(text)).toThrow(expect.objectContaining({ id: 'not-a-recipe' }));
  });
});
