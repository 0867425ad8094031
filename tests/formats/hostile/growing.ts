import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Piece } from '../spreads.ts';
import { writeOds, writeOdt } from '../write-odf.ts';
import { writeDocx, writeXlsx } from '../write-ooxml.ts';
import { writeCsv, writeHtml } from '../write-plain.ts';
import { manyKids, onePage, pageOf, pdf, stream } from './pdf.ts';

/** A file that grows in one way: as many rows, columns, spans, levels, pages or operators as `size` says. */
export interface HostileFile {
  readonly name: string;
  /** The ending of its name. */
  readonly format: string;
  /** The largest size, others are its halves. */
  readonly most: number;
  bytes(size: number): Uint8Array;
}

const times = (size: number, piece: (at: number) => string): string =>
  Array.from({ length: size }, (_, at) => piece(at)).join('');
const file = (
  format: string,
  name: string,
  most: number,
  make: (size: number) => string | Uint8Array,
): HostileFile => ({
  name: `${format} ${name}`,
  format,
  most,
  bytes: (size) => {
    const made = make(size);
    return typeof made === 'string' ? strToU8(made) : made;
  },
});

const tall = (size: number): readonly Piece[] => [
  { rows: Array.from({ length: size }, (_, at) => [['甲'], [`${at}`]]) },
];
const wide = (size: number): readonly Piece[] => [{ rows: [Array.from({ length: size }, (_, at) => [`${at}`])] }];

const columns = [
  '計畫名稱',
  '計畫類型',
  '計畫期程',
  '計畫核定總經費',
  '截至本年度已編列預算數',
  '截至本年底止累計執行數',
  '本年度預定工作摘要',
  '本年度執行情形說明',
  '績效目標及本年度目標值',
  '年度績效目標已達成或未達成之說明',
];

/** The official form with so many rows: what an honest ministry of many plans would file. */
const form = (size: number): readonly Piece[] => [
  { paragraph: '範例部' },
  { paragraph: '重要社會發展、重大科技發展計畫執行情形及目標達成情形表' },
  { paragraph: '中華民國113年度' },
  { paragraph: '單位：新臺幣千元' },
  {
    rows: [
      columns.map((title) => [title]),
      ...Array.from({ length: size }, (_, at) => [
        [`第${at + 1}區虛構設施興建計畫`],
        ['社會發展'],
        ['112年1月至115年12月'],
        ['1,000,000'],
        ['600,000'],
        ['550,000'],
        [`1. 興建第${at + 1}區虛構設施。`],
        [`1. 第${at + 1}區虛構設施已完工，辦理說明會12場。`],
        [`1. 完成虛構設施${(at % 7) + 2}座。`, '2. 辦理說明會10場。'],
        [`1. 完成虛構設施${(at % 7) + 2}座。`, '2. 辦理說明會12場，達成率120%。'],
      ]),
    ],
  },
];

/** A container of office with one of its parts written anew. */
function withPart(container: Uint8Array, path: string, change: (part: string) => string): Uint8Array {
  const parts = unzipSync(container);
  parts[path] = strToU8(change(strFromU8(parts[path] ?? new Uint8Array())));
  return zipSync(parts, { level: 1 });
}

export const ods = (rows: string): Uint8Array =>
  withPart(writeOds([]), 'content.xml', (part) =>
    part.replace(
      /<table:table table:name="表">.*<\/table:table>/s,
      `<table:table table:name="表">${rows}</table:table>`,
    ),
  );
export const odt = (body: string): Uint8Array =>
  withPart(writeOdt([]), 'content.xml', (part) =>
    part.replace(/<office:text>.*<\/office:text>/s, `<office:text>${body}</office:text>`),
  );
export const xlsx = (sheet: string): Uint8Array =>
  withPart(writeXlsx([]), 'xl/worksheets/sheet1.xml', (part) => part.replace(/<sheetData>.*<\/sheetData>/s, sheet));
export const docx = (body: string): Uint8Array =>
  withPart(writeDocx([]), 'word/document.xml', (part) =>
    part.replace(/<w:body>.*<\/w:body>/s, `<w:body>${body}</w:body>`),
  );

const odfCell = (attributes: string, text: string): string =>
  `<table:table-cell ${attributes} office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
const wordCell = (properties: string, text: string): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;

const place = (at: number): string => `${40 + (at % 40) * 12} ${800 - (Math.floor(at / 40) % 75) * 10}`;

/** Forms within forms, each drawn twice by the one before: as many drawings as `size`, rounded to a power of two. */
function nestedForms(size: number): Uint8Array {
  const levels = Math.ceil(Math.log2(size));
  const { objects } = pageOf('/XObject << /X 6 0 R >>', '/X Do');
  const forms = Array.from({ length: levels }, (_, level) =>
    stream(
      `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> /XObject << /X ${level + 7} 0 R >> >>`,
      level === levels - 1 ? 'BT /F1 10 Tf 50 700 Td (text) Tj ET' : '/X Do /X Do',
    ),
  );
  return pdf({ objects: [...objects, ...forms] });
}

const emptyPage = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources 3 0 R /Contents 5 0 R >>';

export const hostileFiles: readonly HostileFile[] = [
  file('pdf', 'forms in forms, each drawn twice', 1 << 20, nestedForms),
  file('pdf', 'one form drawn again and again', 256_000, (size) =>
    pdf({
      objects: [
        ...pageOf(
          '/XObject << /X 6 0 R >>',
          times(size, () => '/X Do '),
        ).objects,
        stream(
          '/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >>',
          'BT /F1 10 Tf 50 700 Td (a) Tj ET',
        ),
      ],
    }),
  ),
  file('pdf', 'pages', 8_000, (size) =>
    manyKids(
      size,
      (at) => `${6 + at} 0 R`,
      Array.from({ length: size }, () => emptyPage),
    ),
  ),
  file('pdf', 'one page named again and again', 256_000, (size) => manyKids(size, () => '6 0 R', [emptyPage])),
  file('pdf', 'operators without effect', 4_000_000, (size) => onePage(times(size, () => 'q Q '))),
  file('pdf', 'lines', 256_000, (size) => onePage(times(size, (at) => `${place(at)} m ${place(at + 41)} l S `))),
  file('pdf', 'rectangles', 256_000, (size) => onePage(times(size, (at) => `${place(at)} 10 8 re S `))),
  file('pdf', 'a grid', 2_000, (size) =>
    onePage(
      times(
        size,
        (at) =>
          `${20 + (at * 550) / size} 20 m ${20 + (at * 550) / size} 820 l S 20 ${20 + (at * 800) / size} m 570 ${20 + (at * 800) / size} l S `,
      ),
    ),
  ),
  file('pdf', 'words', 128_000, (size) =>
    onePage(times(size, (at) => `BT /F1 8 Tf ${place(at)} Td (a${at % 10}) Tj ET `)),
  ),
  file('pdf', 'words at one place', 128_000, (size) => onePage(times(size, () => 'BT /F1 8 Tf 50 700 Td (a) Tj ET '))),
  file('pdf', 'one long line', 512_000, (size) => onePage(`BT /F1 8 Tf 50 700 Td (${'a'.repeat(size)}) Tj ET`)),
  file('csv', 'wide', 1_000_000, (size) => times(size, (at) => `${at % 10},`)),
  file('csv', 'tall', 512_000, (size) => times(size, (at) => `甲,${at % 10}\n`)),
  file('csv', 'quotes', 2_000_000, (size) => `甲,乙\n${'"'.repeat(size)}`),
  file('csv', 'quoted line ends', 512_000, (size) => `甲,乙\n${times(size, () => '"\n",')}`),
  file('csv', 'rows of the form', 8_000, (size) => writeCsv(form(size))),
  file('html', 'deep', 256_000, (size) => `${'<div>'.repeat(size)}甲`),
  file('html', 'deep tables', 16_000, (size) => '<table><tr><td>'.repeat(size)),
  file('html', 'tall', 256_000, (size) => `<table>${times(size, (at) => `<tr><td>甲<td>${at % 10}`)}</table>`),
  file('html', 'wide', 256_000, (size) => `<table><tr>${times(size, (at) => `<td>${at % 10}`)}</table>`),
  file('html', 'spans of rows', 32_000, (size) => `<table>${times(size, () => `<tr><td rowspan="60000">甲`)}</table>`),
  file(
    'html',
    'spans of columns',
    32_000,
    (size) => `<table>${times(size, () => `<tr><td colspan="1000">甲`)}</table>`,
  ),
  file(
    'html',
    'spans both ways',
    8_000,
    (size) => `<table>${times(size, () => `<tr><td rowspan="1000" colspan="1000">甲<td rowspan="60000">乙`)}</table>`,
  ),
  file('html', 'paragraphs', 256_000, (size) => times(size, () => '<p>甲</p>')),
  file('html', 'attributes', 256_000, (size) => `<p ${times(size, (at) => `a${at}="1" `)}>甲</p>`),
  file('html', 'rows of the form', 8_000, (size) => writeHtml(form(size))),
  file('xlsx', 'tall', 256_000, (size) =>
    xlsx(
      `<sheetData>${times(size, (at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>${at}</v></c><c r="B${at + 1}"><v>1</v></c></row>`)}</sheetData>`,
    ),
  ),
  file('xlsx', 'wide rows', 256, (size) =>
    writeXlsx([{ rows: Array.from({ length: size }, () => Array.from({ length: 26 }, (_, at) => [`甲${at}`])) }]),
  ),
  file('xlsx', 'merged cells', 64_000, (size) =>
    xlsx(
      `<sheetData>${times(size, (at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>${at}</v></c></row>`)}</sheetData><mergeCells>${times(size, (at) => `<mergeCell ref="A${at + 1}:C${at + 1}"/>`)}</mergeCells>`,
    ),
  ),
  file('xlsx', 'merged cells over one another', 32_000, (size) =>
    xlsx(
      `<sheetData>${times(size, (at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>${at}</v></c></row>`)}</sheetData><mergeCells>${times(size, (at) => `<mergeCell ref="A${at + 1}:ZZ1048576"/>`)}</mergeCells>`,
    ),
  ),
  file('ods', 'tall', 256_000, (size) => writeOds(tall(size))),
  file('ods', 'repeated rows', 1_000_000, (size) =>
    ods(`<table:table-row table:number-rows-repeated="${size}">${odfCell('', '甲')}</table:table-row>`),
  ),
  file('ods', 'spans', 64_000, (size) =>
    ods(
      times(
        size,
        () =>
          `<table:table-row>${odfCell('table:number-columns-spanned="500" table:number-rows-spanned="500"', '甲')}</table:table-row>`,
      ),
    ),
  ),
  file('odt', 'tall', 64_000, (size) => writeOdt(tall(size))),
  file('odt', 'deep lists', 16_000, (size) =>
    odt(
      '<text:list><text:list-item>'.repeat(size) + '<text:p>甲</text:p>' + '</text:list-item></text:list>'.repeat(size),
    ),
  ),
  file('odt', 'tables in tables', 4_000, (size) =>
    odt(
      '<table:table><table:table-row><table:table-cell>'.repeat(size) +
        '<text:p>甲</text:p>' +
        '</table:table-cell></table:table-row></table:table>'.repeat(size),
    ),
  ),
  file('odt', 'spans', 32_000, (size) =>
    odt(
      `<table:table>${times(size, () => `<table:table-row>${odfCell('table:number-columns-spanned="500" table:number-rows-spanned="500"', '甲')}</table:table-row>`)}</table:table>`,
    ),
  ),
  file('docx', 'tall', 64_000, (size) => writeDocx(tall(size))),
  file('docx', 'wide', 2_000, (size) => writeDocx(wide(size))),
  file('docx', 'tables in tables', 4_000, (size) =>
    docx(
      '<w:tbl><w:tr><w:tc>'.repeat(size) +
        '<w:p><w:r><w:t>甲</w:t></w:r></w:p>' +
        '</w:tc></w:tr></w:tbl>'.repeat(size),
    ),
  ),
  file('docx', 'spans', 32_000, (size) =>
    docx(
      `<w:tbl>${times(size, () => `<w:tr>${wordCell('<w:gridSpan w:val="500"/><w:vMerge/>', '甲')}</w:tr>`)}</w:tbl>`,
    ),
  ),
  file('docx', 'rows of the form', 4_000, (size) => writeDocx(form(size))),
  file('txt', 'one long line', 2_000_000, (size) => '甲'.repeat(size)),
  file('txt', 'lines', 1_000_000, (size) => '甲\n'.repeat(size)),
  file('txt', 'tabs', 2_000_000, (size) => `甲${'\t'.repeat(size)}`),
  file('txt', 'lines of tabs', 256_000, (size) => '甲\t乙\t丙\n'.repeat(size)),
  file('txt', 'marks of paragraphs', 512_000, (size) => '<p>甲</p> '.repeat(size)),
  file('txt', 'headings of the form', 64_000, (size) => `${columns.join('\t')}\n`.repeat(size)),
  file('txt', 'facing pages', 8_000, (size) =>
    times(
      size,
      (at) =>
        `重要社會發展、重大科技發展計畫執行情形及目標達成情形表\n計畫名稱\t計畫期程\t本年度預定工作摘要\n第${at}計畫\t112年1月至115年12月\t辦理興建。\n本年度執行情形說明\t績效目標及本年度目標值\t年度績效目標已達成或未達成之說明\n已辦理第${at}區。\t完成3座。\t完成3座。\n`,
    ),
  ),
];
