import { strToU8, zipSync, unzipSync } from 'fflate';
import { writeOdt } from '../formats/write-odf.ts';
import { writeDocx } from '../formats/write-ooxml.ts';
import { escape } from '../formats/write-odf.ts';
import type { Piece } from '../formats/spreads.ts';

/** A cell as an office program saves it; null: another cell is merged over it. */
export type Cell = { readonly text: string; readonly rows?: number; readonly columns?: number } | null;

export interface Sheet {
  readonly lines: readonly (readonly Cell[])[];
  /** How many of the lines stand above the table. */
  readonly heads: number;
}

export type CameFormat = 'ods' | 'xlsx' | 'odt' | 'docx';

/** What a person saves after filling a file in: their program's own bytes, not ours. */
export function writeCameBack(sheet: Sheet, format: CameFormat): Uint8Array {
  if (format === 'ods') return ods(sheet);
  if (format === 'xlsx') return xlsx(sheet);
  const plain = sheet.lines.map((cells) =>
    cells.map((cell) => (cell === null || cell.text === '' ? [] : cell.text.split('\n'))),
  );
  const pieces: Piece[] = [
    ...plain.slice(0, sheet.heads).map((cells) => ({ paragraph: cells.flat().join(' ') })),
    { rows: plain.slice(sheet.heads) },
  ];
  return format === 'odt' ? writeOdt(pieces) : writeDocx(pieces);
}

/** What a mail program makes of cells that are pasted into it. */
export function pastedTable({ lines, heads }: Sheet): string {
  const cell = (one: Cell) => {
    if (one === null) return '';
    const { text, rows = 1, columns = 1 } = one;
    return `<td rowspan="${rows}" colspan="${columns}"><p class="MsoNormal">${escape(text).replaceAll('\n', '<br>')}</p></td>`;
  };
  const above = lines.slice(0, heads).map((cells) => `<p>${cells.map((one) => escape(one?.text ?? '')).join(' ')}</p>`);
  const rows = lines.slice(heads).map((cells) => `<tr>${cells.map(cell).join('')}</tr>`);
  return `${above.join('')}<table border="1">${rows.join('')}</table>`;
}

function ods({ lines }: Sheet): Uint8Array {
  const namespaces = ['office', 'table', 'text']
    .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
    .join(' ');
  const cell = (one: Cell) => {
    if (one === null) return '<table:covered-table-cell/>';
    const { text, rows = 1, columns = 1 } = one;
    const spans =
      rows * columns > 1 ? ` table:number-rows-spanned="${rows}" table:number-columns-spanned="${columns}"` : '';
    if (text === '') return `<table:table-cell${spans}/>`;
    const paragraphs = text.split('\n').map((line) => `<text:p>${escape(line)}</text:p>`);
    return `<table:table-cell${spans} office:value-type="string">${paragraphs.join('')}</table:table-cell>`;
  };
  const rows = lines.map((cells) => `<table:table-row>${cells.map(cell).join('')}</table:table-row>`);
  const body = `<office:spreadsheet><table:table table:name="工作表1">${rows.join('')}</table:table></office:spreadsheet>`;
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
    'content.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${namespaces} office:version="1.3"><office:body>${body}</office:body></office:document-content>`,
    ),
  });
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function xlsx({ lines }: Sheet): Uint8Array {
  const name = (column: number): string =>
    column < 26 ? String.fromCharCode(65 + column) : `${name(Math.floor(column / 26) - 1)}${name(column % 26)}`;
  const merges: string[] = [];
  const rows = lines.map((cells, at) => {
    const own = cells.map((one, column) => {
      if (one === null) return '';
      const { text, rows: down = 1, columns: across = 1 } = one;
      const address = `${name(column)}${at + 1}`;
      if (down * across > 1) merges.push(`<mergeCell ref="${address}:${name(column + across - 1)}${at + down}"/>`);
      if (text === '') return '';
      return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escape(text)}</t></is></c>`;
    });
    return `<row r="${at + 1}">${own.join('')}</row>`;
  });
  const merged = merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`;
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    ),
    '_rels/.rels': related('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': strToU8(
      `<workbook ${main} xmlns:r="${office}"><sheets><sheet name="工作表1" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': related('worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': strToU8(
      `<worksheet ${main}><sheetData>${rows.join('')}</sheetData>${merged}</worksheet>`,
    ),
  });
}

function related(kind: string, target: string): Uint8Array {
  return strToU8(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/${kind}" Target="${target}"/></Relationships>`,
  );
}

/** The same workbook with a macro in it. */
export function withMacro(bytes: Uint8Array): Uint8Array {
  return zipSync({ ...unzipSync(bytes), 'xl/vbaProject.bin': strToU8('a macro') });
}

/** What cannot be read, each as its program makes it. */
export const unreadableFiles = {
  password: cfb('EncryptedPackage'),
  xls: cfb('Workbook'),
  scan: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 1, 2, 3, 4]),
} as const;

/** The head of a compound file with one stream of this name, in UTF-16. */
function cfb(stream: string): Uint8Array {
  const bytes = new Uint8Array(1536);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  [...stream].forEach((character, at) => (bytes[512 + at * 2] = character.charCodeAt(0)));
  return bytes;
}
