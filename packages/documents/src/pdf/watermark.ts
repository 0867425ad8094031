import type { DrawnGlyph } from './operators.ts';

/** Pale, and much larger than text: printed across the page and behind it. */
export function isWatermark(glyph: DrawnGlyph, page: { readonly width: number; readonly height: number }): boolean {
  return glyph.lightness > 0.55 && glyph.size > Math.min(page.width, page.height) / 22;
}
