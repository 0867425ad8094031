import type { ReactNode } from 'react';
import { lagCauses, reportMachine } from '@guankao/workflow';
import { grouped } from '../figures/numbers.ts';
import { calendarDate, typedDate } from '../figures/years.ts';
import { useAddress, useReader } from '../reader.tsx';
import { Reason, useReason, useTyped } from './refused.tsx';
import type { ReportView } from './report-views.ts';
import { useReportWords } from './report-words.ts';
import { Shown } from './shown.tsx';
import { usePunctuation } from '../words/punctuation.ts';

/** The last part of the form's address. */
export const reportForm = 'report';

/** All cells of a report: actual beside planned and beside what was told before. */
export function ReportForm({ view }: { view: ReportView }): ReactNode {
  const t = useReportWords();
  const { locale } = useReader();
  const address = useAddress();
  const { row, line, plan, content } = view;
  const submit = reportMachine.moves.find(({ name }) => name === 'submit');
  return (
    <form
      className="work-form"
      method="post"
      action={address(`/office/rows/${encodeURIComponent(row.id)}/reports/${line.period.month}/report`)}
    >
      <p>{t.lead}</p>
      <Shown version={line.report?.version ?? 0} />
      <h2>{t.done}</h2>
      <Items view={view} />
      {plan.checkPoints.length > 0 && (
        <>
          <h2>{t.checkPoint}</h2>
          <CheckPoints view={view} />
        </>
      )}
      <h2>{t.spent}</h2>
      <Cell
        name="spent"
        label={t.spent}
        saved={content.spent === null ? '' : grouped(content.spent)}
        hint={t.plannedSpent(grouped(plan.spending[line.period.month - 1] ?? 0))}
      />
      <h2>{t.cause}</h2>
      <Cause view={view} />
      <Long name="explanation" label={t.explanation} saved={content.explanation} />
      <Long name="measures" label={t.measures} saved={content.measures} />
      <Cell name="forecast" label={t.forecast} saved={content.forecast === null ? '' : String(content.forecast)} />
      <p className="office-links">
        <button type="submit" name="do" value="save">
          {t.save}
        </button>
        <button type="submit" name="do" value="submit">
          {submit?.label[locale]}
        </button>
      </p>
    </form>
  );
}

function Items({ view: { plan, content, before, line } }: { view: ReportView }): ReactNode {
  const punctuation = usePunctuation();
  const t = useReportWords();
  const done = new Map(content.items.map((item) => [item.item, item.done]));
  const last = new Map(before?.items.map((item) => [item.item, item.done]));
  return plan.items.map(({ id, name, weight, planned }, at) => (
    <fieldset key={id} className="work-line">
      <legend>
        {name}
        {punctuation.open}
        {t.weight} {weight}%{punctuation.close}
      </legend>
      <input type="hidden" name={`item-${at + 1}-id`} value={id} />
      <Cell
        name={`item-${at + 1}-done`}
        label={t.done}
        saved={String(done.get(id) ?? '')}
        hint={[
          `${t.plannedNow} ${planned[line.period.month - 1] ?? 0}`,
          ...[last.get(id) ?? null].flatMap((percent) => (percent === null ? [] : [`${t.before} ${percent}`])),
        ].join(punctuation.gap)}
      />
    </fieldset>
  ));
}

function CheckPoints({ view: { plan, content } }: { view: ReportView }): ReactNode {
  const punctuation = usePunctuation();
  const t = useReportWords();
  const { locale } = useReader();
  const told = new Map(content.checkPoints.map((point) => [point.checkPoint, point]));
  return plan.checkPoints.map(({ id, name, due, evidence }, at) => {
    const { reached = null, evidence: shown = '' } = told.get(id) ?? {};
    return (
      <fieldset key={id} className="work-line">
        <legend>
          {name}
          {punctuation.open}
          {t.plannedDate} {calendarDate(due, locale)}
          {punctuation.close}
        </legend>
        <input type="hidden" name={`point-${at + 1}-id`} value={id} />
        <Cell
          name={`point-${at + 1}-reached`}
          label={t.reached}
          saved={reached === null ? '' : typedDate(reached, locale)}
          wide
        />
        <Cell
          name={`point-${at + 1}-evidence`}
          label={t.evidence}
          saved={shown}
          hint={`${t.planned}${punctuation.colon}${evidence}`}
          wide
        />
      </fieldset>
    );
  });
}

function Cause({ view: { content } }: { view: ReportView }): ReactNode {
  const t = useReportWords();
  const { locale } = useReader();
  const [typed, reason] = [useTyped(reportForm), useReason(reportForm)];
  return (
    <p className="field">
      <label htmlFor="cause">{t.cause}</label>
      <select id="cause" name="cause" defaultValue={typed('cause', content.cause ?? '')} {...reason('cause')}>
        <option value="">{t.noCause}</option>
        {lagCauses().map((cause) => (
          <option key={cause.code} value={cause.code}>
            {cause[locale]}
          </option>
        ))}
      </select>
      <Reason form={reportForm} of="cause" />
    </p>
  );
}

function Cell({
  name,
  label,
  saved,
  hint,
  wide = false,
}: {
  name: string;
  label: string;
  saved: string;
  hint?: string;
  wide?: boolean;
}): ReactNode {
  const [typed, reason] = [useTyped(reportForm), useReason(reportForm)];
  return (
    <p className={wide ? 'field wide' : 'field'}>
      <label htmlFor={name}>{label}</label>
      <input id={name} name={name} maxLength={500} defaultValue={typed(name, saved)} {...reason(name)} />
      {hint !== undefined && <span className="hint">{hint}</span>}
      <Reason form={reportForm} of={name} />
    </p>
  );
}

function Long({ name, label, saved }: { name: string; label: string; saved: string }): ReactNode {
  const [typed, reason] = [useTyped(reportForm), useReason(reportForm)];
  return (
    <p className="field">
      <label htmlFor={name}>{label}</label>
      <textarea id={name} name={name} rows={3} maxLength={4_000} defaultValue={typed(name, saved)} {...reason(name)} />
      <Reason form={reportForm} of={name} />
    </p>
  );
}
