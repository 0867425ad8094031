import { sql } from 'kysely';
import type { Catalogue, Position } from '../catalogue.ts';
import type { Database } from '../database/connect.ts';
import { inTaipei } from './filings.ts';

/** Times of which the last event before them is kept at hand: some five years of days. */
const mostTimes = 2_000;

/** Events by number and by time. */
export function positionsOn(db: Database): Pick<Catalogue, 'position' | 'lastBefore'> {
  const events = () => db.selectFrom('events').select(['number', 'at']);
  const known = new Map<number, Position | null>();
  return {
    position: async (number) => positionOf(await events().where('number', '=', number).executeTakeFirst()),
    lastBefore: async (time) => {
      const kept = known.get(time.getTime());
      if (kept !== undefined) return kept;
      const { last, isOver } = await lastBefore(db, time);
      if (known.size >= mostTimes) known.clear();
      if (isOver) known.set(time.getTime(), last);
      return last;
    },
  };
}

/**
 * No event is earlier than the one before it, so that the last by time is the last by number, and stays it where another
 * one has come since (`isOver`).
 */
async function lastBefore(
  db: Database,
  time: Date,
): Promise<{ readonly last: Position | null; readonly isOver: boolean }> {
  const { rows } = await sql<{ number: number | null; at: Date | null; isOver: boolean }>`
    select last.number, last.at, exists (select from guankao.events where at >= ${time}) as "isOver"
    from (select) as one left join lateral (
      select number, at from guankao.events where at < ${time} order by at desc, number desc limit 1
    ) as last on true`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('no answer to which event was the last');
  const { number, at, isOver } = row;
  return { last: positionOf(number === null || at === null ? undefined : { number, at }), isOver };
}

function positionOf(event: { readonly number: number; readonly at: Date } | undefined): Position | null {
  return event === undefined ? null : { number: event.number, at: inTaipei(event.at) };
}
