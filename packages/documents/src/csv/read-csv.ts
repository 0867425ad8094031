import { parse } from 'csv-parse/browser/esm/sync';
import type { Document } from '@guankao/domain';
import { DocumentBuilder, type RowInput } from '../build/document-builder.ts';
import { damaged } from '../build/refusals.ts';
import { decodeText } from '../decode.ts';
import { binaryFile } from '../refusals.ts';
import type { SourceFile } from '../reader.ts';
import { columnLetters } from '../sheets/address.ts';
import { delimiterOf } from './dialect.ts';

export const csvMediaType = 'text/csv';

/** CSV parted by commas, semicolons, tabs or bars, in any of the encodings that text comes in. Throws a Refusal where it is no text. */
export async function readCsv(file: SourceFile): Promise<Document> {
  const decoded = decodeText(file.bytes);
  if (decoded === null) throw binaryFile(file.name);
  const records = recordsOf(file.name, decoded.text.replace(/^\ufeff/, '').replace(/^sep=.\r?\n/i, ''));
  const builder = new DocumentBuilder(file);
  addRecords(builder, records);
  return builder.finish(csvMediaType, null);
}

function recordsOf(name: string, text: string): string[][] {
  const options = {
    delimiter: delimiterOf(text),
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
function addRecords(builder: DocumentBuilder, records: readonly (readonly string[])[]): void {
  let open: RowInput[] = [];
  let afterBlank = true;
  const close = (): void => {
    builder.table(open);
    open = [];
  };
  for (const [line, record] of records.entries()) {
    const cells = record
      .map((text, column) => ({ column, text, place: { address: `${columnLetters(column)}${line + 1}` } }))
      .filter(({ text }) => text.trim() !== '');
    const alone = cells.length === 1 && (afterBlank || open.length === 0);
    if (alone) {
      close();
      builder.paragraph(cells[0]?.text ?? '', cells[0]?.place);
    } else if (cells.length > 0) open.push({ cells, place: { address: `A${line + 1}` } });
    afterBlank = cells.length === 0;
  }
  close();
}
