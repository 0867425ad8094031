import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '@guankao/domain';
import { exportFormats, type ExportFormat } from '@guankao/forms';
import type { Input } from '@guankao/pool';
import type { Locale } from '@guankao/web';
import { localeOf, readerOf } from '../pages/reader.ts';
import type { Site } from '../pages/site.ts';
import { answerInTime, refusalPage, sendResult } from './answer-in-time.ts';
import { asking } from './asking.ts';
import type { TaskResult } from './task.ts';

/** The form as a file. A person who follows a link to a form that takes long is sent to a waiting page; a program waits. */
export async function sendForm(
  request: FastifyRequest,
  reply: FastifyReply,
  site: Site,
  of: () => Promise<Input<'export-form'>['of']>,
  format: ExportFormat,
  name: string,
): Promise<FastifyReply> {
  const make = async (): Promise<TaskResult> => {
    const input = async () => ({ of: await of(), format });
    const made = await site.pool.run('export-form', input, asking(request, name));
    return { is: 'file', name: made.name, mediaType: exportFormats[format].mediaType, bytes: made.bytes };
  };
  return sendMade(request, reply, site, { name, locale: localeOfPage(request), make });
}

interface ToMake {
  readonly name: string;
  /** Of the waiting page. */
  readonly locale: Locale;
  readonly make: () => Promise<TaskResult>;
}

/** What is made for whoever asks: a person may be sent to a waiting page, a program waits. */
export async function sendMade(
  request: FastifyRequest,
  reply: FastifyReply,
  site: Site,
  { name, locale, make }: ToMake,
): Promise<FastifyReply> {
  if (!isFollowedLink(request)) return sendResult(reply, await make());
  const reader = { ...readerOf(request, site), locale };
  const work = async (): Promise<TaskResult> => {
    try {
      return await make();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return refusalPage(reader, error);
    }
  };
  return answerInTime(request, reply, site, { name, locale, work });
}

/** A browser that goes to an address says so, and wants a page or something to save. */
function isFollowedLink({ headers }: FastifyRequest): boolean {
  return headers['sec-fetch-mode'] === 'navigate';
}

/** An address under /api has no language of its own: that of the page with the link. */
function localeOfPage({ headers: { referer } }: FastifyRequest): Locale {
  if (referer === undefined || !URL.canParse(referer)) return 'zh-Hant';
  return localeOf(new URL(referer).pathname);
}
