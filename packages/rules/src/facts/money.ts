import type { MoneyColumn, PlanRow, Span } from '@guankao/domain';
import { dividedBy, times, whole, written } from '@guankao/passages';

export const grouped = (amount: number): string => amount.toLocaleString('en-US');

/** The printed places of a row's amounts. */
export const moneySpans = (plan: PlanRow, ...columns: readonly MoneyColumn[]): readonly Span[] =>
  columns.flatMap((column) => plan[column]?.spans.slice(0, 1) ?? []);

/** `35.97`, or a dash where there is nothing to divide by: never 0 and never 100. */
export const percentOf = (part: number, all: number): string =>
  all === 0 ? '—' : written(times(dividedBy(whole(part), whole(all)), whole(100)));

/** Executed over budgeted, both to date, in percent numbers; null where it cannot be had. For comparing with a bound only. */
export function executionRate({ budgetedToDate, executedToDate }: PlanRow): number | null {
  if (budgetedToDate === null || executedToDate === null || budgetedToDate.value === 0) return null;
  return (executedToDate.value * 100) / budgetedToDate.value;
}
