import { describe, expect, test } from 'vitest';
import { figureOf } from '../readings-for-tests.ts';
import { asNumber } from './fraction.ts';
import { intervalText } from './interval.ts';

test.each([
  ['35.97%', 0.01],
  ['40%', 1],
  ['9成3', 1],
  ['9成', 10],
  ['九成六', 1],
  ['百分之三十點五', 0.1],
  ['3‰', 0.1],
  ['1億3,140萬輛', 10_000],
  ['12萬2,009筆', 1],
  ['3.4億次', 10_000_000],
  ['4,274萬元', 10_000],
  ['1億2千萬元', 10_000_000],
  ['三億五千萬元', 10_000_000],
  ['1,234千元', 1000],
  ['4億9,234萬3,741元', 1],
  ['三百二十件', 1],
])('the last printed place of %s is %d', (words, step) => {
  expect(asNumber(figureOf(words).step)).toBe(step);
});

describe('what a printed figure may stand for', () => {
  test.each([
    // Counts were not rounded; what prints a place was rounded or cut off there.
    ['4,860格', '[4,860, 4,860]'],
    ['73.8%', '[73.75, 73.9)'],
    ['9成6', '[95.5, 97)'],
    ['3.4億次', '[335,000,000, 350,000,000)'],
    ['4,274萬元', '[42,735,000, 42,750,000)'],
    ['12.6公里', '[12.55, 12.7)'],
    // Few digits before a power of ten: round, and near all the same.
    ['4億元', '[392,000,000, 408,000,000)'],
    ['3,000萬元', '[29,995,000, 30,010,000)'],
    // Words that widen.
    ['約80人次', '[76, 84]'],
    ['近2成', '[15, 25)'],
    ['7成', '[65, 75)'],
    ['80餘萬人次', '[800,000, 900,000)'],
    ['1,200餘萬元', '[12,000,000, 13,000,000)'],
    ['逾3億元', '[300,000,000, 400,000,000)'],
    ['20多件', '[20, 30)'],
    ['至少30場', '[30, ∞)'],
    ['90%以上', '[90, ∞)'],
    ['30日內', '(∞, 30]'],
    ['未及7成5', '(∞, 75)'],
    ['不足3成', '(∞, 30)'],
    ['三分之二', '[63.3334, 70]'],
  ])('%s: %s', (words, interval) => {
    expect(intervalText(figureOf(words).interval)).toBe(interval);
  });
});
