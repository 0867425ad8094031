import type { PlanReading, Reading } from '@guankao/reading';
import type { SourcedAmount, SourcePlan } from './source-plan.ts';

/** Another filing of the same form as a source: last year's, or the unit budget's rows. */
export function plansInReading(reading: Reading): readonly SourcePlan[] {
  const factor = reading.filing.moneyUnit === 'TWD' ? 1n : 1000n;
  const rocYear = reading.filing.fiscalYear === null ? null : reading.filing.fiscalYear - 1911;
  return reading.plans.map((row) => ({
    name: row.name,
    agency: row.executingAgency?.value ?? reading.filing.agency,
    ministry: reading.filing.agency,
    total: amountOf(row, 'approvedTotal', factor),
    budgeted: amountOf(row, 'budgetedToDate', factor),
    budgetedYears: rocYear === null ? null : { from: null, to: rocYear },
    instalment: null,
    text: row.name,
    span: row.origins['name']?.spans[0] ?? { start: 0, end: 0 },
  }));
}

/** A row's printed money in TWD; null where nothing is printed. */
export function amountOf(
  row: PlanReading,
  field: 'approvedTotal' | 'budgetedToDate' | 'executedToDate',
  factor: bigint,
): SourcedAmount | null {
  const value = row[field];
  const origin = row.origins[field];
  const span = origin?.spans[0];
  if (value === null || origin === undefined || span === undefined) return null;
  return { twd: BigInt(value) * factor, text: origin.text, span };
}
