import { expect, test } from 'vitest';
import { HiddenColumns } from './hidden-columns.ts';

test('columns are hidden by stretches that touch, overlap and stand apart', () => {
  const hidden = new HiddenColumns();
  hidden.add(7, 9);
  hidden.add(2, 3);
  hidden.add(4, 4);
  hidden.add(3, 3);
  hidden.add(12, 11);
  hidden.add(Number.NaN, 5);
  const shown = Array.from({ length: 13 }, (_, column) => column).filter((column) => !hidden.has(column));
  expect(shown).toEqual([0, 1, 5, 6, 10, 11, 12]);
  hidden.add(0, 1e300);
  expect(hidden.has(11)).toBe(true);
});
