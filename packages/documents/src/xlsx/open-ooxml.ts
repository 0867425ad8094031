import type { DocumentBuilder } from '../build/document-builder.ts';
import { macrosNotRun } from '../legacy/macros.ts';
import type { SourceFile } from '../reader.ts';
import { Zip } from '../zip/zip.ts';

/** The container of an XLSX or DOCX. A protected one is no ZIP but an OLE file, which `legacy` refuses. */
export function openOoxml(file: SourceFile, format: 'XLSX' | 'DOCX', builder: DocumentBuilder): Zip {
  const zip = new Zip(file.name, format, file.bytes);
  if (zip.names.some((name) => /vbaProject\.bin$/i.test(name))) builder.notice(macrosNotRun(file.name));
  return zip;
}
