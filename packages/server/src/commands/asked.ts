import type { FastifyRequest } from 'fastify';
import type { IdempotencyKey } from '@guankao/store';
import { senderOf } from '../sign-in/authenticate.ts';
import { fingerprint } from '../sign-in/secrets.ts';

/** The version that was shown, as `If-Match` tells it. The route's schema has let only a number through. */
export function shownVersion(request: FastifyRequest): number {
  return Number(String(request.headers['if-match']).replaceAll('"', ''));
}

/** The request's Idempotency-Key, with what it was asked for: the same key for anything else is refused. */
export function keyOf(request: FastifyRequest): IdempotencyKey | null {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || key === '') return null;
  const asked = [request.method, request.url, request.headers['if-match'] ?? '', JSON.stringify(request.body ?? null)];
  // The same in another's name is another request.
  const { actingFor } = senderOf(request);
  if (actingFor !== undefined) asked.push(actingFor.deputyship);
  return { key, request: fingerprint(asked.join(' ')) };
}
