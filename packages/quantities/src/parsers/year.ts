import type { Numeral } from '../scan/numeral.ts';
import { readNumeral } from '../scan/numeral.ts';
import { wordAfter } from '../vocabulary/word-tree.ts';
import { eraBefore, gregorian, nian, pastConnector, restOfYear, smallNumeral, yue, type Moment } from './moment.ts';

/** A figure that is a year wherever 年度 or a second year follows: ROC 30 to 200, or four Gregorian digits. */
export function isYearFigure(numeral: Numeral): boolean {
  const n = numeral.coefficient;
  return (
    numeral.simple && !numeral.excess && !numeral.leadingZero && ((n >= 30n && n <= 200n) || (n >= 1800n && n <= 2200n))
  );
}

/** The moment that a year's numeral opens, with month and day; null where the numeral is no year. After 至 of a year it `surely` is one. */
export function yearMoment(text: string, numeral: Numeral, surely = false): Moment | 'foreign-era' | null {
  if (!numeral.simple || numeral.excess || numeral.implied) return null;
  const at = wordAfter(text, numeral.end);
  const head = text.charCodeAt(at);
  if (head === nian) return plainYear(text, numeral, at, surely);
  if (inBrackets(text, numeral.start, at) && text.charCodeAt(at + 1) === nian)
    return bracketedYear(text, numeral, at + 1);
  // 學, 會, 預: 學年度, 會計年度, 預算年度
  if (head === 0x5b78 || head === 0x6703 || head === 0x9810) return fiscalYear(text, numeral, at);
  // 上, 下, Q: 113上半年, 113Q3
  if (head === 0x4e0a || head === 0x4e0b || head === 0x51) return partWithoutYear(text, numeral, at);
  return null;
}

function plainYear(text: string, numeral: Numeral, at: number, surely: boolean): Moment | 'foreign-era' | null {
  if (/[級代]/.test(text.charAt(at + 1)) || !(surely ? isYearFigure(numeral) : saysYear(text, numeral, at + 1)))
    return null;
  if (eraBefore(text, numeral.start)?.name === 'foreign') return 'foreign-era';
  const moment = opened(text, numeral, at + 1);
  // 民國2024年, 民國前0年: an era that has no such year.
  if (moment === null) return eraBefore(text, numeral.start) === null ? null : 'foreign-era';
  if (text.charAt(moment.end) !== '度') {
    restOfYear(text, moment.end, moment);
    return moment;
  }
  moment.end += 1;
  const rest: Moment = { ...moment };
  restOfYear(text, moment.end, rest);
  return rest.until === null ? moment : rest;
}

function inBrackets(text: string, start: number, end: number): boolean {
  return /[（(]/.test(text.charAt(start - 1)) && /[）)]/.test(text.charAt(end));
}

const pointsToYear = /(?:本|今|去|上|次|明|翌|同|當)$/;

/** 本(113)年度, 次（114）年: the year that the word before the brackets means. */
function bracketedYear(text: string, numeral: Numeral, at: number): Moment | 'foreign-era' | null {
  if (!isYearFigure(numeral) || !pointsToYear.test(text.charAt(numeral.start - 2))) return null;
  const moment = plainYear(text, numeral, at, true);
  return moment === null || typeof moment === 'string' ? moment : { ...moment, start: numeral.start - 2 };
}

function opened(text: string, numeral: Numeral, end: number): Moment | null {
  const known = gregorian(text, numeral);
  return known === null
    ? null
    : { start: known.start, end, point: { year: known.year, month: null, day: null }, until: null };
}

function partWithoutYear(text: string, numeral: Numeral, at: number): Moment | null {
  if (!isYearFigure(numeral) || numeral.coefficient < 90n) return null;
  const moment = opened(text, numeral, at);
  if (moment !== null) restOfYear(text, at, moment);
  return moment === null || moment.until === null ? null : moment;
}

const fiscal = ['學年度', '學年', '會計年度', '預算年度'];
const term = /第?[12１２一二]學期|[上下]學期/y;

/** 112學年度第2學期: a school year runs from August to July; its second term begins in February. 113會計年度 is the year. */
function fiscalYear(text: string, numeral: Numeral, at: number): Moment | null {
  const word = fiscal.find((candidate) => text.startsWith(candidate, at));
  if (word === undefined || numeral.coefficient < 30n) return null;
  const moment = opened(text, numeral, at + word.length);
  if (moment === null || !word.startsWith('學')) return moment;
  const year = moment.point.year ?? 0;
  term.lastIndex = wordAfter(text, moment.end);
  const named = term.exec(text)?.[0] ?? '';
  if (named !== '') moment.end = term.lastIndex;
  const second = /[2２二下]/.test(named);
  const first = named !== '' && !second;
  moment.point = second ? { year: year + 1, month: 2, day: null } : { year, month: 8, day: null };
  moment.until = { year: year + 1, month: first ? 1 : 7, day: null };
  return moment;
}

const spansYears = /^(?:頻率|重現|洪水|洪峰|暴雨|降雨|歷史|以上|以內|之久|壽命|老樹|內|期間?距|有期)/;
const countsYears =
  /(?:歷時|長達|為期|屋齡|樹齡|年限|保存|耐用|每|未來|過去|壽命|期限|期距|最近|逾|超過|將近|至少|滿)$/;
const endsSpan = /[0-9０-９年][-–—－~～〜至到]$/;
const beginsDate = /(?:[於自從迄在]|(?<![0-9０-９年])至|截至|以及|較|迄今)$/;

/** Whether `N年` names a year and not a span of years. `past` is just past 年. */
function saysYear(text: string, numeral: Numeral, past: number): boolean {
  if (eraBefore(text, numeral.start) !== null) return true;
  const n = Number(numeral.coefficient);
  if (n >= 1800 && n <= 2200) return true;
  if (n < 30 || n > 200) return false;
  if (beginsWithDate(text, past)) return true;
  if (spansYears.test(text.slice(past, past + 4))) return false;
  const before = text.slice(Math.max(0, numeral.start - 4), numeral.start);
  // 30至50年, where the first was found to be no year.
  if (endsSpan.test(before) && n % 10 === 0 && !isLaterYear(text, numeral)) return false;
  // A round number of years may be a span; 113 years of anything are rare.
  if (n >= 100) return !(countsYears.test(before) && (n % 10 === 0 || !/[逾超將至]/.test(before)));
  return (
    beginsDate.test(before) ||
    (n >= 70 && laterYearFollows(text, numeral, past)) ||
    (n >= 80 && !countsYears.test(before) && !/[約近達共]$/.test(before))
  );
}

/** 112年至120年: the figure before the connector is a year that came first. */
function isLaterYear(text: string, numeral: Numeral): boolean {
  const first = /(\d{2,4})年?[-–—－~～〜至到]$/.exec(text.slice(Math.max(0, numeral.start - 6), numeral.start));
  return (
    first !== null &&
    Number(first[1]) >= 80 &&
    !countsYears.test(text.slice(Math.max(0, numeral.start - first[0].length - 4), numeral.start - first[0].length))
  );
}

function beginsWithDate(text: string, past: number): boolean {
  const next = text.charAt(past);
  if (next === '度' || next === '底') return true;
  const month = smallNumeral(text, past);
  return month !== null && text.charCodeAt(wordAfter(text, month.end)) === yue;
}

/** 屋齡30至50年: a span of years, by its size or by the word before it. */
export function countsYearsRather(text: string, numeral: Numeral): boolean {
  const before = text.slice(Math.max(0, numeral.start - 4), numeral.start);
  if (countsYears.test(before)) return true;
  return numeral.coefficient < 80n && !beginsDate.test(before) && eraBefore(text, numeral.start) === null;
}

/** 85年至99年 */
function laterYearFollows(text: string, numeral: Numeral, past: number): boolean {
  const from = pastConnector(text, past);
  const other = from < 0 ? null : readNumeral(text, from);
  return (
    other !== null &&
    isYearFigure(other) &&
    other.coefficient > numeral.coefficient &&
    text.charCodeAt(wordAfter(text, other.end)) === nian
  );
}
