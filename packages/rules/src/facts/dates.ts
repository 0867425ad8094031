/** A date as a text prints it. Months and days are not yet known to exist. */
export interface PrintedDate {
  readonly start: number;
  readonly end: number;
  /** Gregorian; from the dates before it where it is not printed (同年5月, 9月23日); null where none goes before. */
  readonly year: number | null;
  readonly month: number;
  readonly day: number | null;
  /** The year stands in the text itself. */
  readonly said: boolean;
}

const printed =
  /(?:(?:民國)?(?<year>\d{2,3})年|(?<same>同年))?(?<!\d)(?<month>\d{1,2})月(?:(?:份)|(?<day>\d{1,2})日)?(?!\d)/gu;

/** Every month or day of the calendar that a text names, in its order. */
export function datesIn(text: string): readonly PrintedDate[] {
  const dates: PrintedDate[] = [];
  let year: number | null = null;
  for (const match of text.matchAll(printed)) {
    const { year: rocYear, month, day } = match.groups ?? {};
    // 6個月 never matches; 3月 without a year and a day may be a span of months.
    if (rocYear === undefined && day === undefined && match.groups?.['same'] === undefined) continue;
    if (rocYear !== undefined) year = Number(rocYear) + 1911;
    dates.push({
      start: match.index,
      end: match.index + match[0].length,
      year,
      month: Number(month),
      day: day === undefined ? null : Number(day),
      said: rocYear !== undefined,
    });
  }
  return dates;
}

/** null where the calendar has the day; else why it has not. */
export function absence({ year, month, day }: PrintedDate): 'month' | 'day' | null {
  if (month < 1 || month > 12) return 'month';
  if (day === null) return null;
  // A leap year is given where no year is known: rather let it pass.
  const last = new Date(Date.UTC(year ?? 2024, month, 0)).getUTCDate();
  return day < 1 || day > last ? 'day' : null;
}

/** `2024-09`, for comparing with periods. */
export const monthOf = ({ year, month }: PrintedDate): string | null =>
  year === null ? null : `${year}-${String(month).padStart(2, '0')}`;

export const rocMonth = (month: string): string =>
  `${Number(month.slice(0, 4)) - 1911}年${Number(month.slice(5, 7))}月`;
