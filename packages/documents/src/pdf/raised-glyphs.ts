import type { LeftOutText } from '../build/left-out.ts';
import { asExponent, kindOfRaised } from '../build/raised.ts';
import type { Glyph } from './page-content.ts';

/** Ems of the text beside it. A raised mark stands right at a character, this much higher and this much smaller. */
const closest = -0.35;
const farthest = 0.45;
const lowest = 0.12;
const highest = 0.9;
const largestShare = 0.82;
/** Of the text before a mark, to tell an exponent by. */
const longestBefore = 8;

/**
 * Raised small characters settled before lines are made of glyphs, or they would make a line of their own above, and join
 * the figure below it: 51,330 with a mark 1 would read 151,330. Marks of notes are left out; exponents and words join their line.
 */
export function withoutRaised(glyphs: readonly Glyph[]): { glyphs: readonly Glyph[]; leftOut: readonly LeftOutText[] } {
  const usual = usualSize(glyphs);
  const small = glyphs.filter(({ size }) => size <= largestShare * usual);
  if (small.length === 0 || small.length * 2 > glyphs.length) return { glyphs, leftOut: [] };
  const beside = new Neighbours(glyphs);
  const changed = new Map<Glyph, Glyph | null>();
  const leftOut: LeftOutText[] = [];
  for (const stretch of stretchesOf(small)) {
    const words = stretch.map(({ text }) => text).join('');
    const base = baseOf(stretch, beside);
    if (base === null) continue;
    const kind = kindOfRaised(words, base.isBefore ? beside.textBefore(base.glyph) : '');
    if (kind === 'note') leftOut.push({ kind: 'note-marks', text: words });
    for (const glyph of stretch)
      changed.set(
        glyph,
        kind === 'note'
          ? null
          : { ...glyph, y: base.glyph.y, text: kind === 'exponent' ? asExponent(glyph.text) : glyph.text },
      );
  }
  if (changed.size === 0) return { glyphs, leftOut };
  return {
    glyphs: glyphs.flatMap((glyph) => {
      const now = changed.get(glyph);
      return now === undefined ? [glyph] : now === null ? [] : [now];
    }),
    leftOut,
  };
}

function usualSize(glyphs: readonly Glyph[]): number {
  const counts = new Map<number, number>();
  for (const { size } of glyphs) {
    const rounded = Math.round(size * 2) / 2;
    counts.set(rounded, (counts.get(rounded) ?? 0) + 1);
  }
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0])[0];
}

/** Small characters that follow one another on one line. */
function stretchesOf(small: readonly Glyph[]): Glyph[][] {
  const stretches: Glyph[][] = [];
  for (const glyph of small.toSorted((a, b) => Math.round(a.y - b.y) || a.x0 - b.x0)) {
    const last = stretches.at(-1)?.at(-1);
    const goesOn =
      last !== undefined &&
      Math.abs(glyph.y - last.y) < 0.2 * glyph.size &&
      Math.abs(glyph.size - last.size) < 0.15 * glyph.size &&
      glyph.x0 - last.x1 < 0.5 * glyph.size &&
      glyph.x0 - last.x1 > -0.5 * glyph.size;
    if (goesOn) stretches.at(-1)?.push(glyph);
    else stretches.push([glyph]);
  }
  return stretches;
}

/** The larger character that a stretch is raised beside: the one before it, else the one after. */
function baseOf(stretch: readonly Glyph[], beside: Neighbours): { glyph: Glyph; isBefore: boolean } | null {
  const [first, last] = [stretch[0] as Glyph, stretch.at(-1) as Glyph];
  const isBase = (base: Glyph): boolean => {
    const rise = (base.y - first.y) / base.size;
    return first.size <= largestShare * base.size && rise >= lowest && rise <= highest;
  };
  const isAt = (gap: number, { size }: Glyph): boolean => gap >= closest * size && gap <= farthest * size;
  const near = beside.around(first.y).filter(isBase);
  const before = near.find((base) => isAt(first.x0 - base.x1, base));
  if (before !== undefined) return { glyph: before, isBefore: true };
  const after = near.find((base) => isAt(base.x0 - last.x1, base));
  return after === undefined ? null : { glyph: after, isBefore: false };
}

/** The glyphs of a page by the height that they stand at. */
class Neighbours {
  static readonly #step = 8;
  readonly #rows = new Map<number, Glyph[]>();

  constructor(glyphs: readonly Glyph[]) {
    for (const glyph of glyphs) {
      const row = Math.floor(glyph.y / Neighbours.#step);
      const known = this.#rows.get(row);
      if (known === undefined) this.#rows.set(row, [glyph]);
      else known.push(glyph);
    }
  }

  /** Those whose baselines lie at `y` or up to some forty points below. */
  around(y: number): Glyph[] {
    const row = Math.floor(y / Neighbours.#step);
    return [0, 1, 2, 3, 4, 5].flatMap((i) => this.#rows.get(row + i) ?? []);
  }

  /** What stands on the line up to and with a character. */
  textBefore(last: Glyph): string {
    let text = last.text;
    let current = last;
    const line = this.around(last.y - 1).filter(({ y, size }) => Math.abs(y - last.y) < 0.1 * size);
    while (text.length < longestBefore) {
      const before = line.find(({ x0, x1, size }) => x0 < current.x0 && Math.abs(current.x0 - x1) < 0.3 * size);
      if (before === undefined) break;
      text = before.text + text;
      current = before;
    }
    return text;
  }
}
