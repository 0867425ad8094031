import { deflateRawSync, deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { exportForm } from '@guankao/forms';
import { read, type Reading } from '@guankao/reading';

/** Files that somebody could upload: 40 made to be hard on their readers, 20 honest. */

export interface File {
  readonly name: string;
  readonly hostile: boolean;
  readonly bytes: Uint8Array;
}

/** A PDF of these objects, the first of them its catalogue. */
function pdfOf(objects: readonly (string | { readonly dictionary: string; readonly data: Uint8Array })[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  let at = parts[0]?.length ?? 0;
  const places: number[] = [];
  const put = (part: Buffer) => {
    parts.push(part);
    at += part.length;
  };
  for (const [index, object] of objects.entries()) {
    places.push(at);
    put(Buffer.from(`${index + 1} 0 obj\n`));
    if (typeof object === 'string') put(Buffer.from(object));
    else {
      put(Buffer.from(`<< ${object.dictionary} /Length ${object.data.length} >>\nstream\n`));
      put(Buffer.from(object.data));
      put(Buffer.from('\nendstream'));
    }
    put(Buffer.from('\nendobj\n'));
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  put(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}

const catalogue = '<< /Type /Catalog /Pages 2 0 R >>';
const pages = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>';
const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
const page = (resources: string, box = '[0 0 600 800]') =>
  `<< /Type /Page /Parent 2 0 R /MediaBox ${box} /Contents 4 0 R /Resources << ${resources} >> >>`;

function pageOf(content: string | Uint8Array, resources = '/Font << /F1 5 0 R >>', box?: string): Uint8Array {
  const data = deflateSync(typeof content === 'string' ? Buffer.from(content) : content);
  return pdfOf([catalogue, pages, page(resources, box), { dictionary: '/Filter /FlateDecode', data }, font]);
}

/** Each form shows the next one so many times: levels of a power. */
function formsWithinForms(levels: number, times: number): Uint8Array {
  const form = (at: number) => {
    const next = at + 1 < levels ? `/XObject << /X ${6 + at} 0 R >>` : '/Font << /F1 4 0 R >>';
    const content = at + 1 < levels ? '/X Do '.repeat(times) : 'BT /F1 9 Tf (1) Tj ET';
    return {
      dictionary: `/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << ${next} >>`,
      data: Buffer.from(content),
    };
  };
  const first = { dictionary: '', data: Buffer.from('/X Do '.repeat(times)) };
  const here = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>`;
  return pdfOf([catalogue, pages, here, first, ...Array.from({ length: levels }, (_, at) => form(at))]);
}

function manyKids(count: number): Uint8Array {
  const kids = Array.from({ length: count }, () => '3 0 R').join(' ');
  return pdfOf([
    catalogue,
    `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`,
    page('/Font << /F1 5 0 R >>'),
    { dictionary: '', data: Buffer.from('BT /F1 9 Tf 50 700 Td (1) Tj ET') },
    font,
  ]);
}

const head = '計畫名稱,計畫類型,計畫期程,核定總經費,已編列預算數,累計執行數,預定工作摘要,執行情形,績效目標,達成情形\n';
const csvRow =
  '範例計畫,社會發展,112年1月至115年12月,1000,500,400,1. 完成12公里。,1. 完成12公里。,1. 完成12公里。,1. 完成12公里。\n';

function odsOf(content: string): Uint8Array {
  const start =
    '<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="1">';
  const end = '</table:table></office:spreadsheet></office:body></office:document-content>';
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
    'content.xml': strToU8(start + content + end),
  });
}

/** A ZIP with one deflated part whose sizes are told as they are: made by hand, since it is larger than one wants to hold. */
function zipBomb(name: string, megabytes: number): Uint8Array {
  const zeros = deflateRawSync(Buffer.alloc(megabytes * 2 ** 20, 0x20), { level: 9 });
  const file = Buffer.from(name);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(zeros.length, 18);
  local.writeUInt32LE(megabytes * 2 ** 20, 22);
  local.writeUInt16LE(file.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  local.copy(central, 6, 4, 30);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + file.length, 12);
  end.writeUInt32LE(30 + file.length + zeros.length, 16);
  return new Uint8Array(Buffer.concat([local, file, zeros, central, file, end]));
}

function xlsxOf(sheet: string, strings = ''): Uint8Array {
  const types =
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>';
  const relationship = (target: string, kind: string) =>
    `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/></Relationships>`;
  return zipSync({
    '[Content_Types].xml': strToU8(types),
    '_rels/.rels': strToU8(relationship('xl/workbook.xml', 'officeDocument')),
    'xl/workbook.xml': strToU8(
      '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(relationship('worksheets/sheet1.xml', 'worksheet')),
    'xl/sharedStrings.xml': strToU8(strings),
    'xl/worksheets/sheet1.xml': strToU8(
      `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${sheet}</sheetData></worksheet>`,
    ),
  });
}

function docxOf(body: string): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
  });
}

const text = (content: string) => new TextEncoder().encode(content);
const megabyte = 2 ** 20;

/** Made when they are wanted: some have megabytes. */
const hostile: readonly (readonly [name: string, make: () => Uint8Array])[] = [
  ['forms-10-levels.pdf', () => formsWithinForms(10, 10)],
  ['forms-30-levels.pdf', () => formsWithinForms(30, 2)],
  ['forms-4-levels.pdf', () => formsWithinForms(4, 60)],
  ['operators.pdf', () => pageOf(Buffer.alloc(300 * megabyte, '0 0 m 9 9 l S\n'))],
  ['texts.pdf', () => pageOf(Buffer.alloc(60 * megabyte, 'BT /F1 9 Tf 5 7 Td (1) Tj ET\n'))],
  ['zeros.pdf', () => pageOf(Buffer.alloc(500 * megabyte))],
  ['kids-200000.pdf', () => manyKids(200_000)],
  ['kids-20000.pdf', () => manyKids(20_000)],
  ['huge-page.pdf', () => pageOf('BT /F1 9 Tf 50 700 Td (1) Tj ET', undefined, '[0 0 200000 200000]')],
  ['deep-array.pdf', () => pageOf(`${'['.repeat(100_000)}`)],
  ['saved-states.pdf', () => pageOf('q '.repeat(2_000_000))],
  [
    'rules.pdf',
    () =>
      pageOf(
        Array.from(
          { length: 60_000 },
          (_, at) => `${at % 600} 0 m ${at % 600} 800 l S 0 ${at % 800} m 600 ${at % 800} l S`,
        ).join('\n'),
      ),
  ],
  ['cut-off.pdf', () => pageOf('BT /F1 9 Tf (1) Tj ET').slice(0, 300)],
  ['wide.csv', () => text(`${'計畫名稱,'.repeat(1_000_000)}\n${'1,'.repeat(1_000_000)}\n`)],
  ['tall.csv', () => text(head + csvRow.repeat(40_000))],
  ['short-rows.csv', () => text('1\n'.repeat(2_500_000))],
  ['quotes.csv', () => text('"'.repeat(2 * megabyte))],
  ['quoted-cells.csv', () => text(head + '"1\n",'.repeat(400_000))],
  ['deep.html', () => text(`${'<div>'.repeat(150_000)}1${'</div>'.repeat(150_000)}`)],
  ['nested-tables.html', () => text('<table><tr><td>'.repeat(20_000))],
  ['spans.html', () => text(`<table>${'<tr><td rowspan=60000 colspan=1000>1</td></tr>'.repeat(200)}</table>`)],
  ['many-cells.html', () => text(`<table>${'<tr><td>1<td>2<td>3</tr>'.repeat(150_000)}</table>`)],
  [
    'attributes.html',
    () =>
      text(`<table><tr><td ${Array.from({ length: 200_000 }, (_, at) => `a${at}=1`).join(' ')}>1</td></tr></table>`),
  ],
  [
    'repeated-rows.ods',
    () =>
      odsOf(
        '<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="1000"><text:p>1</text:p></table:table-cell></table:table-row>',
      ),
  ],
  [
    'many-cells.ods',
    () =>
      odsOf(
        '<table:table-row><table:table-cell><text:p>1</text:p></table:table-cell><table:table-cell><text:p>2</text:p></table:table-cell></table:table-row>'.repeat(
          240_000,
        ),
      ),
  ],
  ['deep.ods', () => odsOf(`${'<text:section>'.repeat(200_000)}`)],
  [
    'spans.ods',
    () =>
      odsOf(
        '<table:table-row><table:table-cell table:number-rows-spanned="1000000" table:number-columns-spanned="16000"><text:p>1</text:p></table:table-cell></table:table-row>'.repeat(
          1_000,
        ),
      ),
  ],
  [
    'paragraphs.ods',
    () =>
      odsOf(
        `<table:table-row><table:table-cell>${'<text:p>完成1案。</text:p>'.repeat(200_000)}</table:table-cell></table:table-row>`,
      ),
  ],
  ['bomb.ods', () => zipBomb('content.xml', 900)],
  ['bomb.docx', () => zipBomb('word/document.xml', 400)],
  ['far-cell.xlsx', () => xlsxOf('<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>1</t></is></c></row>')],
  [
    'many-cells.xlsx',
    () =>
      xlsxOf(
        Array.from(
          { length: 150_000 },
          (_, at) =>
            `<row r="${at + 1}"><c t="inlineStr"><is><t>1</t></is></c><c t="inlineStr"><is><t>2</t></is></c><c><v>3</v></c></row>`,
        ).join(''),
      ),
  ],
  [
    'strings.xlsx',
    () =>
      xlsxOf(
        '<row r="1"><c r="A1" t="s"><v>0</v></c></row>',
        `<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${'<si><t>完成1案</t></si>'.repeat(400_000)}</sst>`,
      ),
  ],
  ['nested-tables.docx', () => docxOf('<w:tbl><w:tr><w:tc>'.repeat(50_000))],
  [
    'spans.docx',
    () =>
      docxOf(
        `<w:tbl><w:tr>${'<w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>'.repeat(1_000)}</w:tr></w:tbl>`,
      ),
  ],
  ['paragraphs.docx', () => docxOf('<w:p><w:r><w:t>1. 完成1案。</w:t></w:r></w:p>'.repeat(120_000))],
  ['tabs.txt', () => text('\t'.repeat(3 * megabyte))],
  ['figures.txt', () => text('1年'.repeat(300_000))],
  ['rows.txt', () => text(`${head.replaceAll(',', '\t')}${csvRow.replaceAll(',', '\t').repeat(8_000)}`)],
  ['noise.bin', () => deflateRawSync(Buffer.alloc(megabyte, 'guankao'), { level: 1 })],
];

export function hostileFiles(): (File & { readonly make: () => Uint8Array })[] {
  return hostile.map(([name, make]) => ({
    name,
    hostile: true,
    make,
    get bytes() {
      return make();
    },
  }));
}

/** The example filing, longer and shorter, in the formats in which filings come. */
export async function honestFiles(example: Uint8Array): Promise<File[]> {
  const { reading } = await read({ name: 'filing.txt', bytes: example });
  const formats = ['csv', 'ods', 'odt', 'xlsx', 'pdf'] as const;
  return Promise.all(
    Array.from({ length: 20 }, async (_, at) => {
      const format = formats[at % formats.length] ?? 'csv';
      const bytes = await exportForm(longer(reading, at), format);
      return { name: `honest-${at}.${format}`, hostile: false, bytes };
    }),
  );
}

/** Of another agency each, with 18 to 100 plans. */
function longer(reading: Reading, at: number): Reading {
  const count = reading.plans.length + (at % 5) * 20;
  const plans = Array.from({ length: count }, (_, index) => {
    const plan = reading.plans[index % reading.plans.length];
    if (plan === undefined) throw new Error('the example has no plans');
    return { ...plan, id: `r${index + 1}`, parent: null, name: `${plan.name}第${at}之${index}案` };
  });
  return { ...reading, filing: { ...reading.filing, agency: `範例第${at}部` }, plans, findings: [] };
}
