import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore, type Store } from '@guankao/store';
import { exampleBytes, exampleReading } from '../../packages/store/src/example-reading.ts';
import { startTestServer, type TestServer } from './database.ts';

/** The drill: back up, restore into an empty record, and find everything again. */

const at = new Date('2026-01-10T02:00:00Z');

describe('backup and restore', () => {
  let server: TestServer;
  let store: Store;
  let lines: string[];
  const open = async () => openStore({ url: await server.emptyDatabase(), folder: '', program: 'guankao test' });

  beforeAll(async () => {
    server = await startTestServer();
    store = await open();
    for (const plans of [3, 40]) {
      const reading = exampleReading({ plans });
      await store.importReading(
        reading,
        { name: `filing-${plans}.txt`, mediaType: 'text/plain', bytes: exampleBytes(reading) },
        { actor: '王小範', role: 'operator', at },
      );
    }
    await store.office.addAgency({ id: 'ministry', name: '範例部', parent: null }, at);
    await store.office.addAccount({ id: 'a1', login: 'wang', name: '王小範', password: 'argon2' }, at);
    await store.office.grant('a1', { role: 'compiler', agency: 'ministry' });
    lines = [];
    for await (const line of createInterface({ input: store.backup(at) })) lines.push(line);
  });
  afterAll(async () => {
    await store.close();
    await server.stop();
  });

  test('everything is found again: events by number, bytes, editions, accounts; and new events go on after the last', async () => {
    const other = await open();
    try {
      await other.restore(Readable.from(lines));
      expect(await other.eventsAfter(0, 100)).toEqual(await store.eventsAfter(0, 100));
      expect(await other.catalogue.filings()).toEqual(await store.catalogue.filings());
      expect(await other.office.accounts()).toEqual(await store.office.accounts());
      const sha256 = (await store.catalogue.filings())[0]?.editions[0]?.sha256 ?? '';
      expect(await other.catalogue.source(sha256)).toEqual(await store.catalogue.source(sha256));
      const reading = exampleReading({ plans: 5 });
      await other.importReading(
        reading,
        { name: 'new.txt', mediaType: 'text/plain', bytes: exampleBytes(reading) },
        { actor: 'x', role: 'operator', at },
      );
      expect((await other.eventsAfter(0, 100)).map(({ number }) => number)).toEqual([1, 2, 3]);
    } finally {
      await other.close();
    }
  });

  test.each([
    ['cut short', (all: string[]) => all.slice(0, -1), 'backup-cut-short'],
    ['a row lost', (all: string[]) => all.toSpliced(2, 1), 'backup-cut-short'],
    ['empty', () => [], 'no-backup'],
    ['something else', () => ['hello'], 'no-backup'],
    [
      'of a newer schema',
      (all: string[]) => [JSON.stringify({ format: 'guankao-backup@1', schema: 999 }), ...all.slice(1)],
      'backup-newer',
    ],
  ])('a file that is %s is refused, and nothing of it is kept', async (_, spoil, id) => {
    const other = await open();
    try {
      await expect(other.restore(Readable.from(spoil(lines)))).rejects.toMatchObject({ id });
      expect((await other.catalogue.health()).events).toBe(0);
    } finally {
      await other.close();
    }
  });

  test('a record that holds something is not written over', async () => {
    await expect(store.restore(Readable.from(lines))).rejects.toMatchObject({ id: 'record-not-empty' });
  });
});
