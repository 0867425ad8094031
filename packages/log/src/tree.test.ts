import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { base64Of, hexOf, utf8 } from './bytes.ts';
import { sha256 } from './node/index.ts';
import {
  bundleOf,
  entriesOf,
  grown,
  subtreesOf,
  tileOfPath,
  tilePath,
  tilesOf,
  widthAt,
  type ReadTile,
} from './tiles.ts';
import {
  consistencyProof,
  emptyRoot,
  hmac,
  inclusionProof,
  leafHash,
  provesConsistency,
  provesInclusion,
  rootAt,
  type SubtreeHash,
} from './tree.ts';

interface Vectors {
  readonly roots: Readonly<Record<string, string>>;
  readonly inclusion: readonly { readonly Index: number; readonly Size: number; readonly Proof: readonly string[] }[];
  readonly consistency: readonly { readonly From: number; readonly To: number; readonly Proof: readonly string[] }[];
  readonly paths: Readonly<Record<string, string>>;
}

const vectors = JSON.parse(readFileSync(new URL('tlog-vectors.json', import.meta.url), 'utf8')) as Vectors;
const size = 70_000;
const leaves = Array.from({ length: size }, (_, at) => leafHash(sha256, utf8(`leaf ${at}`)));
const tiles = new Map<string, Uint8Array>();
const read: ReadTile = async (level, index) => tiles.get(`${level}/${index}`) ?? new Uint8Array();
const subtree: SubtreeHash = subtreesOf(sha256, read);

beforeAll(async () => {
  // Grown in steps of odd sizes, as a log grows.
  for (let at = 0, step = 1; at < size; step = (step * 7 + 3) % 1_999) {
    const added = leaves.slice(at, at + step);
    for (const tile of await grown(sha256, read, at, added)) tiles.set(`${tile.level}/${tile.index}`, tile.hashes);
    at += added.length;
  }
});

describe('against golang.org/x/mod/sumdb/tlog', () => {
  test.each(Object.entries(vectors.roots))('the root of %s leaves', async (of, root) => {
    expect(base64Of(await rootAt(sha256, subtree, Number(of)))).toBe(root);
  });

  test.each(vectors.inclusion)('leaf $Index in $Size', async ({ Index, Size, Proof }) => {
    const proof = await inclusionProof(sha256, subtree, Index, Size);
    expect(proof.map(base64Of)).toEqual(Proof ?? []);
    const root = await rootAt(sha256, subtree, Size);
    const leaf = leaves[Index] ?? new Uint8Array();
    expect(provesInclusion(sha256, leaf, Index, Size, proof, root)).toBe(true);
  });

  test.each(vectors.consistency)('from $From to $To', async ({ From, To, Proof }) => {
    expect((await consistencyProof(sha256, subtree, From, To)).map(base64Of)).toEqual(Proof);
  });

  test.each(Object.entries(vectors.paths))('the path of tile %s', (tile, path) => {
    const [level = 0, index = 0, width = 0] = tile.split(' ').map(Number);
    expect(tilePath({ level, index, width })).toBe(path.replace('tile/8/', 'tile/'));
    expect(tileOfPath(tilePath({ level, index, width }))).toEqual({ level, index, width });
  });
});

test('the roots that RFC 6962 implementations share', async () => {
  expect(hexOf(emptyRoot(sha256))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(hexOf(leafHash(sha256, new Uint8Array()))).toBe(
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  );
});

test('HMAC as RFC 4231 has it', () => {
  expect(hexOf(hmac(sha256, utf8('Jefe'), utf8('what do ya want for nothing?')))).toBe(
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  );
});

describe('every small tree', () => {
  test('each leaf is proven, and no other, nor at another place or size', async () => {
    for (let of = 1; of <= 40; of++) {
      const root = await rootAt(sha256, subtree, of);
      for (let index = 0; index < of; index++) {
        const proof = await inclusionProof(sha256, subtree, index, of);
        const holds = (...[leaf, at, among, path]: [Uint8Array | undefined, number, number, readonly Uint8Array[]]) =>
          provesInclusion(sha256, leaf ?? new Uint8Array(), at, among, path, root);
        expect(holds(leaves[index], index, of, proof)).toBe(true);
        expect(holds(leaves[index + 1], index, of, proof)).toBe(false);
        if (of > 1) expect(holds(leaves[index], (index + 1) % of, of, proof)).toBe(false);
        expect(holds(leaves[index], index, of, [...proof, root])).toBe(false);
        if (proof.length > 0) expect(holds(leaves[index], index, of, proof.slice(1))).toBe(false);
      }
    }
  });

  test('each older tree is within each newer one, and no other is', async () => {
    for (let to = 0; to <= 24; to++) {
      const newer = { size: to, root: await rootAt(sha256, subtree, to) };
      for (let from = 0; from <= to; from++) {
        const older = { size: from, root: await rootAt(sha256, subtree, from) };
        const proof = await consistencyProof(sha256, subtree, from, to);
        expect(provesConsistency(sha256, older, newer, proof)).toBe(true);
        const forged = { size: from, root: leafHash(sha256, utf8('other')) };
        expect(provesConsistency(sha256, forged, newer, proof)).toBe(false);
        expect(provesConsistency(sha256, older, newer, [...proof, newer.root])).toBe(false);
        if (from < to) expect(provesConsistency(sha256, newer, older, proof)).toBe(false);
        for (let at = 0; at < proof.length; at++) {
          expect(provesConsistency(sha256, older, newer, proof.toSpliced(at, 1))).toBe(false);
          expect(provesConsistency(sha256, older, newer, proof.with(at, forged.root))).toBe(false);
        }
      }
    }
  });
});

describe('tiles', () => {
  test('the example of c2sp.org/tlog-tiles: a tree of 70,000', () => {
    const of = (level: number) => tilesOf(size).filter((tile) => tile.level === level);
    expect(of(0)).toHaveLength(274);
    expect(of(0).at(-1)?.width).toBe(112);
    expect(of(1).map(({ width }) => width)).toEqual([256, 17]);
    expect(of(2).map(({ width }) => width)).toEqual([1]);
    expect(tilesOf(256).map(({ level, width }) => [level, width])).toEqual([
      [0, 256],
      [1, 1],
    ]);
    for (const { level, index, width } of tilesOf(size)) {
      expect(tiles.get(`${level}/${index}`)?.length).toBe(width * 32);
      expect(widthAt(size, level, index)).toBe(width);
    }
  });

  test.each([
    'tile/0/0',
    'tile/00/000',
    'tile/64/000',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/01',
    'tile/0/001/000',
    'tile/0/x000/001',
    'tile/0/x1/001',
    'tile/-1/000',
    'tile/0/000/',
    'tile/0/000.p',
    'tile/entries',
    'checkpoint',
    '',
    'tile/0/x000',
    'tile/0/０００',
    'tile/data/000',
  ])('%s is no tile', (path) => expect(tileOfPath(path)).toBeNull());

  test('a tile that is too short is not taken for one', async () => {
    const short = subtreesOf(sha256, async () => new Uint8Array(31));
    await expect(rootAt(sha256, short, 1)).rejects.toThrow('tile 0/0');
  });

  test('a bundle gives its entries back; one that is cut short gives none', () => {
    const entries = [utf8('一'), new Uint8Array(), new Uint8Array(65_535).fill(7)];
    const bundle = bundleOf(entries);
    expect(entriesOf(bundle)).toEqual(entries);
    for (const length of [1, 2, 4, bundle.length - 1]) expect(entriesOf(bundle.subarray(0, length))).toBeNull();
    expect(() => bundleOf([new Uint8Array(65_536)])).toThrow(RangeError);
  });
});
