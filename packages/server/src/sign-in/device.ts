import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { AccountRecord } from '@guankao/store';

/**
 * The mark of a browser in which somebody has signed in before: strangers who guess at the same login do not keep it
 * out. `<nonce>.<end>.<signature>…`, a signature for each account that signed in here, newest first. It opens nothing:
 * the password is asked for all the same.
 */
export const deviceDays = 365;
const mostAccounts = 5;
const shape = /^([\w-]{22})\.(\d{10,12})((?:\.[\w-]{43}){1,5})$/;

/** What a signature binds: a new password makes every device of the account unknown. */
type Owner = Pick<AccountRecord, 'id' | 'password'>;

/** The device's name where it is known for this account; else null. A login that does not exist takes the same time. */
export function knownDevice(
  cookie: string | undefined,
  key: Uint8Array,
  owner: Owner | null,
  now: Date,
): string | null {
  const mark = parsed(cookie, now);
  if (mark === null) return null;
  const wanted = Buffer.from(signature(key, mark, owner ?? { id: '', password: null }));
  const known = mark.signatures.filter((one) => timingSafeEqual(Buffer.from(one), wanted)).length > 0;
  return known && owner !== null ? mark.nonce : null;
}

/** The cookie for a browser in which this account has just signed in; other accounts of it stay. */
export function markDevice(cookie: string | undefined, key: Uint8Array, owner: Owner, now: Date): string {
  const mark = parsed(cookie, now) ?? {
    nonce: randomBytes(16).toString('base64url'),
    end: Math.floor(now.getTime() / 1_000) + deviceDays * 86_400,
    signatures: [],
  };
  const own = signature(key, mark, owner);
  const signatures = [own, ...mark.signatures.filter((one) => one !== own)].slice(0, mostAccounts);
  return [mark.nonce, mark.end, ...signatures].join('.');
}

interface Mark {
  readonly nonce: string;
  /** In seconds since 1970. */
  readonly end: number;
  readonly signatures: readonly string[];
}

function parsed(cookie: string | undefined, now: Date): Mark | null {
  const [, nonce, end, signatures] = shape.exec(cookie ?? '') ?? [];
  if (nonce === undefined || signatures === undefined || Number(end) * 1_000 <= now.getTime()) return null;
  return { nonce, end: Number(end), signatures: signatures.slice(1).split('.') };
}

function signature(key: Uint8Array, { nonce, end }: Pick<Mark, 'nonce' | 'end'>, { id, password }: Owner): string {
  return createHmac('sha256', key)
    .update(JSON.stringify(['device', nonce, end, id, password]))
    .digest('base64url');
}
