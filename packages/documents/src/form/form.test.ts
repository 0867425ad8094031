import { Refusal, rowFields, type TypedForm, type TypedRow } from '@guankao/domain';
import { describe, expect, test } from 'vitest';
import { openDocument } from '../open.ts';
import { formFile, formMediaType } from './form-file.ts';
import { typedDocument } from './typed-document.ts';

const row: TypedRow = {
  id: '範例部-114-01',
  marker: null,
  parent: null,
  name: '海岸復育計畫',
  type: '社會發展',
  period: '112年1月至115年12月',
  approvedTotal: 9_000_499,
  budgetedToDate: 700_500,
  executedToDate: null,
  plannedWork: '1. 植生。\n2. 巡檢。',
  execution: '',
  goals: '完成\t3處 <b>',
  explanation: '\u200f完成。',
};
const form = (...rows: TypedRow[]): TypedForm => ({
  agency: '範例部',
  fiscalYear: 2025,
  printedUnit: 'thousand TWD',
  edition: 1,
  rows,
});

describe('a typed form', () => {
  test('is one file, whatever the order of its keys', () => {
    const turned = Object.fromEntries(Object.entries(row).toReversed()) as unknown as TypedRow;
    expect(formFile(form(turned))).toEqual(formFile(form(row)));
    expect(new TextDecoder().decode(formFile(form()))).toBe(
      '{"agency":"範例部","edition":1,"fiscalYear":2025,"printedUnit":"thousand TWD","rows":[],"schema":"guankao/form@1"}',
    );
  });

  test('stands in its document character for character, each field at its place', async () => {
    const { text, typed } = await typedDocument(form(row));
    const [places] = typed?.rows ?? [];
    const said = rowFields.map((field) => {
      const { start, end } = places?.[field].value ?? { start: 0, end: 0 };
      return text.slice(start, end);
    });
    expect(said).toEqual([
      row.name,
      row.type,
      row.period,
      '9,000',
      '701',
      '',
      row.plannedWork,
      '',
      row.goals,
      row.explanation,
    ]);
  });

  test('prints the marker before the name', async () => {
    const { text } = await typedDocument(form({ ...row, marker: '(1)' }));
    expect(text).toContain('計畫名稱\t(1)海岸復育計畫\n');
  });

  test('comes back from its file as the same document, with the hash of the file', async () => {
    const typed = await typedDocument(form(row, { ...row, id: 'b', parent: row.id }), 'form.json');
    expect(await openDocument({ name: 'form.json', bytes: formFile(typed.typed?.form ?? form()) })).toEqual(typed);
    expect([typed.mediaType, typed.sha256]).toEqual([formMediaType, expect.stringMatching(/^[0-9a-f]{64}$/)]);
  });

  test('with half a character is no file', () => {
    expect(() => formFile(form({ ...row, goals: '甲\ud800' }))).toThrow(RangeError);
  });
});

describe('a file that says it is a form and is none is refused by the place', () => {
  const valid = JSON.parse(new TextDecoder().decode(formFile(form(row)))) as Record<string, unknown>;
  const [first] = valid['rows'] as readonly Record<string, unknown>[];

  test.each<[string, unknown]>([
    ['schema', { ...valid, schema: 'guankao/form@2' }],
    ['fiscalYear', { ...valid, fiscalYear: 114 }],
    ['more', { ...valid, more: 1 }],
    ['rows/0/goals', { ...valid, rows: [{ ...first, goals: 3 }] }],
    ['rows/0/approvedTotal', { ...valid, rows: [{ ...first, approvedTotal: 1.5 }] }],
    ['rows/1/id', { ...valid, rows: [first, first] }],
    ['rows/1/id', { ...valid, rows: [{ ...first, id: '01' }, first] }],
    ['rows/0/parent', { ...valid, rows: [{ ...first, parent: 'nobody' }] }],
    ['rows/0/parent', { ...valid, rows: [{ ...first, parent: first?.['id'] }] }],
  ])('%s', async (place, content) => {
    const file = { name: 'form.json', bytes: new TextEncoder().encode(JSON.stringify(content)) };
    const refusal = await openDocument(file)
      .then(() => null)
      .catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal).toMatchObject({ id: 'not-a-form-file', status: 422 });
    expect((refusal as Refusal).message).toContain(`“${place}”`);
  });

  test('JSON', async () => {
    const bytes = new TextEncoder().encode('{"schema":"guankao/form@1",');
    await expect(openDocument({ name: 'form.json', bytes })).rejects.toMatchObject({ id: 'not-a-form-file' });
  });
});
