import { expect, test } from 'vitest';
import { middleOf } from './compare.ts';

test.each([
  ['完成12處。', '完成13處。', ['完成1', '2', '處。']],
  ['完成12處。', '完成12處。', ['完成12處。', '', '']],
  ['完成1處', '完成11處', ['完成1', '', '處']],
  ['完成11處', '完成1處', ['完成1', '1', '處']],
  ['𠮷野', '吉野', ['', '𠮷', '野']],
  ['', '新', ['', '', '']],
])('%s beside %s', (text, other, parts) => {
  expect(middleOf(text, other)).toEqual(parts);
});
