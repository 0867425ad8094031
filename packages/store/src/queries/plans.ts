import { sql, type RawBuilder } from 'kysely';
import type { Finding } from '@guankao/domain';
import type { PlanReading } from '@guankao/reading';
import type { PlanPage, PlanQuery, PlanRecord, PlanSort } from '../catalogue.ts';
import type { Database } from '../database/connect.ts';
import type { KnownCounts } from './known-counts.ts';
import { allOf, baseConditions, facetConditions } from './filter.ts';

const usualSize = 100;
const largestSize = 2000;

export async function findPlans(db: Database, known: KnownCounts, query: PlanQuery): Promise<PlanPage> {
  const [rows, { total, counts }] = await Promise.all([pageOf(db, query), known.of(query)]);
  return { rows, total, counts };
}

interface Row {
  readonly id: string;
  readonly filing: string;
  readonly agency: string | null;
  readonly fiscal_year: number | null;
  readonly money_unit: 'TWD' | 'thousand TWD' | null;
  readonly body: PlanReading;
}

/** No more than is shown or sorted by: the sort carries them along. */
const pageColumns = sql.raw(
  ['id', 'filing', 'position', 'agency', 'fiscal_year', 'money_unit', 'name', 'approved', 'budgeted', 'executed', 'rate', 'findings'].map((name) => `p.${name}`).join(', '),
);

async function pageOf(db: Database, query: PlanQuery): Promise<readonly PlanRecord[]> {
  const size = clamp(query.size ?? usualSize, 1, largestSize);
  const page = clamp(query.page ?? 1, 1, 1_000_000);
  const where = allOf([...baseConditions(query), ...facetConditions(query).values()]);
  const order = orderOf(query);
  const { rows } = await sql<Row>`
    select p.id, p.filing, p.agency, p.fiscal_year, p.money_unit, t.body
    from (select ${pageColumns} from guankao.plans p where ${where} order by ${order} limit ${size} offset ${(page - 1) * size}) p
    join guankao.plan_texts t using (id) order by ${order}`.execute(db);
  const findings = await findingsOf(db, rows.map(({ id }) => id));
  return rows.map((row) => ({
    id: row.id,
    filing: row.filing,
    agency: row.agency,
    fiscalYear: row.fiscal_year,
    moneyUnit: row.money_unit,
    row: row.body,
    findings: findings.get(row.id) ?? [],
  }));
}

const sortColumns: Readonly<Record<Exclude<PlanSort, 'filing'>, string>> = {
  name: 'name',
  approved: 'approved',
  budgeted: 'budgeted',
  executed: 'executed',
  rate: 'rate',
  findings: 'findings',
};

/** Rows that lack the value come last both ways; rows that agree in it keep the filing's order. */
function orderOf({ sort = 'filing', descending = false }: PlanQuery): RawBuilder<unknown> {
  const way = descending ? sql`desc` : sql`asc`;
  if (sort === 'filing') return sql`p.filing ${way}, p.position ${way}`;
  return sql`p.${sql.id(sortColumns[sort])} ${way} nulls last, p.filing, p.position`;
}

async function findingsOf(db: Database, plans: readonly string[]): Promise<ReadonlyMap<string | null, readonly Finding[]>> {
  if (plans.length === 0) return new Map();
  const rows = await db
    .selectFrom('findings')
    .select(['plan', 'body'])
    .where('plan', '=', sql<string>`any(${plans}::text[])`)
    .orderBy('filing')
    .orderBy('position')
    .execute();
  const grouped = Map.groupBy(rows, ({ plan }) => plan);
  return new Map([...grouped].map(([plan, found]) => [plan, found.map(({ body }) => body)]));
}

function clamp(value: number, least: number, most: number): number {
  return Number.isFinite(value) ? Math.min(most, Math.max(least, Math.trunc(value))) : least;
}
