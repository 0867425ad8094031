import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  entriesOf,
  leafHash,
  openCheckpoint,
  openProof,
  parseLeaf,
  parseVerifierKey,
  rootAt,
  sameBytes,
  subtreesOf,
  tilePath,
  widthAt,
  type VerifierKey,
} from '@guankao/log';
import { sha256, verifyEd25519 } from '@guankao/log/node';
import { filingOf, openHouse, type House } from './house.ts';

/** The log as somebody finds it who knows nothing of the program: over HTTP, by C2SP's formats alone. */

let house: House;
let size: number;
let root: Uint8Array;
let key: VerifierKey;
const names = ['甲計畫', '乙計畫'];

beforeAll(async () => {
  house = await openHouse();
  const { log } = house.store;
  expect((await house.ask(null, 'GET', '/log/checkpoint')).problem).toBe('log-not-signed');
  expect((await house.ask(null, 'GET', '/log/verifier-keys')).problem).toBe('log-not-signed');
  expect((await house.page(null, '/verify')).body).toContain('還沒有簽署公開日誌');
  await log.openAnew('', house.now);
  await house.openYear(names.map((name) => ({ name, agency: 'bureau' })));
  // Enough events for a full tile and the beginning of another.
  for (let at = 0; at < 130; at++) {
    const id = '範例部-114-01';
    const version = await house.version('officer', `/api/rows/${id}`);
    const saved = await house.ask(
      'officer',
      'PATCH',
      `/api/rows/${id}/texts`,
      { goals: `完成${at}案。` },
      { 'if-match': version },
    );
    expect(saved.status).toBe(200);
    await house.store.office.addAgency({ id: `a${at}`, name: `範例${at}所`, parent: 'bureau' }, house.now);
    await house.store.office.administer(
      [{ kind: 'account-granted', id: house.idOf('officer'), grant: { role: 'officer', agency: `a${at}` } }],
      { actor: 'operator', role: 'operator', at: house.now },
    );
  }
  const { reading } = await filingOf('他部', 2024, ['已公開的計畫']);
  const bytes = Buffer.from('a file');
  const file = { name: 'filing.txt', mediaType: 'text/plain', bytes };
  const of = { ...reading, document: { ...reading.document, sha256: Buffer.from(sha256(bytes)).toString('hex') } };
  await house.store.importReading(of, file, { actor: '某人', role: 'operator', at: house.now });
  await log.signNow(house.now);
  const [line = ''] = (await house.ask(null, 'GET', '/log/verifier-keys')).body.trim().split('\n');
  const found = parseVerifierKey(sha256, line);
  if (found === null) throw new Error('no key');
  key = found;
  const opened = await openCheckpoint(verifyEd25519, (await house.ask(null, 'GET', '/log/checkpoint')).body, key);
  if (typeof opened === 'string') throw new Error(opened);
  ({ size, root } = opened.checkpoint);
});
afterAll(() => house.close());

const get = async (path: string) => house.ask(null, 'GET', `/log/${path}`);

test('whoever fetches all tiles and entries finds the signed root, and every leaf a leaf', async () => {
  expect(size).toBeGreaterThan(256);
  const read = async (level: number, index: number) =>
    (await get(tilePath({ level, index, width: widthAt(size, level, index) }))).bytes;
  expect(sameBytes(await rootAt(sha256, subtreesOf(sha256, read), size), root)).toBe(true);
  for (const index of [0, 1]) {
    const width = widthAt(size, 0, index);
    const hashes = await read(0, index);
    const entries = entriesOf((await get(tilePath({ level: null, index, width }))).bytes) ?? [];
    expect(entries).toHaveLength(width);
    for (const [at, entry] of entries.entries()) {
      expect(parseLeaf(entry)?.position).toBe(index * 256 + at + 1);
      expect(sameBytes(leafHash(sha256, entry), hashes.subarray(at * 32, at * 32 + 32))).toBe(true);
    }
  }
});

test('heads are fresh, tiles are for ever, in the types that the specification names', async () => {
  const head = await get('checkpoint');
  expect(head.headers).toMatchObject({
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'public, max-age=2',
  });
  const tile = await get('tile/0/000');
  expect(tile.bytes).toHaveLength(8_192);
  expect(tile.headers).toMatchObject({
    'content-type': 'application/octet-stream',
    'cache-control': 'public, max-age=31536000, immutable',
  });
  // What a partial tile held for an earlier head, the full one begins with.
  expect((await get('tile/0/000.p/7')).bytes.equals(tile.bytes.subarray(0, 7 * 32))).toBe(true);
  const packed = await house.ask(null, 'GET', '/log/tile/entries/000', undefined, { 'accept-encoding': 'gzip' });
  expect(packed.headers['content-encoding']).toBe('gzip');
});

test.each([
  'tile/0/001',
  'tile/0/001.p/200',
  'tile/0/002.p/1',
  'tile/1/000',
  'tile/1/000.p/2',
  'tile/2/000.p/1',
  'tile/entries/001',
  'tile/0/0',
  'tile/0/000.p/256',
  'tile/64/000',
  'tile/data/000',
  `tile/0/${'x999/'.repeat(9)}000`,
])('%s is not there, and is said to be', async (path) => {
  const answer = await get(path);
  expect([answer.status, answer.problem]).toEqual([404, 'not-held']);
});

test('nothing that is unpublished, no name and no text is in any entry', async () => {
  const all = [
    (await get('tile/entries/000')).bytes,
    (await get(tilePath({ level: null, index: 1, width: size - 256 }))).bytes,
  ].join('');
  for (const word of ['範例', '甲計畫', '完成', 'officer先生', house.idOf('officer'), 'filing.txt', '已公開'])
    expect(all).not.toContain(word);
});

test('a published edition leads to its proof; one that is not has none', async () => {
  const proof = await house.ask(null, 'GET', '/api/filings/他部-113/proof');
  expect(proof.headers['content-disposition']).toContain('.tlog-proof');
  const proven = await openProof({ sha256, verify: verifyEd25519 }, proof.body, key);
  if (typeof proven === 'string') throw new Error(proven);
  expect(proven.leaf.kind).toBe('filing-imported');
  expect(Buffer.from(proven.opened[0]?.value ?? []).toString()).toBe('他部-113');
  expect(sameBytes(proven.opened[1]?.value ?? new Uint8Array(), sha256(Buffer.from('a file')))).toBe(true);
  expect(proof.body).not.toContain('某人');
  expect((await house.ask(null, 'GET', '/api/filings/範例部-114/proof')).problem).toBe('not-held');
  expect((await house.ask(null, 'GET', '/api/filings/他部-113/proof?edition=2')).problem).toBe('not-held');
});
