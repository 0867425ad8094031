import { sql, type RawBuilder } from 'kysely';
import type { PlanPage, PlanQuery } from '../catalogue.ts';
import type { Database } from '../database/connect.ts';
import { facets, Fitting, Kinds, type Values } from './facets.ts';
import { Rows, type IndexedFiling, type Keys } from './rows.ts';
import { withSnippets } from './snippets.ts';
import { plansWithWords } from './words.ts';

/**
 * What lists show of every plan row, kept in memory: finding rows, sorting them and counting what every other choice
 * would leave is one walk over small integers, where PostgreSQL groups all rows once for each facet
 * (docs/decisions/008). Words are looked up in the database.
 *
 * Every answer first asks which filings have changed since the last one, and takes those in anew.
 */
export class PlanIndex {
  readonly #db: Database;
  #filings = new Map<string, IndexedFiling>();
  readonly #kinds = new Kinds();
  /** Rows changed by this event and those before it are known. */
  #event = 0;
  /** The last event that erased something, as far as is known. */
  #erasure = 0;
  #rows = new Rows([]);
  readonly #whole = new WeakMap<Uint32Array, Fitting>();
  #looking: Promise<void> = Promise.resolve();
  #nextLook: Promise<void> | null = null;

  constructor(db: Database) {
    this.#db = db;
  }

  /** `most` rows from the one at `offset` on; the counts are of all. */
  async find(query: PlanQuery, offset: number, most: number): Promise<PlanPage> {
    await this.#bringUpToDate();
    const rows = this.#rows;
    const withWords = await rows.withWords((words) => plansWithWords(this.#db, words), query.q ?? '');
    const page = this.pageOf(rows, withWords, query, offset, most);
    return withSnippets(this.#db, page, query, rows);
  }

  /** Of these rows, those that the question asks for. */
  pageOf(rows: Rows, places: Uint32Array, query: PlanQuery, offset: number, most: number): PlanPage {
    const candidates = rows.ofFilings(places, query);
    const isNarrowed = facets.some((name) => query[name] !== undefined);
    const fitting = isNarrowed ? this.#fitting(rows, candidates, query) : this.#allOf(rows, candidates);
    return {
      rows: rows.page(fitting.places, query, offset, most),
      total: fitting.places.length,
      counts: fitting.counts(),
    };
  }

  /** Counting what nothing narrows is a walk over every row, and many pages ask it of the same ones. */
  #allOf(rows: Rows, candidates: Uint32Array): Fitting {
    const known = this.#whole.get(candidates) ?? this.#fitting(rows, candidates, {});
    this.#whole.set(candidates, known);
    return known;
  }

  #fitting(rows: Rows, candidates: Uint32Array, query: PlanQuery): Fitting {
    return new Fitting(this.#kinds, rows.columns, candidates, query);
  }

  /** All filings as lists show them now. */
  async filings(): Promise<ReadonlyMap<string, IndexedFiling>> {
    await this.#bringUpToDate();
    return this.#filings;
  }

  /** With the kinds that this index knows: rows of several indexes can then be counted together. */
  numbered({ rows, ...filing }: FilingRows): IndexedFiling {
    return {
      ...filing,
      rows: rows.map(([keys, values]) => ({ keys, choices: this.#kinds.choicesOf(values) })),
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
    const { change, erasure } = await lastOnes(this.#db);
    // What was erased was made anew of other payloads, under the same events.
    const after = erasure === this.#erasure ? this.#event : 0;
    if (change <= after && after === this.#event) return;
    const filings = new Map(after === 0 ? [] : this.#filings);
    let last = after;
    for await (const filing of changedAfter(this.#db, after)) {
      filings.set(filing.id, this.numbered(filing));
      last = filing.event;
    }
    this.#filings = filings;
    this.#event = last;
    this.#erasure = erasure;
    this.#rows = new Rows([...filings.values()].toSorted(byId));
  }
}

export function byId(a: IndexedFiling, b: IndexedFiling): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : a.event - b.event;
}

/** A filing with its rows, as the database gives it. */
export interface FilingRows extends Omit<IndexedFiling, 'rows'> {
  /** In the filing's order; values by facet, in the order of `facets`. */
  readonly rows: readonly (readonly [Keys, readonly Values[]])[];
}

/** Rows of plans as JSON, in the filing's order; `from` names a table as `p` and says which. */
export function rowsAsJson(from: RawBuilder<unknown>): RawBuilder<FilingRows['rows']> {
  return sql`coalesce((
      select json_agg(json_build_array(
        json_build_array(p.id, p.name, p.approved, p.budgeted, p.executed, p.rate, p.findings, p.line::text),
        json_build_array(p.filing, p.type, p.verdict, p.severities, p.rules, p.lists)
      ) order by p.position)
      from ${from}
    ), '[]')`;
}

/** Of `filings` and `past_filings`, as `f`. */
export const filingColumns = sql`f.id, f.reading, f.event, f.form, f.agency, f.fiscal_year as "fiscalYear",
    f.money_unit as "moneyUnit",
    json_build_object('error', f.errors, 'warning', f.warnings, 'question', f.questions) as findings, f.found`;

/** Filings that are asked for at once: of the whole nation's, nothing else would be answered for seconds. */
const filingsAtOnce = 200;

async function* changedAfter(db: Database, event: number): AsyncGenerator<FilingRows> {
  let last = event;
  for (;;) {
    const { rows } = await sql<FilingRows>`
      select ${filingColumns}, ${rowsAsJson(sql`guankao.plans p where p.filing = f.id`)} as rows
      from guankao.filings f where f.event > ${last} order by f.event limit ${filingsAtOnce}`.execute(db);
    yield* rows;
    // One that changes meanwhile comes again, by its new event.
    const newest = rows.at(-1);
    if (newest === undefined || rows.length < filingsAtOnce) return;
    last = newest.event;
  }
}

/**
 * The last event that changed a filing's rows, and the last that erased something; 0 before the first. One question:
 * every answer waits for it.
 */
async function lastOnes(db: Database): Promise<{ readonly change: number; readonly erasure: number }> {
  const { rows } = await sql<{ change: number | null; erasure: number | null }>`
    select (select max(event) from guankao.filings) as change,
      (select max(number) from guankao.events where kind = 'payload-erased') as erasure`.execute(db);
  return { change: rows[0]?.change ?? 0, erasure: rows[0]?.erasure ?? 0 };
}
