import type { ReactNode } from 'react';
import type { Severity, Verdict } from '@guankao/domain';
import { addresses } from '../addresses.ts';
import { grouped } from '../figures/numbers.ts';
import { fiscalYear } from '../figures/years.ts';
import { useAddress, useReader, useWords } from '../reader.tsx';
import { useRuleTitle } from '../rule-names.ts';
import type { Facet, FacetName, FilingName, PlanListQuery, PlanListView } from '../views.ts';

/** The query with some of it changed; what is undefined is taken out, and the page starts again at the first. */
export function changed(query: PlanListQuery, changes: Record<string, string | undefined>): string {
  const entries = Object.entries({ ...query, page: undefined, ...changes });
  return new URLSearchParams(
    entries.flatMap(([key, value]) => (value === undefined || value === '' ? [] : [[key, value]])),
  ).toString();
}

/** Lines of choices with their counts, like the index of a gazette: each choice a link that keeps all others. */
export function Facets({ view }: { view: PlanListView }): ReactNode {
  const t = useWords();
  const { query } = view;
  const named: readonly (readonly [FacetName, string])[] = [
    ['filing', t.filing],
    ['type', t.type],
    ['verdict', t.byVerdict],
    ['severity', t.bySeverity],
    ['list', t.byList],
    ['finding', t.byRule],
  ];
  const chosen = named.filter(([name]) => query[name] !== undefined).length;
  return (
    <details className="facets" open={chosen > 0}>
      <summary>{t.narrow}</summary>
      <dl>
        {named.map(([name, title]) => (
          <FacetLine
            key={name}
            name={name}
            title={title}
            facets={view.facets[name]}
            query={query}
            filings={view.filings}
          />
        ))}
      </dl>
    </details>
  );
}

interface FacetLineProps {
  readonly name: FacetName;
  readonly title: string;
  readonly facets: readonly Facet[];
  readonly query: PlanListQuery;
  readonly filings: readonly FilingName[];
}

/** No page grows with the nation: of hundreds of filings the largest are offered here, the others stand on their own page. */
const mostChoices = 40;

/** Of a long line of choices, so many stand in sight; they come with the most frequent first. */
const shownAtFirst = 8;

function FacetLine({ name, title, facets, query, filings }: FacetLineProps): ReactNode {
  const t = useWords();
  const address = useAddress();
  const nameOf = useFacetName(filings);
  const current = query[name];
  const offered = facets.filter((facet) => facet.count > 0 || facet.value === current);
  const shown = offered.filter((facet, at) => at < mostChoices || facet.value === current);
  const [first, further] =
    shown.length > shownAtFirst + 2 ? [shown.slice(0, shownAtFirst), shown.slice(shownAtFirst)] : [shown, []];
  // All choices of a line keep the same other conditions.
  const others = changed(query, { [name]: undefined });
  const all = address(addresses.plans(others));
  const chosen = `${all}${others === '' ? '?' : '&'}${name}=`;
  const choice = ({ value, count }: Facet): ReactNode => (
    <li key={value}>
      <a href={`${chosen}${encodeURIComponent(value)}`} aria-current={current === value ? 'true' : undefined}>
        {nameOf(name, value)} <span className="count">{grouped(count)}</span>
      </a>
    </li>
  );
  if (shown.length === 0 || (shown.length === 1 && current === undefined && name === 'filing')) return null;
  return (
    <div className="facet">
      <dt>{title}</dt>
      <dd>
        <ul>
          <li>
            <a href={all} aria-current={current === undefined ? 'true' : undefined}>
              {t.all}
            </a>
          </li>
          {first.map(choice)}
        </ul>
        {further.length > 0 && (
          <details className="more" open={further.some((facet) => facet.value === current)}>
            <summary>{t.others(further.length)}</summary>
            <ul>
              {further.map(choice)}
              {offered.length > shown.length && name === 'filing' && (
                <li>
                  <a href={address(addresses.filings())}>{t.others(offered.length - shown.length)}</a>
                </li>
              )}
            </ul>
          </details>
        )}
      </dd>
    </div>
  );
}

/** What a choice is called. */
function useFacetName(filings: readonly FilingName[]): (name: FacetName, value: string) => string {
  const t = useWords();
  const { locale } = useReader();
  const ruleTitle = useRuleTitle();
  return (name, value) => {
    switch (name) {
      case 'type':
        return t.typeName[value] ?? (value === '' ? t.noType : value);
      case 'verdict':
        return t.verdict[value as Verdict] ?? value;
      case 'severity':
        return t.severity[value as Severity] ?? value;
      case 'list':
        return t.list[value] ?? value;
      case 'filing': {
        const filing = filings.find(({ id }) => id === value);
        return filing === undefined ? value : filingTitle(filing, locale, t.noAgency);
      }
      case 'finding':
        return ruleTitle(value);
      default:
        return value;
    }
  };
}

/** `範例部 113 年度`; of a filing that prints neither, its id. */
export function filingTitle(filing: FilingName, locale: Parameters<typeof fiscalYear>[1], noAgency: string): string {
  if (filing.agency === null && filing.fiscalYear === null) return `${noAgency} ${filing.id}`;
  const year = filing.fiscalYear === null ? null : fiscalYear(filing.fiscalYear, locale);
  return [filing.agency ?? noAgency, year].filter(Boolean).join(' ');
}
