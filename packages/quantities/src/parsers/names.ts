import { Draft } from '../draft.ts';
import { beforeBlanks, isDigit, isLatin } from '../scan/characters.ts';
import { readNumeral, type Numeral } from '../scan/numeral.ts';
import { currencyBefore } from '../vocabulary/currencies.ts';
import { wordAfter } from '../vocabulary/word-tree.ts';
import type { Parser } from './parser.ts';

/** ISO27001:2022, A15, 5G, FIDO2: letters and digits in one. */
export const attached: Parser = {
  name: 'attached',
  read({ text }, numeral) {
    if (!isLatin(text, numeral.start - 1) || currencyBefore(text, numeral.start) !== null) return null;
    let end = numeral.end;
    while (isDigit(text, end) || isLatin(text, end) || (/[-:.]/.test(text.charAt(end)) && (isDigit(text, end + 1) || isLatin(text, end + 1)))) end++;
    return new Draft('attached', 'name', numeral.start, end);
  },
};

/** 第2階段, 第1、2期, 第三季: which one, not how many. */
export const ordinal: Parser = {
  name: 'ordinal',
  read({ text }, numeral) {
    if (text.charAt(beforeBlanks(text, numeral.start) - 1) !== '第') return null;
    return new Draft('ordinal', 'ordinal', numeral.start, listEnd(text, numeral));
  },
};

function listEnd(text: string, numeral: Numeral): number {
  let end = numeral.end;
  for (let steps = 0; steps < 30; steps++) {
    const mark = wordAfter(text, end);
    if (!/[、至~～及與和－–-]/.test(text.charAt(mark))) return end;
    const next = readNumeral(text, wordAfter(text, mark + 1));
    if (next === null || next.fault !== null) return end;
    end = next.end;
  }
  return end;
}
