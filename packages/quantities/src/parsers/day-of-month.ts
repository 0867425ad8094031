import { Draft } from '../draft.ts';
import { wordAfter } from '../vocabulary/word-tree.ts';
import { ri } from './moment.ts';
import type { Parser } from './parser.ts';

const inMonth = /(?:每|本|當|次|翌|同|該|上|下|隔)(?:個)?月(?:份)?[ 　]?$/;

/** 每月5日: a day of a month that is not named, and no five days. */
export const dayOfMonth: Parser = {
  name: 'day-of-month',
  read({ text }, numeral) {
    const at = wordAfter(text, numeral.end);
    if (
      text.charCodeAt(at) !== ri ||
      !numeral.simple ||
      !inMonth.test(text.slice(Math.max(0, numeral.start - 5), numeral.start))
    )
      return null;
    return new Draft('day-of-month', 'name', numeral.start, at + 1);
  },
};
