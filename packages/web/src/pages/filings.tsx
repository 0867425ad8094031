import type { ReactNode } from 'react';
import { addresses } from '../addresses.ts';
import { Page, render } from '../components/document.tsx';
import { filingTitle } from '../components/facets.tsx';
import { Amount, Rate, useUnitName } from '../components/money.tsx';
import { SeverityTally } from '../components/severity.tsx';
import { executionRate } from '../figures/execution-rate.ts';
import { grouped } from '../figures/numbers.ts';
import { useAddress, useOwnWords, useReader, useWords, type Reader } from '../reader.tsx';
import { sideBySideWords } from '../side-by-side/words.ts';
import type { FilingLine } from '../views.ts';

export function filingsPage(reader: Reader, filings: readonly FilingLine[]): string {
  return render(reader, <Filings filings={filings} />);
}

function Filings({ filings }: { filings: readonly FilingLine[] }): ReactNode {
  const t = useWords();
  const own = useOwnWords(sideBySideWords);
  const address = useAddress();
  return (
    <Page
      title={t.filings}
      section="/filings"
      fictional={filings.length > 0 && filings.every(({ filing }) => filing.fictional)}
    >
      <h1>{t.filings}</h1>
      <p className="lead">{t.filingsNote}</p>
      {filings.length > 1 && (
        <p>
          <a href={address(addresses.sideBySide())}>{own.title}</a>
        </p>
      )}
      <FilingTable filings={filings} />
    </Page>
  );
}

/** The filings held, each with its own sums; there is no line of totals below. */
export function FilingTable({ filings }: { filings: readonly FilingLine[] }): ReactNode {
  const t = useWords();
  const address = useAddress();
  const { locale } = useReader();
  const unitName = useUnitName();
  if (filings.length === 0) {
    return (
      <div className="empty">
        <p>
          <b>{t.noFilings}</b>
        </p>
        <p>{t.noFilingsHelp}</p>
      </div>
    );
  }
  return (
    <>
      <table className="filings">
        <thead>
          <tr>
            <th scope="col">{t.filing}</th>
            <th scope="col" className="number">
              {t.planRows}
            </th>
            <th scope="col" className="number" title={t.shareScope}>
              {t.budgetedToDate}
            </th>
            <th scope="col" className="number" title={t.shareScope}>
              {t.executedToDate}
            </th>
            <th scope="col" className="number" title={t.rateFormula}>
              {t.rateShort} %
            </th>
            <th scope="col">{t.findings}</th>
            <th scope="col" className="number">
              {t.editions}
            </th>
          </tr>
        </thead>
        <tbody>
          {filings.map(({ filing, form, plans, findings, totals, editions }) => (
            <tr key={filing.id}>
              <th scope="row" data-label={t.filing}>
                <a href={address(addresses.filing(filing.id))}>{filingTitle(filing, locale, t.noAgency)}</a>
                <span className="facts" lang="zh-Hant">
                  {filing.fictional && <span className="fictional-tag">{t.fictional}</span>}
                  {form}
                </span>
              </th>
              <td className="number" data-label={t.planRows}>
                <a href={address(addresses.plans(`filing=${encodeURIComponent(filing.id)}`))}>{grouped(plans)}</a>
              </td>
              <td className="number" data-label={t.budgetedToDate}>
                <span>
                  <Amount value={totals.rows === 0 ? null : totals.budgetedToDate} />{' '}
                  <span className="unit">{unitName(filing.moneyUnit)}</span>
                </span>
              </td>
              <td className="number" data-label={t.executedToDate}>
                <span>
                  <Amount value={totals.rows === 0 ? null : totals.executedToDate} />{' '}
                  <span className="unit">{unitName(filing.moneyUnit)}</span>
                </span>
              </td>
              <td className="number" data-label={`${t.rateShort} %`}>
                <Rate rate={executionRate(totals)} />
              </td>
              <td data-label={t.findings}>
                <SeverityTally counts={findings} />
              </td>
              <td className="number" data-label={t.editions}>
                {editions}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="note">
        {t.rateFormula}
        {t.colon}
        {t.rateNote} {t.totalsNote}
      </p>
    </>
  );
}
