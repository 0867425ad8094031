import { randomUUID } from 'node:crypto';
import { Refusal } from '@guankao/domain';
import type { AccountAct, Deed, Office } from '@guankao/store';
import {
  accountPolicy,
  demand,
  may,
  roles,
  type AccountAction,
  type Actor,
  type Grant,
  type Role,
} from '@guankao/workflow';
import { fingerprint, newSecret } from './secrets.ts';

const welcomeLinkHours = 72;

/** Whoever administers accounts, and when. */
export interface Administering {
  readonly actor: Actor;
  readonly now: Date;
}

export interface Invitation {
  readonly login: string;
  readonly name: string;
  readonly grants: readonly { readonly role: string; readonly agency: string }[];
}

export interface Invited {
  readonly id: string;
  readonly login: string;
  /** Of the one-time link. */
  readonly secret: string;
}

/** Invites a person. Gives the account's id and the secret of its one-time link. */
export async function invite(office: Office, invitation: Invitation, who: Administering): Promise<Invited> {
  const [invited] = await inviteAll(office, [invitation], who);
  if (invited === undefined) throw new Error('nobody was invited');
  return invited;
}

/** Invites all of them, or nobody where one cannot be. */
export async function inviteAll(
  office: Office,
  invitations: readonly Invitation[],
  who: Administering,
): Promise<readonly Invited[]> {
  const tree = await office.tree();
  const own = who.actor.grants.find(({ role }) => role === 'administrator')?.agency ?? '';
  const made = invitations.map(({ login, name, grants }) => {
    const asked = grants.map(grantOf);
    for (const { agency } of asked) demand(accountPolicy, 'grant', who.actor, { id: null, agency }, tree);
    demand(accountPolicy, 'create', who.actor, { id: null, agency: asked[0]?.agency ?? own }, tree);
    const [id, secret] = [randomUUID(), newSecret()];
    const link = linkOf(secret, who.now);
    const act: AccountAct = { kind: 'account-invited', account: { id, login, name }, grants: asked, link };
    return { act, invited: { id, login, secret } };
  });
  await office.administer(
    made.map(({ act }) => act),
    deedOf(who),
  );
  return made.map(({ invited }) => invited);
}

/** A new one-time link: for an invitation that ran out, or a password that was lost. Older ones open nothing any more. */
export async function issueLink(office: Office, id: string, who: Administering): Promise<string> {
  await demandOver(office, id, 'reset', who);
  const secret = newSecret();
  await office.administer([{ kind: 'account-link-issued', id, link: linkOf(secret, who.now) }], deedOf(who));
  return secret;
}

export async function changeGrant(
  office: Office,
  kind: 'account-granted' | 'account-revoked',
  id: string,
  asked: { readonly role: string; readonly agency: string },
  who: Administering,
): Promise<void> {
  const grant = grantOf(asked);
  const action = kind === 'account-granted' ? 'grant' : 'revoke';
  await demandAccount(office, id, who);
  demand(accountPolicy, action, who.actor, { id, agency: grant.agency }, await office.tree());
  await office.administer([{ kind, id, grant }], deedOf(who));
}

export async function setActive(office: Office, id: string, active: boolean, who: Administering): Promise<void> {
  await demandOver(office, id, 'deactivate', who);
  const kind: AccountAct['kind'] = active ? 'account-reactivated' : 'account-deactivated';
  await office.administer([{ kind, id }], deedOf(who));
}

export async function addAgency(
  office: Office,
  agency: { readonly id: string; readonly name: string; readonly parent: string | null },
  who: Administering,
): Promise<void> {
  const over = agency.parent ?? agency.id;
  demand(accountPolicy, 'create', who.actor, { id: null, agency: over }, await office.tree());
  await office.administer([{ kind: 'agency-added', agency }], deedOf(who));
}

/** Whoever takes an account over, or ends it, administers every agency in which it has a role. */
async function demandOver(office: Office, id: string, action: AccountAction, who: Administering): Promise<void> {
  const { grants } = await demandAccount(office, id, who);
  const { actor } = who;
  const tree = await office.tree();
  const own = actor.grants.find(({ role }) => role === 'administrator')?.agency ?? '';
  const agencies = grants.length === 0 ? [own] : grants.map(({ agency }) => agency);
  for (const agency of agencies) demand(accountPolicy, action, actor, { id, agency }, tree);
}

/** Of an account in which one may administer nothing not even that it exists is told. */
async function demandAccount(
  office: Office,
  id: string,
  { actor }: Administering,
): Promise<{ readonly grants: readonly Grant[] }> {
  const [found, tree] = [(await office.accounts()).find((account) => account.id === id), await office.tree()];
  const sees = (agency: string) => may(accountPolicy, 'read', actor, { id, agency }, tree);
  const administers = actor.grants.some(({ role }) => role === 'administrator');
  const visible = found?.grants.length === 0 ? administers : found?.grants.some(({ agency }) => sees(agency));
  if (found !== undefined && visible === true) return found;
  throw new Refusal('no-such-account', 404, {
    'zh-Hant': `找不到「${id}」這個帳號，或您無權查看。`,
    en: `there is no account ${id}, or you may not see it.`,
  });
}

/** What was done to an account is shown to those who administer it. */
export async function demandHistory(office: Office, id: string, who: Administering): Promise<void> {
  await demandOver(office, id, 'read', who);
}

/** Agencies and their people are shown to those who work in one. */
export function demandSomeRole(actor: Actor): void {
  if (actor.grants.length > 0) return;
  throw new Refusal('no-role-yet', 403, {
    'zh-Hant': '您的帳號還沒有任何角色，看不到這裡的內容。請洽所屬機關的系統管理者授予角色。',
    en: 'your account has no role yet and sees nothing here. Ask the administrator of your agency for one.',
  });
}

/** A role is one of the six, whatever a form sends. */
function grantOf({ role, agency }: { readonly role: string; readonly agency: string }): Grant {
  const known = roles.find((one): one is Role => one === role);
  if (known !== undefined) return { role: known, agency };
  throw new Refusal('no-such-role', 422, {
    'zh-Hant': `沒有「${role}」這個角色。請從清單選擇。`,
    en: `there is no role "${role}". Choose one of the list.`,
  });
}

function linkOf(secret: string, now: Date) {
  return { id: fingerprint(secret), expiresAt: new Date(now.getTime() + welcomeLinkHours * 3_600_000) };
}

function deedOf({ actor, now }: Administering): Deed {
  return { actor: actor.name, account: actor.id, role: 'administrator', at: now };
}
