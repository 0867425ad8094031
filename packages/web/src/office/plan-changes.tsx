import type { ReactNode } from 'react';
import { isStanding, type Agency, type RowRecord, type YearRecord } from '@guankao/workflow';
import { render } from '../components/document.tsx';
import { useAddress, type Reader } from '../reader.tsx';
import { OfficePage, useYearCrumbs } from './office-page.tsx';
import { Reason, ReasonField, RefusalNote, type Refused, RefusedPage, useReason, useTyped } from './refused.tsx';
import type { OfficeFrame } from './views.ts';
import { useOfficeWords, useRowName } from './words.ts';
import { usePunctuation } from '../words/punctuation.ts';

export interface PlanChangesView {
  readonly year: YearRecord;
  /** All that one may see, those that were retired too. */
  readonly rows: readonly RowRecord[];
  /** The ministry and those below it. */
  readonly agencies: readonly Agency[];
  /** The form is open, and one may. */
  readonly mayChange: boolean;
}

/** How many parts the page offers to split a plan into; the API takes more. */
export const partsOffered = 4;

/** Plans renamed, handed over, split, merged and retired within a year. */
export function planChangesPage(
  reader: Reader,
  frame: OfficeFrame,
  view: PlanChangesView,
  refused: Refused | null,
): string {
  return render(
    reader,
    <RefusedPage refused={refused}>
      <PlanChanges frame={frame} view={view} refused={refused} />
    </RefusedPage>,
  );
}

function PlanChanges({
  frame,
  view,
  refused,
}: {
  frame: OfficeFrame;
  view: PlanChangesView;
  refused: Refused | null;
}): ReactNode {
  const t = useOfficeWords();
  const { year, rows } = view;
  const [standing, retired] = [rows.filter(isStanding), rows.filter((row) => !isStanding(row))];
  const yearCrumbs = useYearCrumbs(year.id);
  return (
    <OfficePage actor={frame.actor} title={`${t.planChanges} ${year.id}`} crumbs={yearCrumbs}>
      <h1>
        {t.planChanges} {year.id}
      </h1>
      <p className="lead">{t.planChangesLead}</p>
      <RefusalNote refused={refused} />
      {!view.mayChange && <p className="note">{t.planChangesClosed}</p>}
      {view.mayChange && (
        <>
          <ChangeForm view={view} command="rename-row" title={t.renamePlan}>
            <RowChoice form="rename-row" rows={standing} />
            <Line form="rename-row" name="name" label={t.newPlanName} />
          </ChangeForm>
          <ChangeForm view={view} command="hand-over-row" title={t.handOverPlan}>
            <RowChoice form="hand-over-row" rows={standing} />
            <AgencyChoice form="hand-over-row" name="agency" agencies={view.agencies} />
          </ChangeForm>
          <ChangeForm view={view} command="split-row" title={t.splitPlan} lead={t.splitPlanLead}>
            <RowChoice form="split-row" rows={standing} />
            <fieldset>
              <legend>
                {t.splitInto} <Reason form="split-row" of="into" />
              </legend>
              {Array.from({ length: partsOffered }, (_, at) => (
                <div key={at} className="part">
                  <Line form="split-row" name={`name-${at + 1}`} label={t.partName(at + 1)} optional={at > 1} />
                  <AgencyChoice form="split-row" name={`agency-${at + 1}`} agencies={view.agencies} />
                </div>
              ))}
            </fieldset>
          </ChangeForm>
          <ChangeForm view={view} command="merge-rows" title={t.mergePlans} lead={t.mergePlansLead}>
            <RowBoxes form="merge-rows" rows={standing} />
            <Line form="merge-rows" name="name" label={t.newPlanName} />
            <AgencyChoice form="merge-rows" name="agency" agencies={view.agencies} />
          </ChangeForm>
          <ChangeForm view={view} command="retire-row" title={t.retirePlan} lead={t.retirePlanLead}>
            <RowChoice form="retire-row" rows={standing} />
          </ChangeForm>
        </>
      )}
      {retired.length > 0 && <Retired rows={retired} all={rows} />}
      {view.mayChange && retired.some(({ successors }) => successors.length === 0) && (
        <ChangeForm view={view} command="restore-row" title={t.restorePlan}>
          <RowChoice form="restore-row" rows={retired.filter(({ successors }) => successors.length === 0)} />
        </ChangeForm>
      )}
    </OfficePage>
  );
}

function ChangeForm({
  view,
  command,
  title,
  lead,
  children,
}: {
  view: PlanChangesView;
  command: string;
  title: string;
  lead?: string;
  children: ReactNode;
}): ReactNode {
  const t = useOfficeWords();
  const address = useAddress();
  return (
    <form
      className="office-form"
      method="post"
      action={address(`/office/years/${encodeURIComponent(view.year.id)}/changes/${command}`)}
    >
      <h2>{title}</h2>
      {lead !== undefined && <p>{lead}</p>}
      <input type="hidden" name="version" value={view.year.version} />
      {children}
      <ReasonField form={command} label={t.reason} id={`${command}-reason`} placeholder={t.changeReasonExample} />
      <p>
        <button type="submit">{title}</button>
      </p>
    </form>
  );
}

function RowChoice({ form, rows }: { form: string; rows: readonly RowRecord[] }): ReactNode {
  const t = useOfficeWords();
  const rowName = useRowName();
  const [typed, reason] = [useTyped(form), useReason(form)];
  return (
    <p className="field">
      <label htmlFor={`${form}-row`}>{t.plan}</label>
      <select id={`${form}-row`} name="row" defaultValue={typed('row')} {...reason('row')}>
        {rows.map((row) => (
          <option key={row.id} value={row.id}>
            {`${row.marker ?? ''}${rowName(row)}`}
          </option>
        ))}
      </select>
      <Reason form={form} of="row" />
    </p>
  );
}

function RowBoxes({ form, rows }: { form: string; rows: readonly RowRecord[] }): ReactNode {
  const t = useOfficeWords();
  const rowName = useRowName();
  const chosen = useTyped(form)('rows').split('\n');
  return (
    <fieldset>
      <legend>
        {t.plansToMerge} <Reason form={form} of="rows" />
        <Reason form={form} of="row" />
      </legend>
      {rows.map((row) => (
        <label key={row.id} className="choice">
          <input type="checkbox" name="rows" value={row.id} defaultChecked={chosen.includes(row.id)} /> {rowName(row)}
        </label>
      ))}
    </fieldset>
  );
}

function Line({
  form,
  name,
  label,
  optional = false,
}: {
  form: string;
  name: string;
  label: string;
  optional?: boolean;
}): ReactNode {
  const [typed, reason] = [useTyped(form), useReason(form)];
  return (
    <p className="field">
      <label htmlFor={`${form}-${name}`}>{label}</label>
      <input
        id={`${form}-${name}`}
        name={name}
        required={!optional}
        maxLength={32_000}
        defaultValue={typed(name)}
        {...reason(name)}
      />
      <Reason form={form} of={name} />
    </p>
  );
}

function AgencyChoice({
  form,
  name,
  agencies,
}: {
  form: string;
  name: string;
  agencies: readonly Agency[];
}): ReactNode {
  const t = useOfficeWords();
  const [typed, reason] = [useTyped(form), useReason(form)];
  return (
    <p className="field">
      <label htmlFor={`${form}-${name}`}>{t.executingAgency}</label>
      <select id={`${form}-${name}`} name={name} defaultValue={typed(name)} {...reason(name)}>
        {agencies.map((agency) => (
          <option key={agency.id} value={agency.id}>
            {agency.name}
          </option>
        ))}
      </select>
      <Reason form={form} of={name} />
    </p>
  );
}

/** Rows that are not in the form any more: nothing that was typed in them is gone. */
function Retired({ rows, all }: { rows: readonly RowRecord[]; all: readonly RowRecord[] }): ReactNode {
  const punctuation = usePunctuation();
  const t = useOfficeWords();
  const rowName = useRowName();
  const address = useAddress();
  const nameOf = (id: string) => {
    const row = all.find((one) => one.id === id);
    return row === undefined ? id : rowName(row);
  };
  return (
    <section aria-labelledby="retired">
      <h2 id="retired">{t.retiredPlans}</h2>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <a href={address(`/office/rows/${encodeURIComponent(row.id)}`)}>{rowName(row)}</a>
            {row.successors.length > 0 && (
              <>
                {' → '}
                {row.successors.map((id, at) => (
                  <span key={id}>
                    {at > 0 && punctuation.list}
                    <a href={address(`/office/rows/${encodeURIComponent(id)}`)}>{nameOf(id)}</a>
                  </span>
                ))}
              </>
            )}
            {punctuation.gap}
            <a href={address(`/office/rows/${encodeURIComponent(row.id)}/history`)}>{t.history}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
