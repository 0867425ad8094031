import type { ReactNode } from 'react';
import { budgetedToDate, executedToDate, inThousands, type Reconciled, type ShareMoney } from '@guankao/workflow';
import { ComparisonResults } from '../components/comparison-results.tsx';
import { render } from '../components/document.tsx';
import { grouped } from '../figures/numbers.ts';
import { useAddress, useReader, type Reader } from '../reader.tsx';
import { checkInWords } from './money-checks.ts';
import { useMappingWords } from './mapping-words.ts';
import { ChosenColumns, ColumnsForm, ColumnsTaken, SentFile } from './money-columns.tsx';
import { MoneyMissing } from './money-missing.tsx';
import { OfficePage, useYearCrumbs } from './office-page.tsx';
import { RefusalNote, type Refused } from './refused.tsx';
import type { MoneyView, OfficeFrame } from './views.ts';
import { useOfficeWords, useRowName } from './words.ts';
import { usePunctuation } from '../words/punctuation.ts';

export function moneyPage(reader: Reader, frame: OfficeFrame, view: MoneyView, refused: Refused | null): string {
  return render(reader, <Money frame={frame} view={view} refused={refused} />);
}

function Money({ frame, view, refused }: { frame: OfficeFrame; view: MoneyView; refused: Refused | null }): ReactNode {
  const punctuation = usePunctuation();
  const [t, mapped] = [useOfficeWords(), useMappingWords()];
  const { locale } = useReader();
  const address = useAddress();
  const { year, columns, reconciled } = view;
  const action = address(`/office/years/${encodeURIComponent(year.id)}/money`);
  const yearCrumbs = useYearCrumbs(year.id);
  return (
    <OfficePage actor={frame.actor} title={t.moneyTitle} crumbs={yearCrumbs}>
      <h1>{t.moneyTitle}</h1>
      <p className="lead">{t.moneyLead}</p>
      <p>
        <a href={address(`/office/years/${encodeURIComponent(year.id)}/mappings`)}>{mapped.toMappings}</a>
      </p>
      <RefusalNote refused={refused} />
      {columns === null && <MoneyMissing view={view.missing} />}
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
      {columns !== null && reconciled?.recorded !== true && (
        <ColumnsForm action={`${action}/mapping`} columns={columns} isOpen={reconciled === null} />
      )}
      {reconciled !== null && columns !== null && (
        <>
          <ColumnsTaken columns={columns} />
          {reconciled.refused.length > 0 && (
            <section aria-labelledby="refused">
              <h2 id="refused">{t.cannotBeRecorded(reconciled.refused.length)}</h2>
              <ul>
                {reconciled.refused.map(({ row, message }) => (
                  <li key={row}>{message[locale]}</li>
                ))}
              </ul>
            </section>
          )}
          {reconciled.ambiguous.length > 0 && (
            <section aria-labelledby="ambiguous">
              <h2 id="ambiguous">{t.ambiguous}</h2>
              <ul>
                {reconciled.ambiguous.map(({ name, agency, span }) => (
                  <li key={span.start}>
                    {name}
                    {agency === null ? '' : `${punctuation.open}${agency}${punctuation.close}`}
                  </li>
                ))}
              </ul>
            </section>
          )}
          <Reconciliation rows={reconciled.rows} choose={!reconciled.recorded} />
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
            <form id="record" className="office-form" method="post" action={`${action}/record`}>
              <SentFile columns={columns} />
              <ChosenColumns mapping={columns.mapping} />
              <p>
                <button type="submit">{t.record}</button>{' '}
                <button type="submit" name="only" value="1">
                  {t.recordChosen}
                </button>
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

function Reconciliation({ rows, choose }: { rows: readonly Reconciled[]; choose: boolean }): ReactNode {
  const t = useOfficeWords();
  const rowName = useRowName();
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
          {rows.toSorted(faultsFirst).map(({ row, line, checks, proposed }) => (
            <tr key={row.id}>
              <th scope="row" data-label={t.plan}>
                {choose && line !== null && (
                  <input type="checkbox" form="record" name="rows" value={row.id} aria-label={rowName(row)} />
                )}{' '}
                {rowName(row)}
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

/** What differs stands first, then what the accounts do not have, each in the order of the form. */
function faultsFirst(a: Reconciled, b: Reconciled): number {
  const rank = ({ line, checks }: Reconciled) => (checks.some(({ agrees }) => !agrees) ? 0 : line === null ? 1 : 2);
  return rank(a) - rank(b) || a.row.position - b.row.position;
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
