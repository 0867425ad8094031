import type { Finding, TypedForm } from '@guankao/domain';
import { pastedForm, readDocument, typedDocument, type Read, type Reading } from '@guankao/reading';

export interface CheckedForm {
  /** Each names the row and the field that it is about. */
  readonly findings: readonly Finding[];
  /** One a row. */
  readonly verdicts: readonly string[];
  readonly lookedAt: Read['lookedAt'];
  /** What of the rows was not looked at. */
  readonly notices: Reading['notices'];
}

/** What the checks find in rows as typed. */
export async function check(form: TypedForm): Promise<CheckedForm> {
  const { lookedAt, reading } = readDocument(await typedDocument(form));
  const { findings, plans, notices } = reading;
  return { findings, verdicts: plans.map(({ verdict }) => verdict), lookedAt, notices };
}

type PastedWords = Parameters<typeof pastedForm>;

export interface RowsAsPasted {
  readonly agency: PastedWords[0];
  /** Gregorian. */
  readonly fiscalYear: PastedWords[1];
  readonly unit: PastedWords[2];
  readonly rows: PastedWords[3];
}

export interface CheckedRows extends CheckedForm {
  /** Amounts that could not be read, and so were not checked. */
  readonly unread: ReturnType<typeof pastedForm>['unread'];
  /** Ids by which the findings name the rows, in their order. */
  readonly rows: readonly string[];
}

/** The same in rows as somebody pasted them: their amounts are text too. */
export async function checkPasted({ agency, fiscalYear, unit, rows }: RowsAsPasted): Promise<CheckedRows> {
  const { form, unread } = pastedForm(agency, fiscalYear, unit, rows);
  return { ...(await check(form)), unread, rows: form.rows.map(({ id }) => id) };
}
