import type { PlanPage, PlanQuery } from '../catalogue.ts';

/** The choices for which a page shows what each would leave. */
export const facets = ['filing', 'type', 'verdict', 'severity', 'finding', 'list'] as const;
type Facet = (typeof facets)[number];

/** All but the filing: there are as many filings as fifty rows have. */
const ofKind = facets.slice(1);

/** What a row has in one facet. */
export type Values = string | readonly string[] | null;

/** A row's filing and kind, by number. */
export interface Choices {
  readonly filing: number;
  readonly kind: number;
}

/**
 * The filings and kinds of rows, numbered. Rows that have the same in every facet but the filing are of one kind: rows
 * are many, kinds some thousands.
 */
export class Kinds {
  readonly filings = new Combinations();
  /** By facet of `ofKind`. */
  readonly facets = ofKind.map(() => new Combinations());
  /** By facet of `ofKind`: each kind's combination. */
  readonly columns: readonly number[][] = ofKind.map(() => []);
  readonly #numbers = new Map<string, number>();

  get size(): number {
    return this.#numbers.size;
  }

  /** `values` by facet, in the order of `facets`. */
  choicesOf([filing = null, ...values]: readonly Values[]): Choices {
    return { filing: this.filings.numberOf(filing), kind: this.#kindOf(values) };
  }

  #kindOf(values: readonly Values[]): number {
    const combinations = this.facets.map((each, facet) => each.numberOf(values[facet] ?? null));
    const key = combinations.join(' ');
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    for (const [facet, combination] of combinations.entries()) this.columns[facet]?.push(combination);
    this.#numbers.set(key, this.size);
    return this.size - 1;
  }
}

/** The sets of values that rows have in one facet, numbered: the same few sets come again. */
class Combinations {
  readonly values: (readonly string[])[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(value: Values): number {
    const values = value === null ? [] : typeof value === 'string' ? [value] : value;
    const key = JSON.stringify(values);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.values.length);
    return this.values.push(values) - 1;
  }

  /** By combination: 1 where the value is not among it. */
  without(value: string): Uint8Array {
    return Uint8Array.from(this.values, (values) => Number(!values.includes(value)));
  }
}

/** By row: the number of its filing, and of its kind. */
export interface Columns {
  readonly filings: Uint32Array;
  readonly kinds: Uint32Array;
}

/** Which of the candidates fit what is asked of each facet, and how many would, were one facet left open. */
export class Fitting {
  /** Of the rows that fit, in the candidates' order. */
  readonly places: Uint32Array;
  readonly #kinds: Kinds;
  /** By facet, of each combination: how many rows fit in all facets but this one. */
  readonly #counts: readonly Uint32Array[];

  constructor(kinds: Kinds, columns: Columns, candidates: Uint32Array, query: PlanQuery) {
    this.#kinds = kinds;
    const keptOutBy = facetsThatKeepOut(kinds, query);
    const inAnyFiling = unmarked(candidates, columns.kinds, keptOutBy);
    const { filing } = query;
    const elsewhere = filing === undefined ? null : kinds.filings.without(filing);
    const ofAnyKind = elsewhere === null ? candidates : unmarked(candidates, columns.filings, elsewhere);
    this.places = elsewhere === null ? inAnyFiling : unmarked(inAnyFiling, columns.filings, elsewhere);
    this.#counts = [
      counted(kinds.filings.values.length, columns.filings, inAnyFiling),
      ...countsOfKinds(kinds, keptOutBy, counted(kinds.size, columns.kinds, ofAnyKind)),
    ];
  }

  counts(): PlanPage['counts'] {
    const { filings, facets: others } = this.#kinds;
    const counts = [filings, ...others].map(({ values }, facet) => summed(values, this.#counts[facet]));
    return Object.fromEntries(facets.map((name, facet) => [name, counts[facet] ?? {}])) as Record<
      Facet,
      Record<string, number>
    >;
  }
}

/** A kind that more than one facet keeps out. */
const several = 255;

/** By kind: 0 where it fits, else which facet of `ofKind` keeps it out, from 1. */
function facetsThatKeepOut({ size, facets: combinations, columns }: Kinds, query: PlanQuery): Uint8Array {
  const keptOutBy = new Uint8Array(size);
  for (const [facet, name] of ofKind.entries()) {
    const value = query[name];
    const lacks = value === undefined ? undefined : combinations[facet]?.without(value);
    if (lacks === undefined) continue;
    for (const [kind, combination] of columns[facet]?.entries() ?? [])
      if (lacks[combination] === 1) keptOutBy[kind] = keptOutBy[kind] === 0 ? facet + 1 : several;
  }
  return keptOutBy;
}

/** By facet of `ofKind` and combination; `many` rows there are of each kind. */
function countsOfKinds(
  { facets: combinations, columns }: Kinds,
  keptOutBy: Uint8Array,
  many: Uint32Array,
): readonly Uint32Array[] {
  return combinations.map(({ values }, facet) => {
    const counts = new Uint32Array(values.length);
    for (const [kind, combination] of columns[facet]?.entries() ?? []) {
      const by = keptOutBy[kind];
      if (by === 0 || by === facet + 1) counts[combination] = (counts[combination] ?? 0) + (many[kind] ?? 0);
    }
    return counts;
  });
}

/** The places whose number in a column has no mark. A page asks it of all rows. */
function unmarked(places: Uint32Array, column: Uint32Array, marks: Uint8Array): Uint32Array {
  const kept = new Uint32Array(places.length);
  let count = 0;
  for (let n = 0; n < places.length; n++) {
    const at = places[n] ?? 0;
    if (marks[column[at] ?? 0] === 0) kept[count++] = at;
  }
  return kept.subarray(0, count);
}

/** How many of the places have each number in a column. */
function counted(numbers: number, column: Uint32Array, places: Uint32Array): Uint32Array {
  const counts = new Uint32Array(numbers);
  for (let n = 0; n < places.length; n++) {
    const number = column[places[n] ?? 0] ?? 0;
    counts[number] = (counts[number] ?? 0) + 1;
  }
  return counts;
}

function summed(
  combinations: readonly (readonly string[])[],
  counts: Uint32Array = new Uint32Array(),
): Record<string, number> {
  // An object at once: a Map that is made one of costs twice as much for thousands of filings.
  const sums = Object.create(null) as Record<string, number>;
  for (const [combination, count] of counts.entries())
    if (count > 0) for (const value of combinations[combination] ?? []) sums[value] = (sums[value] ?? 0) + count;
  return sums;
}
