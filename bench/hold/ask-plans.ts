import { Agent, get } from 'node:http';

/**
 * Asks for /plans every 50 ms, whether or not the last answer is there, until it is told to stop; then prints what it
 * waited, in milliseconds, as JSON. A process of its own, so that nothing else is measured:
 * node scripts/run.mjs bench/hold/ask-plans.ts ORIGIN
 */

const every = 50;
const longest = 60_000;
const [origin = ''] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true });
const waits: number[] = [];
const failures: string[] = [];
let asked = 0;
let open = 0;

function ask(): void {
  asked += 1;
  open += 1;
  const began = performance.now();
  const fail = (why: string) => {
    failures.push(`${why} after ${Math.round(performance.now() - began)} ms`);
    open -= 1;
  };
  let over = false;
  const once = (work: () => void) => {
    if (!over) work();
    over = true;
  };
  const request = get(`${origin}/plans`, { agent, timeout: longest }, (answer) => {
    answer.resume();
    answer.once('end', () =>
      once(() => {
        if (answer.statusCode !== 200) return fail(`status ${answer.statusCode}`);
        waits.push(performance.now() - began);
        open -= 1;
      }),
    );
    answer.once('error', (error) => once(() => fail(error.message)));
  });
  request.once('timeout', () => request.destroy(new Error('no answer')));
  request.once('error', (error) => once(() => fail(error.message)));
}

const timer = setInterval(ask, every);

process.once('SIGTERM', () => {
  clearInterval(timer);
  // What is still open is waited for a little, and then counted as it is.
  const until = performance.now() + 10_000;
  const end = () => {
    if (open > 0 && performance.now() < until) return setTimeout(end, 50);
    waits.sort((a, b) => a - b);
    const at = (share: number) => waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] ?? Number.NaN;
    const kinds: Record<string, number> = {};
    for (const failure of failures) {
      const kind = failure.replace(/ after \d+ ms$/, '');
      kinds[kind] = (kinds[kind] ?? 0) + 1;
    }
    const summary = {
      asked,
      answered: waits.length,
      failed: failures.length,
      open,
      p50: at(0.5),
      p95: at(0.95),
      p99: at(0.99),
      worst: at(1),
    };
    process.stdout.write(`${JSON.stringify({ ...summary, kinds })}\n`, () => process.exit(0));
    return undefined;
  };
  end();
});
