import type { ReactNode } from 'react';
import { moneyComponents } from '@guankao/workflow';
import { instant } from '../figures/years.ts';
import { useAddress, useReader } from '../reader.tsx';
import { mappingPath, usePlanName } from './mapping-page.tsx';
import { Amounts } from './mapping-totals.tsx';
import type { MappingView, MoneyStanding } from './mapping-views.ts';
import { useMappingWords } from './mapping-words.ts';
import { Shown } from './shown.tsx';

/** What needs a hand stands first. */
const order: readonly MoneyStanding[] = ['differs', 'orphan', 'none', 'empty', 'by-hand', 'budget-only', 'same'];

/** Each row: what its accounts come to, beside what is recorded, and the button that records it. */
export function RowsMoney({ view }: { readonly view: MappingView }): ReactNode {
  const t = useMappingWords();
  const { locale } = useReader();
  const address = useAddress();
  const planName = usePlanName(view);
  const { mapping, plans, mayChange } = view;
  const own = mappingPath(mapping.id);
  const sorted = plans.toSorted(
    (a, b) => order.indexOf(a.standing) - order.indexOf(b.standing) || a.row.position - b.row.position,
  );
  const isDrawable = plans.some(({ drawn }) => drawn !== null) && mapping.files.at(-1)?.onlyBudget !== true;
  return (
    <section aria-labelledby="plans">
      <h2 id="plans">{t.plansTitle}</h2>
      <p className="hint">{t.plansLead}</p>
      {mapping.drawn !== null && <p>{t.drawn(instant(mapping.drawn.at, locale), mapping.drawn.by)}</p>}
      <div className="table-frame">
        <table className="office-table">
          <thead>
            <tr>
              <th scope="col">{t.plan}</th>
              <th scope="col">{t.asTwd(t.fromAccounts)}</th>
              <th scope="col">{t.asTwd(t.recorded)}</th>
              <th scope="col">{t.state}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map(({ row, drawn, recorded, standing }) => (
              <tr key={row.id}>
                <th scope="row">
                  {drawn === null ? (
                    planName(row.id)
                  ) : (
                    <a href={address(`${own}/plans/${encodeURIComponent(row.id)}`)}>{planName(row.id)}</a>
                  )}
                </th>
                <td data-label={t.fromAccounts}>{drawn === null ? '—' : <Amounts money={drawn.money} />}</td>
                <td data-label={t.recorded}>
                  {recorded === null || standing === 'same' ? '—' : <Amounts money={recorded} />}
                </td>
                <td data-label={t.state}>
                  {t.rowStands[standing]}
                  {drawn !== null && moneyComponents.some((one) => drawn.cells[one].overrule !== null) && (
                    <span className="facts">{t.overruled}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {mayChange && isDrawable && (
        <form className="money-form" method="post" action={address(`${own}/draw`)}>
          <Shown version={mapping.version} />
          <p>
            <button type="submit">{t.draw}</button>
          </p>
        </form>
      )}
    </section>
  );
}
