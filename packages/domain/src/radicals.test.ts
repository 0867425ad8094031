import { expect, test } from 'vitest';
import { commonIdeographs } from './radicals.ts';

test.each([
  ['巡迴⾞計畫', '巡迴車計畫'],
  ['113年9⽉20⽇', '113年9月20日'],
  ['2萬⼈次', '2萬人次'],
  ['⻑照⺠⽣', '長照民生'],
  ['⻄⼭⽴⽯', '西山立石'],
  ['⽬標值⼀⼆⼗', '目標值一二十'],
  ['⿓⿔⿕', '龍龜龠'],
  ['\uf902\ufa08\uf98e', '車行年'],
  ['車月民', '車月民'],
  ['', ''],
])('%s is %s', (print, text) => {
  expect(commonIdeographs(print)).toBe(text);
});

test('the text keeps its length', () => {
  const all = Array.from({ length: 0xfaff - 0x2e80 + 1 }, (_, i) => String.fromCharCode(0x2e80 + i)).join('');
  expect(commonIdeographs(all)).toHaveLength(all.length);
});
