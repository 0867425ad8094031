import { isAboutFiling } from '@guankao/domain';
import { readDocument, typedDocument, type Reading, type TypedDocument } from '@guankao/reading';
import type { Decision, FilingEdition, Office, YearAndRows } from '@guankao/store';
import {
  canonicalForm,
  submitYear,
  typedRow,
  type Context,
  type Predecessor,
  type RowRecord,
  type YearRecord,
} from '@guankao/workflow';
import { fingerprint } from '../sign-in/secrets.ts';

export interface YearForm {
  readonly reading: Reading;
  readonly typed: TypedDocument;
}

/** The year's form as a reading: what the checks see, what is published, what the exports print. Amounts in 千元, rounded half up. */
export async function yearForm(
  ministryName: string,
  { fiscalYear }: Pick<YearRecord, 'fiscalYear'>,
  rows: readonly RowRecord[],
): Promise<YearForm> {
  const ordered = rows.toSorted((a, b) => a.position - b.position);
  const typed = await typedDocument({ agency: ministryName, fiscalYear, unit: '千元', rows: ordered.map(typedRow) });
  return { typed, reading: readDocument(typed.document).reading };
}

/** Errors of arithmetic or money refute the form itself: it does not go out with them (rules.md §6.6). */
function blockingFindings({ plans, findings }: Reading): readonly string[] {
  const names = new Map(plans.map(({ id, name }) => [id, name]));
  return findings
    .filter((finding) => finding.severity === 'error' && isAboutFiling(finding))
    .map(({ plan, message }) => `${plan === null ? '' : `${names.get(plan) ?? plan}：`}${message['zh-Hant']}`);
}

/** Submitting as `Office.decideYear` takes it: the form is frozen with its hash, and published at the same moment. */
export function submission(
  ministryName: string,
  reason: string | null,
  shownVersion: number,
  context: Context,
): (form: YearAndRows) => Promise<Decision> {
  return async ({ year, rows }) => {
    const { reading, typed } = await yearForm(ministryName, year, rows);
    const events = submitYear(
      year,
      rows,
      fingerprint(canonicalForm(rows)),
      reason,
      blockingFindings(reading),
      shownVersion,
      context,
    );
    const file = {
      name: `${year.id}-情形表-第${year.editions.length + 1}版.txt`,
      mediaType: 'text/plain',
      bytes: new TextEncoder().encode(typed.document.text),
    };
    return { events, publish: { reading, file } };
  };
}

/** Last year's form, from a filing that is held, with the rows that this house kept of it; null where a year begins with nothing before it. */
export async function predecessorFrom(
  office: Pick<Office, 'year'>,
  held: FilingEdition | null,
  agencies: Predecessor['agencies'],
  left: Predecessor['left'],
): Promise<Predecessor | null> {
  if (held === null) return null;
  const { filing, edition, reading } = held;
  // A form that was made here is published under its year's id.
  const kept = (await office.year(filing.id))?.rows ?? [];
  return {
    reading,
    document: `${edition.fileName} (sha256 ${edition.sha256})`,
    agencies,
    left,
    records: recordsOf(reading, kept),
  };
}

/** By row of the reading, in the form's order; a row that goes by another name now is nobody's record. */
function recordsOf({ plans }: Reading, rows: readonly RowRecord[]): Predecessor['records'] {
  const ordered = rows.toSorted((a, b) => a.position - b.position);
  return Object.fromEntries(
    plans.flatMap((plan, at) => (ordered[at]?.texts.name === plan.name ? [[plan.id, ordered[at]]] : [])),
  );
}
