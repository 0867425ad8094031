import { keyOf, type CollectionColumn } from '../collection.ts';
import { codeHeading } from '../sheet.ts';
import type { Grid, GridRow } from './grid.ts';

/** Which column of a grid is which of those that were sent. */
export interface Headings {
  /** Index of the grid's row in which they stand. */
  readonly row: number;
  /** Column of the grid → column that was sent. */
  readonly known: ReadonlyMap<number, number>;
  /** Column of the grid → its heading; of those that were not sent, or stand there twice. */
  readonly others: ReadonlyMap<number, { readonly heading: string; readonly why: 'column-unknown' | 'column-twice' }>;
}

/** By what they say, wherever they stand. null: no row of the grid holds headings of these columns. */
export function headingsOf({ rows }: Grid, columns: readonly CollectionColumn[]): Headings | null {
  const sent = new Map(columns.map(({ heading }, at) => [keyOf(heading), at]));
  const knownIn = ({ cells }: GridRow) => cells.filter(({ text }) => sent.has(keyOf(text)));
  const index = rows.findIndex((row) => {
    const known = knownIn(row);
    return known.length > 1 || (known.length === 1 && keyOf(known[0]?.text ?? '') === keyOf(codeHeading));
  });
  const row = rows[index];
  if (row === undefined) return null;
  const twice = new Set(
    [...Map.groupBy(knownIn(row), ({ text }) => keyOf(text))]
      .filter(([, cells]) => cells.length > 1)
      .map(([key]) => key),
  );
  const known = new Map<number, number>();
  const others = new Map<number, { heading: string; why: 'column-unknown' | 'column-twice' }>();
  for (const { column: at, text } of row.cells) {
    const key = keyOf(text);
    const column = sent.get(key);
    if (column === undefined) others.set(at, { heading: text, why: 'column-unknown' });
    else if (twice.has(key)) others.set(at, { heading: text, why: 'column-twice' });
    else known.set(at, column);
  }
  return { row: index, known, others };
}

/** The headings again, as a spreadsheet repeats them or a person copies them: nothing to read. */
export function isHeadingsAgain(
  { cells }: GridRow,
  { known }: Headings,
  columns: readonly CollectionColumn[],
): boolean {
  return (
    cells.length > 1 &&
    cells.every(({ column, text }) => keyOf(columns[known.get(column) ?? -1]?.heading ?? '\0') === keyOf(text))
  );
}
