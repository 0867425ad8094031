import { comparePlans, type Comparison } from '@guankao/comparison';
import type { SourceFile } from '@guankao/documents';
import type { RowRecord, YearRecord } from '@guankao/workflow';
import { plansOfSource } from '../settle/source-plans.ts';
import { yearForm } from './year-form.ts';

export interface AgainstBudget {
  /** Its rows are those of the form as a reading: `rows` says which row of the year each is. */
  readonly comparison: Comparison;
  readonly rows: Readonly<Record<string, string>>;
}

/** A year's form as it stands, held against what a budget book, or another filing, says of the same plans. */
export async function againstBudget(
  ministryName: string,
  year: YearRecord,
  rows: readonly RowRecord[],
  file: SourceFile,
): Promise<AgainstBudget> {
  const ordered = rows.toSorted((a, b) => a.position - b.position);
  const { reading } = await yearForm(ministryName, year, ordered);
  return {
    comparison: comparePlans(reading, await plansOfSource(file)),
    rows: Object.fromEntries(reading.plans.map((plan, at) => [plan.id, ordered[at]?.id ?? ''])),
  };
}
