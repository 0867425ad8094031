import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { docx, ods, odt, xlsx } from './growing.ts';
import { onePage } from './pdf.ts';

/**
 * A small file in which a reader could look on to the end again and again, follow what leads back to itself, or write out
 * what is only said to be long. It is read in a moment, or refused.
 */
export interface FileWithoutEnd {
  readonly name: string;
  /** The refusal's id; null where it is read. */
  readonly refusal: string | null;
  bytes(): Uint8Array;
}

const times = (size: number, piece: (at: number) => string): string =>
  Array.from({ length: size }, (_, at) => piece(at)).join('');
const read = (name: string, make: () => string | Uint8Array): FileWithoutEnd => made(name, null, make);
const refused = (name: string, make: () => string | Uint8Array): FileWithoutEnd => made(name, 'file-too-large', make);

function made(name: string, refusal: string | null, make: () => string | Uint8Array): FileWithoutEnd {
  return {
    name,
    refusal,
    bytes: () => {
      const content = make();
      return typeof content === 'string' ? strToU8(content) : content;
    },
  };
}

/** A container with parts put in its place or beside it. */
function withParts(container: Uint8Array, parts: Readonly<Record<string, string>>): Uint8Array {
  const packed = Object.entries(parts).map(([path, part]) => [path, strToU8(part)] as const);
  return zipSync({ ...unzipSync(container), ...Object.fromEntries(packed) }, { level: 6 });
}

function odfWithStyles(container: Uint8Array, styles: string): Uint8Array {
  const content = strFromU8(unzipSync(container)['content.xml'] ?? new Uint8Array());
  return withParts(container, {
    'content.xml': content.replace('</office:automatic-styles>', `${styles}</office:automatic-styles>`),
  });
}

const sheetMl = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const wordMl = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const stylesOf = (codes: readonly string[]): Readonly<Record<string, string>> => ({
  'xl/styles.xml': `<styleSheet xmlns="${sheetMl}"><numFmts>${codes.map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${code}"/>`).join('')}</numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="200"/></cellXfs></styleSheet>`,
});
const figures = (count: number): Uint8Array =>
  xlsx(
    `<sheetData>${times(count, (at) => `<row r="${at + 1}"><c r="A${at + 1}" s="1"><v>${at}</v></c></row>`)}</sheetData>`,
  );
const sheetsNamed = (count: number): Readonly<Record<string, string>> => ({
  'xl/workbook.xml': `<workbook xmlns="${sheetMl}" xmlns:r="${office}"><sheets>${times(count, (at) => `<sheet name="表${at}" sheetId="${at + 1}" r:id="worksheet"/>`)}</sheets></workbook>`,
});

const word = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const noted = (note: number): string =>
  `<w:p><w:r><w:t>甲</w:t></w:r><w:r><w:footnoteReference w:id="${note}"/></w:r></w:p>`;
const related = (kind: string, target: string, count = 1): Readonly<Record<string, string>> => ({
  'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${times(count, (at) => `<Relationship Id="r${at}" Type="${office}/${kind}" Target="${target}"/>`)}</Relationships>`,
});
const withNotes = (body: string, notes: string): Uint8Array =>
  withParts(docx(body), {
    ...related('footnotes', 'footnotes.xml'),
    'word/footnotes.xml': `<w:footnotes xmlns:w="${wordMl}">${notes}</w:footnotes>`,
  });
const note = (id: number, body: string): string => `<w:footnote w:id="${id}">${body}</w:footnote>`;
const withNumbering = (levels: string, lists: string): Uint8Array =>
  withParts(
    docx(
      times(
        20_000,
        (at) =>
          `<w:p><w:pPr><w:numPr><w:ilvl w:val="${[0, -1, 4_294_967_294, 1.5][at % 4]}"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>`,
      ),
    ),
    {
      ...related('numbering', 'numbering.xml'),
      'word/numbering.xml': `<w:numbering xmlns:w="${wordMl}"><w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum>${lists}</w:numbering>`,
    },
  );
const list = (id: number): string => `<w:num w:numId="${id}"><w:abstractNumId w:val="0"/></w:num>`;
const spaces = ' '.repeat(190_000);
const page = (body: string): string => `<html><body>${body}<table><tr><td>甲<td>乙</table></body></html>`;

export const filesWithoutEnd: readonly FileWithoutEnd[] = [
  read('blanks in a cell.xlsx', () =>
    xlsx(
      `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve">甲${spaces}乙</t></is></c></row></sheetData>`,
    ),
  ),
  read('blanks in a cell.ods', () =>
    ods(
      `<table:table-row><table:table-cell office:value-type="string"><text:p>甲${'<text:s text:c="100"/>'.repeat(1_900)}乙</text:p></table:table-cell></table:table-row>`,
    ),
  ),
  read('blanks in a cell.csv', () => `甲,乙${spaces}丙\n`.repeat(3)),
  read('blanks in a paragraph.odt', () => odt(`<text:p>甲${'<text:s text:c="100"/>'.repeat(10_000)}乙</text:p>`)),
  read('blanks in a paragraph.docx', () => docx(word(`甲${' '.repeat(1_000_000)}乙`))),
  read('blanks in a paragraph.html', () => page(`<p>甲${'&nbsp;'.repeat(1_000_000)}乙</p>`)),
  read('characters of offices.odt', () => odt(times(100_000, () => '<text:p>\ue000甲</text:p>'))),
  read('hidden texts.odt', () =>
    odt(times(100_000, () => '<text:p>乙<text:hidden-text text:is-hidden="true">甲</text:hidden-text></text:p>')),
  ),
  read('hidden texts.html', () => page(times(200_000, () => '<p hidden>甲</p>'))),
  refused('a long format.xlsx', () => withParts(figures(50_000), stylesOf([`[${'x'.repeat(100_000)}]0`]))),
  refused('formats.xlsx', () =>
    withParts(figures(2), stylesOf(Array.from({ length: 100_000 }, (_, at) => `0&quot;${at}&quot;`))),
  ),
  read('a date of many parts.xlsx', () => withParts(figures(500), stylesOf(['m/'.repeat(500)]))),
  refused('one sheet again and again.xlsx', () =>
    withParts(xlsx(`<sheetData/><!--${' '.repeat(6_000_000)}-->`), sheetsNamed(1_000)),
  ),
  refused('sheets.xlsx', () => withParts(figures(1), sheetsNamed(20_000))),
  read('columns hidden again and again.xlsx', () =>
    xlsx(
      `<cols>${'<col min="2" max="16384" hidden="1"/>'.repeat(50_000)}</cols><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>`,
    ),
  ),
  read('columns hidden without end.ods', () =>
    ods(
      `<table:table-column/>${'<table:table-column table:number-columns-repeated="16384" table:visibility="collapse"/>'.repeat(50_000)}<table:table-row><table:table-cell office:value-type="string"><text:p>甲</text:p></table:table-cell></table:table-row>`,
    ),
  ),
  read('a note on itself.docx', () => withNotes(noted(1), note(1, noted(1)))),
  read('notes that double.docx', () =>
    withNotes(
      noted(1),
      times(40, (at) => note(at + 1, noted(at + 2) + noted(at + 2))),
    ),
  ),
  read('one note again and again.docx', () => withNotes(noted(1).repeat(50_000), note(1, '<w:p/>'.repeat(20_000)))),
  refused('a long number.docx', () =>
    withNumbering(`<w:lvl w:ilvl="0"><w:lvlText w:val="${'%1'.repeat(50_000)}"/></w:lvl>`, list(1)),
  ),
  read('levels of a list.docx', () =>
    withNumbering(
      times(50_000, (at) => `<w:lvl w:ilvl="${[at, -1, 4_294_967_294, 1.5][at % 4]}"><w:lvlText w:val="%1."/></w:lvl>`),
      times(20_000, (at) => list(at + 1)),
    ),
  ),
  refused('a long number.odt', () =>
    odfWithStyles(
      odt(
        `<text:list text:style-name="L">${'<text:list-item><text:p>甲</text:p></text:list-item>'.repeat(50_000)}</text:list>`,
      ),
      `<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-prefix="${'甲'.repeat(100_000)}"/></text:list-style>`,
    ),
  ),
  read('one head again and again.docx', () =>
    withParts(docx(word('甲')), {
      ...related('header', 'header1.xml', 3_000),
      'word/header1.xml': `<w:hdr xmlns:w="${wordMl}">${word('乙').repeat(10_000)}</w:hdr>`,
    }),
  ),
  read('comments.html', () => `${'<!---->'.repeat(50)}甲`),
  read('tables that open.txt', () => `甲${'<table>'.repeat(300_000)}`),
  read('tags that open.txt', () => `甲${'<table '.repeat(300_000)}`),
  read('styles that open.html', () => page('<style>'.repeat(300_000))),
  read('comments that open.html', () => page(`<style>${'/*'.repeat(240_000)}</style>`)),
  read('a style without a rule.html', () => page(`<style>${'a'.repeat(490_000)}</style>`)),
  read('a list’s styles.html', () => page(`<ol style="${'list-style:'.repeat(100_000)}"><li>甲</ol>`)),
  read('classes.html', () => page(`<p class="${times(500_000, (at) => `c${at} `)}">甲</p>`)),
  read('strikes and tags that open.html', () => `${page('<s>甲</s>')}${'<a '.repeat(300_000)}`),
  read(
    'figures parted by commas.csv',
    () => `${'名,'.repeat(40)}類型\n甲,${'100,'.repeat(70)}乙,000\n甲,${'100,'.repeat(1_500)}乙,000\n`,
  ),
  read('the rest of a cell.txt', () => `甲\t乙\t丙\n${times(150_000, (at) => `丁${at}戊\n`)}`),
  refused('states that are kept.pdf', () => onePage(`${'q '.repeat(90_000)}BT /F1 10 Tf 50 700 Td (text) Tj ET`)),
];
