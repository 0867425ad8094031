import { strToU8, zipSync } from 'fflate';
import type { Table } from '@guankao/domain';
import { describe, expect, test } from 'vitest';
import { numberFormat } from './number-format.ts';
import { readXlsx } from './read-xlsx.ts';

const main =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function xlsx(
  sheets: Record<string, string>,
  { strings = '', formats = '', more = {} }: { strings?: string; formats?: string; more?: Record<string, string> } = {},
) {
  const names = Object.keys(sheets);
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook ${main}><sheets>${names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="s${i}"${name.startsWith('隱') ? ' state="hidden"' : ''}/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names.map((_, i) => `<Relationship Id="s${i}" Type="${type}/worksheet" Target="worksheets/sheet${i}.xml"/>`).join('')}<Relationship Id="t" Type="${type}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="f" Type="${type}/styles" Target="/xl/styles.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `<sst ${main}>${strings}</sst>`,
    'xl/styles.xml': `<styleSheet ${main}>${formats}</styleSheet>`,
    ...more,
  };
  names.forEach(
    (name, i) => (parts[`xl/worksheets/sheet${i}.xml`] = `<worksheet ${main}>${sheets[name] ?? ''}</worksheet>`),
  );
  return {
    name: '範例.xlsx',
    bytes: zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)]))),
  };
}

describe('an XLSX reads like the text', () => {
  test('shared, inline and formatted cells; rich text in one piece, reading aids left out', async () => {
    const document = await readXlsx(
      xlsx(
        {
          表: '<sheetData><row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="inlineStr"><is><t>乙_x000D_\n丙</t></is></c><c r="D2" s="1"><v>1234567</v></c></row></sheetData>',
        },
        {
          strings: '<si><r><t>甲</t></r><r><t>計畫</t></r><rPh sb="0" eb="1"><t>ㄐㄧㄚ</t></rPh></si>',
          formats: '<cellXfs><xf numFmtId="0"/><xf numFmtId="3"/></cellXfs>',
        },
      ),
    );
    expect(document.text).toBe('甲計畫\t\t乙\u2029丙\t1,234,567\n\n');
    expect((document.blocks[0] as Table).rows[0]?.cells[1]?.span.address).toBe('表!C2');
  });

  test('a cell struck out by its format: what a run sets otherwise stays', async () => {
    const document = await readXlsx(
      xlsx(
        {
          表: '<sheetData><row r="1"><c r="A1" t="s" s="1"><v>0</v></c><c r="B1" t="s" s="1"><v>1</v></c><c r="C1" s="1"><v>7</v></c><c r="D1" t="s"><v>0</v></c><c r="E1" t="s" s="1"><v>2</v></c></row></sheetData>',
        },
        {
          strings:
            '<si><r><t>99,</t></r><r><rPr><sz val="10"/></rPr><t>634,578</t></r></si><si><t>另計8件。</t></si><si><r><rPr><strike val="0"/></rPr><t>丙</t></r><r><rPr><strike/></rPr><t>丁</t></r></si>',
          formats: '<fonts><font/><font><strike/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs>',
        },
      ),
    );
    expect(document.text).toBe('634,578\t\t\t99,634,578\t丙\n\n');
    expect(document.notices.map(({ id, place }) => `${id} ${place}`)).toEqual([
      'struck-out 表!A1',
      'struck-out 表!B1',
      'struck-out 表!C1',
      'struck-out 表!E1',
    ]);
  });

  test('merged cells; a title merged over the table is a paragraph', async () => {
    const text = (reference: string, value: string) => `<c r="${reference}" t="str"><v>${value}</v></c>`;
    const document = await readXlsx(
      xlsx({
        表: `<sheetData><row r="1">${text('A1', '表名')}</row><row r="2">${text('A2', '甲')}${text('B2', '1')}${text('C2', '3')}</row><row r="3">${text('B3', '2')}${text('C3', '4')}</row><row r="4">${text('A4', '註')}</row></sheetData><mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A2:A3"/><mergeCell ref="A4:C4"/></mergeCells>`,
      }),
    );
    expect(document.text).toBe('表名\n\n甲\t1\t3\n\t2\t4\n\n註\n');
    expect((document.blocks[1] as Table).rows[0]?.cells[0]).toMatchObject({ column: 0, rowSpan: 2 });
  });

  test('hidden sheets, rows and columns are said; a printed heading is read', async () => {
    const document = await readXlsx(
      xlsx({
        表: '<cols><col min="2" max="2" hidden="1"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>9</v></c><c r="C1"><v>2</v></c></row><row r="2" hidden="1"><c r="A2"><v>3</v></c></row></sheetData><headerFooter><oddHeader>&amp;C&amp;"標楷體,Regular"&amp;14範例部&amp;R第 &amp;P 頁</oddHeader></headerFooter>',
        隱藏: '<sheetData><row><c><v>5</v></c></row></sheetData>',
      }),
    );
    expect(document.text).toBe('範例部\n\n1\t\t2\n\n');
    expect(document.notices.map(({ id }) => id)).toEqual(['hidden-rows', 'hidden-columns', 'hidden-sheet']);
  });

  test('an error in a money cell and a formula without its value are named by their cells', async () => {
    const document = await readXlsx(
      xlsx({
        表: '<sheetData><row r="7"><c r="A7" t="str"><v>甲</v></c><c r="B7" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C7"><f>SUM(A1)</f></c></row></sheetData>',
      }),
    );
    expect(document.notices.map(({ id, place }) => [id, place])).toEqual([
      ['formula-error', '表!B7'],
      ['formula-without-value', '表!C7'],
    ]);
  });
});

describe('a number shows as its format says', () => {
  test.each([
    ['673076', '#,##0', '673,076'],
    ['673076', 'General', '673076'],
    ['0.7273999999999999', 'General', '0.7274'],
    ['0.3597', '0.00%', '35.97%'],
    ['-1234.5', '#,##0.0;(#,##0.0)', '(1,234.5)'],
    ['-1234.5', '#,##0_);[Red]-#,##0', '-1,235'],
    ['0', '#,##0;-#,##0;"-"', '-'],
    ['0', '_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-', '-'],
    ['1234567', '#,##0,', '1,235'],
    ['12', '0"件"', '12件'],
    ['7', '000', '007'],
    ['1200', '"NT$"#,##0', 'NT$1,200'],
    ['1200', '[$NT$-404]#,##0', 'NT$1,200'],
    ['45553', 'yyyy/m/d', '2024/9/18'],
    ['45553', '[$-404]e"年"m"月"d"日"', '113年9月18日'],
    ['45553', '[$-404]gge"年"mm"月"', '民國113年09月'],
    ['45553.5', 'yyyy/mm/dd hh:mm', '2024/09/18 12:00'],
    ['0.5', 'h:mm:ss', '12:00:00'],
    ['123456789012345680', '0', '123456789012346000'],
  ])('%s under %s is %s', (stored, code, shown) => {
    expect(numberFormat(code, false)(stored)).toBe(shown);
  });
});
