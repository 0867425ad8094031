import type { Sheet } from '@guankao/domain';

export type SheetFormat = 'odt' | 'pdf';

interface Writer {
  readonly mediaType: string;
  /** Loaded when first asked for: who asks for ODT loads no typesetter. */
  readonly write: (sheet: Sheet) => Promise<Uint8Array>;
}

export const sheetFormats: Readonly<Record<SheetFormat, Writer>> = {
  odt: {
    mediaType: 'application/vnd.oasis.opendocument.text',
    write: async (sheet) => (await import('./odt.ts')).writeSheetOdt(sheet),
  },
  pdf: { mediaType: 'application/pdf', write: async (sheet) => (await import('./pdf.ts')).writeSheetPdf(sheet) },
};

export function writeSheet(sheet: Sheet, format: SheetFormat): Promise<Uint8Array> {
  return sheetFormats[format].write(sheet);
}
