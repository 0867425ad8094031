import type { Block, Cell, Document, Notice, Span, Table, TableRow } from '@guankao/domain';
import { mostLines } from '../build/bounds.ts';
import { tooManyLines } from '../build/refusals.ts';
import { PrivateUse } from '../build/private-use.ts';
import { decodeText } from '../decode.ts';
import { sha256Of } from '../fingerprint.ts';
import type { SourceFile } from '../reader.ts';
import { binaryFile } from '../refusals.ts';
import { assembleRows, cellsIn, isRuling, type Line } from './assemble-rows.ts';

/**
 * Text, as it comes out of a PDF conversion: a line with tabs is a table row, its cells between the tabs,
 * `column` the count of tabs before it; so is a line between bars (| a | b |); rows that follow one another make a table.
 * Any other line is a paragraph, but for lines that only rule.
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
    blocks: blocksOf(decoded.text, file.name),
    notices: privateUseIn(decoded.text, file.name),
  };
}

/** Private-use characters by line, `FILE:LINE`. */
function privateUseIn(text: string, file: string): Notice[] {
  const found = new PrivateUse();
  for (const [i, line] of [...linesOf(text)].entries()) found.add(`${file}:${i + 1}`, line.text);
  return found.notices();
}

function blocksOf(text: string, file: string): Block[] {
  const lines = [...linesOf(text)];
  if (lines.length > mostLines) throw tooManyLines(file, `line ${mostLines + 1}`);
  const repeated = repeatedIn(lines);
  const blocks: Block[] = [];
  for (const together of runsOf(lines)) {
    let open: TableRow[] = [];
    const close = () => {
      if (open.length > 0) blocks.push(tableOf(open));
      open = [];
    };
    for (const part of assembleRows(together, (line) => repeated.has(line))) {
      if ('row' in part) open.push(rowOf(text, part.row));
      else {
        close();
        blocks.push({ kind: 'paragraph', span: trimmed(text, part.paragraph) });
      }
    }
    close();
  }
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

/** Lines that stand in the file more than once: running heads. */
function repeatedIn(lines: readonly Line[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { text } of lines) (seen.has(text) ? repeated : seen).add(text);
  return repeated;
}

/** Lines with no blank one between them. */
function runsOf(lines: readonly Line[]): Line[][] {
  const runs: Line[][] = [[]];
  for (const line of lines) {
    if (line.text.trim() === '' && !isEmptyRow(line, runs.at(-1)?.at(-1))) runs.push([]);
    else if (!isRuling(line)) (runs.at(-1) as Line[]).push(line);
  }
  return runs.filter((run) => run.length > 0);
}

/** Tabs alone, as many as in the row above: its cells are empty, and that is said. */
function isEmptyRow({ text }: Line, above: Line | undefined): boolean {
  const tabs = cellsIn(text).length;
  return tabs > 2 && above !== undefined && cellsIn(above.text).length === tabs;
}

function tableOf(rows: readonly TableRow[]): Table {
  const [first, last] = [rows[0] as TableRow, rows[rows.length - 1] as TableRow];
  return { kind: 'table', span: { start: first.span.start, end: last.span.end }, rows };
}

function rowOf(text: string, lines: readonly Line[]): TableRow {
  const span = { start: (lines[0] as Line).start, end: (lines.at(-1) as Line).end };
  const cells: Cell[] = [];
  for (const { start, end } of cellsIn(text.slice(span.start, span.end))) {
    cells.push({
      column: cells.length,
      columnSpan: 1,
      rowSpan: 1,
      span: trimmed(text, { start: span.start + start, end: span.start + end }),
    });
  }
  return { span, cells };
}

/** Without the blanks around it; a blank one is empty, at its start. */
function trimmed(text: string, { start, end }: Span): Span {
  const print = text.slice(start, end);
  const ahead = print.length - print.trimStart().length;
  if (ahead === print.length) return { start, end: start };
  return { start: start + ahead, end: end - (print.length - print.trimEnd().length) };
}
