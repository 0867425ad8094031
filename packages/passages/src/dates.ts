import type { Quantity, Unread } from '@guankao/quantities';

/** A point of the calendar at the precision that the text prints. Years are Gregorian. */
export interface CalendarPoint {
  /** From the date before it where it is not printed (同年5月, 9月23日); null where none goes before. */
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

/** A date, a month, a year, or a stretch between two, as a text tells it. */
export interface DateMention {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly from: CalendarPoint;
  /** The last point of a stretch (9月18日至20日, 第2季); null where only one is told. */
  readonly to: CalendarPoint | null;
  /** Its year stands in its own words. */
  readonly yearIsPrinted: boolean;
  /** What the calendar lacks of it: 13月, 2月30日. */
  readonly lacks: 'month' | 'day' | null;
}

type Seen = Pick<Quantity, 'start' | 'end' | 'text'> & {
  readonly from: CalendarPoint;
  readonly to: CalendarPoint | null;
};

/** Every date of a text in its order, those that the calendar lacks among them. */
export function datesOf(quantities: readonly Quantity[], unread: readonly Unread[]): readonly DateMention[] {
  const seen = [...quantities.flatMap(seenIn), ...unread.flatMap(missingIn)].toSorted((a, b) => a.start - b.start);
  let last: number | null = null;
  return seen.map(({ start, end, text, from, to }): DateMention => {
    const yearIsPrinted = from.year !== null;
    const year = from.year ?? yearAfter(text, last);
    // 同年5月 goes by the year told last; 去年12月 does not change it for what follows.
    if (yearIsPrinted || /^[翌次隔]/u.test(text)) last = to?.year ?? year;
    const inYear = (point: CalendarPoint): CalendarPoint => ({ ...point, year: point.year ?? year });
    return {
      start,
      end,
      words: text,
      from: inYear(from),
      to: to === null ? null : inYear(to),
      yearIsPrinted,
      lacks: lackedBy(inYear(from)) ?? (to === null ? null : lackedBy(inYear(to))),
    };
  });
}

/** 12 months; the days of the month in its year, a leap year where none is known: rather let it pass. */
function lackedBy({ year, month, day }: CalendarPoint): DateMention['lacks'] {
  if (month === null) return null;
  if (month < 1 || month > 12) return 'month';
  return day !== null && (day < 1 || day > lastDay(year ?? aLeapYear, month)) ? 'day' : null;
}

const aLeapYear = 2000;
const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** 同年 and a bare month take the year told last, 翌年 the next; 本年, 去年 and 明年 go by the year of the filing. */
function yearAfter(words: string, last: number | null): number | null {
  if (last === null || /^(?:[本今去明上下]|前一)年/u.test(words)) return null;
  return /^[翌次隔]/u.test(words) ? last + 1 : last;
}

function seenIn({ kind, start, end, text, from, to }: Quantity): readonly Seen[] {
  if (kind !== 'date' || from === null) return [];
  return [{ start, end, text, from: pointOf(from), to: to === null ? null : pointOf(to) }];
}

function missingIn({ start, end, text, reason, point }: Unread): readonly Seen[] {
  return reason === 'no-such-date' && point !== undefined ? [{ start, end, text, from: point, to: null }] : [];
}

/** 2024-09-18, 2024-09, 2024, --09-18 */
function pointOf(iso: string): CalendarPoint {
  const yearless = iso.startsWith('--');
  const [year, month, day] = (yearless ? `0${iso.slice(1)}` : iso).split('-').map(Number);
  return { year: yearless ? null : (year ?? null), month: month ?? null, day: day ?? null };
}

/** The first and the last day that a point may be, `2024-09-01` and `2024-09-30`; null where its year is not known. */
export function daysOf({ year, month, day }: CalendarPoint): { readonly first: string; readonly last: string } | null {
  if (year === null) return null;
  if (month === null) return { first: `${year}-01-01`, last: `${year}-12-31` };
  const head = `${year}-${two(month)}`;
  if (day !== null) return { first: `${head}-${two(day)}`, last: `${head}-${two(day)}` };
  return { first: `${head}-01`, last: `${head}-${two(lastDay(year, month))}` };
}

const two = (n: number): string => String(n).padStart(2, '0');
