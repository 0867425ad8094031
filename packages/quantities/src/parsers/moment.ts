import { classAt, DIGIT, HAN_DIGIT, HAN_UNIT, isDigit } from '../scan/characters.ts';
import { readNumeral, type Numeral } from '../scan/numeral.ts';
import { wordAfter } from '../vocabulary/word-tree.ts';

/** A day, month or year. Years are Gregorian; null where the text does not say. */
export interface Point {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

/** A stretch of text that names a point of the calendar, or a span from `point` to `until` (a quarter, 7、8月). */
export interface Moment {
  readonly start: number;
  end: number;
  point: Point;
  until: Point | null;
  /** 3、6、9月: a list with gaps, so that its first and last are not the ends of one span. */
  gaps?: boolean;
}

const nian = 0x5e74;
const yue = 0x6708;
const ri = 0x65e5;

/** ISO 8601 at the precision of the point; `--03-05` where no year is said. */
export function iso({ year, month, day }: Point): string {
  const head = year === null ? '-' : String(year).padStart(4, '0');
  if (month === null) return head;
  return `${head}-${twoDigits(month)}${day === null ? '' : `-${twoDigits(day)}`}`;
}

function twoDigits(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}

function daysIn(year: number | null, month: number): number {
  if (month === 2) return year === null || (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whether the calendar holds it: no month 13, no 30 February. */
export function exists({ point, until }: Moment): boolean {
  return pointExists(point) && (until === null || pointExists(until));
}

function pointExists({ year, month, day }: Point): boolean {
  if (month === null) return true;
  if (month < 1 || month > 12) return false;
  return day === null || (day >= 1 && day <= daysIn(year, month));
}

/** Whether `last` does not end before `first` begins. */
export function follows(first: Point, last: Point): boolean {
  return orderOf(last, 99) >= orderOf(first, 0);
}

function orderOf({ year, month, day }: Point, unsaid: number): number {
  return ((year ?? 0) * 100 + (month ?? unsaid)) * 100 + (day ?? unsaid);
}

/** A whole numeral of up to four digits, blanks before it allowed: a month, a day, a quarter. */
export function smallNumeral(text: string, at: number): { value: number; end: number } | null {
  const from = wordAfter(text, at);
  const kind = classAt(text, from);
  if (kind !== DIGIT && kind !== HAN_DIGIT && kind !== HAN_UNIT) return null;
  const numeral = readNumeral(text, from);
  if (numeral === null || numeral.fault !== null || !numeral.simple || numeral.excess) return null;
  return { value: Number(numeral.coefficient), end: numeral.end };
}

type Era = 'roc' | 'before-roc' | 'gregorian' | 'foreign';

const eras: readonly (readonly [string, Era])[] = [
  ['西元前', 'foreign'],
  ['公元前', 'foreign'],
  ['中華民國', 'roc'],
  ['民國前', 'before-roc'],
  ['民前', 'before-roc'],
  ['民國', 'roc'],
  ['西元', 'gregorian'],
  ['公元', 'gregorian'],
  ...[
    '昭和',
    '大正',
    '明治',
    '平成',
    '令和',
    '光緒',
    '乾隆',
    '康熙',
    '道光',
    '同治',
    '嘉慶',
    '雍正',
    '咸豐',
    '宣統',
  ].map((name) => [name, 'foreign'] as const),
];
const lastCharacters = new Set(eras.map(([word]) => word.charCodeAt(word.length - 1)));

/** The era printed just before a year: 民國, 西元, 昭和. */
export function eraBefore(text: string, at: number): { name: Era; start: number } | null {
  let end = at;
  while (end > 0 && at - end < 4 && (text.charCodeAt(end - 1) === 0x20 || text.charCodeAt(end - 1) === 0x3000)) end--;
  if (!lastCharacters.has(text.charCodeAt(end - 1))) return null;
  const found = eras.find(([word]) => text.endsWith(word, end));
  return found === undefined ? null : { name: found[1], start: end - found[0].length };
}

/** The Gregorian year of a year's numeral, by its era or its size; null where it is none. */
export function gregorian(text: string, numeral: Numeral): { year: number; start: number } | null {
  const n = Number(numeral.coefficient);
  const era = eraBefore(text, numeral.start);
  if (era?.name === 'roc') return n > 0 && n <= 200 ? { year: n + 1911, start: era.start } : null;
  if (era?.name === 'before-roc') return n > 0 ? { year: 1912 - n, start: era.start } : null;
  if (era?.name === 'gregorian') return { year: n, start: era.start };
  if (n >= 1800 && n <= 2200) return { year: n, start: numeral.start };
  return n >= 1 && n <= 200 ? { year: n + 1911, start: numeral.start } : null;
}

const through = /[-–—－~～〜∼至到]/;
const listed = /[、及與和]/;

/** Past a connector such as 至, or -1 where none stands at `at`. */
export function pastConnector(text: string, at: number, lists = false): number {
  const mark = wordAfter(text, at);
  const character = text.charAt(mark);
  return through.test(character) || (lists && listed.test(character)) ? wordAfter(text, mark + 1) : -1;
}

/** What follows a year: 9月18日, 7至9月, 第3季, 上半年, 底. `at` is just past 年 or 年度. */
export function restOfYear(text: string, at: number, moment: Moment): void {
  const from = wordAfter(text, at);
  if (
    firstMonth(text, from, moment) ||
    quarters(text, from, moment) ||
    halfYear(text, from, moment) ||
    months(text, from, moment)
  )
    return;
  yearsEdge(text, from, moment);
}

/** 元月15日, 元旦 */
function firstMonth(text: string, at: number, moment: Moment): boolean {
  if (text.charCodeAt(at) !== 0x5143) return false;
  if (text.charAt(at + 1) === '旦') {
    moment.point = { ...moment.point, month: 1, day: 1 };
    moment.end = at + 2;
    return true;
  }
  if (text.charCodeAt(at + 1) !== yue) return false;
  monthAndDay(text, 1, at + 2, moment);
  return true;
}

function months(text: string, at: number, moment: Moment): boolean {
  const first = smallNumeral(text, at);
  if (first === null) return false;
  const past = wordAfter(text, first.end);
  if (text.charCodeAt(past) === yue) {
    monthAndDay(text, first.value, past + 1, moment);
    return true;
  }
  const last = lastOfRun(text, first.end, yue, first.value);
  if (last === null || last.value <= first.value) return false;
  moment.point = { ...moment.point, month: first.value };
  moment.until = { ...moment.point, month: last.value };
  moment.gaps = last.gaps;
  moment.end = last.end;
  return true;
}

/** The last of 7、8、9月 or 7至9月: its number and where the unit ends. */
export function lastOfRun(
  text: string,
  at: number,
  unit: number,
  first: number,
): { value: number; end: number; gaps: boolean } | null {
  let i = at;
  let before = first;
  let gaps = false;
  for (let steps = 0; steps < 12; steps++) {
    const next = pastConnector(text, i, true);
    const numeral = next < 0 ? null : smallNumeral(text, next);
    if (numeral === null) return null;
    const past = wordAfter(text, numeral.end);
    if (numeral.value !== before + 1 && pastConnector(text, i) < 0) gaps = true;
    if (text.charCodeAt(past) === unit) return { value: numeral.value, end: past + 1, gaps };
    before = numeral.value;
    i = numeral.end;
  }
  return null;
}

const tenDays = /[上中下]旬/y;

/** The day after a month, or 底, 初, 上旬. `past` is just past 月. */
export function monthAndDay(text: string, month: number, past: number, moment: Moment): void {
  moment.point = { ...moment.point, month };
  moment.end = past;
  const day = smallNumeral(text, past);
  if (day === null) {
    const edge = text.charAt(past);
    tenDays.lastIndex = past;
    if (tenDays.test(text)) moment.end = past + 2;
    else if (edge === '底' || edge === '初' || edge === '份' || (edge === '中' && isMiddle(text, past)))
      moment.end = past + 1;
    return;
  }
  const after = wordAfter(text, day.end);
  if (text.charCodeAt(after) === ri) {
    moment.point = { ...moment.point, day: day.value };
    moment.end = after + 1;
    return;
  }
  const last = lastOfRun(text, day.end, ri, day.value);
  if (last === null || last.value <= day.value) return;
  moment.point = { ...moment.point, day: day.value };
  moment.until = { ...moment.point, day: last.value };
  moment.gaps = last.gaps;
  moment.end = last.end;
}

function quarters(text: string, at: number, moment: Moment): boolean {
  const head = text.charAt(at);
  if (head === 'Q' && isDigit(text, at + 1) && !isDigit(text, at + 2))
    return setQuarters(moment, Number(text.charAt(at + 1)), null, at + 2);
  const counted = head === '前';
  const named = head === '第' || counted;
  const first = smallNumeral(text, named ? at + 1 : at);
  if (first === null) return false;
  const past = wordAfter(text, first.end);
  if (named && text.charAt(past) === '季')
    return counted ? setQuarters(moment, 1, first.value, past + 1) : setQuarters(moment, first.value, null, past + 1);
  const last = lastOfRun(text, first.end, 0x5b63, first.value);
  if (last === null || last.value <= first.value) return false;
  moment.gaps = last.gaps;
  return setQuarters(moment, first.value, last.value, last.end);
}

function setQuarters(moment: Moment, first: number, last: number | null, end: number): boolean {
  if (first < 1 || first > 4 || (last !== null && (last < 1 || last > 4))) return false;
  const { year } = moment.point;
  moment.point = { year, month: 3 * first - 2, day: null };
  moment.until = { year, month: 3 * (last ?? first), day: null };
  moment.end = end;
  return true;
}

function halfYear(text: string, at: number, moment: Moment): boolean {
  const word = text.slice(at, at + 3);
  if (word !== '上半年' && word !== '下半年') return false;
  const { year } = moment.point;
  const first = word === '上半年';
  moment.point = { year, month: first ? 1 : 7, day: null };
  moment.until = { year, month: first ? 6 : 12, day: null };
  moment.end = at + (text.charAt(at + 3) === '度' ? 4 : 3);
  return true;
}

// 初步, 初審, 底層: the character begins another word.
const notEdge = new Set('步期審評選驗賽級次衷始稿層線下定薪價圖片');

// 中央, 中長程, 中小企業: the character begins another word.
const notMiddle = new Set('央長小國部秋心華山正程期型文區午高低等旬興油鋼和東西南北壢市樞級大信選獎介繼途美日韓');

function isMiddle(text: string, at: number): boolean {
  return !notMiddle.has(text.charAt(at + 1));
}

function yearsEdge(text: string, at: number, moment: Moment): void {
  const from = text.startsWith('年底', at) || text.startsWith('年初', at) ? at + 1 : at;
  const edge = text.charAt(from);
  if (edge === '中' && isMiddle(text, from)) moment.end = from + 1;
  if ((edge !== '底' && edge !== '初') || notEdge.has(text.charAt(from + 1))) return;
  moment.point = { ...moment.point, month: edge === '底' ? 12 : 1 };
  moment.end = from + 1;
}

export { nian, yue, ri };
