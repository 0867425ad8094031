import { createHash } from 'node:crypto';
import { Refusal } from '@guankao/domain';

export const largestEvidence = 20 * 1024 * 1024;

/** What may be evidence, known by its first bytes and not by its name. Nothing that a browser would run. */
const kinds: readonly {
  readonly mediaType: string;
  readonly endings: readonly string[];
  readonly starts: readonly number[];
}[] = [
  { mediaType: 'application/pdf', endings: ['pdf'], starts: [0x25, 0x50, 0x44, 0x46] },
  { mediaType: 'application/zip', endings: ['ods', 'odt', 'xlsx', 'docx', 'zip'], starts: [0x50, 0x4b, 0x03, 0x04] },
  { mediaType: 'image/png', endings: ['png'], starts: [0x89, 0x50, 0x4e, 0x47] },
  { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'], starts: [0xff, 0xd8, 0xff] },
];

export interface EvidenceFile {
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Throws a Refusal for a file that is empty, too large, or of a kind that is not taken. */
export function evidenceFile(name: string, bytes: Uint8Array): EvidenceFile {
  if (bytes.length > largestEvidence) throw tooLarge(name, bytes.length);
  const ending = name.toLowerCase().split('.').at(-1) ?? '';
  const kind = kinds.find(
    ({ endings, starts }) => endings.includes(ending) && starts.every((byte, at) => bytes[at] === byte),
  );
  if (kind === undefined) throw forbiddenKind(name);
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    name: name.slice(-200),
    mediaType: kind.mediaType,
    bytes,
  };
}

function tooLarge(name: string, size: number): Refusal {
  const megabytes = (size / 1024 / 1024).toFixed(1);
  return new Refusal('evidence-too-large', 413, {
    'zh-Hant': `「${name}」有 ${megabytes} MB，上限 20 MB。請壓縮或分成幾個檔案。`,
    en: `${name} has ${megabytes} MB; the limit is 20 MB. Compress it or split it.`,
  });
}

function forbiddenKind(name: string): Refusal {
  return new Refusal('evidence-kind', 415, {
    'zh-Hant': `「${name}」不是可收的佐證檔（PDF、ODS、ODT、XLSX、DOCX、ZIP、PNG、JPEG），或內容與副檔名不符。`,
    en: `${name} is no evidence that is taken (PDF, ODS, ODT, XLSX, DOCX, ZIP, PNG, JPEG), or its content is not what its name says.`,
  });
}
