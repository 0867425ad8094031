import { unread } from '../draft.ts';
import { wordAfter } from '../vocabulary/word-tree.ts';
import { dated } from './dated.ts';
import type { Parser } from './parser.ts';
import { yearMoment } from './year.ts';

/** 113年9月18日, 113年度, 112學年度第2學期, 2024年底, and on to the end of a range. */
export const yearDate: Parser = {
  name: 'year-date',
  read({ text }, numeral) {
    const first = yearMoment(text, numeral);
    if (first === null) return null;
    if (first === 'foreign-era') return unread('year-date', numeral.start, wordAfter(text, numeral.end) + 1, 'foreign-era');
    return dated('year-date', text, first);
  },
};
