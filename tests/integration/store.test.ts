import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test } from 'vitest';
import { openStore, type Deed, type Store } from '@guankao/store';
import { emptyRecipe, type Reading } from '@guankao/reading';
import { exampleBytes, exampleReading } from '../../packages/store/src/example-reading.ts';
import { run, startTestServer, type TestServer } from './database.ts';

let server: TestServer;
let url: string;
let store: Store;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  url = await server.emptyDatabase();
  store = await openStore({ url, folder: '/nowhere', program: 'guankao test' });
});
afterEach(() => store.close());

const deed: Deed = { actor: '王小明', role: 'operator', at: new Date('2025-02-03T01:02:03.000Z') };

function take(reading: Reading, by: Deed = deed) {
  return store.importReading(
    reading,
    { name: 'filing.txt', mediaType: 'text/plain', bytes: exampleBytes(reading) },
    by,
  );
}

describe('import', () => {
  test('a new filing stands with its plans, findings and source', async () => {
    const reading = exampleReading({ plans: 3 });
    expect(await take(reading)).toEqual({ filing: '範例部-113', edition: 1, outcome: 'new-filing' });
    const [filing] = await store.catalogue.filings();
    expect(filing).toMatchObject({
      id: '範例部-113',
      agency: '範例部',
      fiscalYear: 2024,
      plans: 3,
      findings: { error: 0, warning: 1, question: 0 },
    });
    expect(filing?.editions[0]).toMatchObject({
      number: 1,
      importedAt: '2025-02-03T09:02:03.000+08:00',
      importedBy: { role: 'operator', agency: null },
      fileName: 'filing.txt',
    });
    expect((await store.catalogue.filing('範例部-113'))?.reading).toEqual(reading);
    const source = await store.catalogue.source(reading.document.sha256);
    expect(Buffer.from(source?.bytes ?? []).equals(exampleBytes(reading))).toBe(true);
  });

  test('the same bytes again change nothing, by whatever name', async () => {
    const reading = exampleReading();
    await take(reading);
    const before = await run(url, 'select count(*)::int as events from guankao.events');
    expect(
      await store.importReading(
        reading,
        { name: 'copy.txt', mediaType: 'text/plain', bytes: exampleBytes(reading) },
        deed,
      ),
    ).toEqual({
      filing: '範例部-113',
      edition: 1,
      outcome: 'unchanged',
    });
    expect(await run(url, 'select count(*)::int as events from guankao.events')).toEqual(before);
  });

  test('other bytes of the same agency and year are a new edition; the old one stays reachable', async () => {
    const first = exampleReading({ plans: 2 });
    const second = exampleReading({ plans: 4, seed: 1 });
    await take(first);
    expect(await take(second, { ...deed, reason: '更正第二列' })).toMatchObject({ edition: 2, outcome: 'new-edition' });
    const current = await store.catalogue.filing('範例部-113');
    expect(current?.reading).toEqual(second);
    expect(current?.edition).toMatchObject({ number: 2, reason: '更正第二列' });
    expect((await store.catalogue.filing('範例部-113', 1))?.reading).toEqual(first);
    expect((await store.catalogue.plan('範例部-113-r01', 1))?.row).toEqual(first.plans[0]);
    expect((await store.catalogue.plans({})).total).toBe(4);
    expect(await take(first)).toMatchObject({ edition: 1, outcome: 'unchanged' });
  });

  test('a reading of other bytes than those given is refused and leaves nothing', async () => {
    await expect(
      store.importReading(exampleReading(), { name: 'x', mediaType: 'text/plain', bytes: new Uint8Array([1]) }, deed),
    ).rejects.toThrow('another file');
    expect(await store.catalogue.health()).toMatchObject({ events: 0 });
  });

  test('characters that JSON and PostgreSQL quarrel about come back as they were', async () => {
    const reading = exampleReading({ plans: 1 });
    const odd = { ...reading, plans: reading.plans.map((plan) => ({ ...plan, name: `A\u0000B\ud800C'"\\%_` })) };
    await take(odd);
    expect((await store.catalogue.filing('範例部-113'))?.reading).toEqual(odd);
    expect((await store.catalogue.plans({ q: 'c\'"\\%_' })).rows[0]?.row.name).toBe(odd.plans[0]?.name);
  });

  test('many at once: each filing once, events in order without a gap', async () => {
    const readings = Array.from({ length: 8 }, (_, at) => exampleReading({ agency: `範例${at % 4}處`, plans: 2 }));
    const outcomes = await Promise.all(readings.map((reading) => take(reading)));
    expect(outcomes.filter(({ outcome }) => outcome === 'new-filing')).toHaveLength(4);
    expect(outcomes.filter(({ outcome }) => outcome === 'unchanged')).toHaveLength(4);
    expect((await store.eventsAfter(0, 100)).map(({ kind }) => kind)).toEqual(Array(4).fill('filing-imported'));
  });

  test('bytes read anew by a newer program: a decision of its own, the older reading kept', async () => {
    const reading = exampleReading({ plans: 2 });
    await take(reading);
    expect(await store.reread(reading, deed)).toMatchObject({ outcome: 'unchanged' });
    const better = { ...reading, plans: reading.plans.slice(0, 1) };
    expect(await store.reread(better, { ...deed, reason: '新版剖析' })).toEqual({
      filing: '範例部-113',
      edition: 1,
      outcome: 'reread',
    });
    expect((await store.catalogue.filing('範例部-113'))?.reading).toEqual(better);
    expect((await store.catalogue.plans({})).total).toBe(1);
    expect(await run(url, 'select count(*)::int as readings from guankao.readings')).toEqual([{ readings: 2 }]);
    expect((await store.rebuild()).identical).toBe(true);
  });
});

describe('what is written once', () => {
  test.each(['events', 'sources', 'readings'])('%s take no update, delete or truncate', async (table) => {
    await take(exampleReading());
    const column = table === 'events' ? 'actor' : 'sha256';
    await expect(run(url, `update guankao.${table} set ${column} = ${column}`)).rejects.toThrow('append-only');
    await expect(run(url, `delete from guankao.${table}`)).rejects.toThrow('append-only');
    await expect(run(url, `truncate guankao.${table} cascade`)).rejects.toThrow('append-only');
  });

  test('a source whose bytes do not give its hash is not taken', async () => {
    await expect(
      run(url, `insert into guankao.sources values ('${'0'.repeat(64)}', 'x', 'text/plain', 'x', now())`),
    ).rejects.toThrow('sources_sha256_is_of_the_bytes');
  });
});

test('a reading without a plan is taken in by no way: new, read anew, settled', async () => {
  const [reading, before] = [exampleReading({ plans: 2 }), await store.catalogue.health()];
  const empty = { ...exampleReading({ plans: 0, seed: 3 }), plans: [] };
  await expect(take(empty)).rejects.toMatchObject({ id: 'no-plans' });
  expect(await store.catalogue.health()).toEqual(before);
  await take(reading);
  const nothing = { ...reading, plans: [] };
  await expect(store.reread(nothing, deed)).rejects.toMatchObject({ id: 'no-plans' });
  const recipe = emptyRecipe(reading.document.sha256, reading.filing.layout);
  await expect(store.settle(nothing, recipe, deed)).rejects.toMatchObject({ id: 'no-plans' });
  expect((await store.catalogue.filing('範例部-113'))?.reading.plans).toHaveLength(2);
});

describe('counts', () => {
  async function counted(of: Store = store) {
    const { total, rows, counts } = await of.catalogue.plans({ size: 2_000 });
    expect(rows).toHaveLength(total);
    return counts.filing;
  }

  test('follow what is taken in, also by another program on the same database', async () => {
    expect(await counted()).toEqual({});
    await take(exampleReading({ plans: 5 }));
    expect(await counted()).toEqual({ '範例部-113': 5 });
    const other = await openStore({ url, folder: '/nowhere', program: 'guankao test' });
    await take(exampleReading({ agency: '虛擬市', plans: 3 }));
    await other.importReading(
      exampleReading({ agency: '虛擬縣', plans: 2 }),
      { name: 'f.txt', mediaType: 'text/plain', bytes: exampleBytes(exampleReading({ agency: '虛擬縣', plans: 2 })) },
      deed,
    );
    for (const each of [other, store])
      expect(await counted(each)).toEqual({ '範例部-113': 5, '虛擬市-113': 3, '虛擬縣-113': 2 });
    await other.close();
  });

  test('forget the rows that a later edition no longer has', async () => {
    await take(exampleReading({ plans: 5 }));
    await counted();
    await take(exampleReading({ plans: 2, seed: 1 }));
    expect(await counted()).toEqual({ '範例部-113': 2 });
    await store.reread(
      { ...exampleReading({ plans: 2, seed: 1 }), plans: exampleReading({ plans: 1, seed: 1 }).plans },
      deed,
    );
    expect(await counted()).toEqual({ '範例部-113': 1 });
  });

  test('are right for many who ask at once while filings come in', async () => {
    const takes = Array.from({ length: 6 }, (_, n) =>
      take(exampleReading({ agency: `範例${n}處`, plans: 4, seed: n })),
    );
    await Promise.all([...takes, ...Array.from({ length: 20 }, () => store.catalogue.plans({}))]);
    expect(Object.values(await counted())).toEqual(Array(6).fill(4));
  });
});

describe('rebuild', () => {
  test('makes the same state from the events', async () => {
    await take(exampleReading({ plans: 5 }));
    await take(exampleReading({ plans: 6, seed: 2 }));
    await take(exampleReading({ agency: '虛擬市', plans: 3 }));
    const { identical, events, tables } = await store.rebuild();
    expect({ identical, events }).toEqual({ identical: true, events: 3 });
    expect(Object.fromEntries(tables.map(({ table, rows }) => [table, rows]))).toMatchObject({
      filings: 2,
      editions: 3,
      plans: 9,
      plan_texts: 9,
    });
  });

  test('says what differs and puts it right', async () => {
    await take(exampleReading({ plans: 3 }));
    await run(url, `update guankao.plans set executed = 1 where id = '範例部-113-r02'`);
    await run(url, `delete from guankao.plans where id = '範例部-113-r03'`);
    await run(
      url,
      `insert into guankao.plan_texts (id, place, words, pairs, passages) values ('made-up', 0, 'x', 'x', '[]')`,
    );
    const { identical, tables } = await store.rebuild();
    expect(identical).toBe(false);
    expect(tables.find(({ table }) => table === 'plans')).toMatchObject({
      missing: 1,
      extra: 0,
      changed: 1,
      examples: ['範例部-113-r02 (changed)', '範例部-113-r03 (missing)'],
    });
    expect(tables.find(({ table }) => table === 'plan_texts')).toMatchObject({
      extra: 1,
      examples: ['made-up (extra)'],
    });
    expect((await store.rebuild()).identical).toBe(true);
  });
});
