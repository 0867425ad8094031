import { notReadYet } from './refusals.ts';
import type { Format, Reader, SourceFile } from './reader.ts';
import { readText } from './text/read-text.ts';

/** One entry a format. Heavy readers are imported when first needed, so that reading text does not load a PDF engine. */
export const readers: Readonly<Record<Format, Reader>> = {
  text: readText,
  csv: missing('CSV'),
  html: missing('HTML'),
  pdf: async (file) => (await import('./pdf/read-pdf.ts')).readPdf(file),
  ods: async (file) => (await import('./ods/read-ods.ts')).readOds(file),
  odt: missing('ODT'),
  xlsx: async (file) => (await import('./xlsx/read-xlsx.ts')).readXlsx(file),
  docx: missing('DOCX'),
};

function missing(format: string): Reader {
  return async (file: SourceFile) => {
    throw notReadYet(file.name, format);
  };
}
