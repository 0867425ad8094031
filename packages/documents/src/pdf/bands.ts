import type { PageTable } from './layout.ts';
import type { Line } from './lines.ts';

/**
 * A table whose columns are ruled and whose rows are not. Where its figures show that one band holds several rows,
 * the band is cut: before each row's figures where every row begins with them, else at every printed line,
 * so that nothing of two rows is fused and whoever knows the form can put the lines together.
 */
export interface RowStyle {
  readonly cut: 'none' | 'records' | 'lines';
}

/** Decided once for all pages that print the same columns. `tables` have the same columns. */
export function rowStyleOf(tables: readonly PageTable[]): RowStyle {
  const bodies = tables.map(bodyBands);
  const ruled = bodies.reduce((sum, bands) => sum + bands.length, 0) > 1.5 * tables.length;
  if (ruled) return { cut: 'none' };
  const starts = tables.flatMap((table, i) => (bodies[i] ?? []).map((band) => ({ columns: bandColumns(table, band), starts: recordStarts(bandColumns(table, band)) })));
  if (!starts.some((band) => band.starts.length >= 2)) return { cut: 'none' };
  return { cut: starts.every(({ columns, starts: at }) => beginsWithFigures(columns, at)) ? 'records' : 'lines' };
}

/** The bands below the heads: from the first that has figures on. All, where none has. */
export function bodyBands(table: PageTable): number[] {
  const bands = Array.from({ length: table.ys.length - 1 }, (_, i) => i);
  const first = bands.find((band) => bandColumns(table, band).some((lines) => lines.length > 0 && lines.every(isFigure)));
  const body = bands.filter((band) => first === undefined || band >= first);
  return body.filter((band) => bandColumns(table, band).some((lines) => lines.length > 0));
}

/** The lines of each cell that begins in the band. */
export function bandColumns(table: PageTable, band: number): (readonly Line[])[] {
  return table.cells.filter(({ row }) => row === band).map(({ lines }) => lines);
}

const figure = /^[-－–—△▲(（+]?\d[\d,，.]*[)）%％]?$|^[-－–—]+$/;

export function isFigure(line: Line): boolean {
  return figure.test(line.text.replace(/\s/g, ''));
}

/** Baselines at which rows' figures stand: of the column of figures that has most. Figures broken over lines count once. */
export function recordStarts(columns: readonly (readonly Line[])[]): number[] {
  const figureColumns = columns.filter((lines) => lines.length > 0 && lines.every(isFigure)).map(figuresOf);
  if (figureColumns.length < 2) return [];
  const all = figureColumns.flat().sort((a, b) => a.y - b.y);
  const starts: { y: number; count: number }[] = [];
  for (const { y, size } of all) {
    const last = starts.at(-1);
    if (last !== undefined && y - last.y < 0.6 * size) last.count += 1;
    else starts.push({ y, count: 1 });
  }
  return starts.filter(({ count }) => count >= 2).map(({ y }) => y);
}

function figuresOf(lines: readonly Line[]): Line[] {
  return lines.filter((line, i) => {
    const before = lines[i - 1];
    if (before === undefined) return true;
    const continues = /[,，]$/.test(before.text) || /^[,，\d]{1,3}$/.test(line.text);
    return !(continues && line.y - before.y < 1.8 * line.size);
  });
}

/** Whether no line above a row's figures is nearer to them than to what stands above it. */
function beginsWithFigures(columns: readonly (readonly Line[])[], starts: readonly number[]): boolean {
  return starts.slice(1).every((start) =>
    columns.every((lines) => {
      const above = lines.findLastIndex((line) => line.y < start - 0.6 * line.size);
      const line = lines[above];
      const before = lines[above - 1];
      if (line === undefined || before === undefined) return true;
      return start - line.y >= (line.y - before.y) * 0.95;
    }),
  );
}

/** Where to cut a band: places between its baselines. */
export function cutsOf(style: RowStyle, columns: readonly (readonly Line[])[], borrowed: readonly number[]): number[] {
  if (style.cut === 'none') return [];
  if (style.cut === 'lines') return lineCuts(columns.flat());
  const starts = recordStarts(columns);
  return (starts.length > 0 ? starts : borrowed).map((y) => y - 0.9 * sizeOf(columns));
}

function lineCuts(lines: readonly Line[]): number[] {
  const cuts: number[] = [];
  let first: Line | undefined;
  for (const line of lines.toSorted((a, b) => a.y - b.y)) {
    if (first === undefined || line.y - first.y > 0.45 * Math.min(first.size, line.size)) {
      if (first !== undefined) cuts.push(line.y - 0.05);
      first = line;
    }
  }
  return cuts;
}

function sizeOf(columns: readonly (readonly Line[])[]): number {
  return columns.flat()[0]?.size ?? 10;
}
