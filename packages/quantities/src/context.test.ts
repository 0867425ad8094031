import { describe, expect, test } from 'vitest';
import { said } from '../corpus/said.ts';
import { describe as trail, extract, extractAll } from './extract.ts';

describe('a unit given in a heading', () => {
  test.each([
    ['673,076', '673,076=673076000 TWD'],
    ['-1,234', '-1,234=-1234000 TWD'],
    ['3至5', '3至5=3000..5000 TWD'],
    ['12.5', '12.5=12500 TWD'],
    ['85%', '85%=85 %'],
    ['3件', '3件=3 件'],
    ['一', ''],
    ['三百', '三百=300000 TWD'],
  ])('%s in thousands of dollars is %s', (line, expected) => {
    expect(said(line, { bare: { kind: 'money', factor: 1000 } })).toBe(expected);
  });

  test('counts have no unit', () => {
    expect(said('12', { bare: { kind: 'count', factor: 10 } })).toBe('12=120');
  });
});

describe('the year that the text speaks of', () => {
  test.each([
    ['3月5日', '3月5日=2024-03-05'],
    ['本年9月', '本年9月=2024-09'],
    ['去年12月', '去年12月=2023-12'],
    ['上年度5月', '上年度5月=2023-05'],
    ['翌年1月31日', '翌年1月31日=2025-01-31'],
    ['明年3月', '明年3月=2025-03'],
    ['5月至8月', '5月至8月=2024-05..2024-08'],
    ['113年5月', '113年5月=2024-05'],
  ])('%s is %s', (line, expected) => {
    expect(said(line, { year: 2024 })).toBe(expected);
  });

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
  test('a figure cut by a line end is one figure', () => {
    expect(said('經費1,1\n　　87,320千元')).toBe('1,1\n　　87,320千元=1187320000 TWD');
    expect(said('計1,\n234件')).toBe('1,\n234件=1234 件');
    expect(said('計1\n,234件')).toBe('1\n,234件=1234 件');
    expect(said('計92萬5,6\r\n21筆')).toBe('92萬5,6\r\n21筆=925621 筆');
    expect(said('計4,279\n組')).toBe('4,279\n組=4279 組');
    expect(said('計3,417人\n次')).toBe('3,417人\n次=3417 人次');
    expect(said('1億\n8,582萬輛')).toBe('1億\n8,582萬輛=185820000 輛');
  });

  test('where both halves could stand alone, the other reading is kept', () => {
    const [found] = extract('計淨增5\n89,574千元');
    expect(found?.value).toEqual({ coefficient: 589574000n, scale: 0 });
    expect(found?.alternatives.map(({ value }) => value)).toEqual([{ coefficient: 89574000n, scale: 0 }]);
    expect(said('計 3, 420人次')).toBe('3, 420人次=3420 人次?');
  });

  test('an empty line parts figures', () => {
    expect(said('計1,\n\n234件')).toBe('234件=234 件');
    expect(said('12\n345件')).toBe('345件=345 件');
  });

  test('offsets are UTF-16 units of the text given', () => {
    const [found] = extract('𠮷3件');
    expect([found?.start, found?.end]).toEqual([2, 4]);
  });

  test('results are told with their trail', () => {
    expect(extract('至少3至5件').map(trail)).toEqual(['「3至5件」 count – 3 5 件 >= – –  [count → join-ranges → comparators-before]']);
    expect(extract('113年9月').map(trail)).toEqual(['「113年9月」 date – – – – – 2024-09 –  [year-date]']);
  });

  test('web addresses are passed over', () => {
    expect(said('見https://example.test/113/3?x=30%，共3件')).toBe('3件=3 件');
    expect(said('www.example.test/30% 5件')).toBe('5件=5 件');
  });

  test('long texts come out whole and in order', () => {
    const text = Array.from({ length: 3000 }, (_, i) => `第${i}項完成${i + 1}件，另`).join('');
    expect(extract(text).map(({ value }) => Number(value?.coefficient))).toEqual(Array.from({ length: 3000 }, (_, i) => i + 1));
  });

  test('thousands of readings without a gap come out too', () => {
    expect(extract('3人'.repeat(10_000))).toHaveLength(10_000);
    expect(extractAll('第1'.repeat(5000)).labels).toHaveLength(5000);
  });
});

describe('bounds in unlike units', () => {
  test.each([
    ['6個月以上1年以下', '6個月以上1年=6..12 個月 long'],
    ['6個月至1年', '6個月至1年=6..12 個月 long'],
    ['10天至2週', '10天至2週=10..14 天 long'],
    ['30秒至2分鐘', '30秒至2分鐘=30..120 秒 long'],
    ['2年至6個月', '2年=2 年 long | 6個月=6 個月 long'],
    ['3個月至30日', '3個月=3 個月 long | 30日=30 日 long'],
    ['至少（含）3場', '3場=>=3 場'],
    ['至多(含)3場', '3場=<=3 場'],
  ])('%s is %s', (line, expected) => {
    expect(said(line)).toBe(expected);
  });
});

test('the sample of the README', () => {
  expect(said('113年度至少辦理12萬2,009筆，經費4億9,234萬3,741元，達成率9成3')).toBe('113年度=2024 | 12萬2,009筆=>=122009 筆 | 4億9,234萬3,741元=492343741 TWD | 9成3=93 %');
});
