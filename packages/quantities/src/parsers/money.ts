import { power, type Decimal } from '../decimal.ts';
import { valueOf } from '../draft.ts';
import { beforeBlanks, isLatin } from '../scan/characters.ts';
import type { Numeral } from '../scan/numeral.ts';
import { currencyAfter, currencyBefore } from '../vocabulary/currencies.ts';
import { measureWordAt } from '../vocabulary/measure-words.ts';
import { wordAfter } from '../vocabulary/word-tree.ts';
import { amount } from './amount.ts';
import type { Parser } from './parser.ts';

/** 4億9,234萬3,741元, NT$4.2億, 壹佰貳拾萬元整, 美金300萬元, 3億美元 */
export const money: Parser = {
  name: 'money',
  read({ text }, numeral) {
    const signed = markedMinus.test(text.charAt(numeral.start - 1)) && currencyBefore(text, numeral.start - 1) !== null;
    const from = signed ? numeral.start - 1 : numeral.start;
    const mark = currencyBefore(text, beforeBlanks(text, from));
    const at = wordAfter(text, numeral.end);
    const after = currencyAfter(text, at);
    if (after === null) {
      if (mark === null) return null;
      // 人民幣3案 is no money; a sign before it is always a sum, unless a dash parts them.
      const counted = measureWordAt(text, at, false) !== null;
      if (signed ? counted || !isSign(text, mark.start) : counted && !isSign(text, mark.start)) return null;
    }
    const english = after === null ? englishPower(text, numeral.end) : null;
    if (english !== null)
      numeral = { ...numeral, ...english, coefficient: numeral.coefficient * power(english.exponent) };
    const end = after === null ? numeral.end : after.end + (text.charAt(after.end) === '整' ? 1 : 0);
    const named = mark === null ? 'TWD' : mark.code === '$' ? 'TWD' : mark.code;
    const unit = after === null || after.bare ? named : after.code;
    const draft = amount('money', 'money', numeral, end, unit, signed ? negative(numeral) : valueOf(numeral));
    if (mark !== null) draft.start = mark.start;
    if (mark?.code === '$' && (after === null || after.bare)) draft.mayAlsoBe(draft.reading({ unit: 'USD' }));
    return draft;
  },
};

/** NT$-1,234: between the mark and the figure a dash is a minus. */
const markedMinus = /[-−－–△▲]/;

function negative(numeral: Numeral): Decimal {
  return { coefficient: -numeral.coefficient, scale: numeral.scale };
}

function isSign(text: string, at: number): boolean {
  return isLatin(text, at) || /[$＄€£¥₩]/.test(text.charAt(at));
}

const englishPowers: Record<string, number> = { thousand: 3, million: 6, billion: 9 };
const english = /[ ]?(thousand|million|billion)(?![a-z])/iy;

/** US$3.5 million */
export function englishPower(text: string, at: number): { end: number; exponent: number } | null {
  english.lastIndex = at;
  const word = english.exec(text)?.[1];
  return word === undefined ? null : { end: english.lastIndex, exponent: englishPowers[word.toLowerCase()] ?? 0 };
}
