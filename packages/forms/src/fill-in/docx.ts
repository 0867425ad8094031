import { strToU8, zipSync } from 'fflate';
import { escapeXml } from '../odf/package.ts';
import { pageSize, widthsOnPage, type FillInColumn, type FillInSheet } from './sheet.ts';

/**
 * The sheet as a table in a DOCX: what is no answer stands in content controls whose contents are locked, without a
 * password. Rows can be moved all the same.
 */
export function writeFillInDocx({ name, heads, columns, rows }: FillInSheet): Uint8Array {
  const widths = widthsOnPage(columns).map(twips);
  const head = heads.map((line) => paragraph(run(line, bold)));
  const labels = columns.map(({ heading, kind }, at) =>
    cell(widths[at] ?? 0, kind === 'answer' ? '' : 'd9d9d9', [paragraph(locked(run(heading, bold)))]),
  );
  const body = rows.map((cells) =>
    row('', cells.map((text, at) => cellOf(text, columns[at], widths[at] ?? 0)).join('')),
  );
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const table = `<w:tbl><w:tblPr><w:tblW w:w="${widths.reduce((sum, width) => sum + width, 0)}" w:type="dxa"/>${borders}<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${row('<w:tblHeader/>', labels.join(''))}${body.join('')}</w:tbl>`;
  const margin = twips(pageSize.margin);
  const page = `<w:sectPr><w:pgSz w:w="${twips(pageSize.width)}" w:h="${twips(pageSize.height)}" w:orient="landscape"/><w:pgMar w:top="${margin}" w:right="${margin}" w:bottom="${margin}" w:left="${margin}" w:header="0" w:footer="0" w:gutter="0"/></w:sectPr>`;
  return pack({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    '_rels/.rels': related([
      [`${office}/officeDocument`, 'word/document.xml'],
      ['http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties', 'docProps/core.xml'],
    ]),
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(name)}</dc:title><dc:language>zh-TW</dc:language></cp:coreProperties>`,
    'word/document.xml': `<w:document ${main}><w:body>${head.join('')}${table}<w:p/>${page}</w:body></w:document>`,
    'word/_rels/document.xml.rels': related([[`${office}/styles`, 'styles.xml']]),
    'word/styles.xml': `<w:styles ${main}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Noto Sans TC" w:hAnsi="Noto Sans TC" w:eastAsia="Noto Sans TC" w:cs="Noto Sans TC"/><w:sz w:val="17"/><w:lang w:val="en-US" w:eastAsia="zh-TW"/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>`,
  });
}

const main = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const bold = '<w:b/>';
const small = '<w:color w:val="767676"/><w:sz w:val="10"/>';
const toTheEnd = '<w:jc w:val="right"/>';
const borders = `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`).join('')}</w:tblBorders>`;

/** Twentieths of a point. */
function twips(centimetres: number): number {
  return Math.round((centimetres * 1_440) / 2.54);
}

function cellOf(text: string, column: FillInColumn | undefined, width: number): string {
  const kind = column?.kind ?? 'shown';
  const isAnswer = kind === 'answer';
  const lines = text.split('\n').map((line) => {
    const told = run(line, kind === 'code' ? small : '');
    return paragraph(isAnswer || line === '' ? told : locked(told), kind === 'money' ? toTheEnd : '');
  });
  return cell(width, isAnswer ? '' : 'ededed', lines);
}

function run(text: string, properties: string): string {
  if (text === '') return '';
  const inner = escapeXml(text)
    .split('\t')
    .map((part) => (part === '' ? '' : `<w:t xml:space="preserve">${part}</w:t>`))
    .join('<w:tab/>');
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${inner}</w:r>`;
}

function locked(content: string): string {
  return `<w:sdt><w:sdtPr><w:lock w:val="contentLocked"/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
}

function paragraph(content: string, properties = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;
}

function cell(width: number, shade: string, lines: readonly string[]): string {
  const shading = shade === '' ? '' : `<w:shd w:val="clear" w:color="auto" w:fill="${shade}"/>`;
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${shading}</w:tcPr>${lines.join('')}</w:tc>`;
}

function row(properties: string, cells: string): string {
  return `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${cells}</w:tr>`;
}

function related(targets: readonly (readonly [type: string, target: string])[]): string {
  const all = targets.map(([type, target], at) => `<Relationship Id="r${at + 1}" Type="${type}" Target="${target}"/>`);
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;
}

/** The same parts give the same bytes. */
function pack(parts: Readonly<Record<string, string>>): Uint8Array {
  const declared = Object.entries(parts).map(
    ([path, xml]) => [path, strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`)] as const,
  );
  return zipSync(Object.fromEntries(declared), { level: 6, mtime: new Date(1980, 0, 2) });
}
