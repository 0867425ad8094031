import { Draft } from '../draft.ts';
import { beforeBlanks } from '../scan/characters.ts';
import { readNumeral, type Numeral } from '../scan/numeral.ts';
import { wordAfter } from '../vocabulary/word-tree.ts';
import type { Parser } from './parser.ts';

/** 第2階段, 第1、2期, 第三季, 字第1130001234號: which one, not how many. */
export const ordinal: Parser = {
  name: 'ordinal',
  read({ text }, numeral) {
    if (text.charAt(beforeBlanks(text, numeral.start) - 1) !== '第') return null;
    return new Draft('ordinal', 'ordinal', numeral.start, listEnd(text, numeral));
  },
};

const longestList = 30;

/** 第1、2、3階段 and 第3-1條 are ordinals to their end. */
function listEnd(text: string, numeral: Numeral): number {
  let end = numeral.end;
  for (let steps = 0; steps < longestList; steps++) {
    const mark = wordAfter(text, end);
    if (!/[、至到~～及與和－–之-]/.test(text.charAt(mark))) break;
    const next = readNumeral(text, wordAfter(text, mark + 1));
    if (next === null || next.fault !== null) break;
    end = next.end;
  }
  return end;
}
