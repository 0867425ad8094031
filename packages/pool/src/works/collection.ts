import { openDocument, sha256Of, type SourceFile } from '@guankao/documents';
import { TakingApart, type Part } from '@guankao/documents/node';
import { Refusal } from '@guankao/domain';
import { packFillIns, type FillInFormat } from '@guankao/forms';
import {
  asMail,
  asMailWithTable,
  attachedTo,
  coveringText,
  holdAgainst,
  isSheetOf,
  sheetFor,
  unreadable,
  type CollectionRecord,
  type ReadFile,
} from '@guankao/workflow';

/** The files of a collection, one for each agency, in one ZIP with the text that goes out with them. */
export async function packCollection({
  collection,
  formats,
}: {
  readonly collection: CollectionRecord;
  readonly formats: readonly FillInFormat[];
}): Promise<{ readonly bytes: Uint8Array }> {
  const sheets = collection.receivers.map(({ agency }) => sheetFor(collection, agency));
  return { bytes: await packFillIns(sheets, formats, { name: '發文說明.txt', text: coveringText(collection) }) };
}

export interface FilesOfCollection {
  readonly collection: CollectionRecord;
  readonly files: readonly SourceFile[];
}

export interface CameBack {
  /** In the order in which they were given; those of an archive or a mail in its order. */
  readonly files: readonly (ReadFile & {
    /** Index of the file that was given, itself or the archive or mail that it is out of. */
    readonly given: number;
    /** Of a file out of an archive or a mail; null: of one that was given as it is. */
    readonly bytes: Uint8Array | null;
  })[];
}

/** What came back, held against what was sent. A file that cannot be read says why, and the others are read. */
export async function readCollection({ collection, files }: FilesOfCollection): Promise<CameBack> {
  const read: CameBack['files'][number][] = [];
  const taking = new TakingApart();
  for (const [given, file] of files.entries())
    for (const part of await taking.parts(file))
      read.push({ ...(await readPart(collection, part)), given, bytes: part.isGiven ? null : part.file.bytes });
  return { files: read };
}

async function readPart(collection: CollectionRecord, part: Part): Promise<ReadFile> {
  const { name, bytes } = part.file;
  const file = { name, sha256: await sha256Of(bytes), size: bytes.length };
  const { mail } = part;
  if (mail !== null && mail.tables !== null && isSheetOf(collection, mail.tables))
    return { ...file, reading: asMailWithTable(holdAgainst(collection, mail.tables), mail) };
  const reading = await readingOf(collection, part);
  if (mail !== null) return { ...file, reading: asMail(reading, mail) };
  return { ...file, reading: part.attachedTo === null ? reading : attachedTo(reading, part.attachedTo) };
}

async function readingOf(collection: CollectionRecord, { file, refusal, mail }: Part): Promise<ReadFile['reading']> {
  if (refusal !== null) return unreadable({ id: refusal.id, ...refusal.inBothLanguages });
  if (mail !== null) return unreadable(null);
  try {
    return holdAgainst(collection, await openDocument(file));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return unreadable({ id: error.id, ...error.inBothLanguages });
  }
}
