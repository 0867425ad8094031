import { describe, expect, test } from 'vitest';
import { LineIndex, placeOf } from './place.ts';

describe('LineIndex', () => {
  const lines = new LineIndex('甲乙\r\n丙\n\n丁');

  test.each([
    [0, 1, 1],
    [1, 1, 2],
    [4, 2, 1],
    [6, 3, 1],
    [7, 4, 1],
    [8, 4, 2],
  ])('offset %i is line %i column %i', (offset, line, column) => {
    expect(lines.at(offset)).toEqual({ line, column });
  });

  test('columns count UTF-16 code units', () => {
    expect(new LineIndex('𠮷年').at(2)).toEqual({ line: 1, column: 3 });
  });
});

test('places are printed as the format has them', () => {
  const lines = new LineIndex('一\n二');
  expect(placeOf('a.txt', { start: 2, end: 3 }, lines)).toBe('a.txt:2:1');
  expect(placeOf('a.pdf', { start: 2, end: 3, page: 7 }, lines)).toBe('a.pdf#page=7');
  expect(placeOf('a.ods', { start: 2, end: 3, page: null, address: '表1!B7' }, lines)).toBe('a.ods#表1!B7');
});
