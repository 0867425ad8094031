import type { ReactNode } from 'react';
import { agenciesReported } from '@guankao/workflow';
import { render } from '../components/document.tsx';
import { calendarDate, fiscalYear } from '../figures/years.ts';
import { useAddress, useReader, type Reader } from '../reader.tsx';
import { OfficePage, useYearCrumbs } from './office-page.tsx';
import { ReasonField, RefusalNote, RefusedPage, type Refused } from './refused.tsx';
import { DueGround, ReportStanding } from './report-tables.tsx';
import type { OverdueView } from './report-views.ts';
import { useReportWords } from './report-words.ts';
import { Shown } from './shown.tsx';
import type { OfficeFrame } from './views.ts';
import { useRowName } from './words.ts';
import { usePunctuation } from '../words/punctuation.ts';

/** Who has reported of a month and who has not, by agency; locking it. */
export function overduePage(reader: Reader, frame: OfficeFrame, view: OverdueView, refused: Refused | null): string {
  return render(
    reader,
    <RefusedPage refused={refused}>
      <OverduePage frame={frame} view={view} refused={refused} />
    </RefusedPage>,
  );
}

function OverduePage({
  frame,
  view,
  refused,
}: {
  frame: OfficeFrame;
  view: OverdueView;
  refused: Refused | null;
}): ReactNode {
  const punctuation = usePunctuation();
  const t = useReportWords();
  const { locale } = useReader();
  const { year, agencies, month } = view;
  const { of, done } = agenciesReported(agencies);
  const rule = agencies.flatMap(({ rows }) => rows).find(({ period }) => period !== null)?.period?.rule;
  const yearCrumbs = useYearCrumbs(year.id);
  return (
    <OfficePage actor={frame.actor} title={t.overdueTitle} crumbs={yearCrumbs}>
      <h1>
        {t.overdueTitle}
        {punctuation.colon}
        {fiscalYear(year.fiscalYear, locale)} {t.month(month)}
      </h1>
      <p className="lead">{of === 0 ? t.nothingDue : t.agenciesReported(of, done)}</p>
      <p>{t.overdueLead}</p>
      {rule !== undefined && <DueGround rule={rule} />}
      <RefusalNote refused={refused} />
      <MonthChoice view={view} />
      {view.isLocked && <p className="note">{t.monthLocked}</p>}
      {agencies.length > 0 && <Totals agencies={agencies} />}
      {agencies.map((agency) => (
        <AgencyRows key={agency.agency} agency={agency} isLocked={view.isLocked} />
      ))}
      {view.mayLock && <LockForm view={view} />}
    </OfficePage>
  );
}

function MonthChoice({ view: { year, month, months } }: { view: OverdueView }): ReactNode {
  const t = useReportWords();
  const address = useAddress();
  return (
    <form className="office-links" action={address(`/office/years/${encodeURIComponent(year.id)}/reports`)}>
      <label htmlFor="month">{t.chooseMonth}</label>
      <select id="month" name="month" defaultValue={String(month)}>
        {months.map((one) => (
          <option key={one} value={one}>
            {t.month(one)}
          </option>
        ))}
      </select>
      <button type="submit" className="plain-button">
        {t.show}
      </button>
    </form>
  );
}

function Totals({ agencies }: Pick<OverdueView, 'agencies'>): ReactNode {
  const t = useReportWords();
  const columns = [
    ['due', t.dueCount],
    ['reported', t.reportedCount],
    ['overdue', t.overdueCount],
    ['cameLate', t.lateCount],
    ['withoutPlan', t.withoutPlan],
  ] as const;
  return (
    <div className="table-frame">
      <table className="office-table">
        <thead>
          <tr>
            <th scope="col">{t.agency}</th>
            {columns.map(([key, label]) => (
              <th key={key} scope="col" className="number">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {agencies.map((agency) => (
            <tr key={agency.agency}>
              <th scope="row" data-label={t.agency}>
                {agency.name}
              </th>
              {columns.map(([key, label]) => (
                <td key={key} className="number" data-label={label}>
                  {agency[key]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What an agency still owes, and what came. */
function AgencyRows({ agency, isLocked }: { agency: OverdueView['agencies'][number]; isLocked: boolean }): ReactNode {
  const punctuation = usePunctuation();
  const [t, rowName] = [useReportWords(), useRowName()];
  const { locale } = useReader();
  const address = useAddress();
  return (
    <section aria-label={agency.name}>
      <h2>
        {agency.name}
        {punctuation.open}
        {agency.reported}/{agency.due}
        {punctuation.close}
      </h2>
      <ul className="plain-list">
        {agency.rows.map(({ row, period, report, daysLate }) => (
          <li key={row.id}>
            {period === null ? (
              <>
                <a href={address(`/office/rows/${encodeURIComponent(row.id)}`)}>{rowName(row)}</a>
                {punctuation.gap}
                {t.withoutPlan}
              </>
            ) : (
              <>
                <a href={address(`/office/rows/${encodeURIComponent(row.id)}/reports/${period.month}`)}>
                  {rowName(row)}
                </a>
                {punctuation.gap}
                <ReportStanding line={{ report, isOpen: true, isLocked, daysLate }} />
                {punctuation.gap}
                <span className="hint">{t.due(calendarDate(period.due, locale))}</span>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function LockForm({ view: { year, month, isLocked } }: { view: OverdueView }): ReactNode {
  const t = useReportWords();
  const address = useAddress();
  return (
    <form
      className="office-form"
      method="post"
      action={address(`/office/years/${encodeURIComponent(year.id)}/reports`)}
    >
      <h2>{isLocked ? t.unlock : t.lock}</h2>
      <p>{t.lockLead}</p>
      <Shown version={year.version} />
      <input type="hidden" name="month" value={month} />
      {isLocked && <ReasonField form="reports" label={t.unlockReason} id="reason" />}
      <p>
        <button type="submit" name="do" value={isLocked ? 'unlock' : 'lock'}>
          {isLocked ? t.unlock : t.lock}
        </button>
      </p>
    </form>
  );
}
