import { wordAfter } from '../vocabulary/word-tree.ts';
import { dated } from './dated.ts';
import { monthAndDay, yue, type Moment } from './moment.ts';
import type { Parser } from './parser.ts';

const relativeYear = /(?:同|本|今|當|去|明|翌|次|隔|前一|上|下)年度?[ 　]?$/;

/** 9月18日, 本年9月, 7月至12月: the text does not say the year. The year may come from a refiner. */
export const monthDate: Parser = {
  name: 'month-date',
  read({ text }, numeral) {
    if (!numeral.simple || numeral.excess || numeral.implied) return null;
    const at = wordAfter(text, numeral.end);
    if (text.charCodeAt(at) !== yue) return null;
    const word = relativeYear.exec(text.slice(Math.max(0, numeral.start - 5), numeral.start))?.[0] ?? '';
    const moment: Moment = { start: numeral.start - word.length, end: at + 1, point: { year: null, month: null, day: null }, until: null };
    monthAndDay(text, Number(numeral.coefficient), at + 1, moment);
    return dated('month-date', text, moment);
  },
};
