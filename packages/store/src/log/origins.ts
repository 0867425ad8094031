import type { Transaction } from 'kysely';
import { parseVerifierKey, printVerifierKey, type VerifierKey } from '@guankao/log';
import { sha256 } from '@guankao/log/node';
import type { Database } from '../database/connect.ts';
import type { Tables } from '../database/tables.ts';
import type { LogOpened } from '../journal/event.ts';
import { append, asEvent, eventRows } from '../journal/journal.ts';
import { stampProjection } from '../projections/project.ts';

/** A log of this record: who signs it, and since which event. */
export interface Origin {
  readonly verifier: VerifierKey;
  /** The event that opened it; those before the first of all were adopted: their proof begins there. */
  readonly openedBy: number;
  readonly openedAt: Date;
  /** The last head of the log before it, as it was signed; null for the first. */
  readonly previous: string | null;
}

/** What the events that open logs are about. */
const subject = 'log';

/** Oldest first: the last is the one that goes on. */
export async function originsOf(db: Database): Promise<readonly Origin[]> {
  const rows = await eventRows(db).where('subject', '=', subject).where('kind', '=', 'log-opened').execute();
  return rows.map((row) => {
    const { number, at, payload } = asEvent(row) as unknown as LogOpened;
    const verifier = parseVerifierKey(sha256, payload.verifier);
    if (verifier === null) throw new Error(`event ${number} names no verifier key`);
    return { verifier, openedBy: number, openedAt: at, previous: payload.previous };
  });
}

/** Only in one's turn at the journal. */
export async function keepOrigin(
  tx: Transaction<Tables>,
  verifier: VerifierKey,
  previous: string | null,
  reason: string | null,
  at: Date,
): Promise<void> {
  const payload = { verifier: printVerifierKey(verifier), previous };
  const by = { actor: 'operator', account: null, role: 'operator', reason };
  const { number } = await append(tx, { kind: 'log-opened', subject, payload, ...by, at, v: 1 });
  await stampProjection(tx, number);
}
