import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { faultsByAxe } from './axe.ts';
import { startBrowser } from './site.ts';

/** Somebody was given a file and its proof, opens 驗證, and cuts the network before dropping both there. */

const root = join(import.meta.dirname, '../..');
const example = join(root, 'corpus/example/filing.txt');
let served: ChildProcess;
let browser: Browser;
let folder: string;
let origin: string;
let filing: string;
const path = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guankao-verify-page-'));
  const { DATABASE_URL: _unused, ...env } = process.env;
  served = spawn(process.execPath, [join(root, 'bin/guankao.mjs'), 'serve', example], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...env, PORT: '0', GUANKAO_DATA: path('data') },
  });
  let said = '';
  served.stdout?.on('data', (part) => (said += part));
  await vi.waitUntil(() => said.includes('Listening on http://'), { timeout: 120_000 });
  origin = /Listening on (\S+)/.exec(said)?.[1] ?? '';
  const get = async (where: string) => fetch(`${origin}${where}`);
  await vi.waitUntil(async () => (await get('/log/checkpoint')).status === 200, { timeout: 20_000, interval: 200 });
  const { filings } = (await (await get('/api/filings')).json()) as { filings: { id: string }[] };
  filing = filings[0]?.id ?? '';
  writeFileSync(path('filing.txt'), readFileSync(example));
  const text = readFileSync(example, 'utf8');
  writeFileSync(path('changed.txt'), `${text} `);
  const digit = text.search(/(?<=完成)\d/);
  writeFileSync(path('one-cell.txt'), `${text.slice(0, digit)}${text[digit] === '7' ? 8 : 7}${text.slice(digit + 1)}`);
  writeFileSync(path('letter.txt'), '謹呈');
  writeFileSync(
    path('filing.tlog-proof'),
    await (await get(`/api/filings/${encodeURIComponent(filing)}/proof`)).text(),
  );
  const forms = `/api/filings/${encodeURIComponent(filing)}/form`;
  for (const format of ['pdf', 'ods'])
    writeFileSync(path(`form.${format}`), new Uint8Array(await (await get(`${forms}.${format}`)).arrayBuffer()));
  writeFileSync(path('spoilt.tlog-proof'), 'c2sp.org/tlog-proof@v1\n');
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  const gone = once(served, 'exit');
  served.kill('SIGTERM');
  await gone;
  rmSync(folder, { recursive: true, force: true });
});

async function visit(where: string, look: (page: Page) => Promise<void>, options = {}): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, ...options });
  try {
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => void (message.type() === 'error' ? complaints.push(message.text()) : undefined));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${origin}${where}`, { waitUntil: 'load' });
    await look(page);
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
  }
}

test.each([
  ['/verify', 'filing.txt', 'filing.tlog-proof', '與發出的完全相同', '來源檔案'],
  ['/en/verify', 'filing.txt', 'filing.tlog-proof', 'Exactly as issued', 'the source file'],
  ['/verify', 'changed.txt', 'filing.tlog-proof', '不是這個檔案', '被改過'],
  ['/verify', 'filing.txt', 'spoilt.tlog-proof', '證明不成立', '不是 .tlog-proof'],
])('%s: %s with %s, without a network: %s', async (where, file, proof, verdict, text) => {
  await visit(where, async (page) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.context().setOffline(true);
    await page.setInputFiles('#verify-file', path(file));
    await page.setInputFiles('#verify-proof', path(proof));
    await page.waitForFunction((words) => document.body.textContent?.includes(words), verdict);
    expect(await page.textContent('#verify-verdict')).toContain(text);
    expect(asked).toEqual([]);
  });
});

/** Without a network: a file that is not the proof's, and beside it the one that is. */
async function compare(page: Page, given: string, issued: string): Promise<string> {
  const asked: string[] = [];
  await page.waitForLoadState('networkidle');
  page.on('request', (request) => asked.push(request.url()));
  await page.context().setOffline(true);
  expect(await page.isVisible('#verify-issued')).toBe(false);
  await page.setInputFiles('#verify-file', path(given));
  await page.setInputFiles('#verify-proof', path('filing.tlog-proof'));
  await page.setInputFiles('#verify-issued', path(issued));
  const cells = page.locator('#verify-cells');
  await page.waitForFunction(() => {
    const text = document.querySelector('#verify-cells')?.textContent ?? '';
    return text !== '' && !/逐格比對中|Comparing/.test(text);
  });
  expect(asked).toEqual([]);
  return (await cells.textContent()) ?? '';
}

test.each([
  ['/verify', 'one-cell.txt', 'filing.txt', '有 1 格不同'],
  ['/en/verify', 'one-cell.txt', 'filing.txt', 'One cell differs'],
  ['/verify', 'changed.txt', 'filing.txt', '每一格都與發出的那一份相同'],
  ['/verify', 'form.pdf', 'filing.txt', '每一格都與發出的那一份相同'],
  ['/verify', 'form.ods', 'filing.txt', '每一格都與發出的那一份相同'],
  ['/verify', 'letter.txt', 'filing.txt', '讀不到任何計畫列'],
  ['/verify', 'one-cell.txt', 'changed.txt', '不是證明所指的檔案'],
])('%s: %s against %s, without a network: %s', async (where, given, issued, told) => {
  await visit(where, async (page) => expect(await compare(page, given, issued)).toContain(told));
});

test.each([
  ['light', 390],
  ['dark', 390],
  ['light', 1280],
  ['dark', 1280],
] as const)('the cell is named with both texts and what differs in them; %s, %i px', async (colorScheme, width) => {
  const look = async (page: Page) => {
    expect(await compare(page, 'one-cell.txt', 'filing.txt')).toMatch(/第 \d+ 列「.+」・.+發出的.+手上的/s);
    expect(await page.locator('#verify-cells del, #verify-cells ins').allTextContents()).toEqual([
      expect.stringMatching(/^\d$/),
      expect.stringMatching(/^[78]$/),
    ]);
    expect(await page.getAttribute('#verify-filing', 'href')).toBe(`/filings/${encodeURIComponent(filing)}`);
    expect(await faultsByAxe(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    if (process.env['PICTURES'] !== undefined)
      await page.screenshot({
        path: join(process.env['PICTURES'], `verify-${colorScheme}-${width}.png`),
        fullPage: true,
      });
  };
  await visit('/verify', look, { colorScheme, viewport: { width, height: 844 } });
});

test('both files at once are dropped on it', async () => {
  await visit('/verify', async (page) => {
    await page.evaluate(
      ([file, proof]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([file ?? ''], 'filing.txt'));
        transfer.items.add(new File([proof ?? ''], 'x.tlog-proof'));
        const dropped = new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true });
        document.querySelector('#verify')?.dispatchEvent(dropped);
      },
      [readFileSync(path('filing.txt'), 'utf8'), readFileSync(path('filing.tlog-proof'), 'utf8')],
    );
    await page.waitForFunction(() => document.body.textContent?.includes('與發出的完全相同'));
  });
});

test.each(['light', 'dark'] as const)('no fault for axe, nothing wider than a phone, %s', async (colorScheme) => {
  await visit(
    '/verify',
    async (page) => {
      expect(await faultsByAxe(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    },
    { colorScheme },
  );
});

test('without script it says what to do instead', async () => {
  await visit(
    '/verify',
    async (page) => {
      expect(await page.isVisible('#verify')).toBe(false);
      expect(await page.textContent('main')).toContain('guankao verify');
    },
    { javaScriptEnabled: false },
  );
});

test('the filing’s page leads to the proof of its file, the foot of each page to 驗證', async () => {
  await visit(`/filings/${encodeURIComponent(filing)}`, async (page) => {
    expect(await page.getAttribute('text=來源檔案的證明', 'href')).toContain('/proof?edition=1');
    expect(await page.getAttribute('footer >> text=驗證', 'href')).toBe('/verify');
  });
});
