import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '@guankao/domain';
import type { Asked, Office } from '@guankao/store';
import { nobody, type Actor, type Deputyship, type Role } from '@guankao/workflow';
import { demandSameName, namedDeputyship } from './acting.ts';
import { keepFromCaches, tellCaches } from './caches.ts';
import { fingerprint } from './secrets.ts';
import { sessionSecret } from './visit.ts';

/** By what somebody asks: a session of their own, or a token that they gave to a script. Ids are the secret's hash. */
type Pass =
  | { readonly is: 'session'; readonly id: string }
  | { readonly is: 'token'; readonly id: string; readonly roles: readonly Role[] | null };

interface Known {
  /** In whose name it is asked. */
  readonly actor: Actor;
  /** The person themself, with all that is their own. */
  readonly person: Actor;
  readonly pass: Pass;
  /** By which they could act now; only of a browser. */
  readonly deputyships: readonly Deputyship[];
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
export function askedBy(request: FastifyRequest): Pick<Asked, 'account' | 'roles' | 'deputyship'> {
  const { id, actingFor } = signedIn(request);
  demandSameName(request, actingFor?.deputyship);
  const pass = known.get(request)?.pass;
  const deputyship = actingFor?.deputyship ?? null;
  return { account: id, roles: pass?.is === 'token' ? pass.roles : null, deputyship };
}

/** The name of whoever asks, for whomever they act. */
export function ownNameOf(request: FastifyRequest): string {
  return known.get(request)?.person.name ?? nobody.name;
}

/** By what whoever asks could act now, beside their own name. */
export function deputyshipsOf(request: FastifyRequest): readonly Deputyship[] {
  return known.get(request)?.deputyships ?? [];
}

/**
 * For what a person does themself, and in nobody else's name: accounts, tokens and sessions are no script's and no
 * deputy's. Gives the session's id.
 */
export function inPerson(request: FastifyRequest): { readonly actor: Actor; readonly session: string } {
  signedIn(request);
  const { pass, person } = known.get(request) ?? {};
  if (pass?.is === 'session' && person !== undefined) return { actor: person, session: pass.id };
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
    if (account !== null) return know(request, office, clock(), await office.actor(account), { is: 'session', id });
    const token = bearer === undefined ? null : await office.token(id, clock());
    if (token === null) return;
    const { roles, readOnly } = token;
    const actor = await office.actor(token.account);
    const grants = actor?.grants.filter(({ role }) => roles === null || roles.includes(role)) ?? [];
    await know(request, office, clock(), actor === null ? null : { ...actor, grants }, { is: 'token', id, roles });
    if (readOnly && !readingMethods.has(request.method)) throw readsOnly(request);
  });
  tellCaches(server);
}

const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

async function know(
  request: FastifyRequest,
  office: Office,
  now: Date,
  person: Actor | null,
  pass: Pass,
): Promise<void> {
  if (person === null) return;
  // Only pages ask, and show, by what their reader could act.
  const deputyships = bearerOf(request) === undefined ? await office.deputyshipsNow(person.id, now) : [];
  const actor = await inWhoseName(request, office, now, person, deputyships);
  const roles = pass.is === 'token' ? pass.roles : null;
  const grants = actor.grants.filter(({ role }) => roles === null || roles.includes(role));
  known.set(request, { actor: { ...actor, grants }, person, pass, deputyships });
}

/** What the request itself names holds or is refused; what a browser chose before may have ended since. */
async function inWhoseName(
  request: FastifyRequest,
  office: Office,
  now: Date,
  person: Actor,
  deputyships: readonly Deputyship[],
): Promise<Actor> {
  const named = namedDeputyship(request);
  if (named === null || (!named.said && !deputyships.some(({ id }) => id === named.id))) return person;
  try {
    return await office.deputy(person, named.id, now);
  } catch (error) {
    if (named.said) keepFromCaches(request);
    throw error;
  }
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
