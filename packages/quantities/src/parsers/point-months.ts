import { Draft } from '../draft.ts';
import { isDigit } from '../scan/characters.ts';
import { currencyAfter } from '../vocabulary/currencies.ts';
import { measureWordAt } from '../vocabulary/measure-words.ts';
import { wordAfter } from '../vocabulary/word-tree.ts';
import { eraBefore, follows, iso, pastConnector, type Moment } from './moment.ts';

const yearAndMonth = /([0-9０-９]{2,4})([./．／])([0-9０-９]{1,2})(?![0-9０-９./．／%％])(?:起|止)?/y;
const saysPeriod = /(?:期[程間限]|期|自|自民國|民國|從|於)[:：]?[ 　]?$/;

/**
 * 113.01～115.12, 113/1-115/12: months from and to. Two decimals look the same: both must be months in order, nothing that
 * they count may follow, and the months must have two digits, a stroke, or a word before them that speaks of time.
 */
export function monthsByPoint(text: string, at: number): Draft | null {
  const first = monthAt(text, at);
  const next = first === null ? -1 : pastConnector(text, first.end);
  const last = next < 0 ? null : monthAt(text, next);
  if (first === null || last === null || first.mark !== last.mark || !follows(first.point, last.point)) return null;
  if (isCounted(text, last.end)) return null;
  const told = first.certain || last.certain || saysPeriod.test(text.slice(Math.max(0, at - 5), at));
  if (!told) return null;
  const draft = new Draft('separated-date', 'date', eraBefore(text, at)?.start ?? at, last.end);
  draft.from = iso(first.point);
  draft.to = iso(last.point);
  return draft;
}

/** 113.01, 113/1: a year and a month. `certain`: it can hardly be a decimal. */
export function monthAt(
  text: string,
  at: number,
): (Moment & { readonly mark: string; readonly certain: boolean }) | null {
  yearAndMonth.lastIndex = at;
  const match = yearAndMonth.exec(text);
  if (match === null) return null;
  const [whole, year = '', mark = '', month = ''] = match;
  const end = at + whole.replace(/止$/, '').length;
  const [y, m] = [figure(year), figure(month)];
  const isYear = (y >= 80 && y <= 200) || (y >= 1912 && y <= 2200);
  if (!isYear || m < 1 || m > 12) return null;
  const certain = /[/／]/.test(mark) || month.startsWith('0') || month.startsWith('０');
  return { start: at, end, point: { year: y <= 200 ? y + 1911 : y, month: m, day: null }, until: null, mark, certain };
}

/** 113.5～115.2公里, 113.05～115.12元: something is counted. */
export function isCounted(text: string, at: number): boolean {
  const past = wordAfter(text, at);
  return (
    isDigit(text, past) ||
    /[%％‰萬億千百]/.test(text.charAt(past)) ||
    currencyAfter(text, past) !== null ||
    measureWordAt(text, past, false) !== null
  );
}

function figure(digits: string): number {
  return Number(digits.replaceAll(/[０-９]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)));
}
