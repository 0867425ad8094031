/** Counts the items of one list, level by level (0-based): a deeper level begins anew under each item above it. */
export class ListCounter {
  readonly #values: number[] = [];

  /** The number of the next item at `level`, which begins at `start`. */
  next(level: number, start: number): number {
    this.#values.length = Math.min(this.#values.length, level + 1);
    const value = (this.#values[level] ?? start - 1) + 1;
    this.#values[level] = value;
    return value;
  }

  /** The number that `level` stands at; `start` where it has none yet. */
  current(level: number, start: number): number {
    return this.#values[level] ?? start;
  }
}
