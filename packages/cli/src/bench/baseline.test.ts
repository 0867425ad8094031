import { expect, test } from 'vitest';
import { changesSince, type Baseline } from './baseline.ts';

const baseline = (findings: readonly string[], precision: number | null, recall: number | null): Baseline => ({
  release: 'x',
  findings: { example: findings },
  rules: { 'rate-mismatch': { precision, recall } },
});

test('findings gained and lost, per filing', () => {
  const { gained, lost, worse } = changesSince(baseline(['a', 'b'], 1, 1), baseline(['b', 'c'], 1, 1));
  expect([gained['example'], lost['example'], worse]).toEqual([['c'], ['a'], []]);
});

test('a rule that found more or was righter is not worse', () => {
  expect(changesSince(baseline([], 0.5, 0.5), baseline([], 0.6, 0.5)).worse).toEqual([]);
});

test('a rule whose precision or recall fell is worse, and a measure that is gone is none', () => {
  expect(changesSince(baseline([], 0.5, 0.5), baseline([], 0.4, 0.4)).worse).toEqual([
    'rate-mismatch: precision 0.500 → 0.400',
    'rate-mismatch: recall 0.500 → 0.400',
  ]);
  expect(changesSince(baseline([], 0.5, null), baseline([], null, 0.1)).worse).toEqual([]);
});

test('a filing that the baseline does not know is passed over', () => {
  const { gained } = changesSince({ ...baseline([], 1, 1), findings: {} }, baseline(['a'], 1, 1));
  expect(gained).toEqual({});
});
