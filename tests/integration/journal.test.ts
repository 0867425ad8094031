import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore, type Store } from '@guankao/store';
import { nouns } from '@guankao/workflow';
import type { Database } from '../../packages/store/src/database/connect.ts';
import { eventsAfter } from '../../packages/store/src/journal/journal.ts';
import { checkLeaves } from '../../packages/store/src/log/check-leaves.ts';
import { Findings } from '../../packages/store/src/log/findings.ts';
import { run, startTestServer, type TestServer } from './database.ts';

/** Reading on in a journal that has become long. */

const events = 20_000;
let server: TestServer;
let store: Store;

beforeAll(async () => {
  server = await startTestServer();
  const url = await server.emptyDatabase();
  store = await openStore({ url, folder: '', program: 'guankao test' });
  await run(
    url,
    `insert into guankao.events (number, at, actor, role, kind, subject, v)
       select number, '2026-01-10T02:00:00Z', '某人', 'operator', 'agency-added', 'of-many', 1
       from generate_series(1, $1::int) number`,
    [events],
  );
  await run(
    url,
    `insert into guankao.payloads (number, body)
       select number, json_build_object('name', repeat('多', 100)) from generate_series(1, $1::int) number`,
    [events],
  );
  await run(url, 'vacuum (analyze) guankao.events, guankao.payloads');
}, 60_000);
afterAll(async () => {
  await store.close();
  await server.stop();
});

/** How many payloads the database looks at for it. */
async function payloadsReadBy(work: (db: Database) => Promise<unknown>): Promise<number> {
  return store.connection.db.transaction().execute(async (tx) => {
    await work(tx);
    const { rows } = await sql<{ read: number }>`
      select seq_tup_read + idx_tup_fetch as read from pg_stat_xact_user_tables
      where schemaname = 'guankao' and relname = 'payloads'`.execute(tx);
    return rows[0]?.read ?? Number.NaN;
  });
}

test('what stands before is not read again', async () => {
  expect(await payloadsReadBy((db) => eventsAfter(db, events - 1_000, 100))).toBeLessThan(150);
});

test('who looks at every leaf reads each event once', async () => {
  const looked = (db: Database) => checkLeaves(db, nouns, new Findings(), () => undefined);
  expect(await payloadsReadBy(looked)).toBeLessThan(events * 1.1);
});
