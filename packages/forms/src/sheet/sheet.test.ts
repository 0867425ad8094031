import { unzipSync, strFromU8 } from 'fflate';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import type { Sheet } from '@guankao/domain';
import { pastedForm, read, readDocument, typedDocument } from '@guankao/reading';
import { clarifications } from '../clarifications.ts';
import { writeSheet } from './write.ts';

const sheet: Sheet = {
  language: 'zh-Hant',
  title: '範例部113年度請釐清事項表',
  facts: [['來源檔', '範例 & <測試>.txt']],
  note: '說明。',
  columns: [
    { title: '項次', share: 1 },
    { title: '表上所載', share: 3 },
    { title: '答覆', share: 2 },
  ],
  rows: [
    [
      [{ text: '1', as: 'plain' }],
      [
        { text: '共 6 處，巡檢3處，<b>複查3處', as: 'quote' },
        { text: '第 3 頁', as: 'small', href: 'https://guankao.test/a?b=1&c=2' },
      ],
      [],
    ],
    [[{ text: '2', as: 'plain' }], [{ text: '韧性', as: 'strong' }], []],
  ],
  nothing: '沒有。',
};

const textOf = async (bytes: Uint8Array, name: string): Promise<string> =>
  (await read({ name, bytes })).reading.document.text.replaceAll(/\s+/g, '');

test.each(['odt', 'pdf'] as const)(
  'a sheet as %s holds every text of it, and is opened by our reader',
  async (format) => {
    const text = await textOf(await writeSheet(sheet, format), `sheet.${format}`);
    for (const words of [
      '範例部113年度請釐清事項表',
      '範例&<測試>.txt',
      '「共6處，巡檢3處，<b>複查3處」',
      '第3頁',
      '韧性',
      '答覆',
    ])
      expect(text).toContain(words);
  },
);

test('the ODT has a table whose heads repeat, and its links lead where they say', async () => {
  const files = unzipSync(await writeSheet(sheet, 'odt'));
  const { document } = parseHTML(strFromU8(files['content.xml'] ?? new Uint8Array()));
  expect(document.querySelectorAll('table\\:table-header-rows table\\:table-cell')).toHaveLength(3);
  expect(document.querySelectorAll('table\\:table-row')).toHaveLength(3);
  expect(document.querySelector('text\\:a')?.getAttribute('xlink:href')).toBe('https://guankao.test/a?b=1&c=2');
});

test('a PDF of a row that is longer than a page keeps its end; of none it says so', async () => {
  const long = Array.from({ length: 400 }, (_, at) => `第${at + 1}項工程`).join('，');
  const row = [[{ text: '1', as: 'plain' }], [{ text: `${long}。結尾在此`, as: 'quote' }], []] as const;
  expect(await textOf(await writeSheet({ ...sheet, rows: [row] }, 'pdf'), 'a.pdf')).toContain('結尾在此');
  expect(await textOf(await writeSheet({ ...sheet, rows: [] }, 'pdf'), 'a.pdf')).toContain('沒有。');
});

async function reading() {
  const row = {
    name: '海岸復育計畫',
    type: '社會發展',
    period: '112年1月至115年12月',
    approvedTotal: '9,000',
    budgetedToDate: '700',
    executedToDate: '650',
    plannedWork: '植生。',
    execution: '清除障礙物1,284件，包含塑膠鋼結構612件、漁網388件及其他294件。執行率99.75%。',
    goals: '完成植生3處。',
    explanation: '完成植生2處，年度績效目標已達成。',
  };
  return readDocument(await typedDocument(pastedForm('範例部', 2024, '千元', [row]).form)).reading;
}

test('請釐清事項表: each finding with its words, place, arithmetic, and room for an answer', async () => {
  const held = await reading();
  const { title, rows } = clarifications(held, { agency: null });
  expect(title).toBe('範例部113年度請釐清事項表');
  expect(rows.length).toBe(held.findings.filter(({ doubt }) => doubt === undefined).length);
  expect(rows.length).toBeGreaterThan(0);
  for (const cells of rows) expect(cells).toHaveLength(5);
  const [number, plan, words, asked, answer] = rows[0] ?? [];
  expect([number?.[0]?.text, plan?.[0]?.text, answer]).toEqual(['1', '海岸復育計畫', []]);
  expect(words?.some(({ as, text }) => as === 'quote' && text !== '')).toBe(true);
  expect(words?.some(({ text }) => /^第 \d+ 行$/.test(text))).toBe(true);
  expect(asked?.[0]?.text).toMatch(/^【(不符|應說明|請釐清)】/);
  expect(rows.flat(2).some(({ text }) => text.startsWith('算式 '))).toBe(true);
});

test('of an agency that the filing does not name there is nothing', async () => {
  expect(clarifications(await reading(), { agency: '虛擬署' }).rows).toEqual([]);
});

test('what may be the conversion’s fault is not asked of an agency', async () => {
  const held = await reading();
  const findings = held.findings.map((finding) => ({ ...finding, doubt: 'transcription' as const }));
  expect(clarifications({ ...held, findings }, { agency: null }).rows).toEqual([]);
});
