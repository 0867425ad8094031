import { setTimeout as wait } from 'node:timers/promises';
import type { Store } from '@guankao/store';

/** Milliseconds between two looks: what is measured is as coarse. */
const between = 10;

export interface Delay {
  /** Milliseconds from an event's being seen to a signed head over it being seen, of all events that were seen come. */
  readonly times: readonly number[];
  /** The same of the last event. */
  readonly last: number;
}

interface Watch {
  /** Until a head stands over the last event. */
  settled(): Promise<void>;
  end(): Promise<Delay>;
}

/** Watches journal and heads as a reader of the database sees them. */
export function nextCheckpoints({ connection }: Store): Watch {
  const seen: { readonly event: number; readonly at: number }[] = [];
  const times: number[] = [];
  const over = new AbortController();
  let [signed, begun] = [0, false];
  const look = async (): Promise<void> => {
    const { rows } = await connection.pool.query<{ last: number; head: number }>(
      `select (select max(number) from guankao.events) as last,
         (select size from guankao.log_checkpoints order by signed_at desc, size desc limit 1) as head`,
    );
    const now = performance.now();
    const { last = 0, head = 0 } = rows[0] ?? {};
    // What was there before the first look came at a time that nobody knows.
    if (!begun) seen.push({ event: last, at: Number.NaN });
    begun = true;
    for (let event = (seen.at(-1)?.event ?? 0) + 1; event <= last; event++) seen.push({ event, at: now });
    for (const { event, at } of seen.filter((one) => one.event > signed && one.event <= head && !Number.isNaN(one.at)))
      times[event] = now - at;
    signed = Math.max(signed, head);
  };
  const watching = (async () => {
    while (!over.signal.aborted) {
      await look();
      await wait(between);
    }
  })();
  return {
    async settled() {
      while (signed < (seen.at(-1)?.event ?? 0)) await wait(between);
    },
    async end() {
      over.abort();
      await watching;
      const measured = times.filter((time) => time !== undefined);
      return { times: measured, last: measured.at(-1) ?? Number.NaN };
    },
  };
}
