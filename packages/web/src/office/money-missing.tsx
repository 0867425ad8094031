import type { ReactNode } from 'react';
import type { Check, RowRecord } from '@guankao/workflow';
import { heading, terms } from '@guankao/terms';
import { useAddress, useOwnWords, useReader } from '../reader.tsx';
import { both } from '../words/words.ts';
import { checkInWords } from './money-checks.ts';
import { useOfficeWords, useRowName } from './words.ts';
import { usePunctuation } from '../words/punctuation.ts';

/** What of a row's money is wrong, and what is not there yet. */
export interface MissingOfRow {
  readonly row: RowRecord;
  readonly agencyName: string;
  /** Checks that do not hold of what is recorded. */
  readonly faults: readonly Check[];
  /** What is recorded beside what its accounts give: other amounts, or money whose accounts are gone. */
  readonly accounts: 'differs' | 'orphan' | null;
  /** Where its accounts are; null: no mapping holds the row. */
  readonly mapping: string | null;
  readonly missing: readonly ('year' | 'approvedTotal')[];
}

/** 主計's own list: faults first. */
export interface MissingMoney {
  readonly rows: readonly MissingOfRow[];
  /** How many rows are theirs. */
  readonly all: number;
  /** Of how many this year's money is recorded. */
  readonly recorded: number;
}

const table = {
  title: both('還缺什麼', 'What is missing'),
  counts: both(
    (recorded: number, all: number) => `您的 ${all} 列中 ${recorded} 列已登錄本年度經費。`,
    (recorded: number, all: number) => `This year’s money is recorded of ${recorded} of your ${all} rows.`,
  ),
  nothing: both('沒有缺漏，也沒有不合的金額。', 'Nothing is missing, and no amount is at fault.'),
  fault: both('請先處理', 'To be mended first'),
  missing: both('尚缺', 'Missing'),
  year: both(
    (roc: number) => `尚無本年度（${roc}）經費`,
    (roc: number) => `no money of the year (ROC ${roc}) yet`,
  ),
  approvedTotal: both(`沒有${terms.approvedTotal['zh-Hant']}`, `no ${terms.approvedTotal.en}`),
  differs: both('登錄的金額與科目對應算得的不同', 'another amount is recorded than the accounts give'),
  orphan: both('登錄了金額，但已沒有歸屬的科目', 'money is recorded, and no account is assigned any more'),
  toAccounts: heading(terms.accountMapping),
} as const;

/** Row by row, with the plan's name: what is at fault stands before what is only missing. */
export function MoneyMissing({ view }: { readonly view: MissingMoney }): ReactNode {
  const t = useOwnWords(table);
  const office = useOfficeWords();
  if (view.all === 0) return null;
  return (
    <section aria-labelledby="money-missing">
      <h2 id="money-missing">{t.title}</h2>
      <p>{t.counts(view.recorded, view.all)}</p>
      {view.rows.length === 0 ? (
        <p>{t.nothing}</p>
      ) : (
        <div className="table-frame">
          <table className="office-table">
            <thead>
              <tr>
                <th scope="col">{office.plan}</th>
                <th scope="col">{office.agency}</th>
                <th scope="col">{t.fault}</th>
                <th scope="col">{t.missing}</th>
              </tr>
            </thead>
            <tbody>
              {view.rows.map((one) => (
                <MissingRow key={one.row.id} one={one} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function MissingRow({
  one: { row, agencyName, faults, accounts, mapping, missing },
}: {
  one: MissingOfRow;
}): ReactNode {
  const punctuation = usePunctuation();
  const t = useOwnWords(table);
  const office = useOfficeWords();
  const { locale } = useReader();
  const address = useAddress();
  const rowName = useRowName();
  const said = [...faults.map((check) => checkInWords(check, locale)), ...(accounts === null ? [] : [t[accounts]])];
  const lacks = missing.map((what) => (what === 'year' ? t.year(row.fiscalYear - 1911) : t.approvedTotal));
  const toAccounts = mapping !== null && (
    <p>
      <a
        href={address(`/office/mappings/${encodeURIComponent(mapping)}`)}
        aria-label={`${t.toAccounts}${punctuation.colon}${rowName(row)}`}
      >
        {t.toAccounts}
      </a>
    </p>
  );
  return (
    <tr>
      <th scope="row">
        <a href={address(`/office/rows/${encodeURIComponent(row.id)}#money`)}>
          {row.position}. {row.marker ?? ''}
          {rowName(row)}
        </a>
      </th>
      <td data-label={office.agency}>{agencyName}</td>
      <td data-label={t.fault}>
        <Lines of={said} />
        {accounts !== null && toAccounts}
      </td>
      <td data-label={t.missing}>
        <Lines of={lacks} />
        {accounts === null && missing.includes('year') && toAccounts}
      </td>
    </tr>
  );
}

function Lines({ of }: { readonly of: readonly string[] }): ReactNode {
  if (of.length === 0) return '—';
  return (
    <ul className="plain-list">
      {of.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
