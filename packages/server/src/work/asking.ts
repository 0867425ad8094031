import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Request as PoolRequest } from '@guankao/pool';
import { askerOf } from './asker.ts';

const replies = new WeakMap<FastifyRequest, FastifyReply>();

/** Lets the pool know, later, whether somebody still waits for an answer. */
export function noticeWhoLeaves(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => void replies.set(request, reply));
}

/** For whom the pool is to work, and for how long: until they close the connection. `name` is the file's, as they call it. */
export function asking(request: FastifyRequest, name: string | null = null): PoolRequest {
  return { asker: askerOf(request), name, signal: whileOpen(replies.get(request)) };
}

/** Aborts where the connection is closed before the answer was sent. */
function whileOpen(reply: FastifyReply | undefined): AbortSignal | undefined {
  if (reply === undefined) return undefined;
  const { raw } = reply;
  const controller = new AbortController();
  const leave = () => {
    if (!raw.writableFinished) controller.abort();
  };
  if (raw.closed) leave();
  else raw.once('close', leave);
  return controller.signal;
}
