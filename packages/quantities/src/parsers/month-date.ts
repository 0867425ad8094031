import { wordAfter } from '../vocabulary/word-tree.ts';
import { dated } from './dated.ts';
import type { Draft } from '../draft.ts';
import type { Numeral } from '../scan/numeral.ts';
import { lastOfRun, monthAndDay, yue, type Moment } from './moment.ts';
import type { Parser } from './parser.ts';

const relativeYear = /(?:同|本|今|當|去|明|翌|次|隔|前一|上|下)年度?[ 　]?$/;

/** 9月18日, 本年9月, 7月至12月: the text does not say the year. The year may come from a refiner. */
export const monthDate: Parser = {
  name: 'month-date',
  read({ text }, numeral) {
    if (!numeral.simple || numeral.excess || numeral.implied) return null;
    const at = wordAfter(text, numeral.end);
    if (text.charCodeAt(at) !== yue) return monthSpan(text, numeral);
    const word = relativeYear.exec(text.slice(Math.max(0, numeral.start - 5), numeral.start))?.[0] ?? '';
    const moment: Moment = {
      start: numeral.start - word.length,
      end: at + 1,
      point: { year: null, month: null, day: null },
      until: null,
    };
    monthAndDay(text, Number(numeral.coefficient), at + 1, moment);
    return dated('month-date', text, moment);
  },
};

/** 1至6月: the first month leaves its 月 to the last. */
function monthSpan(text: string, numeral: Numeral): Draft | null {
  if (numeral.coefficient < 1n || numeral.coefficient > 12n) return null;
  const first = Number(numeral.coefficient);
  const last = lastOfRun(text, numeral.end, yue, first);
  if (last === null || last.value <= first) return null;
  const point = { year: null, month: first, day: null };
  return dated('month-date', text, {
    start: numeral.start,
    end: last.end,
    point,
    until: { ...point, month: last.value },
    gaps: last.gaps,
  });
}
