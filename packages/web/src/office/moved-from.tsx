import type { ReactNode } from 'react';
import type { MovedDay } from '@guankao/workflow';
import { calendarDate } from '../figures/years.ts';
import { useReader } from '../reader.tsx';
import { useCalendarWords } from './calendar-words.ts';

/** Where a deadline was before a day of rest moved it; and whether that was told by a calendar, or by weekends alone. */
export function MovedFrom({ moved: { from, why, byCalendar } }: { moved: MovedDay }): ReactNode {
  const t = useCalendarWords();
  const { locale } = useReader();
  return (
    <>
      {why !== null && <span className="facts">{t.moved(calendarDate(from, locale), t.whys[why])}</span>}
      {why === 'saturday' && <span className="facts">{t.noon}</span>}
      {byCalendar === false && <span className="facts">{t.weekendsOnly}</span>}
    </>
  );
}
