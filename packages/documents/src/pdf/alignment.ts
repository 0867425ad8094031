import { largest } from '../build/extremes.ts';
import { isFigure } from './bands.ts';
import type { Glyph } from './page-content.ts';
import type { PageTable } from './page-layout.ts';
import { boxOfLines, lineRows, linesOf, type Line } from './lines.ts';

/** Ems. Columns without rules are at least this far apart on every line. */
const columnGap = 0.6;
const fewestLines = 3;
const fewestColumns = 3;

/**
 * Tables that no rules draw: lines that follow one another, most of them parted at the same places.
 * The places are the strips that stay empty on all of them.
 */
export function alignedTables(glyphs: readonly Glyph[]): { tables: PageTable[]; rest: readonly Glyph[] } {
  const runs = runsOfParted(lineRows(glyphs, columnGap));
  const tables: PageTable[] = [];
  const used = new Set<Glyph>();
  for (const run of runs) {
    const [, top, , bottom] = boxOfLines(run);
    const within = glyphs.filter(({ y, size }) => y - 0.35 * size >= top && y - 0.35 * size <= bottom);
    const xs = columnBorders(within);
    if (xs.length - 1 < fewestColumns) continue;
    for (const glyph of within) used.add(glyph);
    tables.push(tableOf(within, xs, top, bottom));
  }
  return { tables, rest: glyphs.filter((glyph) => !used.has(glyph)) };
}

/** Runs of baselines close to each other, from the first to the last that has several parts. */
function runsOfParted(rows: readonly Line[][]): Line[][] {
  const runs: Line[][][] = [];
  let previous: Line[] | undefined;
  for (const row of rows) {
    if (previous === undefined || distance(previous, row) > 2.6) runs.push([]);
    runs.at(-1)?.push(row);
    previous = row;
  }
  return runs.flatMap(trimmedRun);
}

function distance(above: readonly Line[], below: readonly Line[]): number {
  const [a, b] = [above[0] as Line, below[0] as Line];
  return (b.y - a.y) / Math.max(a.size, b.size, 1);
}

/** From the first parted row on: the last row's longest text may go on alone. None where too few rows are parted. */
function trimmedRun(rows: readonly (readonly Line[])[]): Line[][] {
  const first = rows.findIndex((row) => row.length >= fewestColumns);
  const kept = rows.slice(first);
  const parted = kept.filter((row) => row.length >= fewestColumns).length;
  return first >= 0 && kept.length >= fewestLines && parted >= 2 && parted * 5 >= kept.length ? [kept.flat()] : [];
}

function columnBorders(glyphs: readonly Glyph[]): number[] {
  const stretches = glyphs.map(({ x0, x1 }) => [x0, x1] as const).sort((a, b) => a[0] - b[0]);
  const size = largest(glyphs.map((glyph) => glyph.size));
  const [first] = stretches;
  if (first === undefined) return [];
  const borders = [first[0]];
  let reached = first[1];
  for (const [x0, x1] of stretches) {
    if (x0 - reached > columnGap * size * 0.8) borders.push(x0 - 1);
    reached = Math.max(reached, x1);
  }
  return [...borders, reached];
}

/** The heads are told from the rows by the first line that has two figures. */
function tableOf(glyphs: readonly Glyph[], xs: readonly number[], top: number, bottom: number): PageTable {
  const firstFigures = lineRows(glyphs, columnGap).find((row) => row.filter(isFigure).length >= 2)?.[0];
  const cut = firstFigures === undefined ? top : firstFigures.y - firstFigures.size;
  const ys = cut - top > 6 ? [top, cut, bottom] : [top, bottom];
  const cells = ys.slice(1).flatMap((below, row) =>
    xs.slice(1).map((right, column) => {
      const [left, above] = [xs[column] as number, ys[row] as number];
      const within = glyphs.filter(
        (glyph) =>
          isWithin((glyph.x0 + glyph.x1) / 2, left, right) &&
          isWithin(glyph.y, above, below + glyph.size * (row === ys.length - 2 ? 1 : 0)),
      );
      return { row, column, rowSpan: 1, columnSpan: 1, lines: linesOf(within) };
    }),
  );
  return { kind: 'table', by: 'alignment', box: [xs[0] ?? 0, top, xs.at(-1) ?? 0, bottom], xs, ys, cells };
}

function isWithin(place: number, from: number, to: number): boolean {
  return place >= from && place < to;
}
