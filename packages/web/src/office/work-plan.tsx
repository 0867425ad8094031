import type { ReactNode } from 'react';
import { contentInForce, workPlanMachine, type WorkPlan } from '@guankao/workflow';
import { render } from '../components/document.tsx';
import { instant } from '../figures/years.ts';
import { useAddress, useOwnWords, useReader, type Reader } from '../reader.tsx';
import { MovesForm } from './moves-form.tsx';
import { commentWords } from './comment-words.ts';
import { OfficePage, useYearCrumbs } from './office-page.tsx';
import { RefusalNote, RefusedPage, type Refused, type TypedForm } from './refused.tsx';
import type { OfficeFrame } from './views.ts';
import { workPlanForm as form, WriteForm } from './work-plan-form.tsx';
import { Approvals, WorkPlanState, WorkPlanTables } from './work-plan-tables.tsx';
import type { WorkPlanView } from './work-plan-views.ts';
import { useWorkPlanWords } from './work-plan-words.ts';
import { useRowName } from './words.ts';
import { usePunctuation } from '../words/punctuation.ts';

/** A row's annual work plan: written, submitted, approved, adjusted on one page without a script. */
export function workPlanPage(
  reader: Reader,
  frame: OfficeFrame,
  view: WorkPlanView,
  refused: Refused | null,
  typed: TypedForm | null = null,
): string {
  return render(
    reader,
    <RefusedPage refused={refused} typed={typed}>
      <WorkPlanPage frame={frame} view={view} refused={refused} />
    </RefusedPage>,
  );
}

function WorkPlanPage({
  frame,
  view,
  refused,
}: {
  frame: OfficeFrame;
  view: WorkPlanView;
  refused: Refused | null;
}): ReactNode {
  const punctuation = usePunctuation();
  const [t, rowName] = [useWorkPlanWords(), useRowName()];
  const address = useAddress();
  const { row, plan } = view;
  const comment = useOwnWords(commentWords);
  const rowPath = `/office/rows/${encodeURIComponent(row.id)}`;
  const yearCrumbs = useYearCrumbs(row.year);
  return (
    <OfficePage
      actor={frame.actor}
      title={`${t.workPlan}${punctuation.colon}${rowName(row)}`}
      crumbs={[...yearCrumbs, { path: rowPath, name: rowName(row) }]}
    >
      <h1>
        {t.workPlan}
        {punctuation.colon}
        {rowName(row)}
      </h1>
      <p className="lead">
        {view.agencyName}
        {punctuation.gap}
        {plan === null ? t.none : <WorkPlanState plan={plan} />}
      </p>
      <p className="office-links">
        <a href={address(rowPath)}>{t.backToRow}</a>
        {plan !== null && <a href={address(`${rowPath}/work-plan/history`)}>{t.history}</a>}
        {plan !== null && <a href={address(`${rowPath}/comments?on=work-plan#write`)}>{comment.title}</a>}
      </p>
      <RefusalNote refused={refused} />
      {view.saved && <output className="note">{t.saved}</output>}
      {plan !== null && <Standing plan={plan} />}
      {view.mayWrite ? <WriteForm view={view} /> : plan !== null && <WorkPlanTables content={plan.content} />}
      {!view.mayWrite && <Moves view={view} />}
    </OfficePage>
  );
}

/** Approvals, why it is adjusted, why it was returned. */
function Standing({ plan }: { plan: WorkPlan }): ReactNode {
  const punctuation = usePunctuation();
  const t = useWorkPlanWords();
  const { locale } = useReader();
  const inForce = plan.approvals.at(-1);
  return (
    <>
      <Approvals plan={plan} />
      {plan.reason !== null && (
        <p>
          {t.adjustmentReason}
          {punctuation.colon}
          {plan.reason}
        </p>
      )}
      {inForce !== undefined && contentInForce(plan) !== null && plan.adjustment > inForce.adjustment && (
        <p>{t.inForce(inForce.adjustment === 0 ? t.firstApproval : t.adjustment(inForce.adjustment))}</p>
      )}
      {plan.remarks.length > 0 && (
        <ul className="remarks" aria-label={t.remarks}>
          {plan.remarks.map(({ text, by, at }) => (
            <li key={at}>
              {text}
              {punctuation.gap}
              <span className="hint">
                {by} {instant(at, locale)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** For whoever approves, withdraws, adjusts or locks it: nothing is written here but the reason. */
function Moves({ view: { row, plan, moves } }: { view: WorkPlanView }): ReactNode {
  const t = useWorkPlanWords();
  if (plan === null) return null;
  return (
    <MovesForm
      machine={workPlanMachine}
      moves={moves}
      form={form}
      path={`/office/rows/${encodeURIComponent(row.id)}/work-plan`}
      version={plan.version}
      reasonLabel={(move) => (move === 'adjust' ? t.adjustmentReason : t.returnReason)}
      hint={['approve', t.approveHint]}
    />
  );
}
