import { expect, test } from 'vitest';
import { points, Searchable, within } from './phrases.ts';

test.each([
  ['達成率104%', '辦理海岸清理312場次，達成率104%；清除廢棄物', true],
  ['31,500', '131,500', false],
  ['31,500', '31,500.5', false],
  ['完成整建12公里', '完成  整建<b>12</b>公里', true],
  ['智慧圖書館', '海岸植生', false],
])('%s within %s: %s', (part, whole, is) => expect(within(part, whole)).toBe(is));

test('evidence points when it is the words, not a scrap and not a cell', () => {
  expect(points('達成率104%', '海岸清理312場次，達成率104%')).toBe(true);
  expect(points('率', '達成率104%')).toBe(false);
  expect(points('達成率104%'.repeat(9), '達成率104%')).toBe(false);
  expect(points('<ol>', '<ol>')).toBe(true);
});

test('phrases are found across line wraps, bare figures only whole', () => {
  const text = new Searchable('圖書館空間 再造計畫\t31,500\t131,500');
  expect(text.placesOf('圖書館空間再造計畫')).toEqual([{ start: 0, end: 10 }]);
  expect(text.placesOf('31,500')).toEqual([{ start: 11, end: 17 }]);
  expect(text.placesOf('')).toEqual([]);
});
