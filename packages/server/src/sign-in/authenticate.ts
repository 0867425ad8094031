import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '@guankao/domain';
import type { Office } from '@guankao/store';
import { nobody, type Actor } from '@guankao/workflow';
import { fingerprint } from './secrets.ts';
import { sessionSecret } from './visit.ts';

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

/** Finds out who asks before any handler runs. What another site made a browser send is refused before (edge/). */
export function authenticate(server: FastifyInstance, office: Office, clock: () => Date): void {
  server.addHook('onRequest', async (request) => {
    const bearer = bearerOf(request);
    const secret = bearer ?? sessionSecret(request);
    if (secret === undefined) return;
    const id = fingerprint(secret);
    const account =
      (await office.sessionAccount(id, clock())) ?? (bearer === undefined ? null : await office.tokenAccount(id));
    const actor = account === null ? null : await office.actor(account);
    if (actor !== null) actors.set(request, actor);
  });
}

/** The secret of the Authorization header: of a session or of a token. */
export function bearerOf(request: FastifyRequest): string | undefined {
  return /^Bearer ([\w-]{20,100})$/.exec(request.headers.authorization ?? '')?.[1];
}
