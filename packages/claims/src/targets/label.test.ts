import { describe, expect, test } from 'vitest';
import { read } from '../rows-for-tests.ts';

describe('what is measured, without its number', () => {
  test.each([
    ['平均修復時間：19分鐘。', '平均修復時間'],
    ['113年度目標值為完成12萬筆土地測量。', '土地測量'],
    ['審查時間，由41日縮短為34日。', '審查時間'],
    ['補助22個縣(市)政府購置裝備。', '補助縣(市)政府購置裝備'],
    ['完成資料庫建置。', '資料庫建置'],
  ])('%s', (goals, label) => {
    expect(read({ goals }).indicators.map((indicator) => indicator.label)).toEqual([label]);
  });
});
