import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsByAxe } from './axe.ts';
import { visit, type Look } from './public-pages.ts';
import { startBrowser, startSite, type Site } from './site.ts';

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

test('the Chinese on the page is set in the fonts that we serve', async () => {
  await visit({ browser, site }, '/', { width: 1280, theme: 'light' }, async (page) => {
    const loaded = await page.evaluate(async () => {
      await document.fonts.ready;
      return [...document.fonts]
        .filter(({ status }) => status === 'loaded')
        .map(({ family }) => family.replaceAll('"', ''));
    });
    // Text and headings in the faces of frequent characters; what is rarer comes from the whole fonts.
    expect(loaded).toEqual(expect.arrayContaining(['Guankao Text', 'Guankao Title']));
    // Faces of this machine stood in until ours came.
    const rarer = loaded.filter((family) => !/^(?:Guankao (?:Text|Title)|T\w+ in \w+)$/.test(family));
    expect(rarer.filter((family) => !/^Noto (?:Sans|Serif) TC Variable$/.test(family))).toEqual([]);
  });
});

describe('without JavaScript', () => {
  const look: Look = { width: 1280, theme: 'light', script: false };

  test('one searches, narrows, opens a plan, sees its source and comes back', async () => {
    await visit({ browser, site }, '/', look, async (page) => {
      await page.locator('#q').fill('補強');
      await page.locator('#q').press('Enter');
      await page.waitForURL('**/plans?q=*');
      expect(await page.locator('.plans tbody tr').count()).toBeGreaterThan(0);
      await page.locator('.plans tbody th a').first().click();
      await page.waitForURL('**/plans/*');
      const plan = page.url();
      await page.locator('.money a.to-source').first().click();
      await page.waitForURL('**/source?*');
      expect(
        await page.locator('#passage').evaluate((mark) => {
          const { top, bottom } = mark.getBoundingClientRect();
          return top >= 0 && bottom <= innerHeight;
        }),
      ).toBe(true);
      await page.locator('a.back').click();
      await page.waitForURL('**/plans/*');
      expect(page.url()).toBe(plan);
    });
  });

  test('one turns the page dark and it stays dark', async () => {
    await visit({ browser, site }, '/plans', look, async (page) => {
      await page.locator('.theme button[value=dark]').click();
      await page.waitForURL('**/plans');
      const paper = (): Promise<string> =>
        page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
      expect(await paper()).toBe('rgb(25, 23, 19)');
      await page.goto(`${site.origin}/en/about`);
      expect(await paper()).toBe('rgb(25, 23, 19)');
    });
  });

  test('one opens a citation', async () => {
    await visit({ browser, site }, site.plans[0] ?? '/', look, async (page) => {
      await page.locator('.money .cite').first().click();
      expect(await page.locator('.citation:popover-open').count()).toBe(1);
    });
  });
});

describe('by keyboard', () => {
  const look: Look = { width: 1280, theme: 'light' };

  test('the first stop leads past the menu into the content', async () => {
    await visit({ browser, site }, '/plans', look, async (page) => {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    });
  });

  test.each([
    ['a plan', (): string => site.plans[0] ?? '/'],
    ['money by evidence', (): string => '/charts/evidence'],
    ['plans by evidence', (): string => '/charts/evidence-plans'],
    ['what is stated against what is computed', (): string => '/charts/disconnect'],
  ] as const)('%s: every stop can be seen, and they come in the order in which they stand', async (_name, path) => {
    await visit({ browser, site }, path(), look, async (page) => {
      const stops = await page.evaluate(
        () =>
          [...document.querySelectorAll<HTMLElement>('a[href],button,input:not([type=hidden]),select,summary')].filter(
            (stop) => stop.tabIndex >= 0 && stop.checkVisibility(),
          ).length,
      );
      let before = -1;
      for (let stop = 0; stop < Math.min(stops, 60); stop += 1) {
        await page.keyboard.press('Tab');
        const { order, seen } = await page.evaluate(() => {
          const element = document.activeElement;
          if (element === null) return { order: -1, seen: false };
          const { outlineStyle, outlineWidth } = getComputedStyle(element);
          return {
            order: [...document.querySelectorAll('*')].indexOf(element),
            seen: outlineStyle !== 'none' && outlineWidth !== '0px',
          };
        });
        expect(order).toBeGreaterThan(before);
        expect(seen).toBe(true);
        before = order;
      }
    });
  });

  test('a citation opens, closes with Escape, and gives the focus back', async () => {
    await visit({ browser, site }, site.plans[0] ?? '/', look, async (page) => {
      const button = page.locator('.money .cite').first();
      await button.focus();
      await page.keyboard.press('Enter');
      expect(await page.locator('.citation:popover-open').count()).toBe(1);
      await page.keyboard.press('Escape');
      expect(await page.locator('.citation:popover-open').count()).toBe(0);
      expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    });
  });

  test('a value’s source opens beside the page, and Escape returns to the value', async () => {
    await visit({ browser, site }, site.plans[0] ?? '/', look, async (page) => {
      const before = page.url();
      const link = page.locator('.money a.to-source').first();
      await link.focus();
      await page.keyboard.press('Enter');
      await page.locator('.source-panel #passage').waitFor();
      expect(page.url()).toBe(before);
      expect(await faultsByAxe(page)).toEqual([]);
      await page.keyboard.press('Escape');
      expect(await page.locator('.source-panel').isVisible()).toBe(false);
      expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
    });
  });
});
