import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Request as PoolRequest } from '@guankao/pool';
import { askerOf } from './asker.ts';
import type { Task } from './task.ts';

const replies = new WeakMap<FastifyRequest, FastifyReply>();
const tasks = new WeakMap<FastifyRequest, Task>();

/** Lets the pool know, later, whether somebody still waits for an answer. */
export function noticeWhoLeaves(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => void replies.set(request, reply));
}

/** From now on the request's work is the task's: it ends where the task is cancelled, and not where the page is left. */
export function askAsTask(request: FastifyRequest, task: Task): void {
  tasks.set(request, task);
}

/** For whom the pool is to work, and for how long: until they close the connection. `name` is the file's, as they call it. */
export function asking(request: FastifyRequest, name: string | null = null): PoolRequest {
  const asker = askerOf(request);
  const task = tasks.get(request);
  if (task === undefined) return { asker, name, signal: whileOpen(replies.get(request)) };
  return { asker, name, signal: task.signal, watch: (stage) => (task.stage = stage) };
}

/** Aborts where the connection is closed before the answer was sent. */
export function whileOpen(reply: FastifyReply | undefined): AbortSignal | undefined {
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
