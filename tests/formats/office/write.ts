import type { Format, OfficeFile } from './model.ts';
import { writeDocx, writeOdt } from './write-flow.ts';
import { writePdf } from './write-pdf.ts';
import { writeCsv, writeHtml, writeText } from './write-plain.ts';
import { writeOds, writeXlsx } from './write-sheets.ts';

/** The file in a format, written plainly. */
export function write(file: OfficeFile, format: Format): { readonly name: string; readonly bytes: Uint8Array } {
  return { name: `form.${format === 'text' ? 'txt' : format}`, bytes: writers[format](file) };
}

const utf8 = new TextEncoder();
const writers: Readonly<Record<Format, (file: OfficeFile) => Uint8Array>> = {
  text: (file) => utf8.encode(writeText(file)),
  csv: (file) => utf8.encode(writeCsv(file)),
  html: (file) => utf8.encode(writeHtml(file)),
  xlsx: writeXlsx,
  ods: writeOds,
  docx: writeDocx,
  odt: writeOdt,
  pdf: writePdf,
};
