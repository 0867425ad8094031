import { classAt, DIGIT, HAN_DIGIT, HAN_UNIT, isDigit } from '../scan/characters.ts';
import { readNumeral, type Numeral } from '../scan/numeral.ts';
import { wordAfter } from '../vocabulary/word-tree.ts';

/** A point of the calendar at the precision printed. Years are Gregorian. */
export interface Moment {
  start: number;
  end: number;
  year: number | null;
  month: number | null;
  day: number | null;
  /** A span of months that one word names: a quarter, a half-year, a school year. */
  lastYear: number | null;
  lastMonth: number | null;
}

const nian = 0x5e74;
const yue = 0x6708;
const ri = 0x65e5;

export function iso(year: number | null, month: number | null, day: number | null): string {
  const head = year === null ? '-' : String(year).padStart(4, '0');
  if (month === null) return head;
  return `${head}-${two(month)}${day === null ? '' : `-${two(day)}`}`;
}

function two(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}

export function daysIn(year: number | null, month: number): number {
  if (month === 2) return year === null || (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function exists(moment: Moment): boolean {
  if (moment.month !== null && (moment.month < 1 || moment.month > 12)) return false;
  return moment.day === null || moment.month === null || (moment.day >= 1 && moment.day <= daysIn(moment.year, moment.month));
}

/** A small whole numeral at `at`, blanks before it allowed: a month, a day, a quarter. */
export function smallNumeral(text: string, at: number): { value: number; end: number } | null {
  const from = wordAfter(text, at);
  const kind = classAt(text, from);
  if (kind !== DIGIT && kind !== HAN_DIGIT && kind !== HAN_UNIT) return null;
  const numeral = readNumeral(text, from);
  if (numeral === null || numeral.fault !== null || !numeral.simple || numeral.excess || numeral.coefficient > 9999n) return null;
  return { value: Number(numeral.coefficient), end: numeral.end };
}

/** The year's numeral as a Gregorian year, by what stands before it and by its size. null where it is no year. */
export function gregorian(text: string, numeral: Numeral): { year: number; start: number } | null {
  const n = Number(numeral.coefficient);
  const era = eraBefore(text, numeral.start);
  if (era?.name === 'roc') return { year: n + 1911, start: era.start };
  if (era?.name === 'before-roc') return { year: 1912 - n, start: era.start };
  if (era?.name === 'gregorian') return { year: n, start: era.start };
  if (n >= 1800 && n <= 2200 && numeral.wholeDigits === 4) return { year: n, start: numeral.start };
  if (n >= 1 && n <= 200 && numeral.wholeDigits <= 3) return { year: n + 1911, start: numeral.start };
  return null;
}

const eras: readonly (readonly [string, 'roc' | 'before-roc' | 'gregorian' | 'foreign'])[] = [
  ['民國前', 'before-roc'], ['民前', 'before-roc'], ['中華民國', 'roc'], ['民國', 'roc'], ['西元', 'gregorian'], ['公元', 'gregorian'],
  ['昭和', 'foreign'], ['大正', 'foreign'], ['明治', 'foreign'], ['平成', 'foreign'], ['令和', 'foreign'], ['光緒', 'foreign'], ['乾隆', 'foreign'],
  ['康熙', 'foreign'], ['道光', 'foreign'], ['同治', 'foreign'], ['嘉慶', 'foreign'], ['雍正', 'foreign'], ['咸豐', 'foreign'], ['宣統', 'foreign'], ['西元前', 'foreign'], ['公元前', 'foreign'],
];
const eraEnds = new Set(eras.map(([word]) => word.charCodeAt(word.length - 1)));

export function eraBefore(text: string, at: number): { name: 'roc' | 'before-roc' | 'gregorian' | 'foreign'; start: number } | null {
  let end = at;
  while (end > 0 && at - end < 4 && (text.charCodeAt(end - 1) === 0x20 || text.charCodeAt(end - 1) === 0x3000)) end--;
  if (!eraEnds.has(text.charCodeAt(end - 1))) return null;
  let best: { name: 'roc' | 'before-roc' | 'gregorian' | 'foreign'; start: number } | null = null;
  for (const [word, name] of eras)
    if (text.endsWith(word, end) && (best === null || end - word.length < best.start)) best = { name, start: end - word.length };
  return best;
}

/** Month and day after a year: `9月18日`, `第3季`, `上半年`, `9月底`. `at` is just past 年. */
export function restOfDate(text: string, at: number, moment: Moment): void {
  const from = wordAfter(text, at);
  if (quarter(text, from, moment) || halfYear(text, from, moment)) return;
  const month = smallNumeral(text, at);
  if (month !== null && text.charCodeAt(wordAfter(text, month.end)) === yue) {
    monthAndDay(text, month.value, wordAfter(text, month.end) + 1, moment);
    return;
  }
  yearsEdge(text, from, moment);
}

export function monthAndDay(text: string, month: number, past: number, moment: Moment): void {
  moment.month = month;
  moment.end = past;
  const day = smallNumeral(text, past);
  if (day !== null && text.charCodeAt(wordAfter(text, day.end)) === ri) {
    moment.day = day.value;
    moment.end = wordAfter(text, day.end) + 1;
    return;
  }
  const next = text.charAt(past);
  if (next === '底' || next === '初') moment.end = past + 1;
  else if (next === '份') moment.end = past + 1;
  else if (/^[上中下]旬/.test(text.slice(past, past + 2))) moment.end = past + 2;
}

function quarter(text: string, at: number, moment: Moment): boolean {
  const head = text.charAt(at);
  if (head === 'Q' && isDigit(text, at + 1) && !isDigit(text, at + 2)) return setQuarter(moment, Number(text.charAt(at + 1)), at + 2);
  const from = head === '第' ? at + 1 : at;
  const n = smallNumeral(text, from);
  if (n === null) return false;
  const past = wordAfter(text, n.end);
  if (text.charAt(past) !== '季' || (head !== '第' && n.value > 4)) return false;
  return setQuarter(moment, n.value, past + 1);
}

function setQuarter(moment: Moment, n: number, end: number): boolean {
  if (n < 1 || n > 4) return false;
  moment.month = 3 * n - 2;
  moment.lastMonth = 3 * n;
  moment.lastYear = moment.year;
  moment.end = end;
  return true;
}


function halfYear(text: string, at: number, moment: Moment): boolean {
  const half = text.slice(at, at + 3);
  if (half !== '上半年' && half !== '下半年') return false;
  moment.month = half === '上半年' ? 1 : 7;
  moment.lastMonth = half === '上半年' ? 6 : 12;
  moment.lastYear = moment.year;
  moment.end = at + (text.charAt(at + 3) === '度' ? 4 : 3);
  return true;
}

const notEdge = new Set('步期審評選驗賽級次衷始稿層線下定');

function yearsEdge(text: string, at: number, moment: Moment): void {
  const edge = text.charAt(at);
  if ((edge !== '底' && edge !== '初') || notEdge.has(text.charAt(at + 1))) return;
  moment.month = edge === '底' ? 12 : 1;
  moment.end = at + 1;
}

export { nian, yue, ri };
