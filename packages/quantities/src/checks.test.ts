import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checks } from '../corpus/checks.ts';

// What the mutation run asks, asked once here, so that a row that fails is seen before a long run begins.
test('every check of the mutation run holds', () => {
  const failing = checks(join(import.meta.dirname, '../corpus')).flatMap(({ run }) => {
    try {
      run();
      return [];
    } catch (error) {
      return [String(error)];
    }
  });
  expect(failing).toEqual([]);
});
