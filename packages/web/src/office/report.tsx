import type { ReactNode } from 'react';
import { lagCauses, percentOf, reportMachine } from '@guankao/workflow';
import { render } from '../components/document.tsx';
import { grouped } from '../figures/numbers.ts';
import { calendarDate, instant } from '../figures/years.ts';
import { useAddress, useOwnWords, useReader, type Reader } from '../reader.tsx';
import { MovedFrom } from './moved-from.tsx';
import { MovesForm } from './moves-form.tsx';
import { commentWords } from './comment-words.ts';
import { OfficePage, useYearCrumbs } from './office-page.tsx';
import { RefusalNote, RefusedPage, type Refused } from './refused.tsx';
import { reportForm as form, ReportForm } from './report-form.tsx';
import { DueGround, ReportStanding } from './report-tables.tsx';
import type { ReportView } from './report-views.ts';
import { useReportWords } from './report-words.ts';
import type { OfficeFrame } from './views.ts';
import { useRowName } from './words.ts';
import { usePunctuation } from '../words/punctuation.ts';

/** A row's report of one period: filled in, submitted, reviewed, on one page without a script. */
export function reportPage(reader: Reader, frame: OfficeFrame, view: ReportView, refused: Refused | null): string {
  return render(
    reader,
    <RefusedPage refused={refused}>
      <ReportPage frame={frame} view={view} refused={refused} />
    </RefusedPage>,
  );
}

function ReportPage({
  frame,
  view,
  refused,
}: {
  frame: OfficeFrame;
  view: ReportView;
  refused: Refused | null;
}): ReactNode {
  const punctuation = usePunctuation();
  const [t, rowName] = [useReportWords(), useRowName()];
  const { locale } = useReader();
  const address = useAddress();
  const { row, line } = view;
  const comment = useOwnWords(commentWords);
  const rowPath = `/office/rows/${encodeURIComponent(row.id)}`;
  const title = `${t.report} ${t.period(line.period.from, line.period.month)}${punctuation.colon}${rowName(row)}`;
  const yearCrumbs = useYearCrumbs(row.year);
  return (
    <OfficePage actor={frame.actor} title={title} crumbs={[...yearCrumbs, { path: rowPath, name: rowName(row) }]}>
      <h1>{title}</h1>
      <p className="lead">
        {view.agencyName}
        {punctuation.gap}
        <ReportStanding line={line} />
        {punctuation.gap}
        {t.due(calendarDate(line.period.due, locale))}
      </p>
      <MovedFrom moved={line.period.moved} />
      <DueGround rule={line.period.rule} />
      <p className="office-links">
        <a href={address(rowPath)}>{t.backToRow}</a>
        {line.report !== null && <a href={address(`${rowPath}/reports/${line.period.month}/history`)}>{t.history}</a>}
        {line.report !== null && (
          <a href={address(`${rowPath}/comments?on=${encodeURIComponent(`report ${line.period.month}`)}#write`)}>
            {comment.title}
          </a>
        )}
      </p>
      <RefusalNote refused={refused} />
      {view.saved && <output className="note">{t.saved}</output>}
      {line.report !== null && <Remarks remarks={line.report.remarks} />}
      {line.report !== null && <ProgressNote view={view} />}
      {view.mayWrite ? <ReportForm view={view} /> : line.report !== null && <Told view={view} />}
      {!view.mayWrite && <Moves view={view} />}
    </OfficePage>
  );
}

function Remarks({ remarks }: { remarks: NonNullable<ReportView['line']['report']>['remarks'] }): ReactNode {
  const punctuation = usePunctuation();
  const t = useReportWords();
  const { locale } = useReader();
  if (remarks.length === 0) return null;
  return (
    <ul className="remarks" aria-label={t.remarks}>
      {remarks.map(({ text, by, at }) => (
        <li key={at}>
          {text}
          {punctuation.gap}
          <span className="hint">
            {by} {instant(at, locale)}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** As it is saved: whether the work is behind, and by what. */
function ProgressNote({ view: { plan, progress } }: { view: ReportView }): ReactNode {
  const punctuation = usePunctuation();
  const t = useReportWords();
  const missed = plan.checkPoints.filter(({ id }) => progress.missed.includes(id)).map(({ name }) => name);
  return (
    <p>
      {t.wholePlan(percentOf(progress.done), percentOf(progress.planned))}
      {punctuation.gap}
      <b>{progress.behind ? t.behind : t.ahead}</b>
      {missed.length > 0 && <span className="facts">{t.missed(missed)}</span>}
    </p>
  );
}

/** What was reported, to be read. */
function Told({ view: { plan, content, line } }: { view: ReportView }): ReactNode {
  const punctuation = usePunctuation();
  const t = useReportWords();
  const { locale } = useReader();
  const month = line.period.month - 1;
  const cause = lagCauses().find(({ code }) => code === content.cause);
  const done = new Map(content.items.map((item) => [item.item, item.done]));
  const points = new Map(content.checkPoints.map((point) => [point.checkPoint, point]));
  const said = [
    [t.spent, content.spent === null ? '' : grouped(content.spent)],
    [t.cause, cause?.[locale] ?? ''],
    [t.explanation, content.explanation],
    [t.measures, content.measures],
    [t.forecast, content.forecast === null ? '' : `${content.forecast}%`],
  ] as const;
  return (
    <>
      <div className="table-frame">
        <table className="office-table">
          <thead>
            <tr>
              <th scope="col">{t.item}</th>
              <th scope="col" className="number">
                {t.plannedNow}
              </th>
              <th scope="col" className="number">
                {t.done}
              </th>
            </tr>
          </thead>
          <tbody>
            {plan.items.map(({ id, name, planned }) => (
              <tr key={id}>
                <th scope="row" data-label={t.item}>
                  {name}
                </th>
                <td className="number" data-label={t.plannedNow}>
                  {planned[month]}
                </td>
                <td className="number" data-label={t.done}>
                  {done.get(id) ?? '—'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {plan.checkPoints.length > 0 && (
        <ul className="check-points">
          {plan.checkPoints.map(({ id, name, due }) => {
            const { reached = null, evidence = '' } = points.get(id) ?? {};
            return (
              <li key={id}>
                {name}
                {punctuation.open}
                {t.plannedDate} {calendarDate(due, locale)}
                {punctuation.close}
                {punctuation.colon}
                {reached === null ? '—' : `${calendarDate(reached, locale)}${punctuation.gap}${evidence}`}
              </li>
            );
          })}
        </ul>
      )}
      <dl className="computed">
        {said.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text === '' ? '—' : text}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** For whoever reviews, withdraws or corrects it. */
function Moves({ view: { row, line, moves } }: { view: ReportView }): ReactNode {
  const t = useReportWords();
  if (line.report === null) return null;
  return (
    <MovesForm
      machine={reportMachine}
      moves={moves}
      form={form}
      path={`/office/rows/${encodeURIComponent(row.id)}/reports/${line.period.month}/report`}
      version={line.report.version}
      reasonLabel={(move) => (move === 'reopen' ? t.reopenReason : t.returnReason)}
      hint={['review', t.reviewHint]}
    />
  );
}
