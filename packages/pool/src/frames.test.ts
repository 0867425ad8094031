import { describe, expect, test } from 'vitest';
import { frameOf, FrameReader, FrameTooLarge } from './frames.ts';

const message = {
  text: '管考',
  twd: 12_345_678_901_234_567n,
  rows: new Map([['r01', [1, null, undefined]]]),
  files: [new Uint8Array([0, 255, 7]), new Uint8Array(), new Uint8Array(70_000).fill(9)],
};

function written(...values: readonly unknown[]): Buffer {
  return Buffer.concat(values.flatMap((value) => frameOf(value).parts));
}

test.each([1, 7, 8, 9, 1_000, 1_000_000])(
  'arrives whole in pieces of %i bytes, one message after the other',
  (size) => {
    const got: unknown[] = [];
    const reader = new FrameReader(1_000_000, (value) => got.push(value));
    const bytes = written(message, 'next', message);
    for (let at = 0; at < bytes.length; at += size) reader.push(bytes.subarray(at, at + size));
    expect(got).toEqual([message, 'next', message]);
  },
);

test('says how many bytes it is', () => {
  expect(frameOf(message).bytes).toBe(written(message).length);
});

describe('a message that is too large', () => {
  test('is refused by its head, before the rest has come', () => {
    const reader = new FrameReader(1_000, () => undefined);
    expect(() => reader.push(written(message).subarray(0, 8))).toThrow(FrameTooLarge);
  });

  test('one within the limit is taken', () => {
    const got: unknown[] = [];
    new FrameReader(1_000, (value) => got.push(value)).push(written('short'));
    expect(got).toEqual(['short']);
  });
});

test('what is neither value nor bytes is refused where it is written', () => {
  expect(() => frameOf({ numbers: new Float64Array(2) })).toThrow('only Uint8Array');
});
