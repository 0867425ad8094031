import { Refusal } from '@guankao/domain';
import type { AccountRecord, Office } from '@guankao/store';
import { passwordMatches } from './passwords.ts';
import { fingerprint, newSecret } from './secrets.ts';

export const sessionHours = 10;
const failuresBeforeLock = 5;
const firstLockSeconds = 30;
const longestLockSeconds = 3_600;

/** Opens a session and gives its secret. Throws one and the same Refusal for a wrong login and a wrong password. */
export async function signIn(office: Office, login: string, password: string, now: Date): Promise<string> {
  const account = await office.accountByLogin(login);
  demandUnlocked(account, now);
  if (!(await passwordMatches(password, account?.password ?? null)) || account === null) {
    if (account !== null) await noteFailure(office, account, now);
    throw wrongPair();
  }
  if (account.failures > 0) await office.noteFailure(account.id, 0, null);
  return openSession(office, account.id, now);
}

export async function openSession(office: Office, account: string, now: Date): Promise<string> {
  const secret = newSecret();
  await office.openSession(fingerprint(secret), account, now, new Date(now.getTime() + sessionHours * 3_600_000));
  return secret;
}

/** The fifth failure locks for half a minute, each further one for twice as long, to an hour at most. */
async function noteFailure(office: Office, { id, failures }: AccountRecord, now: Date): Promise<void> {
  const count = failures + 1;
  const seconds =
    count < failuresBeforeLock ? 0 : Math.min(longestLockSeconds, firstLockSeconds * 2 ** (count - failuresBeforeLock));
  await office.noteFailure(id, count, seconds === 0 ? null : new Date(now.getTime() + seconds * 1_000));
}

function demandUnlocked(account: AccountRecord | null, now: Date): void {
  if (account === null || account.lockedUntil === null || account.lockedUntil <= now) return;
  const seconds = Math.ceil((account.lockedUntil.getTime() - now.getTime()) / 1_000);
  throw new Refusal('locked-out', 429, {
    'zh-Hant': `連續輸入錯誤，這個帳號暫停登入 ${seconds} 秒。若不是您本人操作，請通知系統管理者。`,
    en: `too many failures: signing in to this account pauses for ${seconds} seconds. If it was not you, tell an administrator.`,
  });
}

function wrongPair(): Refusal {
  return new Refusal('wrong-credentials', 401, {
    'zh-Hant': '帳號或密碼不符。請再輸入一次；忘記密碼請洽系統管理者重發連結。',
    en: 'login and password do not match. Try again; if you forgot the password, ask an administrator for a new link.',
  });
}
