import type { ReactNode } from 'react';
import { deadlineMoving, weekdayOf, type Deadline } from '@guankao/workflow';
import { render } from '../components/document.tsx';
import { calendarDate, fiscalYear } from '../figures/years.ts';
import { useAddress, useReader, type Reader } from '../reader.tsx';
import type { DeadlinesView } from './calendar-views.ts';
import { useCalendarWords } from './calendar-words.ts';
import { MovedFrom } from './moved-from.tsx';
import { OfficePage, useYearCrumbs } from './office-page.tsx';
import { useReportWords } from './report-words.ts';
import type { OfficeFrame } from './views.ts';
import { usePunctuation } from '../words/punctuation.ts';

/** Deadlines of a year by the day on which they land, each with its ground. */
export function deadlinesPage(reader: Reader, frame: OfficeFrame, view: DeadlinesView): string {
  return render(reader, <DeadlinesPage frame={frame} view={view} />);
}

function DeadlinesPage({
  frame,
  view: { year, deadlines, today, unknown, mayImport },
}: {
  frame: OfficeFrame;
  view: DeadlinesView;
}): ReactNode {
  const punctuation = usePunctuation();
  const t = useCalendarWords();
  const { locale } = useReader();
  const address = useAddress();
  const yearCrumbs = useYearCrumbs(year.id);
  return (
    <OfficePage actor={frame.actor} title={t.deadlines} crumbs={yearCrumbs}>
      <h1>
        {t.deadlines}
        {punctuation.colon}
        {fiscalYear(year.fiscalYear, locale)}
      </h1>
      <p className="lead">{t.deadlinesLead}</p>
      {unknown.length > 0 && <p className="note">{t.unknown(unknown)}</p>}
      <p className="hint">
        {t.movingGround(deadlineMoving.article)} <a href={deadlineMoving.source}>{t.source}</a>
      </p>
      <p className="office-links">
        <a href={address('/office/calendar')}>{mayImport ? t.import : t.title}</a>
      </p>
      <div className="table-frame">
        <table className="office-table">
          <thead>
            <tr>
              <th scope="col">{t.day}</th>
              <th scope="col">{t.what}</th>
              <th scope="col">{t.ground}</th>
            </tr>
          </thead>
          <tbody>
            {deadlines.map((deadline) => (
              <tr key={keyOf(deadline)}>
                <th scope="row">
                  {calendarDate(deadline.moved.day, locale)}
                  {punctuation.open}
                  {t.weekdays[weekdayOf(deadline.moved.day)]}
                  {punctuation.close}
                  {deadline.moved.day < today && <span className="facts">{t.past}</span>}
                  <MovedFrom moved={deadline.moved} />
                </th>
                <td data-label={t.what}>
                  <What deadline={deadline} />
                </td>
                <td data-label={t.ground}>
                  <Ground deadline={deadline} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </OfficePage>
  );
}

function keyOf(deadline: Deadline): string {
  if (deadline.kind === 'year') return deadline.of.id;
  if (deadline.kind === 'collection') return deadline.collection.id;
  return `${deadline.period.lastDay} ${deadline.levels.join(' ')}`;
}

function What({ deadline }: { deadline: Deadline }): ReactNode {
  const punctuation = usePunctuation();
  const [t, reports] = [useCalendarWords(), useReportWords()];
  const { locale } = useReader();
  if (deadline.kind === 'collection') return t.collection(deadline.collection.round);
  const levels = deadline.kind === 'year' ? (deadline.of.levels ?? []) : deadline.levels;
  const name =
    deadline.kind === 'year'
      ? deadline.of[locale]
      : `${t.report} ${reports.period(deadline.period.from, deadline.period.month)}`;
  return (
    <>
      {name}
      {levels.length > 0 && (
        <span className="facts">{levels.map((level) => reports.levels[level]).join(punctuation.list)}</span>
      )}
    </>
  );
}

function Ground({ deadline }: { deadline: Deadline }): ReactNode {
  const t = useCalendarWords();
  if (deadline.kind === 'collection') return t.ownWord;
  const { article, source, settled } = deadline.kind === 'year' ? deadline.of : deadline.period.rule;
  return (
    <>
      {article} <a href={source}>{t.source}</a>
      {!settled && <span className="facts">{t.unsettled}</span>}
    </>
  );
}
