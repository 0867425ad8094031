import { sql } from 'kysely';
import type { Database } from '../database/connect.ts';

/** The last move of each record that ever moved, by its id. */
export interface LastMoves {
  lastMoves(subjects: readonly string[]): Promise<ReadonlyMap<string, { readonly number: number; readonly at: Date }>>;
}

export function lastMovesOn(db: Database): LastMoves {
  return {
    async lastMoves(subjects) {
      const { rows } = await sql<{ subject: string; number: number; at: Date }>`
        select distinct on (subject) subject, number, at from guankao.events
        where subject = any(${[...subjects]}) and kind like '%-moved'
        order by subject, number desc`.execute(db);
      return new Map(rows.map(({ subject, number, at }) => [subject, { number, at }]));
    },
  };
}
