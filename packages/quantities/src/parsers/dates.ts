import { Draft, unread } from '../draft.ts';
import { isDigit, isLatin } from '../scan/characters.ts';
import { readNumeral, type Numeral } from '../scan/numeral.ts';
import { wordAfter } from '../vocabulary/word-tree.ts';
import { eraBefore, exists, gregorian, iso, monthAndDay, nian, restOfDate, ri, smallNumeral, yue, type Moment } from './moment.ts';
import type { Parser, Scene } from './parser.ts';

/** 113年9月18日, 113年度, 112學年度第2學期, 2024年底; and on to the end of a range. */
export const yearDate: Parser = {
  name: 'year-date',
  read(scene, numeral) {
    const first = yearMoment(scene.text, numeral);
    if (first === null) return null;
    if (first === 'foreign-era') return unread('year-date', numeral.start, wordAfter(scene.text, numeral.end) + 1, 'foreign-era');
    if (!exists(first)) return unread('year-date', first.start, first.end, 'no-such-date');
    return dated('year-date', scene, first);
  },
};

/** 113-116年, 112至115年度: the first year leaves its 年 to the last. */
export const yearSpan: Parser = {
  name: 'year-span',
  read(scene, numeral) {
    if (!isYearFigure(numeral)) return null;
    const text = scene.text;
    const second = afterConnector(text, numeral.end, /[-–—－~～〜∼至到及、迄]/);
    if (second < 0) return null;
    const other = readNumeral(text, second);
    if (other === null || !isYearFigure(other) || other.coefficient <= numeral.coefficient) return null;
    const last = yearMoment(text, other);
    const from = gregorian(text, numeral);
    if (last === null || typeof last === 'string' || from === null || last.year === null || last.month !== null && last.lastMonth === null) return null;
    const draft = new Draft('year-span', 'date', from.start, last.end);
    draft.from = last.lastMonth === null ? iso(from.year, null, null) : iso(from.year, last.month, null);
    draft.to = last.lastMonth === null ? iso(last.year, null, null) : iso(last.lastYear, last.lastMonth, null);
    return draft;
  },
};

function isYearFigure(numeral: Numeral): boolean {
  const n = numeral.coefficient;
  return numeral.simple && !numeral.excess && ((n >= 30n && n <= 200n) || (n >= 1800n && n <= 2200n));
}

/** 113/9/18, 113.09.18, 2024-09-18 */
export const separatedDate: Parser = {
  name: 'separated-date',
  read(scene, numeral) {
    const { text } = scene;
    const first = separated(text, numeral.start);
    if (first === null || isLatin(text, numeral.start - 1)) return null;
    if (!exists(first) || first.month === null) return unread('separated-date', first.start, first.end, 'no-such-date');
    const era = eraBefore(text, numeral.start);
    if (era !== null) first.start = era.start;
    const draft = new Draft('separated-date', 'date', first.start, first.end);
    draft.from = iso(first.year, first.month, first.day);
    const next = afterConnector(text, first.end, /[-–—－~～〜∼至到迄]/);
    const last = next < 0 ? null : separated(text, next);
    if (last !== null && exists(last)) {
      draft.to = iso(last.year, last.month, last.day);
      draft.end = last.end;
    }
    return draft;
  },
};

const datePattern = /([0-9０-９]{2,4})([./／．-])([0-9０-９]{1,2})(?:\2([0-9０-９]{1,2}))?(?![0-9０-９])/y;

function separated(text: string, at: number): Moment | null {
  datePattern.lastIndex = at;
  const match = datePattern.exec(text);
  if (match === null) return null;
  const [whole, y = '', mark = '', m = '', d] = match;
  const end = at + whole.length;
  if (text.charAt(end) === mark && isDigit(text, end + 1)) return null;
  const n = figure(y);
  if (d === undefined && (n < 1800 || m.length < 2 || mark === '.' || mark === '．' || figure(m) > 12 || figure(m) === 0)) return null;
  if (n > 2200 || (n > 200 && n < 1800) || n < 30) return null;
  const year = n <= 200 ? n + 1911 : n;
  return { start: at, end, year, month: figure(m), day: d === undefined ? null : figure(d), lastYear: null, lastMonth: null };
}

function figure(digits: string): number {
  return Number(digits.replaceAll(/[０-９]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)));
}

/** 9月18日, 7月至12月: the line does not say the year. */
export const monthDate: Parser = {
  name: 'month-date',
  read(scene, numeral) {
    const { text } = scene;
    if (!numeral.simple || numeral.excess || numeral.implied) return null;
    const at = wordAfter(text, numeral.end);
    if (text.charCodeAt(at) !== yue) return null;
    const first: Moment = { start: numeral.start, end: at + 1, year: null, month: null, day: null, lastYear: null, lastMonth: null };
    monthAndDay(text, Number(numeral.coefficient), at + 1, first);
    if (!exists(first)) return unread('month-date', first.start, first.end, 'no-such-date');
    return dated('month-date', scene, first);
  },
};

/** The moment of a year's numeral: null where the numeral is no year. */
function yearMoment(text: string, numeral: Numeral): Moment | 'foreign-era' | null {
  if (!numeral.simple || numeral.excess || numeral.implied) return null;
  const at = wordAfter(text, numeral.end);
  const head = text.charCodeAt(at);
  if (head === 0x5b78 || head === 0x6703 || head === 0x9810) return fiscalMoment(text, numeral, at);
  if (head === 0x4e0a || head === 0x4e0b || head === 0x51) return halfWithoutYear(text, numeral, at);
  if (head !== nian || !saysYear(text, numeral, at + 1)) return null;
  if (eraBefore(text, numeral.start)?.name === 'foreign') return 'foreign-era';
  const known = gregorian(text, numeral);
  if (known === null) return null;
  const moment: Moment = { start: known.start, end: at + 1, year: known.year, month: null, day: null, lastYear: null, lastMonth: null };
  if (text.charAt(moment.end) === '度') {
    moment.end += 1;
    const rest: Moment = { ...moment };
    restOfDate(text, moment.end, rest);
    return rest.lastMonth !== null ? rest : moment;
  }
  restOfDate(text, moment.end, moment);
  return moment;
}

/** 113上半年, 113Q3 */
function halfWithoutYear(text: string, numeral: Numeral, at: number): Moment | null {
  if (numeral.coefficient < 90n || !isYearFigure(numeral)) return null;
  const known = gregorian(text, numeral);
  if (known === null) return null;
  const moment: Moment = { start: known.start, end: at, year: known.year, month: null, day: null, lastYear: null, lastMonth: null };
  restOfDate(text, at, moment);
  return moment.lastMonth === null ? null : moment;
}

/** 112學年度第2學期: a school year runs from August to July; 113會計年度 is the year. */
function fiscalMoment(text: string, numeral: Numeral, at: number): Moment | null {
  const word = ['學年度', '學年', '會計年度', '預算年度'].find((candidate) => text.startsWith(candidate, at));
  if (word === undefined || numeral.coefficient < 30n) return null;
  const known = gregorian(text, numeral);
  if (known === null) return null;
  const moment: Moment = { start: known.start, end: at + word.length, year: known.year, month: null, day: null, lastYear: null, lastMonth: null };
  if (!word.startsWith('學')) return moment;
  const term = /^第?([12１２一二])學期|^([上下])學期/.exec(text.slice(wordAfter(text, moment.end), wordAfter(text, moment.end) + 6));
  if (term !== null) moment.end = wordAfter(text, moment.end) + term[0].length;
  const second = term !== null && /[2２二下]/.test(term[0]);
  const first = term !== null && !second;
  moment.month = second ? 2 : 8;
  if (second) moment.year = known.year + 1;
  moment.lastYear = known.year + 1;
  moment.lastMonth = first ? 1 : 7;
  return moment;
}

const spansYears = /^(?:頻率|重現|洪水|洪峰|暴雨|歷史|以上|之久|壽命|期間?距|老樹|內)/;
const countsYears = /(?:歷時|長達|為期|屋齡|樹齡|年限|保存|耐用|每|未來|過去|壽命|期限|為期約|滿)$/;
const beginsDate = /(?:[於自至從迄在]|截至|以及|民國|西元|較)$/;

/** Whether `N年` names a year and not a span of years. */
function saysYear(text: string, numeral: Numeral, past: number): boolean {
  if (eraBefore(text, numeral.start) !== null) return true;
  const n = Number(numeral.coefficient);
  if (numeral.wholeDigits === 4 && n >= 1800 && n <= 2200) return true;
  if (n < 30 || n > 200 || numeral.wholeDigits > 3) return false;
  const next = text.charAt(past);
  if (next === '度' || next === '底') return true;
  const month = smallNumeral(text, past);
  if (month !== null && text.charCodeAt(wordAfter(text, month.end)) === yue) return true;
  const before = text.slice(Math.max(0, numeral.start - 4), numeral.start);
  if (n >= 100) return !(spansYears.test(text.slice(past, past + 4)) || countsYears.test(before));
  return beginsDate.test(before) && !spansYears.test(text.slice(past, past + 4));
}

function afterConnector(text: string, at: number, marks: RegExp): number {
  let i = wordAfter(text, at);
  if (!marks.test(text.charAt(i))) return -1;
  i = wordAfter(text, i + 1);
  return i;
}

/** The draft of a moment, with the end of its range where one is told. */
function dated(parser: string, scene: Scene, first: Moment): Draft {
  const { text } = scene;
  const draft = new Draft(parser, 'date', first.start, first.end);
  draft.from = iso(first.year, first.month, first.day);
  if (first.lastMonth !== null) draft.to = iso(first.lastYear, first.lastMonth, null);
  draft.end = pastClock(text, first.end);
  const last = rangeEnd(text, draft.end, first);
  if (last !== null) {
    draft.to = iso(last.lastYear ?? last.year, last.lastMonth ?? last.month, last.lastMonth === null ? last.day : null);
    draft.end = pastClock(text, last.end);
  }
  return draft;
}

const clock = /[ 　]?(?:[（(](?:星期|週)?[一二三四五六日][）)])?[ 　]?(?:(?:上午|下午|中午|晚上|凌晨|晚間|早上|清晨|傍晚|夜間)?[ 　]?(?:[0-9０-９]{1,2}(?:[:：][0-9０-９]{2}(?![0-9])|[時點](?:[0-9０-９]{1,2}分|整|半|許)?)|[一二三四五六七八九十]{1,3}時(?:[一二三四五六七八九十]{1,3}分|整|半|許)?))/y;
const weekday = /[ 　]?[（(](?:星期|週|周)?[一二三四五六日][）)]/y;

/** A time of day, and a day of the week in brackets, belong to the date before them. */
function pastClock(text: string, at: number): number {
  clock.lastIndex = at;
  const match = clock.exec(text);
  if (match !== null) return at + match[0].length;
  weekday.lastIndex = at;
  const day = weekday.exec(text);
  return day === null ? at : at + day[0].length;
}

const sameYear = /(?:同|當)年度?/y;
const nextYear = /(?:翌|次|隔)年度?/y;

/** What follows 至: a full date, or one that leaves out what it shares with the first. */
function rangeEnd(text: string, at: number, first: Moment): Moment | null {
  const from = text.charAt(at) === '起' ? at + 1 : at;
  let i = afterConnector(text, from, /[-–—－~～〜∼至到迄]/);
  if (i < 0) return null;
  let year = first.year;
  sameYear.lastIndex = i;
  nextYear.lastIndex = i;
  const same = sameYear.exec(text);
  const next = nextYear.exec(text);
  if (same !== null) i += same[0].length;
  else if (next !== null) {
    i += next[0].length;
    year = year === null ? null : year + 1;
  }
  const era = /民國|西元|公元/y;
  era.lastIndex = i;
  const named = era.exec(text);
  const second = readNumeral(text, named === null ? i : i + named[0].length);
  const moment: Moment = { start: i, end: i, year, month: null, day: null, lastYear: null, lastMonth: null };
  if (second === null || second.fault !== null) {
    restOfDate(text, i, moment);
    return moment.end > i && follows(first, moment) ? moment : null;
  }
  const full = yearMoment(text, second);
  if (full !== null) return typeof full !== 'string' && exists(full) && follows(first, full) ? full : null;
  const past = wordAfter(text, second.end);
  const value = Number(second.coefficient);
  if (text.charCodeAt(past) === yue && second.simple) monthAndDay(text, value, past + 1, moment);
  else if (text.charCodeAt(past) === ri && second.simple && first.day !== null && same === null && next === null) {
    moment.month = first.month;
    moment.day = value;
    moment.end = past + 1;
  } else return null;
  return exists(moment) && follows(first, moment) ? moment : null;
}

function follows(first: Moment, last: Moment): boolean {
  const key = (m: Moment) => ((m.year ?? 0) * 100 + (m.month ?? 0)) * 100 + (m.day ?? 0);
  return last.year !== first.year ? (last.year ?? 0) > (first.year ?? 0) : key({ ...last, day: last.day ?? 99, month: last.month ?? 99 }) >= key(first);
}
