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
  /** Milliseconds, of all answers. */
  readonly p95: number;
  readonly median: number;
  readonly perSecond: number;
  /** Answers that were none, or not of the 200s. */
  readonly errors: number;
}

async function load({ origin, paths, connections, seconds }: LoadOrder): Promise<LoadResult> {
  let client = 0;
  const times: number[] = [];
  const run = autocannon({
    url: origin,
    connections,
    ...(seconds === null ? { amount: paths.length } : { duration: seconds }),
    headers: { 'accept-encoding': 'br, gzip' },
    setupClient(one: { setRequests(requests: readonly { path: string }[]): void }) {
      const from = Math.floor((client++ * paths.length) / connections);
      one.setRequests([...paths.slice(from), ...paths.slice(0, from)].map((path) => ({ path })));
    },
  });
  // autocannon's own percentiles leave out the 95th.
  run.on('response', (_client: unknown, _status: number, _bytes: number, milliseconds: number) =>
    times.push(milliseconds),
  );
  const result = await run;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return {
    p95: at(0.95),
    median: at(0.5),
    perSecond: result.requests.total / result.duration,
    errors: result.errors + result.non2xx,
  };
}

let order = '';
for await (const part of process.stdin) order += part;
process.stdout.write(`${JSON.stringify(await load(JSON.parse(order) as LoadOrder))}\n`);
