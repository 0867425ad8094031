import { Draft } from '../draft.ts';
import { knownNameEnd } from '../vocabulary/known-names.ts';
import type { Parser } from './parser.ts';

/** 十分重要, 四周, 一條龍, 三張犁: words and names that hold a numeral. */
export const knownName: Parser = {
  name: 'known-name',
  read({ text }, numeral) {
    if (numeral.style === 'western') return null;
    const end = knownNameEnd(text, numeral.start);
    return end < numeral.end ? null : new Draft('known-name', 'name', numeral.start, end);
  },
};
