import { strToU8, zipSync } from 'fflate';
import { Refusal, type Table } from '@guankao/domain';
import { describe, expect, test } from 'vitest';
import { readOds } from './read-ods.ts';

const namespaces = `xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"`;

function ods(tables: string, styles = '', more: Record<string, string> = {}) {
  const content = `<?xml version="1.0"?><office:document-content ${namespaces}><office:automatic-styles>${styles}</office:automatic-styles>
    <office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`;
  const parts = { mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': content, ...more };
  return {
    name: '範例.ods',
    bytes: zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)]))),
  };
}

const cell = (text: string, attributes = '') =>
  `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`;
const row = (cells: string, attributes = '') => `<table:table-row ${attributes}>${cells}</table:table-row>`;
const sheet = (rows: string, name = '表一', attributes = '') =>
  `<table:table table:name="${name}" ${attributes}>${rows}</table:table>`;

async function refusalOf(promise: Promise<unknown>): Promise<Refusal> {
  const fault = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(fault instanceof Refusal)) throw new Error(`no refusal: ${String(fault)}`);
  return fault;
}

describe('an ODS reads like the text', () => {
  test('rows are lines, cells are parted by tabs, lines above the table are paragraphs', async () => {
    const document = await readOds(
      ods(
        sheet(
          row(cell('範例部')) +
            row(cell('單位：千元')) +
            row(cell('計畫名稱') + cell('總經費')) +
            row(cell('甲計畫') + cell('1,200')),
        ),
      ),
    );
    expect(document.text).toBe('範例部\n單位：千元\n\n計畫名稱\t總經費\n甲計畫\t1,200\n\n');
    expect(document.blocks.map((block) => block.kind)).toEqual(['paragraph', 'paragraph', 'table']);
    const table = document.blocks[2] as Table;
    expect(table.rows[1]?.cells[1]?.span).toMatchObject({ address: '表一!B4' });
  });

  test('empty repeated cells keep the column of what follows; empty repeated rows its address', async () => {
    const gap = '<table:table-cell table:number-columns-repeated="2"/>';
    const document = await readOds(
      ods(
        sheet(
          row(cell('甲') + gap + cell('乙')) +
            row('<table:table-cell/>', 'table:number-rows-repeated="7"') +
            row(cell('丙') + gap + cell('丁')),
        ),
      ),
    );
    const table = document.blocks[0] as Table;
    expect(document.text).toContain('甲\t\t\t乙\n丙\t\t\t丁');
    expect(table.rows[1]?.cells[1]).toMatchObject({ column: 3, span: { address: '表一!D9' } });
  });

  test('a merged cell says how far it reaches; what it covers is no cell', async () => {
    const document = await readOds(
      ods(
        sheet(
          row(
            cell('甲', 'table:number-columns-spanned="2" table:number-rows-spanned="2"') +
              '<table:covered-table-cell/>' +
              cell('乙'),
          ) + row('<table:covered-table-cell table:number-columns-repeated="2"/>' + cell('丙')),
        ),
      ),
    );
    const table = document.blocks[0] as Table;
    expect(table.rows[0]?.cells[0]).toMatchObject({ column: 0, columnSpan: 2, rowSpan: 2 });
    expect(table.rows[1]?.cells.map(({ column }) => column)).toEqual([2]);
  });

  test('a break in a cell parts its paragraphs, an annotation is no text of it', async () => {
    const note = '<office:annotation><dc:date>2024-01-01</dc:date><text:p>請再確認</text:p></office:annotation>';
    const document = await readOds(
      ods(
        sheet(
          row(
            `<table:table-cell>${note}<text:p>1.辦<text:span>理</text:span><text:s text:c="2"/>甲</text:p><text:p>2.完成<text:line-break/>乙</text:p></table:table-cell>${cell('丙')}`,
          ),
        ),
      ),
    );
    expect(document.text).toBe('1.辦理  甲\u20292.完成\u2029乙\t丙\n\n');
  });

  test('a value stored without its text is read from the value', async () => {
    const value = (attributes: string) => `<table:table-cell ${attributes}/>`;
    const document = await readOds(
      ods(
        sheet(
          row(
            value('office:value-type="float" office:value="0.7273999999999999"') +
              value('office:value-type="percentage" office:value="0.9"') +
              value('office:value-type="float" office:value="673076"'),
          ),
        ),
      ),
    );
    expect(document.text.trim()).toBe('0.7274\t90%\t673076');
  });

  test('a header row, a group and a repeated row with text are rows', async () => {
    const document = await readOds(
      ods(
        sheet(
          `<table:table-header-rows>${row(cell('名稱') + cell('金額'))}</table:table-header-rows><table:table-row-group>${row(cell('甲') + cell('1'), 'table:number-rows-repeated="2"')}</table:table-row-group>`,
        ),
      ),
    );
    expect(document.text).toBe('名稱\t金額\n甲\t1\n甲\t1\n\n');
  });
});

describe('what is not printed is left out and said', () => {
  test('a hidden sheet, hidden rows, hidden columns', async () => {
    const styles =
      '<style:style style:name="ta9" style:family="table"><style:table-properties table:display="false"/></style:style>';
    const columns = '<table:table-column/><table:table-column table:visibility="collapse"/><table:table-column/>';
    const document = await readOds(
      ods(
        sheet(
          columns +
            row(cell('甲') + cell('密') + cell('1')) +
            row(cell('乙') + cell('') + cell('2'), 'table:visibility="filter"'),
        ) + sheet(row(cell('舊') + cell('3')), '底稿', 'table:style-name="ta9"'),
        styles,
      ),
    );
    expect(document.text).toBe('甲\t\t1\n\n');
    expect(document.notices.map(({ id, place }) => [id, place])).toEqual([
      ['hidden-rows', '表一!2'],
      ['hidden-columns', '表一!B:B'],
      ['hidden-sheet', '底稿'],
    ]);
  });

  test('a failed formula is named by its cell', async () => {
    const document = await readOds(ods(sheet(row(cell('甲') + cell('#DIV/0!')))));
    expect(document.notices).toMatchObject([{ id: 'formula-error', place: '表一!B1' }]);
  });

  test('macros are mentioned, and not run', async () => {
    const document = await readOds(
      ods(sheet(row(cell('甲') + cell('1'))), '', { 'Basic/Standard/Module1.xml': '<x/>' }),
    );
    expect(document.notices.map(({ id }) => id)).toEqual(['macros-not-run']);
  });

  test('characters of one machine’s own are counted', async () => {
    const document = await readOds(ods(sheet(row(cell('王\ue123') + cell('1')))));
    expect(document.notices).toMatchObject([{ id: 'private-use-characters', place: '表一!A1' }]);
  });
});

describe('hostile files are refused', () => {
  test('a billion repeated cells: named by sheet and cell', async () => {
    const refusal = await refusalOf(readOds(ods(sheet(row(cell('甲', 'table:number-columns-repeated="1000000000"'))))));
    expect(refusal.id).toBe('file-too-large');
    expect(refusal.message).toContain('表一!BXY1');
  });

  test('a billion repeated rows', async () => {
    const refusal = await refusalOf(readOds(ods(sheet(row(cell('甲'), 'table:number-rows-repeated="1000000000"')))));
    expect(refusal.message).toContain('表一!A500001');
  });

  test('a billion empty ones are no harm', async () => {
    const document = await readOds(
      ods(
        sheet(
          row(cell('甲') + cell('乙') + '<table:table-cell table:number-columns-repeated="1000000000"/>') +
            row('<table:table-cell/>', 'table:number-rows-repeated="1000000000"'),
        ),
      ),
    );
    expect(document.text).toBe('甲\t乙\n\n');
  });

  test('an entity bomb', async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>';
    expect((await refusalOf(readOds(ods('', '', { 'content.xml': bomb })))).id).toBe('document-type-declared');
  });

  test('a zip bomb', async () => {
    expect((await refusalOf(readOds(ods('', '', { 'content.xml': ' '.repeat(16 * 1024 * 1024) })))).id).toBe(
      'file-too-large',
    );
  });

  test('a file cut off', async () => {
    const { name, bytes } = ods(sheet(row(cell('甲'))));
    const refusal = await refusalOf(readOds({ name, bytes: bytes.subarray(0, bytes.length - 30) }));
    expect(refusal.id).toBe('damaged-file');
    expect(refusal.inBothLanguages['zh-Hant']).toContain('範例.ods');
  });

  test('one protected by a password', async () => {
    const manifest =
      '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
    expect((await refusalOf(readOds(ods('', '', { 'META-INF/manifest.xml': manifest })))).id).toBe('encrypted-file');
  });
});
