import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '@guankao/domain';
import type { Office } from '@guankao/store';
import { networkOf } from '../edge/network.ts';
import { bearerOf } from './authenticate.ts';
import { keepFromCaches } from './caches.ts';
import { fingerprint } from './secrets.ts';
import { dropSession, sessionSecret } from './visit.ts';

/** Ends the session of the Authorization header, or else the cookie's. Signing out twice is no fault; a token is no session. */
export async function signOut(office: Office, request: FastifyRequest, reply: FastifyReply, now: Date): Promise<void> {
  keepFromCaches(request);
  const bearer = bearerOf(request);
  const secret = bearer ?? sessionSecret(request);
  if (bearer === undefined) dropSession(reply);
  if (secret === undefined) return;
  const id = fingerprint(secret);
  const account = await office.sessionAccount(id, now);
  const ended = await office.endSession(id);
  if (ended && account !== null)
    await office.noteSecurity({ kind: 'session-ended', account, network: networkOf(request.ip), at: now });
  if (!ended && bearer !== undefined && (await office.token(id, now)) !== null) throw noSession();
}

function noSession(): Refusal {
  return new Refusal('token-is-no-session', 409, {
    'zh-Hant': '這是給程式用的權杖，不是登入的工作階段，登出不會使它失效。要停用請用 DELETE /api/tokens/{id}。',
    en: 'this is a token for scripts and no session; signing out does not end it. Revoke it with DELETE /api/tokens/{id}.',
  });
}
