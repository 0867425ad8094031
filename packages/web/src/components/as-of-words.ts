import type { AsOfView } from '../as-of.ts';
import { calendarDate, instant } from '../figures/years.ts';
import { both, type Locale } from '../words/words.ts';

export const asOfWords = {
  title: both('過去的內容', 'As it was'),
  isOf: both(
    (day: string) => `這是截至 ${day}終了所公開的內容，不是現在的。`,
    (day: string) => `This is what had been published by the end of ${day}, not the present.`,
  ),
  isOfToday: both(
    (day: string) => `這是今天（${day}）到目前為止所公開的內容；今天還沒有過完，之後可能再變。`,
    (day: string) =>
      `This is what has been published so far today, ${day}; the day is not over, and it may still change.`,
  ),
  isOfPosition: both(
    (position: number, at: string) => `這是公開日誌第 ${position} 筆（${at}）當時所公開的內容，不是現在的。`,
    (position: number, at: string) =>
      `This is what was published at position ${position} of the log (${at}), not the present.`,
  ),
  binding: both(
    '之後撤下的不再提供；之後依法限制公開的，當時的內容也照限制顯示。',
    'What was withdrawn since is not given; what is withheld since is withheld here too.',
  ),
  cite: both(
    (position: number) => `引用時可用日誌位置：asof=${position}。`,
    (position: number) => `To cite it, use the position in the log: asof=${position}.`,
  ),
  present: both('看現在的內容', 'See the present'),
  look: both('看過去某一天公開的內容', 'See what was published on an earlier day'),
  day: both('日期', 'Day'),
  hint: both('以臺北時間當日終了為準。', 'The end of that day, Taipei time.'),
  show: both('看那一天', 'Show that day'),
} as const;

/** What a page or a file of a time before says of itself. */
export function timeInWords({ day, position, at, isToday }: AsOfView, locale: Locale): string {
  if (day === null) return asOfWords.isOfPosition[locale](position, instant(at, locale));
  const words = dayInWords(day, locale);
  return (isToday ? asOfWords.isOfToday : asOfWords.isOf)[locale](words);
}

/** `115 年 3 月 1 日（2026-03-01）`: both calendars, for addresses use the other one. */
function dayInWords(day: string, locale: Locale): string {
  return locale === 'en' ? calendarDate(day, locale) : `${calendarDate(day, locale)}（${day}）`;
}
