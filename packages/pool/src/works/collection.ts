import { openDocument, sha256Of, unpack, type SourceFile } from '@guankao/documents';
import { Refusal } from '@guankao/domain';
import { packFillIns, type FillInFormat } from '@guankao/forms';
import {
  coveringText,
  holdAgainst,
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
  /** In the order in which they were given; those of an archive in its order. */
  readonly files: readonly (ReadFile & {
    /** Index of the file that was given, itself or the archive that it is out of. */
    readonly given: number;
    /** Of a file out of an archive; null: of one that was given as it is. */
    readonly bytes: Uint8Array | null;
  })[];
}

/** What came back, held against what was sent. A file that cannot be read says why, and the others are read. */
export async function readCollection({ collection, files }: FilesOfCollection): Promise<CameBack> {
  const read: CameBack['files'][number][] = [];
  for (const [given, file] of files.entries()) {
    const unpacked = archiveOf(file);
    if (unpacked === null) read.push({ ...(await readOne(collection, file)), given, bytes: null });
    else if (unpacked instanceof Refusal) read.push({ ...(await refused(file, unpacked)), given, bytes: null });
    else
      for (const { file, refusal } of unpacked) {
        const one = refusal === null ? await readOne(collection, file) : await refused(file, refusal);
        read.push({ ...one, given, bytes: file.bytes });
      }
  }
  return { files: read };
}

function archiveOf(file: SourceFile): ReturnType<typeof unpack> | Refusal {
  try {
    return unpack(file);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error;
  }
}

async function readOne(collection: CollectionRecord, file: SourceFile): Promise<ReadFile> {
  try {
    const document = await openDocument(file);
    const { sha256 } = document;
    return { name: file.name, sha256, size: file.bytes.length, reading: holdAgainst(collection, document) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refused(file, error);
  }
}

async function refused({ name, bytes }: SourceFile, { id, inBothLanguages }: Refusal): Promise<ReadFile> {
  return { name, sha256: await sha256Of(bytes), size: bytes.length, reading: unreadable({ id, ...inBothLanguages }) };
}
