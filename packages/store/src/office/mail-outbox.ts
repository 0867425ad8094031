import { sql, type Selectable } from 'kysely';
import type { Database } from '../database/connect.ts';
import type { Tables } from '../database/tables.ts';
import type { MailLocale } from './mail-people.ts';

/** confirmation: whether an address is theirs; digest: what there is for a person on a day. */
type MailKind = 'confirmation' | 'digest';

/**
 * waiting: to be handed over. marked: being handed over. sent: the mail server took it. refused: it will not.
 * unknown: it may have it, or not, and is not sent again. dropped: there was no need any more.
 */
type MailState = 'waiting' | 'marked' | 'sent' | 'refused' | 'unknown' | 'dropped';

export interface NewMail {
  /** The same for the same mail: it is put in once, whoever does it and how often. */
  readonly key: string;
  readonly kind: MailKind;
  /** Id. */
  readonly account: string;
  readonly address: string;
  readonly locale: MailLocale;
  /** After that it says nothing any more and is dropped. */
  readonly until: Date;
}

export interface OutboxMail extends NewMail {
  readonly id: number;
  readonly state: MailState;
  readonly madeAt: Date;
  /** When it is tried, while it waits. */
  readonly nextAt: Date;
  readonly attempts: number;
  readonly endedAt: Date | null;
  /** The mail server's, or why it was not handed over; null: nothing went wrong. */
  readonly words: string | null;
  /** How many it holds. */
  readonly notices: number;
}

interface OutboxQuery {
  /** Of these accounts. */
  readonly accounts: readonly string[];
  readonly states?: readonly MailState[];
  /** Only those with a smaller id. */
  readonly before: number | null;
  readonly most: number;
}

/** How a mail ended. */
interface MailEnd {
  readonly state: Exclude<MailState, 'waiting' | 'marked'>;
  readonly words: string | null;
}

/**
 * Mails on their way out. A mail is marked before it is handed over, in a transaction that ends before: of any number
 * of programs on one database one gets it, and after a crash it is not sent by another.
 */
export interface MailOutbox {
  /** Gives how many are new. */
  enqueueMail(mails: readonly NewMail[], at: Date): Promise<number>;
  /** Puts the digests of a day in, once for all programs: false where it was done. */
  enqueueDay(day: string, mails: readonly NewMail[], at: Date): Promise<boolean>;
  dayIsEnqueued(day: string): Promise<boolean>;
  /** The next that is due, marked as ours; null where none is. */
  claimMail(at: Date): Promise<OutboxMail | null>;
  /** Keeps which notices this mail tells; gives those that no mail told the person before. */
  tellOnce(
    mail: Pick<OutboxMail, 'key' | 'id' | 'account'>,
    notices: readonly string[],
    at: Date,
  ): Promise<ReadonlySet<string>>;
  /** Of these, those that a mail told the person. */
  toldOf(account: string, notices: readonly string[]): Promise<ReadonlySet<string>>;
  /** It was surely not handed over: it waits until `nextAt`, and what it would have told was not told. */
  putMailBack(mail: Pick<OutboxMail, 'key' | 'id'>, nextAt: Date, words: string): Promise<void>;
  /** What was surely not handed over was not told. */
  endMail(mail: Pick<OutboxMail, 'key' | 'id'>, end: MailEnd, at: Date): Promise<void>;
  /** Those that were marked before then and of which nothing was heard: they may have been sent. Gives how many. */
  giveUpLostMail(before: Date, words: string, at: Date): Promise<number>;
  /** Newest first. */
  outbox(query: OutboxQuery): Promise<readonly OutboxMail[]>;
  /** Mails that ended before then. */
  sweepOutbox(before: Date): Promise<void>;
}

export function mailOutboxOn(db: Database): MailOutbox {
  return {
    enqueueMail: (mails, at) => enqueue(db, mails, at),
    enqueueDay: (day, mails, at) =>
      db.transaction().execute(async (tx) => {
        const { numInsertedOrUpdatedRows: first } = await tx
          .insertInto('mail_days')
          .values({ day, planned_at: at })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirstOrThrow();
        if (first === 0n) return false;
        await enqueue(tx, mails, at);
        return true;
      }),
    dayIsEnqueued: async (day) =>
      (await db.selectFrom('mail_days').select('day').where('day', '=', day).executeTakeFirst()) !== undefined,
    async claimMail(at) {
      const claimed = await db
        .updateTable('mail_outbox')
        .set(({ eb }) => ({ state: 'marked', marked_at: at, attempts: eb('attempts', '+', 1) }))
        .where('id', '=', ({ selectFrom }) =>
          selectFrom('mail_outbox')
            .select('id')
            .where('state', '=', 'waiting')
            .where('next_at', '<=', at)
            .orderBy('next_at')
            .orderBy('id')
            .limit(1)
            .forUpdate()
            .skipLocked(),
        )
        .returningAll()
        .executeTakeFirst();
      return claimed === undefined ? null : mailIn(claimed);
    },
    async tellOnce({ key, account }, notices, at) {
      if (notices.length === 0) return new Set();
      const told = await db
        .insertInto('mail_told')
        .values([...new Set(notices)].map((notice) => ({ account, key: notice, mail: key, at })))
        .onConflict((conflict) => conflict.doNothing())
        .returning('key')
        .execute();
      return new Set(told.map((one) => one.key));
    },
    async toldOf(account, notices) {
      if (notices.length === 0) return new Set();
      const told = await db
        .selectFrom('mail_told')
        .select('key')
        .where('account', '=', account)
        .where('key', 'in', [...notices])
        .execute();
      return new Set(told.map(({ key }) => key));
    },
    putMailBack: ({ id, key }, nextAt, words) =>
      db.transaction().execute(async (tx) => {
        const { numUpdatedRows } = await tx
          .updateTable('mail_outbox')
          .set({ state: 'waiting', next_at: nextAt, words, marked_at: null })
          .where('id', '=', id)
          .where('state', '=', 'marked')
          .executeTakeFirstOrThrow();
        if (numUpdatedRows > 0n) await untell(tx, key);
      }),
    endMail: ({ id, key }, { state, words }, at) =>
      db.transaction().execute(async (tx) => {
        if (state === 'refused' || state === 'dropped') await untell(tx, key);
        await tx
          .updateTable('mail_outbox')
          .set({ state, words, ended_at: at, notices: toldBy(key) })
          .where('id', '=', id)
          .where('state', 'in', ['marked', 'unknown'])
          .execute();
      }),
    async giveUpLostMail(before, words, at) {
      const { numUpdatedRows } = await db
        .updateTable('mail_outbox')
        .set({ state: 'unknown', words, ended_at: at })
        .where('state', '=', 'marked')
        .where('marked_at', '<', before)
        .executeTakeFirstOrThrow();
      return Number(numUpdatedRows);
    },
    async outbox({ accounts, states, before, most }) {
      if (accounts.length === 0) return [];
      let query = db
        .selectFrom('mail_outbox')
        .selectAll()
        .where('account', 'in', [...accounts]);
      if (states !== undefined) query = query.where('state', 'in', [...states]);
      if (before !== null) query = query.where('id', '<', before);
      return (await query.orderBy('id', 'desc').limit(most).execute()).map(mailIn);
    },
    async sweepOutbox(before) {
      await db.deleteFrom('mail_outbox').where('ended_at', '<', before).execute();
    },
  };
}

async function enqueue(db: Database, mails: readonly NewMail[], at: Date): Promise<number> {
  if (mails.length === 0) return 0;
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('mail_outbox')
    .values(mails.map((mail) => ({ ...mail, state: 'waiting', made_at: at, next_at: at })))
    .onConflict((conflict) => conflict.column('key').doNothing())
    .executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows);
}

async function untell(tx: Database, mail: string): Promise<void> {
  await tx.deleteFrom('mail_told').where('mail', '=', mail).execute();
}

function toldBy(mail: string) {
  return sql<number>`(select count(*)::integer from guankao.mail_told where mail = ${mail})`;
}

function mailIn(row: Selectable<Tables['mail_outbox']>): OutboxMail {
  return {
    id: row.id,
    key: row.key,
    // The table holds only what was put in above.
    kind: row.kind as MailKind,
    account: row.account,
    address: row.address,
    locale: row.locale as MailLocale,
    state: row.state as MailState,
    madeAt: row.made_at,
    nextAt: row.next_at,
    until: row.until,
    attempts: row.attempts,
    endedAt: row.ended_at,
    words: row.words,
    notices: row.notices,
  };
}
