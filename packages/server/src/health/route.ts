import type { FastifyInstance } from 'fastify';
import type { Site } from '../pages/site.ts';

/** For those who watch the server: 200 with the schema and the count of events, 503 where the database does not answer. */
export function healthRoute(server: FastifyInstance, site: Site): void {
  server.get('/healthz', { schema: { hide: true } }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    try {
      return { status: 'ok', ...(await site.catalogue.health()), time: site.clock().toISOString() };
    } catch (error) {
      request.log.error({ err: error }, 'the catalogue does not answer');
      return reply.status(503).send({ status: 'unavailable', reason: 'database', time: site.clock().toISOString() });
    }
  });
}
