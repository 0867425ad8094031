import type { ReactNode } from 'react';
import type { Severity } from '@guankao/domain';
import { addresses } from '../addresses.ts';
import { Choices } from '../components/choices.tsx';
import { Page, render } from '../components/document.tsx';
import { filingTitle } from '../components/facets.tsx';
import { FindingNote } from '../components/finding-note.tsx';
import { PagesNav } from '../components/pages-nav.tsx';
import { changed, SearchForm } from '../components/search-form.tsx';
import { fiscalYear } from '../figures/years.ts';
import { useAddress, useFileAddress, useOwnWords, useReader, useWords, type Reader } from '../reader.tsx';
import { useRuleTitle } from '../rule-names.ts';
import type { Facet, FilingName, FindingView } from '../views.ts';
import { findingWords } from './words.ts';

/** What the address asks for, as it stands in it. */
export interface FindingSearch {
  readonly q?: string;
  readonly rule?: string;
  readonly severity?: string;
  readonly ministry?: string;
  readonly year?: string;
  readonly filing?: string;
  /** `1`: doubts about the transcription, and nothing else. */
  readonly doubts?: string;
  readonly page?: string;
}

export interface FindingLine {
  readonly filing: FilingName;
  readonly edition: number;
  readonly view: FindingView;
}

export interface FindingsView {
  readonly lines: readonly FindingLine[];
  readonly total: number;
  /** Of the other sort: doubts, or all but these. */
  readonly others: number;
  readonly page: number;
  readonly pages: number;
  readonly query: FindingSearch;
  readonly facets: Readonly<Record<'rule' | 'severity' | 'ministry' | 'year', readonly Facet[]>>;
}

export function findingsPage(reader: Reader, view: FindingsView): string {
  return render(reader, <Findings view={view} />);
}

function Findings({ view }: { view: FindingsView }): ReactNode {
  const own = useOwnWords(findingWords);
  const t = useWords();
  const address = useAddress();
  const file = useFileAddress();
  const { lines, total, query } = view;
  const isAsked = Object.keys(query).length > 0;
  const asked = changed(query);
  const title = query.doubts === undefined ? own.found(total) : own.foundDoubts(total);
  return (
    <Page
      title={own.title}
      description={own.lead}
      fictional={lines.length > 0 && lines.every(({ filing }) => filing.fictional)}
      unlisted={isAsked}
    >
      <h1>{own.title}</h1>
      <p className="lead">{own.lead}</p>
      <SearchForm query={query} to={address(addresses.findings())} label={own.search} hint={own.searchHint} />
      <Conditions view={view} />
      <section aria-labelledby="found">
        <div className="list-head">
          <h2 id="found">{total === 0 ? own.none : title}</h2>
          <p>
            {isAsked && <a href={address(addresses.findings())}>{t.clearAll}</a>}
            <a href={address(addresses.findingsCsv(asked))}>{t.csv}</a>
            <a href={file(addresses.findingsJson(asked))}>{own.json}</a>
          </p>
        </div>
        <Others view={view} />
        {total === 0 ? (
          <p className="empty">{own.noneHelp}</p>
        ) : (
          <ol className="found-findings">
            {lines.map((line) => (
              <Found key={line.view.anchor} line={line} />
            ))}
          </ol>
        )}
        <p className="note">{own.note}</p>
        <Pages view={view} />
      </section>
    </Page>
  );
}

function Found({ line: { filing, edition, view } }: { line: FindingLine }): ReactNode {
  const t = useWords();
  const address = useAddress();
  const { locale } = useReader();
  return (
    <li>
      <p className="facts">
        {filing.fictional && <span className="fictional-tag">{t.fictional}</span>}
        <a href={address(addresses.filing(filing.id))}>{filingTitle(filing, locale, t.noAgency)}</a>
        {t.dot}
        {t.edition(edition)}
        {view.plan === null && `${t.dot}${t.wholeFiling}`}
      </p>
      <FindingNote view={view} namesPlan={view.plan !== null} quotes />
    </li>
  );
}

/** What the same question finds of doubts, and the way back from there. */
function Others({ view: { query, others } }: { view: FindingsView }): ReactNode {
  const own = useOwnWords(findingWords);
  const address = useAddress();
  const isDoubts = query.doubts !== undefined;
  if (others === 0 && !isDoubts) return null;
  const to = addresses.findings(changed(query, { doubts: isDoubts ? undefined : '1' }));
  return (
    <p className="note">
      <a href={address(to)}>{isDoubts ? own.otherFindings(others) : own.otherDoubts(others)}</a>
    </p>
  );
}

function Conditions({ view: { query, facets } }: { view: FindingsView }): ReactNode {
  const t = useWords();
  const own = useOwnWords(findingWords);
  const ruleTitle = useRuleTitle();
  const { locale } = useReader();
  const lines = [
    {
      name: 'severity',
      title: t.bySeverity,
      nameOf: (value: string) => t.severity[value as Severity],
    },
    { name: 'year', title: t.year, nameOf: (value: string) => fiscalYear(Number(value), locale) },
    { name: 'ministry', title: own.byMinistry, nameOf: (value: string) => (value === '' ? t.noAgency : value) },
    { name: 'rule', title: t.byRule, nameOf: ruleTitle },
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
            choices={facets[name]}
            current={query[name]}
            path={addresses.findings()}
            others={changed(query, { [name]: undefined })}
          />
        ))}
      </dl>
    </details>
  );
}

function Pages({ view: { page, pages, query } }: { view: FindingsView }): ReactNode {
  const address = useAddress();
  const to = (number: number): string => address(addresses.findings(changed(query, { page: `${number}` })));
  return <PagesNav page={page} pages={pages} to={to} />;
}
