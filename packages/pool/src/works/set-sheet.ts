import type { Sheet } from '@guankao/domain';
import { writeSheet, type SheetFormat } from '@guankao/forms';

export interface SheetToSet {
  readonly sheet: Sheet;
  readonly format: SheetFormat;
}

/** A sheet as a file. */
export function setSheet({ sheet, format }: SheetToSet): Promise<Uint8Array> {
  return writeSheet(sheet, format);
}
