import type { FastifyInstance } from 'fastify';
import type { Pool } from '@guankao/pool';
import type { Reading } from '@guankao/reading';
import { createServer } from '@guankao/server';
import type { Store } from '@guankao/store';
import { fill } from '../../year/fill.ts';
import type { LoadResult } from '../../year/load.ts';
import { load } from '../../year/loading.ts';
import { timed, type Timed } from './processor.ts';

const seconds = 5;
const firstFile = Date.UTC(2016, 0, 4);
const days = 3_600;

export interface Lists {
  readonly name: string;
  readonly first: LoadResult;
  readonly again: LoadResult;
}

/**
 * So many plan-years that came over ten years, and lists of them: as they are now, and as they were on days in between.
 * `start`: what the first question after a start takes, for which the server looks at all rows once.
 */
export async function measureLists(
  store: Store,
  pool: Pool,
  reading: Reading,
  size: number,
): Promise<{ readonly start: Timed<unknown>; readonly lists: readonly Lists[] }> {
  const filings = Math.ceil(size / 50);
  const timeOf = (filing: number) => new Date(firstFile + Math.floor((filing * days * 86_400_000) / filings));
  await fill(store, reading, size, timeOf);
  const server = await createServer({ catalogue: store.catalogue, pool, office: store.office });
  try {
    const origin = await server.listen({ port: 0, host: '127.0.0.1' });
    // Ten who ask at once would wait for it longer than the load is patient.
    const start = await timed(store, async () => server.inject('/plans'));
    await load({ origin, paths: ['/plans?page=2', '/plans?sort=name'], connections: 10, seconds: 5 });
    const lists = [await measure('list, three filters', origin, filtered(''))];
    for (const date of ['2025-06-01', '2021-03-01', '2017-09-01'])
      if (await isKnown(server, date))
        lists.push(await measure(`the same as of ${date}`, origin, filtered(`&asof=${date}`)));
    return { start, lists };
  } finally {
    await server.close();
  }
}

/** Whether there are pages as of a day: one that answers with another total than today's. */
async function isKnown(server: FastifyInstance, date: string): Promise<boolean> {
  const total = async (query: string) => {
    const answer = await server.inject({ method: 'GET', url: `/api/plans?size=1${query}` });
    return answer.statusCode === 200 ? (answer.json() as { total: number }).total : null;
  };
  const then = await total(`&asof=${date}`);
  return then !== null && then < ((await total('')) ?? 0);
}

async function measure(name: string, origin: string, paths: readonly string[]): Promise<Lists> {
  const first = await load({ origin, paths, connections: 10, seconds: null });
  const again = await load({ origin, paths, connections: 10, seconds });
  return { name, first, again };
}

/** Different lists: asking for one only would measure what is kept at hand of it. */
function filtered(more: string): string[] {
  return ['社會發展', '科技發展', '公共建設'].flatMap((type) =>
    ['achieved', 'partly', 'not_achieved', 'undetermined'].flatMap((verdict) =>
      ['error', 'warning', 'question'].map(
        (severity) => `/plans?${new URLSearchParams({ type, verdict, severity }).toString()}${more}`,
      ),
    ),
  );
}
