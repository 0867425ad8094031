import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openCheckpoint, openProof, parseCheckpointText, parseNote, type VerifierKey } from '@guankao/log';
import { sha256, verifyEd25519 } from '@guankao/log/node';
import { openStore, type Deed, type Store } from '@guankao/store';
import { exampleBytes, exampleReading } from '../../packages/store/src/example-reading.ts';
import { run, startTestServer, type TestServer } from './database.ts';

let server: TestServer;
let folder: string;
let url: string;
let store: Store;

const at = new Date('2026-01-10T02:00:00Z');
const deed: Deed = { actor: '王小範', role: 'operator', at };
const open = (of = url, logKey: string | undefined = join(folder, 'key')) =>
  openStore({ url: of, folder: '', program: 'guankao test', logKey });

function take(into: Store, seed: number, by: Deed = deed) {
  const reading = exampleReading({ plans: 2, seed });
  const file = { name: `filing-${seed}.txt`, mediaType: 'text/plain', bytes: exampleBytes(reading) };
  return into.importReading(reading, file, by);
}

/** The first log of a record whose database is not ours is opened by the operator. */
async function opened(): Promise<VerifierKey> {
  await store.log.openAnew('', at);
  return verifier();
}

async function verifier(of = store): Promise<VerifierKey> {
  const key = (await of.log.origins()).at(-1)?.verifier;
  if (key === undefined) throw new Error('no log was opened');
  return key;
}

const headOf = (note: string | null) => parseCheckpointText(parseNote(note ?? '')?.text ?? '');

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guankao-log-'));
  url = await server.emptyDatabase();
  store = await open();
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('signing', () => {
  test('what was there before is adopted; each event is proven under a signed head, and all is sound', async () => {
    await take(store, 1);
    const key = await opened();
    await take(store, 2, { ...deed, reason: '更正' });
    const note = await store.log.signNow(at);
    expect(await store.log.checkpoint()).toBe(note);
    expect(await openCheckpoint(verifyEd25519, note ?? '', key)).toMatchObject({ checkpoint: { size: 3 } });
    expect((await store.log.origins())[0]).toMatchObject({ openedBy: 2, previous: null });
    for (const number of [1, 2, 3]) {
      const proof = await store.log.prove(number, ['subject']);
      const proven = await openProof({ sha256, verify: verifyEd25519 }, proof, key);
      expect(proven).toMatchObject({ leaf: { position: number } });
    }
    const proof = await store.log.prove(3, ['bytes/file', 'reason']);
    const proven = await openProof({ sha256, verify: verifyEd25519 }, proof, key);
    if (typeof proven === 'string') throw new Error(proven);
    expect(proven.opened.map(({ name }) => name)).toEqual(['bytes/file', 'reason']);
    expect(Buffer.from(proven.opened[0]?.value ?? []).toString('hex')).toBe(
      exampleReading({ plans: 2, seed: 2 }).document.sha256,
    );
    expect(Buffer.from(proven.opened[1]?.value ?? []).toString()).toBe('更正');
    expect(await store.log.fsck([])).toMatchObject({ events: 3, leaves: 3, differences: [] });
  });

  test('entries and tiles say nothing but kind and time, and end at the signed head', async () => {
    await opened();
    await take(store, 1);
    await store.log.signNow(at);
    await take(store, 2);
    expect(await store.log.tile({ level: 0, index: 0, width: 3 })).toBeNull();
    expect(await store.log.tile({ level: 1, index: 0, width: 1 })).toBeNull();
    const hashes = await store.log.tile({ level: 0, index: 0, width: 2 });
    expect(hashes).toHaveLength(64);
    const text = Buffer.from((await store.log.tile({ level: null, index: 0, width: 2 })) ?? []).toString();
    expect(text).toContain('kind filing-imported');
    for (const word of ['範例部', '王小範', 'filing-1', exampleReading({ plans: 2, seed: 1 }).document.sha256])
      expect(text).not.toContain(word);
  });

  test('a sequencer follows: the head comes within a second of the last event; of two, one signs', async () => {
    const key = await opened();
    const other = await open();
    const said: unknown[] = [];
    const following = [store, other].map((one) => one.log.follow({ clock: () => at, report: (why) => said.push(why) }));
    try {
      for (let seed = 1; seed <= 3; seed++) {
        await take(seed % 2 === 0 ? other : store, seed);
        await wait(1_000);
        expect(headOf(await store.log.checkpoint())?.size).toBe(1 + seed);
      }
      await following[0]?.stop();
      await take(store, 4);
      await wait(3_000);
      expect(headOf(await store.log.checkpoint())?.size).toBe(5);
      expect(await openCheckpoint(verifyEd25519, (await store.log.checkpoint()) ?? '', key)).not.toBeTypeOf('string');
      expect(said).toEqual([]);
    } finally {
      for (const one of following) await one.stop();
      await other.close();
    }
    expect(await store.log.fsck([])).toMatchObject({ differences: [] });
  });

  test('a clock that runs backwards makes no event earlier than the one before it', async () => {
    await opened();
    await take(store, 1);
    await take(store, 2, { ...deed, at: new Date(at.getTime() - 3_600_000) });
    expect((await store.eventsAfter(1, 2)).map((event) => event.at)).toEqual([at, at]);
    await store.log.signNow(new Date(0));
    expect(await store.log.fsck([])).toMatchObject({ differences: [] });
  });
});

describe('nothing is signed, and the record goes on', () => {
  const goesOn = async () => {
    await take(store, 77);
    expect((await store.catalogue.filings()).length).toBe(1);
  };

  test('where no key is named', async () => {
    const without = await openStore({ url, folder: '', program: 'guankao test' });
    await take(without, 1);
    expect(await without.log.signNow(at)).toBeNull();
    expect(await without.log.checkpoint()).toBeNull();
    await expect(without.log.prove(1, [])).rejects.toMatchObject({ id: 'log-not-signed-yet' });
    expect(await without.log.fsck([])).toMatchObject({ leaves: 1, differences: [] });
    await without.close();
  });

  test('where the key was lost; a new log names the last head of the old one', async () => {
    await expect(store.log.signNow(at)).rejects.toMatchObject({ id: 'log-key-missing' });
    await opened();
    const before = await store.log.signNow(at);
    rmSync(join(folder, 'key'));
    await expect(store.log.signNow(at)).rejects.toMatchObject({ id: 'log-key-missing' });
    await goesOn();
    await store.log.openAnew('金鑰遺失', at);
    const after = await store.log.signNow(at);
    const origins = await store.log.origins();
    expect(origins).toHaveLength(2);
    expect(origins[1]?.previous).toBe(before);
    expect(headOf(after)).toMatchObject({ size: 3, origin: origins[1]?.verifier.name });
    expect(await store.log.fsck([])).toMatchObject({ differences: [] });
  });

  test.each([
    ['the key is no key', () => writeFileSync(join(folder, 'key'), 'hello'), 'log-key-unreadable'],
    ['the last head was lost', () => rmSync(join(folder, 'key.head')), 'log-head-missing'],
    ['the last head is forged', () => spoil(join(folder, 'key.head')), 'log-head-unreadable'],
  ])('where %s', async (_, harm, id) => {
    await opened();
    await store.log.signNow(at);
    harm();
    await expect(store.log.signNow(at)).rejects.toMatchObject({ id });
    await goesOn();
  });

  test('where the key is that of another log', async () => {
    await opened();
    const key = readFileSync(join(folder, 'key'));
    await store.log.openAnew('', at);
    writeFileSync(join(folder, 'key'), key);
    await expect(store.log.signNow(at)).rejects.toMatchObject({ id: 'log-key-of-another-log' });
  });

  test('where the database is older than what was signed: a restored backup', async () => {
    await opened();
    await take(store, 1);
    await store.log.signNow(at);
    const lines: string[] = [];
    for await (const line of createInterface({ input: store.backup(at) })) lines.push(line);
    await take(store, 2);
    const signed = await store.log.signNow(at);
    const restored = await open(await server.emptyDatabase());
    try {
      await restored.restore(Readable.from(lines));
      const refused = { id: 'log-database-older' };
      await expect(restored.log.signNow(at)).rejects.toMatchObject(refused);
      const said: unknown[] = [];
      const following = restored.log.follow({ clock: () => at, report: (why) => said.push(why) });
      await wait(800);
      await following.stop();
      expect(said).toMatchObject([refused]);
      expect((await restored.log.fsck([])).differences).toMatchObject([{ check: 'head' }]);
      await take(restored, 3);
      await restored.log.openAnew('由備份還原', at);
      await restored.log.signNow(at);
      expect((await restored.log.origins()).at(-1)?.previous).toBe(signed);
      expect(await restored.log.fsck([])).toMatchObject({ differences: [] });
    } finally {
      await restored.close();
    }
  });

  test('where history was rewritten under it', async () => {
    await opened();
    await take(store, 1);
    await store.log.signNow(at);
    await run(url, 'alter table guankao.log_tiles disable trigger all');
    await run(url, `update guankao.log_tiles set hashes = set_byte(hashes, 40, get_byte(hashes, 40) # 1)`);
    await take(store, 2);
    await expect(store.log.signNow(at)).rejects.toMatchObject({ id: 'log-history-differs' });
    const { differences } = await store.log.fsck([]);
    expect(differences.map(({ check, place }) => [check, place])).toContainEqual(['tile', 'tile 0/0, event 2']);
  });
});

describe('erasing', () => {
  const secret = '王小範的電話';
  const ground = { ...deed, reason: '個人資料保護法第11條' };
  /** The third event, of a filing whose file is called after somebody. */
  async function withSecret(): Promise<{ readonly fit: object; readonly proof: string }> {
    await opened();
    await take(store, 1);
    const reading = exampleReading({ plans: 2, seed: 2 });
    const bytes = exampleBytes(reading);
    await store.importReading(reading, { name: `${secret}.txt`, mediaType: 'text/plain', bytes }, deed);
    await store.log.signNow(at);
    const payload = (await store.log.payload(3)) as { readonly file: object };
    const proof = await store.log.prove(3, ['subject', 'payload']);
    return { fit: { ...payload, file: { ...payload.file, name: '（已抹除）.txt' } }, proof };
  }
  const everywhere = async (of: string) => {
    const { rows } = await store.connection.pool.query<{ found: boolean }>(
      `select exists (select from guankao.payloads where strpos(body, $1) > 0)
         or exists (select from guankao.editions where strpos(file_name, $1) > 0) as found`,
      [of],
    );
    return rows[0]?.found;
  };

  test('the text is gone, an event says why; the tree, other proofs and the state go on', async () => {
    const { fit, proof } = await withSecret();
    expect(await everywhere(secret)).toBe(true);
    expect(await store.log.erase(3, fit, ground)).toBe(4);
    expect(await everywhere(secret)).toBe(false);
    expect((await store.catalogue.filing('範例部-113', 2))?.edition.fileName).toBe('（已抹除）.txt');
    expect((await store.eventsAfter(3, 1))[0]).toMatchObject({ kind: 'payload-erased', reason: ground.reason });
    await store.log.signNow(at);
    expect(await store.log.fsck([])).toMatchObject({ differences: [] });
    expect((await store.rebuild()).identical).toBe(true);
    await expect(store.log.prove(3, ['payload'])).rejects.toMatchObject({ id: 'log-payload-erased' });
    const tools = { sha256, verify: verifyEd25519 };
    // What was opened before, and what is opened now of the rest: both still hold.
    for (const each of [proof, await store.log.prove(3, ['subject', 'actor', 'bytes/file'])])
      expect(await openProof(tools, each, await verifier())).toMatchObject({ leaf: { position: 3 } });
  });

  test('what cannot be erased is refused by name, and stays', async () => {
    const { fit } = await withSecret();
    await expect(store.log.erase(99, fit, ground)).rejects.toMatchObject({ id: 'no-such-event' });
    await expect(store.log.erase(3, {}, ground)).rejects.toMatchObject({ id: 'erasure-unfit' });
    expect(await everywhere(secret)).toBe(true);
    await take(store, 5);
    await expect(store.log.erase(4, fit, ground)).rejects.toMatchObject({ id: 'log-not-signed-yet' });
    await store.log.erase(3, fit, ground);
    await expect(store.log.erase(3, fit, ground)).rejects.toMatchObject({ id: 'log-payload-erased' });
    await expect(run(url, `update guankao.payloads set body = ''`)).rejects.toThrow('append-only');
  });

  test('a restored backup does not bring it back', async () => {
    const { fit } = await withSecret();
    const lines: string[] = [];
    for await (const line of createInterface({ input: store.backup(at) })) lines.push(line);
    await store.log.erase(3, fit, ground);
    await store.close();
    url = await server.emptyDatabase();
    store = await open();
    await store.restore(Readable.from(lines));
    expect(await everywhere(secret)).toBe(false);
    expect((await store.eventsAfter(3, 1))[0]).toMatchObject({ kind: 'payload-erased', at });
  });

  test('an owner who only says that it was erased is found out', async () => {
    await withSecret();
    await run(url, 'alter table guankao.payloads disable trigger append_only');
    await run(
      url,
      `update guankao.payloads set body = replace(body, 'text/plain', 'text/html'), salt = null, erased_by = 2 where number = 3`,
    );
    const { differences } = await store.log.fsck([]);
    expect(differences.map(({ check, place }) => [check, place])).toContainEqual(['leaf', 'event 3']);
  });
});

function spoil(path: string): void {
  writeFileSync(path, readFileSync(path, 'utf8').replace(/\n(\d+)\n/, '\n9$1\n'));
}

test('a record of 0.1.0 is adopted whole', async () => {
  const lines = gunzipSync(readFileSync(join(import.meta.dirname, 'of-0.1.0', 'played-year.gz')))
    .toString()
    .trimEnd()
    .split('\n');
  await store.restore(Readable.from(lines));
  const key = await opened();
  const note = await store.log.signNow(at);
  expect(await openCheckpoint(verifyEd25519, note ?? '', key)).not.toBeTypeOf('string');
  const checked = await store.log.fsck([]);
  expect(checked.differences).toEqual([]);
  expect(checked.leaves).toBe(checked.events);
});

test('beside the embedded database the key is made by itself, readable by nobody else', async () => {
  const own = await openStore({ folder: join(folder, 'data'), program: 'guankao test' });
  try {
    await take(own, 1);
    const note = await own.log.signNow(at);
    expect(await openCheckpoint(verifyEd25519, note ?? '', await verifier(own))).toMatchObject({
      checkpoint: { size: 2 },
    });
    expect(note).toMatch(/^guankao\/[0-9a-f]{32}\n2\n/);
    rmSync(join(folder, 'data', 'log', 'key'));
    await expect(own.log.signNow(at)).rejects.toMatchObject({ id: 'log-key-missing' });
  } finally {
    await own.close();
  }
});
