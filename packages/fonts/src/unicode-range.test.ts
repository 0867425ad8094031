import fc from 'fast-check';
import { expect, test } from 'vitest';
import { charactersOfRange, unicodeRange } from './unicode-range.ts';

test('runs of code points, as CSS writes them', () => {
  expect(unicodeRange([0x4e00, 0x4e01, 0x4e03])).toBe('U+4e00-4e01,U+4e03');
  expect(charactersOfRange('U+4e00-4e01, U+4E03')).toEqual([0x4e00, 0x4e01, 0x4e03]);
});

test('a range read back is the same', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat({ max: 0x10ffff }), { minLength: 1 }), (codes) => {
      const ascending = codes.toSorted((a, b) => a - b);
      expect(charactersOfRange(unicodeRange(ascending))).toEqual(ascending);
    }),
  );
});
