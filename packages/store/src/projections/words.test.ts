import { describe, expect, test } from 'vitest';
import { exampleReading } from '../example-reading.ts';
import { linesOf, normalise, pairsOf, passagesOf, queryFor } from './words.ts';

test.each([
  ['ＡＢＣ　１２３', 'abc123'],
  ['台 北\n市', '臺北市'],
  ['Ⅲ期', 'iii期'],
  ['　\t\n', ''],
])('%j becomes %j', (text, normal) => {
  expect(normalise(text)).toBe(normal);
});

test('pairs of neighbours, and the last character alone', () => {
  expect(pairsOf(['橋梁補', '梁'])).toEqual(['橋梁', '梁補', '補', '梁']);
});

test('a character of two code units is one', () => {
  expect(pairsOf(['𠮷野'])).toEqual(['𠮷野', '野']);
});

describe('query', () => {
  test.each([
    ['橋', "'橋':*"],
    ['橋梁', "'橋梁'"],
    ['橋梁補', "'橋梁' & '梁補'"],
    ["a'b", "'a''' & '''b'"],
    ['\\', "'\\\\':*"],
  ])('%s is %s', (word, query) => {
    expect(queryFor(word)).toBe(query);
  });
});

test('a plan is found by its name and each passage, not by empty ones', () => {
  const [plan] = exampleReading({ plans: 1 }).plans;
  if (plan === undefined) throw new Error('an example without plans');
  const passages = passagesOf({
    ...plan,
    name: '圖書館 Ａ館',
    code: null,
    goals: [{ text: ' ', marker: null, spans: [] }],
  });
  expect(passages.map(([column]) => column)).toEqual(['name', 'plannedWork', 'execution', 'explanation']);
  expect(passages[0]).toEqual(['name', '圖書館 Ａ館']);
  expect(linesOf(passages)[0]).toBe('圖書館a館');
  expect(linesOf(passages)).toHaveLength(4);
});
