import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '@guankao/domain';

/**
 * What a body may be: JSON under /api, a form on pages, a form with files on both. What a form of another site can
 * send without asking (urlencoded, text/plain) never reaches the API.
 */
export function takeOnlyKnownBodies(server: FastifyInstance): void {
  server.removeContentTypeParser('text/plain');
  server.addHook('onRequest', async (request) => demandKnownBody(request));
}

function demandKnownBody(request: FastifyRequest): void {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type === undefined || !hasBody(request) || type === 'multipart/form-data') return;
  const wanted = isApi(request) ? 'application/json' : 'application/x-www-form-urlencoded';
  if (type !== wanted) throw otherBody(type.slice(0, 60), wanted);
}

/** By the route that was found, not by how the address was spelt. */
export function isApi(request: FastifyRequest): boolean {
  return /^\/(?:api\/|log\/|openapi)/.test(request.routeOptions.url ?? request.url);
}

function hasBody({ headers, method }: FastifyRequest): boolean {
  if (method === 'GET' || method === 'HEAD') return false;
  return headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
}

export function otherBody(type: string, wanted: string): Refusal {
  return new Refusal('body-kind', 415, {
    'zh-Hant': `這裡不收「${type}」的內容。請改用 ${wanted}，檔案則用 multipart/form-data。`,
    en: `a body of the kind ${type} is not taken here. Send ${wanted}, or multipart/form-data for files.`,
  });
}
