/**
 * All pairs that share a key, the first of each in their order, then the second: what has no key in common with another is
 * never held against it, which would take a square of time.
 */
export function* pairsBy<T>(all: readonly T[], keysOf: (one: T) => readonly string[]): Iterable<readonly [T, T]> {
  const keyed = all.map((one) => keysOf(one));
  const places = new Map<string, number[]>();
  for (const [at, keys] of keyed.entries())
    for (const key of keys) {
      const known = places.get(key);
      if (known === undefined) places.set(key, [at]);
      else known.push(at);
    }
  for (const [at, a] of all.entries())
    for (const other of merged(
      (keyed[at] ?? []).map((key) => places.get(key) ?? []),
      at,
    )) {
      const b = all[other];
      if (b !== undefined) yield [a, b];
    }
}

/** The numbers of ascending lists that lie above `after`, each once, the least first. */
function* merged(lists: readonly (readonly number[])[], after: number): Iterable<number> {
  const next = lists.map((list) => list.indexOf(after) + 1);
  for (;;) {
    const least = Math.min(...lists.map((list, i) => list[next[i] ?? 0] ?? Infinity));
    if (least === Infinity) return;
    yield least;
    for (const [i, list] of lists.entries()) if (list[next[i] ?? 0] === least) next[i] = (next[i] ?? 0) + 1;
  }
}
