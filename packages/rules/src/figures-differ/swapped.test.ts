import { expect, test } from 'vitest';
import { example } from '../example/example-filing.ts';
import { checkFiling } from '../index.ts';

/** What is said of two tellings in two columns. */
function told(execution: string, explanation: string): readonly string[] {
  const { findings } = checkFiling(example({ plans: [{ execution: [execution], explanation: [explanation] }] }));
  return findings.filter(({ rule }) => rule === 'figures-differ').map(({ severity }) => severity);
}

test.each([
  ['派遣觀察員126航次。', '派遣162航次。'],
  ['全年清除海洋廢棄物8,640公噸。', '清除8,460公噸，符合目標。'],
  ['24小時路徑誤差平均68公里。', '24小時路徑誤差為86公里。'],
])('two digits in each other’s place: %s / %s', (execution, explanation) =>
  expect(told(execution, explanation)).toHaveLength(1),
);

test.each([
  ['受理申請126件。', '核發證照162件。'],
  ['甲區派遣126航次、乙區派遣162航次。', '派遣162航次。'],
  ['112年派遣126航次。', '113年派遣162航次。'],
])('other things, or both told: %s / %s', (execution, explanation) => expect(told(execution, explanation)).toEqual([]));
