import { expect, test } from 'vitest';
import { caseOf } from './grammar.ts';
import { toldOf } from './told.ts';

const seed = 113;

/** 20,000, in parts that a busy machine ends in time. */
test.each([0, 5000, 10_000, 15_000])(
  '5,000 sentences that hold, from number %i: none is accused by an error or a warning',
  (first) => {
    const accused: string[] = [];
    for (let number = first; number < first + 5000; number++) {
      const { kind, text } = caseOf(seed, number);
      const findings = toldOf(text);
      if (findings.length > 0)
        accused.push(`${number} (${kind}) ${findings.map(({ rule }) => rule).join(', ')}: ${text}`);
    }
    expect(accused).toEqual([]);
  },
);

test('the same number makes the same sentence again', () => {
  expect(caseOf(seed, 4711)).toEqual(caseOf(seed, 4711));
  expect(caseOf(seed, 4711).text).not.toBe(caseOf(seed, 4712).text);
});

test('of 2,000 with one figure moved at least four fifths are caught', () => {
  let [moved, caught] = [0, 0];
  for (let number = 0; number < 2000; number++) {
    const { moved: text } = caseOf(seed, number);
    if (text === null) continue;
    moved += 1;
    if (toldOf(text).length > 0) caught += 1;
  }
  expect(caught / moved).toBeGreaterThan(0.8);
});
