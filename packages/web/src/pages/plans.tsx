import type { ReactNode } from 'react';
import { addresses } from '../addresses.ts';
import { Facets } from '../components/facets.tsx';
import { Page, render } from '../components/document.tsx';
import { PlanTable, type Sorting } from '../components/plan-table.tsx';
import { changed, SearchForm } from '../components/search-form.tsx';
import { findingWords } from '../findings/words.ts';
import { useAddress, useOwnWords, useWords, type Reader } from '../reader.tsx';
import type { PlanListView } from '../views.ts';
import { PagesNav } from '../components/pages-nav.tsx';

export function plansPage(reader: Reader, view: PlanListView): string {
  return render(reader, <Plans view={view} />);
}

/** The same table under the question that it answers. */
export function listPage(reader: Reader, view: PlanListView, list: string): string {
  return render(reader, <ReadyList view={view} list={list} />);
}

function Plans({ view }: { view: PlanListView }): ReactNode {
  const t = useWords();
  const own = useOwnWords(findingWords);
  const address = useAddress();
  return (
    <Page title={t.plans} section="/plans" fictional={allFictional(view)} unlisted={Object.keys(view.query).length > 0}>
      <h1>{t.plans}</h1>
      <SearchForm query={view.query} to={address('/plans')} label={t.search} hint={t.searchHint} />
      <p>
        <a href={address(addresses.findings())}>{own.all}</a>
      </p>
      <Facets view={view} />
      <PlanList view={view} />
    </Page>
  );
}

function ReadyList({ view, list }: { view: PlanListView; list: string }): ReactNode {
  const t = useWords();
  const address = useAddress();
  const title = t.list[list] ?? list;
  return (
    <Page title={title} section="/plans" fictional={allFictional(view)} crumbs={[{ path: '/plans', name: t.plans }]}>
      <h1>{title}</h1>
      <p className="lead">{t.listWhy[list]}</p>
      <nav aria-label={t.readyLists} className="other-lists by-line">
        <ul>
          {view.facets.list.map(({ value, count }) => (
            <li key={value}>
              <a href={address(addresses.list(value))} aria-current={value === list ? 'page' : undefined}>
                {t.list[value] ?? value} <span className="count">{count}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <PlanList view={view} />
    </Page>
  );
}

function allFictional(view: PlanListView): boolean {
  return view.lines.length > 0 && view.lines.every((line) => line.filing.fictional);
}

function PlanList({ view }: { view: PlanListView }): ReactNode {
  const t = useWords();
  const address = useAddress();
  const { query, total, lines } = view;
  const found = query.q === undefined ? t.plansFound(total) : t.plansFoundOf(total, query.q);
  const sorting: Sorting = {
    by: query.sort ?? 'filing',
    down: query.down === '1',
    address: (sort, down) => address(addresses.plans(changed(query, { sort, down: down ? '1' : undefined }))),
  };
  const conditions = Object.keys(query).some((key) => !['sort', 'down', 'page'].includes(key));
  return (
    <section aria-labelledby="found">
      <div className="list-head">
        <h2 id="found">{total === 0 ? t.noPlans : found}</h2>
        <p>
          {conditions && <a href={address('/plans')}>{t.clearAll}</a>}
          {total > 0 && <a href={address(addresses.plansCsv(changed(query)))}>{t.csv}</a>}
        </p>
      </div>
      {total === 0 ? (
        <p className="empty">{t.noPlansHelp}</p>
      ) : (
        <>
          <PlanTable lines={lines} sorting={sorting} namesFiling caption={found} />
          <p className="note">
            {t.rowNote} {t.rateFormula}
            {t.colon}
            {t.rateNote} {t.approvedNote}
          </p>
        </>
      )}
      <Pages view={view} />
    </section>
  );
}

function Pages({ view: { page, pages, query } }: { view: PlanListView }): ReactNode {
  const address = useAddress();
  const to = (number: number): string => address(addresses.plans(changed(query, { page: `${number}` })));
  return <PagesNav page={page} pages={pages} to={to} />;
}
