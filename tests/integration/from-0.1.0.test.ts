import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { Pool as Database } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Pool } from '@guankao/pool';
import { createServer } from '@guankao/server';
import { openStore, type Store } from '@guankao/store';
import { migrations } from '../../packages/store/src/migrations/index.ts';
import { migrate } from '../../packages/store/src/migrations/migrate.ts';
import { startTestServer, type TestServer } from './database.ts';

/** A record that 0.1.0 made, brought into today's program: as a database that is upgraded, and as a backup. */

const folder = join(import.meta.dirname, 'of-0.1.0');
const lines = gunzipSync(readFileSync(join(folder, 'played-year.gz')))
  .toString()
  .trimEnd()
  .split('\n');
const schema = (JSON.parse(lines[0] ?? '{}') as { readonly schema: number }).schema;
const rows = lines.slice(1, -1).map((line) => JSON.parse(line) as { readonly table: string; readonly row: object });
const at = new Date('2026-02-01T02:00:00Z');
const work = new Pool();
let database: TestServer;

beforeAll(async () => {
  database = await startTestServer();
});
afterAll(async () => {
  await work.close();
  await database.stop();
});

/** The database as 0.1.0 left it, but for its projections, which the first start makes anew. */
async function databaseOf010(): Promise<string> {
  const url = await database.emptyDatabase();
  const pool = new Database({ connectionString: url });
  try {
    await migrate(pool, migrations.slice(0, schema));
    for (const { table, row } of rows)
      await pool.query(
        `insert into guankao.${table} overriding system value select * from jsonb_populate_record(null::guankao.${table}, $1)`,
        [JSON.stringify(row)],
      );
  } finally {
    await pool.end();
  }
  return url;
}

const open = (url: string) => openStore({ url, folder: '', program: 'guankao test' });

describe.each(['upgraded', 'restored'] as const)('%s', (way) => {
  let store: Store;
  let server: FastifyInstance;

  beforeAll(async () => {
    store = await open(way === 'upgraded' ? await databaseOf010() : await database.emptyDatabase());
    if (way === 'restored') await store.restore(Readable.from(lines));
    server = await createServer({
      catalogue: store.catalogue,
      pool: work,
      office: store.office,
      store,
      clock: () => at,
    });
  });
  afterAll(async () => {
    await server.close();
    await store.close();
  });

  test('every event stands as it was, and a rebuild makes the same', async () => {
    const events = rows.filter(({ table }) => table === 'events').map(({ row }) => row as Record<string, unknown>);
    const now = await store.eventsAfter(0, 1_000);
    expect(now.map(({ kind, subject }) => [kind, subject])).toEqual(events.map(({ kind, subject }) => [kind, subject]));
    expect((await store.rebuild()).identical).toBe(true);
  });

  test('what was public is: both filings, both editions of the corrected one, each row with its texts', async () => {
    const filings = await store.catalogue.filings();
    expect(filings.map(({ id, editions }) => [id, editions.length]).toSorted()).toEqual([
      ['範例部-113', 1],
      ['範例部-114', 2],
    ]);
    const corrected = (await store.catalogue.filing('範例部-114'))?.reading;
    expect(corrected?.plans).toHaveLength(8);
    expect(corrected?.plans[1]?.execution.map(({ text }) => text).join('')).toContain('3公里於114年6月20日完成');
    const first = (await store.catalogue.filing('範例部-114', 1))?.reading;
    expect(first?.plans[1]?.execution.map(({ text }) => text).join('')).not.toContain('3公里');
    expect((await server.inject(`/filings/${encodeURIComponent('範例部-114')}`)).statusCode).toBe(200);
  });

  test('the year goes on: people sign in with the passwords that they had, and see their rows', async () => {
    const password = 'four unrelated words here';
    const signed = await server.inject({
      method: 'POST',
      url: '/api/sessions',
      payload: { login: 'officer', password },
    });
    expect(signed.statusCode).toBe(201);
    const headers = { authorization: `Bearer ${signed.json<{ readonly token: string }>().token}` };
    const row = await server.inject({ url: `/api/rows/${encodeURIComponent('範例部-115-02')}`, headers });
    expect(row.statusCode).toBe(200);
    const saved = await server.inject({
      method: 'PATCH',
      url: `/api/rows/${encodeURIComponent('範例部-115-02')}/texts`,
      headers: { ...headers, 'if-match': String(row.headers.etag) },
      payload: { goals: '完成4案。' },
    });
    expect(saved.statusCode).toBe(200);
    const wrong = await server.inject({
      method: 'POST',
      url: '/api/sessions',
      payload: { login: 'officer', password: `${password}!` },
    });
    expect(wrong.statusCode).toBe(401);
  });

  test('every operation of its API is there', async () => {
    const asked = JSON.parse(readFileSync(join(folder, 'operations.json'), 'utf8')) as readonly string[];
    const { paths } = (await server.inject('/openapi.json')).json<{ readonly paths: Record<string, object> }>();
    const now = new Set(
      Object.entries(paths).flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
      ),
    );
    expect(asked.filter((operation) => !now.has(operation))).toEqual([]);
  });
});

test('a backup of 0.1.0 that is cut short leaves an empty record of today', async () => {
  const store = await open(await database.emptyDatabase());
  try {
    await expect(store.restore(Readable.from(lines.slice(0, -3)))).rejects.toMatchObject({ id: 'backup-cut-short' });
    expect((await store.catalogue.health()).events).toBe(0);
    await store.restore(Readable.from(lines));
    expect((await store.catalogue.filings()).length).toBe(2);
  } finally {
    await store.close();
  }
});
