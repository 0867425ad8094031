import type { Glyph } from './page-content.ts';

/** A second copy closer than this, in ems, is the same character made bold or given a shadow. */
const nearest = 0.16;

/**
 * Text printed twice almost in the same place, once. The copy may come much later: a whole line, then the line again.
 * Only where most of what one operator prints is a copy: a figure too wide for its cell may lie over the next one's digits.
 */
export function withoutDoubles(glyphs: readonly Glyph[]): Glyph[] {
  const seen = new Map<string, Glyph[]>();
  const kept: Glyph[] = [];
  for (const run of runsOf(glyphs)) {
    const copies = new Set(run.filter((glyph) => around(glyph, seen).some((other) => isDouble(glyph, other))));
    const isCopy = copies.size * 3 >= run.length * 2;
    for (const glyph of run) {
      if (isCopy && copies.has(glyph)) continue;
      kept.push(glyph);
      note(glyph, seen);
    }
  }
  return kept;
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

function keyOf(column: number, row: number): string {
  return `${column},${row}`;
}

function note(glyph: Glyph, seen: Map<string, Glyph[]>): void {
  const key = keyOf(Math.round(glyph.x0 / 4), Math.round(glyph.y / 4));
  const here = seen.get(key);
  if (here === undefined) seen.set(key, [glyph]);
  else if (here.length < 50) here.push(glyph);
}

function around(glyph: Glyph, seen: ReadonlyMap<string, Glyph[]>): Glyph[] {
  const column = Math.round(glyph.x0 / 4);
  const row = Math.round(glyph.y / 4);
  const found: Glyph[] = [];
  for (let x = column - 1; x <= column + 1; x += 1) {
    for (let y = row - 1; y <= row + 1; y += 1) found.push(...(seen.get(keyOf(x, y)) ?? []));
  }
  return found;
}

function isDouble(glyph: Glyph, other: Glyph): boolean {
  if (glyph.text !== other.text) return false;
  const limit = nearest * Math.min(glyph.size, Math.max(glyph.x1 - glyph.x0, 0.4 * glyph.size));
  return Math.abs(glyph.x0 - other.x0) <= limit && Math.abs(glyph.y - other.y) <= nearest * glyph.size;
}
