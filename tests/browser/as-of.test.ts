import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleReading } from '../../packages/store/src/example-reading.ts';
import { look } from './look.ts';
import { startBrowser, startSite, type Site } from './site.ts';

/** A reader chooses a day, sees what was published then, goes on within it, and comes back to now; without a script, too. */

const filing = '範例部-113';
/** Of its first edition. */
const first = exampleReading({ plans: 3 });
/** Where pictures of what was looked at are put; nowhere without it. */
const pictures = process.env['AS_OF_PICTURES'];
let site: Site;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(undefined, 'serve-past.ts'), startBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await site.stop();
});

async function open(path: string, options: { javaScriptEnabled?: boolean } = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-TW', viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  await page.goto(`${site.origin}${encodeURI(path)}`);
  return page;
}

const words = {
  '': {
    look: '看過去某一天公開的內容',
    day: '日期',
    show: '看那一天',
    said: '截至 115 年 1 月 9 日（2026-01-09）終了所公開的內容，不是現在的',
    present: '看現在的內容',
  },
  '/en': {
    look: 'See what was published on an earlier day',
    day: 'Day',
    show: 'Show that day',
    said: 'what had been published by the end of 9 Jan 2026, not the present',
    present: 'See the present',
  },
} as const;

describe.each([true, false])('with scripts: %s', (javaScriptEnabled) => {
  test.each(['', '/en'] as const)('a day is chosen, kept from page to page, and left, at “%s”', async (prefix) => {
    const t = words[prefix];
    const page = await open(`${prefix}/plans?q=計畫`, { javaScriptEnabled });
    await page.getByText(t.look).click();
    await page.getByLabel(t.day, { exact: true }).fill('2026-01-09');
    await page.getByRole('button', { name: t.show }).click();
    await page.waitForURL(/asof=2026-01-09/);
    expect(new URL(page.url()).searchParams.get('q')).toBe('計畫');
    const rows = () => page.locator('table.plans tbody tr').count();
    expect(await rows()).toBe(3);
    expect(await page.locator('aside.as-of').innerText()).toContain(t.said);
    await page
      .getByRole('link', { name: first.plans[0]?.name ?? '' })
      .first()
      .click();
    await page.waitForURL(/\/plans\/.+asof=2026-01-09/);
    expect(await page.locator('aside.as-of').innerText()).toContain(t.said);
    await page.locator('nav.crumbs a').nth(1).click();
    await page.waitForURL(/\/filings\/.+asof=2026-01-09/);
    expect(await page.locator('table.editions tbody tr').count()).toBe(1);
    await page.getByRole('link', { name: t.present }).click();
    await page.waitForURL((url) => !url.searchParams.has('asof'));
    expect(await page.locator('aside.as-of').count()).toBe(0);
    expect(await page.locator('table.editions tbody tr').count()).toBe(2);
    await page.context().close();
  });

  test('by keyboard alone, and the other day from the notice', async () => {
    const page = await open(`/filings/${filing}`, { javaScriptEnabled });
    await page.locator('.as-of-picker summary').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const day = page.getByLabel('日期', { exact: true });
    expect(await day.evaluate((field) => field === field.ownerDocument.activeElement)).toBe(true);
    expect(await day.getAttribute('max')).toBe('2026-02-20');
    await day.fill('2026-01-06');
    await page.keyboard.press('Enter');
    await page.waitForURL(/asof=2026-01-06/);
    expect(await page.locator('h1').innerText()).toContain('範例部');
    await page.getByLabel('日期', { exact: true }).fill('2026-01-04');
    await page.getByRole('button', { name: '看那一天' }).click();
    await page.waitForURL(/asof=2026-01-04/);
    expect(await page.locator('main').innerText()).toContain('最早的公開在 2026-01-05');
    await page.context().close();
  });
});

test('axe finds nothing and nothing runs over: pages of a day, a refused day, the form for a day', async () => {
  for (const prefix of ['', '/en'])
    for (const [name, path] of [
      ['plans', '/plans?asof=2026-01-12'],
      ['home', '/?asof=2026-01-12'],
      ['filings', '/filings?asof=2026-01-12'],
      ['filing', `/filings/${filing}?asof=2026-01-12`],
      ['plan', `/plans/${filing}-r01?asof=2026-01-12`],
      ['position', '/plans?asof=2'],
      ['today', '/plans?asof=2026-02-20'],
      ['future', '/plans?asof=2027-01-01'],
      ['now', '/plans'],
    ] as const) {
      const page = await open(`${prefix}${path}`);
      if (name === 'now') await page.locator('.as-of-picker summary').click();
      await look(page, `${prefix}${path}`, async (width) => {
        if (pictures === undefined) return;
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          const file = `${name}${prefix.replace('/', '-')}-${width}-${colorScheme}.png`;
          await page.screenshot({ path: join(pictures, file), fullPage: name === 'now' });
        }
        await page.emulateMedia({ colorScheme: 'light' });
      });
      await page.context().close();
    }
}, 240_000);

test('printed, the day is said and the form is not', async () => {
  const page = await open(`/filings/${filing}?asof=2026-01-12`);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('aside.as-of').isVisible()).toBe(true);
  expect(await page.locator('.as-of-form').isVisible()).toBe(false);
  await page.context().close();
});
