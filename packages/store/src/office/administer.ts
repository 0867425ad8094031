import type { Transaction } from 'kysely';
import { Refusal } from '@guankao/domain';
import type { Agency, Grant } from '@guankao/workflow';
import type { Database } from '../database/connect.ts';
import type { Tables } from '../database/tables.ts';
import type { Deed } from '../journal/event.ts';
import { writing } from '../journal/journal.ts';
import { endAllAccess, keepAccountEvent } from './account-events.ts';
import { addAccount, addGrant, type TokenRecord } from './accounts.ts';
import { addAgency } from './agencies.ts';

/** What an administrator does to accounts and agencies, and a person to their own. Each is an event, without any secret. */
export type AccountAct =
  | {
      readonly kind: 'account-invited';
      readonly account: { readonly id: string; readonly login: string; readonly name: string };
      readonly grants: readonly Grant[];
      readonly link: OneTimeLink;
    }
  | { readonly kind: 'account-link-issued'; readonly id: string; readonly link: OneTimeLink }
  | { readonly kind: 'account-granted' | 'account-revoked'; readonly id: string; readonly grant: Grant }
  | { readonly kind: 'account-deactivated' | 'account-reactivated'; readonly id: string }
  | {
      readonly kind: 'account-token-made';
      readonly id: string;
      readonly token: Pick<TokenRecord, 'id' | 'name' | 'expiresAt' | 'roles' | 'readOnly'>;
    }
  | { readonly kind: 'account-token-revoked' | 'account-session-ended'; readonly id: string; readonly ended: string }
  | { readonly kind: 'agency-added'; readonly agency: Agency };

/** Its id is the secret's hash. */
interface OneTimeLink {
  readonly id: string;
  readonly expiresAt: Date;
}

/** Does all of it and writes it down, in one transaction, or nothing. */
export async function administer(db: Database, acts: readonly AccountAct[], deed: Deed): Promise<void> {
  return writing(db, async (tx) => {
    for (const act of acts) {
      const payload = await carryOut(tx, act, deed.at);
      await keepAccountEvent(tx, act.kind, subjectOf(act), payload, deed);
    }
  });
}

function subjectOf(act: AccountAct): string {
  if (act.kind === 'agency-added') return act.agency.id;
  return act.kind === 'account-invited' ? act.account.id : act.id;
}

/** Gives what the event says of it. */
async function carryOut(tx: Transaction<Tables>, act: AccountAct, at: Date): Promise<object> {
  switch (act.kind) {
    case 'agency-added':
      await addAgency(tx, act.agency, at);
      return { agency: act.agency };
    case 'account-invited':
      await addAccount(tx, { ...act.account, password: null }, at);
      for (const grant of act.grants) await addGrant(tx, act.account.id, grant);
      await addLink(tx, act.account.id, act.link);
      return { login: act.account.login, grants: act.grants };
    case 'account-link-issued':
      // Older links of the account open nothing any more.
      await tx.deleteFrom('links').where('account', '=', act.id).where('used_at', 'is', null).execute();
      await addLink(tx, act.id, act.link);
      return { expiresAt: act.link.expiresAt.toISOString() };
    case 'account-token-made': {
      const { id, name, expiresAt, roles, readOnly } = act.token;
      const owned = { account: act.id, created_at: at, expires_at: expiresAt, revoked_at: null };
      await tx
        .insertInto('tokens')
        .values({ id, name, ...owned, roles: roles === null ? null : [...roles], read_only: readOnly })
        .execute();
      return { name, roles, readOnly, expiresAt: expiresAt.toISOString() };
    }
    case 'account-token-revoked': {
      const { name } = await tx
        .updateTable('tokens')
        .set({ revoked_at: at })
        .where('id', '=', act.ended)
        .where('account', '=', act.id)
        .returning('name')
        .executeTakeFirstOrThrow();
      return { name };
    }
    case 'account-session-ended':
      await tx.deleteFrom('sessions').where('id', '=', act.ended).where('account', '=', act.id).execute();
      return {};
    case 'account-granted':
      await addGrant(tx, act.id, act.grant);
      return { grant: act.grant };
    case 'account-revoked':
      await demandAnotherAdministrator(tx, act.id, act.grant);
      await removeGrant(tx, act.id, act.grant);
      return { grant: act.grant };
    case 'account-deactivated':
      for (const grant of await grantsOf(tx, act.id)) await demandAnotherAdministrator(tx, act.id, grant);
      await tx.updateTable('accounts').set({ deactivated_at: at }).where('id', '=', act.id).execute();
      await endAllAccess(tx, act.id, at);
      return {};
    case 'account-reactivated':
      await tx.updateTable('accounts').set({ deactivated_at: null }).where('id', '=', act.id).execute();
      return {};
  }
}

async function addLink(tx: Transaction<Tables>, account: string, { id, expiresAt }: OneTimeLink): Promise<void> {
  await tx.insertInto('links').values({ id, account, expires_at: expiresAt, used_at: null }).execute();
}

async function removeGrant(tx: Transaction<Tables>, account: string, { role, agency }: Grant): Promise<void> {
  await tx
    .deleteFrom('grants')
    .where('account', '=', account)
    .where('role', '=', role)
    .where('agency', '=', agency)
    .execute();
}

async function grantsOf(tx: Transaction<Tables>, account: string): Promise<readonly Grant[]> {
  return (await tx.selectFrom('grants').select(['role', 'agency']).where('account', '=', account).execute()) as Grant[];
}

/** An agency keeps somebody who can mend its accounts. */
async function demandAnotherAdministrator(
  tx: Transaction<Tables>,
  account: string,
  { role, agency }: Grant,
): Promise<void> {
  if (role !== 'administrator') return;
  const another = await tx
    .selectFrom('grants')
    .innerJoin('accounts', 'accounts.id', 'grants.account')
    .select('grants.account')
    .where('role', '=', 'administrator')
    .where('agency', '=', agency)
    .where('grants.account', '!=', account)
    .where('deactivated_at', 'is', null)
    .executeTakeFirst();
  if (another !== undefined) return;
  throw new Refusal('last-administrator', 409, {
    'zh-Hant': '這是該機關唯一的系統管理者，不能停用或收回角色。請先授予另一人系統管理角色。',
    en: 'this is the only administrator of the agency: neither account nor role can be taken away. Give the role to somebody else first.',
  });
}
