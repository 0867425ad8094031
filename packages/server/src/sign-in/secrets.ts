import { createHash, randomBytes } from 'node:crypto';

/** 256 bits for a session, a token or a one-time link. Only its fingerprint is kept. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

export function fingerprint(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
