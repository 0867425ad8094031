import { sql, type RawBuilder } from 'kysely';
import type { PlanQuery } from '../catalogue.ts';
import { normalise, queryFor } from '../projections/words.ts';

/** The choices for which a page shows what each would leave. */
export const facets = ['filing', 'type', 'verdict', 'severity', 'finding', 'list'] as const;
export type Facet = (typeof facets)[number];

type Condition = RawBuilder<boolean>;

/** Conditions on `plans p` that are no facet: agency, year, words. */
export function baseConditions({ agency, year, q }: PlanQuery): Condition[] {
  return [
    ...(agency === undefined ? [] : [sql<boolean>`p.agency = ${agency}`]),
    ...(year === undefined ? [] : [sql<boolean>`p.fiscal_year = ${year}`]),
    ...wordsConditions(q ?? ''),
  ];
}

/** A query asks for at most so many words of so many characters: more would be an attack, not a search. */
const mostWords = 10;
const longestWord = 100;

function wordsConditions(q: string): Condition[] {
  const words = q.trim().split(/\s+/u).map(normalise).filter((word) => word !== '');
  return words.slice(0, mostWords).map((word) => wordCondition([...word].slice(0, longestWord).join('')));
}

/** The pairs find candidates; from three characters on, the words themselves decide. */
function wordCondition(word: string): Condition {
  const found = sql<boolean>`t.pairs @@ ${queryFor(word)}::tsquery`;
  const exact = [...word].length <= 2 ? sql`` : sql` and strpos(t.words, ${word.toWellFormed()}) > 0`;
  return sql<boolean>`exists (select from guankao.plan_texts t where t.id = p.id and ${found}${exact})`;
}

/** What the query asks of each facet; facets that it leaves open are absent. */
export function facetConditions(query: PlanQuery): ReadonlyMap<Facet, Condition> {
  const asked: readonly (readonly [Facet, string | undefined, (value: string) => Condition])[] = [
    ['filing', query.filing, (value) => sql<boolean>`p.filing = ${value}`],
    ['type', query.type, (value) => sql<boolean>`p.type = ${value}`],
    ['verdict', query.verdict, (value) => sql<boolean>`p.verdict = ${value}`],
    ['severity', query.severity, (value) => sql<boolean>`${value} = any(p.severities)`],
    ['finding', query.finding, (value) => sql<boolean>`${value} = any(p.rules)`],
    ['list', query.list, (value) => sql<boolean>`${value} = any(p.lists)`],
  ];
  return new Map(asked.flatMap(([facet, value, condition]) => (value === undefined ? [] : [[facet, condition(withoutNul(value))] as const])));
}

export function allOf(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

function withoutNul(text: string): string {
  return text.replaceAll('\0', '');
}
