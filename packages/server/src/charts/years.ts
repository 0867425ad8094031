import { years, type YearsFact } from '@guankao/web';
import { ofPlan, rateOf } from './of-plan.ts';
import { rowsOfPlans } from './one-plan.ts';
import type { Source } from './served.ts';

export const yearsSource: Source<YearsFact> = {
  chart: years,
  usual: 'all',
  ofMinistry: true,
  of: (held) =>
    held.reading.plans.map((plan) => ({
      ...ofPlan(held, plan),
      line: '',
      years: 1,
      rate: rateOf(plan.budgetedToDate, plan.executedToDate),
      change: null,
    })),
  together: (facts) =>
    rowsOfPlans(facts, ({ year }) => (year === null ? null : `${year}`))
      .toSorted((a, b) => b.length - a.length)
      .flatMap(followed),
};

function followed(rows: readonly YearsFact[]): readonly YearsFact[] {
  const newest = rows.at(-1)?.id ?? '';
  return rows.map((row, at) => {
    const before = rows.slice(0, at).findLast(({ rate }) => rate !== null)?.rate ?? null;
    const change = row.rate === null || before === null ? null : Math.round((row.rate - before) * 100) / 100;
    return { ...row, line: newest, years: rows.length, change };
  });
}
