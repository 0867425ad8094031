import { describe, expect, test } from 'vitest';
import { said, trailOf } from '../corpus/said.ts';
import { inContext } from '../corpus/tables.ts';
import { describe as trail, extract, extractAll } from './extract.ts';

describe('the year that the text speaks of', () => {
  test('without it the date before gives an alternative only', () => {
    const [, second] = extract('113年2月20日報竣，同年3月29日驗收');
    expect(second?.from).toBe('--03-29');
    expect(second?.alternatives.map(({ from }) => from)).toEqual(['2024-03-29']);
  });

  test('that alternative reaches over a long passage', () => {
    const [, second] = extract(`113年2月20日報竣${'，'.repeat(5000)}當年3月29日驗收`);
    expect(second?.alternatives.map(({ from }) => from)).toEqual(['2024-03-29']);
  });

  test('a date without a year before any other has no alternative', () => {
    expect(extract('同年3月29日')[0]?.alternatives).toEqual([]);
  });
});

describe('lines and spans', () => {
  test('where both halves could stand alone, the other reading is kept', () => {
    const [found] = extract('計淨增5\n89,574千元');
    expect(found?.value).toEqual({ coefficient: 589574000n, scale: 0 });
    expect(found?.alternatives.map(({ value }) => value)).toEqual([{ coefficient: 89574000n, scale: 0 }]);
  });

  test('offsets are UTF-16 units of the text given', () => {
    const [found] = extract('𠮷3件');
    expect([found?.start, found?.end]).toEqual([2, 4]);
  });

  test('results are told with their trail', () => {
    expect(extract('至少3至5件').map(trail)).toEqual([
      '「3至5件」 count – 3 5 件 >= – –  [count → join-ranges → comparators-before]',
    ]);
    expect(extract('113年9月').map(trail)).toEqual(['「113年9月」 date – – – – – 2024-09 –  [year-date]']);
  });

  test('long texts come out whole and in order', () => {
    const text = Array.from({ length: 3000 }, (_, i) => `第${i}項完成${i + 1}件，另`).join('');
    expect(extract(text).map(({ value }) => Number(value?.coefficient))).toEqual(
      Array.from({ length: 3000 }, (_, i) => i + 1),
    );
  });

  test('thousands of readings without a gap come out too', () => {
    expect(extract('3人'.repeat(10_000))).toHaveLength(10_000);
    expect(extractAll('第1'.repeat(5000)).labels).toHaveLength(5000);
  });
});

test.each(inContext)('%j with %j says %s', (line, options, expected) => {
  expect(said(line, options), trailOf(line)).toBe(expected);
});
