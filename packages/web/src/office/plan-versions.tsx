import type { ReactNode } from 'react';
import { revisionsOf, versionInForce, type Revision } from '@guankao/workflow';
import { grouped } from '../figures/numbers.ts';
import { calendarDate } from '../figures/years.ts';
import { useAddress, useReader } from '../reader.tsx';
import { PeriodFields } from './period-fields.tsx';
import { Shown } from './shown.tsx';
import { shownIn, type RowView } from './views.ts';
import { fieldLabels, useOfficeWords } from './words.ts';

/** The documents that approved the plan, each beside what it changed; and the form for the next one. */
export function PlanVersions({ view }: { view: RowView }): ReactNode {
  const t = useOfficeWords();
  const { locale } = useReader();
  const { row } = view.line;
  const inForce = versionInForce(row.versions, row.fiscalYear);
  if (row.versions.length === 0 && !view.mayWriteVersion) return null;
  return (
    <section className="money-form" aria-labelledby="versions">
      <h2 id="versions">{t.versions}</h2>
      {row.versions.length === 0 ? (
        <p className="hint">{t.noVersions}</p>
      ) : (
        <div className="table-frame">
          <table className="office-table">
            <thead>
              <tr>
                <th scope="col">{t.versions}</th>
                <th scope="col">{t.approvalDate}</th>
                <th scope="col" className="number">
                  {t.approvedTotal}
                </th>
                <th scope="col">{fieldLabels[locale].period}</th>
                <th scope="col">{t.reason}</th>
              </tr>
            </thead>
            <tbody>
              {revisionsOf(row.versions).map((revision) => (
                <VersionRow
                  key={revision.version.number}
                  revision={revision}
                  isInForce={revision.version.number === inForce?.number}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {view.mayWriteVersion && <VersionForm view={view} />}
    </section>
  );
}

function VersionRow({
  revision: { version, before, totalChange, periodChanged },
  isInForce,
}: {
  revision: Revision;
  isInForce: boolean;
}): ReactNode {
  const t = useOfficeWords();
  const { locale } = useReader();
  return (
    <tr>
      <th scope="row" data-label={t.versions}>
        {t.versionNumber(version.number)}
        {isInForce && <span className="facts">{t.inForce}</span>}
        <span className="facts" lang="zh-Hant">
          {version.documentNumber}
        </span>
      </th>
      <td data-label={t.approvalDate}>{calendarDate(version.date, locale)}</td>
      <td data-label={t.approvedTotal} className="number">
        {grouped(version.total)}
        {totalChange !== null && totalChange !== 0 && (
          <span className="facts">{t.changedBy(`${totalChange > 0 ? '+' : ''}${grouped(totalChange)}`)}</span>
        )}
      </td>
      <td data-label={fieldLabels[locale].period}>
        <span lang="zh-Hant">{version.period}</span>
        {periodChanged && before !== null && <span className="facts">{t.wasPeriod(before.period)}</span>}
      </td>
      <td data-label={t.reason}>{version.reason ?? '—'}</td>
    </tr>
  );
}

function VersionForm({ view }: { view: RowView }): ReactNode {
  const t = useOfficeWords();
  const { locale, assets } = useReader();
  const address = useAddress();
  const { row } = view.line;
  const shown = (field: string, saved = '') => shownIn(view, 'versions', field, saved);
  return (
    <form method="post" action={address(`/office/rows/${encodeURIComponent(row.id)}/versions`)}>
      <Shown version={row.version} />
      <div className="amounts">
        <p className="field">
          <label htmlFor="version-document">{t.documentNumber}</label>
          <input
            id="version-document"
            name="documentNumber"
            defaultValue={shown('documentNumber')}
            required
            maxLength={200}
            aria-describedby="version-document-hint"
          />
          <span id="version-document-hint" className="hint">
            {t.documentNumberHint}
          </span>
        </p>
        <p className="field" data-date-field="">
          <label htmlFor="version-date">{t.approvalDate}</label>
          <input
            id="version-date"
            name="date"
            defaultValue={shown('date')}
            required
            maxLength={40}
            aria-describedby="version-date-hint"
          />
          <span id="version-date-hint" className="hint">
            {t.dateHint}
          </span>
        </p>
        <p className="field">
          <label htmlFor="version-total">{t.approvedTotal}</label>
          <input
            id="version-total"
            name="total"
            defaultValue={shown('total')}
            required
            inputMode="numeric"
            className="amount"
            aria-describedby="version-total-hint"
          />
          <span id="version-total-hint" className="hint">
            {t.moneyHint}
          </span>
        </p>
        <p className="field">
          <label htmlFor="version-reason">{t.versionReason}</label>
          <input id="version-reason" name="reason" defaultValue={shown('reason')} maxLength={2_000} />
        </p>
      </div>
      <PeriodFields legend={fieldLabels[locale].period} value={shown('period', row.texts.period)} readOnly={false} />
      <p>
        <button type="submit">{t.recordVersion}</button>
      </p>
      {assets.dateField !== undefined && <script src={assets.dateField} type="module" />}
    </form>
  );
}
