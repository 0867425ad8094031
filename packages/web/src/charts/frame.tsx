import type { ReactNode } from 'react';
import { addresses } from '../addresses.ts';
import { KeepAsOf } from '../components/as-of.tsx';
import { Page, render } from '../components/document.tsx';
import { filingTitle } from '../components/facets.tsx';
import { grouped } from '../figures/numbers.ts';
import { PagesNav } from '../components/pages-nav.tsx';
import { calendarDate, fiscalYear } from '../figures/years.ts';
import { useAddress, useFileAddress, useOwnWords, useReader, useWords, type Reader } from '../reader.tsx';
import { chartQuery, type Chart, type ChartColumn, type ChartFact, type ChartView } from './chart.ts';
import { chartWords } from './chart-words.ts';

export interface FrameProps {
  readonly title: string;
  readonly lead: string;
  readonly choices?: ReactNode;
  readonly picture: ReactNode;
  readonly missing: readonly string[];
  readonly formula: string;
  readonly scope: string;
  /** Addresses of the same figures as files. */
  readonly csv: string;
  readonly json: string;
  readonly table: ReactNode;
}

/** What every chart has around it, in this order: what it is, the picture, what it lacks, formula, scope, files, figures. */
export function Frame({
  title,
  lead,
  choices,
  picture,
  missing,
  formula,
  scope,
  csv,
  json,
  table,
}: FrameProps): ReactNode {
  const words = useWords();
  const t = useOwnWords(chartWords);
  return (
    <>
      <h1>{title}</h1>
      <p className="lead">{lead}</p>
      {choices}
      <figure className="chart">
        {picture}
        <figcaption>
          <dl className="chart-notes">
            <div>
              <dt>{t.missing}</dt>
              {missing.map((each) => (
                <dd key={each}>{each}</dd>
              ))}
            </div>
            <div>
              <dt>{t.formula}</dt>
              <dd>{formula}</dd>
            </div>
            <div>
              <dt>{t.scope}</dt>
              <dd>{scope}</dd>
            </div>
          </dl>
        </figcaption>
      </figure>
      <p className="downloads">
        <a href={csv}>{words.dataCsv(title)}</a>
        <a href={json}>{words.dataJson(title)}</a>
      </p>
      {table}
    </>
  );
}

export function chartPage<Fact extends ChartFact>(reader: Reader, chart: Chart<Fact>, view: ChartView<Fact>): string {
  return render(reader, <ChartPage chart={chart} view={view} />);
}

interface OfChart<Fact extends ChartFact> {
  readonly chart: Chart<Fact>;
  readonly view: ChartView<Fact>;
}

function ChartPage<Fact extends ChartFact>({ chart, view }: OfChart<Fact>): ReactNode {
  const words = useWords();
  const { locale } = useReader();
  const address = useAddress();
  const file = useFileAddress();
  const missing = chart.missing[locale](view.facts);
  const drawn = view.facts.filter(chart.isDrawn);
  const query = chartQuery(view.asked);
  const title = chart.title[locale];
  return (
    <Page
      title={title}
      description={chart.about[locale]}
      section="/charts"
      fictional={view.fictional}
      crumbs={[{ path: addresses.charts(), name: words.charts }]}
    >
      <Frame
        title={title}
        lead={chart.lead[locale]}
        choices={<Choices chart={chart} view={view} />}
        picture={
          drawn.length === 0 ? (
            <p className="empty">{chart.nothing[locale]}</p>
          ) : (
            <chart.Picture facts={drawn} summary={missing.join(' ')} view={view} />
          )
        }
        missing={missing}
        formula={chart.formula[locale]}
        scope={chart.scope[locale]}
        csv={address(addresses.chartCsv(chart.id, query))}
        json={file(addresses.chartJson(chart.id, query))}
        table={chart.isTable === true ? null : <Figures chart={chart} view={view} />}
      />
    </Page>
  );
}

/** A form without a script: which filings, and by what. */
function Choices<Fact extends ChartFact>({ chart, view: { asked, choices } }: OfChart<Fact>): ReactNode {
  const t = useOwnWords(chartWords);
  const words = useWords();
  const { locale } = useReader();
  const address = useAddress();
  const path = address(addresses.chart(chart.id));
  if (asked.plan !== null)
    return (
      <p className="chart-plan">
        {t.onlyPlan(asked.plan.name)}
        <a href={address(addresses.chart(chart.id, chartQuery({ ...asked, plan: null })))}>{t.allPlans}</a>
      </p>
    );
  return (
    <form className="chart-choices" method="get" action={path}>
      <label>
        {t.scopeOf}{' '}
        <select name="of" defaultValue={asked.of}>
          {choices.all && <option value="">{t.all}</option>}
          {choices.years.map((year) => (
            <option key={year} value={`${year}`}>
              {t.allOfYear(fiscalYear(year, locale))}
            </option>
          ))}
          {choices.filings.map((filing) => (
            <option key={filing.id} value={filing.id}>
              {filingTitle(filing, locale, words.noAgency)}
            </option>
          ))}
        </select>
      </label>{' '}
      {choices.by !== null && (
        <label>
          {chart.byName?.[locale] ?? t.by}{' '}
          <select name="by" defaultValue={asked.by ?? undefined}>
            {Object.entries(choices.by[locale]).map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}{' '}
      <KeepAsOf />
      <button type="submit">{t.show}</button>
    </form>
  );
}

/** A page of the table; the files have all of it. */
export const rowsPerPage = 100;

export function onPage<Fact extends ChartFact>({ facts, page }: ChartView<Fact>): readonly Fact[] {
  return facts.slice((page - 1) * rowsPerPage, page * rowsPerPage);
}

function Figures<Fact extends ChartFact>({ chart, view }: OfChart<Fact>): ReactNode {
  const t = useOwnWords(chartWords);
  const { locale } = useReader();
  const [naming, ...columns] = chart.columns.filter(({ filesOnly }) => filesOnly !== true);
  if (view.facts.length === 0 || naming === undefined) return null;
  return (
    <section aria-labelledby="table">
      <h2 id="table">{t.figures}</h2>
      <PageOfTable view={view} path={addresses.chart(chart.id)} rows={rowsPerPage} />
      <table className="rates">
        <thead>
          <tr>
            {[naming, ...columns].map((column) => (
              <th scope="col" className={isNumber(column) ? 'number' : undefined} key={column.key}>
                {column.head[locale]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {onPage(view).map((fact, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- a fact has no key but its place in its own table
            <tr key={at}>
              <th scope="row" data-label={naming.head[locale]}>
                <NameOfRow column={naming} fact={fact} path={chart.leadsTo(fact)} />
              </th>
              {columns.map((column) => (
                <td
                  className={isNumber(column) ? 'number' : undefined}
                  data-label={column.head[locale]}
                  key={column.key}
                >
                  <Cell column={column} fact={fact} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const isNumber = ({ type }: { readonly type: string }): boolean => type === 'integer' || type === 'number';

interface CellOf<Fact extends ChartFact> {
  readonly column: ChartColumn<Fact>;
  readonly fact: Fact;
}

function NameOfRow<Fact extends ChartFact>({
  column,
  fact,
  path,
}: CellOf<Fact> & { readonly path: string | null }): ReactNode {
  const address = useAddress();
  const name = <Cell column={column} fact={fact} />;
  return path === null ? name : <a href={address(path)}>{name}</a>;
}

function Cell<Fact extends ChartFact>({ column: { key, words, type }, fact }: CellOf<Fact>): ReactNode {
  const { locale } = useReader();
  const value = fact[key] ?? null;
  if (value === null || value === '') return <span className="none">—</span>;
  if (typeof value === 'number') return type === 'year' ? fiscalYear(value, locale) : grouped(value);
  if (type === 'date') return calendarDate(value, locale);
  const word = words?.[locale][String(value)];
  return word ?? (type === 'string' ? <span lang="zh-Hant">{value}</span> : String(value));
}

/** Which rows of a long table these are, and the ways to the others. */
export function PageOfTable<Fact extends ChartFact>({
  view,
  path,
  rows,
}: {
  readonly view: ChartView<Fact>;
  readonly path: string;
  readonly rows: number;
}): ReactNode {
  const t = useOwnWords(chartWords);
  const address = useAddress();
  const all = view.facts.length;
  const to = (page: number): string => address(`${path}?${chartQuery(view.asked, { page: `${page}` })}#table`);
  const shown = t.rowsShown(
    grouped((view.page - 1) * rows + 1),
    grouped(Math.min(all, view.page * rows)),
    grouped(all),
  );
  return <PagesNav page={view.page} pages={Math.ceil(all / rows)} to={to} said={shown} />;
}
