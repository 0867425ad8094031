import { Draft } from '../draft.ts';
import { isBlank, isLineEnd } from '../scan/characters.ts';
import type { Numeral } from '../scan/numeral.ts';
import { measureWordAt } from '../vocabulary/measure-words.ts';
import { wordAfter } from '../vocabulary/word-tree.ts';
import type { Parser } from './parser.ts';

const afterClause = /[。；;：:）)】」]/;

/** 2.113年度辦理4場, 1.3場: the point after a list number ran into the next figure. */
export const itemNumber: Parser = {
  name: 'item-number',
  read({ text }, numeral) {
    if (numeral.style !== 'western' || numeral.scale === 0 || numeral.grouped || numeral.wholeDigits > 2) return null;
    const point = numeral.end - numeral.scale - 1;
    if (!opensItem(text, numeral.start) && !isYear(text, numeral)) return null;
    if (!isYear(text, numeral) && !countsWholeThings(text, numeral)) return null;
    return new Draft('item-number', 'item-number', numeral.start, point + 1);
  },
};

/** At the head of a line, or after the end of a clause. */
function opensItem(text: string, at: number): boolean {
  let i = at;
  while (i > 0 && at - i < 8 && isBlank(text, i - 1)) i--;
  return i === 0 || isLineEnd(text, i - 1) || afterClause.test(text.charAt(i - 1));
}

/** 1.112年: no span of years is told to three places. */
function isYear(text: string, numeral: Numeral): boolean {
  return numeral.scale === 3 && text.charAt(wordAfter(text, numeral.end)) === '年';
}

function countsWholeThings(text: string, numeral: Numeral): boolean {
  const found = measureWordAt(text, wordAfter(text, numeral.end), false);
  return found !== null && found.word.kind === 'count' && found.word.whole;
}
