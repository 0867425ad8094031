import type { ReactNode } from 'react';
import { isDrawn, type RowRecord, type WorkPlan } from '@guankao/workflow';
import { instant } from '../figures/years.ts';
import { useAddress, useOwnWords, useReader } from '../reader.tsx';
import { both } from '../words/words.ts';
import { OverruleForm } from './overrule-form.tsx';
import { Shown } from './shown.tsx';

const table = {
  source: both('來源：年度作業計畫', 'Source: the annual work plan'),
  approval: both(
    (adjustment: number) => (adjustment === 0 ? '（原核定）' : `（調整(${adjustment})）`),
    (adjustment: number) => (adjustment === 0 ? ' (as first approved)' : ` (adjustment ${adjustment})`),
  ),
  drawnBy: both(
    (who: string, when: string) => `${who} ${when} 帶入`,
    (who: string, when: string) => `drawn by ${who}, ${when}`,
  ),
  overruled: both(
    (who: string, when: string, reason: string) => `已由 ${who} 改寫（${when}）：${reason}`,
    (who: string, when: string, reason: string) => `overruled by ${who}, ${when}: ${reason}`,
  ),
  draw: both('帶入預定工作摘要', 'Draw the planned work from it'),
  again: both('重新帶入預定工作摘要', 'Draw the planned work anew'),
  drawHint: both(
    '把核定的工作項目與查核點寫入「本年度預定工作摘要」，並註明來源；原有文字留在歷程。',
    'Writes the approved items and milestones into the summary of planned work, with their source; what stood there stays in the history.',
  ),
  newer: both(
    '年度作業計畫後來又核定了調整，摘要還是舊的。',
    'The work plan was adjusted since: the summary is of before.',
  ),
  own: both('改寫帶入的摘要', 'Overrule what was drawn'),
  text: both('改寫後的預定工作摘要', 'Planned work in your own words'),
  reason: both('改寫理由', 'Reason'),
} as const;

/** Where the text comes from, and why it is another; below its field. */
export function DrawnFrom({ row }: { row: RowRecord }): ReactNode {
  const t = useOwnWords(table);
  const { locale } = useReader();
  const address = useAddress();
  const held = row.drawn?.plannedWork;
  if (held === undefined) return null;
  const { adjustment, by, at, overruled } = held;
  return (
    <p className="hint">
      <a href={address(`/office/rows/${encodeURIComponent(row.id)}/work-plan`)}>{t.source}</a>
      {t.approval(adjustment)} {t.drawnBy(by, instant(at, locale))}
      {overruled !== null && (
        <>
          <br />
          {t.overruled(overruled.by, instant(overruled.at, locale), overruled.reason)}
        </>
      )}
    </p>
  );
}

/** Drawing the summary from the approved plan, and overruling it. */
export function PlannedWork({
  row,
  plan,
  mayWrite,
}: {
  row: RowRecord;
  plan: WorkPlan | null;
  mayWrite: boolean;
}): ReactNode {
  const t = useOwnWords(table);
  const address = useAddress();
  const approval = plan?.approvals.at(-1);
  if (!mayWrite) return null;
  const action = address(`/office/rows/${encodeURIComponent(row.id)}/planned-work`);
  const held = row.drawn?.plannedWork;
  return (
    <>
      {approval !== undefined && (
        <form method="post" action={action}>
          <Shown version={row.version} />
          {held !== undefined && held.adjustment < approval.adjustment && <p>{t.newer}</p>}
          <p>
            <button type="submit" name="do" value="draw">
              {held === undefined ? t.draw : t.again}
            </button>{' '}
            <span className="hint">{t.drawHint}</span>
          </p>
        </form>
      )}
      {isDrawn(row, 'plannedWork') && (
        <OverruleForm
          action={action}
          form="planned-work"
          version={row.version}
          text={row.texts.plannedWork}
          words={{ own: t.own, text: t.text, reason: t.reason }}
        />
      )}
    </>
  );
}
