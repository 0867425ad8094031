import { sql, type RawBuilder } from 'kysely';
import type { PlanPage, PlanQuery } from '../catalogue.ts';
import type { Database } from '../database/connect.ts';
import { allOf, baseConditions, facetConditions, facets, type Facet } from './filter.ts';

/** Where a facet's values stand; lists are counted once for each of their members. */
const columns: Readonly<Record<Facet, { readonly name: string; readonly isList: boolean }>> = {
  filing: { name: 'filing', isList: false },
  type: { name: 'type', isList: false },
  verdict: { name: 'verdict', isList: false },
  severity: { name: 'severities', isList: true },
  finding: { name: 'rules', isList: true },
  list: { name: 'lists', isList: true },
};

export interface Counts {
  readonly total: number;
  readonly counts: PlanPage['counts'];
}

/** How many rows there are, and how many each choice would leave with the other filters kept: all in one pass. */
export async function countPlans(db: Database, query: PlanQuery): Promise<Counts> {
  const asked = facetConditions(query);
  const flags = [...asked].map(([facet, condition]) => sql`, coalesce(${condition}, false) as ${sql.id(`is_${facet}`)}`);
  const others = (facet: Facet | null) => allOf([...asked.keys()].filter((one) => one !== facet).map((one) => sql<boolean>`${sql.id(`is_${one}`)}`));
  const { rows } = await sql<{ facet: Facet | 'total'; value: string; count: number }>`
    with m as materialized (
      select p.filing, p.type, p.verdict, p.severities, p.rules, p.lists${sql.join(flags, sql``)}
      from guankao.plans p where ${allOf(baseConditions(query))}
    )
    select 'total' as facet, '' as value, count(*) as count from m where ${others(null)}
    ${sql.join(facets.map((facet) => sql`union all ${countsOf(facet, others(facet))}`), sql` `)}`.execute(db);
  return {
    total: rows.find(({ facet }) => facet === 'total')?.count ?? 0,
    counts: Object.fromEntries(facets.map((facet) => [facet, valuesOf(rows, facet)])) as unknown as PlanPage['counts'],
  };
}

/** Equal lists are counted together before they are taken apart: there are few of them. */
function countsOf(facet: Facet, where: RawBuilder<boolean>): RawBuilder<unknown> {
  const { name, isList } = columns[facet];
  const column = sql.id(name);
  if (!isList) return sql`select ${sql.lit(facet)}, ${column}, count(*) from m where ${column} is not null and ${where} group by ${column}`;
  return sql`
    select ${sql.lit(facet)}, value, sum(n)::bigint
    from (select ${column} as list, count(*) as n from m where ${where} group by ${column}) g cross join lateral unnest(list) value
    group by value`;
}

function valuesOf(rows: readonly { facet: string; value: string; count: number }[], facet: Facet): Record<string, number> {
  return Object.fromEntries(rows.filter((row) => row.facet === facet).map(({ value, count }) => [value, count]));
}
