import { mostOfTables } from '../build/bounds.ts';
import type { GridCell, GridRow, Sheet } from './grid.ts';

/**
 * The rows of a sheet that are shown and hold anything, in the columns that are shown. Spans are counted in them: a merged
 * cell reaches over as many of these rows, and one whose first row or column is hidden shows in the first that is not,
 * as spreadsheet programs do.
 */
export function shownRows({ rows, hiddenColumns }: Pick<Sheet, 'rows' | 'hiddenColumns'>): GridRow[] {
  const shown = rows.filter(({ hidden, cells }) => !hidden && cells.some(({ column }) => !hiddenColumns.has(column)));
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

function shownColumns({ column, columnSpan }: GridCell, hidden: ReadonlySet<number>): number[] {
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
