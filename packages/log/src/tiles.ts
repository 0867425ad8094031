import { decimal, joined } from './bytes.ts';
import { hashLength, nodeHash, type Sha256, type SubtreeHash } from './tree.ts';

/** c2sp.org/tlog-tiles. */
const tileWidth = 256;
const tileHeight = 8;

/** A tile of hashes by its level, or a bundle of entries. */
export interface TileAddress {
  /** 0 to 63; null: a bundle of entries. */
  readonly level: number | null;
  readonly index: number;
  /** 1 to 256; below 256 the tile is partial. */
  readonly width: number;
}

/** `tile/0/x001/x234/067.p/112`, below the log's prefix. */
export function tilePath({ level, index, width }: TileAddress): string {
  const digits = String(index);
  const groups = digits
    .padStart(Math.ceil(digits.length / 3) * 3, '0')
    .match(/.../g)
    ?.map((group, at, all) => (at < all.length - 1 ? `x${group}` : group));
  const partial = width < tileWidth ? `.p/${width}` : '';
  return `tile/${level ?? 'entries'}/${groups?.join('/')}${partial}`;
}

/** null where the path is not how `tilePath` writes any tile. */
export function tileOfPath(path: string): TileAddress | null {
  const [, name = '', groups = '', partial] =
    /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/){0,4}\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path) ?? [];
  const level = name === 'entries' ? null : decimal(name);
  const index = Number(groups.replaceAll(/[x/]/g, ''));
  const width = partial === undefined ? tileWidth : (decimal(partial) ?? 0);
  if (name === '' || (name !== 'entries' && (level === null || level > 63)) || width < 1) return null;
  const tile = { level, index, width };
  return tilePath(tile) === path ? tile : null;
}

/** How many hashes a tile has in a tree of `size` leaves: 0 where it is not there. */
export function widthAt(size: number, level: number, index: number): number {
  const hashes = Math.floor(size / tileWidth ** level);
  return Math.max(0, Math.min(tileWidth, hashes - index * tileWidth));
}

/** Every tile of hashes of a tree, the lowest level first. */
export function tilesOf(size: number): readonly Required<TileAddress & { readonly level: number }>[] {
  const tiles = [];
  for (let level = 0; size >= tileWidth ** level; level++)
    for (let index = 0; widthAt(size, level, index) > 0; index++)
      tiles.push({ level, index, width: widthAt(size, level, index) });
  return tiles;
}

/** Gives a tile's hashes, at least as many as it has in the tree that is looked at. */
export type ReadTile = (level: number, index: number) => Promise<Uint8Array>;

/** Complete subtrees from tiles. Throws where a tile is too short. */
export function subtreesOf(sha256: Sha256, read: ReadTile): SubtreeHash {
  return async (level, index) => {
    const tileLevel = Math.floor(level / tileHeight);
    const width = 2 ** (level - tileLevel * tileHeight);
    const first = index * width;
    const tile = Math.floor(first / tileWidth);
    const hashes = await read(tileLevel, tile);
    const start = (first - tile * tileWidth) * hashLength;
    const end = start + width * hashLength;
    if (hashes.length < end)
      throw new RangeError(`tile ${tileLevel}/${tile} has only ${hashes.length / hashLength} hashes`);
    return folded(sha256, hashes.subarray(start, end));
  };
}

/** The root of as many leaf hashes as a power of two. */
function folded(sha256: Sha256, hashes: Uint8Array): Uint8Array {
  if (hashes.length === hashLength) return hashes;
  const half = hashes.length / 2;
  return nodeHash(sha256, folded(sha256, hashes.subarray(0, half)), folded(sha256, hashes.subarray(half)));
}

export interface Tile {
  readonly level: number;
  readonly index: number;
  /** 32 bytes a hash. */
  readonly hashes: Uint8Array;
}

/** Tiles as they are after leaves were added to a tree of `size`: those that changed, whole. */
export async function grown(
  sha256: Sha256,
  read: ReadTile,
  size: number,
  leaves: readonly Uint8Array[],
): Promise<readonly Tile[]> {
  const changed: Tile[] = [];
  let adding = leaves;
  for (let level = 0; adding.length > 0; level++) {
    const above: Uint8Array[] = [];
    let index = Math.floor(Math.floor(size / tileWidth ** level) / tileWidth);
    const width = widthAt(size, level, index);
    let hashes = width === 0 ? [] : [(await read(level, index)).subarray(0, width * hashLength)];
    let count = width;
    for (const [at, hash] of adding.entries()) {
      hashes.push(hash);
      count++;
      const isFull = count === tileWidth;
      if (!isFull && at < adding.length - 1) continue;
      const tile = { level, index, hashes: joined(...hashes) };
      changed.push(tile);
      if (!isFull) continue;
      above.push(folded(sha256, tile.hashes));
      [hashes, count] = [[], 0];
      index++;
    }
    adding = above;
  }
  return changed;
}

/** A bundle: each entry after its length, in two bytes. Throws a RangeError where one is longer than 65,535 bytes. */
export function bundleOf(entries: readonly Uint8Array[]): Uint8Array {
  return joined(
    ...entries.flatMap((entry) => {
      if (entry.length > 0xffff) throw new RangeError('an entry is longer than a bundle can say');
      return [Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry];
    }),
  );
}

/** null where the bytes end within an entry. */
export function entriesOf(bundle: Uint8Array): readonly Uint8Array[] | null {
  const entries = [];
  for (let at = 0; at < bundle.length;) {
    const end = at + 2 + (((bundle[at] ?? 0) << 8) | (bundle[at + 1] ?? 0));
    if (at + 2 > bundle.length || end > bundle.length) return null;
    entries.push(bundle.subarray(at + 2, end));
    at = end;
  }
  return entries;
}
