import { expect, test } from 'vitest';
import { hexOf, utf8 } from './bytes.ts';
import { sha256 } from './node/index.ts';
import { sha256InScript } from './sha-256.ts';

test('the examples of FIPS 180-4', () => {
  expect(hexOf(sha256InScript(utf8('abc')))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(hexOf(sha256InScript())).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});

test('every length around a block, as Node has it, in one part or several', () => {
  const lengths = [...Array.from({ length: 300 }, (_, length) => length), 4_095, 4_096, 4_097, 10_000];
  for (const length of lengths) {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 31 + length) & 0xff);
    expect(sha256InScript(bytes)).toEqual(sha256(bytes));
    expect(sha256InScript(bytes.subarray(0, 7), bytes.subarray(7))).toEqual(sha256(bytes));
  }
});
