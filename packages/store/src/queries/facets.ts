import type { PlanPage, PlanQuery } from '../catalogue.ts';
import { keep } from './places.ts';

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
  readonly #choices: readonly Uint32Array[];
  /** By facet: the rows that fit in all facets but this one. */
  readonly #almost: readonly number[][];

  constructor(
    combinations: readonly Combinations[],
    choices: readonly Uint32Array[],
    candidates: Uint32Array,
    query: PlanQuery,
  ) {
    this.#combinations = combinations;
    this.#choices = choices;
    this.#almost = facets.map(() => []);
    const asked = facets.flatMap((name, facet) => {
      const value = query[name];
      return value === undefined
        ? []
        : [
            {
              almost: this.#almost[facet],
              column: choices[facet],
              fits: combinations[facet]?.values.map((values) => values.includes(value)) ?? [],
            },
          ];
    });
    this.places =
      asked.length === 0
        ? candidates
        : keep(candidates, (at) => {
            let unfit: number[] | undefined;
            for (const { almost, column, fits } of asked) {
              if (fits[column?.[at] ?? -1] === true) continue;
              if (unfit !== undefined) return false;
              unfit = almost;
            }
            unfit?.push(at);
            return unfit === undefined;
          });
  }

  counts(): PlanPage['counts'] {
    return Object.fromEntries(facets.map((name, facet) => [name, this.#countsOf(facet)])) as Record<
      Facet,
      Record<string, number>
    >;
  }

  #countsOf(facet: number): Record<string, number> {
    const combinations = this.#combinations[facet]?.values ?? [];
    const column = this.#choices[facet] ?? new Uint32Array();
    const counts = new Uint32Array(combinations.length);
    for (const places of [this.places, this.#almost[facet] ?? []]) countInto(counts, column, places);
    const sums = new Map<string, number>();
    for (const [combination, values] of combinations.entries()) {
      const count = counts[combination] ?? 0;
      if (count > 0) for (const value of values) sums.set(value, (sums.get(value) ?? 0) + count);
    }
    return Object.fromEntries(sums);
  }
}

function countInto(counts: Uint32Array, column: Uint32Array, places: Uint32Array | readonly number[]): void {
  for (let n = 0; n < places.length; n++) {
    const choice = column[places[n] ?? 0] ?? 0;
    counts[choice] = (counts[choice] ?? 0) + 1;
  }
}
