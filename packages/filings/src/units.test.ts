import { expect, test } from 'vitest';
import { scaled, unitUnder, type Units } from './units.ts';

const thousands: Units = { moneyUnit: null, printed: 1000, target: 1000, inCells: false };

test('a heading’s own unit stands over that of the filing', () => {
  expect(unitUnder('計畫核定總經費（萬元）', thousands)).toBe(10_000);
  expect(unitUnder('計畫核定總經費', thousands)).toBe(1000);
});

test('figures are given in the unit of the reading', () => {
  expect(scaled(30_000, 10_000, thousands)).toBe(300_000);
  expect(scaled(300, 1_000_000, thousands)).toBe(300_000);
  expect(scaled(1_234, 1000, { ...thousands, target: 1 })).toBe(1_234_000);
});
