import { Refusal } from '@guankao/domain';
import { Zip } from '../zip/zip.ts';

/** Nothing that a program would run, by what a file holds and not by its name alone; ZIP files are looked into. */
interface AttachmentKind {
  readonly mediaType: string;
  readonly endings: readonly string[];
  readonly starts: readonly number[];
  readonly holds?: (zip: Zip) => boolean;
}

const openXml = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;
const openDocument = {
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odt: 'application/vnd.oasis.opendocument.text',
} as const;
const zipStart = [0x50, 0x4b, 0x03, 0x04];

const kinds: readonly AttachmentKind[] = [
  { mediaType: 'application/pdf', endings: ['pdf'], starts: [0x25, 0x50, 0x44, 0x46] },
  { mediaType: 'image/png', endings: ['png'], starts: [0x89, 0x50, 0x4e, 0x47] },
  { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'], starts: [0xff, 0xd8, 0xff] },
  ...(['xlsx', 'docx'] as const).map((ending) => ({
    mediaType: openXml[ending],
    endings: [ending],
    starts: zipStart,
    holds: (zip: Zip) => isOpenXml(zip, openXml[ending]),
  })),
  ...(['ods', 'odt'] as const).map((ending) => ({
    mediaType: openDocument[ending],
    endings: [ending],
    starts: zipStart,
    holds: (zip: Zip) => isOpenDocument(zip, openDocument[ending]),
  })),
  { mediaType: 'application/zip', endings: ['zip'], starts: zipStart, holds: holdsOnlyKnown },
];

/** Of a list of contents, which has a few thousand. */
const largestShown = 1024 * 1024;
const mostInZip = 500;

/** The media type of a file that may be attached; null for any other, and where content and name do not agree. */
export function attachmentKind(name: string, bytes: Uint8Array): string | null {
  const ending = endingOf(name);
  const kind = kinds.find(
    ({ endings, starts }) => endings.includes(ending) && starts.every((byte, at) => bytes[at] === byte),
  );
  if (kind === undefined) return null;
  if (kind.holds === undefined) return kind.mediaType;
  try {
    return kind.holds(new Zip(name, ending.toUpperCase(), bytes)) ? kind.mediaType : null;
  } catch (error) {
    // Cut off, encrypted, a bomb: what cannot be looked into is not taken.
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function endingOf(name: string): string {
  return name.includes('.') ? (name.toLowerCase().split('.').at(-1) ?? '') : '';
}

function isOpenXml(zip: Zip, mediaType: string): boolean {
  const types = '[Content_Types].xml';
  if (!zip.has(types) || zip.names.some((name) => /vbaProject|\.bin$|\.exe$|activeX/i.test(name))) return false;
  const text = firstText(zip, types);
  return text.includes(`"${mediaType}.main+xml"`) && !/macroEnabled|vbaProject/i.test(text);
}

function isOpenDocument(zip: Zip, mediaType: string): boolean {
  const mimetype = 'mimetype';
  if (!zip.has(mimetype) || zip.names.some((name) => /^(?:Basic|Scripts)\//i.test(name))) return false;
  return firstText(zip, mimetype).trim() === mediaType;
}

/** Every file in it is one that could be attached by itself, but for a further ZIP. */
function holdsOnlyKnown(zip: Zip): boolean {
  const files = zip.names.filter((name) => !name.endsWith('/'));
  if (files.length === 0 || files.length > mostInZip) return false;
  return files.every((path) => {
    const ending = endingOf(path);
    const known = kinds.find(({ endings }) => endings.includes(ending) && ending !== 'zip');
    if (known === undefined) return false;
    // An office file in a ZIP is looked into like any other.
    if (known.holds !== undefined) return attachmentKind(path, zip.read(path)) !== null;
    const start = firstBytes(zip, path, known.starts.length);
    return known.starts.every((byte, at) => start[at] === byte);
  });
}

function firstText(zip: Zip, path: string): string {
  return new TextDecoder().decode(firstBytes(zip, path, largestShown));
}

/** Unpacks no further than it must. */
function firstBytes(zip: Zip, path: string, length: number): Uint8Array {
  const bytes: number[] = [];
  try {
    zip.stream(path, (chunk) => {
      for (const byte of chunk.subarray(0, length - bytes.length)) bytes.push(byte);
      if (bytes.length >= length) throw new Stopped();
    });
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
  }
  return Uint8Array.from(bytes);
}

class Stopped extends Error {}
