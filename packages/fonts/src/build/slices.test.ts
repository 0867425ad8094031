import fc from 'fast-check';
import { expect, test } from 'vitest';
import { charactersOfRange, chunks, supplement, unicodeRange } from './slices.ts';

test('what the pages’ typefaces lack goes to the first family that has it, in slices', () => {
  const families = [
    { family: 'A', characters: new Set([5, 1, 2, 3, 9]) },
    { family: 'B', characters: new Set([3, 4, 9, 10]) },
  ];
  expect(supplement(families, new Set([1, 10]), 3)).toEqual([
    { family: 'A', characters: [2, 3, 5] },
    { family: 'A', characters: [9] },
    { family: 'B', characters: [4] },
  ]);
});

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

test('chunks keep everything, in order', () => {
  expect(chunks([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
  expect(chunks([], 2)).toEqual([]);
});
