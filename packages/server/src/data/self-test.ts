import { countBySeverity, isAboutFiling } from '@guankao/domain';
import type { Catalogue, FilingEdition } from '@guankao/store';
import type { ColumnHead, InBoth, Table, Value } from './table.ts';
import { both } from './table.ts';
import { tables } from './tables.ts';

/** What the tables were held against, and what came of it. */
export interface SelfTest {
  /** ISO 8601. */
  readonly checkedAt: string;
  /** Number of the last event that the tables hold. */
  readonly events: number;
  readonly rows: Readonly<Record<string, number>>;
  readonly checks: readonly Check[];
}

interface Check {
  readonly id: CheckId;
  readonly what: InBoth;
  /** How many things were looked at. */
  readonly looked: number;
  readonly failed: number;
  /** The first that failed. */
  readonly first: string | null;
}

const checks = {
  schema: both('每個值都合於欄位的型別與必填', 'each value is of its column’s type, and is there where it must be'),
  unique: both('編號沒有重複', 'no id stands twice'),
  references: both('列編號都在 rows 表裡', 'each row that is named stands in the table rows'),
  rows: both('列數與網頁所計相同', 'as many rows as the pages count'),
  findings: both('各等級的檢核結果數與網頁所計相同', 'as many findings of each severity as the pages count'),
  money: both('每一筆金額與計畫清單所示相同', 'each amount is the one that the list of plans shows'),
} as const;
type CheckId = keyof typeof checks;

class Tally {
  looked = 0;
  failed = 0;
  first: string | null = null;

  look(holds: boolean, about: () => string): void {
    this.looked += 1;
    if (holds) return;
    this.failed += 1;
    this.first ??= about();
  }
}

/** Reads every published filing once, and holds the tables against their own schema and against what the pages show. */
export async function selfTest(catalogue: Catalogue, now: Date): Promise<SelfTest> {
  const { events } = await catalogue.health();
  const tallies = Object.fromEntries(Object.keys(checks).map((id) => [id, new Tally()])) as Record<CheckId, Tally>;
  const counts = new Map(tables.map(({ id }) => [id, 0]));
  const keys = new Map(tables.map(({ id }) => [id, new Set<Value>()]));
  for (const { id } of await catalogue.filings()) {
    const held = await catalogue.filing(id);
    // It was taken back since the list was made.
    if (held === null) continue;
    for (const table of tables)
      for (const fact of table.facts(held)) {
        counts.set(table.id, (counts.get(table.id) ?? 0) + 1);
        holdToSchema(table, fact, keys, tallies);
      }
    holdToReferences(held, keys, tallies.references);
    await holdToPages(catalogue, held, tallies);
  }
  return {
    checkedAt: now.toISOString(),
    events,
    rows: Object.fromEntries(counts),
    checks: Object.entries(checks).map(([id, what]) => {
      const { looked, failed, first } = tallies[id as CheckId];
      return { id: id as CheckId, what, looked, failed, first };
    }),
  };
}

type Keys = ReadonlyMap<string, Set<Value>>;

function holdToSchema(table: Table, fact: readonly Value[], keys: Keys, tallies: Record<CheckId, Tally>): void {
  for (const [at, column] of table.columns.entries()) {
    const value = fact[at] ?? null;
    tallies.schema.look(isOfType(value, column), () => `${table.id}.${column.key}: ${value}`);
    if (column.key !== table.key) continue;
    const known = keys.get(table.id);
    tallies.unique.look(known?.has(value) === false, () => `${table.id}: ${value}`);
    known?.add(value);
  }
}

function isOfType(value: Value, { type, required, words }: ColumnHead): boolean {
  if (value === null || value === '') return required !== true;
  switch (type) {
    case 'integer':
    case 'year':
      return Number.isSafeInteger(value);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'datetime':
      return typeof value === 'string' && !Number.isNaN(Date.parse(value));
    case 'string':
      return typeof value === 'string' && (words === undefined || isKnown(value, words['zh-Hant']));
    default:
      return type satisfies never;
  }
}

/** Comparators need no words: >= is written as it is. */
const isKnown = (value: string, words: Readonly<Record<string, string>>): boolean =>
  value in words || /^[<>=]+$/.test(value);

function holdToReferences(held: FilingEdition, keys: Keys, tally: Tally): void {
  for (const table of tables)
    for (const { column, table: other } of table.references) {
      const at = table.columns.findIndex(({ key }) => key === column);
      for (const fact of table.facts(held)) {
        const value = fact[at] ?? null;
        if (value !== null) tally.look(keys.get(other)?.has(value) === true, () => `${table.id}.${column}: ${value}`);
      }
    }
}

/** The lists of the pages are kept apart from the readings that the tables are drawn from. */
async function holdToPages(catalogue: Catalogue, held: FilingEdition, tallies: Record<CheckId, Tally>): Promise<void> {
  const { filing, reading } = held;
  tallies.rows.look(filing.plans === reading.plans.length, () => filing.id);
  const found = countBySeverity(reading.findings.filter(isAboutFiling));
  for (const severity of ['error', 'warning', 'question'] as const)
    tallies.findings.look(found[severity] === filing.findings[severity], () => `${filing.id}: ${severity}`);
  const { rows } = await catalogue.plans({ filing: filing.id, size: 2_000 });
  const shown = new Map(rows.map(({ row }) => [row.id, row]));
  for (const plan of reading.plans)
    for (const component of ['approvedTotal', 'budgetedToDate', 'executedToDate'] as const)
      tallies.money.look(
        shown.get(plan.id)?.[component] === plan[component],
        () => `${filing.id}-${plan.id}: ${component}`,
      );
}
