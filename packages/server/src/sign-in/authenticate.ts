import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '@guankao/domain';
import type { Asked, Office } from '@guankao/store';
import { nobody, type Actor, type Role } from '@guankao/workflow';
import { keepFromCaches, tellCaches } from './caches.ts';
import { fingerprint } from './secrets.ts';
import { sessionSecret } from './visit.ts';

/** By what somebody asks: a session of their own, or a token that they gave to a script. Ids are the secret's hash. */
type Pass =
  | { readonly is: 'session'; readonly id: string }
  | { readonly is: 'token'; readonly id: string; readonly roles: readonly Role[] | null };

interface Known {
  readonly actor: Actor;
  readonly pass: Pass;
}

const known = new WeakMap<FastifyRequest, Known>();

/** Who sent it, for limits and turns: what is answered does not depend on it. */
export function senderOf(request: FastifyRequest): Actor {
  return known.get(request)?.actor ?? nobody;
}

/** Who asks. `nobody` where no session or token came along. */
export function actorOf(request: FastifyRequest): Actor {
  keepFromCaches(request);
  return senderOf(request);
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

/** What commands are told of whoever asks: with a token only what the token was given. */
export function askedBy(request: FastifyRequest): Pick<Asked, 'account' | 'roles'> {
  const { id } = signedIn(request);
  const pass = known.get(request)?.pass;
  return { account: id, roles: pass?.is === 'token' ? pass.roles : null };
}

/** For what a person does themself: accounts, tokens and sessions are no script's. Gives the session's id. */
export function inPerson(request: FastifyRequest): { readonly actor: Actor; readonly session: string } {
  const actor = signedIn(request);
  const pass = known.get(request)?.pass;
  if (pass?.is === 'session') return { actor, session: pass.id };
  throw new Refusal('in-person-only', 403, {
    'zh-Hant': '帳號、權杖與登入紀錄要由本人登入後辦理，不能用程式的權杖。請用帳號密碼登入再試。',
    en: 'accounts, tokens and sessions are looked after by a person who has signed in, not with a token. Sign in with login and password and try again.',
  });
}

/** Finds out who asks before any handler runs. What another site made a browser send is refused before (edge/). */
export function authenticate(server: FastifyInstance, office: Office, clock: () => Date): void {
  server.addHook('onRequest', async (request) => {
    const bearer = bearerOf(request);
    const secret = bearer ?? sessionSecret(request);
    if (secret === undefined) return;
    const id = fingerprint(secret);
    const account = await office.sessionAccount(id, clock());
    if (account !== null) return know(request, await office.actor(account), { is: 'session', id });
    const token = bearer === undefined ? null : await office.token(id, clock());
    if (token === null) return;
    const { roles, readOnly } = token;
    const actor = await office.actor(token.account);
    const grants = actor?.grants.filter(({ role }) => roles === null || roles.includes(role)) ?? [];
    know(request, actor === null ? null : { ...actor, grants }, { is: 'token', id, roles });
    if (readOnly && !readingMethods.has(request.method)) throw readsOnly(request);
  });
  tellCaches(server);
}

const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

function know(request: FastifyRequest, actor: Actor | null, pass: Pass): void {
  if (actor !== null) known.set(request, { actor, pass });
}

function readsOnly(request: FastifyRequest): Refusal {
  keepFromCaches(request);
  return new Refusal('token-reads-only', 403, {
    'zh-Hant': '這個權杖只能讀取，不能更改任何內容。要更改請用有填寫權限的權杖，或登入後辦理。',
    en: 'this token is for reading and changes nothing. Use one that may write, or sign in.',
  });
}

/** The secret of the Authorization header: of a session or of a token. */
export function bearerOf(request: FastifyRequest): string | undefined {
  return /^Bearer ([\w-]{20,100})$/.exec(request.headers.authorization ?? '')?.[1];
}
