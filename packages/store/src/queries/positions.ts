import type { Catalogue, Position } from '../catalogue.ts';
import type { Database } from '../database/connect.ts';
import { inTaipei } from './filings.ts';

/** Events by number and by time. */
export function positionsOn(db: Database): Pick<Catalogue, 'position' | 'lastBefore'> {
  const events = () => db.selectFrom('events').select(['number', 'at']);
  return {
    position: async (number) => positionOf(await events().where('number', '=', number).executeTakeFirst()),
    // No event is earlier than the one before it, so that the last by time is the last by number.
    lastBefore: async (time) =>
      positionOf(
        await events()
          .where('at', '<', time)
          .orderBy('at', 'desc')
          .orderBy('number', 'desc')
          .limit(1)
          .executeTakeFirst(),
      ),
  };
}

function positionOf(event: { readonly number: number; readonly at: Date } | undefined): Position | null {
  return event === undefined ? null : { number: event.number, at: inTaipei(event.at) };
}
