import { randomBytes } from 'node:crypto';
import { Refusal } from '@guankao/domain';
import type { AccountRecord, AttemptRule, Office, RequestRule, SecurityKind } from '@guankao/store';
import { secondsUntil, subjectOf } from '../edge/limits.ts';
import { knownDevice, markDevice } from './device.ts';
import { demandRoomToHash, passwordMatches } from './passwords.ts';
import { fingerprint, newSecret } from './secrets.ts';
import { sessionHours, type Admission, type Visit } from './visit.ts';

/** The fifth failure pauses for half a minute, each further one for twice as long, to an hour at most; after a day all is forgotten. */
export const attemptRule: AttemptRule = {
  allowed: 5,
  firstPauseSeconds: 30,
  longestPauseSeconds: 3_600,
  forgottenAfterSeconds: 86_400,
};

/** Wrong attempts of one network at whatever logins, those that were looked at. A whole office may share one address. */
const networkRule: RequestRule = { most: 50, windowSeconds: 900 };

/**
 * Opens a session. The attempt is counted before it is looked at and taken back if it was right: by network and by
 * login, whether there is such a login or not; from a browser where this account has signed in before by that browser
 * alone, so that strangers' guesses do not keep it out. Throws one and the same Refusal for a wrong login and a wrong
 * password.
 */
export async function signIn(
  office: Office,
  { login, password }: { readonly login: string; readonly password: string },
  visit: Visit,
  now: Date,
): Promise<Admission> {
  demandRoomToHash();
  const account = await office.accountByLogin(login);
  const device = visit.device === undefined ? null : knownDevice(visit.device, await deviceKey(office), account, now);
  const note = (kind: SecurityKind) =>
    office.noteSecurity({ kind, account: account?.id ?? null, network: visit.network, at: now });
  const counting =
    device === null ? countStranger(office, login, visit.network, now) : countDevice(office, `${device} ${login}`, now);
  const counted = await counting.catch(async (refused: unknown) => {
    await note('sign-in-paused');
    throw refused;
  });
  if (!(await passwordMatches(password, account?.password ?? null)) || account === null) {
    await note('sign-in-failed');
    throw wrongPair();
  }
  await counted.takeBack();
  return enter(office, account, visit, now);
}

/** A new session; the one that this browser was in ends, and the browser is known from now on. */
export async function enter(
  office: Office,
  account: Pick<AccountRecord, 'id' | 'password'>,
  visit: Visit,
  now: Date,
): Promise<Admission> {
  const by = { network: visit.network, at: now };
  const former = visit.session === undefined ? null : await office.sessionAccount(visit.session, now);
  if (visit.session !== undefined && (await office.endSession(visit.session)) && former !== null)
    await office.noteSecurity({ ...by, kind: 'session-ended', account: former });
  const session = newSecret();
  const end = new Date(now.getTime() + sessionHours * 3_600_000);
  await office.openSession(fingerprint(session), account.id, now, end);
  await office.noteSecurity({ ...by, kind: 'session-opened', account: account.id });
  return { session, device: markDevice(visit.device, await deviceKey(office), account, now) };
}

/** The same for all servers of one record. */
async function deviceKey(office: Office): Promise<Uint8Array> {
  return office.signingKey('device', randomBytes(32));
}

interface Counted {
  /** For an attempt that was right. */
  readonly takeBack: () => Promise<void>;
}

/**
 * By login, then by network: only what would be looked at counts against a network, so that one login's lockout is not
 * everybody's. A network that is paused already counts against no login.
 */
async function countStranger(office: Office, login: string, network: string, now: Date): Promise<Counted> {
  const [byNetwork, byLogin] = [subjectOf(`failures of network ${network}`), subjectOf(`failures of login ${login}`)];
  const paused = await office.requestsUntil(byNetwork, networkRule, now);
  if (paused !== null) throw networkPaused(secondsUntil(paused, now));
  const loginUntil = await office.countAttempt(byLogin, attemptRule, now);
  if (loginUntil !== null) throw lockedOut(secondsUntil(loginUntil, now));
  const networkUntil = await office.countRequest(byNetwork, networkRule, now);
  if (networkUntil !== null) {
    await office.takeBackAttempt(byLogin);
    throw networkPaused(secondsUntil(networkUntil, now));
  }
  return {
    async takeBack() {
      await office.takeBackRequest(byNetwork);
      await office.takeBackAttempt(byLogin);
    },
  };
}

async function countDevice(office: Office, device: string, now: Date): Promise<Counted> {
  const byDevice = subjectOf(`failures of device ${device}`);
  const until = await office.countAttempt(byDevice, attemptRule, now);
  if (until !== null) throw lockedOut(secondsUntil(until, now));
  return { takeBack: () => office.takeBackAttempt(byDevice) };
}

/** For whoever is paused until then. */
export function lockedFor(until: Date, now: Date): Refusal {
  return lockedOut(secondsUntil(until, now));
}

function lockedOut(seconds: number): Refusal {
  return new Refusal(
    'locked-out',
    429,
    {
      'zh-Hant': `連續輸入錯誤，這個帳號暫停登入 ${seconds} 秒；曾用這個帳號登入過的瀏覽器不受他人影響。若不是您本人操作，請通知系統管理者。`,
      en: `too many failures: signing in to this account pauses for ${seconds} seconds; browsers in which this account has signed in before are not affected by others. If it was not you, tell an administrator.`,
    },
    seconds,
  );
}

function networkPaused(seconds: number): Refusal {
  return new Refusal(
    'network-paused',
    429,
    {
      'zh-Hant': `從您所在的網路登入錯誤太多次，暫停 ${seconds} 秒；曾登入過的瀏覽器不受影響。`,
      en: `too many failed attempts to sign in came from your network: it pauses for ${seconds} seconds; browsers that have signed in before are not affected.`,
    },
    seconds,
  );
}

function wrongPair(): Refusal {
  return new Refusal('wrong-credentials', 401, {
    'zh-Hant': '帳號或密碼不符。請再輸入一次；忘記密碼請洽系統管理者重發連結。',
    en: 'login and password do not match. Try again; if you forgot the password, ask an administrator for a new link.',
  });
}
