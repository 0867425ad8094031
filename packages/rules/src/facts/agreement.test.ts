import { describe, expect, test } from 'vitest';
import { examplePlan } from '../example/example-filing.ts';
import { agrees, exactRange, rangeOf } from './agreement.ts';
import { dividedBy, times, whole, written } from '@guankao/passages';
import { factsOf } from './filing-facts.ts';
import type { Figure } from '@guankao/passages';

function figure(words: string): Figure {
  const found = factsOf(examplePlan({ execution: [words] })).rows[0]?.texts[0]?.figures[0];
  if (found === undefined) throw new RangeError(`no figure in ${words}`);
  return found;
}

const percent = (part: number, all: number): ReturnType<typeof whole> =>
  times(dividedBy(whole(part), whole(all)), whole(100));

describe('a computed rate agrees with a printed one', () => {
  test.each([
    ['35.97%', 69423, 193020, true],
    ['14.28%', 12, 84, true], // 14.2857, cut off
    ['14.29%', 12, 84, true], // rounded
    ['14.30%', 12, 84, false],
    ['93%', 28, 30, true],
    ['94%', 28, 30, false],
    ['逾93%', 28, 30, true],
    ['逾94%', 28, 30, false],
    ['約90%', 28, 30, true],
    ['約80%', 28, 30, false],
    ['9成3', 28, 30, true],
    ['9成', 28, 30, true],
  ])('%s of %i/%i: %s', (words, part, all, agreed) => {
    expect(agrees(exactRange(percent(part, all)), figure(words))).toBe(agreed);
  });
});

test.each([
  ['4,860格', '4,860–4,860'],
  ['4萬案', '40,000–40,000'],
  ['3.4億次', '330,000,000–350,000,000'],
  ['4,274萬元', '42,730,000–42,750,000'],
  ['逾400萬次', '4,000,000–4,200,000'],
])('%s may stand for %s', (words, range) => {
  const { low, high } = rangeOf(figure(words));
  expect(`${written(low, 0)}–${written(high, 0)}`).toBe(range);
});
