import { base64Of, bytesOfBase64, decimal, sameBytes, textOf, utf8 } from './bytes.ts';
import { hashLength, hmac, type Sha256 } from './tree.ts';

/**
 * One event as the log holds it. Everybody may fetch every leaf, so it says in the clear only that something of a kind
 * happened, and when; the rest are commitments, each of which can be opened by itself.
 */
export interface Leaf {
  /** Of the event in the journal, from 1: the leaf's index is one less. */
  readonly position: number;
  readonly noun: string;
  readonly kind: string;
  /** Of the payload's shape, by kind. */
  readonly version: number;
  /** ISO 8601 in UTC, to the millisecond. */
  readonly time: string;
  /** By field, in the order of `fields`, then pieces of bytes by name. */
  readonly commitments: readonly Commitment[];
}

interface Commitment {
  /** `subject`, `payload`, or of bytes `bytes/source`. */
  readonly name: string;
  /** SHA-256 of salt and value, 32 bytes. */
  readonly hash: Uint8Array;
}

/** Every leaf commits to these, whether there is a value or not: an empty one looks like any other. */
export const fields = ['subject', 'actor', 'account', 'role', 'reason', 'payload'] as const;

const bytesOfField: ReadonlyMap<string, Uint8Array> = new Map(fields.map((name) => [name, utf8(name)]));

export const saltLength = 32;
const first = 'guankao/leaf@1';

export function encodeLeaf({ position, noun, kind, version, time, commitments }: Leaf): Uint8Array {
  const said = [first, `position ${position}`, `noun ${noun}`, `kind ${kind}`, `version ${version}`, `time ${time}`];
  return utf8([...said, ...commitments.map(({ name, hash }) => `${name} ${base64Of(hash)}`), ''].join('\n'));
}

/** null where the bytes are no leaf to the letter. */
export function parseLeaf(entry: Uint8Array): Leaf | null {
  let text;
  try {
    text = textOf(entry);
  } catch {
    return null;
  }
  const pattern =
    /^guankao\/leaf@1\nposition (\d+)\nnoun ([a-z-]+)\nkind ([a-z-]+)\nversion (\d+)\ntime (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\n((?:[\w./-]+ [A-Za-z0-9+/]{43}=\n)+)$/;
  const [, at = '', noun = '', kind = '', v = '', time = '', lines = ''] = pattern.exec(text) ?? [];
  const [position, version] = [decimal(at), decimal(v)];
  if (position === null || version === null || noun === '') return null;
  const commitments = lines
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [name = '', hash = ''] = line.split(' ');
      return { name, hash: bytesOfBase64(hash) ?? new Uint8Array() };
    });
  const leaf = { position, noun, kind, version, time, commitments };
  const names = commitments.map(({ name }) => name);
  const isWhole =
    fields.every((field, place) => names[place] === field) &&
    names.slice(fields.length).every((name) => name.startsWith('bytes/')) &&
    new Set(names).size === names.length &&
    commitments.every(({ hash }) => hash.length === hashLength);
  return isWhole && sameBytes(encodeLeaf(leaf), entry) ? leaf : null;
}

/** Each field has a salt of its own, made of the event's: opening one opens no other. */
export function saltOf(sha256: Sha256, eventSalt: Uint8Array, name: string): Uint8Array {
  return hmac(sha256, eventSalt, bytesOfField.get(name) ?? utf8(name));
}

export function commitmentTo(sha256: Sha256, salt: Uint8Array, value: Uint8Array): Uint8Array {
  return sha256(salt, value);
}

/** A commitment opened: whoever has it can check the value and see no other. */
export interface Opened {
  readonly name: string;
  /** 32 bytes. */
  readonly salt: Uint8Array;
  /** UTF-8 of a text; of bytes their SHA-256. */
  readonly value: Uint8Array;
}

export function isOpenedBy(sha256: Sha256, leaf: Leaf, { name, salt, value }: Opened): boolean {
  const committed = leaf.commitments.find((one) => one.name === name);
  return committed !== undefined && sameBytes(committed.hash, commitmentTo(sha256, salt, value));
}
