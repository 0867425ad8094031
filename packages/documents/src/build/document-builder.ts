import type { Block, Box, Cell, Document, Notice, Table, TableRow } from '@guankao/domain';
import { sha256Of } from '../fingerprint.ts';
import type { SourceFile } from '../reader.ts';
import { longestCell, longestText, mostOfTables, mostParagraphs } from './bounds.ts';
import { tooLong, tooManyCells, tooManyColumns, tooManyParagraphs } from './refusals.ts';
import { PrivateUse } from './private-use.ts';

/** Where a passage stands in the file, in the terms that the format has. */
export interface Place {
  /** 1-based. */
  readonly page?: number;
  readonly box?: Box;
  /** Sheet and cell: `Sheet1!B7`. */
  readonly address?: string;
}

export interface CellInput {
  /** 0-based, rising within a row; a cell that another covers is left out. */
  readonly column: number;
  readonly columnSpan?: number;
  readonly rowSpan?: number;
  readonly text: string;
  readonly place?: Place;
}

export interface RowInput {
  readonly cells: readonly CellInput[];
  readonly place?: Place;
}

/**
 * Puts a `Document` together, in reading order, so that one of any format reads like the text format:
 * a paragraph is a line, a row is a line whose cells are parted by tabs (as many before a cell as its column says),
 * a blank line parts a table from what is around it. A line break inside a cell becomes U+2029, a paragraph separator:
 * which paragraphs a cell has tells which plan a text belongs to. A reader that cannot tell a paragraph's end from a
 * wrapped line gives a blank instead. Breaks inside a paragraph become one blank.
 */
export class DocumentBuilder {
  readonly #parts: string[] = [];
  readonly #blocks: Block[] = [];
  readonly #notices: Notice[] = [];
  readonly #privateUse = new PrivateUse();
  #length = 0;
  #cells = 0;
  #gaps = 0;
  #paragraphs = 0;
  readonly #file: SourceFile;

  constructor(file: SourceFile) {
    this.#file = file;
  }

  /** Blank ones leave no trace. */
  paragraph(text: string, place: Place = {}): void {
    const clean = oneLine(text);
    if (clean === '') return;
    this.#paragraphs += 1;
    if (this.#paragraphs > mostParagraphs) throw tooManyParagraphs(this.#file.name, nameOf(place) || 'text');
    this.#watch(clean, place);
    const start = this.#append(clean);
    this.#blocks.push({ kind: 'paragraph', span: { start, end: this.#length, ...place } });
    this.#append('\n');
  }

  /** Rows without any text are kept: their place may matter. A table without rows leaves no trace. */
  table(rows: readonly RowInput[], place: Place = {}): void {
    if (rows.length === 0) return;
    if (this.#length > 0) this.#append('\n');
    const start = this.#length;
    const built = rows.map((row, index) => this.#row(row, rows.length - index));
    const end = built.at(-1)?.span.end ?? start;
    this.#blocks.push({ kind: 'table', span: { start, end, ...place }, rows: built } satisfies Table);
    this.#append('\n');
  }

  notice(notice: Notice): void {
    this.#notices.push(notice);
  }

  async finish(mediaType: string, pages: number | null): Promise<Document> {
    return {
      name: this.#file.name,
      sha256: await sha256Of(this.#file.bytes),
      mediaType,
      pages,
      text: this.#parts.join(''),
      blocks: this.#blocks,
      notices: [...this.#notices, ...this.#privateUse.notices()],
    };
  }

  #row(row: RowInput, rowsLeft: number): TableRow {
    const start = this.#length;
    let column = 0;
    const cells = row.cells.map((cell) => {
      const gap = Math.max(0, cell.column - column);
      this.#refuseBeyond(cell, gap);
      this.#append('\t'.repeat(gap));
      column = cell.column;
      return this.#cell(cell, rowsLeft);
    });
    const end = this.#length;
    this.#append('\n');
    return { span: { start, end, ...row.place }, cells };
  }

  #refuseBeyond({ column, text, place = {} }: CellInput, gap: number): void {
    const name = this.#file.name;
    const where = nameOf(place) || `table ${this.#blocks.length + 1}`;
    this.#cells += 1;
    this.#gaps += gap;
    if (column >= mostOfTables.columns) throw tooManyColumns(name, where);
    if (this.#cells > mostOfTables.cells || this.#gaps > mostOfTables.gaps) throw tooManyCells(name, where);
    if (text.length > longestCell) throw tooLong(name, where, longestCell);
  }

  #cell({ column, columnSpan = 1, rowSpan = 1, text, place = {} }: CellInput, rowsLeft: number): Cell {
    const clean = text
      .split(/\r\n|[\n\r\v\f\u0085\u2029]/)
      .map(oneLine)
      .filter((line) => line !== '')
      .join('\u2029');
    this.#watch(clean, place);
    const start = this.#append(clean);
    return {
      column,
      columnSpan: Math.min(columnSpan, mostOfTables.columns),
      rowSpan: Math.min(rowSpan, rowsLeft),
      span: { start, end: this.#length, ...place },
    };
  }

  #append(text: string): number {
    const start = this.#length;
    this.#parts.push(text);
    this.#length += text.length;
    if (this.#length > longestText) throw tooLong(this.#file.name, 'text', longestText);
    return start;
  }

  #watch(text: string, place: Place): void {
    this.#privateUse.add(nameOf(place), text);
  }
}

function nameOf({ page, address }: Place): string {
  return page === undefined ? (address ?? '') : `page=${page}`;
}

/**
 * Breaks and tabs would look like rows and cells, and control characters are no text; U+FEFF and U+00AD are invisible.
 */
function oneLine(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\ufeff\ufffe\uffff]/g, '')
    .replaceAll('\u00a0', ' ')
    .replace(/[\s\u0085]+/g, withoutBreak)
    .trim();
}

/** Of blanks that follow one another: from the first that looks like the end of a cell or line, they are one. */
function withoutBreak(blanks: string): string {
  const at = blanks.search(/[\t\n\v\f\r\u0085\u2028\u2029]/);
  return at < 0 ? blanks : `${withoutSpacesAtEnd(blanks.slice(0, at))} `;
}

/** An expression for this looks on to the end from each space. */
function withoutSpacesAtEnd(text: string): string {
  let end = text.length;
  while (text[end - 1] === ' ') end -= 1;
  return text.slice(0, end);
}
