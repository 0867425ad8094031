import { createHash } from 'node:crypto';
import { Type } from '@sinclair/typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '@guankao/domain';
import type { Past, Shown } from '@guankao/store';
import { dayInTaipei } from '@guankao/workflow';
import { readCookie } from '../edge/cookies.ts';
import type { Site } from '../pages/site.ts';
import { asOfAsked, type AsOf } from './asked.ts';

/** In the schema of every address that can be asked as of a time before. */
export const AsOfQuestion = Type.Object({
  asof: Type.Optional(
    Type.String({
      maxLength: 40,
      description:
        'What the public saw at the end of a day in Taipei, 2026-03-01, or after a position of the log, 1024. What was taken back or withheld since is not shown',
    }),
  ),
});

interface Answered extends AsOf {
  readonly past: Past;
}

const asked = new WeakMap<FastifyRequest, Answered>();
const askedOf = new WeakMap<Shown, string>();

/**
 * Who asks for the past is never answered with the present: an address whose schema does not name `asof` refuses it, in
 * whatever room it stands; one that does finds the past here (`shownTo`), for all that its answer shows.
 */
export function answerAsOf(server: FastifyInstance, site: Site): void {
  server.addHook('preHandler', async (request, reply) => {
    const { asof } = request.query as { readonly asof?: unknown };
    if (asof === undefined || request.is404) return;
    if (typeof asof !== 'string' || !knowsAsOf(request)) throw noPastHere();
    const at = await asOfAsked(site.catalogue, asof, site.clock());
    asked.set(request, at);
    askedOf.set(at.past, asof);
    // What was sent under this tag was a whole answer: nothing has bound that time since.
    const tag = tagOf(request, site, at);
    if (request.headers['if-none-match'] === tag) return reply.code(304).header('etag', tag).send();
  });
}

/** Before `@fastify/etag`, which leaves a tag that is there. */
export function tagAsOf(server: FastifyInstance, site: () => Site): void {
  server.addHook('onSend', async (request, reply) => {
    const answered = asked.get(request);
    if (answered === undefined) return;
    // A later withholding or erasure binds what was shown before: no cache may answer by itself.
    reply.header('cache-control', 'no-cache');
    if (reply.statusCode === 200) reply.header('etag', tagOf(request, site(), answered));
  });
}

/** The same as long as position, what bound it since, and the look of the page are the same. */
function tagOf(request: FastifyRequest, { assets, version }: Site, { position, past }: Answered): string {
  const look = [version, assets.style, assets.script, readCookie(request, 'theme') ?? ''].join(' ');
  const variant = createHash('sha256').update(look).digest('base64url').slice(0, 10);
  return `W/"asof-${position.number}-${past.binding}-${variant}"`;
}

/** What the public is shown: at the time that was asked for, or now. All that one answer shows comes from it. */
export function shownTo(request: FastifyRequest, { catalogue }: Pick<Site, 'catalogue'>): Shown {
  return asked.get(request)?.past ?? catalogue;
}

/** The time that was asked for; null: now. */
export function asOfIn(request: FastifyRequest): AsOf | null {
  return asked.get(request) ?? null;
}

/** The same of what is shown, with the time in the words in which it was asked for. */
export function pastOf(shown: Shown): { readonly past: Past; readonly asked: string } | null {
  const words = askedOf.get(shown);
  return words === undefined ? null : { past: shown as Past, asked: words };
}

/** A time of which one answer is, whole: now, or a time before. */
export interface Moment {
  readonly shown: Shown;
  /** The day that it is then, in Taipei: `2026-03-01`. */
  readonly today: string;
  /** Another one where something else may be shown; empty: now. */
  readonly key: string;
}

export function momentOf(request: FastifyRequest, site: Pick<Site, 'catalogue' | 'clock'>): Moment {
  const then = asked.get(request);
  if (then === undefined) return { shown: site.catalogue, today: dayInTaipei(site.clock()), key: '' };
  const { day, position, past } = then;
  return { shown: past, today: day ?? position.at.slice(0, 10), key: `${position.number} ${past.binding}` };
}

/** As programs are told it. */
export const AsOfJson = Type.Object(
  {
    asked: Type.String(),
    position: Type.Integer({ description: 'Of the log: the state after this event is shown' }),
    at: Type.String({ description: 'When that event happened; ISO 8601' }),
  },
  { description: 'The time as of which this is; absent: now' },
);

export function asOfJson(request: FastifyRequest) {
  const found = asked.get(request);
  if (found === undefined) return {};
  const { number: position, at } = found.position;
  return { asOf: { asked: found.asked, position, at } };
}

function knowsAsOf({ routeOptions }: FastifyRequest): boolean {
  const question = routeOptions.schema?.querystring as { readonly properties?: object } | undefined;
  return question?.properties !== undefined && 'asof' in question.properties;
}

function noPastHere(): Refusal {
  return new Refusal('asof-not-here', 400, {
    'zh-Hant':
      '這個網址不能查過去某一天的內容（asof），為免把現在的內容當成當時的，沒有回答。請拿掉網址中的 asof，查看現在的內容。',
    en: 'this address cannot be asked as of an earlier day (asof); it was not answered, lest the present be taken for the past. Leave asof out of the address to see the present.',
  }).about('asof');
}
