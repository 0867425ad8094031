import { wordAfter } from '../vocabulary/word-tree.ts';
import { countsAfterOneDigit, measureWordAt } from '../vocabulary/measure-words.ts';
import { amount } from './amount.ts';
import type { Parser } from './parser.ts';
import { isOneHanDigit, isPartOfWord } from './plausible.ts';

const makes = /(?:建置|設置|新增|成立|完成|至少|設立|開發|建立|增加|各|計|共|達|等|為|辦理|核定|提供)$/;

/** 12萬2,009筆, 三百二十戶, 兩案 */
export const count: Parser = {
  name: 'count',
  read({ text }, numeral) {
    const at = wordAfter(text, numeral.end);
    const found = measureWordAt(text, at, numeral.style === 'han' || numeral.style === 'financial');
    if (found === null || found.word.kind !== 'count') return null;
    const { word } = found.word;
    // 25噸級 is a class of crane.
    if (text.charAt(found.end) === '級') return null;
    if (isOneHanDigit(numeral)) {
      const loose =
        word === '個' &&
        numeral.coefficient === 1n &&
        makes.test(text.slice(Math.max(0, numeral.start - 2), numeral.start));
      if (!loose && !countsAfterOneDigit(word, numeral.coefficient)) return null;
    }
    // 陸人 in 大陸人士, 伍 in 隊伍: one financial digit alone counts nothing but money.
    if (numeral.style === 'financial' && numeral.end - numeral.start === 1) return null;
    if (isPartOfWord(text, numeral, word, found.end)) return null;
    const draft = amount('count', 'count', numeral, found.end, word);
    draft.whole = found.word.whole;
    return draft;
  },
};
