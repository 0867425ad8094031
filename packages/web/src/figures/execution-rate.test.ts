import { describe, expect, test } from 'vitest';
import { asPercent, executionRate } from './execution-rate.ts';

const percent = (executed: number, budgeted: number): string => {
  const rate = executionRate({ executedToDate: executed, budgetedToDate: budgeted });
  if (rate === null) throw new Error('no rate');
  return asPercent(rate);
};

describe('R1', () => {
  test.each([
    [1, 3, '33.33'],
    [2, 3, '66.67'],
    [0, 7, '0.00'],
    [7, 7, '100.00'],
    [12, 10, '120.00'],
    [1, 20_000, '0.01'],
    [9_999_999, 10_000_000, '100.00'],
  ])('%i of %i is %s %', (executed, budgeted, printed) => expect(percent(executed, budgeted)).toBe(printed));

  test('a half goes up, although 1.005 is a little less in binary', () => expect(percent(201, 20_000)).toBe('1.01'));
  test('a negative execution keeps its sign', () => expect(percent(-1, 4)).toBe('−25.00'));
});

describe('no rate', () => {
  test.each([
    [null, 5],
    [5, null],
    [5, 0],
  ])('executed %s of budgeted %s', (executedToDate, budgetedToDate) =>
    expect(executionRate({ executedToDate, budgetedToDate })).toBeNull(),
  );
});
