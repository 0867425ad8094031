import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal, type Message } from '@guankao/domain';
import { problemPage, signedOutPage, type Problem, type SentForm } from '@guankao/web';
import { isApi } from '../edge/body-kinds.ts';
import { sendPage } from '../pages/route-pages.ts';
import type { Site } from '../pages/site.ts';

/**
 * The four kinds of trouble that a request can meet, each told in its own way: nothing there, a refusal,
 * an address or body that breaks its schema, and a fault of ours, of which only its number is told.
 */
export function handleProblems(server: FastifyInstance, site: Site): void {
  server.setNotFoundHandler((request, reply) => answer(request, reply, site, 404, { kind: 'not-found' }));
  server.setErrorHandler((error: FastifyError, request, reply) => {
    if (error instanceof Refusal) {
      const problem: Problem =
        error.status === 404 && !error.id.startsWith('asof-')
          ? { kind: 'not-found' }
          : { kind: 'refusal', message: error.inBothLanguages };
      return answer(request, reply, site, error.status, problem, error);
    }
    if (error.validation !== undefined || (error.statusCode !== undefined && error.statusCode < 500)) {
      return answer(request, reply, site, error.statusCode ?? 400, { kind: 'bad-request', detail: inWords(error) });
    }
    request.log.error({ err: error }, 'request failed');
    return answer(request, reply, site, 500, { kind: 'fault', id: request.id });
  });
}

/**
 * An address that cannot be decoded comes to no route and to no hook: a reader is sent to the page for what is not
 * there, a program is told.
 */
export function tellUndecoded(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (!isApi(request)) return reply.redirect('/not-found');
  return sendProblemJson(request, reply.status(400), 400, { kind: 'bad-request', detail: error.message }, undefined);
}

function inWords(error: FastifyError): string {
  const [first] = error.validation ?? [];
  if (first === undefined) return error.message;
  const allowed = first.params['allowedValues'];
  const place = `${error.validationContext ?? ''}${first.instancePath}`
    .replace('querystring/', '?')
    .replace('params/', '');
  return `${place}: ${first.message ?? ''}${Array.isArray(allowed) ? ` (${allowed.join(', ')})` : ''}`;
}

function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  site: Site,
  status: number,
  problem: Problem,
  refusal?: Refusal,
): FastifyReply {
  reply.status(status);
  askToComeBack(reply, refusal);
  if (isApi(request)) return sendProblemJson(request, reply, status, problem, refusal);
  if (refusal?.id === 'not-signed-in')
    return sendPage(reply, site, (reader) => signedOutPage(reader, sentForm(request)));
  return sendPage(reply, site, (reader) => problemPage(reader, problem));
}

/** Named so wherever a password is typed: none is written into a page. */
const passwords = new Set(['password', 'current']);

/** In characters and fields: beyond any form of ours, and little enough that nobody holds the site by having it said again. */
const mostSaidAgain = { characters: 600_000, fields: 5_000 };

/** What a form said, so that nothing of it is lost; null: nothing was sent that a page can hold. */
function sentForm({ method, body, url }: FastifyRequest): SentForm | null {
  if (method !== 'POST' || typeof body !== 'object' || body === null) return null;
  const fields = Object.entries(body).flatMap(([name, value]) =>
    passwords.has(name) ? [] : [value].flat().map((one) => [name, String(one)] as const),
  );
  const characters = fields.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  const isTooMuch = characters > mostSaidAgain.characters || fields.length > mostSaidAgain.fields;
  return fields.length === 0 || isTooMuch ? null : { action: url, fields };
}

/** Says when the same is worth another try, where the refusal knows. */
export function askToComeBack(reply: FastifyReply, refusal: Refusal | undefined): void {
  const seconds = refusal?.retryAfter ?? null;
  if (seconds !== null) reply.header('retry-after', String(seconds));
}

const titles: Readonly<Record<Problem['kind'], Message>> = {
  'not-found': { 'zh-Hant': '沒有這項紀錄', en: 'Not in the record' },
  refusal: { 'zh-Hant': '不能照辦', en: 'Refused' },
  'bad-request': { 'zh-Hant': '要求的內容讀不懂', en: 'The request cannot be read' },
  fault: { 'zh-Hant': '伺服器出錯', en: 'The server failed' },
};

/** RFC 9457. `type` names our own kinds; the page about them is docs/errors. */
function sendProblemJson(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  problem: Problem,
  refusal: Refusal | undefined,
): FastifyReply {
  const locale = prefersEnglish(request.headers['accept-language']) ? 'en' : 'zh-Hant';
  const detail = refusal?.inBothLanguages[locale] ?? (problem.kind === 'bad-request' ? problem.detail : undefined);
  return reply
    .type('application/problem+json; charset=utf-8')
    .header('vary', 'Accept-Language')
    .send({
      type: `urn:guankao:problem:${refusal?.id ?? problem.kind}`,
      title: titles[problem.kind][locale],
      status,
      ...(detail === undefined ? {} : { detail }),
      ...(refusal?.field === null || refusal?.field === undefined ? {} : { field: refusal.field }),
      instance: problem.kind === 'fault' ? `urn:guankao:request:${problem.id}` : request.url,
    });
}

function prefersEnglish(header: string | undefined): boolean {
  const first = header?.split(',')[0]?.trim().toLowerCase() ?? '';
  return first.startsWith('en');
}
