import { comparePlans, type Comparison } from '@guankao/comparison';
import type { SourceFile } from '@guankao/documents';
import type { RowRecord, YearRecord } from '@guankao/workflow';
import { plansOfSource } from '../settle/source-plans.ts';
import { yearForm } from './year-form.ts';

/** A year's form as it stands, held against what a budget book, or another filing, says of the same plans. */
export async function againstBudget(
  ministryName: string,
  year: YearRecord,
  rows: readonly RowRecord[],
  file: SourceFile,
): Promise<Comparison> {
  return comparePlans(await yearForm(ministryName, year, rows), await plansOfSource(file));
}
