import { spanIn, type Passage } from '@guankao/domain';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { charactersAt, placeRuns } from './place-runs.ts';

describe('places of a text', () => {
  test('are told in runs of neighbours', () => {
    expect(placeRuns([1043, 1044, 1045, 1060, 1061])).toEqual([
      [0, 1043],
      [3, 1060],
    ]);
  });

  test('of no characters are no runs', () => expect(placeRuns([])).toEqual([]));

  test('where one printed sign gives two characters', () =>
    expect(placeRuns([10, 10, 17])).toEqual([
      [0, 10],
      [1, 10],
      [2, 17],
    ]));
});

describe('characters at a span', () => {
  const places = placeRuns([100, 101, 102, 110, 111]);

  test('within a run', () => expect(charactersAt(places, 5, { start: 101, end: 103 })).toEqual({ start: 1, end: 3 }));

  test('over what was left out between runs', () =>
    expect(charactersAt(places, 5, { start: 102, end: 111 })).toEqual({ start: 2, end: 4 }));

  test('of a span that begins before the text, with its number', () =>
    expect(charactersAt(places, 5, { start: 96, end: 102 })).toEqual({ start: 0, end: 2 }));

  test('none where only what was left out stands', () => {
    expect(charactersAt(places, 5, { start: 96, end: 100 })).toBeNull();
    expect(charactersAt(places, 5, { start: 104, end: 108 })).toBeNull();
  });
});

test('every stretch of a passage is found again from its printed place', () => {
  const passages = fc
    .array(fc.record({ skip: fc.integer({ min: 0, max: 3 }), char: fc.constantFrom('甲', '乙', 'a', '1') }), {
      minLength: 1,
      maxLength: 40,
    })
    .map((printed): Passage => {
      let at = 50;
      const offsets = printed.map(({ skip }) => (at += skip + 1));
      return { text: printed.map(({ char }) => char).join(''), marker: null, spans: [], offsets };
    });
  fc.assert(
    fc.property(passages, fc.nat(), fc.nat(), (passage, a, b) => {
      const start = a % passage.text.length;
      const end = start + 1 + (b % (passage.text.length - start));
      const span = spanIn(passage, start, end);
      expect(charactersAt(placeRuns(passage.offsets), passage.text.length, span)).toEqual({ start, end });
    }),
    { seed: 20_261_128 },
  );
});
