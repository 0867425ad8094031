import type { ReactNode } from 'react';
import {
  percentOf,
  sumOfWeights,
  type FittedPlan,
  type RowRecord,
  type SheetLine,
  type WorkPlan,
  type YearRecord,
} from '@guankao/workflow';
import type { Message } from '@guankao/domain';
import { render } from '../components/document.tsx';
import { grouped } from '../figures/numbers.ts';
import { useAddress, useReader, type Reader } from '../reader.tsx';
import { OfficePage, useYearCrumbs } from './office-page.tsx';
import { Reason, RefusalNote, RefusedPage, type Refused } from './refused.tsx';
import { Once } from './shown.tsx';
import type { OfficeFrame } from './views.ts';
import { useWorkPlanImportWords } from './work-plan-import-words.ts';
import { useRowName } from './words.ts';
import { usePunctuation } from '../words/punctuation.ts';

export interface WorkPlanImportView {
  readonly year: YearRecord;
  /** How many plans were just kept. */
  readonly taken: number | null;
  /** A sheet that was read and is not kept. */
  readonly sent: {
    readonly fileName: string;
    readonly base64: string;
    readonly plans: readonly {
      readonly row: RowRecord;
      readonly plan: WorkPlan | null;
      readonly fitted: FittedPlan | null;
      readonly refused: { readonly place: string; readonly message: Message } | null;
    }[];
    readonly unmatched: readonly SheetLine[];
    readonly unused: readonly string[];
  } | null;
}

/** A sheet of work plans: shown line by line before anything of it is kept. */
export function workPlanImportPage(
  reader: Reader,
  frame: OfficeFrame,
  view: WorkPlanImportView,
  refused: Refused | null,
): string {
  return render(
    reader,
    <RefusedPage refused={refused}>
      <ImportPage frame={frame} view={view} refused={refused} />
    </RefusedPage>,
  );
}

function ImportPage({
  frame,
  view: { year, taken, sent },
  refused,
}: {
  frame: OfficeFrame;
  view: WorkPlanImportView;
  refused: Refused | null;
}): ReactNode {
  const t = useWorkPlanImportWords();
  const address = useAddress();
  const path = `/office/years/${encodeURIComponent(year.id)}/work-plans`;
  const yearCrumbs = useYearCrumbs(year.id);
  return (
    <OfficePage actor={frame.actor} title={t.title} crumbs={yearCrumbs}>
      <h1>{t.title}</h1>
      <p className="lead">{t.lead}</p>
      <RefusalNote refused={refused} />
      {taken !== null && <output className="note">{t.taken(taken)}</output>}
      <form className="office-form" method="post" action={address(path)} encType="multipart/form-data">
        <p className="field">
          <label htmlFor="file">{t.file}</label>
          <input id="file" name="file" type="file" required accept=".csv,.ods,.xlsx" />
          <Reason form="work-plans" of="file" />
        </p>
        <p className="hint">{t.columns}</p>
        <p>
          <button type="submit">{t.read}</button>
        </p>
      </form>
      {sent !== null && <Read sent={sent} action={address(`${path}/take`)} />}
    </OfficePage>
  );
}

function Read({ sent, action }: { sent: NonNullable<WorkPlanImportView['sent']>; action: string }): ReactNode {
  const t = useWorkPlanImportWords();
  const takeable = sent.plans.filter(({ fitted }) => fitted !== null);
  return (
    <form className="work-form" method="post" action={action}>
      <h2>{t.readTitle(sent.fileName)}</h2>
      <Once />
      <input type="hidden" name="fileName" value={sent.fileName} />
      <input type="hidden" name="base64" value={sent.base64} />
      {sent.plans.length === 0 ? <p>{t.noPlans}</p> : <Plans plans={sent.plans} />}
      {sent.unused.length > 0 && <p className="hint">{t.unused(sent.unused)}</p>}
      {sent.unmatched.length > 0 && <Unmatched lines={sent.unmatched} />}
      {takeable.length > 0 && (
        <p>
          <button type="submit">{t.take}</button>
        </p>
      )}
    </form>
  );
}

function Plans({ plans }: Pick<NonNullable<WorkPlanImportView['sent']>, 'plans'>): ReactNode {
  const [t, rowName] = [useWorkPlanImportWords(), useRowName()];
  const { locale } = useReader();
  return (
    <div className="table-frame">
      <table className="office-table">
        <thead>
          <tr>
            <th scope="col">{t.plan}</th>
            <th scope="col">{t.changes}</th>
            <th scope="col">{t.comesTo}</th>
          </tr>
        </thead>
        <tbody>
          {plans.map(({ row, plan, fitted, refused }) => (
            <tr key={row.id}>
              <th scope="row" data-label={t.plan}>
                <label>
                  {fitted !== null && <input type="checkbox" name="rows" value={row.id} defaultChecked />}{' '}
                  {rowName(row)}
                </label>
              </th>
              <td data-label={t.changes}>
                {fitted === null
                  ? t.refused(refused?.place ?? '', refused?.message[locale] ?? '')
                  : `${plan === null ? t.fresh : ''}${t.counts(fitted.counts)}`}
              </td>
              <td data-label={t.comesTo}>
                {fitted === null
                  ? '—'
                  : t.sums(
                      fitted.after.items.length,
                      percentOf(sumOfWeights(fitted.after.items)),
                      fitted.after.checkPoints.length,
                      grouped(fitted.after.spending.at(-1) ?? 0),
                    )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Unmatched({ lines }: { lines: readonly SheetLine[] }): ReactNode {
  const punctuation = usePunctuation();
  const t = useWorkPlanImportWords();
  return (
    <>
      <h2>{t.unmatched(lines.length)}</h2>
      <ul className="plain-list">
        {lines.map(({ place, text, why }) => (
          <li key={place}>
            {place}
            {punctuation.colon}
            {text}
            {punctuation.open}
            {t.why[why]}
            {punctuation.close}
          </li>
        ))}
      </ul>
    </>
  );
}
