import { expect, test } from 'vitest';
import { mended } from './surplus-fields.ts';

const shown = (record: string, width: number): string => {
  const found = mended(record.split(','), width);
  return found === null
    ? 'as it is'
    : `${found.how}: ${found.fields.join(' / ')}${found.aside.length > 0 ? ` + ${found.aside.join(' / ')}` : ''}`;
};

test.each([
  ['甲,300,000,120,000,114,000,乙', 5, 'figures: 甲 / 300,000 / 120,000 / 114,000 / 乙'],
  ['甲,86,400,43210,40005,乙', 5, 'figures: 甲 / 86,400 / 43210 / 40005 / 乙'],
  ['甲,3,000,900,870,乙', 5, 'figures: 甲 / 3,000 / 900 / 870 / 乙'],
  ['甲,1,250,000,930,500,902,117,乙', 5, 'untold: 甲 / 1 | 250 | 000 | 930 | 500 | 902 | 117 /  /  / 乙'],
  ['甲,△1,234,乙', 3, 'figures: 甲 / △1,234 / 乙'],
  ['合計,,300,000,120,000,,', 6, 'figures: 合計 /  / 300,000 / 120,000 /  / '],
  ['甲,100,200,300,乙', 5, 'as it is'],
  ['甲,乙,,,', 3, 'as it is'],
  ['甲,100,辦理修繕,及維護。,已完成。', 4, 'texts: 甲 / 100 / 辦理修繕,及維護。 / 已完成。'],
  ['甲,100,辦理修繕,及維護,已完成', 4, 'untold: 甲 / 100 + 辦理修繕 / 及維護 / 已完成'],
])('%s under %d heads', (record, width, expected) => {
  expect(shown(record, width)).toBe(expected);
});
