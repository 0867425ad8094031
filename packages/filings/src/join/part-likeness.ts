import type { WordVector } from './words.ts';

/** [end][end]: sums over the first items of each side. */
export type PrefixTable = readonly (readonly number[])[];

/** The products of a fused row's items, summed: what the likeness of its parts is taken from. */
interface Products {
  /** [column][column][end][end]: of the first items with one another. */
  readonly between: readonly (readonly PrefixTable[])[];
  /** [column][end]: of a row's words with the first items. */
  withRow(words: WordVector): readonly (readonly number[])[];
}

// The explanation often says no more than that the goals were met: it counts for less.
const rowWeight = [1, 1, 0.6];
const pairWeight = [
  [0, 1, 0.6],
  [1, 0, 1],
  [0.6, 1, 0],
];

/**
 * Likeness of parts to rows and to one another. A part's vector is the sum of its items',
 * so every product of parts is a difference of prefix sums.
 */
export class PartLikeness {
  readonly #rows: readonly WordVector[];
  /** [row][column][end]: sum of products of the row with the first items. */
  readonly #withRow: readonly (readonly (readonly number[])[])[];
  readonly #between: readonly (readonly PrefixTable[])[];

  constructor(rows: readonly WordVector[], fused: Products) {
    this.#rows = rows;
    this.#withRow = rows.map((words) => fused.withRow(words));
    this.#between = fused.between;
  }

  /** Of the parts between `starts` and `ends`: each with the row, and with one another. 0 for nothing in common. */
  of(row: number, starts: readonly number[], ends: readonly number[]): number {
    const own = this.#rows[row]?.norm ?? 0;
    const norms = ends.map((_, c) => Math.sqrt(Math.max(0, this.#product(c, c, starts, ends))));
    let sum = 0;
    for (let a = 0; a < ends.length; a++) {
      const norm = norms[a] as number;
      if (norm === 0) continue;
      if (own > 0) sum += ((rowWeight[a] ?? 0) * this.#withRowProduct(row, a, starts, ends)) / (own * norm);
      for (let b = a + 1; b < ends.length; b++) {
        const other = norms[b] as number;
        if (other > 0) sum += ((pairWeight[a]?.[b] ?? 0) * this.#product(a, b, starts, ends)) / (norm * other);
      }
    }
    return sum;
  }

  #withRowProduct(row: number, c: number, starts: readonly number[], ends: readonly number[]): number {
    const sums = this.#withRow[row]?.[c] ?? [];
    return (sums[ends[c] as number] ?? 0) - (sums[starts[c] as number] ?? 0);
  }

  #product(a: number, b: number, starts: readonly number[], ends: readonly number[]): number {
    const table = this.#between[a]?.[b] ?? [];
    const [upper, lower] = [table[ends[a] as number], table[starts[a] as number]];
    const [from, to] = [starts[b] as number, ends[b] as number];
    return (upper?.[to] ?? 0) - (upper?.[from] ?? 0) - (lower?.[to] ?? 0) + (lower?.[from] ?? 0);
  }
}

export function prefix(values: readonly number[]): number[] {
  const sums = [0];
  for (const value of values) sums.push((sums.at(-1) as number) + value);
  return sums;
}

export function prefixTable(values: readonly (readonly number[])[]): PrefixTable {
  const width = values[0]?.length ?? 0;
  const table = [Array.from({ length: width + 1 }, () => 0)];
  for (const row of values) {
    const above = table.at(-1) as number[];
    table.push(prefix(row).map((sum, j) => sum + (above[j] as number)));
  }
  return table;
}
