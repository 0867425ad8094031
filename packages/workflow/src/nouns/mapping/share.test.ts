import { expect, test } from 'vitest';
import { readShare, shareText } from './share.ts';

test.each([
  ['1/3', 1, 3],
  ['１／３', 1, 3],
  ['25%', 25, 100],
  ['25 ％', 25, 100],
  ['12.5%', 125, 1000],
  ['100%', 100, 100],
  ['0.01%', 1, 10_000],
  ['1,000/3,000', 1000, 3000],
  // Above one is refused by the command, which says why.
  ['3/2', 3, 2],
] as const)('%s is %i of %i', (text, numerator, denominator) => {
  expect(readShare(text)).toEqual({ numerator, denominator });
});

test.each([
  '',
  '0.33',
  '1/0',
  '0/3',
  '0%',
  '-1/3',
  '三分之一',
  '1/3/5',
  '33',
  '1e2/3',
  '5%%',
  '9999999999999/9999999999999',
])('%s is none', (text) => {
  expect(readShare(text)).toBeNull();
});

test.each(['1/3', '1/4', '25%', '12.5%', '0.01%', '100%', '7/10'])('%s is shown as it was written', (text) => {
  const share = readShare(text);
  expect(share === null ? null : shareText(share)).toBe(text);
});
