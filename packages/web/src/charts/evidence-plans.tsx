import { addresses } from '../addresses.ts';
import { scaleThreshold } from 'd3-scale';
import type { ReactNode } from 'react';
import { grouped } from '../figures/numbers.ts';
import { useAddress, usePlanTitle, useReader, useWords } from '../reader.tsx';
import type { Chart, PictureOf } from './chart.ts';
import type { EvidencePlanFact } from './evidence-facts.ts';
import { evidenceWords as said } from './evidence-words.ts';
import { onPage, PageOfTable, rowsPerPage } from './frame.tsx';
import { planColumns, toPlan } from './plan-columns.ts';

export const evidencePlansBy = said.plansBy;

const { column, standing } = said;

const grades = [
  ['none', 'none'],
  ['ownStatement', 'own-statement'],
  ['document', 'document'],
  ['recomputable', 'recomputable'],
  ['notTold', 'not-told'],
] as const;

const named = (grade: (typeof grades)[number][1]) => ({
  'zh-Hant': standing['zh-Hant'][grade],
  en: standing.en[grade],
});

export const evidencePlans: Chart<EvidencePlanFact> = {
  id: 'evidence-plans',
  ...said.plans,
  isDrawn: () => true,
  isTable: true,
  byName: said.grade,
  columns: [
    ...planColumns,
    { key: 'standing', ...column.standing, type: 'string', words: standing },
    { key: 'budgeted', head: column.planBudgeted.head, about: column.planBudgeted.about, type: 'integer' },
    ...grades.map(([key, grade]) => ({ key, head: named(grade), about: column.count, type: 'integer' }) as const),
  ],
  leadsTo: toPlan,
  Picture: PlansPicture,
};

/** 0, 1, 2, 3 and 4, 5 to 9, 10 and more. */
const shade = scaleThreshold<number, number>([1, 2, 3, 5, 10], [0, 1, 2, 3, 4, 5]);

function PlansPicture({ view }: PictureOf<EvidencePlanFact>): ReactNode {
  const { locale } = useReader();
  const { plan } = useWords();
  return (
    <>
      <PageOfTable view={view} path={addresses.chart(evidencePlans.id)} rows={rowsPerPage} />
      <table className="heat" id="table">
        <caption className="aside-for-ears">{said.plans.title[locale]}</caption>
        <thead>
          <tr>
            <th scope="col">{plan}</th>
            <th scope="col">{column.standing.head[locale]}</th>
            <th scope="col" className="number">
              {column.planBudgeted.head[locale]}
            </th>
            {grades.map(([key, grade]) => (
              <th scope="col" className="number" key={key}>
                {named(grade)[locale]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {onPage(view).map((fact) => (
            <PlanRow key={fact.id} fact={fact} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function PlanRow({ fact }: { readonly fact: EvidencePlanFact }): ReactNode {
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
      <td data-label={column.standing.head[locale]}>
        <span className={`swatch is-${fact.standing}`} /> {standing[locale][fact.standing]}
      </td>
      <td className="number" data-label={column.planBudgeted.head[locale]}>
        {fact.budgeted === null ? <span className="none">—</span> : grouped(fact.budgeted)}
      </td>
      {grades.map(([key, grade]) => (
        <td className={`number heat-${shade(fact[key])}`} key={key} data-label={named(grade)[locale]}>
          {fact[key] === 0 ? (
            <span className="none">0</span>
          ) : (
            <a href={href} tabIndex={-1}>
              {grouped(fact[key])}
            </a>
          )}
        </td>
      ))}
    </tr>
  );
}
