import { describe, expect, test } from 'vitest';
import { base64Of, utf8 } from './bytes.ts';
import { checkpointText } from './checkpoint.ts';
import { commitmentTo, encodeLeaf, fields, isOpenedBy, parseLeaf, saltOf, type Leaf } from './leaf.ts';
import { newSigningKey, sha256, verifyEd25519 } from './node/index.ts';
import { printNote, signNote } from './note.ts';
import { openProof, parseProof, printProof } from './proof.ts';
import { grown, subtreesOf } from './tiles.ts';
import { inclusionProof, leafHash, rootAt } from './tree.ts';

const salt = sha256(utf8('an event’s salt'));
const values = new Map([
  ['subject', utf8('範例部-114')],
  ['payload', utf8('{"edition":1}')],
  ['bytes/source', sha256(utf8('a file'))],
]);

function leafAt(position: number): Leaf {
  return {
    position,
    noun: 'filing',
    kind: 'filing-imported',
    version: 1,
    time: '2026-01-05T01:00:00.000Z',
    commitments: [...fields, 'bytes/source'].map((name) => ({
      name,
      hash: commitmentTo(sha256, saltOf(sha256, salt, name), values.get(name) ?? new Uint8Array()),
    })),
  };
}

describe('a leaf', () => {
  const entry = encodeLeaf(leafAt(7));

  test('comes back as it was, and says nothing but kind and time', () => {
    expect(parseLeaf(entry)).toEqual(leafAt(7));
    const text = Buffer.from(entry).toString();
    for (const word of ['範例部', 'edition', base64Of(salt)]) expect(text).not.toContain(word);
  });

  test('opens field by field: one salt opens no other', () => {
    const opened = { name: 'subject', salt: saltOf(sha256, salt, 'subject'), value: utf8('範例部-114') };
    expect(isOpenedBy(sha256, leafAt(7), opened)).toBe(true);
    expect(isOpenedBy(sha256, leafAt(7), { ...opened, value: utf8('範例部-113') })).toBe(false);
    expect(isOpenedBy(sha256, leafAt(7), { ...opened, name: 'actor' })).toBe(false);
    expect(isOpenedBy(sha256, leafAt(7), { ...opened, name: 'payload', value: utf8('{"edition":1}') })).toBe(false);
  });

  test.each([
    ['a field left out', (text: string) => text.replace(/role .*\n/, '')],
    ['a field twice', (text: string) => text.replace(/(role .*\n)/, '$1$1')],
    ['another order', (text: string) => text.replace(/(actor .*\n)(account .*\n)/, '$2$1')],
    ['an unknown line', (text: string) => text.replace('kind ', 'sort ')],
    ['a line at the end', (text: string) => `${text}\n`],
    ['a zero in front', (text: string) => text.replace('position 7', 'position 07')],
    ['a short hash', (text: string) => text.replace(/role .{4}/, 'role ')],
    ['cut short', (text: string) => text.slice(0, -1)],
    ['nothing', () => ''],
  ])('with %s is none', (_, spoil) => expect(parseLeaf(utf8(spoil(Buffer.from(entry).toString())))).toBeNull());

  test('bytes that are no text are none', () => expect(parseLeaf(Uint8Array.of(0xff, 0xfe))).toBeNull());
});

describe('a proof', async () => {
  const log = newSigningKey('example.com/log', 'log');
  const entries = Array.from({ length: 300 }, (_, at) => encodeLeaf(leafAt(at + 1)));
  const tiles = new Map<string, Uint8Array>();
  const read = async (level: number, index: number) => tiles.get(`${level}/${index}`) ?? new Uint8Array();
  for (const tile of await grown(
    sha256,
    read,
    0,
    entries.map((entry) => leafHash(sha256, entry)),
  ))
    tiles.set(`${tile.level}/${tile.index}`, tile.hashes);
  const subtree = subtreesOf(sha256, read);
  const text = checkpointText({ origin: log.verifier.name, size: 300, root: await rootAt(sha256, subtree, 300) });
  const checkpoint = printNote({ text, signatures: [signNote(text, log.verifier, log.sign)] });
  const source = { name: 'bytes/source', salt: saltOf(sha256, salt, 'bytes/source'), value: sha256(utf8('a file')) };
  const made = {
    entry: entries[256] ?? new Uint8Array(),
    opened: [source],
    index: 256,
    path: await inclusionProof(sha256, subtree, 256, 300),
    checkpoint,
  };
  const open = (of: string) => openProof({ sha256, verify: verifyEd25519 }, of, log.verifier);

  test('is read and written to the letter, and proves the leaf with what is opened', async () => {
    const printed = printProof(made);
    const read = parseProof(printed);
    expect(read === null ? null : printProof(read)).toBe(printed);
    expect(await open(printed)).toMatchObject({ leaf: leafAt(257), opened: [source], checkpoint: { size: 300 } });
  });

  test.each([
    ['for another leaf', { entry: entries[255] ?? new Uint8Array() }, 'of-another-leaf'],
    ['at another index', { index: 255 }, 'of-another-leaf'],
    ['with both changed', { entry: entries[255] ?? new Uint8Array(), index: 255 }, 'not-included'],
    ['with a path cut short', { path: made.path.slice(1) }, 'not-included'],
    ['opened with another value', { opened: [{ ...source, value: sha256(utf8('other')) }] }, 'not-opened'],
    ['of something that is no leaf', { entry: utf8('hello\n') }, 'no-leaf'],
    ['under a forged checkpoint', { checkpoint: checkpoint.replace('\n300\n', '\n301\n') }, 'forged'],
    ['under no checkpoint', { checkpoint: 'hello\n' }, 'no-checkpoint'],
  ])('%s proves nothing', async (_, change, fault) => {
    expect(await open(printProof({ ...made, ...change }))).toBe(fault);
  });

  test.each([
    ['another first line', (proof: string) => proof.replace('@v1', '@v2')],
    ['no index', (proof: string) => proof.replace(/index .*\n/, '')],
    ['an index of words', (proof: string) => proof.replace(/index .*\n/, 'index one\n')],
    ['a hash of 31 bytes', (proof: string) => proof.replace(/(index .*\n).*\n/, `$1${base64Of(new Uint8Array(31))}\n`)],
    ['no checkpoint', (proof: string) => proof.slice(0, proof.indexOf('\n\n'))],
    ['extra data that is none of ours', (proof: string) => proof.replace(/extra .*\n/, 'extra AAAA\n')],
  ])('with %s is none', async (_, spoil) => expect(await open(spoil(printProof(made)))).toBe('no-proof'));
});
