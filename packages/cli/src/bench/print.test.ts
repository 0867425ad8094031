import { expect, test } from 'vitest';
import { holdsAtPrint, type Used } from './print.ts';

const used = (value: number, step = 1, more: Partial<Used> = {}): Used => ({
  value,
  step,
  percent: false,
  column: false,
  ...more,
});
const rate = (value: number, step = 1): Used => used(value, step, { percent: true });

test('figures that were rounded each on its own may differ by a last place', () => {
  expect(holdsAtPrint('46.5-41.8', [used(46.5, 0.1), used(41.8, 0.1)], used(4.6, 0.1), 1)).toBe(true);
  expect(holdsAtPrint('46.5-41.8', [used(46.5, 0.1), used(41.8, 0.1)], used(4.2, 0.1), 1)).toBe(false);
  expect(holdsAtPrint('44-41', [rate(44), rate(41)], rate(4), 1)).toBe(true);
});

test('counts are what they are', () => {
  expect(holdsAtPrint('1108/1250', [used(1108), used(1250)], rate(88.64, 0.01), 0.01)).toBe(true);
  expect(holdsAtPrint('1109/1250', [used(1109), used(1250)], rate(88.64, 0.01), 0.01)).toBe(false);
});

test('a figure that stands twice in an expression is one figure', () => {
  const operands = [used(2_450_000, 10_000), used(1_800_000, 10_000)];
  expect(holdsAtPrint('(2450000-1800000)/1800000', operands, rate(35), 0.01)).toBe(true);
  expect(
    holdsAtPrint('(2460000-1800000)/1800000', [used(2_460_000, 10_000), operands[1] ?? used(1)], rate(34), 0.01),
  ).toBe(false);
});

test('cells of money columns were rounded to their unit', () => {
  const cells = [used(116_289, 1, { column: true }), used(70_944, 1, { column: true })];
  expect(holdsAtPrint('116289+70944', cells, used(187_232, 1, { column: true }), 1)).toBe(true);
  expect(holdsAtPrint('116299+70944', cells, used(187_232, 1, { column: true }), 1)).toBe(false);
});
