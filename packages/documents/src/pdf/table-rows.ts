import { largest } from '../build/extremes.ts';
import type { Box } from '@guankao/domain';
import { bandColumns, bodyBands, cutsOf, type RowStyle } from './bands.ts';
import { textOfLines, widthOfFirstPiece } from './cell-text.ts';
import type { PageTable } from './page-layout.ts';
import { boxOfLines, type Line } from './lines.ts';

/** A row of a page's table, on the upright page. */
export interface PageRow {
  readonly page: number;
  readonly box: Box;
  readonly cells: readonly RowCell[];
}

export interface RowCell {
  readonly column: number;
  readonly columnSpan: number;
  rowSpan: number;
  text: string;
  /** Its last line reaches the end of its column: it may have been wrapped there. */
  readonly full: boolean;
  /** Points left on its last line, as far as the column's texts reach; endless where there is no line. */
  readonly room: number;
  /** Points that the piece takes which cannot be parted at the beginning of its first line. */
  readonly opening: number;
  readonly box: Box;
}

/** How far each column's text reaches to the right, over all pages that print the same columns: who wraps, wraps there. */
export function columnReach(tables: readonly PageTable[]): number[] {
  const columns = largest(tables.map(({ xs }) => xs.length - 1));
  return Array.from({ length: columns }, (_, column) => {
    const lines = tables
      .flatMap(({ cells }) => cells.filter((cell) => cell.column === column && cell.columnSpan === 1))
      .flatMap((cell) => cell.lines);
    return largest(
      lines.map(({ x1 }) => x1),
      0,
    );
  });
}

/** `borrowed`: where the facing page's rows begin, for a page that has no figures of its own. */
export function rowsOf(
  page: number,
  table: PageTable,
  style: RowStyle,
  reach: readonly number[],
  borrowed: readonly number[],
): PageRow[] {
  const body = new Set(bodyBands(table));
  const bands = Array.from({ length: table.ys.length - 1 }, (_, band) => {
    const cuts = body.has(band) ? cutsOf(style, bandColumns(table, band), borrowed) : [];
    return { band, edges: edgesOf(table, band, cuts) };
  });
  const firstRow = new Map<number, number>();
  let count = 0;
  for (const { band, edges } of bands) {
    firstRow.set(band, count);
    count += edges.length - 1;
  }
  const rows = bands.flatMap(({ edges }) =>
    edges.slice(1).map((bottom, i) => ({ page, ...emptyRow(table, edges[i] as number, bottom) })),
  );
  for (const cell of table.cells) {
    const first = firstRow.get(cell.row) ?? 0;
    const last = (firstRow.get(cell.row + cell.rowSpan) ?? count) - 1;
    const split = cell.rowSpan === 1 && last > first;
    for (let row = first; row <= (split ? last : first); row += 1) {
      const target = rows[row];
      if (target === undefined) continue;
      const [, top, , bottom] = target.box;
      const lines = split
        ? cell.lines.filter((line) => belongs(line, top, bottom, row === first, row === last))
        : cell.lines;
      const box = lines.length > 0 ? boxOfLines(lines) : fieldBox(table, cell.column, cell.columnSpan, top, bottom);
      const right =
        cell.columnSpan === 1 ? (reach[cell.column] ?? 0) : (table.xs[cell.column + cell.columnSpan] ?? 0) - 3;
      target.cells.push({
        column: cell.column,
        columnSpan: cell.columnSpan,
        rowSpan: split ? 1 : last - first + 1,
        text: textOfLines(lines, right),
        full: isFull(lines.at(-1), right, table.xs[cell.column + cell.columnSpan] ?? right),
        room: right - (lines.at(-1)?.x1 ?? -Infinity),
        opening: lines[0] === undefined ? 0 : widthOfFirstPiece(lines[0]),
        box,
      });
    }
  }
  return rows
    .map((row) => ({ ...row, cells: row.cells.sort((a, b) => a.column - b.column) }))
    .filter(
      (row, i) => !isPadding(row, rows[i - 1]) && (table.by === 'rules' || row.cells.some(({ text }) => text !== '')),
    );
}

/** `right`: how far the column's texts reach; `border`: where the column ends. Short texts reach the one and not the other. */
function isFull(line: Line | undefined, right: number, border: number): boolean {
  return line !== undefined && line.x1 > right - 2.6 * line.size && line.x1 > border - 3.4 * line.size - 4;
}

function belongs(line: Line, top: number, bottom: number, first: boolean, last: boolean): boolean {
  return (first || line.y >= top) && (last || line.y < bottom);
}

/** Between double rules: no text, and hardly any height. */
function isPadding(row: PageRow, before: PageRow | undefined): boolean {
  return before !== undefined && row.box[3] - row.box[1] < 6 && row.cells.every(({ text }) => text === '');
}

function edgesOf(table: PageTable, band: number, cuts: readonly number[]): number[] {
  const [top, bottom] = [table.ys[band] ?? 0, table.ys[band + 1] ?? 0];
  return [top, ...cuts.filter((y) => y > top + 4 && y < bottom - 1), bottom];
}

function emptyRow(table: PageTable, top: number, bottom: number): { box: Box; cells: RowCell[] } {
  return { box: [table.box[0], top, table.box[2], bottom], cells: [] };
}

function fieldBox({ xs }: PageTable, column: number, columnSpan: number, top: number, bottom: number): Box {
  return [xs[column] ?? 0, top, xs[column + columnSpan] ?? 0, bottom];
}
