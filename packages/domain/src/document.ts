import type { Span } from './span.ts';
import type { TypedPlaces } from './typed-form.ts';

/**
 * What every reader in `documents` gives, whatever the file's format.
 * Immutable. `text` holds everything that was read, in reading order; all spans point into it.
 */
export interface Document {
  /** The file's name as given, without its folder. */
  readonly name: string;
  /** Of the file's bytes as given, 64 hex digits. */
  readonly sha256: string;
  readonly mediaType: string;
  /** null where the format has no pages. */
  readonly pages: number | null;
  readonly text: string;
  /** Paragraphs and tables in reading order. They do not overlap; what lies between them is blank. */
  readonly blocks: readonly Block[];
  /** What the reader could not make out, or left out on purpose (a page that is only an image, a hidden sheet). */
  readonly notices: readonly Notice[];
  /** Of a form that was typed into fields: each of them, and where it stands. No layout is looked for in such a document. */
  readonly typed?: TypedPlaces;
}

export type Block = Paragraph | Table;

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly span: Span;
}

export interface Table {
  readonly kind: 'table';
  readonly span: Span;
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly span: Span;
  readonly cells: readonly Cell[];
}

export interface Cell {
  /** 0-based column in the table's grid. In text turned from PDF it is the count of tabs before the cell. */
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  /** Empty cells have an empty span at the place where their text would stand. */
  readonly span: Span;
}

/** A remark about how something was read: `id` is stable (`image-only-page`, `looked-at-in-part`), `place` says where. */
export interface Notice {
  readonly id: string;
  readonly place: string;
  readonly message: Message;
}

/** One message in both languages of the house. */
export interface Message {
  readonly 'zh-Hant': string;
  readonly en: string;
}
