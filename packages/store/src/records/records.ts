import { sql } from 'kysely';
import type { AnyRecord } from '@guankao/workflow';
import type { Database } from '../database/connect.ts';

/** Reads of any noun's records, as they stand. */
export interface Records {
  record(noun: string, id: string): Promise<AnyRecord | null>;
  /** Those of these ids that there are, by id, asked for at once. */
  recordsById(noun: string, ids: readonly string[]): Promise<ReadonlyMap<string, AnyRecord>>;
  /** Those under one parent (null: all of the noun), in their order. */
  records(noun: string, parent: string | null): Promise<readonly AnyRecord[]>;
}

export function recordsOn(db: Database): Records {
  return {
    record: (noun, id) => recordOf(db, noun, id),
    recordsById: (noun, ids) => recordsById(db, noun, ids),
    records: (noun, parent) => recordsOf(db, noun, parent),
  };
}

export async function recordOf(db: Database, noun: string, id: string): Promise<AnyRecord | null> {
  const found = await db
    .selectFrom('records')
    .select('body')
    .where('noun', '=', noun)
    .where('id', '=', id.replaceAll('\0', ''))
    .executeTakeFirst();
  return found?.body ?? null;
}

export async function recordsById(
  db: Database,
  noun: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, AnyRecord>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const found = await db
    .selectFrom('records')
    .select(['id', 'body'])
    .where('noun', '=', noun)
    .where('id', '=', sql<string>`any(${wanted})`)
    .execute();
  return new Map(found.map(({ id, body }) => [id, body]));
}

/** How many records of a noun there are. None is ever taken away. */
export async function countOf(db: Database, noun: string): Promise<number> {
  const { count } = await db
    .selectFrom('records')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('noun', '=', noun)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function recordsOf(db: Database, noun: string, parent: string | null): Promise<readonly AnyRecord[]> {
  let query = db.selectFrom('records').select('body').where('noun', '=', noun);
  if (parent !== null) query = query.where('parent', '=', parent);
  return (await query.orderBy('position').orderBy('id').execute()).map(({ body }) => body);
}
