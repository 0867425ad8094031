import { Fragment, type ReactNode } from 'react';
import { columnTitles, rowFields, type RowField } from '@guankao/domain';
import {
  disclosureGrounds,
  disclosureLevels,
  groundCited,
  groundIds,
  moneyFields,
  rowTextFields,
  withheldOf,
  type DisclosureLevel,
  type PersonalData,
  type RowRecord,
  type YearRecord,
} from '@guankao/workflow';
import { render } from '../components/document.tsx';
import { useAddress, useReader, type Reader } from '../reader.tsx';
import type { Locale } from '../words/words.ts';
import { OfficePage, useYearCrumbs } from './office-page.tsx';
import { Reason, ReasonField, RefusalNote, type Refused, RefusedPage, useReason, useTyped } from './refused.tsx';
import type { OfficeFrame } from './views.ts';
import { useOfficeWords, useRowName } from './words.ts';
import { usePunctuation } from '../words/punctuation.ts';

export interface DisclosureView {
  readonly year: YearRecord;
  readonly rows: readonly RowRecord[];
  /** What may be personal in what the rows say. */
  readonly proposals: readonly PersonalData[];
  readonly mayDecide: boolean;
}

/** What of a form the public is shown: what may be personal, what was decided, and deciding it. */
export function disclosurePage(
  reader: Reader,
  frame: OfficeFrame,
  view: DisclosureView,
  refused: Refused | null,
): string {
  return render(
    reader,
    <RefusedPage refused={refused}>
      <DisclosurePage frame={frame} view={view} refused={refused} />
    </RefusedPage>,
  );
}

function fieldName(field: RowField, locale: Locale): string {
  if (locale === 'zh-Hant') return columnTitles[field];
  const label = { ...rowTextFields, ...moneyFields }[field as keyof typeof rowTextFields]?.label;
  return label?.en ?? moneyNamesInEnglish[field] ?? field;
}

const moneyNamesInEnglish: Readonly<Record<string, string>> = {
  budgetedToDate: 'budgeted to date',
  executedToDate: 'executed to date',
};

function DisclosurePage({
  frame,
  view,
  refused,
}: {
  frame: OfficeFrame;
  view: DisclosureView;
  refused: Refused | null;
}): ReactNode {
  const t = useOfficeWords();
  const { year } = view;
  const yearCrumbs = useYearCrumbs(year.id);
  return (
    <OfficePage actor={frame.actor} title={`${t.disclosure} ${year.id}`} crumbs={yearCrumbs}>
      <h1>
        {t.disclosure} {year.id}
      </h1>
      <p className="lead">{t.disclosureLead}</p>
      <RefusalNote refused={refused} />
      <Proposals view={view} />
      <Decided view={view} />
      {view.mayDecide && <DecideForm view={view} />}
    </OfficePage>
  );
}

/** Proposals only: nothing is withheld because a program thought so. */
function Proposals({ view: { rows, proposals } }: { view: DisclosureView }): ReactNode {
  const punctuation = usePunctuation();
  const t = useOfficeWords();
  const { locale } = useReader();
  const rowName = useRowName();
  return (
    <section aria-labelledby="proposals">
      <h2 id="proposals">{t.mayBePersonal}</h2>
      <p>{proposals.length === 0 ? t.nothingPersonal : t.mayBePersonalLead(proposals.length)}</p>
      {proposals.length > 0 && (
        <div className="table-frame">
          <table className="office-table">
            <thead>
              <tr>
                <th scope="col">{t.plan}</th>
                <th scope="col">{t.changedField}</th>
                <th scope="col">{t.found}</th>
                <th scope="col">{t.decided}</th>
              </tr>
            </thead>
            <tbody>
              {proposals.map(({ row: id, field, kind, text, start }) => {
                const row = rows.find((one) => one.id === id);
                const decided = row?.disclosure[field];
                return (
                  <tr key={`${id}-${field}-${kind}-${start}`}>
                    <th scope="row" data-label={t.plan}>
                      {row === undefined ? id : rowName(row)}
                    </th>
                    <td data-label={t.changedField}>{fieldName(field, locale)}</td>
                    <td data-label={t.found}>
                      <q lang="zh-Hant">{text}</q>
                      {punctuation.gap}
                      {t.personalKinds[kind]}
                    </td>
                    <td data-label={t.decided}>
                      {decided === undefined ? t.notDecided : disclosureLevels[decided.level][locale]}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Decided({ view: { rows } }: { view: DisclosureView }): ReactNode {
  const punctuation = usePunctuation();
  const t = useOfficeWords();
  const { locale } = useReader();
  const rowName = useRowName();
  const withheld = rows.filter((row) => Object.keys(withheldOf(row.disclosure)).length > 0);
  return (
    <section aria-labelledby="decided">
      <h2 id="decided">{t.withheldFields}</h2>
      {withheld.length === 0 && <p>{t.nothingWithheld}</p>}
      <dl>
        {withheld.map((row) => (
          <Fragment key={row.id}>
            <dt>{rowName(row)}</dt>
            {Object.entries(withheldOf(row.disclosure)).map(([field, said]) => (
              <dd key={field}>
                {fieldName(field as RowField, locale)}
                {punctuation.colon}
                <span lang="zh-Hant">{said}</span>
              </dd>
            ))}
          </Fragment>
        ))}
      </dl>
    </section>
  );
}

const levels = Object.keys(disclosureLevels) as readonly DisclosureLevel[];

function DecideForm({ view: { year, rows } }: { view: DisclosureView }): ReactNode {
  const punctuation = usePunctuation();
  const t = useOfficeWords();
  const { locale } = useReader();
  const rowName = useRowName();
  const address = useAddress();
  const [typed, reason] = [useTyped('disclosure'), useReason('disclosure')];
  const chosen = typed('fields').split('\n');
  return (
    <form
      className="office-form"
      method="post"
      action={address(`/office/years/${encodeURIComponent(year.id)}/disclosure`)}
    >
      <h2>{t.decideDisclosure}</h2>
      <p className="field">
        <label htmlFor="row">{t.plan}</label>
        <select id="row" name="row" defaultValue={typed('row')} {...reason('row')}>
          {rows.map((row) => (
            <option key={row.id} value={row.id}>
              {rowName(row)}
            </option>
          ))}
        </select>
      </p>
      <fieldset>
        <legend>
          {t.whichFields} <Reason form="disclosure" of="fields" />
        </legend>
        {rowFields.map((field) => (
          <label key={field} className="choice">
            <input type="checkbox" name="fields" value={field} defaultChecked={chosen.includes(field)} />{' '}
            {fieldName(field, locale)}
          </label>
        ))}
        <label className="choice">
          <input type="checkbox" name="whole" value="1" defaultChecked={typed('whole') === '1'} /> {t.wholeRow}
        </label>
      </fieldset>
      <p className="field">
        <label htmlFor="level">{t.decided}</label>
        <select id="level" name="level" defaultValue={typed('level', 'closed')} {...reason('level')}>
          {levels.map((level) => (
            <option key={level} value={level}>
              {disclosureLevels[level][locale]}
            </option>
          ))}
        </select>
      </p>
      <p className="field">
        <label htmlFor="ground">{t.legalGround}</label>
        <select id="ground" name="ground" defaultValue={typed('ground')} {...reason('ground')}>
          <option value="">{t.noGround}</option>
          {groundIds.map((ground) => (
            <option key={ground} value={ground}>
              {groundCited(ground)}
              {punctuation.gap}
              {disclosureGrounds[ground][locale]}
            </option>
          ))}
        </select>
        <Reason form="disclosure" of="ground" />
      </p>
      <ReasonField form="disclosure" label={t.insideReason} />
      <p>
        <button type="submit">{t.decideDisclosure}</button>
      </p>
    </form>
  );
}
