import { randomUUID } from 'node:crypto';
import { Refusal } from '@guankao/domain';
import type { Office } from '@guankao/store';
import { hashPassword } from './passwords.ts';
import { fingerprint, newSecret } from './secrets.ts';
import { openSession } from './sign-in.ts';

const firstLinkHours = 24;
const welcomeLinkHours = 72;

/** On a record without accounts: a one-time secret that makes its first administrator. null where there is one already. */
export async function firstAdministratorSecret(office: Office, now: Date): Promise<string | null> {
  if ((await office.accountCount()) > 0) return null;
  return newLink(office, null, firstLinkHours, now);
}

export async function welcomeSecret(office: Office, account: string, now: Date): Promise<string> {
  return newLink(office, account, welcomeLinkHours, now);
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

/** Uses the console's link up: the ministry, its administrator, and a session for him. */
export async function makeFirstAdministrator(
  office: Office,
  { secret, ministryId, ministryName, login, name, password }: FirstAdministrator,
  now: Date,
): Promise<string> {
  const hash = await hashPassword(password, login);
  const link = await office.useLink(fingerprint(secret), now);
  if (link === null || link.account !== null || (await office.accountCount()) > 0) throw spentLink();
  const id = randomUUID();
  await office.addAgency({ id: ministryId, name: ministryName, parent: null }, now);
  await office.addAccount({ id, login, name, password: hash }, now);
  await office.grant(id, { role: 'administrator', agency: ministryId });
  return openSession(office, id, now);
}

/** Uses an account's link up: its password is set, older sessions end, a new one begins. */
export async function setOwnPassword(office: Office, secret: string, password: string, now: Date): Promise<string> {
  const link = await office.useLink(fingerprint(secret), now);
  if (link === null || link.account === null) throw spentLink();
  const accounts = await office.accounts();
  const login = accounts.find(({ id }) => id === link.account)?.login ?? '';
  await office.setPassword(link.account, await hashPassword(password, login));
  await office.endSessionsOf(link.account);
  return openSession(office, link.account, now);
}

function spentLink(): Refusal {
  return new Refusal('spent-link', 410, {
    'zh-Hant': '這個連結已用過或過期。請向系統管理者要一個新的；若是第一次啟動，重新啟動程式會再印一個。',
    en: 'this link was used already or has expired. Ask an administrator for a new one; on a first start, starting the program again prints another.',
  });
}
