import { sql, type Transaction } from 'kysely';
import type { Database } from '../database/connect.ts';
import type { Tables } from '../database/tables.ts';
import type { NewEvent, RecordEvent } from './event.ts';

/** `writ`: events get their positions one after the other, so that they become visible in that order. */
const writersLock = 0x77726974;

/** Runs `work` whole or not at all, with no other writer beside it. */
export async function writing<Result>(
  db: Database,
  work: (tx: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  return db.transaction().execute(async (tx) => {
    await takeTurn(tx);
    return work(tx);
  });
}

/** Waits until no other writer is at the journal; the turn ends with the transaction. What takes long is done before it. */
export async function takeTurn(tx: Transaction<Tables>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(writersLock)})`.execute(tx);
}

/**
 * Only in one's turn: an event gets the next position, without a gap, and never an earlier time than the one before it.
 * Gives the event back with both.
 */
export async function append<Event extends NewEvent>(
  tx: Transaction<Tables>,
  event: Event,
): Promise<Event & { readonly number: number }> {
  const last = await tx
    .selectFrom('events')
    .select(['number', 'at'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const at = last !== undefined && last.at > event.at ? last.at : event.at;
  const placed = { ...event, at, number: (last?.number ?? 0) + 1 };
  const { payload, actingFor, ...said } = placed;
  // In the payload, so that its leaf commits to it.
  const body = actingFor === undefined ? payload : { ...(payload as object), actingFor };
  await tx
    .with('happened', (db) => db.insertInto('events').values(said).returning('number'))
    .insertInto('payloads')
    .values({ number: placed.number, body: JSON.stringify(body) })
    .execute();
  return placed;
}

/** Events after `number`, oldest first. */
export async function eventsAfter(db: Database, number: number, limit: number): Promise<readonly RecordEvent[]> {
  const rows = await eventRows(db).where(isAfter(number)).limit(limit).execute();
  return rows.map(asEvent);
}

/**
 * Of events beside their payloads. It is said of both: of payloads that stand for the same numbers PostgreSQL does not
 * conclude that they, too, come after, and would read them from the first one on.
 */
export function isAfter(number: number) {
  return sql<boolean>`events.number > ${number} and payloads.number > ${number}`;
}

/** Events with their payloads, oldest first. */
export function eventRows(db: Database) {
  return db
    .selectFrom('events')
    .innerJoin('payloads', 'payloads.number', 'events.number')
    .select(['events.number', 'at', 'actor', 'account', 'role', 'reason', 'kind', 'subject', 'v', 'body'])
    .orderBy('events.number');
}

type EventRow = Awaited<ReturnType<ReturnType<typeof eventRows>['execute']>>[number];

/** The tables hold only what `append` wrote, so kinds and payloads are those of the type. */
export function asEvent({ body, ...row }: EventRow): RecordEvent {
  const kept = JSON.parse(body) as unknown;
  if (typeof kept !== 'object' || kept === null || !('actingFor' in kept))
    return { ...row, payload: kept } as RecordEvent;
  const { actingFor, ...payload } = kept;
  return { ...row, payload, actingFor } as RecordEvent;
}
