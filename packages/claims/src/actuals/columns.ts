import type { PlanRow } from '@guankao/domain';
import type { Outcome } from '../indicators.ts';
import { executionRate } from '../words/labels.ts';
import { rates } from '../weights.ts';

/**
 * 累計執行率達90% is told as 96%, and the row's own columns come to 86%: which of them counts is not settled. Rates of another
 * base (分配數, 可支用預算, 本年度) are not in the columns and stand.
 */
export function againstColumns(outcome: Outcome, { budgetedToDate, executedToDate }: PlanRow): Outcome {
  const { target, met, compared } = outcome;
  const [budgeted, executed] = [budgetedToDate?.value ?? null, executedToDate?.value ?? null];
  if (met !== true || compared === undefined || target.figure?.kind !== 'percent' || target.comparator === '<=')
    return outcome;
  if (budgeted === null || executed === null || budgeted <= 0 || !executionRate.test(target.label)) return outcome;
  const rate = (100 * executed) / budgeted;
  if (rate >= compared.target || Math.abs(rate - compared.actual) < rates.columns) return outcome;
  return { ...outcome, met: null, contested: true, reason: `the columns come to ${rate.toPrecision(3)}%` };
}
