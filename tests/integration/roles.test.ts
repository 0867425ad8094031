import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '@guankao/store';
import { exampleBytes, exampleReading } from '../../packages/store/src/example-reading.ts';
import { run, startTestServer, type TestServer } from './database.ts';
import { changes, expectRefused, otherChanges, writtenOnce } from './written-once.ts';

/** The program's own role may add to the record; the database itself refuses it everything else. */

let server: TestServer;
let owner: string;
let program: string;
const at = new Date('2026-01-05T01:00:00Z');
const open = (url: string, ownerUrl?: string) => openStore({ url, ownerUrl, folder: '', program: 'guankao test' });

async function takeIn(store: Awaited<ReturnType<typeof open>>, agency: string, plans: number): Promise<void> {
  const reading = exampleReading({ plans, agency, seed: plans });
  const file = { name: `${agency}.txt`, mediaType: 'text/plain', bytes: exampleBytes(reading) };
  await store.importReading(reading, file, { actor: '某人', role: 'operator', at });
  await store.log.signNow(at);
}

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.emptyDatabase();
  program = await server.programOf(owner);
  // A database of one role, that goes over to two.
  const store = await open(owner);
  await takeIn(store, '範例部', 3);
  await store.close();
  await (await open(program, owner)).close();
}, 120_000);
afterAll(() => server.stop());

const asProgram = (statement: string, values?: unknown[]) => run(program, statement, values);

describe.each(writtenOnce)('%s', (table) => {
  test.each(changes)('%s', async (statement) => expectRefused(asProgram, statement, table));
});

test.each(otherChanges)('%s', async (statement) => expectRefused(asProgram, statement));

test('these are all tables that are written once; another role has nothing of the schema', async () => {
  const rows = await run(
    owner,
    `select relname as name from pg_trigger join pg_class c on c.oid = tgrelid where tgname = 'append_only'`,
  );
  expect(rows.map(({ name }) => String(name)).toSorted()).toEqual(writtenOnce.toSorted());
  const other = await server.programOf(owner);
  await expect(run(other, 'select from guankao.events')).rejects.toThrow('permission denied');
});

test('as the program: read, added to, rebuilt, logged; a payload is erased by the function', async () => {
  const store = await open(program, owner);
  await takeIn(store, '虛擬部', 2);
  expect((await store.rebuild()).identical).toBe(true);
  const imported = (await store.eventsAfter(0, 10)).find(({ kind }) => kind === 'filing-imported');
  await store.log.erase(imported?.number ?? 0, imported?.payload ?? {}, {
    actor: '某人',
    role: 'operator',
    reason: '個資',
    at,
  });
  await store.log.signNow(at);
  expect((await store.eventsAfter(0, 10)).at(-1)?.kind).toBe('payload-erased');
  expect((await store.catalogue.plans({})).total).toBe(5);
  await store.close();
});

test('once the schema is there, the program’s server needs no owner; before, it says so', async () => {
  const store = await open(program);
  expect((await store.catalogue.plans({})).total).toBe(5);
  await store.close();
  const empty = await server.programOf(await server.emptyDatabase());
  await expect(open(empty)).rejects.toMatchObject({ id: 'database-owner-needed' });
});

test('the owner in place of the program is refused by name; alone it goes on, and that is said', async () => {
  const [alone, two] = [await open(owner), await open(program, owner)];
  expect([alone.mayChangeAll, two.mayChangeAll]).toEqual([new URL(owner).username, null]);
  await alone.close();
  await two.close();
  await expect(open(owner, owner)).rejects.toMatchObject({ id: 'database-role-too-strong' });
});

test('a backup is restored by the owner, and the program works on', async () => {
  const source = await open(program, owner);
  const empty = await server.emptyDatabase();
  const role = await server.programOf(empty);
  const store = await open(role, empty);
  await store.restore(source.backup(at));
  expect((await store.catalogue.plans({})).total).toBe(5);
  await expect(run(role, 'delete from guankao.events')).rejects.toThrow('permission denied');
  await store.close();
  await source.close();
});
