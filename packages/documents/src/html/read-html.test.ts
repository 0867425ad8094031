import type { Table } from '@guankao/domain';
import { describe, expect, test } from 'vitest';
import { readHtml } from './read-html.ts';

const html = (text: string) => ({ name: '範例.html', bytes: new TextEncoder().encode(text) });

describe('HTML reads as a browser shows it', () => {
  test('paragraphs, entities, a table with spans and a caption', async () => {
    const document = await readHtml(
      html(
        '<h1>範例部</h1><p>單位：&nbsp;千元&#65292;<b>合計</b></p><table><caption>表一</caption><tr><th rowspan=2>名稱<th colspan=2>經費<tr><td>核定<td>執行<tr><td>甲&lt;一&gt;<td>1<td>2</table>',
      ),
    );
    expect(document.text).toBe('範例部\n單位： 千元，合計\n表一\n\n名稱\t經費\n\t核定\t執行\n甲<一>\t1\t2\n\n');
    const table = document.blocks.at(-1) as Table;
    expect(table.rows[0]?.cells.map(({ column, columnSpan, rowSpan }) => [column, columnSpan, rowSpan])).toEqual([
      [0, 1, 2],
      [1, 2, 1],
    ]);
  });

  test('a title and a note within the frame are paragraphs; a heading between rows is a row', async () => {
    const document = await readHtml(
      html(
        '<table><tr><td colspan=2>範例部<br>單位：千元<tr><td>名稱<td>經費<tr><td colspan=2>一、社會發展<tr><td>甲<td>1<tr><td colspan=2>註：無</table>',
      ),
    );
    expect(document.text).toBe('範例部\n單位：千元\n\n名稱\t經費\n一、社會發展\n甲\t1\n\n註：無\n');
  });

  test('lists in cells: numbers that the page prints, none where it prints none', async () => {
    const document = await readHtml(
      html(
        '<table><tr><td><ol><li>甲<ol type="a"><li>子</ol><li>乙</ol></td><td><ol style="list-style-type: none"><li>1. 丙<li>2. 丁</ol></td><td><ul><li>戊</ul></td></tr><tr><td>己<td>庚<td>辛</table>',
      ),
    );
    expect(document.text.split('\n')[0]).toBe('1. 甲\u2029a. 子\u20292. 乙\t1. 丙\u20292. 丁\t戊');
  });

  test('scripts, styles, what is hidden and comments are no text', async () => {
    const document = await readHtml(
      html(
        '<head><title>頁</title></head><body><script>x()</script><style>p{}</style><div style="display:none">密</div><p hidden>密</p><!-- 註 --><p>文',
      ),
    );
    expect(document.text).toBe('文\n');
  });

  test('a table that only lays out the page gives way to what is in it', async () => {
    const document = await readHtml(
      html('<table><tr><td>選單</td></tr><tr><td><table><tr><td>名稱<td>經費<tr><td>甲<td>1</table></td></tr></table>'),
    );
    expect(document.text).toBe('選單\n\n名稱\t經費\n甲\t1\n\n');
  });

  test('Big5 by its meta, or by its bytes', async () => {
    const big5 = [0xbd, 0x64, 0xa8, 0xd2, 0xb3, 0xa1]; // 範例部
    for (const head of [
      '<meta charset="big5">',
      '<meta http-equiv="Content-Type" content="text/html; charset=big5">',
      '',
    ]) {
      const bytes = Uint8Array.from([
        ...new TextEncoder().encode(`<html>${head}<p>`),
        ...big5,
        ...new TextEncoder().encode('</p>'),
      ]);
      expect((await readHtml({ name: '範例.html', bytes })).text).toBe('範例部\n');
    }
  });

  test('nothing of wrecked tables is lost: cells without rows, text without cells', async () => {
    const document = await readHtml(html('<table>前<td>甲<td>乙<tr>後<td>丙<td>丁</table>'));
    expect(document.text).toBe('前後\n\n甲\t乙\n丙\t丁\n\n');
  });

  test('mark-up nested without end does not overturn it', async () => {
    expect((await readHtml(html(`${'<div>'.repeat(16_000)}文`))).text).toBe('文\n');
    expect((await readHtml(html(`${'<table><tr><td>'.repeat(5_000)}文`))).text).toContain('文');
  });
});
