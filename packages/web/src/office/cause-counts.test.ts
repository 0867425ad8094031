import { expect, test } from 'vitest';
import type { RowCauses, RowRecord } from '@guankao/workflow';
import { countCauses } from './cause-counts.ts';

const row = (id: string, agency: string, fiscalYear: number, state = 'drafting') =>
  ({ id, agency, fiscalYear, state, moved: null }) as unknown as RowRecord;
const causes = (of: string, ...codes: readonly string[]) =>
  ({ row: of, causes: codes.map((code) => ({ code })) }) as unknown as RowCauses;

const rows = [row('a', 'bureau', 2025), row('b', 'bureau', 2025), row('c', 'office', 2025), row('d', 'bureau', 2024)];

test('rows are counted once for each cause, by agency and year; what nobody confirmed is told', () => {
  const { agencies, counts } = countCauses(
    [
      causes('a', 'weather', 'design-changed', 'weather'),
      causes('b', 'weather'),
      causes('d'),
      causes('gone', 'weather'),
    ],
    rows,
  );
  expect(agencies).toEqual([
    { year: 2025, agency: 'bureau', rows: 2, without: 0 },
    { year: 2025, agency: 'office', rows: 1, without: 1 },
    { year: 2024, agency: 'bureau', rows: 1, without: 1 },
  ]);
  expect(counts.map(({ year, agency, code, having }) => [year, agency, code, having]).toSorted()).toEqual([
    [2025, 'bureau', 'design-changed', ['a']],
    [2025, 'bureau', 'weather', ['a', 'b']],
  ]);
});

test('of nothing nothing', () => {
  expect(countCauses([], [])).toEqual({ agencies: [], counts: [] });
});
