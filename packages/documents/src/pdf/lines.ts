import { largest, smallest } from '../build/extremes.ts';
import type { Box } from '@guankao/domain';
import type { Glyph } from './page-content.ts';

/** Characters on one baseline, left to right, joined. */
export interface Line {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  /** Baseline. */
  readonly y: number;
  readonly size: number;
}

const sameBaseline = 0.45;

/** The glyphs as lines from top to bottom. `gap` in ems: a wider blank between two glyphs parts two lines. */
export function linesOf(glyphs: readonly Glyph[], gap = Infinity): Line[] {
  return lineRows(glyphs, gap).flat();
}

/** As `linesOf`, those of one baseline together. */
export function lineRows(glyphs: readonly Glyph[], gap: number): Line[][] {
  return baselines(glyphs).map((row) => partsOf(row, gap).map(lineOf));
}

/** Glyphs by baseline. Small differences, as of raised digits or another font in the row, count as one. */
function baselines(glyphs: readonly Glyph[]): Glyph[][] {
  const rows: { y: number; size: number; glyphs: Glyph[] }[] = [];
  for (const glyph of glyphs.toSorted((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    if (row !== undefined && glyph.y - row.y <= sameBaseline * Math.max(Math.min(glyph.size, row.size), 4)) {
      row.glyphs.push(glyph);
      row.size = Math.max(row.size, glyph.size);
    } else rows.push({ y: glyph.y, size: glyph.size, glyphs: [glyph] });
  }
  return rows.map((row) => row.glyphs.sort((a, b) => a.x0 - b.x0));
}

function partsOf(row: readonly Glyph[], gap: number): Glyph[][] {
  const parts: Glyph[][] = [];
  let previous: Glyph | undefined;
  for (const glyph of row) {
    if (previous === undefined || glyph.x0 - previous.x1 > gap * Math.max(glyph.size, previous.size)) parts.push([]);
    parts.at(-1)?.push(glyph);
    previous = glyph;
  }
  return parts;
}

function lineOf(glyphs: readonly Glyph[]): Line {
  let text = '';
  let x1 = -Infinity;
  let previous: Glyph | undefined;
  for (const glyph of glyphs) {
    if (previous !== undefined && isBlankBetween(previous, glyph)) text += ' ';
    text += glyph.text;
    if (glyph.x1 > x1) x1 = glyph.x1;
    previous = glyph;
  }
  const [first] = glyphs;
  return { text, x0: first?.x0 ?? 0, x1, y: glyphs[Math.floor(glyphs.length / 2)]?.y ?? 0, size: usualSize(glyphs) };
}

/** The middle one of its sizes; most lines have one. */
function usualSize(glyphs: readonly Glyph[]): number {
  const size = glyphs[0]?.size ?? 0;
  if (glyphs.every((glyph) => glyph.size === size)) return size;
  const sizes = glyphs.map((glyph) => glyph.size).sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? size;
}

/** Justified Chinese is set with gaps that mean nothing; between Latin letters and digits a gap is a blank. */
function isBlankBetween(left: Glyph, right: Glyph): boolean {
  const gap = (right.x0 - left.x1) / Math.max(left.size, right.size, 1);
  if (gap > 0.9) return true;
  if (right.spaced) return gap > 0.12;
  return gap > 0.22 && isLatin(left.text) && isLatin(right.text);
}

export function isLatin(text: string): boolean {
  return /^[!-~\u00a1-\u024f]+$/.test(text);
}

export function boxOfLines(lines: readonly Line[]): Box {
  return [
    smallest(lines.map(({ x0 }) => x0)),
    smallest(lines.map(({ y, size }) => y - 0.88 * size)),
    largest(lines.map(({ x1 }) => x1)),
    largest(lines.map(({ y, size }) => y + 0.12 * size)),
  ];
}
