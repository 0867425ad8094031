import { randomUUID } from 'node:crypto';
import { Refusal } from '@guankao/domain';
import type { AccountAct, Deed, Office } from '@guankao/store';
import { accountPolicy, demand, roles, type AccountAction, type Actor, type Grant, type Role } from '@guankao/workflow';
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

/** Invites a person. Gives the account's id and the secret of its one-time link. */
export async function invite(
  office: Office,
  { login, name, grants }: Invitation,
  who: Administering,
): Promise<{ readonly id: string; readonly secret: string }> {
  const asked = grants.map(grantOf);
  const tree = await office.tree();
  for (const { agency } of asked) demand(accountPolicy, 'grant', who.actor, { id: null, agency }, tree);
  const own = who.actor.grants.find(({ role }) => role === 'administrator')?.agency ?? '';
  demand(accountPolicy, 'create', who.actor, { id: null, agency: asked[0]?.agency ?? own }, tree);
  const [id, secret] = [randomUUID(), newSecret()];
  const link = linkOf(secret, who.now);
  await office.administer({ kind: 'account-invited', account: { id, login, name }, grants: asked, link }, deedOf(who));
  return { id, secret };
}

/** A new one-time link: for an invitation that ran out, or a password that was lost. Older ones open nothing any more. */
export async function issueLink(office: Office, id: string, who: Administering): Promise<string> {
  await demandOver(office, id, 'reset', who);
  const secret = newSecret();
  await office.administer({ kind: 'account-link-issued', id, link: linkOf(secret, who.now) }, deedOf(who));
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
  demand(accountPolicy, action, who.actor, { id, agency: grant.agency }, await office.tree());
  await demandAccount(office, id);
  await office.administer({ kind, id, grant }, deedOf(who));
}

export async function setActive(office: Office, id: string, active: boolean, who: Administering): Promise<void> {
  await demandOver(office, id, 'deactivate', who);
  const kind: AccountAct['kind'] = active ? 'account-reactivated' : 'account-deactivated';
  await office.administer({ kind, id }, deedOf(who));
}

export async function addAgency(
  office: Office,
  agency: { readonly id: string; readonly name: string; readonly parent: string | null },
  who: Administering,
): Promise<void> {
  const over = agency.parent ?? agency.id;
  demand(accountPolicy, 'create', who.actor, { id: null, agency: over }, await office.tree());
  await office.administer({ kind: 'agency-added', agency }, deedOf(who));
}

/** Whoever takes an account over, or ends it, administers every agency in which it has a role. */
async function demandOver(office: Office, id: string, action: AccountAction, { actor }: Administering): Promise<void> {
  const { grants } = await demandAccount(office, id);
  const tree = await office.tree();
  const own = actor.grants.find(({ role }) => role === 'administrator')?.agency ?? '';
  const agencies = grants.length === 0 ? [own] : grants.map(({ agency }) => agency);
  for (const agency of agencies) demand(accountPolicy, action, actor, { id, agency }, tree);
}

async function demandAccount(office: Office, id: string): Promise<{ readonly grants: readonly Grant[] }> {
  const found = (await office.accounts()).find((account) => account.id === id);
  if (found !== undefined) return found;
  throw new Refusal('no-such-account', 404, {
    'zh-Hant': `找不到「${id}」這個帳號，或您無權查看。`,
    en: `there is no account ${id}, or you may not see it.`,
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
