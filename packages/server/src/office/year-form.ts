import { isAboutFiling } from '@guankao/domain';
import { readDocument, typedDocument, type Reading, type TypedDocument } from '@guankao/reading';
import type { Asked, FilingEdition, Office, Step } from '@guankao/store';
import {
  canonicalForm,
  typedRow,
  type Predecessor,
  type ReportedForm,
  type RowRecord,
  type YearRecord,
} from '@guankao/workflow';
import { fingerprint } from '../sign-in/secrets.ts';
import type { OfficeSite } from './office-site.ts';

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

/**
 * What the checks make of the form as it stands, for the command that reports it: found out before the transaction, and
 * held there to the versions of the rows that were checked.
 */
export async function reportedForm(
  { office }: Pick<OfficeSite, 'office'>,
  id: string,
  input: object,
  shown: number,
): Promise<{ readonly step: Step; readonly keep: NonNullable<Asked['keep']> }> {
  const form = await office.year(id);
  if (form === null) throw new RangeError(`no year ${id}`);
  const { year, rows } = form;
  const ministry = (await office.agencies()).find((agency) => agency.id === year.ministry)?.name ?? year.ministry;
  const { reading, typed } = await yearForm(ministry, year, rows);
  const facts: ReportedForm = { sha256: fingerprint(canonicalForm(rows)), blocking: blockingFindings(reading) };
  const file = {
    name: `${year.id}-情形表-第${year.editions.length + 1}版.txt`,
    mediaType: 'text/plain',
    bytes: new TextEncoder().encode(typed.document.text),
  };
  const madeFrom = Object.fromEntries(rows.map((row) => [row.id, row.version]));
  return { step: { noun: 'year', command: 'report', id, shown, input, facts, madeFrom }, keep: { reading, file } };
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
