import type { Selectable } from 'kysely';
import type { Database } from '../database/connect.ts';
import type { Tables } from '../database/tables.ts';

export type MailLocale = 'zh-Hant' | 'en';

/** Where a person's notices go by mail, and whether they do. */
export interface MailPerson {
  /** Id of the account. */
  readonly account: string;
  readonly address: string;
  readonly locale: MailLocale;
  /** When the address was asked for. */
  readonly askedAt: Date;
  /** null: nobody who reads mail there said so yet. */
  readonly confirmedAt: Date | null;
  /** Of the link by which it is confirmed. */
  readonly confirmSecret: string;
  /** Of the links by which mail is stopped: the same in every mail to this address. */
  readonly stopSecret: string;
  readonly stoppedAt: Date | null;
  /** When the mail server refused the address for good, and its words. */
  readonly refused: { readonly at: Date; readonly words: string } | null;
}

/** Addresses of mail: each person's own, in the record's database and in no event. */
export interface MailPeople {
  mailPerson(account: string): Promise<MailPerson | null>;
  mailPeople(accounts: readonly string[]): Promise<readonly MailPerson[]>;
  /** In place of what there was: a new address is not confirmed, not stopped and not refused. */
  keepMailPerson(
    person: Pick<MailPerson, 'account' | 'address' | 'locale' | 'confirmSecret' | 'stopSecret'>,
    at: Date,
  ): Promise<void>;
  setMailLocale(account: string, locale: MailLocale): Promise<void>;
  /** Gives up the address; what waits for it goes nowhere. */
  dropMailPerson(account: string): Promise<void>;
  /** Whose link it is; null where it was asked for before `since`, or is nobody's. Looks only. */
  mailToConfirm(secret: string, since: Date): Promise<MailPerson | null>;
  confirmMail(account: string, secret: string, at: Date): Promise<void>;
  /** Whose link it is; null where it is nobody's. */
  mailOfStopLink(secret: string): Promise<MailPerson | null>;
  /** `at` null: goes on. */
  stopMail(account: string, at: Date | null): Promise<void>;
  /** What the server said of this address; null: it may be tried again. An address that was changed meanwhile is another. */
  markRefused(account: string, address: string, refused: MailPerson['refused']): Promise<void>;
}

export function mailPeopleOn(db: Database): MailPeople {
  const found = (rows: readonly Selectable<Tables['mail_people']>[]) => rows.map(personIn);
  return {
    mailPerson: async (account) =>
      found(await db.selectFrom('mail_people').selectAll().where('account', '=', account).execute())[0] ?? null,
    async mailPeople(accounts) {
      if (accounts.length === 0) return [];
      const query = db
        .selectFrom('mail_people')
        .selectAll()
        .where('account', 'in', [...accounts]);
      return found(await query.orderBy('account').execute());
    },
    async keepMailPerson({ account, address, locale, confirmSecret, stopSecret }, at) {
      const values = {
        address,
        locale,
        asked_at: at,
        confirmed_at: null,
        confirm_secret: confirmSecret,
        stop_secret: stopSecret,
        stopped_at: null,
        refused_at: null,
        refused_words: null,
      };
      await db
        .insertInto('mail_people')
        .values({ account, ...values })
        .onConflict((conflict) => conflict.column('account').doUpdateSet(values))
        .execute();
    },
    async setMailLocale(account, locale) {
      await db.updateTable('mail_people').set({ locale }).where('account', '=', account).execute();
    },
    async dropMailPerson(account) {
      await db.deleteFrom('mail_people').where('account', '=', account).execute();
    },
    mailToConfirm: async (secret, since) =>
      found(
        await db
          .selectFrom('mail_people')
          .selectAll()
          .where('confirm_secret', '=', secret)
          .where('asked_at', '>', since)
          .execute(),
      )[0] ?? null,
    async confirmMail(account, secret, at) {
      await db
        .updateTable('mail_people')
        .set({ confirmed_at: at })
        .where('account', '=', account)
        .where('confirm_secret', '=', secret)
        .where('confirmed_at', 'is', null)
        .execute();
    },
    mailOfStopLink: async (secret) =>
      found(await db.selectFrom('mail_people').selectAll().where('stop_secret', '=', secret).execute())[0] ?? null,
    async stopMail(account, at) {
      await db.updateTable('mail_people').set({ stopped_at: at }).where('account', '=', account).execute();
    },
    async markRefused(account, address, refused) {
      await db
        .updateTable('mail_people')
        .set({ refused_at: refused?.at ?? null, refused_words: refused?.words ?? null })
        .where('account', '=', account)
        .where('address', '=', address)
        .execute();
    },
  };
}

function personIn(row: Selectable<Tables['mail_people']>): MailPerson {
  const { refused_at: at, refused_words: words } = row;
  return {
    account: row.account,
    address: row.address,
    // The table holds only what was kept above.
    locale: row.locale as MailLocale,
    askedAt: row.asked_at,
    confirmedAt: row.confirmed_at,
    confirmSecret: row.confirm_secret,
    stopSecret: row.stop_secret,
    stoppedAt: row.stopped_at,
    refused: at === null ? null : { at, words: words ?? '' },
  };
}
