import type { FastifyReply, FastifyRequest } from 'fastify';
import { dropCookie, readCookie, setCookie } from '../edge/cookies.ts';
import { networkOf } from '../edge/network.ts';
import { deviceDays } from './device.ts';
import { keepFromCaches } from './caches.ts';
import { fingerprint } from './secrets.ts';

const sessionCookie = 'guankao_session';
const deviceCookie = 'guankao_device';

export const sessionHours = 10;

/** What a browser or script that signs in brings along. */
export interface Visit {
  readonly network: string;
  /** Its device cookie, not yet believed. */
  readonly device: string | undefined;
  /** The id of the session that it was in. */
  readonly session: string | undefined;
}

/** What it takes with it: both are secrets. */
export interface Admission {
  readonly session: string;
  readonly device: string;
}

export function visitOf(request: FastifyRequest): Visit {
  keepFromCaches(request);
  const session = sessionSecret(request);
  return {
    network: networkOf(request.ip),
    device: readCookie(request, deviceCookie),
    session: session === undefined ? undefined : fingerprint(session),
  };
}

export function sessionSecret(request: FastifyRequest): string | undefined {
  return readCookie(request, sessionCookie);
}

/** Sets both cookies and gives the session's secret, for the answer of the API. */
export function admit(reply: FastifyReply, { session, device }: Admission): string {
  setCookie(reply, sessionCookie, session, { maxAgeSeconds: sessionHours * 3_600, sameSite: 'lax' });
  setCookie(reply, deviceCookie, device, { maxAgeSeconds: deviceDays * 86_400, sameSite: 'strict' });
  return session;
}

/** The browser forgets its session, and stays a known device. */
export function dropSession(reply: FastifyReply): void {
  dropCookie(reply, sessionCookie);
}
