/** The longest run of characters that stands in both, dividers (｜) never in it. */
export function longestShared(a: string, b: string): string {
  let best = '';
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  for (let start = 0; start < short.length; start++) {
    // Only a longer run than the best so far is worth a look.
    for (let end = start + best.length + 1; end <= short.length; end++) {
      const run = short.slice(start, end);
      if (run.includes('｜') || !long.includes(run)) break;
      best = run;
    }
  }
  return best;
}

/** Pairs of neighbouring characters. */
export function bigrams(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (let i = 0; i + 1 < text.length; i++) found.add(text.slice(i, i + 2));
  return found;
}

/** How much of `of` comes back in `within`, 0 to 1. */
export function share(of: ReadonlySet<string>, within: ReadonlySet<string>): number {
  if (of.size === 0) return 0;
  let hits = 0;
  for (const gram of of) if (within.has(gram)) hits++;
  return hits / of.size;
}
