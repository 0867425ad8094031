import { sql, type Selectable, type Transaction } from 'kysely';
import type { Database } from '../database/connect.ts';
import type { EventsTable, Tables } from '../database/tables.ts';
import type { NewEvent, RecordEvent } from './event.ts';

/** `writ`: writers take turns, so that events become visible in the order of their numbers. */
const writersLock = 0x77726974;

/** Runs `work` whole or not at all, with no other writer beside it. */
export async function writing<Result>(
  db: Database,
  work: (tx: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(writersLock)})`.execute(tx);
    return work(tx);
  });
}

/** Only within `writing`. Gives the event back with its number. */
export async function append<Event extends NewEvent>(
  tx: Transaction<Tables>,
  event: Event,
): Promise<Event & { readonly number: number }> {
  const { number } = await tx
    .insertInto('events')
    .values({ ...event, payload: JSON.stringify(event.payload) })
    .returning('number')
    .executeTakeFirstOrThrow();
  return { ...event, number };
}

/** Events after `number`, oldest first. */
export async function eventsAfter(db: Database, number: number, limit: number): Promise<readonly RecordEvent[]> {
  const rows = await db
    .selectFrom('events')
    .selectAll()
    .where('number', '>', number)
    .orderBy('number')
    .limit(limit)
    .execute();
  return rows.map(asEvent);
}

/** The table holds only what `append` wrote, so its kinds and payloads are those of the type. */
export function asEvent(row: Selectable<EventsTable>): RecordEvent {
  return row as RecordEvent;
}
