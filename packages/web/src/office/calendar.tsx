import type { ReactNode } from 'react';
import { weekdayOf, type OfficeCalendar, type ReadCalendar } from '@guankao/workflow';
import { render } from '../components/document.tsx';
import { calendarDate, instant } from '../figures/years.ts';
import { useAddress, useReader, type Reader } from '../reader.tsx';
import type { OfficeCalendarView } from './calendar-views.ts';
import { useCalendarWords } from './calendar-words.ts';
import { OfficePage } from './office-page.tsx';
import { Reason, ReasonField, RefusalNote, RefusedPage, type Refused } from './refused.tsx';
import { Once } from './shown.tsx';
import type { OfficeFrame } from './views.ts';
import { usePunctuation } from '../words/punctuation.ts';

/** The official calendar of offices: what is held, and a file that is shown before it is kept. */
export function officeCalendarPage(
  reader: Reader,
  frame: OfficeFrame,
  view: OfficeCalendarView,
  refused: Refused | null,
): string {
  return render(
    reader,
    <RefusedPage refused={refused}>
      <CalendarPage frame={frame} view={view} refused={refused} />
    </RefusedPage>,
  );
}

function CalendarPage({
  frame,
  view: { held, kept, mayImport, sent },
  refused,
}: {
  frame: OfficeFrame;
  view: OfficeCalendarView;
  refused: Refused | null;
}): ReactNode {
  const t = useCalendarWords();
  const address = useAddress();
  return (
    <OfficePage actor={frame.actor} title={t.title} crumbs={[]}>
      <h1>{t.title}</h1>
      <p className="lead">{t.lead}</p>
      <RefusalNote refused={refused} />
      {kept !== null && <output className="note">{t.kept(kept)}</output>}
      {sent !== null && <Sent sent={sent} />}
      {held.length === 0 ? <p>{t.none}</p> : <Held held={held} />}
      {mayImport ? (
        <form className="office-form" method="post" action={address('/office/calendar')} encType="multipart/form-data">
          <p className="field">
            <label htmlFor="file">{t.file}</label>
            <input id="file" name="file" type="file" required accept=".csv,.ods,.xlsx" />
            <Reason form="calendar" of="file" />
          </p>
          <p>
            <button type="submit">{t.read}</button>
          </p>
        </form>
      ) : (
        <p className="hint">{t.byAdministrator}</p>
      )}
    </OfficePage>
  );
}

function Sent({ sent }: { sent: NonNullable<OfficeCalendarView['sent']> }): ReactNode {
  const t = useCalendarWords();
  const address = useAddress();
  const { read, changes, fileName, base64 } = sent;
  return (
    <form className="office-form" method="post" action={address('/office/calendar/keep')}>
      <h2>{t.readTitle(read.year, fileName)}</h2>
      <Once />
      <input type="hidden" name="fileName" value={fileName} />
      <input type="hidden" name="base64" value={base64} />
      <Days read={read} />
      {changes !== null && <p>{t.changes(changes.nowOff, changes.nowWorked)}</p>}
      {changes !== null && <ReasonField form="keep" label={t.replaceReason} />}
      <p>
        <button type="submit">{changes === null ? t.keep : t.replace}</button>
      </p>
    </form>
  );
}

function Held({ held }: { held: readonly OfficeCalendar[] }): ReactNode {
  const punctuation = usePunctuation();
  const t = useCalendarWords();
  const { locale } = useReader();
  return (
    <section aria-labelledby="held">
      <h2 id="held">{t.held}</h2>
      {held.map((calendar) => (
        <details key={calendar.id}>
          <summary>{t.readTitle(calendar.year, calendar.file.name)}</summary>
          <p className="hint">
            {t.heldBy(calendar.by, instant(calendar.at, locale))}
            {calendar.reason === null ? '' : `${punctuation.colon}${calendar.reason}`}
          </p>
          <Days read={calendar} />
        </details>
      ))}
    </section>
  );
}

/** 365, or 366. */
function daysOf(year: number): number {
  return (Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1)) / 86_400_000;
}

/** What is not as any week is: weekdays that are off, weekends that are worked, and all that has a note. */
function Days({ read: { year, off, noted } }: { read: ReadCalendar }): ReactNode {
  const t = useCalendarWords();
  const { locale } = useReader();
  const told = [
    ...off.filter(({ day, note }) => note !== '' || weekdayOf(day) % 6 !== 0).map((one) => ({ ...one, isOff: true })),
    ...noted.map((one) => ({ ...one, isOff: false })),
  ].toSorted((a, b) => (a.day < b.day ? -1 : 1));
  return (
    <>
      <p>{t.counts(off.length, daysOf(year) - off.length)}</p>
      <div className="table-frame">
        <table className="office-table">
          <caption>{t.holidays}</caption>
          <thead>
            <tr>
              <th scope="col">{t.day}</th>
              <th scope="col">{t.weekday}</th>
              <th scope="col">{t.state}</th>
              <th scope="col">{t.note}</th>
            </tr>
          </thead>
          <tbody>
            {told.map(({ day, note, isOff }) => (
              <tr key={day}>
                <th scope="row">{calendarDate(day, locale)}</th>
                <td data-label={t.weekday}>{t.weekdays[weekdayOf(day)]}</td>
                <td data-label={t.state}>{isOff ? t.off : t.makeUp}</td>
                <td data-label={t.note}>{note === '' ? '—' : note}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
