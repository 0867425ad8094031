import { unzipSync, strFromU8 } from 'fflate';
import { decodeText } from './decode.ts';
import { looksLikeCsv } from './sniff-csv.ts';
import { compoundKind, writtenKind, type OtherOffice } from './legacy/other-office.ts';
import type { Format, SourceFile } from './reader.ts';
import {
  binaryFile,
  blankFile,
  damagedArchive,
  emptyFile,
  encryptedFile,
  imageFile,
  mailFile,
  oldOfficeFile,
  presentationFile,
  unknownArchive,
} from './refusals.ts';

/** Tells a file's format by its content. Throws a Refusal for what is no document. */
export function sniff({ name, bytes }: SourceFile): Format {
  if (bytes.length === 0) throw emptyFile(name);
  if (holds(bytes.subarray(0, 1024), '%PDF-')) return 'pdf';
  if (startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06')) return sniffArchive(name, bytes);
  if (startsWith(bytes, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) throw sniffCompoundFile(name, bytes);
  if (pictures.some((magic) => startsWith(bytes, magic))) throw imageFile(name);
  if (archives.some((magic) => startsWith(bytes, magic))) throw unknownArchive(name);
  return sniffText(name, bytes);
}

const pictures = ['\x89PNG\r\n', '\xff\xd8\xff', 'GIF8', 'II*\x00', 'MM\x00*'];
const archives = ['\x1f\x8b', '7z\xbc\xaf\x27\x1c', 'Rar!', '\xfd7zXZ\x00', 'BZh'];

function startsWith(bytes: Uint8Array, magic: string): boolean {
  return bytes.length >= magic.length && Array.from(magic).every((char, i) => bytes[i] === char.charCodeAt(0));
}

function holds(bytes: Uint8Array, magic: string): boolean {
  return strFromU8(bytes, true).includes(magic);
}

const byMediaType: Readonly<Record<string, Format>> = {
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.oasis.opendocument.spreadsheet-template': 'ods',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.text-template': 'odt',
};

const presentationType = 'application/vnd.oasis.opendocument.presentation';

/** What kind of document a ZIP file is: ODF says so in its first entry, OOXML by the parts it has. */
function sniffArchive(name: string, bytes: Uint8Array): Format {
  const { parts, mediaType } = partsOf(name, bytes);
  const declared = byMediaType[mediaType];
  if (declared !== undefined) return declared;
  if (parts.has('xl/workbook.bin')) throw oldOfficeFile(name, 'xlsb');
  if (parts.has('xl/workbook.xml')) return 'xlsx';
  if (parts.has('word/document.xml')) return 'docx';
  if (parts.has('ppt/presentation.xml') || mediaType.startsWith(presentationType)) throw presentationFile(name);
  throw unknownArchive(name);
}

function partsOf(name: string, bytes: Uint8Array): { parts: Set<string>; mediaType: string } {
  const parts = new Set<string>();
  try {
    const small = unzipSync(bytes, {
      filter: (entry) => {
        parts.add(entry.name);
        return entry.name === 'mimetype' && entry.originalSize < 200;
      },
    });
    return { parts, mediaType: strFromU8(small['mimetype'] ?? new Uint8Array()).trim() };
  } catch {
    throw damagedArchive(name);
  }
}

/** Old Office files, saved mails and encrypted new files share a container. */
function sniffCompoundFile(name: string, bytes: Uint8Array): Error {
  const kind = compoundKind(bytes);
  return kind === 'encrypted' ? encryptedFile(name) : notRead(name, kind);
}

function notRead(name: string, kind: OtherOffice | null): Error {
  if (kind === 'presentation') return presentationFile(name);
  return kind === 'mail' ? mailFile(name) : oldOfficeFile(name, kind);
}

const htmlStart = /<(?:!doctype\s+html|html|head|body|meta|title|table)\b/iy;
const blanks = /\s*/y;

/** After its declarations and comments, the text begins as pages do. */
function beginsAsHtml(text: string): boolean {
  let at = afterBlanks(text, 0);
  for (;;) {
    const close = text.startsWith('<!--', at) ? '-->' : /^<\?xml/i.test(text.slice(at, at + 5)) ? '>' : null;
    if (close === null) break;
    const end = text.indexOf(close, at + 4);
    if (end < 0) return false;
    at = afterBlanks(text, end + close.length);
  }
  htmlStart.lastIndex = at;
  return htmlStart.test(text);
}

function afterBlanks(text: string, at: number): number {
  blanks.lastIndex = at;
  blanks.test(text);
  return blanks.lastIndex;
}

/** What follows the first table's tag decides for all: an expression for both would look on to the end from each. */
function hasHtmlTable(text: string): boolean {
  const table = /<table\b/i.exec(text)?.index ?? -1;
  const end = table < 0 ? -1 : text.indexOf('>', table);
  return end >= 0 && /<tr\b/i.test(text.slice(end));
}

/** A JSON object that says of itself that it is a form file, of whatever version. */
const formStart = /^\s*\{/;
const formSchema = /"schema"\s*:\s*"guankao\/form@/;

/** Three rows with tabs between their cells. */
const tabbedRows = /(?:^[^\n\t]*\t[^\n\t]*\t[^\n]*\n){3}/m;

/** Text with mark-up debris in its cells is still text: HTML begins like HTML, or has a real table and no tabbed one. */
function sniffText(name: string, bytes: Uint8Array): Format {
  const decoded = decodeText(bytes);
  if (decoded === null) throw binaryFile(name);
  const { text } = decoded;
  if (text.trim() === '') throw blankFile(name);
  const other = writtenKind(text);
  if (other !== null) throw notRead(name, other);
  if (formStart.test(text) && formSchema.test(text)) return 'form';
  if (beginsAsHtml(text) || (hasHtmlTable(text) && !tabbedRows.test(text))) return 'html';
  return looksLikeCsv(text, name) ? 'csv' : 'text';
}
