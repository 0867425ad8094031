import type { ReactNode } from 'react';
import type { IndicatorReading, PlanSummary } from '@guankao/reading';
import { addresses } from '../addresses.ts';
import { Choices } from '../components/choices.tsx';
import { Page, render } from '../components/document.tsx';
import { filingTitle } from '../components/facets.tsx';
import { Amount, Rate, useUnitName } from '../components/money.tsx';
import { PagesNav } from '../components/pages-nav.tsx';
import { MetMark, StatedMark, VerdictMark } from '../components/verdict.tsx';
import { executionRate, type ExecutionRate } from '../figures/execution-rate.ts';
import { grouped } from '../figures/numbers.ts';
import { calendarDate } from '../figures/years.ts';
import type { PromiseState } from '../promises/line.ts';
import { promiseWords } from '../promises/words.ts';
import { useAddress, useFileAddress, useOwnWords, usePlanTitle, useReader, useWords, type Reader } from '../reader.tsx';
import type { Facet, FilingName, FilingTotals } from '../views.ts';
import { sideBySideWords } from './words.ts';

export const sides = ['of', 'with'] as const;
export type Side = (typeof sides)[number];
export type Matched = 'both' | Side;

export interface SideRow {
  /** Of the plan row. */
  readonly id: string;
  readonly row: PlanSummary;
  readonly rate: ExecutionRate | null;
  readonly targets: readonly IndicatorReading[];
  readonly promises: readonly SidePromise[];
}

interface SidePromise {
  readonly due: string | null;
  readonly text: string;
  /** null: it is not known yet. */
  readonly state: PromiseState | null;
}

export interface SideGroup {
  readonly of: readonly SideRow[];
  readonly with: readonly SideRow[];
  readonly joined: 'recorded' | 'name' | null;
  readonly ambiguous: boolean;
}

/** Of the rows of one filing that are in both, or in it alone. */
export interface SideSum extends FilingTotals {
  readonly planRows: number;
  /** Rows added up that have no money of the year yet. */
  readonly earlierYears: number;
}

export interface SideBySideView {
  readonly filings: Readonly<Record<Side, FilingName>>;
  readonly groups: readonly SideGroup[];
  readonly counts: Readonly<Record<Matched, number>>;
  readonly sums: Readonly<Record<Side, Readonly<Record<'both' | 'alone', SideSum>>>>;
  readonly match: Matched | null;
  readonly page: number;
  readonly pages: number;
  /** How commitments stand is not known of all. */
  readonly pending: boolean;
  /** So many rows alone were followed by the record; null: all. */
  readonly recordCut: number | null;
}

/** Which filings there are to choose from, each list as long as a page bears. */
export interface SideChoicesView {
  /** The first, where it is chosen. */
  readonly of: FilingName | null;
  readonly lists: readonly {
    readonly kind: 'otherYears' | 'otherMinistries' | 'others' | 'chooseFirst';
    readonly filings: readonly FilingName[];
    /** How many more there are. */
    readonly more: number;
  }[];
}

export function sideBySidePage(reader: Reader, view: SideBySideView): string {
  return render(reader, <SideBySide view={view} />);
}

export function sideChoicesPage(reader: Reader, view: SideChoicesView): string {
  return render(reader, <SideChoices view={view} />);
}

function useFilingTitle(): (filing: FilingName) => string {
  const t = useWords();
  const { locale } = useReader();
  return (filing) =>
    filing.agency === null && filing.fiscalYear === null ? filing.id : filingTitle(filing, locale, t.noAgency);
}

function queryOf(of: string, other?: string, rest: Readonly<Record<string, string | undefined>> = {}): string {
  const entries = Object.entries({ of, with: other, ...rest });
  return new URLSearchParams(entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))).toString();
}

function SideChoices({ view: { of, lists } }: { view: SideChoicesView }): ReactNode {
  const own = useOwnWords(sideBySideWords);
  const t = useWords();
  const address = useAddress();
  const titleOf = useFilingTitle();
  return (
    <Page
      title={own.title}
      section="/filings"
      unlisted={of !== null}
      crumbs={
        of === null
          ? [{ path: '/filings', name: t.filings }]
          : [
              { path: '/filings', name: t.filings },
              { path: addresses.filing(of.id), name: titleOf(of) },
            ]
      }
    >
      <h1>{own.title}</h1>
      <p className="lead">{own.lead}</p>
      {lists.length === 0 && <p className="empty">{own.noOther}</p>}
      {lists.map(({ kind, filings, more }) => (
        <section key={kind} aria-labelledby={kind}>
          <h2 id={kind}>{own[kind]}</h2>
          <ul className="side-choices">
            {filings.map((filing) => (
              <li key={filing.id}>
                <a href={address(addresses.sideBySide(of === null ? queryOf(filing.id) : queryOf(of.id, filing.id)))}>
                  {titleOf(filing)}
                </a>
                {filing.fictional && ' '}
                {filing.fictional && <span className="fictional-tag">{t.fictional}</span>}
              </li>
            ))}
          </ul>
          {more > 0 && (
            <p>
              <a href={address(addresses.filings())}>{own.more(more)}</a>
            </p>
          )}
        </section>
      ))}
    </Page>
  );
}

function SideBySide({ view }: { view: SideBySideView }): ReactNode {
  const own = useOwnWords(sideBySideWords);
  const t = useWords();
  const address = useAddress();
  const file = useFileAddress();
  const titleOf = useFilingTitle();
  const { filings, groups, match, pages } = view;
  const asked = queryOf(filings.of.id, filings.with.id, { match: match ?? undefined });
  const to = (page: number) => address(addresses.sideBySide(`${asked}&page=${page}`));
  // Where it wraps, the bar stays with the first.
  const title = `${titleOf(filings.of)}\u00a0｜ ${titleOf(filings.with)}`;
  return (
    <Page
      title={title}
      description={own.lead}
      section="/filings"
      fictional={filings.of.fictional && filings.with.fictional}
      unlisted
      crumbs={[
        { path: '/filings', name: t.filings },
        { path: addresses.filing(filings.of.id), name: titleOf(filings.of) },
        { path: addresses.sideBySide(queryOf(filings.of.id)), name: own.title },
      ]}
    >
      <h1>{title}</h1>
      <p className="lead">{own.lead}</p>
      {view.pending && <output className="note pending">{own.pending}</output>}
      {view.recordCut !== null && <p className="note">{own.recordCut(view.recordCut)}</p>}
      <Sums view={view} />
      <section aria-labelledby="plans">
        <div className="list-head">
          <h2 id="plans">{t.plans}</h2>
          <p>
            <a href={address(addresses.sideBySideCsv(asked))}>{t.csv}</a>
            <a href={file(addresses.sideBySideJson(asked))}>{own.json}</a>
          </p>
        </div>
        <MatchChoices view={view} />
        <table className="side-by-side">
          <caption className="aside-for-ears">{title}</caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="aside-for-ears">{own.item}</span>
              </th>
              {sides.map((side) => (
                <th key={side} scope="col">
                  <a href={address(addresses.filing(filings[side].id))}>{titleOf(filings[side])}</a>
                </th>
              ))}
            </tr>
          </thead>
          {groups.map((group, at) => (
            <Group key={group.of[0]?.id ?? group.with[0]?.id ?? at} group={group} view={view} />
          ))}
        </table>
        <p className="note">{own.method}</p>
        <PagesNav page={view.page} pages={pages} to={to} />
      </section>
    </Page>
  );
}

function MatchChoices({ view: { filings, counts, match } }: { view: SideBySideView }): ReactNode {
  const own = useOwnWords(sideBySideWords);
  const choices: readonly Facet[] = (['both', 'of', 'with'] as const).map((value) => ({ value, count: counts[value] }));
  return (
    <dl className="match-choices">
      <Choices
        name="match"
        title={own.byMatch}
        choices={choices}
        nameOf={(value) => own.match[value as Matched]}
        current={match ?? undefined}
        path={addresses.sideBySide()}
        others={queryOf(filings.of.id, filings.with.id)}
        keepEmpty
      />
    </dl>
  );
}

function Sums({ view: { filings, sums } }: { view: SideBySideView }): ReactNode {
  const own = useOwnWords(sideBySideWords);
  const t = useWords();
  const titleOf = useFilingTitle();
  const unitName = useUnitName();
  return (
    <section aria-labelledby="sums">
      <h2 id="sums">{own.sums}</h2>
      <table className="side-sums">
        <thead>
          <tr>
            <th scope="col">{t.filing}</th>
            <th scope="col">{own.byMatch}</th>
            <th scope="col" className="number">
              {own.rows}
            </th>
            <th scope="col" className="number">
              {t.budgetedToDate}
            </th>
            <th scope="col" className="number">
              {t.executedToDate}
            </th>
            <th scope="col" className="number">
              {t.rateShort} %
            </th>
          </tr>
        </thead>
        <tbody>
          {sides.flatMap((side) =>
            (['both', 'alone'] as const).map((which) => {
              const sum = sums[side][which];
              const inOthers = sum.planRows - sum.rows - sum.without;
              return (
                <tr key={`${side}-${which}`}>
                  <th scope="row" data-label={t.filing}>
                    {titleOf(filings[side])}
                    <span className="facts">{unitName(filings[side].moneyUnit)}</span>
                  </th>
                  <td data-label={own.byMatch}>
                    <span>
                      {which === 'both' ? own.inBoth : own.alone}
                      <span className="facts">
                        {own.incomplete(sum.rows, sum.without)}
                        {inOthers > 0 && `${t.dot}${own.countedOnce(inOthers)}`}
                        {sum.earlierYears > 0 && `${t.dot}${own.earlierYears(sum.earlierYears)}`}
                      </span>
                    </span>
                  </td>
                  <td className="number" data-label={own.rows}>
                    {grouped(sum.planRows)}
                  </td>
                  <td className="number" data-label={t.budgetedToDate}>
                    <Amount value={sum.rows === 0 ? null : sum.budgetedToDate} />
                  </td>
                  <td className="number" data-label={t.executedToDate}>
                    <Amount value={sum.rows === 0 ? null : sum.executedToDate} />
                  </td>
                  <td className="number" data-label={`${t.rateShort} %`}>
                    <Rate rate={sum.rows === 0 ? null : executionRate(sum)} />
                  </td>
                </tr>
              );
            }),
          )}
        </tbody>
      </table>
    </section>
  );
}

function Group({ group, view }: { group: SideGroup; view: SideBySideView }): ReactNode {
  const own = useOwnWords(sideBySideWords);
  const planTitle = usePlanTitle();
  const { joined, ambiguous } = group;
  const first = group.of[0] ?? group.with[0];
  const how = joined === 'recorded' ? own.recorded : joined === 'name' ? own.name : ambiguous ? own.ambiguous : null;
  const lines = [
    [own.plan, PlanOf],
    [own.money, MoneyOf],
    [own.verdict, VerdictsOf],
    [own.targets, TargetsOf],
    [own.promises, PromisesOf],
  ] as const;
  return (
    <tbody>
      <tr className="group-head">
        <th scope="rowgroup" colSpan={3}>
          <span lang="zh-Hant">{first !== undefined && planTitle({ id: first.id, name: first.row.name })}</span>
          {how !== null && <span className="facts">{how}</span>}
        </th>
      </tr>
      {lines.map(([name, Cell], at) => (
        <tr key={name}>
          <th scope="row">{name}</th>
          {sides.map((side) =>
            group[side].length > 0 ? (
              <td key={side}>
                {group[side].map((one) => (
                  <Cell key={one.id} row={one} filing={view.filings[side]} />
                ))}
              </td>
            ) : (
              at === 0 && (
                <td key={side} rowSpan={lines.length} className="none">
                  {ambiguous ? own.noRowSure : own.noRow}
                </td>
              )
            ),
          )}
        </tr>
      ))}
    </tbody>
  );
}

interface CellProps {
  readonly row: SideRow;
  readonly filing: FilingName;
}

function PlanOf({ row: { id, row } }: CellProps): ReactNode {
  const t = useWords();
  const address = useAddress();
  const planTitle = usePlanTitle();
  const said = [row.yearMoneyMissing === true && t.yearMoneyMissing, row.withheld !== undefined && t.partlyWithheld];
  return (
    <div className="of-row">
      <a lang="zh-Hant" href={address(addresses.plan(id))}>
        {row.marker}
        {planTitle({ id, name: row.name })}
      </a>
      {said.some(Boolean) && <span className="facts">{said.filter(Boolean).join(t.dot)}</span>}
    </div>
  );
}

function MoneyOf({ row: { row, rate }, filing }: CellProps): ReactNode {
  const t = useWords();
  const unitName = useUnitName();
  return (
    <dl className="of-row">
      <div>
        <dt>{t.budgetedToDate}</dt>
        <dd>
          <Amount value={row.budgetedToDate} />
        </dd>
      </div>
      <div>
        <dt>{t.executedToDate}</dt>
        <dd>
          <Amount value={row.executedToDate} />
        </dd>
      </div>
      <div>
        <dt>{t.rateShort} %</dt>
        <dd>
          <Rate rate={rate} />
        </dd>
      </div>
      <div>
        <dt>{t.approvedTotal}</dt>
        <dd>
          <Amount value={row.approvedTotal} />
        </dd>
      </div>
      <div className="facts">
        <dt className="aside-for-ears">{t.money}</dt>
        <dd>{unitName(filing.moneyUnit)}</dd>
      </div>
    </dl>
  );
}

function VerdictsOf({ row: { row } }: CellProps): ReactNode {
  const t = useWords();
  return (
    <dl className="of-row">
      <div>
        <dt>{t.stated}</dt>
        <dd>
          <StatedMark stated={row.statedVerdict} />
        </dd>
      </div>
      <div>
        <dt>{t.computed}</dt>
        <dd>
          <VerdictMark verdict={row.verdict} />
        </dd>
      </div>
    </dl>
  );
}

/** Of a row that has many, so many stand here: its own page has them all. */
const mostOfRow = 4;
/** In characters; its own page has the rest. */
const longest = 60;

function inShort(text: string): string {
  const characters = [...text];
  return characters.length <= longest ? text : `${characters.slice(0, longest).join('')}…`;
}

function TargetsOf({ row: { id, targets } }: CellProps): ReactNode {
  const own = useOwnWords(sideBySideWords);
  const t = useWords();
  if (targets.length === 0) return <p className="none of-row">{own.noTarget}</p>;
  return (
    <div className="of-row">
      <ul>
        {targets.slice(0, mostOfRow).map(({ label, target, actual, met }, at) => (
          <li key={`${at}-${label}`}>
            <span lang="zh-Hant">{inShort(label)}</span>
            {t.colon}
            <span lang="zh-Hant">{inShort(target.text)}</span> →{' '}
            {actual === null ? (
              <span className="none">{own.noResult}</span>
            ) : (
              <span lang="zh-Hant">{inShort(actual.text)}</span>
            )}{' '}
            <MetMark met={met} />
          </li>
        ))}
      </ul>
      <MoreOfRow id={id} count={targets.length - mostOfRow} />
    </div>
  );
}

function PromisesOf({ row: { id, promises } }: CellProps): ReactNode {
  const own = useOwnWords(sideBySideWords);
  const t = useWords();
  const { locale } = useReader();
  const { stateName } = promiseWords(locale);
  if (promises.length === 0) return <p className="none of-row">{own.noPromise}</p>;
  return (
    <div className="of-row">
      <ul>
        {promises.slice(0, mostOfRow).map(({ due, text, state }, at) => (
          <li key={`${at}-${text}`}>
            <q lang="zh-Hant">{inShort(text)}</q>
            <span className="facts">
              {[due === null ? t.noDue : calendarDate(due, locale), state === null ? null : stateName[state]]
                .filter((said) => said !== null)
                .join(t.dot)}
            </span>
          </li>
        ))}
      </ul>
      <MoreOfRow id={id} count={promises.length - mostOfRow} />
    </div>
  );
}

function MoreOfRow({ id, count }: { id: string; count: number }): ReactNode {
  const own = useOwnWords(sideBySideWords);
  const address = useAddress();
  if (count <= 0) return null;
  return (
    <p className="facts">
      <a href={address(addresses.plan(id))}>{own.moreOfRow(count)}</a>
    </p>
  );
}
