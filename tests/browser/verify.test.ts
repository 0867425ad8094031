import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
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
  writeFileSync(path('changed.txt'), `${readFileSync(example, 'utf8')} `);
  writeFileSync(
    path('filing.tlog-proof'),
    await (await get(`/api/filings/${encodeURIComponent(filing)}/proof`)).text(),
  );
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
      await page.evaluate(axe.source);
      const faults = await page.evaluate(async () => {
        const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document);
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.any[0]?.message ?? ''}`);
      });
      expect(faults).toEqual([]);
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
