import type { Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { AccountKind, Deed } from '../journal/event.ts';
import { append } from '../journal/journal.ts';
import { stampProjection } from '../projections/project.ts';

/** Only in one's turn at the journal. */
export async function keepAccountEvent(
  tx: Transaction<Tables>,
  kind: AccountKind,
  subject: string,
  payload: object,
  { actor, account = null, role, reason = '', at }: Deed,
): Promise<void> {
  const event = { kind, subject, payload, actor, account, role, reason: reason === '' ? null : reason, at, v: 1 };
  const { number } = await append(tx, event);
  await stampProjection(tx, number);
}

/** Sessions and tokens end, and one-time links. */
export async function endAllAccess(tx: Transaction<Tables>, account: string, at: Date): Promise<void> {
  await tx.deleteFrom('sessions').where('account', '=', account).execute();
  await tx.deleteFrom('links').where('account', '=', account).where('used_at', 'is', null).execute();
  await tx
    .updateTable('tokens')
    .set({ revoked_at: at })
    .where('account', '=', account)
    .where('revoked_at', 'is', null)
    .execute();
}
