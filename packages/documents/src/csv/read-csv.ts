import { parse } from 'csv-parse/browser/esm/sync';
import type { Document, Notice } from '@guankao/domain';
import { DocumentBuilder, type RowInput } from '../build/document-builder.ts';
import { noteLine } from '../build/note-line.ts';
import { damaged } from '../build/refusals.ts';
import { decodeText } from '../decode.ts';
import { binaryFile } from '../refusals.ts';
import type { SourceFile } from '../reader.ts';
import { columnLetters } from '../sheets/address.ts';
import { refuseLargeCsv } from './bounds.ts';
import { delimiterOf } from './dialect.ts';
import { mended, type Mended } from './surplus-fields.ts';

const csvMediaType = 'text/csv';

/** CSV parted by commas, semicolons, tabs or bars, in any of the encodings that text comes in. Throws a Refusal where it is no text. */
export async function readCsv(file: SourceFile): Promise<Document> {
  const decoded = decodeText(file.bytes);
  if (decoded === null) throw binaryFile(file.name);
  const text = decoded.text.replace(/^\ufeff/, '').replace(/^sep=.\r?\n/i, '');
  const builder = new DocumentBuilder(file);
  addRecords(builder, recordsOf(file.name, withoutEquals(text)), file.name);
  return builder.finish(csvMediaType, null);
}

/** ="300,000" is how a spreadsheet program keeps text from becoming a number: its comma parts no fields. */
function withoutEquals(text: string): string {
  return text.replace(/(^|[,\t;|\r\n])="((?:[^"\r\n]|"")*)"(?=[,\t;|\r\n]|$)/g, '$1"$2"');
}

/** The same within a quoted field, and the apostrophe before a figure that does likewise. */
function plainField(field: string): string {
  return field
    .replace(/^\s*="([\s\S]*)"\s*$/, (_, kept: string) => kept.replaceAll('""', '"'))
    .replace(/^'(?=[\d(△▲-])/, '');
}

function recordsOf(name: string, text: string): string[][] {
  const delimiter = delimiterOf(text);
  refuseLargeCsv(name, text, delimiter);
  const options = {
    delimiter,
    // A file that was put together of others has line ends of several kinds.
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: 20_000_000,
  };
  try {
    return parse(text, options) as string[][];
  } catch {
    try {
      // A quotation mark that is never closed: then they are text like any other.
      return parse(text, { ...options, quote: null }) as string[][];
    } catch (fault) {
      throw damaged(name, 'CSV', fault instanceof Error ? fault.message : String(fault));
    }
  }
}

/** A line with one field only, above the table or after a blank line, is a paragraph: a title, a unit, a note. */
function addRecords(builder: DocumentBuilder, records: readonly (readonly string[])[], file: string): void {
  let open: RowInput[] = [];
  let afterBlank = true;
  let width = 0;
  const close = (): void => {
    builder.table(open);
    open = [];
  };
  for (const [line, printed] of records.entries()) {
    const record = printed.map(plainField);
    if (isHead(record)) width = record.length;
    const found = mended(record, width);
    if (found !== null) builder.notice(surplusFields(found, file, line + 1));
    const cells = (found?.fields ?? record)
      .map((text, column) => ({ column, text, place: { address: `${columnLetters(column)}${line + 1}` } }))
      .filter(({ text }) => text.trim() !== '');
    const [only, second] = cells;
    const alone =
      only !== undefined &&
      second === undefined &&
      (afterBlank || open.length === 0 || (only.column === 0 && noteLine.test(only.text)));
    if (alone) {
      close();
      builder.paragraph(only.text, only.place);
    } else if (cells.length > 0) open.push({ cells, place: { address: `A${line + 1}` } });
    if (found !== null && found.aside.length > 0) {
      close();
      for (const text of found.aside) builder.paragraph(text, { address: `A${line + 1}` });
    }
    afterBlank = cells.length === 0;
  }
  close();
}

/** A record of several short words, without a figure or a sentence, heads the ones below it: it tells how many fields they have. */
function isHead(record: readonly string[]): boolean {
  const filled = record.filter((field) => field.trim() !== '');
  return (
    filled.length > 2 &&
    filled.length * 2 > record.length &&
    filled.every((field) => field.length <= 60 && !/^[\d.,]+$|[。；]|\d,\d{3}/.test(field.trim()))
  );
}

function surplusFields({ how }: Mended, file: string, line: number): Notice {
  const [done, doneInEnglish] =
    how === 'untold'
      ? ['無法判斷如何還原，相關內容未讀入', 'how they belong together cannot be told, and they were not read']
      : ['已還原後讀入，請核對', 'they were joined again; check them'];
  return {
    id: 'unquoted-commas',
    place: `${file}:${line}`,
    message: {
      'zh-Hant': `第 ${line} 列的欄位比標題多，應是數字的千分位或文字中的逗號未加引號；${done}。請以引號括住含逗號的欄位，或另存為 ODS 再讀。`,
      en: `Line ${line} has more fields than there are heads: commas of thousands or of texts are not quoted; ${doneInEnglish}. Quote fields that hold commas, or save as ODS and read again.`,
    },
  };
}
