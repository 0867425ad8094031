import { describe, expect, test } from 'vitest';
import { whole, type Fraction } from './fraction.ts';
import {
  added,
  anything,
  atLeast,
  between,
  divided,
  exactly,
  intervalText,
  magnitude,
  meet,
  multiplied,
  subtracted,
} from './interval.ts';

const n = (value: number): Fraction => ({ of: BigInt(Math.round(value * 1000)), over: 1000n });
const from = (low: number, high: number, open = false): ReturnType<typeof between> => between(n(low), n(high), open);

test.each([
  ['touching ends that are both in', from(1, 2), from(2, 3), true],
  ['touching ends, one left out', from(1, 2, true), from(2, 3), false],
  ['apart', from(1, 2), from(2.1, 3), false],
  ['one inside the other', from(1, 9), exactly(whole(4)), true],
  ['nothing bounds it above', atLeast(whole(30)), exactly(whole(1000)), true],
  ['below what is at least', atLeast(whole(30)), exactly(whole(29)), false],
])('%s', (_, a, b, together) => {
  expect(meet(a, b)).toBe(together);
  expect(meet(b, a)).toBe(together);
});

describe('arithmetic', () => {
  test.each([
    ['sum', added(from(1, 2), from(10, 20, true)), '[11, 22)'],
    ['difference', subtracted(from(10, 20), from(1, 2)), '[8, 19]'],
    ['product', multiplied(from(1, 2), from(10, 20)), '[10, 40]'],
    ['quotient', divided(from(10, 20), from(2, 4)), '[2.5, 10]'],
    ['by something that may be nought', divided(from(1, 2), from(0, 4)), '(∞, ∞)'],
    ['by something unbounded', divided(from(10, 20), atLeast(whole(4))), '[0, 5]'],
    ['with what is not said', added(from(1, 2), anything), '(∞, ∞)'],
    ['a distance', magnitude(subtracted(from(1, 2), from(4, 5))), '[2, 4]'],
    ['a distance that may be nought', magnitude(from(-1, 3)), '[0, 3]'],
  ])('%s', (_, interval, text) => expect(intervalText(interval)).toBe(text));
});
