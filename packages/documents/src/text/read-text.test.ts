import type { Document } from '@guankao/domain';
import { describe, expect, it } from 'vitest';
import { readText } from './read-text.ts';

async function shown(text: string): Promise<string[]> {
  return blocks(await readText({ name: 'f.txt', bytes: new TextEncoder().encode(text) }));
}

/** Paragraphs as they are; rows with their cells between bars. */
function blocks({ blocks: all, text }: Document): string[] {
  const print = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  return all.flatMap((block) =>
    block.kind === 'paragraph'
      ? [print(block.span)]
      : block.rows.map((row) => row.cells.map(({ span }) => print(span)).join('|')),
  );
}

describe('text', () => {
  it('is lines and rows of cells', async () => {
    expect(await shown('範例部\n\n名稱\t期程\t總額\n甲計畫\t113年\t1,000\n\n- 1 -\n')).toEqual([
      '範例部',
      '名稱|期程|總額',
      '甲計畫|113年|1,000',
      '- 1 -',
    ]);
  });

  it('keeps empty cells, and where they stand', async () => {
    const document = await readText({ name: 'f.txt', bytes: new TextEncoder().encode('甲\t\t 乙 ') });
    expect(document.blocks).toMatchObject([
      {
        rows: [
          {
            cells: [
              { column: 0 },
              { column: 1, span: { start: 2, end: 2 } },
              { column: 2, span: { start: 4, end: 5 } },
            ],
          },
        ],
      },
    ]);
  });

  it('keeps a row whose cells are all empty, under a row of as many', async () => {
    expect(await shown('甲\t乙\t丙\n\t\t\n丁\t戊\t己')).toEqual(['甲|乙|丙', '||', '丁|戊|己']);
    expect(await shown('範例部\n\t\t\n甲\t乙\t丙')).toEqual(['範例部', '甲|乙|丙']);
  });

  it('leaves the content unchanged but for a byte-order mark', async () => {
    const document = await readText({ name: 'f.txt', bytes: new TextEncoder().encode('\ufeff甲\r\n乙') });
    expect(document.text).toBe('甲\r\n乙');
    expect(blocks(document)).toEqual(['甲', '乙']);
  });
});

it('reads rows between bars, and no ruling lines', async () => {
  expect(await shown('# 一覽\n\n| 名稱 | 期程 |\n|---|:--|\n| 甲計畫 | 113年 |\n| 乙 | |\n')).toEqual([
    '# 一覽',
    '名稱|期程',
    '甲計畫|113年',
    '乙|',
  ]);
});

describe('a row over several lines', () => {
  const heads = '名稱\t類型\t期程\t總額\t工作';

  it('whose tabs add up', async () => {
    expect(
      await shown(`${heads}\n海岸\t社會\n發展\t113年\t1,000\t植生。\n圖書館\t科技發展\t114年\t2,000\t建檔。`),
    ).toEqual(['名稱|類型|期程|總額|工作', '海岸|社會\n發展|113年|1,000|植生。', '圖書館|科技發展|114年|2,000|建檔。']);
  });

  it('whose last cell goes on', async () => {
    expect(
      await shown(`${heads}\n海岸\t社會\t113年\t1,000\t1. 植生。\n2. 定砂，\n並設沙籬。\n館\t科技\t114年\t2,000\t建檔`),
    ).toEqual([
      '名稱|類型|期程|總額|工作',
      '海岸|社會|113年|1,000|1. 植生。\n2. 定砂，\n並設沙籬。',
      '館|科技|114年|2,000|建檔',
    ]);
  });

  it('but not with heads and page numbers', async () => {
    expect(
      await shown(
        `${heads}\n海岸\t社會\t113年\t1,000\t植生\n- 12 -\n範例部主管\n單位：新臺幣千元\n${heads}\n館\t科技\t114年\t2,000\t建檔`,
      ),
    ).toEqual([
      '名稱|類型|期程|總額|工作',
      '海岸|社會|113年|1,000|植生',
      '- 12 -',
      '範例部主管',
      '單位：新臺幣千元',
      '名稱|類型|期程|總額|工作',
      '館|科技|114年|2,000|建檔',
    ]);
  });

  it('nor where a narrower table follows', async () => {
    const wide = 'a\tb\tc\td\te\tf\tg';
    expect(await shown(`${wide}\n1\t2\t3\t4\t5\t6\t7\n113年度\nx\ty\tz\n1\t2\t3\n4\t5\t6`)).toEqual([
      'a|b|c|d|e|f|g',
      '1|2|3|4|5|6|7',
      '113年度',
      'x|y|z',
      '1|2|3',
      '4|5|6',
    ]);
    expect(await shown(`${wide}\n1\t2\t3\t4\t5\t6\t7\nx\ty\tz\n1\t2\t3\n4\t5\t6`)).toEqual([
      'a|b|c|d|e|f|g',
      '1|2|3|4|5|6|7',
      'x|y|z',
      '1|2|3',
      '4|5|6',
    ]);
  });

  it('nor where lines with fewer tabs do not add up', async () => {
    expect(await shown(`${heads}\n海岸\t社會\t113年\t1,000\n館\t科技\t114年\t2,000\t建檔`)).toEqual([
      '名稱|類型|期程|總額|工作',
      '海岸|社會|113年|1,000',
      '館|科技|114年|2,000|建檔',
    ]);
  });
});
