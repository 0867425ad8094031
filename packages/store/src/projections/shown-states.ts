import { sql, type Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { FilingEvent } from '../journal/event.ts';

/**
 * After an event of a filing: what the public is no longer shown so ended with it, and what it is shown otherwise than
 * before began with it. Made from the editions as they stand then, so that no kind of event can be forgotten.
 */
export async function followShown(tx: Transaction<Tables>, event: FilingEvent): Promise<void> {
  const ground = event.kind === 'filing-withdrawn' ? event.payload.ground : null;
  const now = sql`
    select filing, number as edition, coalesce(shown_reading, reading) as reading,
      coalesce(shown_sha256, sha256) as sha256, coalesce(shown_file_name, file_name) as file_name,
      coalesce(shown_event, event) as event, shown_reading is not null as withheld,
      settled_at, settled_role, settled_reason
    from guankao.editions where filing = ${event.subject} and published`;
  await sql`
    update guankao.shown_states s set until_position = ${event.number}, withdrawn_ground = ${ground}
    where s.filing = ${event.subject} and s.until_position is null and not exists (
      select from (${now}) n where (${columnsOf('n')}) is not distinct from (${columnsOf('s')}))`.execute(tx);
  await sql`
    insert into guankao.shown_states (from_position, ${columnsOf()})
    select ${event.number}, ${columnsOf('n')} from (${now}) n where not exists (
      select from guankao.shown_states s
      where s.filing = n.filing and s.edition = n.edition and s.until_position is null)`.execute(tx);
}

const columns = [
  'filing',
  'edition',
  'reading',
  'sha256',
  'file_name',
  'event',
  'withheld',
  'settled_at',
  'settled_role',
  'settled_reason',
] as const;

function columnsOf(table?: string) {
  return sql.join(columns.map((name) => (table === undefined ? sql.ref(name) : sql.ref(`${table}.${name}`))));
}
