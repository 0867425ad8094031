import { largest } from './extremes.ts';
import type { CellInput, DocumentBuilder, Place, RowInput } from './document-builder.ts';

/**
 * Adds a table whose first or last rows may be one cell across its whole width: a title, a unit or a note that was put
 * inside the frame. Those read as the paragraphs that they are; one between other rows stays a row.
 */
export function addTableWithTitles(builder: DocumentBuilder, rows: readonly RowInput[], place: Place = {}): void {
  const width = largest(
    rows.flatMap(({ cells }) => cells.map(({ column, columnSpan = 1 }) => column + columnSpan)),
    0,
  );
  const titles = rows.map((row) => titleOf(row, width));
  const first = titles.findIndex((title) => title === null);
  const last = titles.findLastIndex((title) => title === null);
  if (first < 0) return titles.forEach((title) => addLine(builder, title));
  titles.slice(0, first).forEach((title) => addLine(builder, title));
  builder.table(rows.slice(first, last + 1), place);
  titles.slice(last + 1).forEach((title) => addLine(builder, title));
}

/** The one cell of such a row; null for any other row. */
function titleOf({ cells }: RowInput, width: number): CellInput | null {
  const [cell, second] = cells;
  if (cell === undefined || second !== undefined || width < 2) return null;
  return cell.column === 0 && (cell.columnSpan ?? 1) >= width && (cell.rowSpan ?? 1) === 1 ? cell : null;
}

function addLine(builder: DocumentBuilder, title: CellInput | null): void {
  for (const line of title?.text.split('\n') ?? []) builder.paragraph(line, title?.place);
}
