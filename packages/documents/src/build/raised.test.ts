import { expect, test } from 'vitest';
import { raised, withRaisedSettled } from './raised.ts';

test.each([
  [`930${raised('1')}`, '930', ['1']],
  [`${raised('1')}51,330`, '51,330', ['1']],
  [`修繕4座${raised('註2')}。`, '修繕4座。', ['註2']],
  [`114,000${raised('(1)')}`, '114,000', ['(1)']],
  [`114,000${raised('1')}${raised(',2')}`, '114,000', ['1,2']],
  [`114,000${raised('*')}`, '114,000', ['*']],
  [`面積1,200m${raised('2')}`, '面積1,200m²', []],
  [`庫容10${raised('6')}立方公尺`, '庫容10⁶立方公尺', []],
  [`3平方公尺${raised('2')}`, '3平方公尺²', []],
  [`5${raised('th')}`, '5th', []],
  [`品牌${raised('TM')}`, '品牌TM', []],
  ['沒有上標', '沒有上標', []],
])('%j reads %s', (print, text, marks) => {
  const found: string[] = [];
  expect(withRaisedSettled(print, (mark) => found.push(mark))).toBe(text);
  expect(found).toEqual(marks);
});
