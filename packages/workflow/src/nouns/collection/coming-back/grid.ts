import type { Document, Span } from '@guankao/domain';

/** A filled cell of a table that came back. */
export interface GridCell {
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly text: string;
  /** Sheet1!C7, or what comes next to it in a format without addresses. */
  readonly place: string;
}

export interface GridRow {
  readonly cells: readonly GridCell[];
}

/** A sheet, or a table of a text, as rows of filled cells. */
export interface Grid {
  readonly rows: readonly GridRow[];
}

/**
 * All that a document holds, as grids. Cells of a spreadsheet stand by their addresses, whatever the reader took for a
 * table or for a line; other tables by their columns.
 */
export function gridsOf(document: Document): readonly Grid[] {
  const sheets = new Map<string, Map<number, GridCell[]>>();
  const tables: Grid[] = [];
  const lines: GridRow[] = [];
  const textOf = ({ start, end }: Span) => document.text.slice(start, end).replaceAll('\u2029', '\n');
  const put = (span: Span, columnSpan = 1, rowSpan = 1): boolean => {
    const at = parseAddress(span.address ?? '');
    if (at === null) return false;
    const rows = sheets.get(at.sheet) ?? new Map<number, GridCell[]>();
    sheets.set(at.sheet, rows);
    const cells = rows.get(at.row) ?? [];
    rows.set(at.row, cells);
    cells.push({ column: at.column, columnSpan, rowSpan, text: textOf(span), place: span.address ?? '' });
    return true;
  };
  document.blocks.forEach((block, number) => {
    if (block.kind === 'paragraph') {
      if (!put(block.span)) lines.push({ cells: [lineCell(textOf(block.span), lines.length)] });
      return;
    }
    const rows = block.rows.map(({ cells }, at) => ({
      cells: cells
        .filter(({ span, columnSpan, rowSpan }) => textOf(span) !== '' && !put(span, columnSpan, rowSpan))
        .map(({ span, column, columnSpan, rowSpan }) => {
          const place = `表${number + 1}!${columnName(column)}${at + 1}`;
          return { column, columnSpan, rowSpan, text: textOf(span), place };
        }),
    }));
    if (rows.some(({ cells }) => cells.length > 0)) tables.push({ rows });
  });
  const inOrder = [...sheets.values()].map((rows) => ({
    rows: [...rows]
      .toSorted(([a], [b]) => a - b)
      .map(([, cells]) => ({ cells: cells.toSorted((a, b) => a.column - b.column) })),
  }));
  return [...inOrder, ...tables, ...(lines.length > 0 ? [{ rows: lines }] : [])];
}

function lineCell(text: string, at: number): GridCell {
  return { column: 0, columnSpan: 1, rowSpan: 1, text, place: `第${at + 1}行` };
}

function parseAddress(
  address: string,
): { readonly sheet: string; readonly row: number; readonly column: number } | null {
  const [, sheet, letters = '', digits] = /^(.*)!([A-Z]{1,3})([1-9]\d*)$/s.exec(address) ?? [];
  if (sheet === undefined) return null;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { sheet, row: Number(digits), column };
}

function columnName(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : `${columnName(Math.floor(column / 26) - 1)}${columnName(column % 26)}`;
}
