import type { Glyph } from './page-content.ts';

/** A second copy closer than this, in ems, is the same character made bold or given a shadow. */
const nearest = 0.16;

/** A copy follows its original within so many characters of the same kind; a page seldom has more. */
const farthest = 500;

/**
 * Text printed twice almost in the same place, once. The copy may come much later: a whole line, then the line again.
 * Only where most of what one operator prints is a copy: a figure too wide for its cell may lie over the next one's digits.
 */
export function withoutDoubles(glyphs: readonly Glyph[]): Glyph[] {
  const seen = new Map<string, Glyph[]>();
  const kept: Glyph[] = [];
  for (const run of runsOf(glyphs)) {
    const copies = run.filter((glyph) => hasOriginal(glyph, seen));
    const dropped = copies.length > 0 && copies.length * 3 >= run.length * 2 ? new Set(copies) : null;
    for (const glyph of run) {
      if (dropped?.has(glyph) === true) continue;
      kept.push(glyph);
      note(glyph, seen);
    }
  }
  return kept;
}

function hasOriginal(glyph: Glyph, seen: ReadonlyMap<string, readonly Glyph[]>): boolean {
  const same = seen.get(glyph.text);
  if (same === undefined) return false;
  for (let i = same.length - 1; i >= Math.max(0, same.length - farthest); i -= 1)
    if (isDouble(glyph, same[i] as Glyph)) return true;
  return false;
}

function note(glyph: Glyph, seen: Map<string, Glyph[]>): void {
  const same = seen.get(glyph.text);
  if (same === undefined) seen.set(glyph.text, [glyph]);
  else same.push(glyph);
}

function runsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const runs: Glyph[][] = [];
  let number: number | undefined;
  for (const glyph of glyphs) {
    if (glyph.run !== number) runs.push([]);
    number = glyph.run;
    runs.at(-1)?.push(glyph);
  }
  return runs;
}

function isDouble(glyph: Glyph, other: Glyph): boolean {
  const limit = nearest * Math.min(glyph.size, Math.max(glyph.x1 - glyph.x0, 0.4 * glyph.size));
  return Math.abs(glyph.x0 - other.x0) <= limit && Math.abs(glyph.y - other.y) <= nearest * glyph.size;
}
