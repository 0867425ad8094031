import { describe, expect, test } from 'vitest';
import { printable, printableTree } from './printable.ts';

describe('what the bundled fonts hold is printed as it stands', () => {
  test.each([
    ['Traditional', '辦理海岸復育計畫，堃喆峯綉〇廿。'],
    ['Simplified, left by conversions', '韧性、区域、计画、标准、简化、数据'],
    ['variants', '爲敎'],
    ['signs of forms and sums', '☑☐■□●○◐▲≒≦≧㎡℃①⑳Ⅷ㊣'],
    ['Greek', 'ΑΩαω'],
    ['an accent that one font holds with its letter', 'e\u0301'],
    ['line ends and tabs', '一\n二\t三'],
    ['a variation selector', '葛\u{e0100}'],
    ['zero width', '一\u200b二\u200d三'],
  ])('%s', (_, text) => expect(printable(text)).toEqual({ text, unknown: [] }));
});

test.each([
  ['a rare name', '林\u{20bb7}雄', '林U+20BB7雄', ['U+20BB7']],
  ['one character twice', '\u{20bb7}\u{20bb7}', 'U+20BB7U+20BB7', ['U+20BB7']],
  ['a character of one’s own making', '\ue000', 'U+E000', ['U+E000']],
  ['half a character', 'a\ud83d', 'aU+D83D', ['U+D83D']],
  ['a control character', '一\u0007二', '一U+0007二', ['U+0007']],
  ['the mark for what could not be decoded', '\ufffd', 'U+FFFD', ['U+FFFD']],
  ['a mark that turns the direction of writing', '\u202e反寫', 'U+202E反寫', ['U+202E']],
  ['a sign that formats and has no width', '甲\ufff9乙', '甲U+FFF9乙', ['U+FFF9']],
  ['an accent that no font holds with its letter', '甲\u0330', '甲U+0330', ['U+0330']],
])('what they do not hold is printed by its code point: %s', (_, text, printed, unknown) =>
  expect(printable(text)).toEqual({ text: printed, unknown }),
);

test('a mark of byte order is nothing to be printed', () => {
  expect(printable('\ufeff一')).toEqual({ text: '一', unknown: [] });
});

test('a tree keeps its form, and what is not text', () => {
  const tree = { title: '\ue000', rows: [['甲', '\ue001', 3, null]] };
  expect(printableTree(tree)).toEqual({
    tree: { title: 'U+E000', rows: [['甲', 'U+E001', 3, null]] },
    unknown: ['U+E000', 'U+E001'],
  });
});
