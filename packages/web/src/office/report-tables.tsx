import type { ReactNode } from 'react';
import { reportMachine, type ReportPeriod } from '@guankao/workflow';
import { calendarDate } from '../figures/years.ts';
import { useAddress, useReader } from '../reader.tsx';
import type { PeriodLine, ReportsOfRow } from './report-views.ts';
import { useReportWords } from './report-words.ts';

/** 待審核・逾期 3 日: how a report stands, in time or not. */
export function ReportStanding({
  line,
}: {
  line: Pick<PeriodLine, 'report' | 'isOpen' | 'isLocked' | 'daysLate'>;
}): ReactNode {
  const t = useReportWords();
  const { locale } = useReader();
  const { report, isOpen, isLocked, daysLate } = line;
  if (!isOpen) return t.notOpen;
  const came = report !== null && report.firstSubmitted !== null;
  const late = daysLate === 0 ? [] : [came ? t.cameLate(daysLate) : t.late(daysLate)];
  const state = report === null ? t.notBegun : reportMachine.labels[report.state][locale];
  return [state, ...late, ...(isLocked ? [t.locked] : [])].join('・');
}

/** Why the day is the day: cited, and said where law does not settle it. */
export function DueGround({ rule }: Pick<ReportPeriod, 'rule'>): ReactNode {
  const t = useReportWords();
  return (
    <p className="hint">
      {t.ground(rule.article, rule.settled)} <a href={rule.source}>{t.source}</a>
    </p>
  );
}

/** The section of the row's page: each period with its day, its state and the way to it. */
export function ReportsSection({
  row,
  reports,
  children,
}: {
  row: string;
  reports: ReportsOfRow | null;
  children: ReactNode;
}): ReactNode {
  const t = useReportWords();
  const { locale } = useReader();
  const address = useAddress();
  const last = reports?.lines.at(-1);
  if (reports === null || last === undefined) return null;
  return (
    <section className="money-form" aria-labelledby="reports">
      <h2 id="reports">{t.report}</h2>
      <DueGround rule={last.period.rule} />
      <div className="table-frame">
        <table className="office-table">
          <thead>
            <tr>
              <th scope="col">{t.periods}</th>
              <th scope="col">{t.state}</th>
              <th scope="col">{t.progress}</th>
            </tr>
          </thead>
          <tbody>
            {reports.lines.map((line) => {
              const { period, report, isOpen } = line;
              const name = t.period(period.from, period.month);
              const path = `/office/rows/${encodeURIComponent(row)}/reports/${period.month}`;
              return (
                <tr key={period.month}>
                  <th scope="row" data-label={t.periods}>
                    {isOpen ? <a href={address(path)}>{name}</a> : name}
                    <span className="facts">{t.due(calendarDate(period.due, locale))}</span>
                  </th>
                  <td data-label={t.state}>
                    <ReportStanding line={line} />
                  </td>
                  <td data-label={t.progress}>
                    {report === null || report.done === null ? '—' : `${report.done}% / ${report.planned}%`}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {children}
    </section>
  );
}
