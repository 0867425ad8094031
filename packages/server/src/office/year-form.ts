import { readDocument, typedDocument, type Reading, type TypedDocument } from '@guankao/reading';
import { typedRow, type RowRecord, type YearRecord } from '@guankao/workflow';

export interface YearForm {
  readonly reading: Reading;
  readonly typed: TypedDocument;
}

/** The year's form as a reading: what the checks see, what is published, what the exports print. Amounts in 千元, rounded half up. */
export async function yearForm(ministryName: string, { fiscalYear }: Pick<YearRecord, 'fiscalYear'>, rows: readonly RowRecord[]): Promise<YearForm> {
  const ordered = rows.toSorted((a, b) => a.position - b.position);
  const typed = await typedDocument({ agency: ministryName, fiscalYear, unit: '千元', rows: ordered.map(typedRow) });
  return { typed, reading: readDocument(typed.document).reading };
}

/** Errors of arithmetic or money refute the form itself: it does not go out with them (rules.md §6.6). */
export function blockingFindings({ plans, findings }: Reading): readonly string[] {
  const names = new Map(plans.map(({ id, name }) => [id, name]));
  return findings
    .filter(({ severity, doubt }) => severity === 'error' && doubt === undefined)
    .map(({ plan, message }) => `${plan === null ? '' : `${names.get(plan) ?? plan}：`}${message['zh-Hant']}`);
}
