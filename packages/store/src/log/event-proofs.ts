import { sql } from 'kysely';
import { Refusal } from '@guankao/domain';
import { hexOf, leafHash } from '@guankao/log';
import { sha256 } from '@guankao/log/node';
import type { Database } from '../database/connect.ts';
import type { RecordEvent } from '../journal/event.ts';
import { asEvent, eventRows } from '../journal/journal.ts';
import { originsOf } from './origins.ts';
import { proveEvent } from './proofs.ts';

/** Where an event stands in the log, for people: its `.tlog-proof` is what a program checks. */
export interface EventProof {
  /** From 1: the event's number. */
  readonly position: number;
  /** RFC 6962 hash of its leaf, in hexadecimal. */
  readonly leaf: string;
  /** The first signed head of the log that goes on which holds it; null: none was signed since. */
  readonly checkpoint: { readonly size: number; readonly signedAt: Date } | null;
  /** The event by which its payload was erased; null: it stands. */
  readonly erasedBy: number | null;
}

/** `proof` null: it has no leaf yet, or the record has no log. */
export type ProvenEvent = RecordEvent & { readonly proof: EventProof | null };

/** All that happened to a record, oldest first, each with its place in the log. */
export async function historyOf(db: Database, subject: string): Promise<readonly ProvenEvent[]> {
  const rows = await eventRows(db).where('subject', '=', withoutNul(subject)).execute();
  const proofs = await proofsOf(
    db,
    rows.map(({ number }) => number),
  );
  return rows.map((row) => ({ ...asEvent(row), proof: proofs.get(row.number) ?? null }));
}

/** By event; of those that have a leaf. */
export async function proofsOf(db: Database, events: readonly number[]): Promise<ReadonlyMap<number, EventProof>> {
  const origin = (await originsOf(db)).at(-1)?.verifier.name ?? '';
  const { rows } = await sql<Standing>`
    select leaf.index + 1 as position, leaf.entry, payload.erased_by as erased, head.size, head.signed_at
    from guankao.log_entries leaf
    join guankao.payloads payload on payload.number = leaf.index + 1
    left join lateral (
      select size, signed_at from guankao.log_checkpoints
      where origin = ${origin} and size > leaf.index order by size limit 1
    ) head on true
    where leaf.index = any(${events.map((event) => event - 1)}::bigint[])`.execute(db);
  return new Map(
    rows.map(({ position, entry, erased, size, signed_at }) => {
      const checkpoint = size === null || signed_at === null ? null : { size, signedAt: signed_at };
      return [position, { position, leaf: hexOf(leafHash(sha256, entry)), checkpoint, erasedBy: erased }];
    }),
  );
}

interface Standing {
  readonly position: number;
  readonly entry: Buffer;
  readonly erased: number | null;
  /** Of the first head that holds it. */
  readonly size: number | null;
  readonly signed_at: Date | null;
}

/**
 * The `.tlog-proof` of an event of this record, with all of it opened that its history shows. Who asks must be allowed to
 * see that history. Throws a Refusal where the record has no such event, or it is not signed yet.
 */
export async function proveEventOf(db: Database, subject: string, event: number): Promise<string> {
  const found = await eventRows(db)
    .where('subject', '=', withoutNul(subject))
    .where('events.number', '=', event)
    .executeTakeFirst();
  if (found === undefined) throw noSuchEvent(subject, event);
  const erased = (await proofsOf(db, [event])).get(event)?.erasedBy ?? null;
  const opened = ['subject', 'actor', 'role', 'reason', ...(erased === null ? ['payload'] : [])];
  return proveEvent(db, event, opened);
}

function withoutNul(text: string): string {
  return text.replaceAll('\0', '');
}

function noSuchEvent(subject: string, event: number): Refusal {
  return new Refusal('event-of-another-record', 404, {
    'zh-Hant': `「${subject}」的歷程裡沒有第 ${event} 筆事件。編號見該歷程的每一件。`,
    en: `the history of ${subject} has no event ${event}. The numbers stand at each event of it.`,
  });
}
