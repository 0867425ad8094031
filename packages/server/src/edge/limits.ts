import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '@guankao/domain';
import type { Office, RequestRule } from '@guankao/store';
import { askerOf } from '../work/asker.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Of a route that costs much: how often one asker may use it. */
    limit?: keyof typeof limits;
  }
}

const aMinute = 60;

/** How often one asker may: by account where somebody is signed in, else by network; counted for all servers of one record together. */
export const limits = {
  // What a guess costs is counted where it is looked at (sign-in/sign-in.ts); this is for the flood of refused ones.
  'sign-in': { most: 1_200, windowSeconds: aMinute },
  'one-time-link': { most: 60, windowSeconds: aMinute },
  'check-page': { most: 120, windowSeconds: aMinute },
  'check-api': { most: 600, windowSeconds: aMinute },
  upload: { most: 60, windowSeconds: aMinute },
  form: { most: 120, windowSeconds: aMinute },
  // What makes a mail go out at once, to an address that somebody typed.
  mail: { most: 10, windowSeconds: 10 * aMinute },
} as const satisfies Record<string, RequestRule>;

/** What counts: the record where there is an office, this process where the site is for reading only. */
export type RequestCounter = Pick<Office, 'countRequest'>;

/** Refuses before the body is read. Stands after it is known who asks. */
export function limitCostlyRequests(server: FastifyInstance, counter: RequestCounter, clock: () => Date): void {
  server.addHook('onRequest', async (request) => {
    const name = limitOf(request);
    if (name === undefined) return;
    const { kind, id } = askerOf(request);
    const now = clock();
    const until = await counter.countRequest(subjectOf(`requests ${name} ${kind} ${id}`), limits[name], now);
    if (until !== null) throw tooMany(secondsUntil(until, now));
  });
}

const largeBodyBytes = 1024 * 1024;

/** The route's own, or that of uploads where files or much text come along. */
function limitOf(request: FastifyRequest): keyof typeof limits | undefined {
  const { 'content-type': type = '', 'content-length': length = '0' } = request.headers;
  const uploads = type.startsWith('multipart/') || Number(length) > largeBodyBytes;
  return request.routeOptions.config.limit ?? (uploads ? 'upload' : undefined);
}

/** What is counted is kept as its sha256. */
export function subjectOf(what: string): string {
  return createHash('sha256').update(what).digest('hex');
}

/** At least one. */
export function secondsUntil(until: Date, now: Date): number {
  return Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1_000));
}

function tooMany(seconds: number): Refusal {
  return new Refusal(
    'too-many-requests',
    429,
    {
      'zh-Hant': `短時間內送出太多次，請 ${seconds} 秒後再試。`,
      en: `too many requests in a short time; try again in ${seconds} seconds.`,
    },
    seconds,
  );
}

/** Counts in this process, for a site without an office. */
export class CounterInMemory implements RequestCounter {
  readonly #windows = new Map<string, { readonly ends: number; count: number }>();

  async countRequest(subject: string, { most, windowSeconds }: RequestRule, at: Date): Promise<Date | null> {
    const now = at.getTime();
    for (const [old, { ends }] of this.#windows) {
      // Windows end about in the order in which they stand here.
      if (ends > now) break;
      this.#windows.delete(old);
    }
    const open = this.#windows.get(subject);
    if (open === undefined || open.ends <= now) {
      this.#windows.delete(subject);
      this.#windows.set(subject, { ends: now + windowSeconds * 1_000, count: 1 });
      return null;
    }
    if (open.count >= most) return new Date(open.ends);
    open.count += 1;
    return null;
  }
}
