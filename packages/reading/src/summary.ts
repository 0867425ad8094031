import type { Amount } from '@guankao/domain';
import type { IndicatorReading, PlanReading } from './contract.ts';

const fields = [
  'id',
  'name',
  'marker',
  'parent',
  'type',
  'period',
  'approvedTotal',
  'budgetedToDate',
  'executedToDate',
  'statedVerdict',
  'verdict',
] as const;

/** A plan's row as lists show it: without its texts and without places. Every PlanReading is one. */
export type PlanSummary = Pick<PlanReading, (typeof fields)[number] | 'yearMoneyMissing' | 'withheld'> & {
  readonly indicators: readonly Pick<IndicatorReading, 'met'>[];
  readonly amounts: readonly Pick<Amount, 'column' | 'value'>[];
};

export function summaryOf(plan: PlanReading): PlanSummary {
  return {
    ...(Object.fromEntries(fields.map((field) => [field, plan[field]])) as Pick<PlanReading, (typeof fields)[number]>),
    indicators: plan.indicators.map(({ met }) => ({ met })),
    amounts: plan.amounts.map(({ column, value }) => ({ column, value })),
    ...(plan.yearMoneyMissing === true ? { yearMoneyMissing: true } : {}),
    ...(plan.withheld === undefined ? {} : { withheld: plan.withheld }),
  };
}
