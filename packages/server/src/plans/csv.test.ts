import { expect, test } from 'vitest';
import { smallFiling } from '../fixtures/small-filing.ts';
import { plansCsv } from './csv.ts';
import { presentRows } from './presenter.ts';

const lines = presentRows('範例部-113', smallFiling().reading);

function rowsOf(csv: string): string[][] {
  return csv
    .slice(1)
    .trimEnd()
    .split('\r\n')
    .map((row) => row.split(','));
}

test('a row for each plan, of as many cells as the head', () => {
  const rows = rowsOf(plansCsv(lines, 'en'));
  expect(rows).toHaveLength(5);
  expect(new Set(rows.map((row) => row.length)).size).toBe(1);
});

test('figures are bare and a rate that is none is empty', () => {
  const [head, first, , third] = rowsOf(plansCsv(lines, 'en'));
  const at = (row: string[] | undefined, name: string): string | undefined =>
    row?.[head?.findIndex((each) => each.startsWith(name)) ?? -1];
  expect([at(first, 'budgeted'), at(first, 'rate'), at(third, 'rate')]).toEqual(['193020', '35.97', '']);
});

test.each([
  ['=1+1', "'=1+1"],
  ['@name', "'@name"],
  ['-1', '-1'],
  ['a,"b"', '"a,""b"""'],
  ['two\nlines', '"two\nlines"'],
])('the name %j is written %j', (name, written) => {
  const [line] = lines;
  if (line === undefined) throw new Error('no line');
  expect(plansCsv([{ ...line, row: { ...line.row, name } }], 'zh-Hant')).toContain(`,${written},`);
});
