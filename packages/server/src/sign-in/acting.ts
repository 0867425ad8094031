import { Type, type TObject } from '@sinclair/typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '@guankao/domain';
import { dropCookie, readCookie, setCookie } from '../edge/cookies.ts';
import { fingerprint } from './secrets.ts';
import { sessionHours, sessionSecret } from './visit.ts';

/**
 * In whose name somebody asks. A script says it with each request, in a header; a browser keeps the choice in a cookie,
 * which holds for the session in which it was chosen: whoever signs in anew begins in their own name.
 */
const cookie = 'guankao_acting';
const actingHeader = 'acting-for';

const ActingHeader = Type.Object({
  [actingHeader]: Type.Optional(
    Type.String({
      maxLength: 100,
      description: 'Id of a deputyship: it is done in its principal’s name. Left out: in your own',
    }),
  ),
});

/** Every route of this scope tells in the description of the API that it can be asked as a deputy. */
export function describeActing(api: FastifyInstance): void {
  api.addHook('onRoute', (route) => {
    if (route.schema === undefined || route.schema.hide === true) return;
    const own = route.schema.headers as TObject | undefined;
    route.schema = { ...route.schema, headers: own === undefined ? ActingHeader : Type.Composite([own, ActingHeader]) };
  });
}

/** The deputyship that the request names; `said`: by itself, so that one that does not hold is refused. */
export function namedDeputyship(request: FastifyRequest): { readonly id: string; readonly said: boolean } | null {
  const header = request.headers[actingHeader];
  if (typeof header === 'string' && header !== '') return { id: header, said: true };
  const [id, of] = (readCookie(request, cookie) ?? '').split('.');
  const secret = request.headers.authorization === undefined ? sessionSecret(request) : undefined;
  if (id === undefined || id === '' || secret === undefined || of !== markOfSession(secret)) return null;
  return { id, said: false };
}

/** The browser acts by this deputyship from now on; null: its person in their own name. */
export function chooseDeputyship(request: FastifyRequest, reply: FastifyReply, id: string | null): void {
  const secret = sessionSecret(request);
  if (id === null || secret === undefined) return dropCookie(reply, cookie);
  setCookie(reply, cookie, `${id}.${markOfSession(secret)}`, {
    maxAgeSeconds: sessionHours * 3_600,
    sameSite: 'lax',
  });
}

function markOfSession(secret: string): string {
  return fingerprint(`acting ${secret}`).slice(0, 16);
}

/** At the end of `once`: in whose name the page was shown. */
export function onceIn(secret: string, deputyship: string | undefined): string {
  return `${secret}~${deputyship ?? ''}`;
}

/** A form is sent in the name in which its page was shown: a choice in another window changes none that is open already. */
export function demandSameName(request: FastifyRequest, deputyship: string | undefined): void {
  const { once } = (request.body ?? {}) as { readonly once?: unknown };
  const [, shown] = typeof once === 'string' ? once.split('~') : [];
  if (shown === undefined || shown === (deputyship ?? '')) return;
  throw new Refusal('name-changed', 409, {
    'zh-Hant':
      '這一頁開啟後，辦理的名義已改變（在別的視窗切換，或代理已結束），沒有執行；您輸入的內容都還在。請看上方現在的名義，確認後再送一次，或先切換名義。',
    en: 'since this page was opened the name in which you act has changed (chosen in another window, or the deputyship ended); nothing was done, and nothing of what you typed is lost. Look above in whose name you act now, and send it again, or change the name first.',
  });
}
