import type { PageTable } from './page-layout.ts';
import { linesOf } from './lines.ts';
import type { Glyph, Rule } from './page-content.ts';
import { wordsOf } from './words.ts';

/** Rules that begin and end together within this many points belong to one table. */
const together = 4;
const fewestRules = 3;
/** Ems. A strip this wide that stays empty on every line parts two columns. */
const strip = 0.4;

/** Tables that only horizontal rules draw, as in print: columns are the strips between the rules that stay empty. */
export function linedTables(
  rules: readonly Rule[],
  glyphs: readonly Glyph[],
): { tables: PageTable[]; rest: readonly Glyph[] } {
  const used = new Set<Glyph>();
  const tables = stacksOf(rules).flatMap((stack) => {
    const [first, last] = [stack[0] as Rule, stack.at(-1) as Rule];
    const within = glyphs.filter(
      ({ x0, x1, y, size }) =>
        y - 0.35 * size > first.y0 &&
        y - 0.35 * size < last.y0 &&
        (x0 + x1) / 2 > first.x0 - together &&
        (x0 + x1) / 2 < first.x1 + together,
    );
    const xs = columnBorders(within, first.x0, first.x1);
    if (xs.length < 3) return [];
    for (const glyph of within) used.add(glyph);
    return [
      tableOf(
        within,
        xs,
        stack.map(({ y0 }) => y0),
      ),
    ];
  });
  return { tables, rest: glyphs.filter((glyph) => !used.has(glyph)) };
}

/** Rules below each other that begin and end together. */
function stacksOf(rules: readonly Rule[]): Rule[][] {
  const stacks: Rule[][] = [];
  // So many are a drawing.
  if (rules.length > 1_000) return [];
  for (const rule of rules.toSorted((a, b) => a.y0 - b.y0)) {
    const stack = stacks.find(
      ([first]) =>
        first !== undefined && Math.abs(first.x0 - rule.x0) < together && Math.abs(first.x1 - rule.x1) < together,
    );
    if (stack === undefined) stacks.push([rule]);
    else if (rule.y0 - (stack.at(-1)?.y0 ?? 0) > 4.5) stack.push(rule);
  }
  return stacks.filter(({ length }) => length >= fewestRules);
}

function columnBorders(glyphs: readonly Glyph[], left: number, right: number): number[] {
  const borders = [left];
  let reached = left;
  for (const { x0, x1, size } of glyphs.toSorted((a, b) => a.x0 - b.x0)) {
    if (reached > left && x0 - reached > strip * size) borders.push(x0 - 1);
    reached = Math.max(reached, x1);
  }
  return [...borders, Math.max(right, reached)];
}

function tableOf(glyphs: readonly Glyph[], xs: readonly number[], ys: readonly number[]): PageTable {
  const columns = xs.length - 1;
  const within = Map.groupBy(wordsOf(glyphs), (word) => {
    const middle = word[Math.floor(word.length / 2)] as Glyph;
    return stretchAt(ys, middle.y - 0.35 * middle.size) * columns + stretchAt(xs, (middle.x0 + middle.x1) / 2);
  });
  const cells = ys.slice(1).flatMap((_, row) =>
    Array.from({ length: columns }, (__, column) => ({
      row,
      column,
      rowSpan: 1,
      columnSpan: 1,
      lines: linesOf((within.get(row * columns + column) ?? []).flat()),
    })),
  );
  return { kind: 'table', by: 'lines', box: [xs[0] ?? 0, ys[0] ?? 0, xs.at(-1) ?? 0, ys.at(-1) ?? 0], xs, ys, cells };
}

/** Index of the stretch between two borders that holds `place`; the outermost for places beyond them. */
export function stretchAt(borders: readonly number[], place: number): number {
  let index = 0;
  while (index < borders.length - 2 && place >= (borders[index + 1] ?? Infinity)) index += 1;
  return index;
}
