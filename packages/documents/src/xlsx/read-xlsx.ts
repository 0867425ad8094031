import type { Document } from '@guankao/domain';
import { DocumentBuilder } from '../build/document-builder.ts';
import { openOoxml } from './open-ooxml.ts';
import type { SourceFile } from '../reader.ts';
import { SheetBudget, type Sheet } from '../sheets/grid.ts';
import { addSheets } from '../sheets/sheets-to-document.ts';
import { streamXml } from '../xml/events.ts';
import type { Zip } from '../zip/zip.ts';
import { readSharedStrings } from './shared-strings.ts';
import { readCellFormats } from './cell-formats.ts';
import { readWorkbook } from './workbook.ts';
import { SheetContent, type WorkbookContext } from './sheet-content.ts';

export const xlsxMediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** XLSX (and XLSM, whose macros are never run). Throws a Refusal where the container or its content cannot be read. */
export async function readXlsx(file: SourceFile): Promise<Document> {
  const builder = new DocumentBuilder(file);
  const zip = openOoxml(file, 'XLSX', builder);
  addSheets(builder, readSheets(zip, file.name));
  return builder.finish(xlsxMediaType, null);
}

function readSheets(zip: Zip, file: string): Sheet[] {
  const workbook = readWorkbook(zip, file);
  const context: WorkbookContext = {
    strings: readSharedStrings(zip, file, workbook.sharedStrings),
    formats: readCellFormats(zip, file, workbook),
    budget: new SheetBudget(file),
  };
  return workbook.sheets.map(({ name, hidden, part }) => {
    const content = new SheetContent(name, context);
    streamXml(zip, { file, format: 'XLSX', part }, content);
    return content.sheet(hidden);
  });
}
