/** A small document as an office makes it, before it is written in one of the formats. */
export interface OfficeFile {
  readonly pieces: readonly OfficePiece[];
}

export type OfficePiece =
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly kind: 'table'; readonly table: OfficeTable }
  /** A sheet of a workbook begins here; other formats begin a page. */
  | { readonly kind: 'sheet'; readonly name: string; readonly hidden: boolean };

/** A stretch of text set in one way. `deleted` and `inserted` are tracked changes that nobody has accepted yet. */
export interface Run {
  readonly text: string;
  readonly mark?: 'struck' | 'raised' | 'hidden' | 'deleted' | 'inserted';
}

export interface OfficeTable {
  /** All rows have as many places; a merged cell stands at its first place and covers the others. */
  readonly rows: readonly OfficeRow[];
  /** How many rows are heads. */
  readonly heads: number;
  readonly hiddenColumns?: readonly number[];
}

export interface OfficeRow {
  readonly cells: readonly (OfficeCell | 'covered')[];
  readonly hidden?: boolean;
}

export interface OfficeCell {
  readonly paragraphs: readonly (readonly Run[])[];
  readonly columnSpan?: number;
  readonly rowSpan?: number;
  /** A number that a sheet stores, and the format that it shows it in. Other formats print the paragraphs. */
  readonly stored?: { readonly value: number; readonly format: string };
}

export type Format = 'text' | 'csv' | 'html' | 'xlsx' | 'ods' | 'docx' | 'odt' | 'pdf';
export const formats: readonly Format[] = ['text', 'csv', 'html', 'xlsx', 'ods', 'docx', 'odt', 'pdf'];
/** Those that keep merged cells. */
export const merging: readonly Format[] = ['html', 'xlsx', 'ods', 'docx', 'odt', 'pdf'];
/** Those that keep how a run of text is set. */
export const styled: readonly Format[] = ['html', 'xlsx', 'ods', 'docx', 'odt', 'pdf'];
export const sheets: readonly Format[] = ['xlsx', 'ods'];

/** A cell of plain text; line breaks part its paragraphs. */
export function cell(text: string, more: Omit<OfficeCell, 'paragraphs'> = {}): OfficeCell {
  return { paragraphs: text === '' ? [] : text.split('\n').map((line) => [{ text: line }]), ...more };
}

export function line(text: string): OfficePiece {
  return { kind: 'paragraph', runs: [{ text }] };
}

/** What a run prints where nothing tells how it is set: what is hidden or deleted is not there. */
export function printed(runs: readonly Run[]): string {
  return runs
    .filter(({ mark }) => mark === undefined || mark === 'inserted' || mark === 'raised')
    .map(({ text }) => text)
    .join('');
}

export function textOf({ paragraphs }: OfficeCell): string {
  return paragraphs.map(printed).join('\n');
}
