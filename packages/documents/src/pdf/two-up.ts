import type { Glyph, PageContent, Rule } from './page-content.ts';

export type Sheet = Pick<PageContent, 'glyphs' | 'rules' | 'tagged'>;

/** Points. Narrower than this the middle is only a column's margin. */
const narrowestGutter = 18;

/** The pages printed side by side on one sheet: two where nothing crosses the middle of a wide sheet, else the one. */
export function sheetsOf({ glyphs, rules, tagged, width, height }: PageContent): Sheet[] {
  if (width < height * 1.15 || glyphs.length === 0) return [{ glyphs, rules, tagged }];
  const gutter = gutterOf(glyphs, rules, width);
  if (gutter === null) return [{ glyphs, rules, tagged }];
  const left = { glyphs: glyphs.filter(({ x0 }) => x0 < gutter), rules: rules.filter(({ x0 }) => x0 < gutter), tagged };
  const right = {
    glyphs: glyphs.filter(({ x0 }) => x0 >= gutter),
    rules: rules.filter(({ x0 }) => x0 >= gutter),
    tagged,
  };
  return isPage(left) && isPage(right) ? [left, right] : [{ glyphs, rules, tagged }];
}

/** The middle of the widest empty strip near the sheet's middle. */
function gutterOf(glyphs: readonly Glyph[], rules: readonly Rule[], width: number): number | null {
  const stretches = [...glyphs, ...rules].map(({ x0, x1 }) => [x0, x1] as const).sort((a, b) => a[0] - b[0]);
  let reached = 0;
  let best: { from: number; to: number } | null = null;
  for (const [x0, x1] of stretches) {
    const middle = (reached + x0) / 2;
    if (
      x0 - reached > (best === null ? narrowestGutter : best.to - best.from) &&
      Math.abs(middle - width / 2) < width * 0.08
    )
      best = { from: reached, to: x0 };
    reached = Math.max(reached, x1);
  }
  return best === null ? null : (best.from + best.to) / 2;
}

/** A page has a ruled table on it: an unruled table's columns are also parted by empty strips. */
function isPage({ glyphs, rules }: Sheet): boolean {
  return glyphs.length > 8 && rules.length >= 4;
}
