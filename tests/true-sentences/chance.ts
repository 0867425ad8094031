import { seeded } from '../../packages/cli/src/bench/random.ts';

/** Where every choice of a sentence comes from: the same seed gives the same sentences on every machine. */
export class Chance {
  readonly #next: () => number;

  constructor(seed: number) {
    this.#next = seeded(seed);
  }

  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.#next() * (high - low + 1));
  }

  one<T>(list: readonly T[]): T {
    const chosen = list[Math.floor(this.#next() * list.length)];
    if (chosen === undefined) throw new RangeError('nothing to choose from');
    return chosen;
  }

  /** `many` different ones, in a random order. */
  some<T>(list: readonly T[], many: number): readonly T[] {
    const left = [...list];
    return Array.from({ length: Math.min(many, left.length) }, () => {
      const at = Math.floor(this.#next() * left.length);
      return left.splice(at, 1)[0] as T;
    });
  }

  /** True once in `many` times. */
  rarely(many: number): boolean {
    return this.#next() * many < 1;
  }
}
