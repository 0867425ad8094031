import { strToU8, zipSync } from 'fflate';
import type { Table } from '@guankao/domain';
import { describe, expect, test } from 'vitest';
import { readOdt } from './read-odt.ts';

const namespaces =
  ['office', 'table', 'text', 'style']
    .map((prefix) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${prefix}:1.0"`)
    .join(' ') + ' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"';

function odt(body: string, { styles = '', masters = '' }: { styles?: string; masters?: string } = {}) {
  const content = `<office:document-content ${namespaces}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
  const page = `<office:document-styles ${namespaces}><office:master-styles>${masters}</office:master-styles></office:document-styles>`;
  const parts = {
    mimetype: strToU8('application/vnd.oasis.opendocument.text'),
    'content.xml': strToU8(content),
    'styles.xml': strToU8(page),
  };
  return { name: '範例.odt', bytes: zipSync(parts) };
}

const p = (text: string) => `<text:p>${text}</text:p>`;
const cell = (content: string, attributes = '') => `<table:table-cell ${attributes}>${content}</table:table-cell>`;
const row = (...cells: string[]) => `<table:table-row>${cells.join('')}</table:table-row>`;
const table = (...rows: string[]) => `<table:table>${rows.join('')}</table:table>`;

describe('an ODT reads like the text', () => {
  test('paragraphs, a table with heads, merged cells', async () => {
    const document = await readOdt(
      odt(
        p('範例部') +
          table(
            `<table:table-header-rows>${row(cell(p('名稱')), cell(p('經費'), 'table:number-columns-spanned="2"'), '<table:covered-table-cell/>')}</table:table-header-rows>`,
            row(cell(p('甲') + p('計畫')), cell(p('1')), cell(p('2'))),
          ),
      ),
    );
    expect(document.text).toBe('範例部\n\n名稱\t經費\n甲\u2029計畫\t1\t2\n\n');
    expect((document.blocks[1] as Table).rows[0]?.cells[1]).toMatchObject({ column: 1, columnSpan: 2 });
  });

  test('numbers that a list style prints are text; bullets are not', async () => {
    const styles = `<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="一, 二, 三, ..." style:num-prefix="(" style:num-suffix=")"/></text:list-style><text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>`;
    const item = (content: string) => `<text:list-item>${content}</text:list-item>`;
    const list = `<text:list text:style-name="L1">${item(p('甲') + `<text:list>${item(p('子'))}${item(p('丑'))}</text:list>`)}${item(p('乙'))}</text:list><text:list text:style-name="L2">${item(p('丙'))}</text:list>`;
    const document = await readOdt(odt(list, { styles }));
    expect(document.text).toBe('1. 甲\n(一) 子\n(二) 丑\n2. 乙\n丙\n');
  });

  test('comments and tracked deletions are no text; a footnote follows its paragraph', async () => {
    const document = await readOdt(
      odt(
        '<text:tracked-changes><text:changed-region>' +
          p('刪去的') +
          '</text:changed-region></text:tracked-changes>' +
          p(
            '完成<office:annotation><text:p>請確認</text:p></office:annotation>12件<text:note><text:note-citation>1</text:note-citation><text:note-body>' +
              p('含補助案。') +
              '</text:note-body></text:note>。',
          ),
      ),
    );
    expect(document.text).toBe('完成12件。\n含補助案。\n');
  });

  test('a table within a cell is the cell’s text; one that a frame or a lone cell holds stands by itself', async () => {
    const inner = table(row(cell(p('子')), cell(p('1'))), row(cell(p('丑')), cell(p('2'))));
    const within = await readOdt(
      odt(
        table(
          row(cell(p('甲')), cell(p('細項') + inner), cell(p('乙'))),
          row(cell(p('丙')), cell(p('丁')), cell(p('戊'))),
        ),
      ),
    );
    expect(within.text).toBe('甲\t細項\u2029子 1\u2029丑 2\t乙\n丙\t丁\t戊\n\n');
    const framed = await readOdt(
      odt(
        `<text:p>標題<draw:frame><draw:text-box>${inner}</draw:text-box></draw:frame></text:p>` +
          table(row(cell(inner))),
      ),
    );
    expect(framed.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'table', 'table']);
  });

  test('running heads are read once, page numbers are not', async () => {
    const masters = `<style:master-page><style:header>${p('範例部')}</style:header><style:footer>${p('第<text:page-number>1</text:page-number>頁')}</style:footer></style:master-page><style:master-page><style:header>${p('範例部')}</style:header></style:master-page>`;
    expect((await readOdt(odt(p('內文'), { masters }))).text).toBe('範例部\n內文\n');
  });
});

test('cells repeated a million times over and over are refused', async () => {
  const many = `<table:table-row table:number-rows-repeated="100000">${cell(p('甲'), 'table:number-columns-repeated="100000"')}</table:table-row>`;
  await expect(readOdt(odt(table(...Array.from({ length: 20 }, () => many))))).rejects.toMatchObject({
    id: 'file-too-large',
  });
});
