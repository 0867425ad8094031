import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '@guankao/domain';
import type { Office } from '@guankao/store';
import { nobody, type Actor } from '@guankao/workflow';
import { fingerprint } from './secrets.ts';
import { sessionHours } from './sign-in.ts';

const cookieName = 'guankao_session';
const actors = new WeakMap<FastifyRequest, Actor>();

/** Who asks. `nobody` where no session or token came along. */
export function actorOf(request: FastifyRequest): Actor {
  return actors.get(request) ?? nobody;
}

/** Throws a Refusal where nobody has signed in. */
export function signedIn(request: FastifyRequest): Actor {
  const actor = actorOf(request);
  if (actor !== nobody) return actor;
  throw new Refusal('not-signed-in', 401, {
    'zh-Hant': '請先登入，或在 Authorization 標頭附上權杖。',
    en: 'sign in first, or send a token in the Authorization header.',
  });
}

/** Finds out who asks before any handler runs, and refuses what another site made a browser send. */
export function authenticate(server: FastifyInstance, office: Office, clock: () => Date): void {
  server.addHook('onRequest', async (request) => {
    const bearer = /^Bearer ([\w-]{20,100})$/.exec(request.headers.authorization ?? '')?.[1];
    const secret = bearer ?? request.cookies[cookieName];
    if (secret === undefined) return;
    const id = fingerprint(secret);
    const account =
      (await office.sessionAccount(id, clock())) ?? (bearer === undefined ? null : await office.tokenAccount(id));
    const actor = account === null ? null : await office.actor(account);
    if (actor === null) return;
    if (bearer === undefined) demandSameOrigin(request);
    actors.set(request, actor);
  });
}

const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A browser says which page made it send a form. One that does not say so is not believed. */
export function demandSameOrigin(request: FastifyRequest): void {
  if (readingMethods.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  if (site === 'same-origin') return;
  const origin = request.headers.origin;
  if (site === undefined && origin !== undefined && URL.canParse(origin) && new URL(origin).host === request.host)
    return;
  throw new Refusal('cross-site', 403, {
    'zh-Hant': '這個要求不是從本站的頁面送出的，沒有執行。請回到本站頁面再送一次。',
    en: 'this request was not sent from a page of this site and was not carried out. Go back to the site and send it again.',
  });
}

export function setSessionCookie(reply: FastifyReply, secret: string): void {
  reply.setCookie(cookieName, secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: reply.request.protocol === 'https',
    maxAge: sessionHours * 3_600,
  });
}

/** Gives the session's fingerprint, so that it can be ended on the server too. */
export function dropSessionCookie(request: FastifyRequest, reply: FastifyReply): string | null {
  const secret = request.cookies[cookieName];
  reply.clearCookie(cookieName, { path: '/' });
  return secret === undefined ? null : fingerprint(secret);
}

/** By address and by the name that was asked for: a proxy on this machine, and a foreign name that leads here, are elsewhere. */
export function isAtTheMachine({ ip, hostname }: FastifyRequest): boolean {
  return (
    ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(ip) && ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  );
}
