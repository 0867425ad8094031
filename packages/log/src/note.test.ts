import { describe, expect, test } from 'vitest';
import { base64Of, bytesOfBase64, utf8 } from './bytes.ts';
import { checkpointText, openCheckpoint, parseCheckpointText } from './checkpoint.ts';
import { newSigningKey, parseSigningKey, sha256, verifyEd25519 } from './node/index.ts';
import {
  checkSignature,
  cosignNote,
  parseNote,
  parseVerifierKey,
  printNote,
  printVerifierKey,
  signNote,
} from './note.ts';

const example = `This is an example message.

— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
`;
const exampleKey = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';

// From golang.org/x/mod/sumdb/note: a key as it is kept, the key that verifies it, and what it signed.
const peterKey = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz';
const peterVerifier = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const peterText = `If you think cryptography is the answer to your problem,
then you don't know what your problem is.
`;
const peterNote = `${peterText}
— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`;

describe('published examples', () => {
  test.each([
    [example, exampleKey],
    [peterNote, peterVerifier],
  ])('a note and its key', async (text, key) => {
    const note = parseNote(text);
    const verifier = parseVerifierKey(sha256, key);
    if (note === null || verifier === null || note.signatures[0] === undefined) throw new Error('not read');
    expect(printVerifierKey(verifier)).toBe(key);
    expect(printNote(note)).toBe(text);
    expect(await checkSignature(verifyEd25519, verifier, note.text, note.signatures[0])).toEqual({ seconds: null });
    expect(await checkSignature(verifyEd25519, verifier, `${note.text}x`, note.signatures[0])).toBe('forged');
  });

  test('a key signs as Go does', () => {
    const key = parseSigningKey(`${peterKey}\n`);
    if (key === null) throw new Error('not read');
    expect(key.secret).toBe(peterKey);
    expect(printVerifierKey(key.verifier)).toBe(peterVerifier);
    expect(printNote({ text: peterText, signatures: [signNote(peterText, key.verifier, key.sign)] })).toBe(peterNote);
  });

  test('the checkpoint of c2sp.org/tlog-cosignature is read, both lines', () => {
    const text = `example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
`;
    const note = parseNote(text);
    expect(note?.signatures.map(({ name, signature }) => [name, signature.length])).toEqual([
      ['example.com/behind-the-sofa', 64],
      ['witness.example.com/w1', 72],
    ]);
    const seconds = new DataView(note?.signatures[1]?.signature.slice().buffer ?? new ArrayBuffer(8)).getBigUint64(0);
    // The time of that document's example of a cosigned message.
    expect(Number(seconds)).toBe(1_679_315_147);
    expect(parseCheckpointText(note?.text ?? '')).toMatchObject({ size: 20_852_163 });
  });
});

describe('notes that are none', () => {
  test.each([
    ['no blank line', 'a\n— x AAAAAAA=\n'],
    ['no signature', 'a\n\n'],
    ['no last newline', example.trimEnd()],
    ['a carriage return', example.replace('message.', 'message.\r')],
    ['a tab', example.replace('message.', 'mess\tage.')],
    ['a hyphen for the dash', example.replace('—', '-')],
    ['a name with a plus', example.replace('example.com/foo', 'example+foo')],
    ['two blanks', example.replace('foo Uw', 'foo  Uw')],
    ['base64 that is not padded', example.replace('aQM=', 'aQM')],
    ['base64 with loose last bits', example.replace('aQM=', 'aQN=')],
    ['four bytes', 'a\n\n— x AAAAAA==\n'],
    ['half a surrogate pair', `\ud800${example}`],
    [
      'a hundred and one signatures',
      `${example}${example.split('\n')[2]}\n`.repeat(1) + `${example.split('\n')[2]}\n`.repeat(100),
    ],
  ])('%s', (_, text) => expect(parseNote(text)).toBeNull());

  test.each([
    'example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
    'example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
    'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3Q==',
    'example.com/foo',
    '',
  ])('%s is no verifier key', (text) => expect(parseVerifierKey(sha256, text)).toBeNull());

  test('a signing key whose parts are not of one key is none', () => {
    expect(parseSigningKey(peterKey.replace('c74f20a3', 'c74f20a4'))).toBeNull();
    expect(parseSigningKey(peterVerifier)).toBeNull();
  });
});

describe('checkpoints', () => {
  const log = newSigningKey('example.com/log', 'log');
  const witness = newSigningKey('witness.example/w1', 'cosignature');
  const text = checkpointText({ origin: 'example.com/log', size: 3, root: sha256(utf8('root')) });
  const signed = { text, signatures: [signNote(text, log.verifier, log.sign)] };
  const open = (note: string, witnesses = [witness.verifier]) =>
    openCheckpoint(verifyEd25519, note, log.verifier, witnesses);

  test('one that is signed and cosigned says when', async () => {
    const cosignature = cosignNote(text, witness.verifier, witness.sign, 1_700_000_000);
    const note = printNote({ text, signatures: [...signed.signatures, cosignature] });
    expect(await open(note)).toMatchObject({
      checkpoint: { size: 3 },
      cosigned: [{ by: witness.verifier, seconds: 1_700_000_000 }],
    });
    // Who does not know the witness passes its line over.
    expect(await open(note, [])).toMatchObject({ checkpoint: { size: 3 }, cosigned: [] });
    const later = { ...cosignature, signature: cosignature.signature.with(7, (cosignature.signature[7] ?? 0) ^ 1) };
    expect(await open(printNote({ text, signatures: [...signed.signatures, later] }))).toBe('forged');
  });

  test('a cosignature is no signature of the log, and the other way round', async () => {
    const as = { ...signNote(text, witness.verifier, witness.sign) };
    expect(await open(printNote({ text, signatures: [as] }))).toBe('forged');
    const unknown = newSigningKey('example.com/log', 'log');
    expect(await open(printNote({ text, signatures: [signNote(text, unknown.verifier, unknown.sign)] }))).toBe(
      'not-signed',
    );
  });

  test('another log, another size, another root, an extension line', async () => {
    const note = printNote(signed);
    expect(await open(note.replaceAll('example.com/log\n', 'example.com/gol\n'))).toBe('of-another-log');
    expect(await open(note.replace('\n3\n', '\n4\n'))).toBe('forged');
    expect(await open(note.replace(/\n[A-Za-z0-9+/]{43}=\n\n/, `\n${base64Of(sha256())}\n\n`))).toBe('forged');
    expect(await open(note.replace('\n\n', '\nmore\n\n'))).toBe('no-checkpoint');
    expect(await open(note.replace('\n3\n', '\n03\n'))).toBe('no-checkpoint');
    expect(await open('')).toBe('no-checkpoint');
  });
});

test('base64 has one text for each value', () => {
  for (let length = 0; length < 50; length++) {
    const bytes = sha256(Uint8Array.of(length)).slice(0, length % 33);
    expect(bytesOfBase64(base64Of(bytes))).toEqual(Uint8Array.from(bytes));
    expect(base64Of(bytes)).toBe(Buffer.from(bytes).toString('base64'));
  }
  for (const text of ['A', 'AA', 'AB==', 'AAA', 'AAB=', '====', 'AA==\n', 'A A=', 'AA_='])
    expect(bytesOfBase64(text)).toBeNull();
});
