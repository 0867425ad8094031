import { addAll } from '../build/extremes.ts';
import { alignedTables } from './alignment.ts';
import { gridsOf, type Grid, type GridField } from './grids.ts';
import { linedTables, stretchAt } from './lined-tables.ts';
import { boxOfLines, isLatin, lineRows, linesOf, type Line } from './lines.ts';
import { mergeRules } from './merge-rules.ts';
import type { Glyph, PageContent, Rule } from './page-content.ts';
import type { PageItem, PageLayout, PageLine, PageTable } from './page-layout.ts';
import { namedTable } from './tagged-tables.ts';
import { sheetsOf, type Sheet } from './two-up.ts';
import { wordsOf } from './words.ts';

/** Parts two lines that stand beside each other, in ems. */
const widestGap = 1.8;

export function layoutOf(content: PageContent): PageLayout {
  const items = sheetsOf(content).flatMap(itemsOf);
  const aslant: PageItem[] = content.aslant.map((glyphs) => ({ kind: 'line', line: inPrintedOrder(glyphs) }));
  return { items: [...items, ...aslant] };
}

function itemsOf({ glyphs, rules, tagged }: Sheet): PageItem[] {
  const merged = mergeRules(rules);
  const grids = gridsOf(merged).sort((a, b) => areaOf(a) - areaOf(b));
  const inGrids = new Map<Grid, Glyph[]>(grids.map((grid) => [grid, []]));
  const free: Glyph[] = [];
  for (const glyph of glyphs) (inGrids.get(grids.find((grid) => holds(grid, glyph)) as Grid) ?? free).push(glyph);
  const tables = [...inGrids].flatMap(([grid, within]) => (within.length === 0 ? [] : [tableOf(grid, within)]));
  const named = tagged.flatMap((table) => namedTable(table, free));
  const inNamed = new Set(named.flatMap(({ used }) => used));
  const lone = merged.horizontal.filter((rule) => !grids.some((grid) => isIn(grid, rule)));
  const lined = linedTables(
    lone,
    free.filter((glyph) => !inNamed.has(glyph)),
  );
  const { tables: aligned, rest } = alignedTables(lined.rest);
  const lines = lineRows(rest, widestGap)
    .flatMap(joinSpacedOut)
    .map((line): PageLine => ({ kind: 'line', line }));
  return [...lines, ...tables, ...named.map(({ table }) => table), ...lined.tables, ...aligned].sort(byPlace);
}

function byPlace(a: PageItem, b: PageItem): number {
  return topOf(a) - topOf(b) || leftOf(a) - leftOf(b);
}

function topOf(item: PageItem): number {
  return item.kind === 'table' ? item.box[1] : Math.round(item.line.y - item.line.size);
}

function leftOf(item: PageItem): number {
  return item.kind === 'table' ? item.box[0] : item.line.x0;
}

/** A heading set with wide gaps is one line: every part of it is a single character. */
function joinSpacedOut(parts: readonly Line[]): Line[] {
  const joined: Line[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last !== undefined && isSpacedOut(last) && part.text.length === 1)
      joined[joined.length - 1] = { ...last, text: last.text + part.text, x1: part.x1 };
    else joined.push(part);
  }
  return joined;
}

function isSpacedOut({ text, x0, x1, size }: Line): boolean {
  return text.length === 1 || x1 - x0 > text.length * size * 1.8;
}

function areaOf({ xs, ys }: Grid): number {
  return ((xs.at(-1) ?? 0) - (xs[0] ?? 0)) * ((ys.at(-1) ?? 0) - (ys[0] ?? 0));
}

function holds({ xs, ys }: Grid, glyph: Glyph): boolean {
  const [x, y] = middleOf(glyph);
  return x >= (xs[0] ?? 0) - 1 && x <= (xs.at(-1) ?? 0) + 1 && y >= (ys[0] ?? 0) && y <= (ys.at(-1) ?? 0);
}

function isIn({ xs, ys }: Grid, { x0, y0 }: Rule): boolean {
  return x0 >= (xs[0] ?? 0) - 5 && x0 <= (xs.at(-1) ?? 0) && y0 >= (ys[0] ?? 0) - 5 && y0 <= (ys.at(-1) ?? 0) + 5;
}

function middleOf(glyph: Glyph): readonly [number, number] {
  return [(glyph.x0 + glyph.x1) / 2, glyph.y - 0.35 * glyph.size];
}

function tableOf(grid: Grid, glyphs: readonly Glyph[]): PageTable {
  const { xs, ys } = grid;
  const columns = xs.length - 1;
  const fieldAt = new Map<number, GridField>();
  for (const field of grid.cells) {
    for (let row = field.row; row < field.row + field.rowSpan; row += 1) {
      for (let column = field.column; column < field.column + field.columnSpan; column += 1)
        fieldAt.set(row * columns + column, field);
    }
  }
  const fieldOf = (glyph: Glyph): GridField | undefined => {
    const [x, y] = middleOf(glyph);
    return fieldAt.get(stretchAt(ys, y) * columns + stretchAt(xs, x));
  };
  const within = new Map<GridField | undefined, Glyph[]>();
  for (const word of wordsOf(glyphs)) {
    for (const [field, part] of sharesOf(word, fieldOf)) {
      const here = within.get(field);
      if (here === undefined) within.set(field, [...part]);
      else addAll(here, part);
    }
  }
  return {
    kind: 'table',
    by: 'rules',
    box: [xs[0] ?? 0, ys[0] ?? 0, xs.at(-1) ?? 0, ys.at(-1) ?? 0],
    xs,
    ys,
    cells: grid.cells.map((field) => ({ ...field, lines: linesOf(within.get(field) ?? []) })),
  };
}

/** A word goes to the field that most of it is in. One spread over fields is parted, but a figure or a Latin word never is. */
function sharesOf(
  word: readonly Glyph[],
  fieldOf: (glyph: Glyph) => GridField | undefined,
): Map<GridField | undefined, readonly Glyph[]> {
  const shares = Map.groupBy(word, fieldOf);
  const [most] = [...shares].sort((a, b) => b[1].length - a[1].length);
  if (most === undefined) return shares;
  const [field, part] = most;
  return part.length > word.length * 0.6 || word.every(({ text }) => isLatin(text)) ? new Map([[field, word]]) : shares;
}

function inPrintedOrder(glyphs: readonly Glyph[]): Line {
  const [x0, y0, x1] = boxOfLines(glyphs.map((glyph) => ({ ...glyph, text: glyph.text })));
  const first = glyphs[0] as Glyph;
  return { text: glyphs.map(({ text }) => text).join(''), x0, x1, y: y0 + first.size, size: first.size };
}
