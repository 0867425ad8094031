// @ts-expect-error -- it brings no types
import autocannon from 'autocannon';

/**
 * Load in a process of its own, so that it does not run on the server's thread.
 * Takes on its standard input what to ask for; prints one line of JSON.
 */
export interface LoadOrder {
  readonly origin: string;
  /** Asked for in turn, each connection beginning at another. */
  readonly paths: readonly string[];
  readonly connections: number;
  /** Seconds of asking round and round; null: each path once in all. */
  readonly seconds: number | null;
}

export interface LoadResult {
  /** Milliseconds. autocannon keeps no 95th percentile: the next one up that it has is stricter. */
  readonly p97_5: number;
  readonly median: number;
  readonly perSecond: number;
  /** Answers that were none, or not of the 200s. */
  readonly errors: number;
}

async function load({ origin, paths, connections, seconds }: LoadOrder): Promise<LoadResult> {
  let client = 0;
  const result = await autocannon({
    url: origin,
    connections,
    ...(seconds === null ? { amount: paths.length } : { duration: seconds }),
    headers: { 'accept-encoding': 'br, gzip' },
    setupClient(one: { setRequests(requests: readonly { path: string }[]): void }) {
      const from = Math.floor((client++ * paths.length) / connections);
      one.setRequests([...paths.slice(from), ...paths.slice(0, from)].map((path) => ({ path })));
    },
  });
  return { p97_5: result.latency.p97_5, median: result.latency.p50, perSecond: result.requests.total / result.duration, errors: result.errors + result.non2xx };
}

let order = '';
for await (const part of process.stdin) order += part;
process.stdout.write(`${JSON.stringify(await load(JSON.parse(order) as LoadOrder))}\n`);
