import type { Glyph } from './page-content.ts';

/** Ems. A wider gap within what one operator prints may be the border between two cells. */
const widestGap = 0.35;

/** Characters that one operator printed without a gap: they belong together, even where they reach over a border. */
export function wordsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const words: Glyph[][] = [];
  let previous: Glyph | undefined;
  for (const glyph of glyphs) {
    const together =
      previous !== undefined &&
      previous.run === glyph.run &&
      previous.y === glyph.y &&
      Math.abs(glyph.x0 - previous.x1) < widestGap * glyph.size;
    if (!together) words.push([]);
    words.at(-1)?.push(glyph);
    previous = glyph;
  }
  return words;
}
