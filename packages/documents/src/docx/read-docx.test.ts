import { strToU8, zipSync } from 'fflate';
import type { Table } from '@guankao/domain';
import { describe, expect, test } from 'vitest';
import { readDocx } from './read-docx.ts';

const main =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function docx(body: string, parts: Record<string, string> = {}) {
  const related = Object.keys(parts)
    .map((name, i) => `<Relationship Id="r${i}" Type="${type}/${name}" Target="${name}.xml"/>`)
    .join('');
  const entries: Record<string, string> = {
    'word/document.xml': `<w:document ${main}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${related}</Relationships>`,
  };
  for (const [name, content] of Object.entries(parts)) entries[`word/${name}.xml`] = content;
  return {
    name: '範例.docx',
    bytes: zipSync(Object.fromEntries(Object.entries(entries).map(([path, text]) => [path, strToU8(text)]))),
  };
}

const r = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (text: string, properties = '') => `<w:p>${properties}${text === '' ? '' : r(text)}</w:p>`;
const tc = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const tr = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
const tbl = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`;

describe('a DOCX reads like the text', () => {
  test('paragraphs, runs, breaks, a table with merged cells', async () => {
    const document = await readDocx(
      docx(
        p('範例部') +
          tbl(
            tr(tc(p('名稱'), '<w:vMerge w:val="restart"/>'), tc(p('經費'), '<w:gridSpan w:val="2"/>')),
            tr(
              tc(p(''), '<w:vMerge/>'),
              tc(`<w:p>${r('核')}${r('定')}<w:r><w:br/></w:r>${r('數')}</w:p>`),
              tc(p('執行數')),
            ),
          ),
      ),
    );
    expect(document.text).toBe('範例部\n\n名稱\t經費\n\t核定\u2029數\t執行數\n\n');
    const [first, second] = (document.blocks[1] as Table).rows;
    expect(first?.cells[0]).toMatchObject({ column: 0, rowSpan: 2 });
    expect(second?.cells.map(({ column }) => column)).toEqual([1, 2]);
  });

  test('tracked changes are taken as accepted; hidden text is said', async () => {
    const document = await readDocx(
      docx(
        `<w:p><w:del><w:r><w:delText>舊</w:delText></w:r></w:del><w:ins>${r('新')}</w:ins><w:moveFrom>${r('移走')}</w:moveFrom><w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r>${r('文')}</w:p>`,
      ),
    );
    expect(document.text).toBe('新文\n');
    expect(document.notices.map(({ id }) => id)).toEqual(['hidden-text', 'tracked-changes']);
  });

  test('a table in a text box is read once, and stands by itself', async () => {
    const box = `<w:txbxContent>${tbl(tr(tc(p('甲')), tc(p('1'))), tr(tc(p('乙')), tc(p('2'))))}</w:txbxContent>`;
    const document = await readDocx(
      docx(
        `<w:p>${r('標題')}<w:r><mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r></w:p>`,
      ),
    );
    expect(document.text).toBe('標題\n\n甲\t1\n乙\t2\n\n');
  });

  test('numbers that Word prints are text: levels, Chinese numerals, styles', async () => {
    const level = (at: number, format: string, text: string) =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = `<w:numbering ${main}><w:abstractNum w:abstractNumId="0">${level(0, 'taiwaneseCountingThousand', '%1、')}${level(1, 'decimal', '(%2)')}</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
    const styles = `<w:styles ${main}><w:style w:styleId="項"><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style></w:styles>`;
    const at = (level: number) => `<w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="5"/></w:numPr></w:pPr>`;
    const document = await readDocx(
      docx(
        p('甲', at(0)) +
          p('子', at(1)) +
          p('丑', at(1)) +
          p('乙', '<w:pPr><w:pStyle w:val="項"/></w:pPr>') +
          p('寅', at(1)),
        { numbering, styles },
      ),
    );
    expect(document.text).toBe('一、 甲\n(1) 子\n(2) 丑\n二、 乙\n(1) 寅\n');
  });

  test('footnotes follow, heads come first, page numbers are left out', async () => {
    const footnotes = `<w:footnotes ${main}><w:footnote w:type="separator" w:id="0">${p('—')}</w:footnote><w:footnote w:id="2">${p('含補助案。')}</w:footnote></w:footnotes>`;
    const header = `<w:hdr ${main}>${p('範例部')}<w:p><w:r><w:instrText> PAGE </w:instrText></w:r>${r('7')}</w:p></w:hdr>`;
    const document = await readDocx(
      docx(`<w:p>${r('完成')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`, { footnotes, header }),
    );
    expect(document.text).toBe('範例部\n完成\n含補助案。\n');
  });
});
