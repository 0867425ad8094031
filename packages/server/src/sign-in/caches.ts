import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Requests whose answer depends on who asked, or holds a secret of theirs. */
const personal = new WeakSet<FastifyRequest>();

/** What this request is answered, a refusal too, is kept by no cache. */
export function keepFromCaches(request: FastifyRequest): void {
  personal.add(request);
}

export function tellCaches(server: FastifyInstance): void {
  server.addHook('onSend', async (request, reply) => {
    if (personal.has(request)) reply.header('cache-control', 'no-store');
  });
}
