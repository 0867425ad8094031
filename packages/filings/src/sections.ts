import type { Cell, Document, Span, TableRow } from '@guankao/domain';
import { alignCells } from './cells.ts';
import { headingAt, type Column, type Heading } from './headings.ts';
import { layouts } from './layouts/index.ts';
import type { Layout } from './layout.ts';
import { headText, isRowOfHeads, longestHead, withoutHeads, type KnownHeads } from './running-heads.ts';

/** Rows of one table under one heading: a left page's, a right page's, or both in one. */
export interface Section {
  readonly layout: Layout;
  readonly kind: Heading['kind'];
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
}

/** A document taken apart: sections in reading order, the heading rows, and the lines beside them. Rows of tables that no layout knows are in none of these. */
export interface Parts {
  readonly sections: readonly Section[];
  readonly headings: readonly Span[];
  readonly lines: readonly Span[];
}

/** Finds the sections by their headings. A table without any goes on under the last one that has as many columns. */
export function partsOf(document: Document): Parts {
  const parts = new Collector(document.text);
  for (const block of document.blocks) {
    if (block.kind === 'paragraph') parts.line(block.span);
    else parts.table(block.rows);
  }
  return parts.finish();
}

class Collector {
  readonly #text: string;
  readonly #sections: Section[] = [];
  readonly #headings: Span[] = [];
  readonly #lines: Span[] = [];
  /** How many lines stood before the last table. */
  #linesBefore = 0;
  /** Those lines, as heads are compared. */
  readonly #seen = new Set<string>();

  constructor(text: string) {
    this.#text = text;
  }

  line(span: Span): void {
    this.#lines.push(span);
  }

  table(printed: readonly TableRow[]): void {
    let open: { heading: Omit<Section, 'rows'>; rows: TableRow[] } | null = null;
    const before: TableRow[] = [];
    const known = layouts.filter((layout) => layout.onlyUnderTitle !== true || this.#isUnder(layout.title));
    const seen = this.#seen;
    for (const { start, end } of this.#lines.slice(this.#linesBefore)) seen.add(headText(this.#text.slice(start, end)));
    this.#linesBefore = this.#lines.length;
    const heads = { layouts, seen };
    const rows = printed.map((row) => this.#parted(row, heads));
    const first = rows.findIndex((row) => !isRowOfHeads(this.#text, row, heads));
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] as TableRow;
      if (isRowOfHeads(this.#text, row, heads)) {
        for (const { span } of this.#filled(row)) this.#lines.push(span);
        continue;
      }
      const heading = headingAt(this.#text, rows, at, known);
      if (heading === null && at === first) open = this.#continued(rows.slice(first));
      if (heading !== null) {
        this.#close(open);
        for (const { span } of rows.slice(at, at + heading.rows)) this.#headings.push(span);
        open = { heading, rows: [] };
        at += heading.rows - 1;
      } else if (open !== null) open.rows.push(row);
      else before.push(row);
    }
    this.#close(open);
    if (open !== null) for (const row of before) this.#outside(row);
  }

  finish(): Parts {
    return { sections: this.#sections, headings: this.#headings, lines: this.#lines };
  }

  /** Whether one of the lines since the last table is the form's name. */
  #isUnder(title: RegExp): boolean {
    return this.#lines
      .slice(this.#linesBefore)
      .some(
        ({ start, end }) => end - start <= longestHead && title.test(this.#text.slice(start, end).replace(/\s+/g, '')),
      );
  }

  #close(open: { heading: Omit<Section, 'rows'>; rows: TableRow[] } | null): void {
    if (open === null) return;
    const { layout, kind, columns } = open.heading;
    this.#sections.push({ layout, kind, columns, rows: open.rows });
  }

  /** A page whose table has no heading of its own. */
  #continued(rows: readonly TableRow[]): { heading: Omit<Section, 'rows'>; rows: TableRow[] } | null {
    const width = widthOf(rows);
    const last = this.#sections.findLast(({ columns }) => (columns.at(-1)?.to ?? 0) === width);
    return last === undefined || !goesOn(this.#text, rows, last.columns) ? null : { heading: last, rows: [] };
  }

  /** The heads that a row took in are lines, like those above the table. */
  #parted(printed: TableRow, known: KnownHeads): TableRow {
    const { row, heads } = withoutHeads(this.#text, printed, known);
    for (const span of heads) this.#lines.push(span);
    return row;
  }

  #filled({ cells }: TableRow): readonly Cell[] {
    return cells.filter(({ span }) => this.#text.slice(span.start, span.end).trim() !== '');
  }

  /** A row before the heading: a sheet's title stands in cells of its own; anything else belongs to no form we know, and stays unread. */
  #outside(row: TableRow): void {
    const filled = this.#filled(row);
    if (filled.length <= 2) for (const { span } of filled) this.#lines.push(span);
  }
}

/** Whether rows without a heading can stand under the columns: most of their cells suit them, and the first is no heading. */
function goesOn(text: string, rows: readonly TableRow[], columns: readonly Column[]): boolean {
  const filled = rows.map(({ cells }) => cells.filter(({ span }) => text.slice(span.start, span.end).trim() !== ''));
  const slipped = filled.filter((cells) => alignCells(text, cells, columns).shifted).length;
  const isHeading =
    filled[0]?.every(({ span }) => /^[^\d。]{1,14}$/.test(text.slice(span.start, span.end).trim())) ?? false;
  return slipped * 2 <= rows.length && !isHeading;
}

function widthOf(rows: readonly TableRow[]): number {
  let width = 0;
  for (const { cells } of rows)
    for (const { column, columnSpan } of cells) width = Math.max(width, column + columnSpan);
  return width;
}
