import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportForm, type ExportFormat } from '@guankao/forms';
import { read } from '@guankao/reading';
import { faultsByAxe } from './axe.ts';
import { startBrowser } from './site.ts';

/** `guankao-check.html` as it lies on a locked desktop: opened from a folder, the network cut. */

const root = join(import.meta.dirname, '../..');
const built = join(root, 'dist/guankao-check.html');
const filings = join(root, '../shared/filings');
const example = readFileSync(join(root, 'corpus/example/filing.txt'));
let browser: Browser;
let page: Page;
let folder: string;
const asked: string[] = [];
const complaints: string[] = [];

beforeAll(async () => {
  if (!existsSync(built)) throw new Error('dist/guankao-check.html is not built: npm run setup');
  folder = mkdtempSync(join(tmpdir(), 'guankao-desk-'));
  browser = await startBrowser();
  const context = await browser.newContext({ locale: 'zh-TW', offline: true, acceptDownloads: true });
  page = await context.newPage();
  page.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(pathToFileURL(built).href);
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

async function give(name: string, bytes: Uint8Array): Promise<void> {
  await page.setInputFiles('#choose', { name, mimeType: '', buffer: Buffer.from(bytes) });
  await page.waitForFunction(
    (file) =>
      [...document.querySelectorAll('article')].some(
        (one) => one.querySelector('h2')?.textContent === file && one.querySelector('.said, .tally') !== null,
      ),
    name,
    { timeout: 90_000 },
  );
}

const articleOf = (name: string) => page.locator('article', { has: page.locator('h2', { hasText: name }) }).first();

/** What the page says was found, as the command line says it: rule and row, in order. */
async function foundIn(name: string): Promise<readonly string[]> {
  return (await articleOf(name).locator('ol.findings li code').allTextContents()).toSorted();
}

describe('each format, from file:// and without a network', () => {
  test.each(['txt', 'pdf', 'ods', 'odt', 'xlsx', 'csv', 'json'] as const)('%s', async (ending) => {
    const whole = await read({ name: 'filing.txt', bytes: example });
    const bytes = ending === 'txt' ? example : await exportForm(whole.reading, ending as ExportFormat);
    const name = `example.${ending}`;
    if (ending === 'json') {
      await give(name, bytes);
      expect(await articleOf(name).locator('.said').textContent()).toContain('沒有讀到任何計畫列');
      return;
    }
    const { reading } = await read({ name, bytes });
    await give(name, bytes);
    expect(await foundIn(name)).toEqual(reading.findings.map(({ rule }) => rule).toSorted());
    expect(await articleOf(name).locator('.read').textContent()).toContain(`讀到 ${reading.plans.length} 列計畫`);
  });

  test.skipIf(!existsSync(filings))(
    'real filings: the same findings as the command line (skipped without ../shared)',
    async () => {
      for (const name of ['moi-113.txt', 'moi-114-budget-p046-058.pdf']) {
        const bytes = readFileSync(join(filings, name));
        const { reading } = await read({ name, bytes });
        await give(name, bytes);
        expect(await foundIn(name)).toEqual(reading.findings.map(({ rule }) => rule).toSorted());
      }
    },
  );

  test('nothing was asked of anybody, and nothing complained', () => {
    expect(asked.filter((url) => !url.startsWith('file:') && !url.startsWith('blob:'))).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

describe('what a person does with it', () => {
  test('a text is corrected in place and checked again: what changed is said; the file’s own text comes back', async () => {
    const text =
      '計畫名稱,計畫類型,計畫期程,核定總經費,已編列預算數,累計執行數,預定工作,執行情形,績效目標,達成說明\n示範步道計畫,社會發展,112年1月至115年12月,9000,6000,5900,整建步道,第一季2件、第二季3件，合計6件。,整建6公里,整建6公里。\n';
    await give('one.csv', new TextEncoder().encode(text));
    const article = articleOf('one.csv');
    const before = (await foundIn('one.csv')).length;
    expect(before).toBeGreaterThan(0);
    const column = article.locator('.texts > div', { hasText: '合計6件' });
    await column.locator('summary').click();
    await column.locator('textarea').fill('第一季2件、第二季3件，合計5件。');
    await column.getByRole('button', { name: '再檢核一次' }).click();
    await article.locator('.changes').waitFor();
    expect(await article.locator('.changes').textContent()).toBe(`已改 1，剩 ${before - 1}，新增 0`);
    await article.getByRole('button', { name: '回到原檔的文字' }).click();
    await article.locator('.changes').waitFor({ state: 'detached' });
    await article.locator('.tally').waitFor();
    expect((await foundIn('one.csv')).length).toBe(before);
  });

  test('findings, data and form are taken away', async () => {
    const article = articleOf('example.txt');
    const taken = async (name: string) => {
      const coming = page.waitForEvent('download');
      await article.getByRole('button', { name }).click();
      return readFileSync(await (await coming).path());
    };
    const csv = await taken('檢核結果（CSV）');
    expect([csv.subarray(0, 3).toString('hex'), csv.toString().split('\r\n')[0]]).toEqual([
      'efbbbf',
      expect.stringContaining('計畫名稱'),
    ]);
    expect(JSON.parse((await taken('讀出的資料（JSON）')).toString())).toMatchObject({ schema: 'guankao/reading@1' });
    const table = await read({ name: 'table.odt', bytes: await taken('請釐清事項表（ODT）') });
    expect(table.reading.document.text).toContain('請釐清事項表');
    const form = await read({ name: 'form.ods', bytes: await taken('情形表（ODS）') });
    expect(form.reading.plans.length).toBe((await read({ name: 'a.txt', bytes: example })).reading.plans.length);
  });

  test.each([
    ['hello.txt', new TextEncoder().encode('hello world\n'), '沒有讀到任何計畫列'],
    ['scan.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), '圖'],
    ['empty.txt', new Uint8Array(), '空'],
  ])('%s is told, and the page goes on', async (name, bytes, said) => {
    await give(name, bytes);
    expect(await articleOf(name).locator('.said').textContent()).toContain(said);
  });

  test('eleven files at once: ten are read, and the other is told', async () => {
    const files = Array.from({ length: 11 }, (_, at) => ({
      name: `n${at}.txt`,
      mimeType: '',
      buffer: Buffer.from('x\n'),
    }));
    await page.setInputFiles('#choose', files);
    await expect.poll(() => page.locator('#status').textContent()).toContain('其餘 1 個沒有讀');
  });

  test('a file of 65 MB is refused before it is read', async () => {
    const path = join(folder, 'large.pdf');
    writeFileSync(path, Buffer.alloc(65 * 2 ** 20));
    await page.setInputFiles('#choose', path);
    await expect.poll(() => articleOf('large.pdf').locator('.said').textContent()).toContain('65 MB');
  });

  test('in English, at 390 px, in the dark: nothing is wider than the page, and axe finds nothing', async () => {
    await page.getByRole('button', { name: 'English' }).click();
    await page.setViewportSize({ width: 390, height: 800 });
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await page.title()).toBe('Check a filing on your own computer');
    expect(await faultsByAxe(page)).toEqual([]);
  });
});

test('the page names its version and the hash of its program', () => {
  const html = readFileSync(built, 'utf8');
  const script = (opening: string) => html.split(opening)[1]?.split('</script>')[0] ?? '';
  const program = script('<script>') + script('<script type="text/plain" id="worker">');
  expect(html).toContain(createHash('sha256').update(program).digest('hex'));
});
