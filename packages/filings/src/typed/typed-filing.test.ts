import type { Document, Filing, TypedForm, TypedPlaces, TypedRow } from '@guankao/domain';
import { rowFields } from '@guankao/domain';
import { describe, expect, test } from 'vitest';
import { readFiling } from '../read-filing.ts';

const empty: Omit<TypedRow, 'id'> = {
  marker: null,
  parent: null,
  name: '',
  type: '',
  period: '',
  approvedTotal: null,
  budgetedToDate: null,
  executedToDate: null,
  plannedWork: '',
  execution: '',
  goals: '',
  explanation: '',
};

/** The document of a typed form, its fields one after another: `documents` makes it so from a file. */
function typed(...rows: Partial<TypedRow>[]): Document {
  const form: TypedForm = {
    agency: '範例部',
    fiscalYear: 2025,
    printedUnit: 'thousand TWD',
    edition: null,
    rows: rows.map((row, at) => ({ ...empty, id: `x${at + 1}`, ...row })),
  };
  let text = '';
  const write = (words: string) => {
    const start = text.length;
    text += `${words}\n`;
    return { start, end: start + words.length };
  };
  const heads = {
    agency: write(form.agency),
    form: write('表'),
    fiscalYear: write('114年度'),
    moneyUnit: write('千元'),
  };
  const places = form.rows.map(
    (row) =>
      Object.fromEntries(
        rowFields.map((field) => [field, { title: write(field), value: write(String(row[field] ?? '')) }]),
      ) as TypedPlaces['rows'][number],
  );
  return {
    name: 'form.json',
    sha256: '',
    mediaType: 'application/json',
    pages: null,
    text,
    blocks: [],
    notices: [],
    typed: { form, heads, rows: places },
  };
}

const read = (...rows: Partial<TypedRow>[]): Filing => readFiling(typed(...rows));

describe('a typed row stays a row', () => {
  const names = [
    '海岸計畫',
    '海岸計畫（續）',
    '合計',
    '計畫名稱',
    '(1)分項計畫',
    '單位：新臺幣千元',
    '內政部主管',
    '中華民國113年度計畫',
    '小計',
    '（續）',
    '',
    '\t',
    '<table><tr><td>甲</td></tr></table>',
    '範例部',
    '重要社會發展、重大科技發展計畫執行情形及目標達成情形表',
    '1,234',
    '社會發展',
    '海岸計畫',
  ];
  const { plans, unread } = read(...names.map((name) => ({ name })));

  test('whatever its name, in its place, with its own id', () => {
    expect(plans.map(({ id, name }) => [id, name.value])).toEqual(names.map((name, at) => [`x${at + 1}`, name]));
    expect(plans.map(({ cells }) => cells?.name.text)).toEqual(names);
    expect(unread).toEqual([]);
  });

  test('with nothing in it at all', () => {
    expect(read({}, {}, {}).plans).toHaveLength(3);
  });

  test('and its texts are its own', () => {
    const [first, second] = read(
      { name: '海岸計畫', execution: '甲' },
      { name: '海岸計畫（續）', execution: '乙' },
    ).plans;
    expect([first?.execution, second?.execution].map((texts) => texts?.map(({ text }) => text))).toEqual([
      ['甲'],
      ['乙'],
    ]);
  });
});

describe('parents', () => {
  const parentsOf = (...rows: Partial<TypedRow>[]) => read(...rows).plans.map(({ parent }) => parent);

  test('as the numbers before the names say', () =>
    expect(parentsOf({ name: '甲計畫' }, { name: '(1)一' }, { name: '(2)二' }, { name: '乙計畫' })).toEqual([
      null,
      'x1',
      'x1',
      null,
    ]));
  test('as the record says, where it says so', () =>
    expect(parentsOf({ name: '甲計畫' }, { name: '乙計畫' }, { name: '分項', marker: '(1)', parent: 'x1' })).toEqual([
      null,
      null,
      'x1',
    ]));
  test('that are not in the form are none', () =>
    expect(parentsOf({ name: '分項', marker: '(1)', parent: 'elsewhere' })).toEqual([null]));
  test('and the name keeps the number that was typed into it; one that the record holds stands before it', () => {
    const [, typedNumber] = read({ name: '甲計畫' }, { name: '(1)分項' }).plans;
    const [, ownMarker] = read({ name: '甲計畫' }, { name: '分項', marker: '(1)' }).plans;
    expect([typedNumber?.name.value, typedNumber?.marker]).toEqual(['(1)分項', null]);
    expect([ownMarker?.name.value, ownMarker?.marker]).toEqual(['分項', '(1)']);
  });
});

describe('fields', () => {
  test('texts: each line an item with its number, mark-up as it was typed, places in the document', () => {
    const document = typed({ goals: '1. 完成<p>3</p>處 &nbsp;\r\n\n(1)甲\r乙', execution: '完成 \u3000 案' });
    const [plan] = readFiling(document).plans;
    expect(plan?.goals.map(({ marker, text }) => [marker, text])).toEqual([
      ['1.', '完成<p>3</p>處&nbsp;'],
      ['(1)', '甲'],
      [null, '乙'],
    ]);
    const [first] = plan?.goals ?? [];
    expect(first?.offsets.map((at) => document.text[at]).join('')).toBe(first?.text);
    expect(plan?.cells?.goals.text).toBe('1. 完成<p>3</p>處 &nbsp;\r\n\n(1)甲\r乙');
  });

  test('money in the printed unit, half up', () => {
    const [plan] = read({ approvedTotal: 9_000_499, budgetedToDate: 700_500, executedToDate: -500 }).plans;
    expect([plan?.approvedTotal, plan?.budgetedToDate, plan?.executedToDate].map((one) => one?.value)).toEqual([
      9000, 701, -1,
    ]);
  });

  test('a type and a period that cannot be read stay unread, with their text', () => {
    const document = typed({ type: '其他類', period: '依核定函' });
    const { plans, unread } = readFiling(document);
    expect([plans[0]?.type, plans[0]?.period]).toEqual([null, null]);
    expect(unread.map(({ start, end }) => document.text.slice(start, end))).toEqual(['其他類', '依核定函']);
    expect([plans[0]?.cells?.type.text, plans[0]?.cells?.period.text]).toEqual(['其他類', '依核定函']);
  });

  test('a period of years alone is concluded, one of months is said', () => {
    const [years, months] = read({ period: '112年至115年' }, { period: '112年1月至115年12月' }).plans;
    expect([years?.period?.basis, years?.period?.value]).toEqual(['inferred', { start: '2023-01', end: '2026-12' }]);
    expect(months?.period?.basis).toBe('said');
  });

  test('an empty name is pointed to by its title', () => {
    const document = typed({ goals: '甲' });
    const [span] = readFiling(document).plans[0]?.name.spans ?? [];
    expect(document.text.slice(span?.start, span?.end)).toBe('name');
  });
});
