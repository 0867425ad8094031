import { Refusal } from '@guankao/domain';
import { AgencyTree, type Actor, type Agency, type Grant, type Role } from '@guankao/workflow';
import type { Database } from '../database/connect.ts';

export interface AccountRecord {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  /** argon2id; null: the one-time link has not been used yet. */
  readonly password: string | null;
  readonly failures: number;
  readonly lockedUntil: Date | null;
}

/** Accounts, roles, sessions, tokens and one-time links. Secrets come in hashed: what is kept opens nothing. */
export interface Accounts {
  accountCount(): Promise<number>;
  accounts(): Promise<
    readonly (Pick<AccountRecord, 'id' | 'login' | 'name'> & { readonly grants: readonly Grant[] })[]
  >;
  accountByLogin(login: string): Promise<AccountRecord | null>;
  /** Throws a Refusal where the login is taken. */
  addAccount(
    account: { readonly id: string; readonly login: string; readonly name: string; readonly password: string | null },
    at: Date,
  ): Promise<void>;
  setPassword(account: string, password: string): Promise<void>;
  noteFailure(account: string, failures: number, lockedUntil: Date | null): Promise<void>;
  grant(account: string, grant: Grant): Promise<void>;
  revoke(account: string, grant: Grant): Promise<void>;
  /** Who an account is, with all its roles; null where there is none. */
  actor(account: string): Promise<Actor | null>;
  openSession(id: string, account: string, at: Date, expiresAt: Date): Promise<void>;
  /** The session's account, where it has not ended. */
  sessionAccount(id: string, at: Date): Promise<string | null>;
  endSession(id: string): Promise<void>;
  endSessionsOf(account: string): Promise<void>;
  addToken(id: string, account: string, name: string, at: Date): Promise<void>;
  tokenAccount(id: string): Promise<string | null>;
  revokeToken(id: string, at: Date): Promise<void>;
  addLink(id: string, account: string | null, expiresAt: Date): Promise<void>;
  /** Uses a link up: the second time gives null, as does one that has expired. */
  useLink(id: string, at: Date): Promise<{ readonly account: string | null } | null>;
}

export function accountsOn(db: Database): Accounts {
  return {
    async accountCount() {
      const { count } = await db
        .selectFrom('accounts')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return count;
    },
    async accounts() {
      const accounts = await db.selectFrom('accounts').select(['id', 'login', 'name']).orderBy('login').execute();
      const grants = await db.selectFrom('grants').selectAll().orderBy('role').orderBy('agency').execute();
      return accounts.map((account) => ({
        ...account,
        grants: grants.filter((grant) => grant.account === account.id).map(asGrant),
      }));
    },
    async accountByLogin(login) {
      const row = await db.selectFrom('accounts').selectAll().where('login', '=', login).executeTakeFirst();
      if (row === undefined) return null;
      return {
        id: row.id,
        login: row.login,
        name: row.name,
        password: row.password,
        failures: row.failures,
        lockedUntil: row.locked_until,
      };
    },
    async addAccount({ id, login, name, password }, at) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('accounts')
        .values({ id, login, name, password, locked_until: null, created_at: at })
        .onConflict((conflict) => conflict.column('login').doNothing())
        .executeTakeFirstOrThrow();
      if (numInsertedOrUpdatedRows === 0n) throw loginTaken(login);
    },
    async setPassword(account, password) {
      await db
        .updateTable('accounts')
        .set({ password, failures: 0, locked_until: null })
        .where('id', '=', account)
        .execute();
    },
    async noteFailure(account, failures, lockedUntil) {
      await db.updateTable('accounts').set({ failures, locked_until: lockedUntil }).where('id', '=', account).execute();
    },
    async grant(account, { role, agency }) {
      await db
        .insertInto('grants')
        .values({ account, role, agency })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    async revoke(account, { role, agency }) {
      await db
        .deleteFrom('grants')
        .where('account', '=', account)
        .where('role', '=', role)
        .where('agency', '=', agency)
        .execute();
    },
    actor: (account) => actorWithin(db, account),
    async openSession(id, account, at, expiresAt) {
      await db.insertInto('sessions').values({ id, account, created_at: at, expires_at: expiresAt }).execute();
    },
    async sessionAccount(id, at) {
      const row = await db
        .selectFrom('sessions')
        .select('account')
        .where('id', '=', id)
        .where('expires_at', '>', at)
        .executeTakeFirst();
      return row?.account ?? null;
    },
    async endSession(id) {
      await db.deleteFrom('sessions').where('id', '=', id).execute();
    },
    async endSessionsOf(account) {
      await db.deleteFrom('sessions').where('account', '=', account).execute();
    },
    async addToken(id, account, name, at) {
      await db.insertInto('tokens').values({ id, account, name, created_at: at, revoked_at: null }).execute();
    },
    async tokenAccount(id) {
      const row = await db
        .selectFrom('tokens')
        .select('account')
        .where('id', '=', id)
        .where('revoked_at', 'is', null)
        .executeTakeFirst();
      return row?.account ?? null;
    },
    async revokeToken(id, at) {
      await db.updateTable('tokens').set({ revoked_at: at }).where('id', '=', id).execute();
    },
    async addLink(id, account, expiresAt) {
      await db.insertInto('links').values({ id, account, expires_at: expiresAt, used_at: null }).execute();
    },
    async useLink(id, at) {
      const used = await db
        .updateTable('links')
        .set({ used_at: at })
        .where('id', '=', id)
        .where('used_at', 'is', null)
        .where('expires_at', '>', at)
        .returning('account')
        .executeTakeFirst();
      return used ?? null;
    },
  };
}

/** Who an account is, as the transaction sees it. */
export async function actorWithin(db: Database, account: string): Promise<Actor | null> {
  const found = await db.selectFrom('accounts').select(['id', 'name']).where('id', '=', account).executeTakeFirst();
  if (found === undefined) return null;
  const grants = await db.selectFrom('grants').select(['role', 'agency']).where('account', '=', account).execute();
  return { ...found, grants: grants.map(asGrant) };
}

export async function agenciesOf(db: Database): Promise<readonly Agency[]> {
  return db.selectFrom('agencies').select(['id', 'name', 'parent']).orderBy('created_at').orderBy('id').execute();
}

export async function treeOf(db: Database): Promise<AgencyTree> {
  return new AgencyTree(await agenciesOf(db));
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
