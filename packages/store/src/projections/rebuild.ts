import { sql, type Transaction } from 'kysely';
import type { Noun } from '@guankao/workflow';
import type { Database } from '../database/connect.ts';
import type { Tables } from '../database/tables.ts';
import { asEvent, eventRows, isAfter, writing } from '../journal/journal.ts';
import { project, projections, projectorVersion } from './project.ts';

/** What came of making the current state anew from the events. */
export interface Rebuilt {
  readonly events: number;
  readonly identical: boolean;
  readonly tables: readonly ComparedTable[];
}

export interface ComparedTable {
  readonly table: string;
  /** Rows after the rebuild. */
  readonly rows: number;
  /** Rows that only the events know, that only the table knew, and that both know differently. */
  readonly missing: number;
  readonly extra: number;
  readonly changed: number;
  /** The first few of these, by key. */
  readonly examples: readonly string[];
}

type Projection = keyof typeof projections;
const names = Object.keys(projections) as Projection[];

/**
 * Makes all projections anew from the events, beside the old ones, and says what differs. The new state then stands.
 * Readers see the old state until it is done; writers wait.
 */
export async function rebuild(db: Database, nouns: readonly Noun[]): Promise<Rebuilt> {
  return writing(db, async (tx) => {
    const { events, compared } = await makeAnew(tx, nouns);
    const tables = [];
    for (const { table, differing } of compared) tables.push(await summed(tx, table, differing));
    return {
      events,
      tables,
      identical: tables.every(({ missing, extra, changed }) => missing + extra + changed === 0),
    };
  });
}

interface DifferingTable {
  readonly table: Projection;
  readonly differing: readonly DifferingRow[];
}

interface DifferingRow {
  readonly key: string;
  readonly kind: 'missing' | 'extra' | 'changed';
}

/** The same, and nothing is kept of it. A text where the events cannot be made a state of: which, and why. */
export async function compareProjections(
  db: Database,
  nouns: readonly Noun[],
): Promise<readonly DifferingTable[] | string> {
  const undo = new Error('what was compared is thrown away');
  let compared: readonly DifferingTable[] = [];
  try {
    await writing(db, async (tx) => {
      ({ compared } = await makeAnew(tx, nouns));
      throw undo;
    });
  } catch (error) {
    if (error instanceof UnfitEvent) return error.message;
    if (error !== undo) throw error;
  }
  return compared;
}

/** An event of which no state can be made. */
export class UnfitEvent extends Error {}

/** All projections, within a transaction in one's turn. Throws an UnfitEvent. */
export async function makeAnew(tx: Transaction<Tables>, nouns: readonly Noun[]) {
  for (const table of names) await setAside(tx, table);
  const events = await replay(tx, nouns);
  const compared: DifferingTable[] = [];
  for (const table of names) compared.push({ table, differing: await compare(tx, table) });
  return { events, compared };
}

/** At start: projectors of another version, or a migration that has just run, may have left the state behind the events. */
export async function rebuildWhereBehind(
  db: Database,
  nouns: readonly Noun[],
  hasMigrated: boolean,
): Promise<Rebuilt | null> {
  const { last } = await db
    .selectFrom('events')
    .select(({ fn }) => fn.max('number').as('last'))
    .executeTakeFirstOrThrow();
  if (last === null) return null;
  const state = await db.selectFrom('projection').select(['version', 'event']).executeTakeFirst();
  const isUpToDate = !hasMigrated && state?.version === projectorVersion && state.event >= last;
  return isUpToDate ? null : rebuild(db, nouns);
}

async function setAside(tx: Transaction<Tables>, table: Projection): Promise<void> {
  const copy = sql.id(`before_${table}`);
  await sql`create temporary table ${copy} on commit drop as select * from ${sql.id('guankao', table)}`.execute(tx);
  await sql`delete from ${sql.id('guankao', table)}`.execute(tx);
}

const batch = 100;

async function replay(tx: Transaction<Tables>, nouns: readonly Noun[]): Promise<number> {
  let count = 0;
  for (let last = 0; ;) {
    const rows = await eventRows(tx).where(isAfter(last)).limit(batch).execute();
    for (const row of rows) {
      await Promise.resolve()
        .then(() => project(tx, asEvent(row), nouns))
        .catch((error: unknown) => Promise.reject(new UnfitEvent(`event ${row.number}: ${String(error)}`)));
    }
    const end = rows.at(-1);
    if (end === undefined) return count;
    count += rows.length;
    last = end.number;
  }
}

async function compare(tx: Transaction<Tables>, table: Projection): Promise<readonly DifferingRow[]> {
  const keys = projections[table].map((column) => sql.id(column));
  const { rows } = await sql<DifferingRow>`
    select row_key as key, kind from (
      select concat_ws('/', ${sql.join(keys)}) as row_key,
        case when old is null then 'missing' when new is null then 'extra' else 'changed' end as kind
      from (select o as old, ${sql.join(keys)} from ${sql.id(`before_${table}`)} o) before
      full join (select n as new, ${sql.join(keys)} from ${sql.id('guankao', table)} n) after using (${sql.join(keys)})
      where old::text is distinct from new::text
    ) compared order by row_key`.execute(tx);
  return rows;
}

async function summed(
  tx: Transaction<Tables>,
  table: Projection,
  differing: readonly DifferingRow[],
): Promise<ComparedTable> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.id('guankao', table)}`.execute(tx);
  const of = (kind: string) => differing.filter((one) => one.kind === kind).length;
  return {
    table,
    rows: rows[0]?.count ?? 0,
    missing: of('missing'),
    extra: of('extra'),
    changed: of('changed'),
    examples: differing.slice(0, 5).map(({ key, kind }) => `${key} (${kind})`),
  };
}
