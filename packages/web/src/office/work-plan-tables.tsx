import type { ReactNode } from 'react';
import {
  contentInForce,
  percentOf,
  plannedAt,
  sumOfWeights,
  workPlanMachine,
  type WorkContent,
  type WorkPlan,
} from '@guankao/workflow';
import { grouped } from '../figures/numbers.ts';
import { calendarDate, instant } from '../figures/years.ts';
import { useAddress, useReader } from '../reader.tsx';
import { useReportWords } from './report-words.ts';
import type { WorkPlanLine } from './work-plan-views.ts';
import { useWorkPlanWords } from './work-plan-words.ts';
import { usePunctuation } from '../words/punctuation.ts';

/** How the plan stands: 草擬・調整(1). */
export function WorkPlanState({ plan }: { plan: WorkPlan }): ReactNode {
  const t = useWorkPlanWords();
  const { locale } = useReader();
  const state = workPlanMachine.labels[plan.state][locale];
  return plan.adjustment === 0 ? state : `${state}・${t.adjustment(plan.adjustment)}`;
}

/** Items, milestones and the curve by month, to be read; the months on demand where the plan is one section of many. */
export function WorkPlanTables({ content, isFolded = false }: { content: WorkContent; isFolded?: boolean }): ReactNode {
  const punctuation = usePunctuation();
  const [t, reports] = [useWorkPlanWords(), useReportWords()];
  const { locale } = useReader();
  return (
    <>
      <p>
        {reports.level}
        {punctuation.colon}
        {reports.levels[content.level]}
      </p>
      <div className="table-frame">
        <table className="office-table">
          <caption>{t.sumOfWeights(percentOf(sumOfWeights(content.items)))}</caption>
          <thead>
            <tr>
              <th scope="col">{t.items}</th>
              <th scope="col" className="number">
                {t.weight}
              </th>
              <th scope="col" className="number">
                {t.atYearEnd}
              </th>
            </tr>
          </thead>
          <tbody>
            {content.items.map(({ id, name, weight, planned }) => (
              <tr key={id}>
                <th scope="row" data-label={t.items}>
                  {name}
                </th>
                <td className="number" data-label={t.weight}>
                  {weight}
                </td>
                <td className="number" data-label={t.atYearEnd}>
                  {planned.at(-1)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {content.checkPoints.length > 0 && (
        <div className="table-frame">
          <table className="office-table">
            <thead>
              <tr>
                <th scope="col">{t.checkPoints}</th>
                <th scope="col">{t.date}</th>
                <th scope="col">{t.evidence}</th>
              </tr>
            </thead>
            <tbody>
              {content.checkPoints.map(({ id, name, due, evidence }) => (
                <tr key={id}>
                  <th scope="row" data-label={t.checkPoints}>
                    {name}
                  </th>
                  <td data-label={t.date}>{calendarDate(due, locale)}</td>
                  <td data-label={t.evidence}>{evidence === '' ? '—' : evidence}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <details open={!isFolded}>
        <summary>{t.wholePlan}</summary>
        <div className="table-frame">
          <table className="office-table">
            <thead>
              <tr>
                <th scope="col">{t.monthHead}</th>
                <th scope="col" className="number">
                  {t.planned}
                </th>
                <th scope="col" className="number">
                  {t.money}
                </th>
              </tr>
            </thead>
            <tbody>
              {content.spending.map((twd, month) => (
                <tr key={t.month(month + 1)}>
                  <th scope="row">{t.month(month + 1)}</th>
                  <td className="number" data-label={t.planned}>
                    {percentOf(plannedAt(content.items, month))}
                  </td>
                  <td className="number" data-label={t.money}>
                    {grouped(twd)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </>
  );
}

/** Who approved it, the first time and each adjustment. */
export function Approvals({ plan }: { plan: WorkPlan }): ReactNode {
  const punctuation = usePunctuation();
  const t = useWorkPlanWords();
  const { locale } = useReader();
  if (plan.approvals.length === 0) return null;
  return (
    <ul className="plain-list">
      {plan.approvals.map(({ adjustment, reason, by, at }) => (
        <li key={at}>
          {adjustment === 0 ? t.firstApproval : t.adjustment(adjustment)}
          {punctuation.colon}
          {t.approvedBy(by, instant(at, locale))}
          {reason === null ? '' : `${punctuation.open}${reason}${punctuation.close}`}
        </li>
      ))}
    </ul>
  );
}

/** The section of the row's page: what is in force, else what is being drawn up, and the way to it. */
export function WorkPlanOfRow({
  row,
  line,
  children,
}: {
  row: string;
  line: WorkPlanLine;
  /** What can be done with it on the row. */
  children: ReactNode;
}): ReactNode {
  const t = useWorkPlanWords();
  const address = useAddress();
  const { plan, mayBegin } = line;
  if (plan === null && !mayBegin) return null;
  const path = `/office/rows/${encodeURIComponent(row)}/work-plan`;
  return (
    <section className="money-form" aria-labelledby="work-plan">
      <h2 id="work-plan">{t.workPlan}</h2>
      {plan === null ? (
        <p>{t.none}</p>
      ) : (
        <>
          <p>
            <WorkPlanState plan={plan} />
          </p>
          <Approvals plan={plan} />
          <WorkPlanTables content={contentInForce(plan) ?? plan.content} isFolded />
        </>
      )}
      <p className="office-links">
        <a href={address(path)}>{plan === null ? t.begin : t.open}</a>
        {plan !== null && <a href={address(`${path}/history`)}>{`${t.workPlan} ${t.history}`}</a>}
      </p>
      {children}
    </section>
  );
}
