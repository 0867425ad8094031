import { expect, test } from 'vitest';
import { itemsOf } from './items.ts';
import { paragraphsOf } from './printed.ts';

const shown = (cell: string): string[] => {
  const text = cell.replaceAll('/', '\u2029');
  return itemsOf(paragraphsOf(text, [{ start: 0, end: text.length }])).map(
    (item) => (item.marker?.text ?? '') + item.text,
  );
};

test.each([
  ['發放12萬/4,310枚。', '發放12萬4,310枚。'],
  ['服務21,/350人次。', '服務21,350人次。'],
  ['服務21,3/50人次。', '服務21,350人次。'],
  ['服務1,21,3/50', '服務1,21,3 50'],
  ['投資1億/5,200萬元。', '投資1億5,200萬元。'],
  ['投資1億5,200/萬元。', '投資1億5,200萬元。'],
  ['滿意度93./5%。', '滿意度93.5%。'],
  ['滿意度93.5/%。', '滿意度93.5%。'],
  ['服務350/人次。', '服務350人次。'],
  ['期程112年1月至/115年12月', '期程112年1月至115年12月'],
  ['預計113年/12月完工。', '預計113年12月完工。'],
])('%s is one number', (cell, text) => {
  expect(shown(cell).join(' ')).toBe(text);
});

test.each([
  ['1. 修繕4座。/2. 訓練130人。', ['1.修繕4座。', '2.訓練130人。']],
  ['服務2萬/1. 訓練130人。', ['服務2萬', '1.訓練130人。']],
  ['修繕4座/訓練130人', ['修繕4座', '訓練130人']],
  ['達成率93/5場', ['達成率93', '5場']],
  ['依據第3/次會議', ['依據第3', '次會議']],
  ['服務350/20人次', ['服務350', '20人次']],
  ['1./建立示範點', ['1.', '建立示範點']],
])('%s stays parted', (cell, items) => {
  expect(shown(cell)).toEqual(items);
});
