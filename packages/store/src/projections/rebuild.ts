import { sql, type Transaction } from 'kysely';
import type { Noun } from '@guankao/workflow';
import type { Database } from '../database/connect.ts';
import type { Tables } from '../database/tables.ts';
import { asEvent, writing } from '../journal/journal.ts';
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
    for (const table of names) await setAside(tx, table);
    const events = await replay(tx, nouns);
    const tables = [];
    for (const table of names) tables.push(await compare(tx, table));
    return {
      events,
      tables,
      identical: tables.every(({ missing, extra, changed }) => missing + extra + changed === 0),
    };
  });
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
    const rows = await tx
      .selectFrom('events')
      .selectAll()
      .where('number', '>', last)
      .orderBy('number')
      .limit(batch)
      .execute();
    for (const row of rows) await project(tx, asEvent(row), nouns);
    const end = rows.at(-1);
    if (end === undefined) return count;
    count += rows.length;
    last = end.number;
  }
}

async function compare(tx: Transaction<Tables>, table: Projection): Promise<ComparedTable> {
  const keys = projections[table].map((column) => sql.id(column));
  const { rows: differences } = await sql<{ key: string; kind: 'missing' | 'extra' | 'changed' }>`
    select row_key as key, kind from (
      select concat_ws('/', ${sql.join(keys)}) as row_key,
        case when old is null then 'missing' when new is null then 'extra' else 'changed' end as kind
      from (select o as old, ${sql.join(keys)} from ${sql.id(`before_${table}`)} o) before
      full join (select n as new, ${sql.join(keys)} from ${sql.id('guankao', table)} n) after using (${sql.join(keys)})
      where old::text is distinct from new::text
    ) compared order by row_key`.execute(tx);
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.id('guankao', table)}`.execute(tx);
  const of = (kind: string) => differences.filter((one) => one.kind === kind).length;
  return {
    table,
    rows: rows[0]?.count ?? 0,
    missing: of('missing'),
    extra: of('extra'),
    changed: of('changed'),
    examples: differences.slice(0, 5).map(({ key, kind }) => `${key} (${kind})`),
  };
}
