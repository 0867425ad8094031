import type { Transaction } from 'kysely';
import type { AnyRecord, Noun } from '@guankao/workflow';
import type { Tables } from '../database/tables.ts';
import type { NounEvent } from '../journal/event.ts';

/** One fold for every noun: the record after the event stands where the one before it stood. */
export async function projectRecord(
  tx: Transaction<Tables>,
  event: NounEvent,
  nouns: readonly Noun[],
): Promise<AnyRecord> {
  const noun = nouns.find(({ kinds }) => kinds.includes(event.kind));
  if (noun === undefined) throw new Error(`no noun has events of kind ${event.kind}`);
  const before = await tx
    .selectFrom('records')
    .select('body')
    .where('noun', '=', noun.name)
    .where('id', '=', event.subject)
    .executeTakeFirst();
  const record = noun.apply(before?.body ?? null, event);
  const columns = { ...noun.placeOf(record), version: record.version, body: JSON.stringify(record) };
  await tx
    .insertInto('records')
    .values({ noun: noun.name, id: record.id, ...columns })
    .onConflict((conflict) => conflict.columns(['noun', 'id']).doUpdateSet(columns))
    .execute();
  return record;
}
