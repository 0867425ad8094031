import { Draft, unread } from '../draft.ts';
import { readNumeral } from '../scan/numeral.ts';
import { wordAfter } from '../vocabulary/word-tree.ts';
import {
  exists,
  follows,
  iso,
  monthAndDay,
  pastConnector,
  restOfYear,
  ri,
  yue,
  type Moment,
  type Point,
} from './moment.ts';
import { isCounted, monthAt } from './point-months.ts';
import { yearMoment } from './year.ts';

/** The draft of a moment, with its time of day and the end of its range where one is told. */
export function dated(parser: string, text: string, first: Moment): Draft {
  if (!exists(first)) return noSuchDate(parser, first);
  const draft = new Draft(parser, 'date', first.start, first.end);
  const past = pastClock(text, first.end);
  if (!past.weekday) draft.end = past.end;
  draft.from = iso(first.point);
  if (first.until !== null) draft.to = iso(first.until);
  if (first.gaps === true) {
    draft.to = null;
    draft.mayAlsoBe(draft.reading({ to: iso(first.until ?? first.point) }));
  }
  const last = rangeEnd(text, past.end, first);
  if (last === 'no-such-date') return unread(parser, first.start, wordAfter(text, draft.end) + 1, 'no-such-date');
  if (last === null) return draft;
  draft.to = iso(last.until ?? last.point);
  const lastClock = pastClock(text, last.end);
  draft.end = lastClock.weekday ? last.end : lastClock.end;
  return draft;
}

const clock =
  /[ 　]?(?:[（(](?:星期|週|周)?[一二三四五六日][）)])?[ 　]?(?:上午|下午|中午|晚上|凌晨|晚間|早上|清晨|傍晚|夜間)?[ 　]?(?:[0-9０-９]{1,2}(?:[:：][0-9０-９]{2}(?![0-9０-９])|[ 　]?[時點](?!段|間|數|程|代)(?:[0-9０-９]{1,2}分|整|半|許)?)|[一二三四五六七八九十]{1,3}[時點](?!段|間|數|程|代)(?:[一二三四五六七八九十]{1,3}分|整|半|許)?)/y;
const weekday = /[ 　]?[（(](?:星期|週|周)?[一二三四五六日][）)]/y;

/** A time of day, or the hours from one to another, belong to the date before them; a day of the week in brackets is passed over. */
function pastClock(text: string, at: number): { end: number; weekday: boolean } {
  clock.lastIndex = at;
  if (clock.test(text)) return { end: pastSecondClock(text, clock.lastIndex), weekday: false };
  weekday.lastIndex = at;
  return weekday.test(text) ? { end: weekday.lastIndex, weekday: true } : { end: at, weekday: false };
}

function pastSecondClock(text: string, at: number): number {
  const from = pastConnector(text, at);
  if (from < 0) return at;
  clock.lastIndex = from;
  return clock.test(text) ? clock.lastIndex : at;
}

const sameYear = /(?:同|當)年度?/y;
const nextYear = /(?:翌|次|隔)年度?/y;

/** What follows 至: a whole date, or one that leaves out what it shares with the first. */
function rangeEnd(text: string, at: number, first: Moment): Moment | 'no-such-date' | null {
  const from = pastConnector(text, text.charAt(at) === '起' ? at + 1 : at);
  if (from < 0) return null;
  const { year, at: place, said } = sharedYear(text, from, first.point.year);
  const second = readNumeral(text, place);
  const moment: Moment = { start: from, end: place, point: { year, month: null, day: null }, until: null };
  if (second === null) {
    if (year === null && first.point.year === null) return null;
    restOfYear(text, place, moment);
    return moment.end > place && follows(first.point, moment.until ?? moment.point) ? moment : null;
  }
  if (second.fault !== null) return null;
  const whole = yearMoment(text, second, first.point.year !== null);
  if (whole !== null) return typeof whole === 'string' ? null : fitting(first.point, whole);
  const month = first.point.year === null || first.point.month === null ? null : monthAt(text, place);
  if (month !== null && !isCounted(text, month.end)) return fitting(first.point, month);
  const past = wordAfter(text, second.end);
  if (!second.simple) return null;
  if (text.charCodeAt(past) === yue) monthAndDay(text, Number(second.coefficient), past + 1, moment);
  else if (text.charCodeAt(past) === ri && first.point.day !== null && !said) {
    moment.point = { year, month: first.point.month, day: Number(second.coefficient) };
    moment.end = past + 1;
  } else return null;
  return fitting(first.point, moment);
}

function fitting(first: Point, last: Moment): Moment | 'no-such-date' | null {
  if (!exists(last)) return 'no-such-date';
  return follows(first, last.until ?? last.point) ? last : null;
}

/** 至同年, 至翌年: whose year the second date takes. */
function sharedYear(text: string, at: number, year: number | null): { year: number | null; at: number; said: boolean } {
  sameYear.lastIndex = at;
  if (sameYear.test(text)) return { year, at: wordAfter(text, sameYear.lastIndex), said: true };
  nextYear.lastIndex = at;
  if (nextYear.test(text))
    return { year: year === null ? null : year + 1, at: wordAfter(text, nextYear.lastIndex), said: true };
  const era = /(?:中華民國|民國|西元|公元)[ 　]?/y;
  era.lastIndex = at;
  return { year, at: era.test(text) ? era.lastIndex : at, said: false };
}

/** Unread, with the point that does not exist: a caller may say so. */
function noSuchDate(parser: string, { start, end, point, until }: Moment): Draft {
  const draft = unread(parser, start, end, 'no-such-date');
  draft.point = until !== null && exists({ start, end, point, until: null }) ? until : point;
  return draft;
}
