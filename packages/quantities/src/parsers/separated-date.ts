import { Draft, unread } from '../draft.ts';
import { isDigit, isLatin } from '../scan/characters.ts';
import { eraBefore, exists, follows, iso, pastConnector, type Moment } from './moment.ts';
import type { Parser } from './parser.ts';
import { monthsByPoint } from './point-months.ts';

/** 113/9/18, 113.09.18, 2024-09-18, and the range of two; 113.01～115.12. */
export const separatedDate: Parser = {
  name: 'separated-date',
  read({ text }, numeral) {
    if (numeral.style !== 'western' || (!/[./／．-]/.test(text.charAt(numeral.end)) && numeral.scale === 0))
      return null;
    if (isLatin(text, numeral.start - 1) || /[/\\_=?&#@.-]/.test(text.charAt(numeral.start - 1))) return null;
    const first = separated(text, numeral.start);
    if (first === null) return monthsByPoint(text, numeral.start);
    if (!exists(first)) return unread('separated-date', first.start, first.end, 'no-such-date');
    const draft = new Draft('separated-date', 'date', eraBefore(text, numeral.start)?.start ?? first.start, first.end);
    draft.from = iso(first.point);
    const next = pastConnector(text, first.end);
    const last = next < 0 ? null : separated(text, next);
    if (last !== null && exists(last) && follows(first.point, last.point)) {
      draft.to = iso(last.point);
      draft.end = last.end;
    }
    return draft;
  },
};

const pattern = /([0-9０-９]{2,4})([./／．-])([0-9０-９]{1,2})(?:\2([0-9０-９]{1,2}))?(?![0-9０-９])/y;

function separated(text: string, at: number): Moment | null {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  if (match === null) return null;
  const [whole, year = '', mark = '', month = '', day] = match;
  const end = at + whole.length;
  if (text.charAt(end) === mark && isDigit(text, end + 1)) return null;
  if (day === undefined && !isYearAndMonth(figure(year), mark, month)) return null;
  const n = figure(year);
  if (n > 2200 || n < 30 || (n > 200 && n < 1800)) return null;
  const point = { year: n <= 200 ? n + 1911 : n, month: figure(month), day: day === undefined ? null : figure(day) };
  return { start: at, end, point, until: null };
}

/** 2024/09 and 2024/9 are months; 2024-25, 113/9 and 2024.5 may be other things. */
function isYearAndMonth(year: number, mark: string, month: string): boolean {
  const n = figure(month);
  if (year < 1900 || n < 1 || n > 12) return false;
  return /[/／]/.test(mark) || (mark === '-' && month.length === 2);
}

function figure(digits: string): number {
  return Number(digits.replaceAll(/[０-９]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)));
}
