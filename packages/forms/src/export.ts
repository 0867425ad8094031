import type { Message } from '@guankao/domain';
import type { Reading } from '@guankao/reading';
import { formTable, type FormTable } from './form-table.ts';

export type ExportFormat = 'pdf' | 'ods' | 'odt' | 'xlsx' | 'csv' | 'json';

export interface ExportOptions {
  /** PDF: a first sheet that says what was checked and found. */
  readonly cover?: boolean;
  /** PDF/A-2a instead of PDF/UA-1. */
  readonly archive?: boolean;
}

interface Writer {
  readonly mediaType: string;
  /** Loaded when first asked for: a page that offers a CSV loads no typesetter. */
  readonly write: (table: FormTable, reading: Reading, options: ExportOptions) => Promise<Uint8Array>;
}

/** Everything that the form can be given back as. */
export const exportFormats: Readonly<Record<ExportFormat, Writer>> = {
  pdf: {
    mediaType: 'application/pdf',
    write: async (table, reading, { cover = false, archive = false }) =>
      (await import('./pdf/pdf.ts')).writePdf(table, {
        cover: cover ? reading : null,
        standard: archive ? 'a-2a' : 'ua-1',
      }),
  },
  ods: {
    mediaType: 'application/vnd.oasis.opendocument.spreadsheet',
    write: async (table) => (await import('./odf/ods.ts')).writeOds(table),
  },
  odt: {
    mediaType: 'application/vnd.oasis.opendocument.text',
    write: async (table) => (await import('./odf/odt.ts')).writeOdt(table),
  },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: async (table) => (await import('./xlsx.ts')).writeXlsx(table),
  },
  csv: { mediaType: 'text/csv; charset=utf-8', write: async (table) => (await import('./csv.ts')).writeCsv(table) },
  json: {
    mediaType: 'application/json',
    write: async (_, reading) => new TextEncoder().encode(`${JSON.stringify(reading, null, 1)}\n`),
  },
};

/** The official form of a reading, in the format asked for. */
export function exportForm(reading: Reading, format: ExportFormat, options: ExportOptions = {}): Promise<Uint8Array> {
  return exportFormats[format].write(formTable(reading), reading, options);
}

/** What this format cannot give back as it stands, to be told to whoever asked for it. */
export async function exportNotices(reading: Reading, format: ExportFormat): Promise<readonly Message[]> {
  if (format !== 'pdf') return [];
  const notice = (await import('./pdf/pdf.ts')).pdfNotice(formTable(reading));
  return notice === null ? [] : [notice];
}

/** 範例部-113年度-情形表.ods */
export function exportFileName(reading: Reading, format: ExportFormat): string {
  const { agency, fiscalYear } = reading.filing;
  const parts = [agency, fiscalYear === null ? null : `${fiscalYear - 1911}年度`, '情形表'].filter(
    (part) => part !== null,
  );
  return `${parts.join('-')}.${format}`;
}
