import type { Format, Reader } from './reader.ts';
import { readText } from './text/read-text.ts';

/** One entry a format. Heavy readers are imported when first needed, so that reading text does not load a PDF engine. */
export const readers: Readonly<Record<Format, Reader>> = {
  text: readText,
  csv: async (file) => (await import('./csv/read-csv.ts')).readCsv(file),
  html: async (file) => (await import('./html/read-html.ts')).readHtml(file),
  pdf: async (file) => (await import('./pdf/read-pdf.ts')).readPdf(file),
  ods: async (file) => (await import('./ods/read-ods.ts')).readOds(file),
  odt: async (file) => (await import('./odt/read-odt.ts')).readOdt(file),
  xlsx: async (file) => (await import('./xlsx/read-xlsx.ts')).readXlsx(file),
  docx: async (file) => (await import('./docx/read-docx.ts')).readDocx(file),
  form: async (file) => (await import('./form/read-form.ts')).readForm(file),
};
