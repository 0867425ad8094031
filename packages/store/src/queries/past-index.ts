import { sql } from 'kysely';
import type { PlanPage, PlanQuery, Position } from '../catalogue.ts';
import type { Database } from '../database/connect.ts';
import { byId, filingColumns, rowsAsJson, type FilingRows, type PlanIndex } from './plan-index.ts';
import { Rows, type IndexedFiling } from './rows.ts';
import { lastBinding, lastEvents, loadStates, shownAt, type ShownState, type ShownThen } from './shown-then.ts';
import { withSnippets } from './snippets.ts';
import { pastPlansWithWords, plansWithWords, wordsIn } from './words.ts';

/** How many moments are kept at hand: of each, four bytes a row. */
const mostMoments = 30;

/** All that was ever shown, as it stands at one moment of now: it never changes. */
interface History {
  /** By which changes and erasures it was made. */
  readonly mark: string;
  /** The last event that bound all times before it; see `lastBinding`. */
  readonly binding: number;
  /** When something was shown first. */
  readonly first: Position | null;
  readonly states: ReadonlyMap<string, readonly ShownState[]>;
  /** Of all filings by all readings that lists ever showed. */
  readonly rows: Rows;
  /** By filing and reading. */
  readonly filings: ReadonlyMap<string, IndexedFiling>;
  readonly moments: Map<number, Moment>;
}

/** What was shown after one event. */
export interface Moment {
  readonly position: number;
  readonly history: History;
  readonly shown: ReadonlyMap<string, ShownThen>;
  /** The filings that lists showed then, as they may be shown now. */
  readonly filings: ReadonlyMap<string, IndexedFiling>;
  /** Their rows among those of the history, in the filings' order. */
  readonly places: Uint32Array;
}

/**
 * Lists as they were: the rows that lists show now and those that they showed once stand beside each other in memory,
 * and a moment is a choice among them. Sorting and counting are those of the lists of now (docs/decisions/008).
 */
export class PastIndex {
  readonly #db: Database;
  readonly #present: PlanIndex;
  /** Rows that came to the past with this event and those before it are known. */
  #ended = 0;
  #erasure = 0;
  #past = new Map<string, IndexedFiling>();
  #history: History | null = null;
  #making: { readonly mark: string; readonly history: Promise<History> } | null = null;

  constructor(db: Database, present: PlanIndex) {
    this.#db = db;
    this.#present = present;
  }

  /** What was shown after the event at `position`. */
  async at(position: number): Promise<Moment> {
    const history = await this.#upToDate();
    const known = history.moments.get(position) ?? momentOf(history, position);
    history.moments.delete(position);
    history.moments.set(position, known);
    const [oldest] = history.moments.keys();
    if (history.moments.size > mostMoments && oldest !== undefined) history.moments.delete(oldest);
    return known;
  }

  /** Of a moment, `most` rows from the one at `offset` on; the counts are of all. */
  async find({ history, places }: Moment, query: PlanQuery, offset: number, most: number): Promise<PlanPage> {
    const { rows } = history;
    const { q = '' } = query;
    if (wordsIn(q).length === 0) return this.#present.pageOf(rows, places, query, offset, most);
    const withWords = await rows.withWords(async (words) => {
      const found = await Promise.all([plansWithWords(this.#db, words), pastPlansWithWords(this.#db, words)]);
      return found.flat();
    }, q);
    const page = this.#present.pageOf(rows, rows.among(withWords, places), query, offset, most);
    return withSnippets(this.#db, page, query, rows);
  }

  async #upToDate(): Promise<History> {
    const { change, erasure } = await lastEvents(this.#db);
    const mark = `${change} ${erasure}`;
    if (this.#history?.mark === mark) return this.#history;
    if (this.#making?.mark !== mark) {
      const before = this.#making?.history.catch(() => null) ?? Promise.resolve(null);
      this.#making = { mark, history: before.then(() => this.#make(mark, erasure)) };
    }
    return this.#making.history;
  }

  async #make(mark: string, erasure: number): Promise<History> {
    if (erasure !== this.#erasure) {
      this.#past = new Map();
      this.#ended = 0;
      this.#erasure = erasure;
    }
    // In this order: what lists stop showing meanwhile is found among what they showed once.
    const states = await loadStates(this.#db);
    const present = await this.#present.filings();
    for (const { ended, ...filing } of await endedAfter(this.#db, this.#ended)) {
      this.#past.set(keyOf(filing.id, filing.reading), this.#present.numbered(filing));
      this.#ended = Math.max(this.#ended, ended);
    }
    const filings = new Map([
      ...[...present.values()].map((filing) => [keyOf(filing.id, filing.reading), filing] as const),
      ...this.#past,
    ]);
    const rows = new Rows([...filings.values()].toSorted(byId));
    const binding = [...states.values()].reduce((last, each) => Math.max(last, lastBinding(each)), erasure);
    this.#history = { mark, binding, first: firstOf(states), states, rows, filings, moments: new Map() };
    return this.#history;
  }
}

function firstOf(states: History['states']): Position | null {
  let first: Position | null = null;
  for (const [state] of states.values())
    if (state !== undefined && (first === null || state.from < first.number))
      first = { number: state.from, at: state.since };
  return first;
}

function keyOf(filing: string, reading: string): string {
  return `${reading} ${filing}`;
}

function momentOf(history: History, position: number): Moment {
  const shown = new Map([...history.states].map(([id, states]) => [id, shownAt(states, position)] as const));
  const filings = new Map<string, IndexedFiling>();
  for (const [id, then] of shown) {
    if (then.is !== 'shown') continue;
    const filing = history.filings.get(keyOf(id, then.current.reading));
    if (filing === undefined) throw new Error(`no rows of ${id} by the reading ${then.current.reading}`);
    filings.set(id, filing);
  }
  const places = history.rows.madeBy([...filings.values()].map(({ event }) => event));
  return { position, history, shown, filings, places };
}

async function endedAfter(db: Database, event: number): Promise<readonly (FilingRows & { readonly ended: number })[]> {
  const { rows } = await sql<FilingRows & { readonly ended: number }>`
    select ${filingColumns}, f.ended, ${rowsAsJson(sql`guankao.past_plans p where p.event = f.event`)} as rows
    from guankao.past_filings f where f.ended > ${event}`.execute(db);
  return rows;
}
