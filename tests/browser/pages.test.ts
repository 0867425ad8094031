import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

interface Look {
  readonly width: number;
  readonly theme: 'light' | 'dark';
  readonly script?: boolean;
}

/** Opens pages one after the other in a context of their own, hands each over with what its console said, and closes it. */
async function visitEach(
  paths: readonly string[],
  { width, theme, script = true }: Look,
  look: (page: Page, path: string, complaints: readonly string[]) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: theme,
    javaScriptEnabled: script,
  });
  try {
    const page = await context.newPage();
    let complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    for (const path of paths) {
      complaints = [];
      await page.goto(site.origin + path, { waitUntil: 'load' });
      await look(page, path, complaints);
    }
  } finally {
    await context.close();
  }
}

function visit(path: string, look: Look, then: (page: Page) => Promise<void>): Promise<void> {
  return visitEach([path], look, then);
}

const [lastYear, thisYear] = ['範例部-112', '範例部-113'].map(encodeURIComponent);

/** Every kind of page, at its most crowded in the example. */
function paths(): readonly string[] {
  const [plan = '/plans'] = site.plans;
  return [
    '/',
    '/plans',
    '/plans?q=%E5%AE%8C%E6%88%90&sort=rate',
    '/plans?q=nothing',
    plan,
    site.plans[4] ?? plan,
    '/filings',
    site.filing,
    `${site.filing}/spent-and-met`,
    `${site.filing}/questions`,
    `${site.filing}/clarifications`,
    '/charts',
    '/charts/roll-up',
    '/charts/roll-up?by=agency',
    '/charts/rates',
    '/charts/disconnect',
    '/charts/evidence',
    '/charts/evidence-plans',
    '/charts/findings',
    '/charts/years',
    '/charts/commitments',
    '/charts/life',
    '/charts/events',
    `${site.filing}/source?span=120-140#passage`,
    '/commitments',
    '/commitments?year=2024&state=overdue',
    '/commitments?q=nothing',
    '/findings',
    '/findings?q=%E5%AE%8C%E6%88%90&severity=warning',
    '/findings?q=nothing',
    '/side-by-side',
    `/side-by-side?of=${lastYear}&with=${thisYear}`,
    '/lists/missed-in-silence',
    '/rules',
    '/rules/rate-mismatch',
    '/check',
    '/about',
    '/data',
    '/nowhere',
  ];
}

const everything = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** All that another theme can change. */
const colours = ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'];

async function faultsByAxe(page: Page, rules: readonly string[] = everything): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(
    async (runOnly) => {
      const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
        runOnly,
        rules: { 'color-contrast-enhanced': { enabled: true } },
      });
      return violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .slice(0, 3)
            .map((node) => node.html.slice(0, 160))
            .join(' | ')}`,
      );
    },
    [...rules],
  );
}

const looks: readonly Look[] = [1280, 390].flatMap((width) => [
  { width, theme: 'light' } as const,
  { width, theme: 'dark' } as const,
]);

/** A language changes no colour, and in the dark only colours are looked at. */
const inBothLanguages = { light: ['', '/en'], dark: [''] } as const;

describe.each(looks)('$width pixels wide, $theme', (look) => {
  test.each(inBothLanguages[look.theme])(
    'no page of “%s/” has a fault that axe finds, overflows, or complains',
    async (prefix) => {
      const addresses = paths().map((path) => (prefix !== '' && path === '/' ? prefix : prefix + path));
      await visitEach(addresses, look, async (page, address, complaints) => {
        expect(await faultsByAxe(page, look.theme === 'light' ? everything : colours), address).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(overflow, `${address} is wider than the screen`).toBeLessThanOrEqual(0);
        expect(
          complaints.filter((words) => !words.includes('404')),
          address,
        ).toEqual([]);
      });
    },
  );
});

test('a browser reads every page as it was written: nothing stands where HTML does not allow it', async () => {
  await visitEach(paths(), { width: 1280, theme: 'light' }, async (page, path) => {
    const moved = await page.evaluate(async () => {
      const html = await (await fetch(location.href)).text();
      const read = new DOMParser().parseFromString(html, 'text/html');
      const written = Map.groupBy(html.matchAll(/<([a-z][a-z0-9]*)/g), ([, name]) => name ?? '');
      return [...written].flatMap(([name, tags]) => {
        const count = read.getElementsByTagName(name).length;
        return count === tags.length ? [] : [`${name}: ${tags.length} written, ${count} read`];
      });
    });
    expect(moved, path).toEqual([]);
  });
});

test('at 400 % zoom nothing has to be scrolled sideways', async () => {
  await visitEach(paths(), { width: 320, theme: 'light' }, async (page, path) => {
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll('body *')]
        .filter(
          (element) =>
            element.getBoundingClientRect().right > innerWidth + 1 &&
            !element.closest('[popover],.aside-for-ears,thead'),
        )
        .map((element) => element.outerHTML.slice(0, 100)),
    );
    expect(wide, path).toEqual([]);
  });
});

/** Shapes and swatches that are of no other colour than what they lie on; words and links are axe's. */
function unseenMarks(): readonly string[] {
  const paper = getComputedStyle(document.documentElement).backgroundColor;
  const isSeen = (colour: string): boolean => !/^(?:none|transparent|rgba\(\d+, \d+, \d+, 0\))$/.test(colour);
  return [...document.querySelectorAll('main svg :is(rect, circle, path, line, text), main .swatch')]
    .filter((mark) => mark.getBoundingClientRect().width > 0)
    .filter((mark) => {
      const { fill, stroke, borderTopColor, backgroundColor } = getComputedStyle(mark);
      const colours = mark instanceof SVGElement ? [fill, stroke] : [borderTopColor, backgroundColor];
      return colours.every((colour) => !isSeen(colour) || colour === paper);
    })
    .map((mark) => mark.outerHTML.slice(0, 100));
}

test('in colours that the reader has forced, words can be read, marks be seen, and grades be told apart', async () => {
  await visitEach(paths(), { width: 1280, theme: 'light' }, async (page, path) => {
    await page.emulateMedia({ forcedColors: 'active' });
    expect(await faultsByAxe(page, colours), path).toEqual([]);
    expect(await page.evaluate(unseenMarks), path).toEqual([]);
    const grades = await page.evaluate(() =>
      [...document.querySelectorAll('.swatch')].map((swatch) => {
        const { backgroundColor, borderTopColor, borderTopStyle, borderTopWidth } = getComputedStyle(swatch);
        return [swatch.className, [backgroundColor, borderTopColor, borderTopStyle, borderTopWidth].join(' ')] as const;
      }),
    );
    const looks = new Map(grades);
    expect(new Set(looks.values()).size, `${path}: ${[...looks].join('; ')}`).toBe(looks.size);
  });
});

test('the Chinese on the page is set in the fonts that we serve', async () => {
  await visit('/', { width: 1280, theme: 'light' }, async (page) => {
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
    await visit('/', look, async (page) => {
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
    await visit('/plans', look, async (page) => {
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
    await visit(site.plans[0] ?? '/', look, async (page) => {
      await page.locator('.money .cite').first().click();
      expect(await page.locator('.citation:popover-open').count()).toBe(1);
    });
  });
});

describe('by keyboard', () => {
  const look: Look = { width: 1280, theme: 'light' };

  test('the first stop leads past the menu into the content', async () => {
    await visit('/plans', look, async (page) => {
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
    await visit(path(), look, async (page) => {
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
    await visit(site.plans[0] ?? '/', look, async (page) => {
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
    await visit(site.plans[0] ?? '/', look, async (page) => {
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
