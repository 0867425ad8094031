import { median } from 'd3-array';
import { rates, type RatesFact } from '@guankao/web';
import { ofPlan, rateOf } from './of-plan.ts';
import type { Source } from './served.ts';

const order: readonly (string | null)[] = ['社會發展', '科技發展', '公共建設', null];

export const ratesSource: Source<RatesFact> = {
  chart: rates,
  usual: 'year',
  of: (held) =>
    held.reading.plans.map((plan) => ({
      ...ofPlan(held, plan),
      type: plan.type,
      rate: rateOf(plan.budgetedToDate, plan.executedToDate),
      median: null,
    })),
  together: (facts) => {
    const types = Map.groupBy(facts, ({ type }) => type);
    return [...types]
      .toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))
      .flatMap(([, members]) => {
        const middle = median(members.flatMap(({ rate }) => rate ?? [])) ?? null;
        return members
          .map((fact) => ({ ...fact, median: middle === null ? null : Math.round(middle * 100) / 100 }))
          .toSorted((a, b) => (a.rate ?? Infinity) - (b.rate ?? Infinity));
      });
  },
};
