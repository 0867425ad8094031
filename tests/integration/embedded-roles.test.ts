import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Pool as Database } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore, type Store } from '@guankao/store';
import { startServer } from '../../packages/store/src/embedded/server.ts';
import { exampleBytes, exampleReading } from '../../packages/store/src/example-reading.ts';
import { migrations } from '../../packages/store/src/migrations/index.ts';
import { migrate } from '../../packages/store/src/migrations/migrate.ts';
import { commandLine } from './command-line.ts';
import { changes, expectRefused, otherChanges, writtenOnce, type Ask } from './written-once.ts';

/** The embedded server: the program works as a role that may only add, in new folders and in those of older programs. */

const now = new Date('2026-01-05T01:00:00Z');

/** A folder as 0.1.0 left it: one superuser, its schema, the year that was played with it. */
async function folderOf010(folder: string): Promise<void> {
  const played = join(import.meta.dirname, 'of-0.1.0/played-year.gz');
  const [head = '{}', ...lines] = gunzipSync(readFileSync(played)).toString().trimEnd().split('\n');
  const { schema } = JSON.parse(head) as { readonly schema: number };
  await asSuperuser(folder, async (pool) => {
    await migrate(pool, migrations.slice(0, schema));
    for (const line of lines.slice(0, -1)) {
      const { table, row } = JSON.parse(line) as { readonly table: string; readonly row: object };
      await pool.query(
        `insert into guankao.${table} overriding system value select * from jsonb_populate_record(null::guankao.${table}, $1)`,
        [JSON.stringify(row)],
      );
    }
  });
}

/** One of a program that had today's schema and still worked as the superuser. */
async function folderOfOneRole(folder: string): Promise<void> {
  const server = await startServer({ folder });
  try {
    const url = `postgresql://${server.user}:${server.password}@${server.host}:${server.port}/${server.database}`;
    const store = await openStore({ url, folder: '', program: 'guankao test', logKey: join(folder, 'log', 'key') });
    expect(store.mayChangeAll).toBe('guankao');
    await takeIn(store, '範例部');
    await store.close();
  } finally {
    await server.stop();
  }
}

async function newFolder(folder: string): Promise<void> {
  const store = await openStore({ folder, program: 'guankao test' });
  await takeIn(store, '範例部');
  await store.close();
}

async function takeIn(store: Store, agency: string): Promise<void> {
  const reading = exampleReading({ agency });
  const file = { name: `${agency}.txt`, mediaType: 'text/plain', bytes: exampleBytes(reading) };
  await store.importReading(reading, file, { actor: '某人', role: 'operator', at: now });
}

async function asSuperuser(folder: string, work: (pool: Database) => Promise<void>): Promise<void> {
  const server = await startServer({ folder });
  const pool = new Database(server);
  // Ended connections whose end the server has not seen when it stops.
  pool.on('error', () => undefined);
  try {
    await work(pool);
  } finally {
    await pool.end();
    await server.stop();
  }
}

describe.each([
  ['a new folder', newFolder],
  ['a folder of 0.1.0', folderOf010],
  ['a folder of one role', folderOfOneRole],
] as const)('%s', (_name, make) => {
  let top: string;
  let folder: string;
  let store: Store;
  const ask: Ask = async (statement, values) => (await store.connection.pool.query(statement, values)).rows;
  const at = (name: string) => join(top, name);
  const typed = async (...argv: readonly string[]) => commandLine(top, argv, { GUANKAO_DATA: folder });
  const expectDone = async (...argv: readonly string[]) => {
    const { code, err } = await typed(...argv);
    expect(code, `${argv.join(' ')}: ${err}`).toBe(0);
  };

  beforeAll(async () => {
    top = mkdtempSync(join(tmpdir(), 'guankao-roles-'));
    folder = join(top, 'data');
    await make(folder);
    store = await openStore({ folder, program: 'guankao test' });
  }, 120_000);
  afterAll(async () => {
    await store.close();
    rmSync(top, { recursive: true, force: true });
  });

  test('the program is a role that may only log in and add', async () => {
    expect(await ask('select current_user::text as name')).toEqual([{ name: 'guankao_program' }]);
    expect(store.mayChangeAll).toBeNull();
    const [role] = await ask(
      'select rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls from pg_roles where rolname = current_user',
    );
    expect(Object.values(role ?? {})).toEqual([false, false, false, false, false]);
  });

  test.each(writtenOnce)('a change or deletion in %s is refused', async (table) => {
    for (const statement of changes) await expectRefused(ask, statement, table);
  });

  test('so is all that would open the way to one', async () => {
    for (const statement of otherChanges) await expectRefused(ask, statement);
    for (const statement of [
      'set role guankao',
      'alter role guankao_program superuser',
      'grant guankao to guankao_program',
      `copy guankao.events to program 'cat'`,
    ])
      await expectRefused(ask, statement);
  });

  test('what was there is there; more is taken in, rebuilt and signed', async () => {
    const before = await store.eventsAfter(0, 1_000);
    expect(before.length).toBeGreaterThan(0);
    await takeIn(store, '虛擬部');
    expect((await store.rebuild()).identical).toBe(true);
    await store.log.signNow(now);
    const after = await store.eventsAfter(0, 1_000);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.length).toBeGreaterThan(before.length);
  });

  test('every command that opens the record works beside it', async () => {
    writeFileSync(at('filing.txt'), readFileSync(join(import.meta.dirname, '../../corpus/example/filing.txt')));
    for (const argv of [['import', at('filing.txt')], ['log'], ['fsck'], ['rebuild'], ['verify', '--all']] as const)
      await expectDone(...argv);
    const imported = (await store.eventsAfter(0, 1_000)).findLast(({ kind }) => kind === 'filing-imported');
    const printed = await typed('erase', String(imported?.number));
    writeFileSync(at('instead.json'), printed.out);
    await expectDone('erase', String(imported?.number), at('instead.json'), '--reason', '個資');
    expect((await store.eventsAfter(0, 1_000)).at(-1)?.kind).toBe('payload-erased');
    for (const argv of [['log'], ['fsck'], ['backup', at('kept.backup')]] as const) await expectDone(...argv);
  });

  test('a backup is restored into a new folder, where the program may no more', async () => {
    const another = join(top, 'another');
    const restored = await commandLine(top, ['restore', at('kept.backup')], { GUANKAO_DATA: another });
    expect(restored, restored.err).toMatchObject({ code: 0 });
    const other = await openStore({ folder: another, program: 'guankao test' });
    try {
      expect(await other.eventsAfter(0, 1_000)).toEqual(await store.eventsAfter(0, 1_000));
      await expect(other.connection.pool.query('delete from guankao.events')).rejects.toThrow('permission denied');
      await expect(other.restore(store.backup(now))).rejects.toMatchObject({ id: 'record-not-empty' });
    } finally {
      await other.close();
    }
  });
});

test('two programs that open one new folder at once both work', async () => {
  const top = mkdtempSync(join(tmpdir(), 'guankao-roles-'));
  try {
    const stores = await Promise.all([1, 2, 3].map(() => openStore({ folder: join(top, 'data'), program: 'test' })));
    for (const [number, store] of stores.entries()) await takeIn(store, `範例${number}處`);
    expect((await stores[0]?.catalogue.filings())?.length).toBe(3);
    for (const store of stores) await store.close();
  } finally {
    rmSync(top, { recursive: true, force: true });
  }
});
