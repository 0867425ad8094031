import { largest, smallest } from '../build/extremes.ts';
import type { LeftOutText } from '../build/left-out.ts';
import type { Glyph, Rule } from './page-content.ts';

/** Ems above the baseline: a rule there runs through the characters; lower it underlines, higher it parts rows. */
const lowest = 0.12;
const highest = 0.62;
/** How far the rule may end before or beyond the characters that it strikes out: rules of tables go on to other rules. */
const slack = 0.4;
/** So many short rules are a drawing. */
const mostRules = 4_000;

/** Characters that a rule runs through are struck out: they are left out, and the rule is none of a table. */
export function withoutStruck(
  glyphs: readonly Glyph[],
  rules: readonly Rule[],
): { glyphs: readonly Glyph[]; rules: readonly Rule[]; leftOut: readonly LeftOutText[] } {
  const lines = rules.filter(({ y0, y1 }) => y0 === y1);
  if (lines.length === 0 || lines.length > mostRules) return { glyphs, rules, leftOut: [] };
  const sorted = glyphs.toSorted((a, b) => a.y - b.y);
  const struck = new Set<Glyph>();
  const used = new Set<Rule>();
  const leftOut: LeftOutText[] = [];
  for (const rule of lines) {
    const through = crossedBy(rule, sorted);
    if (through.length === 0) continue;
    used.add(rule);
    const fresh = through.filter((glyph) => !struck.has(glyph));
    for (const glyph of fresh) struck.add(glyph);
    if (fresh.length > 0) leftOut.push({ kind: 'struck-out', text: fresh.map(({ text }) => text).join('') });
  }
  if (struck.size === 0) return { glyphs, rules, leftOut };
  return {
    glyphs: glyphs.filter((glyph) => !struck.has(glyph)),
    rules: rules.filter((rule) => !used.has(rule)),
    leftOut,
  };
}

/** The characters that a rule runs through, left to right; none where it does not begin and end with them. */
function crossedBy(rule: Rule, sorted: readonly Glyph[]): Glyph[] {
  const found: Glyph[] = [];
  for (let i = firstBelow(sorted, rule.y0); i < sorted.length; i += 1) {
    const glyph = sorted[i] as Glyph;
    if (glyph.y - rule.y0 > 60) break;
    const rise = (glyph.y - rule.y0) / glyph.size;
    const middle = (glyph.x0 + glyph.x1) / 2;
    if (rise >= lowest && rise <= highest && middle > rule.x0 && middle < rule.x1) found.push(glyph);
  }
  if (found.length === 0) return [];
  const { size } = found[0] as Glyph;
  const ends =
    Math.abs(smallest(found.map(({ x0 }) => x0)) - rule.x0) <= slack * size &&
    Math.abs(largest(found.map(({ x1 }) => x1)) - rule.x1) <= slack * size;
  return ends ? found.sort((a, b) => a.x0 - b.x0) : [];
}

function firstBelow(sorted: readonly Glyph[], y: number): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] as Glyph).y < y) from = middle + 1;
    else to = middle;
  }
  return from;
}
