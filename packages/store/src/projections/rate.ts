import type { PlanReading } from '@guankao/reading';

/** R1, 累計執行數 ÷ 已編列預算數 (this share, to date), unrounded; null where either is missing or nothing was budgeted. */
export function rateOf({ budgetedToDate, executedToDate }: PlanReading): number | null {
  if (budgetedToDate === null || executedToDate === null || budgetedToDate === 0) return null;
  return executedToDate / budgetedToDate;
}
