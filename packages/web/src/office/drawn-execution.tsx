import type { ReactNode } from 'react';
import { isDrawn, type PeriodicReport, type RowRecord } from '@guankao/workflow';
import { instant } from '../figures/years.ts';
import { useAddress, useOwnWords, useReader } from '../reader.tsx';
import { both } from '../words/words.ts';
import { OverruleForm } from './overrule-form.tsx';
import type { ReportsOfRow } from './report-views.ts';
import { Shown } from './shown.tsx';

const table = {
  source: both(
    (month: number) => `來源：${month} 月定期填報`,
    (month: number) => `Source: the report of month ${month}`,
  ),
  drawnBy: both(
    (who: string, when: string) => `（${who} ${when} 帶入）`,
    (who: string, when: string) => ` (drawn by ${who}, ${when})`,
  ),
  overruled: both(
    (who: string, when: string, reason: string) => `已由 ${who} 改寫（${when}）：${reason}`,
    (who: string, when: string, reason: string) => `overruled by ${who}, ${when}: ${reason}`,
  ),
  draw: both(
    (month: number) => `以 ${month} 月填報帶入執行情形`,
    (month: number) => `Draw what was carried out from the report of month ${month}`,
  ),
  hint: both(
    '把已審核填報的各項進度、查核點、落後原因與對策寫入「本年度執行情形」，並註明來源；原有文字留在歷程。',
    'Writes progress, milestones, causes and measures of the reviewed report into the text of what was carried out, with their source; what stood there stays in the history.',
  ),
  newer: both(
    '之後又有已審核或更正過的填報，執行情形還是舊的。',
    'A report was reviewed or corrected since: the text is of before.',
  ),
  own: both('改寫帶入的執行情形', 'Overrule what was drawn from the report'),
  text: both('改寫後的執行情形', 'What was carried out, in your own words'),
  reason: both('改寫理由', 'Reason'),
} as const;

/** Where the text comes from, and why it is another; below its field. */
export function ExecutionDrawnFrom({ row }: { readonly row: RowRecord }): ReactNode {
  const t = useOwnWords(table);
  const { locale } = useReader();
  const address = useAddress();
  const held = row.drawn?.execution;
  if (held === undefined) return null;
  const { month, by, at, overruled } = held;
  return (
    <p className="hint">
      <a href={address(`/office/rows/${encodeURIComponent(row.id)}/reports/${month}`)}>{t.source(month)}</a>
      {t.drawnBy(by, instant(at, locale))}
      {overruled !== null && (
        <>
          <br />
          {t.overruled(overruled.by, instant(overruled.at, locale), overruled.reason)}
        </>
      )}
    </p>
  );
}

/** Drawing the text from the last report that was reviewed, and overruling it; below the reports. */
export function DrawnExecution({
  row,
  reports,
  mayWrite,
}: {
  readonly row: RowRecord;
  readonly reports: ReportsOfRow;
  readonly mayWrite: boolean;
}): ReactNode {
  const t = useOwnWords(table);
  const address = useAddress();
  if (!mayWrite) return null;
  const last = lastReviewed(reports);
  const form = 'drawn-execution';
  const action = address(`/office/rows/${encodeURIComponent(row.id)}/${form}`);
  const held = row.drawn?.execution;
  const isOlder = held !== undefined && last !== null && (held.report !== last.id || held.version !== last.version);
  return (
    <>
      {last !== null && (
        <form method="post" action={action}>
          <Shown version={row.version} />
          <input type="hidden" name="report" value={last.id} />
          {isOlder && <p>{t.newer}</p>}
          <p>
            <button type="submit" name="do" value="draw">
              {t.draw(last.month)}
            </button>{' '}
            <span className="hint">{t.hint}</span>
          </p>
        </form>
      )}
      {isDrawn(row, 'execution') && (
        <OverruleForm
          action={action}
          form={form}
          version={row.version}
          text={row.texts.execution}
          words={{ own: t.own, text: t.text, reason: t.reason }}
        />
      )}
    </>
  );
}

function lastReviewed({ lines }: ReportsOfRow): PeriodicReport | null {
  return lines.flatMap(({ report }) => (report?.state === 'reviewed' ? [report] : [])).at(-1) ?? null;
}
