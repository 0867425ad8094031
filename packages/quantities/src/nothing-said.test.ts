import { describe, expect, test } from 'vitest';
import { labelsIn, said, trailOf, unreadIn } from '../corpus/said.ts';
import { labelled, nothingSaid, unreadNumbers } from '../corpus/tables.ts';

describe('what cannot be read is left unread, with the reason', () => {
  test.each(unreadNumbers)('%s: %s', (line, expected) => {
    expect(unreadIn(line), trailOf(line)).toBe(expected);
  });
});

describe('ordinals, names and references are known as what they are', () => {
  test.each(labelled)('%s: %s', (line, expected) => {
    expect(labelsIn(line), trailOf(line)).toBe(expected);
  });
});

describe('nothing is said by', () => {
  test.each(nothingSaid)('%s', (line) => {
    expect(said(line)).toBe('');
  });
});
