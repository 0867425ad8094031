import type { ReactNode } from 'react';
import { asOfIn, canBeAskedAsOf, otherConditions, withoutAsOf, type AsOfView } from '../as-of.ts';
import { calendarDate, instant } from '../figures/years.ts';
import { inLocale, useOwnWords, useReader } from '../reader.tsx';
import { both, type Locale } from '../words/words.ts';

const asOfWords = {
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

function useAsOfWords() {
  return useOwnWords(asOfWords);
}

/** Said on top of every page that shows a time before, with the way back. */
export function AsOfNotice(): ReactNode {
  const { asOf } = useReader();
  return asOf === undefined ? null : <Notice asOf={asOf} />;
}

function Notice({ asOf }: { asOf: AsOfView }): ReactNode {
  const t = useAsOfWords();
  const { path, locale } = useReader();
  const time = useTimeInWords(asOf);
  return (
    <aside className="as-of" aria-label={t.title}>
      <p>
        <b>{time}</b> {t.binding} {asOf.day !== null && t.cite(asOf.position)}
      </p>
      <p>
        <a href={inLocale(withoutAsOf(path), locale)}>{t.present}</a>
      </p>
      {canBeAskedAsOf(path) && <DayForm day={asOf.day ?? asOf.at.slice(0, 10)} />}
    </aside>
  );
}

/** At the end of every page that can be asked as of a day; open where a day was asked for and refused. */
export function AsOfPicker(): ReactNode {
  const t = useAsOfWords();
  const { asOf, path, locale } = useReader();
  if (asOf !== undefined || !canBeAskedAsOf(path)) return null;
  const refused = asOfIn(path);
  return (
    <details className="as-of-picker" open={refused !== null}>
      <summary>{t.look}</summary>
      <DayForm day={undefined} />
      {refused !== null && (
        <p>
          <a href={inLocale(withoutAsOf(path), locale)}>{t.present}</a>
        </p>
      )}
    </details>
  );
}

/** A GET form of the same page, with all else that it asks for. */
function DayForm({ day }: { day: string | undefined }): ReactNode {
  const t = useAsOfWords();
  const { path, locale, today } = useReader();
  return (
    <form className="as-of-form" method="get" action={inLocale(withoutAsOf(path).split('?')[0] ?? '/', locale)}>
      {otherConditions(path).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label htmlFor="asof">{t.day}</label>
      <input id="asof" name="asof" type="date" required max={today} defaultValue={day} aria-describedby="asof-hint" />
      <button type="submit">{t.show}</button>
      <span id="asof-hint" className="hint">
        {t.hint}
      </span>
    </form>
  );
}

/** In forms that lead to other pages of the same time. */
export function KeepAsOf(): ReactNode {
  const { asOf } = useReader();
  return asOf === undefined ? null : <input type="hidden" name="asof" value={asOf.asked} />;
}

function useTimeInWords({ day, position, at, isToday }: AsOfView): string {
  const t = useAsOfWords();
  const { locale } = useReader();
  if (day === null) return t.isOfPosition(position, instant(at, locale));
  const words = dayInWords(day, locale);
  return isToday ? t.isOfToday(words) : t.isOf(words);
}

/** `115 年 3 月 1 日（2026-03-01）`: both calendars, for addresses use the other one. */
function dayInWords(day: string, locale: Locale): string {
  return locale === 'en' ? calendarDate(day, locale) : `${calendarDate(day, locale)}（${day}）`;
}
