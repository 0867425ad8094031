import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '@guankao/domain';
import { taskPage, type Locale } from '@guankao/web';
import { readerOf } from '../pages/reader.ts';
import type { Site } from '../pages/site.ts';
import { sendResult, taskAddress } from './answer-in-time.ts';
import { askerOf } from './asker.ts';
import type { Task } from './task.ts';

const options = { schema: { hide: true } };
type Id = { Params: { id: string } };

/** Seconds between two looks at a task that is not done. */
const lookAgain = 2;

/** The page of a task: how far it is, and then what came of it. It asks again by itself, without a script. */
export function taskPages(server: FastifyInstance, site: Site, locale: Locale): void {
  function demandTask(request: FastifyRequest<Id>): Task {
    const task = site.tasks.find(request.params.id, askerOf(request));
    if (task === null) throw noSuchTask();
    return task;
  }

  server.get<Id>('/tasks/:id', options, async (request, reply) => {
    const task = demandTask(request);
    const { result } = task;
    if (result !== null && result.is !== 'file') return sendResult(reply, result);
    if (result === null) reply.header('refresh', String(lookAgain));
    const stage = task.stage?.() ?? { is: 'working' };
    const view = {
      id: task.id,
      name: task.name,
      seconds: site.tasks.secondsOf(task),
      before: stage.is === 'waiting' ? stage.before : null,
      file: result === null ? null : { name: result.name, bytes: result.bytes.byteLength },
    };
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(taskPage(readerOf(request, site), view));
  });

  server.get<Id>('/tasks/:id/file', options, async (request, reply) => {
    const { result } = demandTask(request);
    if (result?.is !== 'file') throw noSuchTask();
    return sendResult(reply.header('cache-control', 'no-store'), result);
  });

  server.post<Id>('/tasks/:id/cancel', options, async (request, reply) => {
    const task = demandTask(request);
    task.cancel();
    return reply.redirect(taskAddress(task, locale), 303);
  });
}

function noSuchTask(): Refusal {
  return new Refusal('no-such-task', 410, {
    'zh-Hant': '這項工作的結果已經不在了：結果只保留十分鐘，而且只給送出的人看。請重新送一次。',
    en: 'what came of this work is not kept any more: it is there for ten minutes, and only for who asked for it. Send it again.',
  });
}
