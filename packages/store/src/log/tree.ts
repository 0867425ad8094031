import { sql, type Transaction } from 'kysely';
import { encodeLeaf, grown, leafHash, subtreesOf, type ReadTile } from '@guankao/log';
import { sha256 } from '@guankao/log/node';
import type { Noun } from '@guankao/workflow';
import type { Database } from '../database/connect.ts';
import type { Tables } from '../database/tables.ts';
import { isAfter } from '../journal/journal.ts';
import { leafOf, saltedEvents } from './leaves.ts';

/** `leaf`: one program at a time adds leaves; whichever is there does. */
const treeLock = 0x6c656166;
const batch = 2_000;

/** Makes leaves of all events that have none yet, and gives the tree's size. Each batch is whole or not there at all. */
export async function growTree(db: Database, nouns: readonly Noun[]): Promise<number> {
  for (;;) {
    const { size, isWhole } = await db.transaction().execute(async (tx) => {
      await sql`select pg_advisory_xact_lock(${sql.lit(treeLock)})`.execute(tx);
      return growBy(tx, nouns);
    });
    if (isWhole) return size;
  }
}

async function growBy(tx: Transaction<Tables>, nouns: readonly Noun[]) {
  const size = await treeSize(tx);
  const events = await saltedEvents(tx).where(isAfter(size)).limit(batch).execute();
  if (events.length === 0) return { size, isWhole: true };
  const gap = events.find(({ number }, at) => number !== size + at + 1);
  if (gap !== undefined) throw new Error(`the journal has a gap before event ${gap.number}`);
  const entries = events.map((event) => Buffer.from(encodeLeaf(leafOf(event, nouns))));
  const hashes = entries.map((entry) => leafHash(sha256, entry));
  await sql`insert into guankao.log_entries (index, entry)
    select * from unnest(${events.map(({ number }) => number - 1)}::bigint[], ${entries}::bytea[])`.execute(tx);
  for (const { level, index, hashes: tile } of await grown(sha256, tilesIn(tx), size, hashes)) {
    const kept = Buffer.from(tile);
    await tx
      .insertInto('log_tiles')
      .values({ level, index, hashes: kept })
      .onConflict((conflict) => conflict.columns(['level', 'index']).doUpdateSet({ hashes: kept }))
      .execute();
  }
  return { size: size + events.length, isWhole: events.length < batch };
}

/** How many events have a leaf. */
export async function treeSize(db: Database): Promise<number> {
  const last = await db.selectFrom('log_entries').select('index').orderBy('index', 'desc').limit(1).executeTakeFirst();
  return last === undefined ? 0 : last.index + 1;
}

/** Tiles as they are kept, each looked up once. */
function tilesIn(db: Database): ReadTile {
  const known = new Map<string, Promise<Uint8Array>>();
  return (level, index) => {
    const key = `${level}/${index}`;
    const found = known.get(key) ?? tileOf(db, level, index);
    known.set(key, found);
    return found;
  };
}

async function tileOf(db: Database, level: number, index: number): Promise<Uint8Array> {
  const tile = await db
    .selectFrom('log_tiles')
    .select('hashes')
    .where('level', '=', level)
    .where('index', '=', index)
    .executeTakeFirst();
  return tile?.hashes ?? new Uint8Array();
}

export function subtreesIn(db: Database) {
  return subtreesOf(sha256, tilesIn(db));
}
