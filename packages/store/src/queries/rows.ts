import type { MoneyUnit, SeverityCounts } from '@guankao/domain';
import type { PlanQuery, PlanRecord, PlanSort } from '../catalogue.ts';
import type { Found, PlanLine } from '../database/tables.ts';
import { partsOfPlace, placeOf } from '../projections/plan-rows.ts';
import type { Choices, Columns } from './facets.ts';
import { keep } from './places.ts';
import { KeptLines } from './snippets.ts';
import { wordsIn } from './words.ts';

/** Id, what rows can be sorted by (amounts in TWD), and what is shown of it, as JSON. */
export type Keys = readonly [
  id: string,
  name: string,
  approved: number | null,
  budgeted: number | null,
  executed: number | null,
  rate: number | null,
  findings: number,
  line: string,
];

/** A filing as lists show it, by one reading. */
export interface IndexedFiling {
  readonly id: string;
  readonly reading: string;
  /** That made its rows: they are numbered by it. */
  readonly event: number;
  readonly form: string | null;
  readonly agency: string | null;
  readonly fiscalYear: number | null;
  readonly moneyUnit: MoneyUnit | null;
  readonly findings: SeverityCounts;
  readonly found: Found;
  /** In the filing's order. */
  readonly rows: readonly { readonly keys: Keys; readonly choices: Choices }[];
}

/** Searches whose places are kept: at most so many, of four bytes a row. */
const mostSearches = 200;

/** Rows that are kept as lists show them: at most so many, of some two kilobytes. */
const mostRecords = 5_000;

/** Places (`partsOfPlace`) of the rows in which all these words stand. */
export type LookUp = (words: readonly string[]) => Promise<readonly number[]>;

/** Rows of filings, by filing and place in it: what stands here never changes. */
export class Rows {
  readonly columns: Columns;
  readonly #keys: readonly Keys[];
  readonly #filings: readonly IndexedFiling[];
  /** By event: where the rows that it made stand. */
  readonly #stretches: ReadonlyMap<number, Stretch>;
  readonly #all: Uint32Array;
  /** Those who search narrow down, sort and turn pages: the same words come again. */
  readonly #withWords = new Map<string, Uint32Array>();
  readonly #orders = new Map<string, Uint32Array>();
  /** First pages are shown again and again: to parse a hundred rows takes as long as to find them. */
  readonly #records = new Map<number, PlanRecord>();
  readonly lines = new KeptLines();
  readonly #places = new WeakMap<PlanRecord, number>();

  constructor(filings: readonly IndexedFiling[]) {
    const rows = filings.flatMap((filing) => filing.rows);
    this.#keys = rows.map(({ keys }) => keys);
    this.#filings = filings.flatMap((filing) => Array.from(filing.rows, () => filing));
    this.#stretches = stretchesOf(filings);
    this.#all = Uint32Array.from(rows, (_, at) => at);
    this.columns = {
      filings: Uint32Array.from(rows, ({ choices }) => choices.filing),
      kinds: Uint32Array.from(rows, ({ choices }) => choices.kind),
    };
  }

  /** Where every word of `q` stands; all rows where it has none. */
  async withWords(lookUp: LookUp, q: string): Promise<Uint32Array> {
    const words = wordsIn(q);
    if (words.length === 0) return this.#all;
    const name = words.join(' ');
    const places = this.#withWords.get(name) ?? this.#here(await lookUp(words));
    this.#withWords.delete(name);
    this.#withWords.set(name, places);
    const [oldest] = this.#withWords.keys();
    if (this.#withWords.size > mostSearches && oldest !== undefined) this.#withWords.delete(oldest);
    return places;
  }

  /** In rising order. A row that was made after this state is left to the next one. */
  #here(places: readonly number[]): Uint32Array {
    const here = new Uint32Array(places.length);
    let known = 0;
    for (const place of places) {
      const { event, position } = partsOfPlace(place);
      const start = this.#stretches.get(event)?.start;
      if (start !== undefined) here[known++] = start + position;
    }
    return here.subarray(0, known).sort();
  }

  /** The rows that these events made, in rising order. */
  madeBy(events: readonly number[]): Uint32Array {
    const stretches = events.flatMap((event) => this.#stretches.get(event) ?? []).sort((a, b) => a.start - b.start);
    const places = new Uint32Array(stretches.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const { start, length } of stretches) for (let n = 0; n < length; n++) places[at++] = start + n;
    return places;
  }

  /** Of some places those that are among others. */
  among(places: Uint32Array, others: Uint32Array): Uint32Array {
    const isThere = new Uint8Array(this.#all.length);
    for (const at of others) isThere[at] = 1;
    return keep(places, (at) => isThere[at] === 1);
  }

  ofFilings(places: Uint32Array, { agency, year }: PlanQuery): Uint32Array {
    if (agency === undefined && year === undefined) return places;
    return keep(places, (at) => {
      const filing = this.#filings[at];
      return (agency === undefined || filing?.agency === agency) && (year === undefined || filing?.fiscalYear === year);
    });
  }

  /** Of these places, `most` rows from the one at `offset` on, in the order asked for. */
  page(
    places: Uint32Array,
    { sort = 'filing', descending = false }: PlanQuery,
    offset: number,
    most: number,
  ): PlanRecord[] {
    const inOrder = sort === 'filing' && !descending ? places : this.#inOrder(places, sort, descending);
    return Array.from(inOrder.subarray(offset, offset + most), (at) => this.#record(at));
  }

  /** The number (`partsOfPlace`) of a row that a page gave. */
  placeOf(record: PlanRecord): number {
    const at = this.#places.get(record) ?? Number.NaN;
    const event = this.#filings[at]?.event ?? Number.NaN;
    return placeOf(event, at - (this.#stretches.get(event)?.start ?? Number.NaN));
  }

  #record(at: number): PlanRecord {
    const record = this.#records.get(at) ?? this.#parsed(at);
    if (this.#records.size >= mostRecords) this.#records.clear();
    this.#records.set(at, record);
    return record;
  }

  #parsed(at: number): PlanRecord {
    const [keys, filing] = [this.#keys[at], this.#filings[at]];
    if (keys === undefined || filing === undefined) throw new RangeError(`no row at ${at}`);
    const { id, agency, fiscalYear, moneyUnit } = filing;
    const line = JSON.parse(keys[7]) as PlanLine;
    const record: PlanRecord = { id: keys[0], filing: id, agency, fiscalYear, moneyUnit, ...line };
    this.#places.set(record, at);
    return record;
  }

  #inOrder(places: Uint32Array, sort: PlanSort, descending: boolean): Uint32Array {
    return this.among(this.#order(sort, descending), places);
  }

  /** Of all rows; made when first asked for. */
  #order(sort: PlanSort, descending: boolean): Uint32Array {
    const name = `${sort} ${descending}`;
    const order = this.#orders.get(name) ?? this.#sorted(sort, descending);
    this.#orders.set(name, order);
    return order;
  }

  /** Rows that lack the value come last both ways; rows that agree in it keep the filing's order. */
  #sorted(sort: PlanSort, descending: boolean): Uint32Array {
    const order = this.#all.slice();
    if (sort === 'filing') return descending ? order.reverse() : order;
    const way = descending ? -1 : 1;
    const key = keyOf[sort];
    const value = (at: number) => this.#keys[at]?.[key] ?? null;
    return order.sort((a, b) => way * compare(value(a), value(b), way) || a - b);
  }
}

interface Stretch {
  readonly start: number;
  readonly length: number;
}

function stretchesOf(filings: readonly IndexedFiling[]): ReadonlyMap<number, Stretch> {
  const stretches = new Map<number, Stretch>();
  let start = 0;
  for (const { event, rows } of filings) {
    stretches.set(event, { start, length: rows.length });
    start += rows.length;
  }
  return stretches;
}

const keyOf: Readonly<Record<Exclude<PlanSort, 'filing'>, 1 | 2 | 3 | 4 | 5 | 6>> = {
  name: 1,
  approved: 2,
  budgeted: 3,
  executed: 4,
  rate: 5,
  findings: 6,
};

/** What is missing comes last whichever way the order goes. */
function compare(a: string | number | null, b: string | number | null, way: 1 | -1): number {
  if (a === b) return 0;
  if (a === null) return way;
  if (b === null) return -way;
  return a < b ? -1 : 1;
}
