import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '@guankao/domain';
import { inLocale, problemPage, type Locale, type Reader } from '@guankao/web';
import { readerOf } from '../pages/reader.ts';
import type { Site } from '../pages/site.ts';
import { askerOf } from './asker.ts';
import { askAsTask, whileOpen } from './asking.ts';
import { holdBodyFor } from './body-memory.ts';
import type { Task, TaskResult } from './task.ts';

export interface WorkToDo {
  /** Of the file that it is about, or what is being made: for the waiting page. */
  readonly name: string;
  readonly locale: Locale;
  /** Must give its refusals as a page. */
  readonly work: () => Promise<TaskResult>;
}

/**
 * Answers with what comes of the work, where it is done within two seconds or so; until then it ends with the
 * connection. Otherwise it becomes a task: its asker is sent to its page, may leave it and come back, or cancel it.
 */
export async function answerInTime(
  request: FastifyRequest,
  reply: FastifyReply,
  site: Site,
  { name, locale, work }: WorkToDo,
): Promise<FastifyReply> {
  const { tasks, patience } = site;
  const task = tasks.begin(askerOf(request), name);
  askAsTask(request, task);
  const left = whileOpen(reply);
  const leave = () => task.cancel();
  left?.addEventListener('abort', leave, { once: true });
  const working = work();
  holdBodyFor(request, working);
  const inTime = await withinTime(working, patience);
  left?.removeEventListener('abort', leave);
  if (inTime !== null) return sendResult(reply, inTime);
  tasks.keep(task);
  void working.then(
    (result) => tasks.end(task, result),
    (error: unknown) => tasks.end(task, troublePage(request, site, error)),
  );
  return reply.redirect(taskAddress(task, locale), 303);
}

/** null where it takes longer than so many milliseconds. */
async function withinTime(working: Promise<TaskResult>, patience: number): Promise<TaskResult | null> {
  const { promise: tooLong, resolve } = Promise.withResolvers<null>();
  const timer = setTimeout(() => resolve(null), patience);
  try {
    return await Promise.race([working, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

export function taskAddress({ id }: Task, locale: Locale): string {
  return inLocale(`/tasks/${id}`, locale);
}

/** Trouble after the one who asked was sent to the waiting page is told there; a fault by its number. */
function troublePage(request: FastifyRequest, site: Site, error: unknown): TaskResult {
  if (error instanceof Refusal) return refusalPage(readerOf(request, site), error);
  request.log.error({ err: error }, 'task failed');
  const html = problemPage(readerOf(request, site), { kind: 'fault', id: request.id });
  return { is: 'page', status: 500, html, retryAfter: null };
}

/** A refusal that no form shows. */
export function refusalPage(reader: Reader, error: Refusal): TaskResult {
  const html = problemPage(reader, { kind: 'refusal', message: error.inBothLanguages });
  return { is: 'page', status: error.status, html, retryAfter: error.retryAfter };
}

/** What came of work is one person's: no cache keeps it. */
export function sendResult(reply: FastifyReply, result: TaskResult): FastifyReply {
  switch (result.is) {
    case 'redirect':
      return reply.redirect(result.to, 303);
    case 'file':
      return reply
        .type(result.mediaType)
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(result.name)}`)
        .send(result.bytes);
    case 'page':
      if (result.retryAfter !== null) reply.header('retry-after', String(result.retryAfter));
      return reply
        .status(result.status)
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-store')
        .send(result.html);
    default:
      return result satisfies never;
  }
}
