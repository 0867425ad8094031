import { randomUUID } from 'node:crypto';
import { Refusal } from '@guankao/domain';
import type { Deed, Office, SecurityKind, TokenRecord } from '@guankao/store';
import type { Actor, Role } from '@guankao/workflow';
import { subjectOf } from '../edge/limits.ts';
import { demandGoodPassword, demandRoomToHash, hashPassword, passwordMatches } from './passwords.ts';
import { fingerprint, newSecret } from './secrets.ts';
import { attemptRule, enter, lockedFor } from './sign-in.ts';
import type { Admission, Visit } from './visit.ts';

/** What a person does to their own account. */

export const tokenDays = { usual: 90, most: 366 } as const;

export interface NewToken {
  readonly name: string;
  /** Of one's own; left out: all of them, as they then are. */
  readonly roles?: readonly Role[] | undefined;
  readonly readOnly?: boolean | undefined;
  readonly days?: number | undefined;
}

/** A token for a script. Its secret is told this once. */
export async function makeToken(
  office: Office,
  { name, roles, readOnly = false, days = tokenDays.usual }: NewToken,
  actor: Actor,
  network: string,
  now: Date,
): Promise<{ readonly id: string; readonly token: string; readonly expiresAt: Date }> {
  const foreign = roles?.find((role) => !actor.grants.some((grant) => grant.role === role));
  if (foreign !== undefined) throw notYourRole(foreign);
  const token = newSecret();
  const id = fingerprint(token);
  const expiresAt = new Date(now.getTime() + days * 86_400_000);
  const made = { id, name: `${name} ${randomUUID().slice(0, 4)}`, expiresAt, roles: roles ?? null, readOnly };
  await office.administer([{ kind: 'account-token-made', id: actor.id, token: made }], deedOf(actor, now));
  await office.noteSecurity({ kind: 'token-made', account: actor.id, network, at: now });
  return { id, token, expiresAt };
}

export async function revokeToken(office: Office, id: string, actor: Actor, network: string, now: Date): Promise<void> {
  const token: TokenRecord | null = await office.token(id, now);
  // Of another's not even that it exists is told.
  if (token === null || token.account !== actor.id) throw noSuchToken();
  await office.administer([{ kind: 'account-token-revoked', id: actor.id, ended: id }], deedOf(actor, now));
  await office.noteSecurity({ kind: 'token-revoked', account: actor.id, network, at: now });
}

export async function endSession(office: Office, id: string, actor: Actor, network: string, now: Date): Promise<void> {
  const own = await office.sessionsOf(actor.id, now);
  if (!own.some((session) => session.id === id)) throw noSuchSession();
  await office.administer([{ kind: 'account-session-ended', id: actor.id, ended: id }], deedOf(actor, now));
  await office.noteSecurity({ kind: 'session-ended', account: actor.id, network, at: now });
}

/**
 * The old password is asked for, and guesses at it are counted as at the door: a session that somebody left open is not
 * enough. All sessions and tokens end, and a new session begins.
 */
export async function changePassword(
  office: Office,
  { current, password }: { readonly current: string; readonly password: string },
  actor: Actor,
  visit: Visit,
  now: Date,
): Promise<Admission> {
  const account = (await office.accounts()).find(({ id }) => id === actor.id);
  const kept = account === undefined ? null : await office.accountByLogin(account.login);
  if (account === undefined || kept === null) throw wrongPassword();
  demandRoomToHash();
  const subject = subjectOf(`failures of own password ${actor.id}`);
  const until = await office.countAttempt(subject, attemptRule, now);
  if (until !== null) throw lockedFor(until, now);
  const note = (kind: SecurityKind) =>
    office.noteSecurity({ kind, account: actor.id, network: visit.network, at: now });
  if (!(await passwordMatches(current, kept.password))) {
    await note('password-failed');
    throw wrongPassword();
  }
  await office.takeBackAttempt(subject);
  await demandGoodPassword(password, { login: account.login, names: [account.name] });
  const hashed = await hashPassword(password);
  await office.setOwnPassword(actor.id, hashed, now);
  await note('password-set');
  return enter(office, { id: actor.id, password: hashed }, visit, now);
}

function deedOf(actor: Actor, now: Date): Deed {
  return { actor: actor.name, account: actor.id, role: 'self', at: now };
}

function notYourRole(role: string): Refusal {
  return new Refusal('not-your-role', 422, {
    'zh-Hant': `您沒有「${role}」這個角色，不能交給權杖。請只選自己有的角色。`,
    en: `you do not have the role ${role} and cannot give it to a token. Choose among your own.`,
  });
}

function noSuchToken(): Refusal {
  return new Refusal('no-such-token', 404, {
    'zh-Hant': '找不到這個權杖，或它不是您的、已經失效。請從權杖清單選擇。',
    en: 'there is no such token, or it is not yours or has ended. Choose one of your list.',
  });
}

function noSuchSession(): Refusal {
  return new Refusal('no-such-session', 404, {
    'zh-Hant': '找不到這個登入，或它不是您的、已經結束。請從登入清單選擇。',
    en: 'there is no such session, or it is not yours or has ended. Choose one of your list.',
  });
}

function wrongPassword(): Refusal {
  return new Refusal('wrong-password', 403, {
    'zh-Hant': '目前的密碼不符，沒有變更。請再輸入一次；忘記密碼請洽系統管理者重發連結。',
    en: 'that is not your present password; nothing was changed. Try again; if you forgot it, ask an administrator for a new link.',
  });
}
