import type { Selectable, Transaction } from 'kysely';
import { Refusal } from '@guankao/domain';
import { AgencyTree, type Actor, type Agency, type Grant, type Person, type Role } from '@guankao/workflow';
import type { Database } from '../database/connect.ts';
import type { Tables } from '../database/tables.ts';
import { writing } from '../journal/journal.ts';
import { endAllAccess, keepAccountEvent } from './account-events.ts';
import { addAgency } from './agencies.ts';

export interface AccountRecord {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  /** argon2id; null: the one-time link has not been used yet. */
  readonly password: string | null;
}

export interface SessionRecord {
  readonly id: string;
  readonly createdAt: Date;
  readonly seenAt: Date;
  readonly expiresAt: Date;
}

/** What a script works with: its secret's hash, whose it is, and what of their rights it has. */
export interface TokenRecord {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** null: all that its person has. */
  readonly roles: readonly Role[] | null;
  readonly readOnly: boolean;
}

/** A session that nobody used for so long has ended (ASVS 3.3.2); drafts are kept meanwhile. */
const idleMinutes = 30;
/** Using it is written down no more often than this. */
const seenEvery = 60_000;

/** The first administrator with the ministry that he administers; the password as argon2id. */
interface FirstAdministratorRecord {
  readonly agency: { readonly id: string; readonly name: string };
  readonly account: { readonly id: string; readonly login: string; readonly name: string; readonly password: string };
}

/** A one-time link that can still be used. */
interface UsableLink {
  /** Whose password it sets; null: it makes the first administrator. */
  readonly account: { readonly id: string; readonly login: string; readonly name: string } | null;
}

/** Accounts, roles, sessions, tokens and one-time links. Secrets come in hashed: what is kept opens nothing. */
export interface Accounts {
  accountCount(): Promise<number>;
  accounts(): Promise<readonly Person[]>;
  accountByLogin(login: string): Promise<AccountRecord | null>;
  /** Throws a Refusal where the login is taken. */
  addAccount(
    account: { readonly id: string; readonly login: string; readonly name: string; readonly password: string | null },
    at: Date,
  ): Promise<void>;
  grant(account: string, grant: Grant): Promise<void>;
  /** Who an account is, with all its roles; null where there is none. */
  actor(account: string): Promise<Actor | null>;
  openSession(id: string, account: string, at: Date, expiresAt: Date): Promise<void>;
  /** The session's account, where it has not ended; from then on it was used at this moment. */
  sessionAccount(id: string, at: Date): Promise<string | null>;
  /** Those that have not ended, newest first. */
  sessionsOf(account: string, at: Date): Promise<readonly SessionRecord[]>;
  /** false where there was no such session. */
  endSession(id: string): Promise<boolean>;
  /** null where there is none, or it has ended. */
  token(id: string, at: Date): Promise<TokenRecord | null>;
  /** Those that have not ended, newest first. */
  tokensOf(account: string, at: Date): Promise<readonly TokenRecord[]>;
  addLink(id: string, account: string | null, expiresAt: Date): Promise<void>;
  /** Looks at a link and leaves it as it is; null where it is unknown, was used, or has expired. */
  usableLink(id: string, at: Date): Promise<UsableLink | null>;
  /**
   * Uses the link up, adds ministry, account and role: all of it, or nothing and false where the link is spent or
   * there are accounts already. Throws a Refusal where the agency's id is taken; the link then stays.
   */
  makeFirstAdministrator(link: string, made: FirstAdministratorRecord, at: Date): Promise<boolean>;
  /** Uses the link up, sets its account's password and ends the account's sessions, tokens and other links. The account's id; null where the link is spent. */
  setPasswordByLink(link: string, password: string, at: Date): Promise<string | null>;
  /** The account's own new password: its sessions, tokens and links end. */
  setOwnPassword(account: string, password: string, at: Date): Promise<void>;
  /** What cookies are signed with under this name: `fresh` where there is no key yet, else the one that all servers have. */
  signingKey(name: string, fresh: Uint8Array): Promise<Uint8Array>;
  /** Drops sessions and links that have ended. */
  sweepSessions(at: Date): Promise<void>;
}

export function accountsOn(db: Database): Accounts {
  return {
    accountCount: () => accountCount(db),
    accounts: () => peopleWithin(db),
    async accountByLogin(login) {
      const row = await db
        .selectFrom('accounts')
        .selectAll()
        .where('login', '=', login)
        .where('deactivated_at', 'is', null)
        .executeTakeFirst();
      if (row === undefined) return null;
      return {
        id: row.id,
        login: row.login,
        name: row.name,
        password: row.password,
      };
    },
    addAccount: (account, at) => addAccount(db, account, at),
    grant: (account, grant) => addGrant(db, account, grant),
    actor: (account) => actorWithin(db, account),
    async openSession(id, account, at, expiresAt) {
      await db
        .insertInto('sessions')
        .values({ id, account, created_at: at, expires_at: expiresAt, seen_at: at })
        .execute();
    },
    async sessionAccount(id, at) {
      const row = await db
        .selectFrom('sessions')
        .select(['account', 'seen_at'])
        .where('id', '=', id)
        .where('expires_at', '>', at)
        .where('seen_at', '>', idleSince(at))
        .executeTakeFirst();
      if (row === undefined) return null;
      if (at.getTime() - row.seen_at.getTime() >= seenEvery)
        await db.updateTable('sessions').set({ seen_at: at }).where('id', '=', id).where('seen_at', '<', at).execute();
      return row.account;
    },
    async sessionsOf(account, at) {
      const rows = await db
        .selectFrom('sessions')
        .selectAll()
        .where('account', '=', account)
        .where('expires_at', '>', at)
        .where('seen_at', '>', idleSince(at))
        .orderBy('created_at', 'desc')
        .execute();
      return rows.map(({ id, created_at: createdAt, seen_at: seenAt, expires_at: expiresAt }) => ({
        id,
        createdAt,
        seenAt,
        expiresAt,
      }));
    },
    async endSession(id) {
      const { numDeletedRows } = await db.deleteFrom('sessions').where('id', '=', id).executeTakeFirstOrThrow();
      return numDeletedRows > 0n;
    },
    async token(id, at) {
      const row = await liveTokens(db, at).where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : tokenRecord(row);
    },
    async tokensOf(account, at) {
      const rows = await liveTokens(db, at).where('account', '=', account).orderBy('created_at', 'desc').execute();
      return rows.map(tokenRecord);
    },
    async addLink(id, account, expiresAt) {
      await db.insertInto('links').values({ id, account, expires_at: expiresAt, used_at: null }).execute();
    },
    async usableLink(id, at) {
      const link = await db
        .selectFrom('links')
        .leftJoin('accounts', 'accounts.id', 'links.account')
        .select(['links.account', 'accounts.login', 'accounts.name'])
        .where('links.id', '=', id)
        .where('used_at', 'is', null)
        .where('expires_at', '>', at)
        .executeTakeFirst();
      if (link === undefined) return null;
      const { account, login, name } = link;
      return { account: account === null ? null : { id: account, login: login ?? '', name: name ?? '' } };
    },
    makeFirstAdministrator: (link, { agency, account }, at) =>
      writing(db, async (tx) => {
        if ((await accountCount(tx)) > 0 || (await useLink(tx, link, 'nobody', at)) === null) return false;
        await addAgency(tx, { ...agency, parent: null }, at);
        await addAccount(tx, account, at);
        const grant: Grant = { role: 'administrator', agency: agency.id };
        await addGrant(tx, account.id, grant);
        const deed = { actor: account.name, account: account.id, role: 'operator', at };
        await keepAccountEvent(tx, 'agency-added', agency.id, { agency: { ...agency, parent: null } }, deed);
        await keepAccountEvent(tx, 'account-invited', account.id, { login: account.login, grants: [] }, deed);
        await keepAccountEvent(tx, 'account-granted', account.id, { grant }, deed);
        await keepAccountEvent(tx, 'account-password-set', account.id, {}, deed);
        return true;
      }),
    setPasswordByLink: (link, password, at) =>
      writing(db, async (tx) => {
        const used = await useLink(tx, link, 'somebody', at);
        if (used === null || used.account === null) return null;
        await setPassword(tx, used.account, password, at);
        return used.account;
      }),
    setOwnPassword: (account, password, at) => writing(db, (tx) => setPassword(tx, account, password, at)),
    async signingKey(name, fresh) {
      await db
        .insertInto('signing_keys')
        .values({ name, key: Buffer.from(fresh) })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      const { key } = await db
        .selectFrom('signing_keys')
        .select('key')
        .where('name', '=', name)
        .executeTakeFirstOrThrow();
      return key;
    },
    async sweepSessions(at) {
      await db
        .deleteFrom('sessions')
        .where(({ or, eb }) => or([eb('expires_at', '<=', at), eb('seen_at', '<=', idleSince(at))]))
        .execute();
      await db.deleteFrom('links').where('expires_at', '<=', at).execute();
    },
  };
}

function idleSince(at: Date): Date {
  return new Date(at.getTime() - idleMinutes * 60_000);
}

function liveTokens(db: Database, at: Date) {
  return db.selectFrom('tokens').selectAll().where('revoked_at', 'is', null).where('expires_at', '>', at);
}

function tokenRecord(row: Selectable<Tables['tokens']>): TokenRecord {
  return {
    id: row.id,
    account: row.account,
    name: row.name,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    // The table holds only what an administering act wrote, so its roles are those of the type.
    roles: row.roles as Role[] | null,
    readOnly: row.read_only,
  };
}

/** All older access ends with the older password. */
async function setPassword(tx: Transaction<Tables>, account: string, password: string, at: Date): Promise<void> {
  const { name } = await tx
    .updateTable('accounts')
    .set({ password })
    .where('id', '=', account)
    .returning('name')
    .executeTakeFirstOrThrow();
  await endAllAccess(tx, account, at);
  await keepAccountEvent(tx, 'account-password-set', account, {}, { actor: name, account, role: 'self', at });
}

/** Who an account is, as the transaction sees it. */
export async function actorWithin(db: Database, account: string): Promise<Actor | null> {
  const found = await db
    .selectFrom('accounts')
    .select(['id', 'name'])
    .where('id', '=', account)
    .where('deactivated_at', 'is', null)
    .executeTakeFirst();
  if (found === undefined) return null;
  const grants = await db.selectFrom('grants').select(['role', 'agency']).where('account', '=', account).execute();
  return { ...found, grants: grants.map(asGrant) };
}

/** Everybody with an account, by login. */
export async function peopleWithin(db: Database): Promise<readonly Person[]> {
  const accounts = await db.selectFrom('accounts').selectAll().orderBy('login').execute();
  const grants = await db.selectFrom('grants').selectAll().orderBy('role').orderBy('agency').execute();
  const byAccount = Map.groupBy(grants, ({ account }) => account);
  return accounts.map(({ id, login, name, password, deactivated_at: ended }) => ({
    id,
    login,
    name,
    state: ended !== null ? 'deactivated' : password === null ? 'invited' : 'active',
    grants: (byAccount.get(id) ?? []).map(asGrant),
  }));
}

export async function agenciesOf(db: Database): Promise<readonly Agency[]> {
  return db.selectFrom('agencies').select(['id', 'name', 'parent']).orderBy('created_at').orderBy('id').execute();
}

export async function treeOf(db: Database): Promise<AgencyTree> {
  return new AgencyTree(await agenciesOf(db));
}

async function accountCount(db: Database): Promise<number> {
  const { count } = await db
    .selectFrom('accounts')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export async function addAccount(
  db: Database,
  { id, login, name, password }: Parameters<Accounts['addAccount']>[0],
  at: Date,
): Promise<void> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('accounts')
    .values({ id, login, name, password, created_at: at })
    .onConflict((conflict) => conflict.column('login').doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 0n) throw loginTaken(login);
}

export async function addGrant(db: Database, account: string, { role, agency }: Grant): Promise<void> {
  await db
    .insertInto('grants')
    .values({ account, role, agency })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Marks a link as used: of several at the same moment one succeeds, the others are given null. */
async function useLink(
  db: Database,
  id: string,
  of: 'nobody' | 'somebody',
  at: Date,
): Promise<{ readonly account: string | null } | null> {
  const used = await db
    .updateTable('links')
    .set({ used_at: at })
    .where('id', '=', id)
    .where('account', of === 'nobody' ? 'is' : 'is not', null)
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .returning('account')
    .executeTakeFirst();
  return used ?? null;
}

/** The table holds only what `grant` wrote, so its roles are those of the type. */
function asGrant({ role, agency }: { readonly role: string; readonly agency: string }): Grant {
  return { role: role as Role, agency };
}

function loginTaken(login: string): Refusal {
  return new Refusal('login-taken', 409, {
    'zh-Hant': `帳號「${login}」已有人使用。請換一個。`,
    en: `the login "${login}" is taken. Choose another.`,
  });
}
