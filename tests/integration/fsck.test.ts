import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore, type Store } from '@guankao/store';
import { exampleBytes, exampleReading } from '../../packages/store/src/example-reading.ts';
import { run, startTestServer, type TestServer } from './database.ts';

/** Looking at everything: beside a record that is at work, and at a log of more than one batch. */

let server: TestServer;
let folder: string;
let url: string;
let store: Store;
const at = new Date('2026-01-10T02:00:00Z');

beforeAll(async () => {
  server = await startTestServer();
  folder = mkdtempSync(join(tmpdir(), 'guankao-fsck-'));
  url = await server.emptyDatabase();
  store = await openStore({ url, folder: '', program: 'guankao test', logKey: join(folder, 'key') });
  await store.log.openAnew('', at);
}, 60_000);
afterAll(async () => {
  await store.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('while files are taken in and heads are signed, nothing is called different', async () => {
  const sequencer = store.log.follow({ clock: () => at, report: (why) => expect.unreachable(String(why)) });
  const over = new AbortController();
  const writing = (async () => {
    for (let seed = 0; !over.signal.aborted; seed++) {
      const reading = exampleReading({ agency: `範例${seed}處`, plans: 1, seed });
      const file = { name: `${seed}.txt`, mediaType: 'text/plain', bytes: exampleBytes(reading) };
      await store.importReading(reading, file, { actor: '某人', role: 'operator', at });
      await store.log.signNow(at);
    }
  })();
  const found = [];
  for (let round = 0; round < 8; round++) found.push(...(await store.log.fsck([])).differences);
  over.abort();
  await writing;
  await sequencer.stop();
  expect(found).toEqual([]);
});

/** The last event again and again: more of them than are looked at in one go. */
async function manyMore(count: number): Promise<number> {
  const [last] = await run(url, 'select max(number)::int as number from guankao.events');
  const number = Number(last?.['number']);
  await run(
    url,
    `insert into guankao.events (number, at, actor, role, kind, subject, v)
       select $1::bigint + more, at, actor, role, 'agency-added', 'of-many', 1
       from guankao.events, generate_series(1, $2::int) more where number = $1 order by more`,
    [number, count],
  );
  await run(
    url,
    `insert into guankao.payloads (number, body) select $1::bigint + more, '{"name":"many"}' from generate_series(1, $2::int) more`,
    [number, count],
  );
  await store.log.signNow(at);
  return number + count;
}

async function placesOf(): Promise<readonly string[]> {
  const { differences } = await store.log.fsck([]);
  return differences.filter(({ check }) => check !== 'projection').map(({ check, place }) => `${check} ${place}`);
}

test('in a log of several batches what was changed, moved or taken out is found at its place', async () => {
  const last = await manyMore(4_500);
  expect(await placesOf()).toEqual([]);
  const owner = async (statement: string, values: unknown[]) => {
    await run(url, 'alter table guankao.payloads disable trigger append_only');
    await run(url, 'alter table guankao.log_entries disable trigger append_only');
    await run(url, statement, values);
  };
  const changed = last - 2_100;
  await owner(`update guankao.payloads set body = '{"name":"Many"}' where number = $1`, [changed]);
  expect(await placesOf()).toEqual([`leaf event ${changed}`]);
  await owner(`update guankao.payloads set body = 'no JSON' where number = $1`, [changed]);
  expect(await placesOf()).toEqual([`leaf event ${changed}`]);
  await owner(`update guankao.payloads set body = '{"name":"many"}' where number = $1`, [changed]);
  const kept = await run(url, 'select entry from guankao.log_entries where index = $1', [last - 1]);
  await owner('delete from guankao.log_entries where index = $1', [last - 1]);
  const places = await placesOf();
  expect(places).toContainEqual(expect.stringMatching(/^tile tile 0\//));
  expect(places).toContainEqual(expect.stringMatching(/^checkpoint checkpoint guankao\//));
  await owner('insert into guankao.log_entries (index, entry) values ($1, $2)', [last - 1, kept[0]?.['entry']]);
  expect(await placesOf()).toEqual([]);
  await owner('update guankao.log_entries set index = $1 where index = $2', [last + 5_000_000, changed - 1]);
  const moved = await placesOf();
  expect(moved).toContain(`leaf entries ${changed - 1} to ${changed - 1}`);
  expect(moved).toContain(`leaf entries ${last} to ${last + 4_999_999}`);
}, 120_000);
