import { sql } from 'kysely';
import type { PlanPage, PlanQuery } from '../catalogue.ts';
import type { Database } from '../database/connect.ts';
import { Combinations, facets, Fitting, type Values } from './facets.ts';
import { Rows, type IndexedFiling, type Keys } from './rows.ts';

/**
 * What lists show of every plan row, kept in memory: finding rows, sorting them and counting what every other choice
 * would leave is one walk over small integers, where PostgreSQL groups all rows once for each facet
 * (docs/decisions/008). Words are looked up in the database.
 *
 * Every answer first asks which filings have changed since the last one, and takes those in anew.
 */
export class PlanIndex {
  readonly #db: Database;
  readonly #filings = new Map<string, IndexedFiling>();
  readonly #combinations = facets.map(() => new Combinations());
  /** Rows changed by this event and those before it are known. */
  #event = 0;
  #rows = new Rows([]);
  #looking: Promise<void> = Promise.resolve();
  #nextLook: Promise<void> | null = null;

  constructor(db: Database) {
    this.#db = db;
  }

  /** `most` rows from the one at `offset` on; the counts are of all. */
  async find(query: PlanQuery, offset: number, most: number): Promise<PlanPage> {
    await this.#bringUpToDate();
    const rows = this.#rows;
    const candidates = rows.ofFilings(await rows.withWords(this.#db, query.q ?? ''), query);
    const fitting = new Fitting(this.#combinations, rows.choices, candidates, query);
    return {
      rows: rows.page(fitting.places, query, offset, most),
      total: fitting.places.length,
      counts: fitting.counts(),
    };
  }

  /** Those who ask while a look is under way share the next one: it sees all that was written before they asked. */
  #bringUpToDate(): Promise<void> {
    this.#nextLook ??= this.#looking
      .catch(() => undefined)
      .then(() => {
        this.#looking = this.#look();
        this.#nextLook = null;
        return this.#looking;
      });
    return this.#nextLook;
  }

  async #look(): Promise<void> {
    const changed = await changedAfter(this.#db, this.#event);
    if (changed.length === 0) return;
    for (const filing of changed) {
      this.#filings.set(filing.id, {
        ...filing,
        rows: filing.rows.map(([keys, values]) => ({
          keys,
          choices: this.#combinations.map((each, at) => each.numberOf(values[at] ?? null)),
        })),
      });
    }
    this.#event = changed.reduce((last, { event }) => Math.max(last, event), this.#event);
    this.#rows = new Rows([...this.#filings.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)));
  }
}

interface ChangedFiling extends Omit<IndexedFiling, 'rows'> {
  /** In the filing's order; values by facet, in the order of `facets`. */
  readonly rows: readonly (readonly [Keys, readonly Values[]])[];
}

async function changedAfter(db: Database, event: number): Promise<readonly ChangedFiling[]> {
  const { rows } = await sql<ChangedFiling>`
    select f.id, f.event, f.agency, f.fiscal_year as "fiscalYear", f.money_unit as "moneyUnit", coalesce((
      select json_agg(json_build_array(
        json_build_array(p.id, p.name, p.approved, p.budgeted, p.executed, p.rate, p.findings, p.line::text),
        json_build_array(p.filing, p.type, p.verdict, p.severities, p.rules, p.lists)
      ) order by p.position)
      from guankao.plans p where p.filing = f.id
    ), '[]') as rows
    from guankao.filings f where f.event > ${event}`.execute(db);
  return rows;
}
