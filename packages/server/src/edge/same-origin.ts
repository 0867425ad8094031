import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '@guankao/domain';
import { isAtTheMachine, originOf } from './origin.ts';

/** Every request that may change something is looked at, whatever route it asks for: no route can forget it. */
export function refuseForeignPages(server: FastifyInstance): void {
  server.addHook('onRequest', async (request) => demandSameOrigin(request));
}

const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A browser says which page made it send something, and only our own pages may. A script says nothing and brings no
 * cookie: it passes, and what it may do is decided by its token. One that brings a cookie and does not say from where
 * is not believed.
 */
function demandSameOrigin(request: FastifyRequest): void {
  if (readingMethods.has(request.method)) return;
  const { origin, cookie, authorization, 'sec-fetch-site': site } = request.headers;
  if (site !== undefined && site !== 'same-origin') throw fromElsewhere();
  if (origin !== undefined && !isOurs(request, origin, site === 'same-origin')) throw fromElsewhere();
  if (origin === undefined && site === undefined && cookie !== undefined && !isBearer(authorization))
    throw fromElsewhere();
}

/**
 * With a public origin that is set, an Origin must be it (or this machine's own, for whoever sits at it). Without one
 * the browser's own word decides where it is there: behind a proxy that nobody named we cannot know how we are called.
 */
function isOurs(request: FastifyRequest, origin: string, browserSaysSo: boolean): boolean {
  if (origin === originOf(request) || isAtTheMachine(request)) return true;
  return browserSaysSo && request.server.publicOrigin === undefined;
}

/** Another site cannot make a browser send this header without asking us first, which we refuse (no CORS). */
function isBearer(authorization: string | undefined): boolean {
  return authorization?.startsWith('Bearer ') === true;
}

function fromElsewhere(): Refusal {
  return new Refusal('cross-site', 403, {
    'zh-Hant': '這個要求不是從本站的頁面送出的，沒有執行。請回到本站頁面再送一次。',
    en: 'this request was not sent from a page of this site and was not carried out. Go back to the site and send it again.',
  });
}
