import { scaleThreshold } from 'd3-scale';
import type { ReactNode } from 'react';
import { addresses } from '../addresses.ts';
import { grouped } from '../figures/numbers.ts';
import { useAddress, usePlanTitle, useReader, useWords } from '../reader.tsx';
import { both, words } from '../words/words.ts';
import type { Chart, PictureOf } from './chart.ts';
import type { KindsFact } from './facts.ts';
import { onPage, PageOfTable, rowsPerPage } from './frame.tsx';
import { kindsWords as said } from './kinds-words.ts';
import { planColumns, toPlan } from './plan-columns.ts';

/** In the order of the filing's own page. */
export const findingKinds = [
  'arithmetic',
  'target',
  'contradiction',
  'period',
  'money',
  'text',
  'layout',
  'plausibility',
] as const;
type Kind = (typeof findingKinds)[number];

const kindName = (kind: Kind) =>
  both(words['zh-Hant'].category[kind] ?? kind, (words.en.category[kind] ?? kind).toLowerCase());

export const kinds: Chart<KindsFact> = {
  id: 'findings',
  ...said.chart,
  isDrawn: () => true,
  isTable: true,
  columns: [
    ...planColumns,
    ...findingKinds.map((key) => ({ key, head: kindName(key), about: said.kind, type: 'integer' }) as const),
    { key: 'all', ...said.all, type: 'integer' },
  ],
  leadsTo: toPlan,
  Picture: HeatTable,
};

/** 0, 1, 2, 3 and 4, 5 to 9, 10 and more. */
const shade = scaleThreshold<number, number>([1, 2, 3, 5, 10], [0, 1, 2, 3, 4, 5]);

function HeatTable({ view }: PictureOf<KindsFact>): ReactNode {
  const { locale } = useReader();
  const { plan } = useWords();
  return (
    <>
      <PageOfTable view={view} path={addresses.chart(kinds.id)} rows={rowsPerPage} />
      <table className="heat" id="table">
        <caption className="aside-for-ears">{said.chart.title[locale]}</caption>
        <thead>
          <tr>
            <th scope="col">{plan}</th>
            {findingKinds.map((kind) => (
              <th scope="col" className="number" key={kind}>
                {kindName(kind)[locale]}
              </th>
            ))}
            <th scope="col" className="number">
              {said.all.head[locale]}
            </th>
          </tr>
        </thead>
        <tbody>
          {onPage(view).map((fact) => (
            <HeatRow key={fact.id} fact={fact} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function HeatRow({ fact }: { readonly fact: KindsFact }): ReactNode {
  const { locale } = useReader();
  const address = useAddress();
  const planTitle = usePlanTitle();
  const href = address(toPlan(fact));
  return (
    <tr>
      <th scope="row">
        <a href={href} lang="zh-Hant">
          {planTitle(fact)}
        </a>
      </th>
      {findingKinds.map((kind) => (
        <td className={`number heat-${shade(fact[kind])}`} key={kind} data-label={kindName(kind)[locale]}>
          {fact[kind] === 0 ? (
            <span className="none">0</span>
          ) : (
            <a href={href} tabIndex={-1}>
              {grouped(fact[kind])}
            </a>
          )}
        </td>
      ))}
      <td className="number heat-all" data-label={said.all.head[locale]}>
        {grouped(fact.all)}
      </td>
    </tr>
  );
}
