import type { PlanPage, PlanQuery } from '../catalogue.ts';

/** The choices for which a page shows what each would leave. */
export const facets = ['filing', 'type', 'verdict', 'severity', 'finding', 'list'] as const;
type Facet = (typeof facets)[number];

/** What a row has in one facet. */
export type Values = string | readonly string[] | null;

/** The sets of values that rows have in one facet, numbered: rows are many, but the same few sets come again. */
export class Combinations {
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
}

/** Which of the candidates fit what is asked of each facet, and how many would, were one facet left open. */
export class Fitting {
  /** Of the rows that fit, in the candidates' order. */
  readonly places: Uint32Array;
  readonly #combinations: readonly Combinations[];
  /** By facet, of each combination: how many rows fit in all facets but this one. */
  readonly #counts: readonly Uint32Array[];

  constructor(
    combinations: readonly Combinations[],
    choices: readonly Uint32Array[],
    candidates: Uint32Array,
    query: PlanQuery,
  ) {
    this.#combinations = combinations;
    this.#counts = combinations.map(({ values }) => new Uint32Array(values.length));
    const asked = facets.flatMap((name, facet) => {
      const [value, combination, column] = [query[name], combinations[facet], choices[facet]];
      if (value === undefined || combination === undefined || column === undefined) return [];
      return [{ facet, column, fits: Uint8Array.from(combination.values, (values) => Number(values.includes(value))) }];
    });
    this.places = asked.length === 0 ? candidates : this.#fitting(candidates, asked);
    for (const [facet, counts] of this.#counts.entries()) countInto(counts, choices[facet], this.places);
  }

  /** Those that fit; of those that only one facet keeps out, it counts what they have there. */
  #fitting(candidates: Uint32Array, asked: readonly Asked[]): Uint32Array {
    const keptOutBy = new Uint8Array(candidates.length);
    for (const [one, { column, fits }] of asked.entries())
      for (let n = 0; n < candidates.length; n++)
        if (fits[column[candidates[n] ?? 0] ?? 0] === 0) keptOutBy[n] = keptOutBy[n] === 0 ? one + 1 : several;
    const places = new Uint32Array(candidates.length);
    let count = 0;
    for (let n = 0; n < candidates.length; n++) {
      const one = keptOutBy[n] ?? 0;
      if (one === 0) places[count++] = candidates[n] ?? 0;
      else if (one !== several) {
        const { facet, column } = asked[one - 1] as Asked;
        countOne(this.#counts[facet], column[candidates[n] ?? 0]);
      }
    }
    return places.subarray(0, count);
  }

  counts(): PlanPage['counts'] {
    return Object.fromEntries(facets.map((name, facet) => [name, this.#countsOf(facet)])) as Record<
      Facet,
      Record<string, number>
    >;
  }

  #countsOf(facet: number): Record<string, number> {
    const combinations = this.#combinations[facet]?.values ?? [];
    const counts = this.#counts[facet] ?? new Uint32Array();
    const sums = new Map<string, number>();
    for (let combination = 0; combination < counts.length; combination++) {
      const count = counts[combination] ?? 0;
      if (count > 0)
        for (const value of combinations[combination] ?? []) sums.set(value, (sums.get(value) ?? 0) + count);
    }
    return Object.fromEntries(sums);
  }
}

/** A row that more than one facet keeps out. */
const several = 255;

/** What is asked of one facet. */
interface Asked {
  readonly facet: number;
  readonly column: Uint32Array;
  /** By combination: 1 where it has the value that is asked for. */
  readonly fits: Uint8Array;
}

function countInto(counts: Uint32Array, column: Uint32Array | undefined, places: Uint32Array): void {
  if (column === undefined) return;
  for (let n = 0; n < places.length; n++) countOne(counts, column[places[n] ?? 0]);
}

function countOne(counts: Uint32Array | undefined, combination = 0): void {
  if (counts !== undefined) counts[combination] = (counts[combination] ?? 0) + 1;
}
