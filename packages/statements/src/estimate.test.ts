import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { around, exactly, meet, scaledBy, whole, type Fraction, type Interval } from '@guankao/passages';
import { isFarFrom } from './estimate.ts';
import { just, rangeOf, saidByWords, type Expression, type Operand } from './expression.ts';

const fraction = fc
  .tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.constantFrom(1n, 7n, 10n, 100n, 10n ** 6n))
  .map(([of, over]): Fraction => ({ of, over }));
const interval = fc.oneof(
  fraction.map(exactly),
  fc.tuple(fraction, fc.constantFrom(1, 1000, 100_000_000)).map(([at, step]) => around(at, whole(step))),
  fraction.map((at): Interval => ({ low: { at, open: true }, high: null })),
);
const operand = interval.map((of): Operand => ({ ...saidByWords('', 0), interval: of }));
const { expression } = fc.letrec<{ expression: Expression; parts: Expression[] }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 3 },
    operand.map(just),
    fc.record({
      work: fc.constantFrom('sum', 'difference', 'product', 'quotient', 'growth', 'decline'),
      parts: tie('parts'),
    }),
  ),
  parts: fc.array(tie('expression'), { minLength: 1, maxLength: 4 }),
}));

test('what is called far misses the claim when it is worked out exactly', () => {
  fc.assert(
    fc.property(expression, fc.constantFrom(1, 100), interval, (of, scale, stated) => {
      if (isFarFrom(of, scale, stated)) expect(meet(scaledBy(rangeOf(of), scale), stated)).toBe(false);
    }),
    { numRuns: 3000, seed: 20261129 },
  );
});

test('a claim within its own rounding is never far, however large the figures are', () => {
  fc.assert(
    fc.property(fraction, fc.array(fraction, { minLength: 1, maxLength: 6 }), (first, rest) => {
      const parts = [first, ...rest].map((value) => just({ ...saidByWords('', 0), interval: exactly(value) }));
      const sum: Expression = { work: 'sum', parts };
      expect(isFarFrom(sum, 1, rangeOf(sum))).toBe(false);
      const less: Expression = { work: 'difference', parts };
      expect(isFarFrom(less, 1, rangeOf(less))).toBe(false);
    }),
    { numRuns: 1000, seed: 20261129 },
  );
});

test('a claim that misses by far is called so', () => {
  const [a, b] = [120, 150].map((value) => just(saidByWords('', value)));
  const share: Expression = { work: 'quotient', parts: [a, b] as Expression[] };
  expect(isFarFrom(share, 100, exactly(whole(80)))).toBe(false);
  expect(isFarFrom(share, 100, exactly(whole(81)))).toBe(true);
});
