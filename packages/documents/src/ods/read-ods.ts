import type { Document } from '@guankao/domain';
import { DocumentBuilder } from '../build/document-builder.ts';
import type { SourceFile } from '../reader.ts';
import { openOdf } from './open-odf.ts';
import { addSheets } from '../sheets/sheets-to-document.ts';
import { streamXml } from '../xml/events.ts';
import { OdfLooks } from './odf-looks.ts';
import { OdsContent } from './ods-content.ts';

export const odsMediaType = 'application/vnd.oasis.opendocument.spreadsheet';

const nothing = { close: (): void => undefined, text: (): void => undefined };

/** ODS (and OTS). Throws a Refusal where the container or its content cannot be read. Macros are never run. */
export async function readOds(file: SourceFile): Promise<Document> {
  const builder = new DocumentBuilder(file);
  const zip = openOdf(file, 'ODS', builder);
  const looks = new OdfLooks();
  if (zip.has('styles.xml'))
    streamXml(
      zip,
      { file: file.name, format: 'ODS', part: 'styles.xml' },
      { ...nothing, open: looks.open.bind(looks) },
    );
  const content = new OdsContent(file.name, looks);
  streamXml(zip, { file: file.name, format: 'ODS', part: 'content.xml' }, content);
  addSheets(builder, content.sheets);
  return builder.finish(odsMediaType, null);
}
