import { strToU8, zipSync } from 'fflate';
import type { Paragraphs, Piece } from './spreads.ts';
import { escape } from './write-odf.ts';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** One sheet, as `writeOds`; texts are shared strings, figures numbers with a grouping format. */
export function writeXlsx(pieces: readonly Piece[]): Uint8Array {
  const strings = new Map<string, number>();
  const lines = pieces.flatMap((piece) => ('paragraph' in piece ? [[[piece.paragraph]]] : [...piece.rows, []]));
  const rows = lines.map(
    (cells, i) =>
      `<row r="${i + 1}">${cells.map((cell, column) => sheetCell(cell, i, column, strings)).join('')}</row>`,
  );
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  return pack({
    '[Content_Types].xml': contentTypes({
      '/xl/workbook.xml': 'spreadsheetml.sheet.main',
      '/xl/worksheets/sheet1.xml': 'spreadsheetml.worksheet',
      '/xl/sharedStrings.xml': 'spreadsheetml.sharedStrings',
      '/xl/styles.xml': 'spreadsheetml.styles',
    }),
    '_rels/.rels': related({ officeDocument: 'xl/workbook.xml' }),
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${office}"><sheets><sheet name="表" sheetId="1" r:id="worksheet"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': related({
      worksheet: 'worksheets/sheet1.xml',
      sharedStrings: 'sharedStrings.xml',
      styles: 'styles.xml',
    }),
    'xl/worksheets/sheet1.xml': `<worksheet ${main}><sheetData>${rows.join('')}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<sst ${main}>${[...strings.keys()].map((text) => `<si><t xml:space="preserve">${escape(text)}</t></si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet ${main}><fonts count="1"><font><sz val="11"/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" xfId="0"/><xf numFmtId="3" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  });
}

function sheetCell(cell: Paragraphs, row: number, column: number, strings: Map<string, number>): string {
  if (cell.length === 0) return '';
  const at = `${String.fromCharCode(65 + column)}${row + 1}`;
  const text = cell.join('\n');
  if (/^\d{1,3}(,\d{3})+$/.test(text)) return `<c r="${at}" s="1"><v>${text.replaceAll(',', '')}</v></c>`;
  if (!strings.has(text)) strings.set(text, strings.size);
  return `<c r="${at}" t="s"><v>${strings.get(text)}</v></c>`;
}

export function writeDocx(pieces: readonly Piece[]): Uint8Array {
  const body = pieces
    .map((piece) => ('paragraph' in piece ? paragraph(piece.paragraph) : `${table(piece.rows)}${paragraph('')}`))
    .join('');
  return pack({
    '[Content_Types].xml': contentTypes({ '/word/document.xml': 'wordprocessingml.document.main' }),
    '_rels/.rels': related({ officeDocument: 'word/document.xml' }),
    'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>`,
  });
}

function table(rows: readonly (readonly Paragraphs[])[]): string {
  const width = Math.max(...rows.map((cells) => cells.length));
  const grid = Array.from({ length: width }, () => `<w:gridCol w:w="${Math.floor(9000 / width)}"/>`).join('');
  const lines = rows.map(
    (cells) =>
      `<w:tr>${Array.from({ length: width }, (_, i) => `<w:tc><w:tcPr><w:tcW w:w="${Math.floor(9000 / width)}" w:type="dxa"/></w:tcPr>${(cells[i] ?? []).map(paragraph).join('') || paragraph('')}</w:tc>`).join('')}</w:tr>`,
  );
  return `<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${lines.join('')}</w:tbl>`;
}

const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join('');

function paragraph(text: string): string {
  return text === '' ? '<w:p/>' : `<w:p><w:r><w:t xml:space="preserve">${escape(text)}</w:t></w:r></w:p>`;
}

function contentTypes(parts: Record<string, string>): string {
  const overrides = Object.entries(parts).map(
    ([part, type]) =>
      `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`,
  );
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
}

/** The kind of a relationship is its id too. */
function related(parts: Record<string, string>): string {
  return `<Relationships xmlns="${relationships}">${Object.entries(parts)
    .map(([kind, target]) => `<Relationship Id="${kind}" Type="${office}/${kind}" Target="${target}"/>`)
    .join('')}</Relationships>`;
}

function pack(parts: Record<string, string>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([path, text]) => [
        path,
        strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${text}`),
      ]),
    ),
  );
}
