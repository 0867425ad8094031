import { mostOfTables } from '../build/bounds.ts';
import type { GridCell, GridRow, Sheet } from './grid.ts';

/**
 * The rows of a sheet that are shown and hold anything, in the columns that are shown. Spans are counted in them: a merged
 * cell reaches over as many of these rows, and one whose first row or column is hidden shows in the first that is not,
 * as spreadsheet programs do.
 */
export function shownRows(sheet: Pick<Sheet, 'rows' | 'hiddenColumns'>): GridRow[] {
  const { hiddenColumns } = sheet;
  const rows = withMergedRows(sheet.rows);
  const shown = rows.filter(
    ({ hidden, cells }) => !hidden && (cells.length === 0 || cells.some(({ column }) => !hiddenColumns.has(column))),
  );
  const indexes = shown.map(({ index }) => index);
  const cellsOf = new Map<number, GridCell[]>(indexes.map((index) => [index, []]));
  for (const { index, cells } of rows) {
    const from = firstAtLeast(indexes, index);
    for (const cell of cells) {
      const rowSpan = firstAtLeast(indexes, index + cell.rowSpan) - from;
      const columns = shownColumns(cell, hiddenColumns);
      const [column] = columns;
      if (rowSpan < 1 || column === undefined) continue;
      cellsOf.get(indexes[from] as number)?.push({ ...cell, column, columnSpan: columns.length, rowSpan });
    }
  }
  return shown.map((row) => ({
    ...row,
    cells: (cellsOf.get(row.index) ?? []).sort((a, b) => a.column - b.column),
  }));
}

/** No row of a form is merged over more. */
const longestMerge = 200;

/** Rows of which all is covered by several merged cells are rows of the table, though they hold nothing: a facing table has its own there. */
function withMergedRows(rows: readonly GridRow[]): GridRow[] {
  const known = new Set(rows.map(({ index }) => index));
  const covered = coveredTwice(rows).filter((index) => !known.has(index));
  if (covered.length === 0) return [...rows];
  const added = covered.map((index): GridRow => ({ index, hidden: false, cells: [] }));
  return [...rows, ...added].sort((a, b) => a.index - b.index);
}

/** The rows under which two merged cells or more go on: counted by where each begins and ends. */
function coveredTwice(rows: readonly GridRow[]): number[] {
  const changes = new Map<number, number>();
  const change = (index: number, by: number): void => void changes.set(index, (changes.get(index) ?? 0) + by);
  for (const { index, cells } of rows) {
    for (const { rowSpan } of cells) {
      if (rowSpan < 2) continue;
      change(index + 1, 1);
      change(index + Math.min(rowSpan, longestMerge), -1);
    }
  }
  const twice: number[] = [];
  let [count, from] = [0, 0];
  for (const [index, by] of [...changes].sort(([a], [b]) => a - b)) {
    const end = count > 1 ? Math.min(index, from + mostOfTables.cells - twice.length) : from;
    for (let at = from; at < end; at += 1) twice.push(at);
    count += by;
    from = index;
  }
  return twice;
}

function shownColumns({ column, columnSpan }: GridCell, hidden: Sheet['hiddenColumns']): number[] {
  if (columnSpan === 1) return hidden.has(column) ? [] : [column];
  // A merge may be said to reach further than any sheet.
  const columns = Array.from({ length: Math.min(columnSpan, mostOfTables.columns) }, (_, i) => column + i);
  return columns.filter((at) => !hidden.has(at));
}

/** Place in a rising list of the first number that is `least` or more. */
function firstAtLeast(numbers: readonly number[], least: number): number {
  let [from, to] = [0, numbers.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((numbers[middle] as number) < least) from = middle + 1;
    else to = middle;
  }
  return from;
}
