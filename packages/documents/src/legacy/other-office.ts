/** Office formats that are not read, each by the name that its users know. */
export type OtherOffice =
  | 'xls'
  | 'xlsb'
  | 'doc'
  | 'rtf'
  | 'mht'
  | 'excel-xml'
  | 'word-xml'
  | 'flat-ods'
  | 'flat-odt'
  | 'presentation'
  | 'mail';

/** By the name of a stream, as the directory of a compound file holds it. */
const streams: readonly (readonly [name: string, kind: OtherOffice | 'encrypted'])[] = [
  ['EncryptedPackage', 'encrypted'],
  ['WordDocument', 'doc'],
  ['Workbook', 'xls'],
  ['Book', 'xls'],
  ['PowerPoint Document', 'presentation'],
  ['__substg1.0_', 'mail'],
];

/**
 * What a compound file (the container of Office up to 2003, of encrypted files and of saved mails) is: told by the stream that
 * its directory names first, for a document may hold others of another kind within it. null where none is known.
 */
export function compoundKind(bytes: Uint8Array): OtherOffice | 'encrypted' | null {
  const places = streams
    .map(([name, kind]) => ({ kind, at: placeOf(bytes, name) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  return places.find(({ kind }) => kind === 'encrypted')?.kind ?? places[0]?.kind ?? null;
}

/** Where the name stands in UTF-16, at the beginning of one of the directory's entries of 128 bytes; -1 where nowhere. */
function placeOf(bytes: Uint8Array, name: string): number {
  const sought = Array.from(name).flatMap((char) => [char.charCodeAt(0), 0]);
  for (let at = 512; at + sought.length <= bytes.length; at += 128)
    if (sought.every((byte, i) => bytes[at + i] === byte)) return at;
  return -1;
}

/** Office documents and mails written as text. */
const signs: readonly (readonly [sign: RegExp, kind: OtherOffice])[] = [
  [/^\s*\{\\rtf/, 'rtf'],
  [/^(?:[\w-]+:[^\n]*\n|[ \t]+[^\n]*\n)*content-type:\s*multipart\/related/i, 'mht'],
  [
    /^(?:[\w-]+:[^\n]*\n|[ \t]+[^\n]*\n)*(?:mime-version:\s*1|content-type:\s*multipart\/(?:mixed|alternative))/i,
    'mail',
  ],
  [/^\s*<\?xml[^>]*>[\s\S]*?<(?:\w+:)?Workbook\b[^>]*schemas[.-]microsoft/, 'excel-xml'],
  [/^\s*<\?xml[^>]*>[\s\S]*?<(?:\w+:)?wordDocument\b[^>]*schemas[.-]microsoft/, 'word-xml'],
  [/^\s*<\?xml[^>]*>\s*<office:document\b[^>]*opendocument\.spreadsheet/, 'flat-ods'],
  [/^\s*<\?xml[^>]*>\s*<office:document\b/, 'flat-odt'],
];

/** As much of a text as the signs need. */
const beginning = 4_000;

/** What a text that is an office document or a mail is; null where it is none. */
export function writtenKind(text: string): OtherOffice | null {
  const start = text.slice(0, beginning);
  return signs.find(([sign]) => sign.test(start))?.[1] ?? null;
}
