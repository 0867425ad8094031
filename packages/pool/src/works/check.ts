import type { Finding, TypedForm } from '@guankao/domain';
import { readDocument, typedDocument } from '@guankao/reading';

export interface CheckedForm {
  /** Each names the row and the field that it is about. */
  readonly findings: readonly Finding[];
  /** One a row. */
  readonly verdicts: readonly string[];
}

/** What the checks find in rows as typed. */
export async function check(form: TypedForm): Promise<CheckedForm> {
  const { findings, plans } = readDocument(await typedDocument(form)).reading;
  return { findings, verdicts: plans.map(({ verdict }) => verdict) };
}
