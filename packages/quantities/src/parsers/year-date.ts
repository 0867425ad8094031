import { Draft, unread, valueOf } from '../draft.ts';
import type { Numeral } from '../scan/numeral.ts';
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
    if (caseNumber(text, wordAfter(text, numeral.end) + 1))
      return new Draft('year-date', 'reference', numeral.start, wordAfter(text, numeral.end) + 1);
    if (first === 'foreign-era')
      return unread('year-date', numeral.start, wordAfter(text, numeral.end) + 1, 'foreign-era');
    const draft = dated('year-date', text, first);
    if (mayBeSpan(draft, numeral))
      draft.mayAlsoBe(draft.reading({ kind: 'duration', value: valueOf(numeral), unit: '年', from: null, to: null }));
    return draft;
  },
};

/** 100年 and 95年, with nothing more said, are also spans of that length. */
function mayBeSpan(draft: Draft, numeral: Numeral): boolean {
  if (draft.kind !== 'date' || draft.to !== null || draft.start < numeral.start || draft.end > numeral.end + 1)
    return false;
  return (
    numeral.coefficient < 100n ||
    numeral.coefficient === 100n ||
    numeral.coefficient === 150n ||
    numeral.coefficient === 200n
  );
}

/** 113年度訴字第123號: the year is part of a case's number. */
function caseNumber(text: string, past: number): boolean {
  const rest = text.slice(past, past + 8);
  return rest.includes('字') && /^度?[\u4e00-\u9fff]{1,5}字第/.test(rest);
}
