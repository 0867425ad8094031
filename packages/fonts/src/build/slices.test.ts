import { expect, test } from 'vitest';
import { chunks, supplement } from './slices.ts';

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

test('chunks keep everything, in order', () => {
  expect(chunks([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
  expect(chunks([], 2)).toEqual([]);
});
