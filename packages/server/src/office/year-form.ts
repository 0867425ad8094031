import { isAboutFiling, Refusal, type Message, type Withheld } from '@guankao/domain';
import { exportFormats, type ExportFormat } from '@guankao/forms';
import type { Pool } from '@guankao/pool';
import { formFile, type Reading } from '@guankao/reading';
import type { Asked, FilingEdition, Rendering, ShownInstead, Step } from '@guankao/store';
import {
  isStanding,
  may,
  typedForm,
  withheldOf,
  yearPolicy,
  type Context,
  type Predecessor,
  type ReportedForm,
  type RowRecord,
} from '@guankao/workflow';
import type { OfficeSite } from './office-site.ts';

/** Errors of arithmetic or money refute the form itself: it does not go out with them (rules.md §6.6). */
function blockingFindings({ plans, findings }: Reading): readonly Message[] {
  const names = new Map(plans.map(({ id, name }) => [id, name]));
  return findings
    .filter((finding) => finding.severity === 'error' && isAboutFiling(finding))
    .map(({ plan, message }) => {
      if (plan === null) return message;
      const name = names.get(plan) ?? plan;
      return { 'zh-Hant': `${name}：${message['zh-Hant']}`, en: `${name}: ${message.en}` };
    });
}

/**
 * What the checks make of the form as it stands, for the command that reports it: found out before the transaction, and
 * held there to the versions of the rows that were checked.
 */
export async function reportedForm(
  { office, pool }: Pick<OfficeSite, 'office' | 'pool'>,
  asker: Parameters<Pool['run']>[2],
  id: string,
  input: object,
  shown: number,
): Promise<{ readonly step: Step; readonly keep: NonNullable<Asked['keep']> }> {
  const form = await office.year(id);
  if (form === null) throw new RangeError(`no year ${id}`);
  const { year, rows } = form;
  const ministry = (await office.agencies()).find((agency) => agency.id === year.ministry)?.name ?? year.ministry;
  const edition = year.editions.length + 1;
  const typed = typedForm(ministry, year.fiscalYear, rows, edition);
  const reading = await pool.run('read-form', { form: typed, name: `${year.id}-情形表-第${edition}版.json` }, asker);
  const { name, mediaType, sha256 } = reading.document;
  const facts: ReportedForm = { sha256, blocking: blockingFindings(reading) };
  const file = { name, mediaType, bytes: formFile(typed) };
  // What cannot go out is given out as nothing.
  const renderings = facts.blocking.length > 0 ? [] : await renderingsOf(pool, asker, reading);
  const madeFrom = Object.fromEntries(rows.map((row) => [row.id, row.version]));
  return {
    step: { noun: 'year', command: 'report', id, shown, input, facts, madeFrom },
    keep: { reading, file, renderings },
  };
}

/** The form in every format in which it is given out. One that cannot be made of it is left out, and refused to whoever asks for it. */
async function renderingsOf(pool: Pool, asker: Parameters<Pool['run']>[2], reading: Reading): Promise<Rendering[]> {
  const renderings: Rendering[] = [];
  for (const [format, { mediaType }] of Object.entries(exportFormats)) {
    try {
      const input = { of: { reading }, format: format as ExportFormat };
      renderings.push({ format, mediaType, ...(await pool.run('export-form', input, asker)) });
    } catch (error) {
      // Too busy now is no property of the form: the whole is to be tried again.
      if (!(error instanceof Refusal) || error.retryAfter !== null) throw error;
    }
  }
  return renderings;
}

/**
 * What publishing an edition shows: the form as it was reported, without what is withheld. Editions that are shown
 * already are shown anew, so that what was withheld since stands in none of them.
 */
export async function publishedForms(
  { office, pool }: Pick<OfficeSite, 'office' | 'pool'>,
  asker: Parameters<Pool['run']>[2],
  id: string,
  { edition, ground }: { readonly edition: number; readonly ground: string },
  shownVersion: number,
): Promise<{ readonly steps: readonly Step[]; readonly publish: NonNullable<Asked['publish']> }> {
  const form = await office.year(id);
  if (form === null) throw new RangeError(`no year ${id}`);
  const { year, rows } = form;
  const withheld = Object.fromEntries(rows.map((row) => [row.id, withheldOf(row.disclosure)]));
  const madeFrom = Object.fromEntries(rows.map((row) => [row.id, row.version]));
  const numbers = year.editions
    .filter(({ number, published }) => number === edition || published !== null)
    .map(({ number }) => number);
  const shown = await Promise.all(
    numbers.map(async (number) => ({ number, ...(await shownOf({ office, pool }, asker, id, number, withheld)) })),
  );
  // An edition that was never reported is the command's to refuse.
  const asked = numbers.includes(edition) ? shown : [{ number: edition, sha256: '', shown: null }, ...shown];
  return {
    steps: asked.map(({ number, sha256 }) => {
      const input = { edition: number, ground };
      return { noun: 'year', command: 'publish', id, shown: shownVersion, input, facts: { sha256 }, madeFrom };
    }),
    publish: shown.map((one) => ({ filing: id, edition: one.number, shown: one.shown })),
  };
}

async function shownOf(
  { office, pool }: Pick<OfficeSite, 'office' | 'pool'>,
  asker: Parameters<Pool['run']>[2],
  id: string,
  number: number,
  withheld: Readonly<Record<string, Withheld>>,
): Promise<{ readonly sha256: string; readonly shown: ShownInstead | null }> {
  const source = await office.reportedFile(id, number);
  if (source === null) throw new RangeError(`no edition ${number} of ${id}`);
  const { sha256, mediaType, bytes } = source;
  if (Object.values(withheld).every((fields) => Object.keys(fields).length === 0)) return { sha256, shown: null };
  const name = `${id}-情形表-第${number}版-公開版.json`;
  const input = { file: { name: source.name, bytes }, name, withheld };
  const made = await pool.run('public-form', input, asker);
  const { document } = made.reading;
  // What is withheld may stand in rows that this edition does not have.
  if (document.sha256 === sha256) return { sha256, shown: null };
  return { sha256: document.sha256, shown: { reading: made.reading, file: { name, mediaType, bytes: made.bytes } } };
}

/** Last year's form, and the rows that this house kept of it. */
export interface LastYearsForm {
  readonly held: FilingEdition;
  readonly rows: readonly RowRecord[];
}

/**
 * The form of a year that is kept here as it was reported, with its rows, for whoever compiles for that ministry; of any
 * other what is public. null where there is none.
 */
export async function lastYearsForm(
  { office, catalogue }: Pick<OfficeSite, 'office' | 'catalogue'>,
  { actor, tree }: Context,
  id: string,
): Promise<LastYearsForm | null> {
  const kept = await office.year(id);
  const isOwn = kept !== null && may(yearPolicy, 'open', actor, kept.year, tree);
  const held = (isOwn ? await office.reported(id) : null) ?? (await catalogue.filing(id));
  return held === null ? null : { held, rows: isOwn ? kept.rows : [] };
}

/** What a year is opened from; null where it begins with nothing before it. */
export function predecessorFrom(
  lastYear: LastYearsForm | null,
  agencies: Predecessor['agencies'],
  left: Predecessor['left'],
): Predecessor | null {
  if (lastYear === null) return null;
  const {
    held: { edition, reading },
    rows: kept,
  } = lastYear;
  const records = recordsOf(reading, kept);
  return {
    reading,
    document: `${edition.fileName} (sha256 ${edition.sha256})`,
    agencies,
    left,
    records,
    followers: Object.fromEntries(Object.entries(records).map(([plan, row]) => [plan, followersOf(row, kept)])),
  };
}

/**
 * By row of the reading: a form that was published as typed says whose row each is. One that 0.1 published as text does
 * not; its rows stand in the form's order, and one that goes by another name now is nobody's record.
 */
function recordsOf({ plans }: Reading, rows: readonly RowRecord[]): Predecessor['records'] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const ordered = rows.toSorted((a, b) => a.position - b.position);
  return Object.fromEntries(
    plans.flatMap((plan, at) => {
      const inOrder = plan.cells === undefined && ordered[at]?.texts.name === plan.name ? ordered[at] : undefined;
      const record = byId.get(plan.id) ?? inOrder;
      return record === undefined ? [] : [[plan.id, record]];
    }),
  );
}

/** Where a row goes on that ended, through however many splits and merges. */
function followersOf(row: RowRecord, rows: readonly RowRecord[]): readonly RowRecord[] {
  return row.successors.flatMap((id) => {
    const next = rows.find((one) => one.id === id);
    if (next === undefined) return [];
    return isStanding(next) ? [next] : followersOf(next, rows);
  });
}
