import { expect, test } from 'vitest';
import { cutLines } from '../corpus/cut-lines.ts';
import { extractLines } from './lines.ts';

test.each(cutLines)('%j', (lines, expected) => {
  expect(extractLines(lines.split(/\r?\n/)).map((found) => found.map(({ text }) => text).join(' '))).toEqual(expected);
});

test('places are those of the line', () => {
  const [, second] = extractLines(['核定3億', '5,000萬元，辦理4場']);
  expect(second).toMatchObject([{ start: 10, end: 12, text: '4場' }]);
});
