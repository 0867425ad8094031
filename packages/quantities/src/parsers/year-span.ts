import { Draft } from '../draft.ts';
import { readNumeral } from '../scan/numeral.ts';
import { gregorian, iso, pastConnector } from './moment.ts';
import type { Parser } from './parser.ts';
import { countsYearsRather, isYearFigure, yearMoment } from './year.ts';

/** 113-116年, 112至115年度, 112及113年: the first year leaves its 年 to the last. */
export const yearSpan: Parser = {
  name: 'year-span',
  read({ text }, numeral) {
    if (!isYearFigure(numeral)) return null;
    const from = pastConnector(text, numeral.end, true);
    const other = from < 0 ? null : readNumeral(text, from);
    if (other === null || !isYearFigure(other) || other.coefficient <= numeral.coefficient) return null;
    const last = yearMoment(text, other, true);
    const first = gregorian(text, numeral);
    if (last === null || typeof last === 'string' || first === null || last.point.day !== null) return null;
    if (last.point.month !== null && last.until === null) return null;
    if (text.charAt(last.end - 1) === '年' && countsYearsRather(text, numeral)) return null;
    const draft = new Draft('year-span', 'date', first.start, last.end);
    draft.from = iso({ ...last.point, year: first.year });
    draft.to = iso(last.until ?? last.point);
    return draft;
  },
};
