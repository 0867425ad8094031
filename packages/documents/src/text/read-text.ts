import type { Block, Cell, Document, Table, TableRow } from '@guankao/domain';
import { decodeText } from '../decode.ts';
import { sha256Of } from '../fingerprint.ts';
import type { SourceFile } from '../reader.ts';
import { binaryFile } from '../refusals.ts';

/**
 * Text, as it comes out of a PDF conversion: a line with tabs is a table row, its cells between the tabs,
 * `column` the count of tabs before it; lines that follow one another make a table. Any other line is a paragraph.
 * The text is the file's content unchanged, but for a byte-order mark.
 */
export async function readText(file: SourceFile): Promise<Document> {
  const decoded = decodeText(file.bytes);
  if (decoded === null) throw binaryFile(file.name);
  return {
    name: file.name,
    sha256: await sha256Of(file.bytes),
    mediaType: 'text/plain',
    pages: null,
    text: decoded.text,
    blocks: blocksOf(decoded.text),
    notices: [],
  };
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let open: TableRow[] = [];
  const close = () => {
    if (open.length > 0) blocks.push(tableOf(open));
    open = [];
  };
  for (const line of linesOf(text)) {
    if (line.text.includes('\t') && line.text.trim() !== '') {
      open.push(rowOf(line));
      continue;
    }
    close();
    if (line.text.trim() !== '') blocks.push({ kind: 'paragraph', span: trimmed(line) });
  }
  close();
  return blocks;
}

// A form feed ends a page in what pdftotext prints. U+2029 parts the paragraphs of a cell and ends no line.
const lineEnd = /\r\n|[\n\r\f]/g;

function* linesOf(text: string): Generator<Line> {
  let start = 0;
  for (const match of text.matchAll(lineEnd)) {
    yield { start, end: match.index, text: text.slice(start, match.index) };
    start = match.index + match[0].length;
  }
  if (start < text.length) yield { start, end: text.length, text: text.slice(start) };
}

function tableOf(rows: readonly TableRow[]): Table {
  const [first, last] = [rows[0] as TableRow, rows[rows.length - 1] as TableRow];
  return { kind: 'table', span: { start: first.span.start, end: last.span.end }, rows };
}

function rowOf(line: Line): TableRow {
  const cells: Cell[] = [];
  let start = line.start;
  for (const text of line.text.split('\t')) {
    const span = trimmed({ start, end: start + text.length, text });
    cells.push({ column: cells.length, columnSpan: 1, rowSpan: 1, span });
    start += text.length + 1;
  }
  return { span: { start: line.start, end: line.end }, cells };
}

/** Without the blanks around it; a blank one is empty, at its start. */
function trimmed({ start, end, text }: Line): { start: number; end: number } {
  const ahead = text.length - text.trimStart().length;
  if (ahead === text.length) return { start, end: start };
  return { start: start + ahead, end: end - (text.length - text.trimEnd().length) };
}
