import { largest } from '../build/extremes.ts';
import type { CellInput, DocumentBuilder, RowInput } from '../build/document-builder.ts';
import { addTableWithTitles } from '../build/title-rows.ts';

/**
 * What a flowing document (ODT, DOCX, HTML) holds, in reading order, before it becomes a `Document`.
 * Items of lists are paragraphs that begin with the number that the reader of the page sees.
 */
export type FlowItem = FlowParagraph | FlowTable;

interface FlowParagraph {
  readonly kind: 'paragraph';
  readonly text: string;
}

export interface FlowTable {
  readonly kind: 'table';
  readonly rows: readonly FlowRow[];
}

export interface FlowRow {
  readonly cells: readonly FlowCell[];
}

export interface FlowCell {
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly content: readonly FlowItem[];
}

export function addFlow(builder: DocumentBuilder, items: readonly FlowItem[]): void {
  for (const item of items) {
    if (item.kind === 'paragraph') builder.paragraph(item.text);
    else addTable(builder, item);
  }
}

/**
 * A table that only lays out the page (one column, or cells that hold whole tables and little else) gives way to
 * what is in it. A table within a cell of a real table is text of that cell.
 */
function addTable(builder: DocumentBuilder, table: FlowTable): void {
  if (isLayout(table)) {
    for (const row of table.rows) for (const cell of row.cells) addFlow(builder, cell.content);
    return;
  }
  addTableWithTitles(
    builder,
    table.rows.map((row): RowInput => ({
      cells: row.cells.map(({ content, ...place }): CellInput => ({ ...place, text: textOf(content) })),
    })),
  );
}

function isLayout({ rows }: FlowTable): boolean {
  const cells = rows.flatMap((row) => row.cells).filter(({ content }) => content.some(isFilled));
  const widest = largest(
    rows.map((row) => row.cells.filter(({ content }) => content.some(isFilled)).length),
    0,
  );
  const holdsTable = cells.some(({ content }) => content.some(isRealTable));
  if (widest <= 1) return holdsTable || cells.length <= 1;
  const outside = cells
    .flatMap(({ content }) => content)
    .filter((item) => item.kind === 'paragraph' && item.text.trim() !== '').length;
  return (
    holdsTable &&
    cells.filter(({ content }) => content.some(isRealTable)).length * 2 >= cells.length &&
    outside <= cells.length
  );
}

function isFilled(item: FlowItem): boolean {
  return item.kind === 'table'
    ? item.rows.some((row) => row.cells.some((cell) => cell.content.some(isFilled)))
    : item.text.trim() !== '';
}

/** A table of rows and columns, or one that lays out such a table. */
function isRealTable(item: FlowItem): boolean {
  if (item.kind !== 'table') return false;
  if (item.rows.length > 1 && item.rows.some((row) => row.cells.length > 1)) return true;
  return item.rows.some((row) => row.cells.some(({ content }) => content.some(isRealTable)));
}

/** Paragraphs parted by line breaks; a table's rows likewise, its cells by a blank. */
export function textOf(items: readonly FlowItem[]): string {
  return items
    .map((item) =>
      item.kind === 'paragraph'
        ? item.text
        : item.rows.map((row) => row.cells.map(({ content }) => textOf(content)).join(' ')).join('\n'),
    )
    .filter((text) => text.trim() !== '')
    .join('\n');
}
