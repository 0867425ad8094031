import type { Selectable } from 'kysely';
import { countBySeverity } from '@guankao/domain';
import { filingsOfPlanId, planId, type PlanReading } from '@guankao/reading';
import type { EditionRecord, FilingEdition, FilingRecord, PlanEdition, Shown, SourceRecord } from '../catalogue.ts';
import type { Database } from '../database/connect.ts';
import type { Tables } from '../database/tables.ts';
import type { Readings } from './readings.ts';

type FilingRow = Selectable<Tables['filings']>;
export type EditionRow = Selectable<Tables['editions']>;

/** Newest year first, then by agency. */
export async function listFilings(db: Database): Promise<readonly FilingRecord[]> {
  const filings = await db
    .selectFrom('filings')
    .selectAll()
    .where('withdrawn_at', 'is', null)
    .orderBy('fiscal_year', (order) => order.desc().nullsLast())
    .orderBy('id')
    .execute();
  const editions = await db
    .selectFrom('editions')
    .selectAll()
    .where('published', '=', true)
    .orderBy('number')
    .execute();
  const of = Map.groupBy(editions.map(asShown), ({ filing }) => filing);
  return filings.map((row) => filingRecord(row, of.get(row.id) ?? []));
}

export async function findFiling(
  db: Database,
  readings: Readings,
  id: string,
  edition?: number,
): Promise<FilingEdition | null> {
  const found = await editionOf(db, id, edition);
  if (found === null) return null;
  const { filing, row } = found;
  return { filing, edition: editionRecord(row), reading: await readings.of(row.reading) };
}

/** Where no edition is asked for and the current one has no such row, the newest that has it: a row once published stays in sight. */
export async function findPlan(find: Shown['filing'], id: string, asked?: number): Promise<PlanEdition | null> {
  for (const filing of filingsOfPlanId(id)) {
    const current = await find(filing, asked);
    if (current === null) continue;
    const row = rowOf(current, id);
    if (row !== undefined) return planEdition(current, row);
    if (asked === undefined) return earlierPlan(find, current, id);
  }
  return null;
}

async function earlierPlan(
  find: Shown['filing'],
  { filing, edition: { number } }: FilingEdition,
  id: string,
): Promise<PlanEdition | null> {
  for (const earlier of filing.editions.toReversed().filter((edition) => edition.number < number)) {
    const found = await find(filing.id, earlier.number);
    const row = found === null ? undefined : rowOf(found, id);
    if (found !== null && row !== undefined) return planEdition(found, row);
  }
  return null;
}

function rowOf({ filing, reading }: FilingEdition, id: string): PlanReading | undefined {
  return reading.plans.find((plan) => planId(filing.id, plan.id) === id);
}

function planEdition({ filing, edition, reading }: FilingEdition, row: PlanReading): PlanEdition {
  return {
    id: planId(filing.id, row.id),
    filing: filing.id,
    agency: reading.filing.agency,
    fiscalYear: reading.filing.fiscalYear,
    moneyUnit: reading.filing.moneyUnit,
    row,
    findings: countBySeverity(reading.findings.filter(({ plan }) => plan === row.id)),
    edition,
    editions: filing.editions,
    reading,
  };
}

/** What is kept and shown to nobody but those who may see it. */
export interface HeldEdition {
  readonly filing: string;
  readonly edition: EditionRecord;
}

export async function listHeld(db: Database): Promise<readonly HeldEdition[]> {
  const rows = await db
    .selectFrom('editions')
    .selectAll()
    .where('published', '=', false)
    .orderBy('imported_at', 'desc')
    .execute();
  return rows.map((row) => ({ filing: row.filing, edition: editionRecord(row) }));
}

/** Any edition, kept ones too; without a number the newest. The filing is told as its editions and the reading have it. */
export async function findHeldFiling(
  db: Database,
  readings: Readings,
  id: string,
  asked?: number,
): Promise<FilingEdition | null> {
  const editions = await db
    .selectFrom('editions')
    .selectAll()
    .where('filing', '=', withoutNul(id))
    .orderBy('number')
    .execute();
  const row = asked === undefined ? editions.at(-1) : editions.find(({ number }) => number === asked);
  if (row === undefined) return null;
  const reading = await readings.of(row.reading);
  const { form, agency, fiscalYear, moneyUnit } = reading.filing;
  const filing: FilingRecord = {
    id: row.filing,
    form,
    agency,
    fiscalYear,
    moneyUnit,
    editions: editions.map(editionRecord),
    plans: reading.plans.length,
    findings: countBySeverity(reading.findings),
    reading: row.reading,
  };
  return { filing, edition: editionRecord(row), reading };
}

/** Where a filing was taken back: when, and on what ground. null where it was not. */
export async function findWithdrawn(
  db: Database,
  id: string,
): Promise<{ readonly at: string; readonly ground: string } | null> {
  const found = await db
    .selectFrom('filings')
    .select(['withdrawn_at', 'withdrawn_ground'])
    .where('id', '=', withoutNul(id))
    .executeTakeFirst();
  if (found === undefined || found.withdrawn_at === null) return null;
  return { at: inTaipei(found.withdrawn_at), ground: found.withdrawn_ground ?? '' };
}

export async function findSource(db: Database, sha256: string): Promise<SourceRecord | null> {
  const hash = withoutNul(sha256);
  // A file of a time before too, where its edition is shown now and nothing of it is withheld.
  const shown = await db
    .selectFrom('shown_states as then')
    .innerJoin('shown_states as now', (join) =>
      join.onRef('now.filing', '=', 'then.filing').onRef('now.edition', '=', 'then.edition'),
    )
    .select('now.filing')
    .where('then.sha256', '=', hash)
    .where('now.until_position', 'is', null)
    .where((both) => both.or([both('now.withheld', '=', false), both('now.sha256', '=', both.ref('then.sha256'))]))
    .executeTakeFirst();
  return shown === undefined ? null : sourceOf(db, hash);
}

/** The bytes, whether they are shown or kept. */
export async function sourceOf(db: Database, sha256: string): Promise<SourceRecord | null> {
  const found = await db.selectFrom('sources').selectAll().where('sha256', '=', sha256).executeTakeFirst();
  if (found === undefined) return null;
  return { sha256: found.sha256, name: found.name, mediaType: found.media_type, bytes: found.bytes };
}

async function editionOf(
  db: Database,
  id: string,
  asked?: number,
): Promise<{ filing: FilingRecord; row: EditionRow } | null> {
  const filing = await db
    .selectFrom('filings')
    .selectAll()
    .where('id', '=', withoutNul(id))
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (filing === undefined) return null;
  const published = await db
    .selectFrom('editions')
    .selectAll()
    .where('filing', '=', filing.id)
    .where('published', '=', true)
    .orderBy('number')
    .execute();
  const editions = published.map(asShown);
  const row = editions.find(({ number }) => number === (asked ?? filing.edition));
  return row === undefined ? null : { filing: filingRecord(filing, editions), row };
}

/** An edition as the public sees it: where something is withheld, the file that is shown in its place. */
function asShown(row: EditionRow): EditionRow {
  return {
    ...row,
    sha256: row.shown_sha256 ?? row.sha256,
    file_name: row.shown_file_name ?? row.file_name,
    reading: row.shown_reading ?? row.reading,
    event: row.shown_event ?? row.event,
  };
}

function filingRecord(row: FilingRow, editions: readonly EditionRow[]): FilingRecord {
  return {
    id: row.id,
    form: row.form,
    agency: row.agency,
    fiscalYear: row.fiscal_year,
    moneyUnit: row.money_unit as FilingRecord['moneyUnit'],
    editions: editions.map(editionRecord),
    plans: row.plans,
    findings: { error: row.errors, warning: row.warnings, question: row.questions },
    reading: row.reading,
  };
}

export function editionRecord(row: EditionRow): EditionRecord {
  return {
    number: row.number,
    sha256: row.sha256,
    fileName: row.file_name,
    mediaType: row.media_type,
    importedAt: inTaipei(row.imported_at),
    importedBy: { role: row.imported_role, agency: row.imported_agency },
    event: String(row.event),
    reason: row.reason,
    settled:
      row.settled_at === null
        ? null
        : { at: inTaipei(row.settled_at), role: row.settled_role ?? '', reason: row.settled_reason },
  };
}

/** ISO 8601 by the clock on the office wall: Taiwan is at +08:00 all year. */
export function inTaipei(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().replace('Z', '+08:00');
}

function withoutNul(text: string): string {
  return text.replaceAll('\0', '');
}
