import { Refusal } from '@guankao/domain';
import { mostUnpacked } from '../build/bounds.ts';
import { tooLarge } from '../build/refusals.ts';
import type { SourceFile } from '../reader.ts';
import { sniff } from '../sniff.ts';
import { Zip } from './zip.ts';

/** A file of an archive; where it cannot be unpacked, its bytes as they are packed, and why. */
interface Unpacked {
  readonly file: SourceFile;
  readonly refusal: Refusal | null;
}

/** Files of one archive. */
const mostFiles = 500;

/** What systems put beside people's files. */
const ofSystems = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i;

/**
 * The files of a ZIP that is an archive and no document itself, each by its name without folders; null for any other
 * file. Throws a Refusal where the archive is cut off, or holds too many; `count` is told the bytes of each file as they
 * are unpacked, and may throw one, too.
 */
export function unpack(archive: SourceFile, count: (bytes: number) => void): readonly Unpacked[] | null {
  if (!isPlainArchive(archive)) return null;
  const zip = new Zip(archive.name, 'ZIP', archive.bytes);
  const paths = zip.names.filter((path) => !path.endsWith('/') && !ofSystems.test(path));
  if (paths.length > mostFiles)
    throw tooLarge(archive.name, 'ZIP', { 'zh-Hant': `${mostFiles} 個檔案`, en: `${mostFiles} files` });
  return paths.map((path) => {
    const name = path.split('/').at(-1) ?? path;
    const one = readOr(zip, path);
    // What was given up half-way was work all the same.
    count(one instanceof Refusal ? Math.max(zip.packed(path).length, givenUp(one)) : one.length);
    return one instanceof Refusal
      ? { file: { name, bytes: zip.packed(path) }, refusal: one }
      : { file: { name, bytes: one }, refusal: null };
  });
}

function readOr(zip: Zip, path: string): Uint8Array | Refusal {
  try {
    return zip.read(path);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** Bytes that were unpacked before it was clear that there are too many. */
function givenUp({ id }: Refusal): number {
  return id === 'file-too-large' ? mostUnpacked.zip.innocent : 0;
}

function isPlainArchive(file: SourceFile): boolean {
  if (file.bytes[0] !== 0x50 || file.bytes[1] !== 0x4b) return false;
  try {
    sniff(file);
    return false;
  } catch (error) {
    if (error instanceof Refusal) return error.id === 'archive-file';
    throw error;
  }
}
