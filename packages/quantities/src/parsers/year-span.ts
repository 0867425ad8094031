import { Draft } from '../draft.ts';
import { readNumeral, type Numeral } from '../scan/numeral.ts';
import { gregorian, iso, pastConnector, type Moment } from './moment.ts';
import type { Parser } from './parser.ts';
import { countsYearsRather, isYearFigure, yearMoment } from './year.ts';

/** 113-116年, 112至115年度: from the first to the last. 112及113年, 108、110年度: a list. The years before the last leave their 年 to it. */
export const yearSpan: Parser = {
  name: 'year-span',
  read({ text }, numeral) {
    if (!isYearFigure(numeral)) return null;
    const run = yearsFrom(text, numeral);
    const first = gregorian(text, numeral);
    if (run === null || first === null) return null;
    const { last } = run;
    if (text.charAt(last.end - 1) === '年' && countsYearsRather(text, numeral)) return null;
    if (!run.isSpan && text.charAt(last.end - 1) === '年' && !isRecent(first.year)) return null;
    const draft = new Draft('year-span', 'date', first.start, run.isSpan ? last.end : numeral.end);
    draft.from = iso({ ...last.point, year: first.year });
    draft.to = run.isSpan ? iso(last.until ?? last.point) : sameTermOf(first.year, last);
    return draft;
  },
};

/** The years that share one 年. `isSpan`: they are the ends of a span, or a list without a gap; else the first stands for itself. */
function yearsFrom(text: string, numeral: Numeral): { readonly last: Moment; readonly isSpan: boolean } | null {
  let before = numeral;
  let isSpan = true;
  for (let steps = 0; steps < 12; steps++) {
    const from = pastConnector(text, before.end, true);
    const next = from < 0 ? null : readNumeral(text, from);
    if (next === null || !isYearFigure(next)) return null;
    const isList = pastConnector(text, before.end) < 0;
    if (!isList && (steps > 0 || next.coefficient <= numeral.coefficient)) return null;
    if (isList && next.coefficient !== before.coefficient + 1n) isSpan = false;
    const last = yearMoment(text, next, true);
    if (last !== null) return isWholeYear(last) ? { last, isSpan } : null;
    before = next;
  }
  return null;
}

/** 75及85年 may also be spans of years: only with 年度, or of our time, are they surely dates. */
function isRecent(year: number): boolean {
  return year >= 2000 && year <= 2050;
}

function isWholeYear(last: ReturnType<typeof yearMoment>): last is Moment {
  return (
    last !== null &&
    typeof last !== 'string' &&
    last.point.day === null &&
    (last.point.month === null || last.until !== null)
  );
}

/** 110及112學年度: the first runs as long as the last does. */
function sameTermOf(year: number, { point, until }: Moment): string | null {
  return until === null ? null : iso({ ...until, year: year + (until.year ?? 0) - (point.year ?? 0) });
}
