import { sameBytes } from './bytes.ts';

/** SHA-256 of the parts, one after the other. Handed in: Node's on the server, the page's own in a browser. */
export type Sha256 = (...parts: readonly Uint8Array[]) => Uint8Array;

export const hashLength = 32;
const leafPrefix = Uint8Array.of(0);
const nodePrefix = Uint8Array.of(1);

/** RFC 6962 §2.1: what a leaf hashes to. */
export function leafHash(sha256: Sha256, entry: Uint8Array): Uint8Array {
  return sha256(leafPrefix, entry);
}

export function nodeHash(sha256: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(nodePrefix, left, right);
}

export function emptyRoot(sha256: Sha256): Uint8Array {
  return sha256();
}

/**
 * Gives the hash of a complete subtree: of `2 ** level` leaves, the `index`-th of its size from the left, both from 0.
 * Throws where what is kept of the tree does not reach so far.
 */
export type SubtreeHash = (level: number, index: number) => Promise<Uint8Array>;

/** The tree's root at a size, from its complete subtrees. */
export async function rootAt(sha256: Sha256, subtree: SubtreeHash, size: number): Promise<Uint8Array> {
  return size === 0 ? emptyRoot(sha256) : range(sha256, subtree, 0, size);
}

/** RFC 6962 §2.1.1: from the leaf's sibling up to the root's child. */
export async function inclusionProof(
  sha256: Sha256,
  subtree: SubtreeHash,
  index: number,
  size: number,
): Promise<readonly Uint8Array[]> {
  if (!(index >= 0 && index < size)) throw new RangeError(`no leaf ${index} in a tree of ${size}`);
  return path(sha256, subtree, index, 0, size);
}

/** RFC 6962 §2.1.2, from a tree of `from` leaves to one of `to`; empty where either is empty or both are one. */
export async function consistencyProof(
  sha256: Sha256,
  subtree: SubtreeHash,
  from: number,
  to: number,
): Promise<readonly Uint8Array[]> {
  if (!(from >= 0 && from <= to)) throw new RangeError(`no tree of ${from} within one of ${to}`);
  return from === 0 || from === to ? [] : subproof(sha256, subtree, from, 0, to, true);
}

async function range(sha256: Sha256, subtree: SubtreeHash, start: number, end: number): Promise<Uint8Array> {
  const width = end - start;
  const level = Math.round(Math.log2(width));
  if (2 ** level === width) return subtree(level, start / width);
  const middle = start + split(width);
  return nodeHash(sha256, await range(sha256, subtree, start, middle), await range(sha256, subtree, middle, end));
}

async function path(
  sha256: Sha256,
  subtree: SubtreeHash,
  index: number,
  start: number,
  end: number,
): Promise<Uint8Array[]> {
  if (end - start === 1) return [];
  const middle = start + split(end - start);
  return index < middle
    ? [...(await path(sha256, subtree, index, start, middle)), await range(sha256, subtree, middle, end)]
    : [...(await path(sha256, subtree, index, middle, end)), await range(sha256, subtree, start, middle)];
}

async function subproof(
  sha256: Sha256,
  subtree: SubtreeHash,
  size: number,
  start: number,
  end: number,
  isKnown: boolean,
): Promise<Uint8Array[]> {
  if (size === end) return isKnown ? [] : [await range(sha256, subtree, start, end)];
  const middle = start + split(end - start);
  return size <= middle
    ? [...(await subproof(sha256, subtree, size, start, middle, isKnown)), await range(sha256, subtree, middle, end)]
    : [...(await subproof(sha256, subtree, size, middle, end, false)), await range(sha256, subtree, start, middle)];
}

/** The largest power of two below `width`. */
function split(width: number): number {
  let half = 1;
  while (half * 2 < width) half *= 2;
  return half;
}

/** Whether the proof leads from the leaf's hash to the root. Any wrong length, order or hash is a no. */
export function provesInclusion(
  sha256: Sha256,
  leaf: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  if (!(index >= 0 && index < size)) return false;
  let hash = leaf;
  let [at, last] = [index, size - 1];
  for (const sibling of proof) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(sha256, sibling, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
    } else hash = nodeHash(sha256, hash, sibling);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && sameBytes(hash, root);
}

export interface Head {
  readonly size: number;
  readonly root: Uint8Array;
}

/** Whether the newer tree holds all of the older one, unchanged and in its place. */
export function provesConsistency(sha256: Sha256, older: Head, newer: Head, proof: readonly Uint8Array[]): boolean {
  if (older.size > newer.size) return false;
  if (older.size === newer.size) return proof.length === 0 && sameBytes(older.root, newer.root);
  if (older.size === 0) return proof.length === 0 && sameBytes(older.root, emptyRoot(sha256));
  const isComplete = Number.isInteger(Math.log2(older.size)) && 2 ** Math.round(Math.log2(older.size)) === older.size;
  const [seed, ...rest] = isComplete ? [older.root, ...proof] : proof;
  if (seed === undefined) return false;
  let [at, last] = [older.size - 1, newer.size - 1];
  while (at % 2 === 1) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  let [before, after] = [seed, seed];
  for (const hash of rest) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      before = nodeHash(sha256, hash, before);
      after = nodeHash(sha256, hash, after);
      while (at % 2 === 0 && at !== 0) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
    } else after = nodeHash(sha256, after, hash);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && sameBytes(before, older.root) && sameBytes(after, newer.root);
}

/** HMAC-SHA-256 (RFC 2104) with a key of at most 64 bytes. */
export function hmac(sha256: Sha256, key: Uint8Array, message: Uint8Array): Uint8Array {
  const inner = sha256(padded(key, 0x36), message);
  return sha256(padded(key, 0x5c), inner);
}

function padded(key: Uint8Array, pad: number): Uint8Array {
  const block = new Uint8Array(64).fill(pad);
  for (let at = 0; at < key.length; at++) block[at] = (key[at] ?? 0) ^ pad;
  return block;
}
