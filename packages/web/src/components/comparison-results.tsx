import type { ReactNode } from 'react';
import type { Compared, Comparison } from '@guankao/comparison';
import { useAddress, useOwnWords, useReader, usePlanTitle } from '../reader.tsx';
import { usePunctuation } from '../words/punctuation.ts';

/** The path of a row's page, by the row's id. */
type AddressOf = (row: string) => string;

export interface ComparisonResultsProps {
  /** Of the other source. */
  readonly name: string;
  readonly comparison: Comparison;
  readonly addressOf: AddressOf;
}

const table = {
  amounts: { 'zh-Hant': '已編列數不同', en: 'Another budget to date' },
  scopes: { 'zh-Hant': '總經費範圍不同', en: 'A total of another scope' },
  same: { 'zh-Hant': '相符', en: 'Agree' },
  missing: { 'zh-Hant': '那份文件裡找不到的列', en: 'Rows not found there' },
  none: { 'zh-Hant': '沒有。', en: 'None.' },
  plan: { 'zh-Hant': '計畫', en: 'Plan' },
  here: { 'zh-Hant': '本表', en: 'This filing' },
  there: { 'zh-Hant': '另一來源', en: 'The other source' },
  matched: { 'zh-Hant': '對應', en: 'Matched' },
} as const;

const amount = (twd: bigint): string => twd.toLocaleString('en-US');

/** What two sources say of the same plans: what differs first, then what is of another scope, then what is not there. */
export function ComparisonResults({
  name,
  comparison: { matched, unmatched },
  addressOf,
}: ComparisonResultsProps): ReactNode {
  const punctuation = usePunctuation();
  const planTitle = usePlanTitle();
  const t = useOwnWords(table);
  const address = useAddress();
  const of = (kind: 'amount' | 'scope') =>
    matched.filter(({ differences }) => differences.some((difference) => difference.kind === kind));
  const same = matched.filter(({ differences }) => differences.length === 0);
  return (
    <div className="comparison">
      <h2>{name}</h2>
      <p>
        {t.matched} {matched.length}
        {punctuation.semicolon}
        {t.amounts} {of('amount').length}
        {punctuation.semicolon}
        {t.scopes} {of('scope').length}
        {punctuation.semicolon}
        {t.same} {same.length}
        {punctuation.semicolon}
        {t.missing} {unmatched.length}
      </p>
      <Differing title={t.amounts} kind="amount" matches={of('amount')} addressOf={addressOf} />
      <Differing title={t.scopes} kind="scope" matches={of('scope')} addressOf={addressOf} />
      <section aria-labelledby="missing">
        <h3 id="missing">{t.missing}</h3>
        {unmatched.length === 0 ? (
          <p>{t.none}</p>
        ) : (
          <ul>
            {unmatched.map((row) => (
              <li key={row.id}>
                <a href={address(addressOf(row.id))}>{planTitle(row)}</a>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

function Differing({
  title,
  kind,
  matches,
  addressOf,
}: {
  title: string;
  kind: 'amount' | 'scope';
  matches: readonly Compared[];
  addressOf: AddressOf;
}): ReactNode {
  const punctuation = usePunctuation();
  const planTitle = usePlanTitle();
  const t = useOwnWords(table);
  const { locale } = useReader();
  const address = useAddress();
  return (
    <section aria-labelledby={kind}>
      <h3 id={kind}>{title}</h3>
      {matches.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <div className="table-frame">
          <table className="office-table">
            <thead>
              <tr>
                <th scope="col">{t.plan}</th>
                <th scope="col" className="number">
                  {t.here}
                </th>
                <th scope="col">{t.there}</th>
              </tr>
            </thead>
            <tbody>
              {matches.flatMap(({ row, other, confidence, differences }) =>
                differences
                  .filter((difference) => difference.kind === kind)
                  .map((difference) => (
                    <tr key={row.id}>
                      <th scope="row" data-label={t.plan}>
                        <a href={address(addressOf(row.id))}>{planTitle(row)}</a>
                      </th>
                      <td className="number" data-label={t.here}>
                        {amount(difference.here.twd)}
                      </td>
                      <td data-label={t.there}>
                        {amount(difference.there.twd)}
                        <br />
                        <q lang="zh-Hant">{other.text.slice(0, 120)}</q>
                        <br />
                        <span className="hint">
                          {confidence.toFixed(2)}
                          {punctuation.gap}
                          {difference.message[locale]}
                        </span>
                      </td>
                    </tr>
                  )),
              )}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
