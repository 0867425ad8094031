import { Refusal } from '@guankao/domain';
import { tooLarge } from '../build/refusals.ts';
import type { SourceFile } from '../reader.ts';
import { sniff } from '../sniff.ts';
import { Zip } from './zip.ts';

/** A file of an archive; where it cannot be unpacked, its bytes as they are packed, and why. */
interface Unpacked {
  readonly file: SourceFile;
  readonly refusal: Refusal | null;
}

/** Of one archive: files, and bytes of all of them together when unpacked. */
const most = { files: 500, bytes: 128 * 1024 * 1024 } as const;

/** What systems put beside people's files. */
const ofSystems = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i;

/**
 * The files of a ZIP that is an archive and no document itself, each by its name without folders; null for any other
 * file. Throws a Refusal where the archive is cut off, or holds too many or too much.
 */
export function unpack(archive: SourceFile): readonly Unpacked[] | null {
  if (!isPlainArchive(archive)) return null;
  const zip = new Zip(archive.name, 'ZIP', archive.bytes);
  const paths = zip.names.filter((path) => !path.endsWith('/') && !ofSystems.test(path));
  if (paths.length > most.files)
    throw tooLarge(archive.name, 'ZIP', { 'zh-Hant': `${most.files} 個檔案`, en: `${most.files} files` });
  let bytes = 0;
  return paths.map((path) => {
    const name = path.split('/').at(-1) ?? path;
    try {
      const file = { name, bytes: zip.read(path) };
      bytes += file.bytes.length;
      if (bytes > most.bytes)
        throw tooLarge(archive.name, path, { 'zh-Hant': '解壓縮後合計 128 MB', en: '128 MB unpacked in all' });
      return { file, refusal: null };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { file: { name, bytes: zip.packed(path) }, refusal: error };
    }
  });
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
