import type { DateMention, Text } from '@guankao/passages';

/** A month or a day that a text tells of. Months and days are not yet known to exist. */
export interface PrintedDate {
  readonly start: number;
  readonly end: number;
  /** Gregorian; from the dates before it where it is not printed (同年5月, 9月23日); null where none goes before. */
  readonly year: number | null;
  readonly month: number;
  readonly day: number | null;
  /** The year stands in the text itself. */
  readonly said: boolean;
  /** What the calendar lacks of it. */
  readonly lacks: DateMention['lacks'];
}

/** Every month or day of the calendar that a text names, in its order: of a stretch the first. */
export function datesIn({ dates }: Text): readonly PrintedDate[] {
  return dates.flatMap(({ start, end, words, from: { year, month, day }, yearIsPrinted, lacks }): PrintedDate[] => {
    if (month === null || /季|半年|年[初底]/u.test(words)) return [];
    // 3月 without a year and a day may be a span of months.
    if (!yearIsPrinted && day === null && !words.startsWith('同')) return [];
    return [{ start, end, year, month, day, said: yearIsPrinted, lacks }];
  });
}

/** `2024-09`, for comparing with periods. */
export const monthOf = ({ year, month }: PrintedDate): string | null =>
  year === null ? null : `${year}-${String(month).padStart(2, '0')}`;

export const rocMonth = (month: string): string =>
  `${Number(month.slice(0, 4)) - 1911}年${Number(month.slice(5, 7))}月`;
