import { expect, test } from 'vitest';
import { figuresIn } from './figures.ts';

const values = (text: string) => figuresIn(text).map(({ value, step, percent }) => [value, step, percent]);

test.each([
  ['1億1,841萬3千元', [[118_413_000, 1000, false]]],
  ['125萬6,400頁', [[1_256_400, 1, false]]],
  ['4萬811人', [[40_811, 1, false]]],
  ['1,137萬5千度', [[11_375_000, 1000, false]]],
  ['3億6,500萬元', [[365_000_000, 10_000, false]]],
  ['45.03%', [[45.03, 0.01, true]]],
  ['達成率100％', [[100, 1, true]]],
  ['1.5億人次', [[150_000_000, 10_000_000, false]]],
  ['8,672.4小時', [[8672.4, 0.1, false]]],
  [
    '42座及郊區22座',
    [
      [42, 1, false],
      [22, 1, false],
    ],
  ],
  [
    '由42Mbps提升至73.5Mbps',
    [
      [42, 1, false],
      [73.5, 0.1, false],
    ],
  ],
  [
    '占7成5，其餘2成',
    [
      [75, 1, true],
      [20, 10, true],
    ],
  ],
  ['無數字', []],
])('%s', (text, figures) => expect(values(text)).toEqual(figures));

test('places are those of the printed figure, without its measure word', () => {
  const text = '計3億6,500萬元，占95.0%';
  expect(figuresIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(['3億6,500萬', '95.0']);
});
