import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser, startSite, type Site } from './site.ts';

/** A plan's page where it is passed on: the picture of a preview, and paper. */

let site: Site;
let browser: Browser;

beforeAll(async () => {
  site = await startSite();
  browser = await startBrowser();
});

afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

test('the picture of a plan for previews is a PNG of the size that they ask for, in each language', async () => {
  const pictures = await Promise.all(
    ['', '/en'].map(async (prefix) => {
      const answer = await fetch(`${site.origin}${prefix}${site.plans[0]}/picture.png`);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
      return Buffer.from(await answer.arrayBuffer());
    }),
  );
  for (const picture of pictures) expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1_200, 630]);
  expect(pictures[0]?.equals(pictures[1] ?? Buffer.alloc(0))).toBe(false);
  expect((await fetch(`${site.origin}/plans/none/picture.png`)).status).toBe(404);
});

test('on paper the page says where it is from, of which file, and the minute at which it was printed', async () => {
  const page = await browser.newPage();
  await page.goto(site.origin + (site.plans[0] ?? ''));
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.print-footer').isVisible()).toBe(true);
  expect(await page.locator('.masthead nav').isVisible()).toBe(false);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const footer = await page.locator('.print-footer').innerText();
  expect(footer).toContain(`${site.origin}${site.plans[0]}`);
  expect(footer).toMatch(/SHA-256 [0-9a-f]{64}/);
  expect(footer).toMatch(/列印 1\d\d 年 \d+ 月 \d+ 日 \d\d:\d\d/);
  await page.emulateMedia({ media: 'screen' });
  expect(await page.locator('.print-footer').isVisible()).toBe(false);
  await page.close();
});
