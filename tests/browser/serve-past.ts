import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from '@guankao/pool';
import { createServer } from '@guankao/server';
import { openStore } from '@guankao/store';
import { exampleBytes, exampleReading } from '../../packages/store/src/example-reading.ts';

// Serves a record with a past on a free port until it is told to stop, by a clock that stands at 2026-02-20:
// 範例部-113 of 5 January, its next edition of 10 January, 虛擬市-113 of 15 January. As serve-example.ts otherwise.

const folder = mkdtempSync(join(tmpdir(), 'guankao-past-'));
const store = await openStore({ folder, program: 'test' });
const noon = (day: string) => new Date(`${day}T12:00:00+08:00`);
for (const [reading, day] of [
  [exampleReading({ plans: 3 }), '2026-01-05'],
  [exampleReading({ plans: 4, seed: 2 }), '2026-01-10'],
  [exampleReading({ agency: '虛擬市', plans: 2, seed: 5 }), '2026-01-15'],
] as const) {
  const file = { name: 'filing.txt', mediaType: 'text/plain', bytes: exampleBytes(reading) };
  const deed = { actor: 'test', role: 'operator', at: noon(day), reason: '更正' };
  await store.importReading(reading, file, deed);
}
const server = await createServer({
  catalogue: store.catalogue,
  builtFolder: join(process.cwd(), 'dist'),
  pool: new Pool(),
  clock: () => noon('2026-02-20'),
});
const origin = await server.listen({ host: '127.0.0.1', port: Number(process.argv[2] ?? 0) });
console.log(JSON.stringify({ origin, filing: `/filings/${encodeURIComponent('範例部-113')}`, plans: [] }));

async function stop(): Promise<void> {
  await server.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
}
process.once('SIGTERM', () => void stop());
