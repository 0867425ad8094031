import { describe, expect, test } from 'vitest';
import { daysOf } from './dates.ts';
import { textOf } from './readings-for-tests.ts';

const read = (words: string): readonly string[] =>
  textOf(words).dates.map(({ from, to, lacks }) => {
    const point = ({ year, month, day }: typeof from): string =>
      [year ?? '?', month, day].filter((part) => part !== null).join('-');
    return `${point(from)}${to === null ? '' : `..${point(to)}`}${lacks === null ? '' : ` no ${lacks}`}`;
  });

describe('dates in a text', () => {
  test.each([
    ['於113年9月18日決標', ['2024-9-18']],
    ['113年3月30日竣工，同年5月驗收，9月23日合格', ['2024-3-30', '2024-5', '2024-9-23']],
    ['113年11月決標，翌年1月5日開工，3月完工', ['2024-11', '2025-1-5', '2025-3']],
    ['113年9月18日至20日', ['2024-9-18..2024-9-20']],
    ['113年第2季', ['2024-4..2024-6']],
    ['113年度', ['2024']],
    ['去年12月', ['?-12']],
    ['歷時13個月', []],
    ['第3次修正，9筆', []],
  ])('%s: %j', (words, dates) => expect(read(words)).toEqual(dates));

  test.each([
    ['113年2月29日', '2024-2-29'],
    ['112年2月29日', '2023-2-29 no day'],
    ['113年13月1日', '2024-13-1 no month'],
    ['113年4月31日', '2024-4-31 no day'],
    ['於4月31日開工', '?-4-31 no day'],
    ['2月29日', '?-2-29'],
  ])('%s: %s', (words, date) => expect(read(words)).toEqual([date]));
});

test('a point covers the days of its precision', () => {
  expect(daysOf({ year: 2024, month: 2, day: null })).toEqual({ first: '2024-02-01', last: '2024-02-29' });
  expect(daysOf({ year: 2024, month: null, day: null })).toEqual({ first: '2024-01-01', last: '2024-12-31' });
  expect(daysOf({ year: null, month: 3, day: 1 })).toBeNull();
});
