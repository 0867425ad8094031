import type { Finding, TypedForm } from '@guankao/domain';
import { findInRowsOf, pastedForm, readDocument, typedDocument, type Read, type Reading } from '@guankao/reading';

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

export interface RowsToCheck {
  readonly form: TypedForm;
  /** Ids of the rows to be looked at anew. */
  readonly rows: readonly string[];
}

export interface FoundAnew {
  /** Of the rows that were asked for, by id; not yet settled (`settleFindings` of rules). */
  readonly ofRows: Readonly<Record<string, readonly Finding[]>>;
  /** By rules that compare rows. */
  readonly among: readonly Finding[];
  /** Where each row begins in the text that the findings' places are of, in the order of the form. */
  readonly starts: readonly number[];
  /** False where a rule failed or ran over its time. */
  readonly isWhole: boolean;
}

/** What the checks find in a form of which most rows were checked before. */
export async function checkAnew({ form, rows }: RowsToCheck): Promise<FoundAnew> {
  const document = await typedDocument(form);
  const { ofRows, among, bugs } = findInRowsOf(document, new Set(rows));
  const starts = (document.typed?.rows ?? []).map(({ name }) => name.title.start);
  return { ofRows: Object.fromEntries(ofRows), among, starts, isWhole: bugs.length === 0 };
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
