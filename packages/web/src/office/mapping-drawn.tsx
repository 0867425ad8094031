import type { ReactNode } from 'react';
import { accountLabel, componentNames, moneyComponents, type DrawnPlan } from '@guankao/workflow';
import { grouped } from '../figures/numbers.ts';
import { useAddress, useReader } from '../reader.tsx';
import { mappingPath, useHolding } from './mapping-page.tsx';
import type { MoneyOfAccounts, PlanMoneyView } from './mapping-views.ts';
import { useMappingWords } from './mapping-words.ts';
import { usePunctuation } from '../words/punctuation.ts';

/** On the page of a row: which accounts its money comes from, and whether it is recorded as they give it. */
export function AccountsOfRow({
  row,
  of: { mapping, drawn, recorded, standing },
}: {
  row: string;
  of: MoneyOfAccounts;
}): ReactNode {
  const t = useMappingWords();
  const address = useAddress();
  return (
    <section aria-labelledby="drawn-from">
      <h2 id="drawn-from">{t.seeSources}</h2>
      <p>
        {t.rowStands[standing]}{' '}
        <a href={address(`${mappingPath(mapping.id)}/plans/${encodeURIComponent(row)}`)}>{t.mappings}</a>
      </p>
      <DrawnFrom drawn={drawn} mapping={mapping} recorded={recorded} />
    </section>
  );
}

/** At each amount: which accounts give how much of it, and what stands instead. */
export function DrawnFrom({
  drawn,
  mapping,
  recorded,
}: Pick<PlanMoneyView, 'mapping'> &
  Pick<PlanMoneyView['plan'], 'recorded'> & { readonly drawn: DrawnPlan }): ReactNode {
  const punctuation = usePunctuation();
  const t = useMappingWords();
  const { locale } = useReader();
  const address = useAddress();
  const holding = useHolding();
  return (
    <div className="table-frame">
      <table className="office-table">
        <thead>
          <tr>
            <th scope="col">{t.component}</th>
            <th scope="col" className="number">
              {t.fromAccounts}
            </th>
            <th scope="col">{t.sources}</th>
            <th scope="col" className="number">
              {t.recorded}
            </th>
          </tr>
        </thead>
        <tbody>
          {moneyComponents.map((component) => {
            const { amount, sources, overrule } = drawn.cells[component];
            return (
              <tr key={component}>
                <th scope="row">{componentNames[component][locale]}</th>
                <td className="number" data-label={t.fromAccounts}>
                  {grouped(amount)}
                </td>
                <td data-label={t.sources}>
                  {sources.length === 0 ? (
                    '—'
                  ) : (
                    <ul className="plain-list">
                      {sources.map(({ account, part, amount: twd }) => (
                        <li key={part.number}>
                          <a href={address(`${mappingPath(mapping.id)}/accounts/${account.id}`)}>
                            {accountLabel(account.name)}
                          </a>
                          {punctuation.gap}
                          {grouped(twd)}
                          {punctuation.open}
                          {holding(part)}
                          {punctuation.close}
                        </li>
                      ))}
                    </ul>
                  )}
                  {overrule !== null && (
                    <span className="facts">
                      {t.overruledAs(grouped(overrule.amount), overrule.reason, overrule.by)}
                    </span>
                  )}
                </td>
                <td className="number" data-label={t.recorded}>
                  {recorded === null ? '—' : grouped(recorded[component])}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
