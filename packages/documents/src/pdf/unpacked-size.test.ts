import { zlibSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { unpackedSize } from './unpacked-size.ts';

const far = 1_000_000_000;
/** Bytes without much order, the same each time. */
const noise = (length: number, kinds: number): Uint8Array => {
  let seed = 1;
  return Uint8Array.from({ length }, () => (seed = (seed * 48_271) % 2_147_483_647) % kinds);
};

describe('the size of what is packed, counted without unpacking', () => {
  test.each([
    ['nothing', new Uint8Array()],
    ['one byte', noise(1, 256)],
    ['a short text', new TextEncoder().encode('BT /F1 10 Tf 50 700 Td (text) Tj ET')],
    ['blanks', new Uint8Array(3_000_000).fill(32)],
    ['few kinds of bytes', noise(300_000, 5)],
    ['what cannot be packed', noise(300_000, 256)],
  ])('%s', (_, bytes) => {
    for (const level of [0, 1, 6, 9] as const) {
      const packed = zlibSync(bytes, { level });
      const file = new Uint8Array(packed.length + 100).fill(0x80);
      file.set(packed, 10);
      expect(unpackedSize(file, 10, far)).toBe(bytes.length);
    }
  });

  test('what is no stream, cut off or broken ends', () => {
    expect(unpackedSize(noise(1_000, 256), 0, far)).toBe(0);
    const packed = zlibSync(noise(100_000, 40));
    expect(unpackedSize(packed.subarray(0, 5_000), 0, far)).toBeLessThan(100_000);
    for (let at = 2; at < 2_000; at += 7) {
      const broken = packed.slice();
      broken[at] = ~(broken[at] ?? 0);
      expect(unpackedSize(broken, 0, far)).toBeLessThan(30_000_000);
    }
  });

  test('counting ends soon after the bound', () => {
    expect(unpackedSize(zlibSync(new Uint8Array(50_000_000)), 0, 1_000_000)).toBeLessThan(1_001_000);
  });
});
