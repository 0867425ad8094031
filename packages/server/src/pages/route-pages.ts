import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Locale, Reader } from '@guankao/web';
import { readerOf } from './reader.ts';
import type { Site } from './site.ts';

export type PageRoutes = (server: FastifyInstance, site: Site, locale: Locale) => void;

/** Puts the same pages at `/…` in Traditional Chinese and at `/en/…` in English. */
export function registerInBothLanguages(server: FastifyInstance, site: Site, routes: readonly PageRoutes[]): void {
  for (const [locale, prefix] of [
    ['zh-Hant', ''],
    ['en', '/en'],
  ] as const) {
    server.register(
      async (scope) => {
        scope.addHook('preValidation', async (request) => {
          dropEmptyConditions(request);
          // A form without any field comes without a body.
          request.body ??= {};
        });
        for (const register of routes) register(scope, site, locale);
      },
      { prefix },
    );
  }
}

/** A form sends its empty fields too: `?q=&type=` asks for nothing. */
function dropEmptyConditions(request: FastifyRequest): void {
  const { query } = request;
  if (typeof query !== 'object' || query === null) return;
  request.query = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));
}

/** Sends a page that may be kept but must be asked after: `etag` answers most such questions with 304. */
export function sendPage(reply: FastifyReply, site: Site, make: (reader: Reader) => string): FastifyReply {
  return reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-cache')
    .header('vary', 'Cookie')
    .send(make(readerOf(reply.request, site)));
}
