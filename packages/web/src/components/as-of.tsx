import type { ReactNode } from 'react';
import { asOfIn, canBeAskedAsOf, otherConditions, withoutAsOf, type AsOfView } from '../as-of.ts';
import { inLocale, useOwnWords, useReader } from '../reader.tsx';
import { asOfWords, timeInWords } from './as-of-words.ts';

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
  const time = timeInWords(asOf, locale);
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
