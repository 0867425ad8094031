import { describe, expect, test } from 'vitest';
import { example } from '../example/example-filing.ts';
import { rules } from '../catalogue.ts';
import { check } from './check-filing.ts';
import { isWayProven, leastBound, lowerBound, measured, measureOf, measureOfAll, type Measured } from './measured.ts';

describe('the one-sided 95 % lower bound', () => {
  // Clopper and Pearson's tables; with none wrong it is 0.05 to the power of one over n.
  test.each([
    [99, 0, 0.9702],
    [1, 0, 0.05],
    [10, 0, 0.7411],
    [9, 1, 0.6058],
    [95, 5, 0.8977],
    [0, 3, 0],
    [0, 0, 0],
  ])('%d right, %d wrong: %f', (right, wrong, bound) => {
    expect(lowerBound({ right, wrong })).toBeCloseTo(bound, 3);
  });
});

const tallies = (rules: Measured['now']['rules']): Measured => ({
  ...measured,
  now: { pools: ['p'], rules, ways: {} },
});

describe('what a rule has earned', () => {
  test('with none wrong it shares the bound of all', () => {
    expect(measureOf('new', tallies({ a: { right: 99, wrong: 0 } })).earned).toBe(true);
    expect(measureOf('new', tallies({ a: { right: 98, wrong: 0 } })).earned).toBe(false);
  });

  test('with one wrong it has to hold the bound by itself, and takes nothing from the others', () => {
    const file = tallies({ a: { right: 120, wrong: 0 }, b: { right: 40, wrong: 1 }, c: { right: 200, wrong: 1 } });
    expect(['a', 'b', 'c'].map((rule) => measureOf(rule, file).earned)).toEqual([true, false, true]);
  });

  test('is worked out once: every check of a row asks it of every rule', () => {
    const file = tallies({ a: { right: 120, wrong: 0 } });
    expect(measureOf('a', file)).toBe(measureOf('a', file));
    expect(measureOf('a', tallies({ a: { right: 1, wrong: 1 } })).earned).toBe(false);
  });
});

test('what is told beside a rule is what was measured', () => {
  const { unseen, now } = measureOfAll();
  expect(unseen.right + unseen.wrong).toBeGreaterThan(100);
  expect(now.bound).toBeGreaterThanOrEqual(leastBound);
});

test('a rule that has not earned it says warning, and says why', () => {
  const parts = rules.filter(({ meta }) => meta.id === 'parts-mismatch');
  const row = example({ plans: [{ execution: ['甲區12件、乙區30件，合計45件。'] }] });
  const told = (file: Measured) => check(row, { rules: parts, measured: file }).findings;
  expect(told(measured)).toMatchObject([{ severity: 'error' }]);
  expect(told(measured)[0]).not.toHaveProperty('unearned');
  const [finding] = told(tallies({ 'parts-mismatch': { right: 30, wrong: 1 } }));
  expect(finding).toMatchObject({ severity: 'warning', unearned: true });
  expect(finding?.message['zh-Hant']).toContain('尚未證實');
});

test('a way to read that few authors bore out says warning, and says why', () => {
  const of = (authors: number, wrong = 0): Measured => ({
    ...measured,
    now: { ...measured.now, ways: { 'parts-mismatch': { 'parts-before-the-whole': { right: 9, wrong, authors } } } },
  });
  expect([
    isWayProven('parts-mismatch', 'parts-before-the-whole', of(3)),
    isWayProven('parts-mismatch', 'new', of(3)),
  ]).toEqual([true, false]);
  expect(isWayProven('parts-mismatch', 'parts-before-the-whole', of(7, 1))).toBe(false);
  const parts = rules.filter(({ meta }) => meta.id === 'parts-mismatch');
  const row = example({ plans: [{ execution: ['甲區12件、乙區30件，合計45件。'] }] });
  const told = (file: Measured) => check(row, { rules: parts, measured: file }).findings;
  expect(told(of(3))).toMatchObject([{ severity: 'error' }]);
  const [finding] = told(of(2));
  expect(finding).toMatchObject({ severity: 'warning', unearned: true });
  expect(finding?.message['zh-Hant']).toContain('這種讀法');
});
