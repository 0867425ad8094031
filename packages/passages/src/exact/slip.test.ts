import { expect, test } from 'vitest';
import type { Fraction } from './fraction.ts';
import { slipBetween } from './slip.ts';

const n = (value: number): Fraction => ({ of: BigInt(Math.round(value * 100)), over: 100n });

test.each([
  [356_000_000, 365_000_000, 'transposed'],
  [85, 58, 'transposed'],
  [59, 95, 'transposed'],
  [25, 256, 'lost-digit'],
  [1234, 124, 'lost-digit'],
  [12_000, 1_200, 'power'],
  [4_305_000, 4_305, 'power'],
  [35.97, 35.79, 'transposed'],
  [47, 43, 'another-digit'],
  [120, 150, 'another-digit'],
  [120, 385, null],
  [1234, 4321, null],
  [30, 30, null],
  [0, 5, null],
])('%d and %d: %s', (a, b, slip) => {
  expect(slipBetween(n(a), n(b))).toBe(slip);
  expect(slipBetween(n(b), n(a))).toBe(slip);
});
