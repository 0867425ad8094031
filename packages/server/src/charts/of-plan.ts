import { planId, type PlanReading } from '@guankao/reading';
import type { FilingEdition } from '@guankao/store';
import { asPercent, executionRate, type OfPlan } from '@guankao/web';

export function ofPlan({ filing }: FilingEdition, plan: PlanReading): OfPlan & Record<string, string | number | null> {
  return { id: planId(filing.id, plan.id), name: plan.name, ministry: filing.agency, year: filing.fiscalYear };
}

/** R1, percent, two decimals; null where there is none. */
export function rateOf(budgeted: number | null, executed: number | null): number | null {
  const rate = executionRate({ budgetedToDate: budgeted, executedToDate: executed });
  return rate === null ? null : Number(asPercent(rate).replace('−', '-'));
}
