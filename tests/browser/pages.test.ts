import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { colours, everything, faultsByAxe } from './axe.ts';
import { pathsOf, visitEach } from './public-pages.ts';
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

/** As a page is looked at. */
interface Look {
  readonly width: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly forcedColors?: 'active' | 'none';
  readonly rules: readonly string[];
}

const inLight: readonly Look[] = [
  { width: 1280, rules: everything },
  { width: 390, rules: everything },
];

/** A language changes no colour: here only colours are looked at, in one language. */
const inOtherColours: readonly Look[] = [
  { width: 1280, colorScheme: 'dark', rules: colours },
  { width: 390, colorScheme: 'dark', rules: colours },
  { width: 1280, forcedColors: 'active', rules: colours },
];

test.each([
  ['', [...inLight, ...inOtherColours]],
  ['/en', inLight],
] as const)(
  'at both widths, light, dark and in colours that the reader has forced, no page of “%s/” has a fault that axe finds, overflows, or complains',
  { timeout: 400_000 },
  async (prefix, looks) => {
    const addresses = pathsOf(site).map((path) => (prefix !== '' && path === '/' ? prefix : prefix + path));
    await visitEach(
      { browser, site },
      addresses,
      { width: 1280, theme: 'light' },
      async (page, address, complaints) => {
        for (const look of looks) await lookAt(page, address, look);
        expect(
          complaints.filter((words) => !words.includes('404')),
          address,
        ).toEqual([]);
      },
    );
  },
);

test('a fault that is there is found, in each way of looking', async () => {
  const page = await browser.newPage();
  await page.setContent(`<main><h1>範例</h1><img src="a.png">
    <p style="color: #888; background: #999">看不清</p><q style="color: #767676; background: #fff">不太清</q></main>`);
  expect(await faultsByAxe(page)).toContainEqual(expect.stringMatching(/^image-alt: <img/));
  const ofColour = [
    expect.stringMatching(/^color-contrast: <p/),
    expect.stringMatching(/^color-contrast-enhanced: <q/),
  ];
  expect(await faultsByAxe(page, everything)).toEqual(expect.arrayContaining(ofColour));
  expect((await faultsByAxe(page, colours)).toSorted()).toEqual(ofColour.toReversed());
  await page.close();
});

async function lookAt(page: Page, address: string, look: Look): Promise<void> {
  const { width, colorScheme = 'light', forcedColors = 'none', rules } = look;
  const where = `${address}, ${width} pixels wide, ${forcedColors === 'active' ? 'forced colours' : colorScheme}`;
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme, forcedColors });
  expect(await faultsByAxe(page, rules), where).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow, `${where}: wider than the screen`).toBeLessThanOrEqual(0);
  if (forcedColors === 'active') await seeMarks(page, where);
}

test('a browser reads every page as it was written: nothing stands where HTML does not allow it', async () => {
  await visitEach({ browser, site }, pathsOf(site), { width: 1280, theme: 'light' }, async (page, path) => {
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
  await visitEach({ browser, site }, pathsOf(site), { width: 320, theme: 'light' }, async (page, path) => {
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

/** Where colours are forced, marks can still be seen, and grades be told apart. */
async function seeMarks(page: Page, where: string): Promise<void> {
  expect(await page.evaluate(unseenMarks), where).toEqual([]);
  const grades = await page.evaluate(() =>
    [...document.querySelectorAll('.swatch')].map((swatch) => {
      const { backgroundColor, borderTopColor, borderTopStyle, borderTopWidth } = getComputedStyle(swatch);
      return [swatch.className, [backgroundColor, borderTopColor, borderTopStyle, borderTopWidth].join(' ')] as const;
    }),
  );
  const looks = new Map(grades);
  expect(new Set(looks.values()).size, `${where}: ${[...looks].join('; ')}`).toBe(looks.size);
}
