import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore, type FilingRecord, type Store } from '@guankao/store';
import { exampleBytes, exampleReading } from '../../packages/store/src/example-reading.ts';
import { publishWithin } from '../../packages/store/src/imports/take-in.ts';
import { writing } from '../../packages/store/src/journal/journal.ts';
import { listFilings } from '../../packages/store/src/queries/filings.ts';
import { run, startTestServer, type TestServer } from './database.ts';

/** What the public was shown, from when to when: one edition after another, taken back, shown again, withheld. */

let server: TestServer;
let store: Store;
let url: string;

const first = exampleReading({ plans: 3 });
const second = exampleReading({ plans: 4, seed: 2 });
const again = { ...second, findings: [] };
const other = exampleReading({ agency: '虛擬市', plans: 2, seed: 3 });
/** The first edition without what is withheld of it: a file of its own. */
const withheld = exampleReading({ plans: 3, seed: 9 });
const deed = { actor: 'test', role: 'operator', at: new Date('2026-01-05T01:00:00Z') };
const file = (reading: typeof first) => ({
  name: 'f.txt',
  mediaType: 'text/plain',
  bytes: exampleBytes(reading),
});
const filing = '範例部-113';
const at = (edition: number) => ({ filing, edition });
/** After each deed: the filings that are shown as the catalogue tells them, and as the tables hold them. */
const lists: { readonly told: readonly FilingRecord[]; readonly stored: readonly FilingRecord[] }[] = [];

beforeAll(async () => {
  server = await startTestServer();
  url = await server.emptyDatabase();
  store = await openStore({ url, folder: '/nowhere', program: 'test' });
  const deeds = [
    () => store.importReading(first, file(first), deed),
    () => store.importReading(second, file(second), deed),
    () => store.reread(again, deed),
    () => store.importReading(other, file(other), deed, 'held'),
    () => store.withdraw(filing, '誤植', deed),
    () => store.publish(at(1), deed),
    () => store.publish(at(2), deed),
    // Of both editions something is withheld: the older one is shown anew as well.
    () =>
      writing(store.connection.db, (tx) => publishWithin(tx, at(1), deed, { reading: withheld, file: file(withheld) })),
  ];
  for (const act of deeds) {
    await act();
    lists.push({ told: await store.catalogue.filings(), stored: await listFilings(store.connection.db) });
  }
});
afterAll(async () => {
  await store.close();
  await server.stop();
});

const read = (sql: string) => run(url, sql);

test('each edition is shown from one event to another, by the reading that it then had', async () => {
  const states = await read(`
    select edition, from_position::int as "from", until_position::int as "until", withdrawn_ground as ground, withheld
    from guankao.shown_states order by edition, from_position`);
  expect(states).toEqual([
    { edition: 1, from: 1, until: 5, ground: '誤植', withheld: false },
    { edition: 1, from: 6, until: 8, ground: null, withheld: false },
    { edition: 1, from: 8, until: null, ground: null, withheld: true },
    { edition: 2, from: 2, until: 3, ground: null, withheld: false },
    { edition: 2, from: 3, until: 5, ground: '誤植', withheld: false },
    { edition: 2, from: 7, until: null, ground: null, withheld: false },
  ]);
});

test('the filings that are shown are those of now after each deed, and not asked for anew where nothing changed', async () => {
  for (const { told, stored } of lists) expect(told).toEqual(stored);
  expect(lists.map(({ told }) => told.flatMap(({ editions }) => editions.map(({ number }) => number)))).toEqual([
    [1],
    [1, 2],
    [1, 2],
    [1, 2],
    [],
    [1],
    [1, 2],
    [1, 2],
  ]);
  expect(await store.catalogue.filings()).toBe(await store.catalogue.filings());
});

test('what was never shown has no state', async () => {
  expect(await read(`select 1 from guankao.shown_states where filing = '虛擬市-113'`)).toEqual([]);
});

test('rows of ended readings are kept once, beside those that lists show now', async () => {
  const kept = await read(`
    select f.ended::int as ended, f.plans, count(p.*)::int as rows, count(t.*)::int as texts
    from guankao.past_filings f join guankao.past_plans p on p.event = f.event
    join guankao.past_plan_texts t on t.place = p.event * 100000 + p.position
    group by f.id, f.reading, f.ended, f.plans order by f.ended`);
  expect(kept).toEqual([
    { ended: 2, plans: 3, rows: 3, texts: 3 },
    { ended: 3, plans: 4, rows: 4, texts: 4 },
    { ended: 5, plans: 4, rows: 4, texts: 4 },
    { ended: 8, plans: 3, rows: 3, texts: 3 },
  ]);
  expect((await store.catalogue.plans({})).total).toBe(4);
});

test('a rebuild makes the same', async () => {
  const { identical, tables } = await store.rebuild();
  expect(tables.filter(({ missing, extra, changed }) => missing + extra + changed > 0)).toEqual([]);
  expect(identical).toBe(true);
  expect(tables.find(({ table }) => table === 'shown_states')?.rows).toBe(6);
});
