import type { ReactNode } from 'react';
import type { Severity, Verdict } from '@guankao/domain';
import { addresses } from '../addresses.ts';
import { Choices } from './choices.tsx';
import { changed } from './search-form.tsx';
import { fiscalYear } from '../figures/years.ts';
import { useReader, useWords } from '../reader.tsx';
import { useRuleTitle } from '../rule-names.ts';
import type { FacetName, FilingName, PlanListView } from '../views.ts';

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
  const nameOf = useFacetName(view.filings);
  const chosen = named.filter(([name]) => query[name] !== undefined).length;
  return (
    <details className="facets" open={chosen > 0}>
      <summary>{t.narrow}</summary>
      <dl>
        {named.map(([name, title]) => (
          <Choices
            key={name}
            name={name}
            title={title}
            choices={view.facets[name]}
            nameOf={(value) => nameOf(name, value)}
            current={query[name]}
            path={addresses.plans()}
            others={changed(query, { [name]: undefined })}
            unlessSingle={name === 'filing'}
          />
        ))}
      </dl>
    </details>
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
