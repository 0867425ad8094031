import type { ReactNode } from 'react';
import { addresses } from '../addresses.ts';
import { Choices } from '../components/choices.tsx';
import { Citation } from '../components/citation.tsx';
import { Page, render } from '../components/document.tsx';
import { filingTitle } from '../components/facets.tsx';
import { changed, SearchForm } from '../components/search-form.tsx';
import { SourceLink } from '../components/source-link.tsx';
import { calendarDate, shortYear } from '../figures/years.ts';
import { useAddress, useFileAddress, usePlanTitle, useReader, useWords, type Reader } from '../reader.tsx';
import type { DueYear, Facet } from '../views.ts';
import type { PromiseLine, PromiseQuery, PromiseState } from './line.ts';
import { promiseWords, type PromiseWords } from './words.ts';
import { PagesNav } from '../components/pages-nav.tsx';

export interface PromisesView {
  readonly lines: readonly PromiseLine[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly query: PromiseQuery;
  readonly facets: Readonly<Record<'ministry' | 'year' | 'state', readonly Facet[]>>;
  /** What is still being worked through; 0 where all is in. */
  readonly pending: number;
  readonly nextYear: DueYear;
}

export function promisesPage(reader: Reader, view: PromisesView): string {
  return render(reader, <Promises view={view} />);
}

export function usePromiseWords(): PromiseWords {
  return promiseWords(useReader().locale);
}

function Promises({ view }: { view: PromisesView }): ReactNode {
  const own = usePromiseWords();
  const address = useAddress();
  const { asOf } = useReader();
  const { lines, query, pending, total } = view;
  const isAsked = Object.keys(query).length > 0;
  return (
    <Page
      title={own.title}
      description={own.lead}
      section="/commitments"
      fictional={lines.length > 0 && lines.every(({ filing }) => filing.fictional)}
      unlisted={isAsked}
      {...(asOf === undefined
        ? { feed: { path: addresses.promisesFile('atom', changed(query)), title: own.title } }
        : {})}
    >
      <h1>{own.title}</h1>
      <p className="lead">{own.lead}</p>
      <SearchForm query={query} to={address(addresses.promises())} label={own.search} hint={own.searchHint} />
      <Conditions view={view} />
      {pending > 0 && <output className="note pending">{own.pending(pending)}</output>}
      <section aria-labelledby="found">
        <div className="list-head">
          <h2 id="found">{total === 0 ? own.none : own.found(total)}</h2>
          <Files query={query} isAsked={isAsked} />
        </div>
        {total === 0 ? (
          <p className="empty">{isAsked ? own.noneHelp : own.noneAtAll}</p>
        ) : (
          <PromiseTable lines={lines} />
        )}
        <p className="note">{own.method}</p>
        <Pages view={view} />
      </section>
    </Page>
  );
}

/** What is asked for as a file, a feed, a calendar; and the way back to all. */
function Files({ query, isAsked }: { query: PromiseQuery; isAsked: boolean }): ReactNode {
  const t = useWords();
  const own = usePromiseWords();
  const address = useAddress();
  const file = useFileAddress();
  const { asOf } = useReader();
  const asked = changed(query);
  return (
    <p>
      {isAsked && <a href={address(addresses.promises())}>{t.clearAll}</a>}
      <a href={address(addresses.promisesFile('csv', asked))}>{own.csv}</a>
      <a href={file(addresses.promisesJson(asked))}>{own.json}</a>
      {asOf === undefined && (
        // What is subscribed to is of now.
        <>
          <a href={address(addresses.promisesFile('atom', asked))}>{own.atom}</a>
          <a href={address(addresses.promisesFile('ics', asked))}>{own.calendar}</a>
        </>
      )}
    </p>
  );
}

function Conditions({ view: { query, facets, nextYear } }: { view: PromisesView }): ReactNode {
  const t = useWords();
  const own = usePromiseWords();
  const { locale } = useReader();
  const yearName = (value: string): string => (value === 'none' ? t.noDue : shortYear(Number(value), locale));
  // Next year stands among the choices even where nothing is due in it: that nothing is says something.
  const years = facets.year.some(({ value }) => value === `${nextYear.year}`)
    ? facets.year
    : [...facets.year, { value: `${nextYear.year}`, count: 0 }];
  const lines = [
    { name: 'year', title: own.byYear, choices: years, nameOf: yearName, keepEmpty: true },
    {
      name: 'state',
      title: own.byState,
      choices: facets.state,
      nameOf: (value: string) => own.stateName[value as PromiseState],
    },
    {
      name: 'ministry',
      title: own.byMinistry,
      choices: facets.ministry,
      nameOf: (value: string) => (value === '' ? t.noAgency : value),
    },
  ] as const;
  const isChosen = lines.some(({ name }) => query[name] !== undefined);
  return (
    <details className="facets" open={isChosen}>
      <summary>{t.narrow}</summary>
      <dl>
        {lines.map(({ name, ...line }) => (
          <Choices
            key={name}
            {...line}
            name={name}
            current={query[name]}
            path={addresses.promises()}
            others={changed(query, { [name]: undefined })}
          />
        ))}
      </dl>
    </details>
  );
}

function PromiseTable({ lines }: { lines: readonly PromiseLine[] }): ReactNode {
  const own = usePromiseWords();
  return (
    <table className="commitments">
      <caption className="aside-for-ears">{own.title}</caption>
      <thead>
        <tr>
          <th scope="col">{own.due}</th>
          <th scope="col">{own.promise}</th>
          <th scope="col">{own.plan}</th>
          <th scope="col">{own.state}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <PromiseRow key={line.id} line={line} />
        ))}
      </tbody>
    </table>
  );
}

function PromiseRow({ line }: { line: PromiseLine }): ReactNode {
  const t = useWords();
  const own = usePromiseWords();
  const address = useAddress();
  const planTitle = usePlanTitle();
  const { locale, origin } = useReader();
  const { plan, filing, edition, place, due, about, text } = line;
  return (
    <tr id={line.id}>
      <th scope="row" data-label={own.due} className="due">
        {due === null ? (
          <span className="none">{t.noDue}</span>
        ) : (
          <time dateTime={due}>{calendarDate(due, locale)}</time>
        )}
      </th>
      <td data-label={own.promise} className="words">
        {about !== null && (
          <q lang="zh-Hant" className="about">
            {about}
          </q>
        )}
        <q lang="zh-Hant">{text}</q>{' '}
        <span className="way">
          <SourceLink place={place} name={text} />
          <Citation
            name={own.cited(line)}
            quotation={text}
            place={place}
            address={`${origin}${address(addresses.promise(line))}`}
          />
        </span>
      </td>
      <td data-label={own.plan}>
        <a lang="zh-Hant" href={address(addresses.plan(plan.id))}>
          {planTitle(plan)}
        </a>
        <span className="facts">
          {filing.fictional && <span className="fictional-tag">{t.fictional}</span>}
          {[filingTitle(filing, locale, t.noAgency), t.edition(edition)].join(t.dot)}
        </span>
      </td>
      <td data-label={own.state}>
        <PromiseMark state={line.state} />
        <span className="facts">{own.why(line)}</span>
        <LaterWords line={line} />
        <LaterRows line={line} />
      </td>
    </tr>
  );
}

function LaterWords({ line: { answer } }: { line: PromiseLine }): ReactNode {
  const own = usePromiseWords();
  const address = useAddress();
  if (answer === null) return null;
  return (
    <span className="later">
      <span className="aside-for-ears">{own.later}</span>
      <q lang="zh-Hant">{shortened(answer.text)}</q>{' '}
      {answer.place === null ? (
        <a href={address(addresses.plan(answer.plan))}>{own.plan}</a>
      ) : (
        <SourceLink place={answer.place} name={own.later} />
      )}
    </span>
  );
}

/** Where the record follows the plan, its rows may be called otherwise: a link says which they are. */
function LaterRows({ line: { joined, later } }: { line: PromiseLine }): ReactNode {
  const own = usePromiseWords();
  const address = useAddress();
  if (joined !== 'recorded') return null;
  return (
    <span className="facts">
      {own.recordedLater}
      {own.colon}
      <span className="inline-list">
        {later.map((id) => (
          <a key={id} href={address(addresses.plan(id))} lang="zh-Hant">
            {id}
          </a>
        ))}
      </span>
    </span>
  );
}

/** A passage may be a page long; its place shows all of it. */
const longestQuote = 120;

function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= longestQuote ? text : `${characters.slice(0, longestQuote).join('')}…`;
}

const shapes: Readonly<Record<PromiseState, string>> = { kept: '●', overdue: '○', open: '◇', undetermined: '–' };

/** Shape and word together, as of a verdict. */
function PromiseMark({ state }: { state: PromiseState }): ReactNode {
  const own = usePromiseWords();
  return (
    <span className={`verdict is-${state === 'overdue' ? 'not_achieved' : state}`}>
      <span className="shape" aria-hidden="true">
        {shapes[state]}
      </span>{' '}
      {own.stateName[state]}
    </span>
  );
}

function Pages({ view: { page, pages, query } }: { view: PromisesView }): ReactNode {
  const address = useAddress();
  const to = (number: number): string => address(addresses.promises(changed(query, { page: `${number}` })));
  return <PagesNav page={page} pages={pages} to={to} />;
}
