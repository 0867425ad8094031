import { planId } from '@guankao/reading';
import { Type, type Static } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import type { FilingEdition } from '@guankao/store';
import { filingTitle, sourcePage, words, type Locale, type SourceView } from '@guankao/web';
import { AsOfQuestion, shownTo } from '../as-of/as-of.ts';
import { localPath } from '../pages/reader.ts';
import { sendPage } from '../pages/route-pages.ts';
import type { Site } from '../pages/site.ts';
import { goneOrNotHeld, notHeld } from '../problems/not-held.ts';
import { parseSpans, presentFilingName, presentSource } from './presenter.ts';

const Question = Type.Object({
  ...AsOfQuestion.properties,
  span: Type.Optional(Type.String({ maxLength: 4000 })),
  edition: Type.Optional(Type.Integer({ minimum: 1 })),
  'from-line': Type.Optional(Type.Integer({ minimum: 1 })),
  from: Type.Optional(Type.String({ maxLength: 4000 })),
});
const Id = Type.Object({ id: Type.String({ minLength: 1, maxLength: 300 }) });

/** The source text, with the passage marked that a value points to. */
export function sourcePages(server: FastifyInstance, site: Site, locale: Locale): void {
  server.get<{ Params: Static<typeof Id>; Querystring: Static<typeof Question> }>(
    '/filings/:id/source',
    { schema: { hide: true, params: Id, querystring: Question } },
    async (request, reply) => {
      const { span, edition, from } = request.query;
      const held = await shownTo(request, site).filing(request.params.id, edition);
      if (held === null) throw await goneOrNotHeld(shownTo(request, site), request.params.id);
      const back = backTo(held, localPath(from), locale);
      const view = presentSource(held, { spans: parseSpans(span), from: request.query['from-line'], back });
      return sendPage(reply, site, (reader) => sourcePage(reader, view));
    },
  );
}

/** Where the reader came from, by name; the filing where the address does not say. */
function backTo({ filing, reading }: FilingEdition, path: string | null, locale: Locale): SourceView['back'] {
  const t = words[locale];
  const name = filingTitle(presentFilingName(filing), locale, t.noAgency);
  const id = planIdIn(path ?? '');
  const plan = reading.plans.find((each) => planId(filing.id, each.id) === id);
  if (path !== null && plan !== undefined) return { path, name: plan.name };
  if (path !== null && path.split('?')[0] === '/') return { path, name: t.home };
  if (path?.startsWith('/plans?') === true || path === '/plans') return { path, name: t.plans };
  return { path: path?.startsWith('/filings/') === true ? path : `/filings/${encodeURIComponent(filing.id)}`, name };
}

function planIdIn(path: string): string | null {
  const [, segment] = /^\/plans\/([^/?]+)/.exec(path) ?? [];
  try {
    return segment === undefined ? null : decodeURIComponent(segment);
  } catch {
    return null;
  }
}

const Fingerprint = Type.Object({ sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }) });

/** The file as it was given. Always a download: a filing may be HTML, and must not run as a page of this site. */
export function originalRoute(server: FastifyInstance, site: Site): void {
  server.get<{ Params: Static<typeof Fingerprint> }>(
    '/sources/:sha256',
    { schema: { hide: true, params: Fingerprint } },
    async (request, reply) => {
      const source = await site.catalogue.source(request.params.sha256);
      if (source === null) throw notHeld('file', request.params.sha256);
      return reply
        .type('application/octet-stream')
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(source.name)}`)
        .header('cache-control', 'public, max-age=31536000, immutable')
        .send(Buffer.from(source.bytes.buffer, source.bytes.byteOffset, source.bytes.byteLength));
    },
  );
}
