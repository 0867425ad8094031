import type { DocumentBuilder } from '../build/document-builder.ts';
import { encryptedFile } from '../refusals.ts';
import { macrosNotRun } from '../legacy/macros.ts';
import type { SourceFile } from '../reader.ts';
import { Zip } from '../zip/zip.ts';

/** The container of an ODS or ODT. Throws a Refusal where it is damaged or protected by a password. */
export function openOdf(file: SourceFile, format: 'ODS' | 'ODT', builder: DocumentBuilder): Zip {
  const zip = new Zip(file.name, format, file.bytes);
  if (zip.has('encrypted-package')) throw encryptedFile(file.name);
  if (zip.has('META-INF/manifest.xml')) {
    const manifest = new TextDecoder().decode(zip.read('META-INF/manifest.xml'));
    if (/<(\w+:)?encryption-data\b/.test(manifest)) throw encryptedFile(file.name);
  }
  if (zip.names.some((name) => name.startsWith('Basic/') || name.startsWith('Scripts/')))
    builder.notice(macrosNotRun(file.name));
  return zip;
}
