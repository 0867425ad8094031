import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultsByAxe } from './axe.ts';
import { startProgram, type Program } from './program.ts';
import { startBrowser } from './site.ts';

const root = join(import.meta.dirname, '../..');
const book =
  '主管,機關,說明\n範例部主管,範例署及所屬,"1.典藏檔案數位化加值計畫總經費128,500千元，分4年辦理，112至113年度已編列60,000千元，本年度續編第3年經費30,000千元。"\n';

let program: Program;
let browser: Browser;
let page: Page;
const data = mkdtempSync(join(tmpdir(), 'guankao-settle-'));

beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(data), startBrowser()]);
  // Without scripts of ours: a form is enough.
  page = await (await browser.newContext({ viewport: { width: 390, height: 900 }, locale: 'zh-TW' })).newPage();
});
afterAll(async () => {
  await browser.close();
  await program.stop();
  rmSync(data, { recursive: true, force: true });
});

test('a filing is taken in, a budget book chosen beside it, and the agencies that it proposes confirmed', async () => {
  await page.goto(`${program.origin}/import`);
  await page.getByLabel('檔案（上限 30 MB）').setInputFiles(join(root, 'corpus/example/filing.txt'));
  await page.getByRole('button', { name: '讀取，先看結果' }).click();
  await page.getByLabel('留存不公開').check();
  await page.getByRole('button', { name: '確定' }).click();
  await page
    .getByLabel('預算書')
    .setInputFiles({ name: '預算書.csv', mimeType: 'text/csv', buffer: Buffer.from(book) });
  await page.getByRole('button', { name: '依預算書提出建議' }).click();
  const proposed = page.getByRole('row', { name: /典藏檔案數位化加值計畫.*預算書 預算書\.csv/s });
  expect(await proposed.getByRole('checkbox').isChecked()).toBe(true);
  expect(await proposed.getByLabel(/執行機關/).inputValue()).toBe('範例署');
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await faultsByAxe(page), `at ${width}`).toEqual([]);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(over, `runs over at ${width}`).toBeLessThanOrEqual(0);
  }
  await page.getByRole('button', { name: '確認勾選的執行機關' }).click();
  await page.getByText(/典藏檔案數位化加值計畫 → 範例署（預算書 預算書\.csv/).waitFor();
  await page.goto(page.url().replace('/filings/', '/en/filings/'));
  await page.getByRole('heading', { name: 'Executing agencies proposed' }).waitFor();
}, 240_000);
