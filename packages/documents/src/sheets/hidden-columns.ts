/** Which columns of a sheet are hidden, kept as the stretches that a file names: one may be named again and again. */
export class HiddenColumns {
  readonly #stretches: [first: number, last: number][] = [];
  /** In order, none touching another; null while stretches were added since. */
  #joined: readonly (readonly [first: number, last: number])[] | null = null;

  /** 0-based, both included; one that ends before it begins hides nothing. */
  add(first: number, last: number): void {
    if (!(first <= last)) return;
    this.#stretches.push([first, last]);
    this.#joined = null;
  }

  has(column: number): boolean {
    this.#joined ??= joined(this.#stretches);
    let [from, to] = [0, this.#joined.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      const [first, last] = this.#joined[middle] as readonly [number, number];
      if (column < first) to = middle;
      else if (column > last) from = middle + 1;
      else return true;
    }
    return false;
  }
}

function joined(stretches: readonly (readonly [number, number])[]): [number, number][] {
  const made: [number, number][] = [];
  for (const [first, last] of [...stretches].sort(([a], [b]) => a - b)) {
    const before = made.at(-1);
    if (before !== undefined && first <= before[1] + 1) before[1] = Math.max(before[1], last);
    else made.push([first, last]);
  }
  return made;
}
