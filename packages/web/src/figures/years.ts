import type { Locale } from '../words/words.ts';

const rocEpoch = 1911;

/** `113 年度` or `FY 2024`, from a Gregorian year. */
export function fiscalYear(year: number, locale: Locale): string {
  return locale === 'en' ? `FY ${year}` : `${year - rocEpoch} 年度`;
}

/** `113 年` or `2024`, for axes and table cells. */
export function shortYear(year: number, locale: Locale): string {
  return locale === 'en' ? `${year}` : `${year - rocEpoch}`;
}

const english = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `111 年 1 月` or `Jan 2022`, from `2022-01`; a year or a full date keeps its own precision. */
export function calendarDate(iso: string, locale: Locale): string {
  const [year, month, day] = iso.split('-').map(Number);
  if (year === undefined || Number.isNaN(year)) return iso;
  if (locale === 'en') return [day, month && english[month - 1], year].filter(Boolean).join(' ');
  return [`${year - rocEpoch} 年`, month && `${month} 月`, day && `${day} 日`].filter(Boolean).join(' ');
}

/** `115年11月29日` or `2026-11-29`: a day as a field for dates shows it, and takes it back. */
export function typedDate(iso: string, locale: Locale): string {
  return locale === 'en' ? iso : calendarDate(iso, locale).replaceAll(' ', '');
}

/** `111 年 1 月至 115 年 12 月` or `Jan 2022 – Dec 2026`; a broken end shows as a question mark. */
export function periodInWords(
  period: { readonly start: string | null; readonly end: string | null },
  locale: Locale,
): string {
  const [start, end] = [period.start, period.end].map((month) => (month === null ? '？' : calendarDate(month, locale)));
  return locale === 'en' ? `${start} – ${end}` : `${start}至 ${end}`;
}

/** `111/1–115/12` or `Jan 2022 – Dec 2026`, for the small line below a name. */
export function periodInShort(
  period: { readonly start: string | null; readonly end: string | null },
  locale: Locale,
): string {
  if (locale === 'en') return periodInWords(period, locale);
  const short = (month: string | null): string => {
    const [year, number] = (month ?? '').split('-').map(Number);
    return month === null || year === undefined ? '？' : `${year - rocEpoch}/${number}`;
  };
  return `${short(period.start)}–${short(period.end)}`;
}

const officeClock = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Taipei',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** An instant at the office’s clock, to the minute: `113 年 9 月 18 日 08:30` or `18 Sep 2024 08:30`. */
export function instant(iso: string, locale: Locale): string {
  const parts = officeClock.formatToParts(new Date(iso));
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return `${calendarDate(`${part('year')}-${part('month')}-${part('day')}`, locale)} ${part('hour')}:${part('minute')}`;
}
