import { largest, smallest } from '../build/extremes.ts';
import type { DocumentBuilder, RowInput } from '../build/document-builder.ts';
import { LeftOut } from '../build/left-out.ts';
import { noteLine } from '../build/note-line.ts';
import { cellAddress, columnLetters } from './address.ts';
import type { GridCell, GridRow, Sheet } from './grid.ts';
import { failedFormula, hiddenColumns, hiddenRows, hiddenSheet } from './notices.ts';
import { shownRows } from './shown-rows.ts';

/**
 * A sheet has no paragraphs, so what stands alone above a table or across it (title, unit, note) is told
 * from a row by its shape. Hidden sheets, rows and columns are not printed: they are left out, and said so.
 */
export function addSheets(builder: DocumentBuilder, sheets: readonly Sheet[]): void {
  const leftOut = new LeftOut();
  for (const sheet of sheets) {
    if (sheet.hidden) {
      if (sheet.rows.length > 0) builder.notice(hiddenSheet(sheet.name));
      continue;
    }
    for (const head of sheet.heads) builder.paragraph(head, { address: sheet.name });
    addSheet(builder, sheet, leftOut);
  }
  for (const notice of leftOut.notices()) builder.notice(notice);
}

function addSheet(builder: DocumentBuilder, sheet: Sheet, leftOut: LeftOut): void {
  reportHidden(builder, sheet);
  const shownCell = ({ column }: GridCell): boolean => !sheet.hiddenColumns.has(column);
  for (const row of sheet.rows) {
    if (row.hidden) continue;
    for (const cell of row.cells.filter(shownCell))
      for (const { kind, text } of cell.leftOut ?? [])
        leftOut.add(kind, text, cellAddress(sheet.name, row.index, cell.column));
  }
  const filled = sheet.rows
    .map((row) => ({ ...row, cells: row.cells.filter(({ text, fault }) => text.trim() !== '' || fault !== undefined) }))
    .filter(({ cells }) => cells.length > 0);
  const rows = shownRows({ rows: filled, hiddenColumns: sheet.hiddenColumns });
  for (const row of rows) reportFaults(builder, sheet.name, row);
  const width = usedWidth(rows);
  const hidden = new Set(sheet.rows.filter((row) => row.hidden).map(({ index }) => index));
  for (const part of partition(rows, width, hidden)) {
    if (part.alone) addLines(builder, sheet.name, part.rows);
    else addTable(builder, sheet.name, part.rows);
  }
}

interface Part {
  readonly alone: boolean;
  readonly rows: GridRow[];
}

/** Runs of rows that stand alone, and runs that make a table. */
function partition(rows: readonly GridRow[], width: number, hidden: ReadonlySet<number>): Part[] {
  const parts: Part[] = [];
  let previous: GridRow | undefined;
  for (const row of rows) {
    const current = parts.at(-1);
    const alone = standsAlone(row, previous, current, width, hidden);
    if (current?.alone === alone) current.rows.push(row);
    else parts.push({ alone, rows: [row] });
    previous = row;
  }
  return parts;
}

/**
 * One cell only, and: merged over half the width or more, or above the first table, or after a blank row,
 * or under another such line. A single cell right below a table's row is a row of it: a cell that runs on.
 */
function standsAlone(
  row: GridRow,
  previous: GridRow | undefined,
  current: Part | undefined,
  width: number,
  hidden: ReadonlySet<number>,
): boolean {
  const [cell, second] = row.cells;
  if (cell === undefined || second !== undefined || width === 1) return false;
  if (cell.rowSpan > 1) return false;
  if (cell.columnSpan > 1 && cell.columnSpan * 2 >= width) return true;
  if (current === undefined || current.alone || noteLine.test(cell.text)) return true;
  if (previous === undefined) return false;
  // What is hidden between two rows parts them no more than it shows.
  let above = row.index - 1;
  while (hidden.has(above)) above -= 1;
  return lastLine(previous) < above;
}

function lastLine(row: GridRow): number {
  return row.index + largest(row.cells.map((cell) => cell.rowSpan)) - 1;
}

function usedWidth(rows: readonly GridRow[]): number {
  let first = Infinity;
  let last = 0;
  for (const row of rows) {
    for (const cell of row.cells) {
      first = Math.min(first, cell.column);
      last = Math.max(last, cell.column);
    }
  }
  return last - first + 1;
}

function addLines(builder: DocumentBuilder, sheet: string, rows: readonly GridRow[]): void {
  for (const row of rows) {
    for (const cell of row.cells) builder.paragraph(cell.text, { address: cellAddress(sheet, row.index, cell.column) });
  }
}

function addTable(builder: DocumentBuilder, sheet: string, rows: readonly GridRow[]): void {
  const first = smallest(rows.flatMap((row) => row.cells.map((cell) => cell.column)));
  builder.table(
    rows.map((row) => tableRow(sheet, row, first)),
    { address: sheet },
  );
}

function tableRow(sheet: string, row: GridRow, first: number): RowInput {
  const cells = row.cells.map((cell) => ({
    ...cell,
    column: cell.column - first,
    place: { address: cellAddress(sheet, row.index, cell.column) },
  }));
  return { cells, place: { address: cellAddress(sheet, row.index, row.cells[0]?.column ?? first) } };
}

function reportFaults(builder: DocumentBuilder, sheet: string, row: GridRow): void {
  for (const cell of row.cells) {
    if (cell.fault !== undefined)
      builder.notice(failedFormula(cell.fault, cellAddress(sheet, row.index, cell.column), cell.text));
  }
}

function reportHidden(builder: DocumentBuilder, sheet: Sheet): void {
  const rows = sheet.rows.filter((row) => row.hidden && row.cells.length > 0).map((row) => row.index + 1);
  if (rows.length > 0) builder.notice(hiddenRows(sheet.name, rows));
  const filled = new Set<number>();
  for (const row of sheet.rows)
    for (const cell of row.cells) if (sheet.hiddenColumns.has(cell.column)) filled.add(cell.column);
  if (filled.size > 0) builder.notice(hiddenColumns(sheet.name, [...filled].sort((a, b) => a - b).map(columnLetters)));
}
