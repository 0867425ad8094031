import fc from 'fast-check';
import { expect, test } from 'vitest';
import { identityGap, moneyComponents, type YearMoney } from '../row/money.ts';
import { apportion, leftOf, type Ratio } from './apportion.ts';

const amount = fc.integer({ min: 0, max: 5_000_000_000 });
const amounts = fc.tuple(
  amount,
  fc.integer({ min: -1_000_000, max: 1_000_000 }),
  amount,
  amount,
  amount,
  amount,
  amount,
);

/** Money that adds up: what is left of the available funds lapsed, or the budget is as large as what became of it. */
const money = amounts.map(([budget, cut, carriedIn, realised, payable, carriedOver, prepaid]): YearMoney => {
  const spent = realised + payable + carriedOver;
  const supplementary = cut < -budget ? 0 : cut;
  const lapsed = budget + supplementary + carriedIn - spent;
  const short = lapsed < 0 ? -lapsed : 0;
  return {
    budget: budget + short,
    supplementary,
    carriedIn,
    realised,
    payable,
    carriedOver,
    lapsed: lapsed + short,
    prepaid,
  };
});
const weights = fc.array(fc.integer({ min: 1, max: 1_000_003 }), { minLength: 1, maxLength: 12 });

/** Some shares of an account, and what no plan takes. */
function ratiosOf(parts: readonly number[], unassigned: number): readonly Ratio[] {
  const all = BigInt(parts.reduce((sum, part) => sum + part, unassigned));
  const ratios = parts.map((part) => ({ numerator: BigInt(part), denominator: all }));
  return [...ratios, leftOf(ratios)];
}

test('0 dollars lost, each part adds up, no amount further than a dollar from its exact one: 500 seeds', () => {
  fc.assert(
    fc.property(money, weights, fc.integer({ min: 0, max: 1_000_000 }), (whole, parts, unassigned) => {
      const ratios = ratiosOf(parts, unassigned);
      const parted = apportion(whole, ratios);
      for (const component of moneyComponents) {
        expect(parted.reduce((sum, one) => sum + one[component], 0)).toBe(whole[component]);
        for (const [at, one] of parted.entries()) {
          const { numerator, denominator } = ratios[at] ?? { numerator: 0n, denominator: 1n };
          const off = BigInt(one[component]) * denominator - BigInt(whole[component]) * numerator;
          expect(off < denominator && off > -denominator, component).toBe(true);
        }
      }
      expect(parted.map(identityGap)).toEqual(parted.map(() => 0));
    }),
    { numRuns: 500, seed: 20261129 },
  );
});

test('dollars go to the largest remainders; of like ones to the first', () => {
  const third = { numerator: 1n, denominator: 3n };
  const hundred = { budget: 100, supplementary: 0, carriedIn: 0, realised: 100, payable: 0, carriedOver: 0, lapsed: 0 };
  const parted = apportion({ ...hundred, prepaid: 0 }, [third, third, third]);
  expect(parted.map(({ budget }) => budget)).toEqual([34, 33, 33]);
  expect(parted.map(({ realised }) => realised)).toEqual([34, 33, 33]);
  const skew = [2n, 5n, 4n].map((numerator) => ({ numerator, denominator: 11n }));
  // 18.18, 45.45, 36.36
  expect(apportion({ ...hundred, prepaid: 0 }, skew).map(({ budget }) => budget)).toEqual([18, 46, 36]);
});

test('ratios that are not the whole are refused', () => {
  const half = { numerator: 1n, denominator: 2n };
  expect(() => apportion({ ...zero, budget: 10 }, [half])).toThrow(RangeError);
});

const zero = Object.fromEntries(moneyComponents.map((component) => [component, 0])) as YearMoney;
