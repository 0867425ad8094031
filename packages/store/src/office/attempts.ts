import { sql } from 'kysely';
import type { Database } from '../database/connect.ts';

/** How many wrong attempts in a row are looked at, and how long the pauses after them are. */
export interface AttemptRule {
  /** Wrong attempts before the first pause. */
  readonly allowed: number;
  readonly firstPauseSeconds: number;
  /** Each further wrong attempt doubles the pause, to this at most. */
  readonly longestPauseSeconds: number;
  /** After so long without an attempt counting begins anew. */
  readonly forgottenAfterSeconds: number;
}

/** How often a costly request may be made. */
export interface RequestRule {
  readonly most: number;
  readonly windowSeconds: number;
}

/**
 * What is counted by all servers of one record together. Each count is one statement that counts and decides at once:
 * of any number of requests at the same moment, on any number of servers, no more are let through than the rule allows.
 */
export interface Attempts {
  /**
   * Counts an attempt before it is looked at. null: look at it, and take it back if it was right.
   * A time: nothing was counted, and none is looked at before then.
   */
  countAttempt(subject: string, rule: AttemptRule, at: Date): Promise<Date | null>;
  /** The attempt was right. A pause that has begun stays: those who guessed beside it are not let in by it. */
  takeBackAttempt(subject: string): Promise<void>;
  /** null: go on. A time: there were as many as the rule allows, and the window ends then. */
  countRequest(subject: string, rule: RequestRule, at: Date): Promise<Date | null>;
  /** Counts nothing: whether `countRequest` would refuse now, and until when. */
  requestsUntil(subject: string, rule: RequestRule, at: Date): Promise<Date | null>;
  /** As if the last one had not been made. */
  takeBackRequest(subject: string): Promise<void>;
  /** Drops what no longer says anything. */
  sweepAttempts(before: Date): Promise<void>;
}

export function attemptsOn(db: Database): Attempts {
  return {
    async countAttempt(subject, rule, at) {
      const counted = await sql`
        insert into guankao.sign_in_attempts as known (subject, failures, last_at, paused_until)
        values (${subject}, 1, ${at}, ${pauseAfter(sql`1`, rule, at)})
        on conflict (subject) do update set
          failures = ${failuresNow(rule, at)},
          last_at = ${at},
          paused_until = ${pauseAfter(failuresNow(rule, at), rule, at)}
        where known.paused_until is null or known.paused_until <= ${at}
        returning 1`.execute(db);
      if (counted.rows.length > 0) return null;
      const paused = await db
        .selectFrom('sign_in_attempts')
        .select('paused_until')
        .where('subject', '=', subject)
        .executeTakeFirst();
      return paused?.paused_until ?? later(at, rule.firstPauseSeconds);
    },
    async takeBackAttempt(subject) {
      await db
        .updateTable('sign_in_attempts')
        .set(({ fn, eb, val }) => ({ failures: fn('greatest', [eb('failures', '-', 1), val(0)]) }))
        .where('subject', '=', subject)
        .execute();
    },
    async countRequest(subject, { most, windowSeconds }, at) {
      const windowBegan = later(at, -windowSeconds);
      const counted = await sql`
        insert into guankao.request_counts as known (subject, since, count) values (${subject}, ${at}, 1)
        on conflict (subject) do update set
          since = case when known.since <= ${windowBegan} then ${at} else known.since end,
          count = case when known.since <= ${windowBegan} then 1 else known.count + 1 end
        where known.since <= ${windowBegan} or known.count < ${most}
        returning 1`.execute(db);
      if (counted.rows.length > 0) return null;
      const known = await db
        .selectFrom('request_counts')
        .select('since')
        .where('subject', '=', subject)
        .executeTakeFirst();
      return later(known?.since ?? at, windowSeconds);
    },
    async requestsUntil(subject, { most, windowSeconds }, at) {
      const full = await db
        .selectFrom('request_counts')
        .select('since')
        .where('subject', '=', subject)
        .where('since', '>', later(at, -windowSeconds))
        .where('count', '>=', most)
        .executeTakeFirst();
      return full === undefined ? null : later(full.since, windowSeconds);
    },
    async takeBackRequest(subject) {
      await db
        .updateTable('request_counts')
        .set(({ fn, eb, val }) => ({ count: fn('greatest', [eb('count', '-', 1), val(0)]) }))
        .where('subject', '=', subject)
        .execute();
    },
    async sweepAttempts(before) {
      await db.deleteFrom('sign_in_attempts').where('last_at', '<', before).execute();
      await db.deleteFrom('request_counts').where('since', '<', before).execute();
    },
  };
}

/** Of the row that is there, with this attempt. */
function failuresNow({ forgottenAfterSeconds }: AttemptRule, at: Date) {
  return sql<number>`(case when known.last_at <= ${later(at, -forgottenAfterSeconds)} then 1 else known.failures + 1 end)`;
}

/** Until when nothing is looked at after so many failures; null where there are fewer than the rule allows. */
function pauseAfter(failures: ReturnType<typeof sql<number>>, rule: AttemptRule, at: Date) {
  const { allowed, firstPauseSeconds, longestPauseSeconds } = rule;
  return sql<Date | null>`(case when ${failures} >= ${allowed}::integer
    then ${at}::timestamptz + make_interval(secs => least(${longestPauseSeconds}, ${firstPauseSeconds} * power(2, least(${failures} - ${allowed}::integer, 30)))) end)`;
}

function later(at: Date, seconds: number): Date {
  return new Date(at.getTime() + seconds * 1_000);
}
