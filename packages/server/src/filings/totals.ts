import type { PlanSummary } from '@guankao/reading';
import type { FilingTotals } from '@guankao/web';

/**
 * Sums of one scope, this share to date, over rows that are nobody’s sub-plan: a parent’s figures hold its parts’.
 * Where the parent prints none, its parts stand in for it. Rows that lack one of the two figures are counted, not guessed.
 */
export function totalsOf(plans: readonly PlanSummary[]): FilingTotals {
  return sumOf(countedRows(plans));
}

/** Of a filing the rows that are added up: each amount once. */
export function countedRows<Row extends PlanSummary>(plans: readonly Row[]): readonly Row[] {
  return plans
    .filter((plan) => plan.parent === null)
    .flatMap((plan) => (isComplete(plan) ? [plan] : partsOf(plan, plans)));
}

/** Of rows that may be added up. */
export function sumOf(counted: readonly PlanSummary[]): FilingTotals {
  const complete = counted.filter(isComplete);
  return {
    budgetedToDate: complete.reduce((sum, plan) => sum + plan.budgetedToDate, 0),
    executedToDate: complete.reduce((sum, plan) => sum + plan.executedToDate, 0),
    rows: complete.length,
    without: counted.length - complete.length,
  };
}

type Complete = PlanSummary & { readonly budgetedToDate: number; readonly executedToDate: number };

function isComplete(plan: PlanSummary): plan is Complete {
  return plan.budgetedToDate !== null && plan.executedToDate !== null;
}

function partsOf<Row extends PlanSummary>(plan: Row, plans: readonly Row[]): readonly Row[] {
  const parts = plans.filter((each) => each.parent === plan.id);
  return parts.length === 0 ? [plan] : parts;
}
