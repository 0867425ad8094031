/**
 * How long the record's questions take with 30,000 plan rows on the embedded PostgreSQL, ten asked at a time.
 *
 * node scripts/run.mjs bench/store/thirty-thousand-rows.ts [ROWS] [FOLDER]
 *
 * With FOLDER the data stays there, and is used again by the next run.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type PlanQuery, type Store } from '@guankao/store';
import { exampleBytes, exampleReading } from '../../packages/store/src/example-reading.ts';

const [, , first = '30000', given] = process.argv;
const rows = Number(first);
const perFiling = 50;
const rounds = 100;
const atATime = 10;
const folder = given ?? mkdtempSync(join(tmpdir(), 'guankao-bench-'));
const store = await openStore({ folder, program: 'bench' });

try {
  await fill(store);
  for (const [name, query] of Object.entries(questions())) await measure(name, () => store.catalogue.plans(query));
  await measure('findings, nothing asked', () => store.catalogue.findings({ size: 25 }));
  await measure('findings, two characters', () => store.catalogue.findings({ q: '橋梁', severity: 'error', size: 25 }));
  await measure('plan page', (n) =>
    store.catalogue.plan(`範例${n % 100}處-113-r${String((n % perFiling) + 1).padStart(2, '0')}`),
  );
} finally {
  await store.close();
  if (given === undefined) rmSync(folder, { recursive: true, force: true });
}

/** Agencies over six years, fifty plans each. */
async function fill({ importReading, catalogue }: Store): Promise<void> {
  const { total } = await catalogue.plans({ size: 1 });
  const began = performance.now();
  for (let n = total / perFiling; n < rows / perFiling; n += 1) {
    const reading = exampleReading({
      agency: `範例${n % 100}處`,
      year: 2024 - Math.floor(n / 100),
      plans: perFiling,
      seed: n,
    });
    await importReading(
      reading,
      { name: `${n}.txt`, mediaType: 'text/plain', bytes: exampleBytes(reading) },
      { actor: 'bench', role: 'operator', at: new Date(0) },
    );
  }
  const seconds = (performance.now() - began) / 1000;
  console.log(
    `${rows} rows; ${rows - total} taken in now in ${seconds.toFixed(1)} s (${((rows - total) / seconds).toFixed(0)} rows/s)`,
  );
}

function questions(): Record<string, PlanQuery> {
  return {
    'list, nothing asked': {},
    'list, three filters': { year: 2024, type: '公共建設', verdict: 'partly' },
    'two characters': { q: '橋梁' },
    'two characters, where they stand': { q: '橋梁', snippets: true },
    'two characters, three filters': { q: '橋梁', year: 2024, type: '公共建設', severity: 'warning' },
    'one character': { q: '橋' },
    'a rare number': { q: '第12345號' },
    'four words': { q: '橋梁 補強 用地 趕辦' },
    'sorted by rate, page 20': { sort: 'rate', descending: true, page: 20 },
  };
}

async function measure(name: string, ask: (n: number) => Promise<unknown>): Promise<void> {
  await ask(0);
  const times: number[] = [];
  let next = 0;
  const asker = async () => {
    for (let n = next++; n < rounds; n = next++) {
      const began = performance.now();
      await ask(n);
      times.push(performance.now() - began);
    }
  };
  const began = performance.now();
  await ask(1);
  const alone = performance.now() - began;
  await Promise.all(Array.from({ length: atATime }, asker));
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(0);
  console.log(
    `${name.padEnd(32)} alone ${alone.toFixed(0).padStart(4)} ms; ${atATime} at a time: p50 ${at(0.5).padStart(4)} ms, p95 ${at(0.95).padStart(4)} ms`,
  );
}
