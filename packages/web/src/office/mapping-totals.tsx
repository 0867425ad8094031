import type { ReactNode } from 'react';
import { componentNames, moneyComponents, type MoneyComponent, type YearMoney } from '@guankao/workflow';
import { grouped } from '../figures/numbers.ts';
import { useReader } from '../reader.tsx';
import type { MappingTotals } from './mapping-views.ts';
import { useMappingWords } from './mapping-words.ts';

/** For each component: rows + 未歸屬 = accounts, and whether the rows have it recorded. */
export function TotalsTable({ totals }: { readonly totals: MappingTotals }): ReactNode {
  const t = useMappingWords();
  const { locale } = useReader();
  const columns = [t.allAccounts, t.assigned, t.unassigned, t.overruledBy, t.recordedNow];
  return (
    <div className="table-frame">
      <table className="office-table totals">
        <thead>
          <tr>
            <th scope="col">{t.component}</th>
            {columns.map((name) => (
              <th key={name} scope="col" className="number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {moneyComponents.map((component) => (
            <tr key={component}>
              <th scope="row">{componentNames[component][locale]}</th>
              <td className="number" data-label={t.allAccounts}>
                {grouped(totals.accounts[component])}
                <Note>{addsUp(totals, component) ? t.sumHolds : t.sumBroken}</Note>
              </td>
              <td className="number" data-label={t.assigned}>
                {grouped(totals.assigned[component])}
              </td>
              <td className="number" data-label={t.unassigned}>
                {grouped(totals.unassigned[component])}
              </td>
              <td className="number" data-label={t.overruledBy}>
                {totals.overruled[component] === 0 ? '—' : grouped(totals.overruled[component])}
              </td>
              <td className="number" data-label={t.recordedNow}>
                {grouped(totals.recorded[component])}
                <Recorded totals={totals} component={component} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function addsUp({ accounts, assigned, unassigned }: MappingTotals, component: MoneyComponent): boolean {
  return accounts[component] === assigned[component] + unassigned[component];
}

function Recorded({ totals, component }: { totals: MappingTotals; component: MoneyComponent }): ReactNode {
  const t = useMappingWords();
  const off = totals.recorded[component] - totals.assigned[component] - totals.overruled[component];
  return <Note>{off === 0 ? t.recordedSame : t.recordedOff(grouped(off))}</Note>;
}

function Note({ children }: { readonly children: ReactNode }): ReactNode {
  return <span className="facts">{children}</span>;
}

/** Amounts that are not zero, each with its name; a dash where all are. */
export function Amounts({
  money,
  of = moneyComponents,
}: {
  money: YearMoney;
  of?: readonly MoneyComponent[];
}): ReactNode {
  const { locale } = useReader();
  const held = of.filter((component) => money[component] !== 0);
  if (held.length === 0) return '—';
  return (
    <ul className="plain-list">
      {held.map((component) => (
        <li key={component}>
          {componentNames[component][locale]} <span className="number">{grouped(money[component])}</span>
        </li>
      ))}
    </ul>
  );
}
