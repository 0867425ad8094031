import type { ReactNode } from 'react';
import {
  budgetedToDate,
  executedToDate,
  inThousands,
  type Check,
  type Reconciled,
  type ShareMoney,
} from '@guankao/workflow';
import { ComparisonResults } from '../components/comparison-results.tsx';
import { render } from '../components/document.tsx';
import { grouped } from '../figures/numbers.ts';
import { useAddress, useReader, type Reader } from '../reader.tsx';
import type { Locale } from '../words/words.ts';
import { OfficePage } from './office-page.tsx';
import { RefusalNote, type Refused } from './sign-in.tsx';
import type { MoneyView, OfficeFrame } from './views.ts';
import { useOfficeWords } from './words.ts';

export function moneyPage(reader: Reader, frame: OfficeFrame, view: MoneyView, refused: Refused | null): string {
  return render(reader, <Money frame={frame} view={view} refused={refused} />);
}

function Money({ frame, view, refused }: { frame: OfficeFrame; view: MoneyView; refused: Refused | null }): ReactNode {
  const t = useOfficeWords();
  const address = useAddress();
  const { year, reconciled } = view;
  const action = address(`/office/years/${encodeURIComponent(year.id)}/money`);
  return (
    <OfficePage
      actor={frame.actor}
      title={t.moneyTitle}
      crumbs={[
        { path: '/office', name: t.office },
        { path: `/office/years/${encodeURIComponent(year.id)}`, name: year.id },
      ]}
    >
      <h1>{t.moneyTitle}</h1>
      <p className="lead">{t.moneyLead}</p>
      <RefusalNote refused={refused} />
      {reconciled?.recorded === true && <output className="note">{t.recorded}</output>}
      <form className="office-form" method="post" action={action} encType="multipart/form-data">
        <p className="field">
          <label htmlFor="file">{t.file}</label>
          <input id="file" name="file" type="file" accept=".csv,.xlsx,.ods" required />
        </p>
        <p>
          <button type="submit">{t.reconcile}</button>
        </p>
      </form>
      {reconciled !== null && (
        <>
          <Reconciliation rows={reconciled.rows} />
          {reconciled.unmatched.length > 0 && (
            <section aria-labelledby="only-there">
              <h2 id="only-there">{t.onlyInAccounts}</h2>
              <ul>
                {reconciled.unmatched.map(({ name }) => (
                  <li key={name}>{name}</li>
                ))}
              </ul>
            </section>
          )}
          {!reconciled.recorded && (
            <form className="office-form" method="post" action={`${action}/record`}>
              <input type="hidden" name="fileName" value={reconciled.fileName} />
              <input type="hidden" name="base64" value={reconciled.base64} />
              <p>
                <button type="submit">{t.record}</button>
              </p>
            </form>
          )}
        </>
      )}
      <Budget view={view} />
    </OfficePage>
  );
}

/** The form as it stands, held against what the budget says of the same plans. */
function Budget({ view: { year, budget } }: { view: MoneyView }): ReactNode {
  const t = useOfficeWords();
  const address = useAddress();
  return (
    <section aria-labelledby="budget">
      <form
        className="office-form"
        method="post"
        action={address(`/office/years/${encodeURIComponent(year.id)}/money/budget`)}
        encType="multipart/form-data"
      >
        <h2 id="budget">{t.budgetTitle}</h2>
        <p className="hint">{t.budgetLead}</p>
        <p className="field">
          <label htmlFor="budget-file">{t.budgetFile}</label>
          <input id="budget-file" name="file" type="file" required />
        </p>
        <p>
          <button type="submit">{t.compareBudget}</button>
        </p>
      </form>
      {budget !== null && (
        <ComparisonResults
          name={budget.name}
          comparison={budget.comparison}
          addressOf={(row) => `/office/rows/${encodeURIComponent(row)}`}
        />
      )}
    </section>
  );
}

function Reconciliation({ rows }: { rows: readonly Reconciled[] }): ReactNode {
  const t = useOfficeWords();
  const { locale } = useReader();
  return (
    <div className="table-frame">
      <table className="office-table">
        <thead>
          <tr>
            <th scope="col">{t.plan}</th>
            <th scope="col">{t.checks}</th>
            <th scope="col">{t.toThousand}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, line, checks, proposed }) => (
            <tr key={row.id}>
              <th scope="row" data-label={t.plan}>
                {row.texts.name}
              </th>
              <td data-label={t.checks}>
                {line === null ? (
                  <span>{t.notInAccounts}</span>
                ) : (
                  <ul className="plain-list">
                    {checks.map((check) => (
                      <li key={check.id}>{checkInWords(check, locale)}</li>
                    ))}
                  </ul>
                )}
              </td>
              <td data-label={t.toThousand}>
                <Printed money={proposed} fiscalYear={row.fiscalYear} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What the form will print, and what rounding to 千元 takes or adds. */
function Printed({ money, fiscalYear }: { money: ShareMoney; fiscalYear: number }): ReactNode {
  const t = useOfficeWords();
  const columns = [
    [t.budgetedToDate, budgetedToDate(money, fiscalYear)],
    [t.executedToDate, executedToDate(money, fiscalYear)],
  ] as const;
  return (
    <ul className="plain-list">
      {columns.map(([name, twd]) => {
        if (twd === null) return <li key={name}>{name} —</li>;
        const { thousands, rest } = inThousands(twd);
        return <li key={name}>{t.printed(name, grouped(thousands), grouped(rest))}</li>;
      })}
    </ul>
  );
}

const checkNames: Readonly<Record<Locale, Readonly<Record<Check['id'], string>>>> = {
  'zh-Hant': {
    accounts: '實現數與已登錄的',
    identity: '可支用－（實現＋應付＋保留＋賸餘）',
    'last-year-budgeted': '累計編列與去年累計',
    'last-year-executed': '累計執行與去年累計',
    'executed-over-budgeted': '累計執行與累計編列',
    'unit-slip': '單位可能差了一千倍',
  },
  en: {
    accounts: 'realised against what is recorded',
    identity: 'available − (realised + payable + carried over + lapsed)',
    'last-year-budgeted': 'budgeted to date against last year’s',
    'last-year-executed': 'executed to date against last year’s',
    'executed-over-budgeted': 'executed against budgeted to date',
    'unit-slip': 'the unit may be off by a thousand',
  },
};

function checkInWords({ id, agrees, here, there }: Check, locale: Locale): string {
  const amount = (twd: number | null) => (twd === null ? '—' : twd.toLocaleString('en-US'));
  const mark = agrees ? '●' : '○';
  const result = locale === 'en' ? (agrees ? 'agrees' : 'differs') : agrees ? '相符' : '不符';
  return `${mark} ${checkNames[locale][id]} ${result}（${amount(here)} ／ ${amount(there)}）`;
}
