import { expect, test } from 'vitest';
import { quantitiesJson, quantitiesText } from './quantities.ts';

test('one element a line, empty lines too, and none after the last newline', () => {
  expect(quantitiesJson('辦理3場\r\n\n113年9月\n').map(({ line, quantities }) => [line, quantities.length])).toEqual([
    [1, 1],
    [2, 0],
    [3, 1],
  ]);
  expect(quantitiesJson('')).toEqual([]);
});

test('values are plain numbers in full', () => {
  expect(quantitiesJson('至少1,234千元')[0]?.quantities).toEqual([
    {
      start: 2,
      end: 9,
      text: '1,234千元',
      kind: 'money',
      value: 1234000,
      low: null,
      high: null,
      unit: 'TWD',
      from: null,
      to: null,
      comparator: '>=',
      alternatives: [],
    },
  ]);
});

test('the value stands under its quantity, full-width columns counted double', () => {
  expect(quantitiesText('完成12萬2,009筆\n', 'zh-Hant')).toBe('完成12萬2,009筆\n    ▔▔▔▔▔▔▔▔▔▔▔\n    122,009 筆\n');
});

test('values that would run into one another go to a row of their own', () => {
  const rows = quantitiesText('3人4場', 'en').split('\n');
  expect(rows.slice(2)).toEqual(['3 人', '   4 場', '']);
});

test('a range, a comparator, and a date without its year', () => {
  expect(quantitiesText('約3至5億元', 'en')).toContain('≈ 300,000,000–500,000,000 TWD');
  expect(quantitiesText('9月18日', 'zh-Hant')).toContain('未載年 09-18');
  expect(quantitiesText('三分之二', 'en')).toContain('66.6667 % or 0.666667');
});
