import { createHash } from 'node:crypto';
import { Pool } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Reading } from '@guankao/reading';
import { openStore } from '@guankao/store';
import { exampleBytes, exampleReading } from '../../packages/store/src/example-reading.ts';
import { migrations } from '../../packages/store/src/migrations/index.ts';
import { migrate } from '../../packages/store/src/migrations/migrate.ts';
import { run, startTestServer, type TestServer } from './database.ts';

let server: TestServer;
let url: string;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  url = await server.emptyDatabase();
});

async function migrateTo(number: number): Promise<readonly number[]> {
  const pool = new Pool({ connectionString: url });
  try {
    return await migrate(pool, migrations.slice(0, number));
  } finally {
    await pool.end();
  }
}

/** Every column, index, constraint and trigger of the schema. */
async function shape(): Promise<unknown> {
  return run(
    url,
    `select table_name as "table", column_name as name, data_type || ' ' || is_nullable as what from information_schema.columns where table_schema = 'guankao'
     union all select tablename, indexname, indexdef from pg_indexes where schemaname = 'guankao'
     union all select conrelid::regclass::text, conname, pg_get_constraintdef(oid) from pg_constraint where connamespace = 'guankao'::regnamespace
     union all select tgrelid::regclass::text, tgname, pg_get_triggerdef(oid) from pg_trigger where not tgisinternal and tgrelid::regclass::text like 'guankao.%'
     order by 1, 2, 3`,
  );
}

test('numbers run from 1 without a gap', () => {
  expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_, at) => at + 1));
});

test('the second time nothing runs', async () => {
  expect(await migrateTo(migrations.length)).toEqual(migrations.map(({ number }) => number));
  expect(await migrateTo(migrations.length)).toEqual([]);
});

test.each(migrations.map(({ number }) => number - 1))(
  'from schema %i to the newest gives what an empty database gives',
  async (earlier) => {
    await migrateTo(migrations.length);
    const fresh = await shape();
    url = await server.emptyDatabase();
    await migrateTo(earlier);
    await migrateTo(migrations.length);
    expect(await shape()).toEqual(fresh);
  },
);

test('what was taken in at schema 1, which had no projections, stands after the migration', async () => {
  const reading = exampleReading({ plans: 4 });
  await migrateTo(1);
  await takeInAtSchema1(reading);
  const store = await openStore({ url, folder: '/nowhere', program: 'test' });
  expect((await store.catalogue.plans({})).total).toBe(4);
  expect((await store.rebuild()).identical).toBe(true);
  await store.close();
});

async function takeInAtSchema1(reading: Reading): Promise<void> {
  const body = JSON.stringify(reading);
  const hash = createHash('sha256').update(body).digest('hex');
  const { sha256 } = reading.document;
  const payload = {
    edition: 1,
    file: { name: 'f.txt', mediaType: 'text/plain', sha256 },
    reading: hash,
    program: 'test',
  };
  await run(url, `insert into guankao.sources values ($1, 'f.txt', 'text/plain', $2, now())`, [
    sha256,
    Buffer.from(exampleBytes(reading)),
  ]);
  await run(url, 'insert into guankao.readings values ($1, $2)', [hash, body]);
  await run(
    url,
    `insert into guankao.events (at, actor, role, kind, subject, payload) values (now(), 'x', 'operator', 'filing-imported', '範例部-113', $1)`,
    [JSON.stringify(payload)],
  );
}

test('two programs at once: each step runs once', async () => {
  const ran = await Promise.all([
    migrateTo(migrations.length),
    migrateTo(migrations.length),
    migrateTo(migrations.length),
  ]);
  expect(ran.flat()).toEqual(migrations.map(({ number }) => number));
});

test('a step that fails leaves nothing of itself', async () => {
  const broken = [
    ...migrations,
    { number: migrations.length + 1, name: 'broken', sql: 'create table guankao.half (id int); select nonsense' },
  ];
  const pool = new Pool({ connectionString: url });
  await expect(migrate(pool, broken)).rejects.toThrow('nonsense');
  await pool.end();
  expect(
    await run(
      url,
      `select to_regclass('guankao.half') as half, (select max(number) from guankao.migrations) as number`,
    ),
  ).toEqual([{ half: null, number: migrations.length }]);
});

describe('refused', () => {
  test('a newer schema', async () => {
    await migrateTo(migrations.length);
    await run(
      url,
      `insert into guankao.migrations (number, name, checksum) values (${migrations.length + 1}, 'later', 'x')`,
    );
    await expect(openStore({ url, folder: '/nowhere', program: 'test' })).rejects.toMatchObject({
      name: 'Refusal',
      id: 'schema-newer',
    });
  });

  test('a schema that other steps made', async () => {
    await migrateTo(migrations.length);
    await run(url, `update guankao.migrations set checksum = 'x' where number = 1`);
    await expect(openStore({ url, folder: '/nowhere', program: 'test' })).rejects.toMatchObject({
      id: 'schema-foreign',
    });
  });
});
