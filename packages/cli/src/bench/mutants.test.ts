import { expect, test } from 'vitest';
import type { LabelledClaim, LabelledFiling } from './labels.ts';
import { mutantsOf } from './mutants.ts';
import { seeded } from './random.ts';

const source =
  '範例計畫\t社會發展\t1,000\t900\t810\n受理1,250件，完成1,108件，占88.64%。執行率90.00%。平均每月27件，平均每季27件。\n';

const claim = (texts: readonly string[], expression: string, stated: number): LabelledClaim => ({
  planId: 'p',
  kind: 'ratio',
  texts,
  expression,
  computed: null,
  stated,
  holds: true,
  comment: '',
});

function filing(claims: readonly LabelledClaim[]): LabelledFiling {
  const plan = {
    id: 'p',
    name: '範例計畫',
    rawName: '範例計畫',
    parentId: null,
    type: null,
    periodRaw: null,
    periodStart: null,
    periodEnd: null,
    approvedTotal: 1000,
    budgetedToDate: 900,
    executedToDate: 810,
    plannedWork: [],
    execution: [],
    goals: [],
    explanation: [],
    verdict: null,
    statedVerdict: 'none' as const,
  };
  return {
    name: 'x',
    file: { name: 'x.txt', bytes: new Uint8Array() },
    source,
    ours: true,
    plans: [plan],
    indicators: [],
    claims,
    commitments: [],
  };
}

test('every figure of a sound claim is broken once, and only that figure is changed', () => {
  const mutants = mutantsOf([filing([claim(['受理1,250件，完成1,108件，占88.64%'], '1108/1250', 0.8864)])], seeded(1));
  expect(mutants.map(({ before }) => before).toSorted()).toEqual(['1,108', '1,250', '88.64']);
  for (const { before, after, span, source: changed } of mutants) {
    expect(after).not.toBe(before);
    expect(changed.length).toBe(source.length);
    expect(changed.slice(0, span.start) + before + changed.slice(span.end)).toBe(source);
  }
});

test('money columns are found in the row’s own line', () => {
  const mutants = mutantsOf([filing([claim(['執行率90.00%', '900', '810'], '810/900', 0.9)])], seeded(1));
  expect(mutants.map(({ before }) => before).toSorted()).toEqual(['810', '90.00', '900']);
});

test('a text that stands twice is left alone, and so is a claim that does not hold', () => {
  expect(mutantsOf([filing([claim(['27件'], '27', 27)])], seeded(1))).toEqual([]);
  expect(
    mutantsOf([filing([{ ...claim(['執行率90.00%', '900', '810'], '810/900', 0.9), holds: false }])], seeded(1)),
  ).toEqual([]);
});

test('the same seed gives the same mutants', () => {
  const once = (seed: number) =>
    mutantsOf([filing([claim(['受理1,250件，完成1,108件，占88.64%'], '1108/1250', 0.8864)])], seeded(seed)).map(
      ({ after }) => after,
    );
  expect(once(7)).toEqual(once(7));
  expect(once(7)).not.toEqual(once(8));
});
