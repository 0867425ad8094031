import { randomUUID } from 'node:crypto';
import { Refusal } from '@guankao/domain';
import type { Office } from '@guankao/store';
import { demandGoodPassword, demandRoomToHash, hashPassword } from './passwords.ts';
import { fingerprint, newSecret } from './secrets.ts';
import { enter } from './sign-in.ts';
import type { Admission, Visit } from './visit.ts';

const firstLinkHours = 24;

/** On a record without accounts: a one-time secret that makes its first administrator. null where there is one already. */
export async function firstAdministratorSecret(office: Office, now: Date): Promise<string | null> {
  if ((await office.accountCount()) > 0) return null;
  return newLink(office, null, firstLinkHours, now);
}

async function newLink(office: Office, account: string | null, hours: number, now: Date): Promise<string> {
  const secret = newSecret();
  await office.addLink(fingerprint(secret), account, new Date(now.getTime() + hours * 3_600_000));
  return secret;
}

export interface FirstAdministrator {
  readonly secret: string;
  readonly ministryId: string;
  readonly ministryName: string;
  readonly login: string;
  readonly name: string;
  readonly password: string;
}

/** Throws a Refusal where the link of the console can no longer be used. */
export async function demandFirstLink(office: Office, secret: string, now: Date): Promise<void> {
  const link = await office.usableLink(fingerprint(secret), now);
  if (link === null || link.account !== null || (await office.accountCount()) > 0) throw spentLink();
}

/**
 * Uses the console's link up: the ministry, its administrator, and a session for him. The link is looked at first, so
 * that nobody without one makes us hash; what is refused, a weak password for instance, leaves it as it was.
 */
export async function makeFirstAdministrator(
  office: Office,
  { secret, ministryId, ministryName, login, name, password }: FirstAdministrator,
  visit: Visit,
  now: Date,
): Promise<Admission> {
  await demandFirstLink(office, secret, now);
  await demandGoodPassword(password, { login, names: [name, ministryName, ministryId] });
  demandRoomToHash();
  const account = { id: randomUUID(), login, name, password: await hashPassword(password) };
  const agency = { id: ministryId, name: ministryName };
  if (!(await office.makeFirstAdministrator(fingerprint(secret), { agency, account }, now))) throw spentLink();
  return enter(office, account, visit, now);
}

/** Throws a Refusal where an account's link can no longer be used. Gives whose password it sets. */
export async function demandWelcomeLink(
  office: Office,
  secret: string,
  now: Date,
): Promise<{ readonly login: string; readonly name: string }> {
  const link = await office.usableLink(fingerprint(secret), now);
  if (link === null || link.account === null) throw spentLink();
  return link.account;
}

/** Uses an account's link up: its password is set, older sessions and known devices end, a new session begins. */
export async function setOwnPassword(
  office: Office,
  secret: string,
  password: string,
  visit: Visit,
  now: Date,
): Promise<Admission> {
  const { login, name } = await demandWelcomeLink(office, secret, now);
  await demandGoodPassword(password, { login, names: [name] });
  demandRoomToHash();
  const hashed = await hashPassword(password);
  const account = await office.setPasswordByLink(fingerprint(secret), hashed, now);
  if (account === null) throw spentLink();
  await office.noteSecurity({ kind: 'password-set', account, network: visit.network, at: now });
  return enter(office, { id: account, password: hashed }, visit, now);
}

function spentLink(): Refusal {
  return new Refusal('spent-link', 410, {
    'zh-Hant': '這個連結已用過或過期。請向系統管理者要一個新的；若是第一次啟動，重新啟動程式會再印一個。',
    en: 'this link was used already or has expired. Ask an administrator for a new one; on a first start, starting the program again prints another.',
  });
}
