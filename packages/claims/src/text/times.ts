import { daysOf, type DateMention as Dated } from '@guankao/passages';
import { earlierYears, partsOfTheYear } from '../words/times.ts';

/** A time that a text tells, as the days that it may cover. Offsets are the item's. */
export interface Time {
  readonly start: number;
  readonly end: number;
  /** First and last day, `2024-04-01` and `2024-06-30`. */
  readonly first: string;
  readonly last: string;
  /** It is written as a date; 去年, 上半年 and 全年 are not. */
  readonly dated: boolean;
}

/**
 * The times of a normalised text in their order: its dates, and what officials say without a date (上半年, 第3季, 年底, 去年).
 * A time without a year is the filing's. `year` is Gregorian; where it is null, only times that print their year are told.
 */
export function timesOf(text: string, dates: readonly Dated[], year: number | null): readonly Time[] {
  const told = dates.flatMap((date): Time[] => {
    const days = daysCovered(date, year);
    return days === null ? [] : [{ start: date.start, end: date.end, ...days, dated: true }];
  });
  if (year === null) return told;
  const free = (start: number, end: number) => told.every((time) => time.end <= start || end <= time.start);
  const untold = [...text.matchAll(earlierYears)].map(({ index, 0: words }) => ({
    ...stretch(index, words),
    ...wholeYear(year - 1),
    dated: false,
  }));
  const parts = [...text.matchAll(partsOfTheYear)].map(({ index, 0: words }) => ({
    ...stretch(index, words),
    ...partOfYear(words, yearBefore(told, text, index) ?? year),
    dated: false,
  }));
  return [...told, ...[...untold, ...parts].filter(({ start, end }) => free(start, end))].toSorted(
    (a, b) => a.start - b.start,
  );
}

function stretch(start: number, words: string): { readonly start: number; readonly end: number } {
  return { start, end: start + words.length };
}

function wholeYear(year: number): { readonly first: string; readonly last: string } {
  return { first: `${year}-01-01`, last: `${year}-12-31` };
}

/** 本年9月 and a bare 9月 are the filing's year, 去年12月 the one before. */
function daysCovered({ words, from, to }: Dated, year: number | null): Pick<Time, 'first' | 'last'> | null {
  const shift = /^(去|上|前)/u.test(words) ? -1 : /^[明次翌隔]/u.test(words) ? 1 : 0;
  const own = year === null ? null : year + shift;
  const first = daysOf({ ...from, year: from.year ?? own });
  const last = to === null ? first : daysOf({ ...to, year: to.year ?? from.year ?? own });
  return first === null || last === null ? null : { first: first.first, last: last.last };
}

/** 113年度第2季 and 113年，上半年 speak of the year that stands right before. */
function yearBefore(told: readonly Time[], text: string, at: number): number | null {
  const date = told.findLast(({ end }) => end <= at);
  return date !== undefined && /^[之的，]?$/u.test(text.slice(date.end, at)) ? Number(date.last.slice(0, 4)) : null;
}

function partOfYear(words: string, year: number): Pick<Time, 'first' | 'last'> {
  const months = (first: number, last: number) => ({
    first: daysOf({ year, month: first, day: null })?.first ?? '',
    last: daysOf({ year, month: last, day: null })?.last ?? '',
  });
  if (words.startsWith('第')) {
    const quarter = Math.max('1234'.indexOf(words.charAt(1)), '一二三四'.indexOf(words.charAt(1)));
    return months(3 * quarter + 1, 3 * quarter + 3);
  }
  if (words.startsWith('上半')) return months(1, 6);
  if (words.startsWith('下半')) return months(7, 12);
  if (words.includes('年中')) return months(6, 6);
  if (words.includes('年初')) return months(1, 3);
  if (words.includes('年底') || words.includes('年終')) return { first: `${year}-12-31`, last: `${year}-12-31` };
  return wholeYear(year);
}

/** Shorter than a year: a day, a month, a quarter, a half. */
export function isPartOfYear({ first, last }: Time): boolean {
  return first.slice(0, 4) === last.slice(0, 4) && !(first.endsWith('-01-01') && last.endsWith('-12-31'));
}
