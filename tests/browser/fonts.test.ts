import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { charactersOfRange, coverage } from '@guankao/fonts';
import { firstPages } from './first-pages.ts';
import { startBrowser, startSite, type Site } from './site.ts';

/** No character on a page is a box, whatever fonts the reader's machine has: each has a glyph in a font that we serve. */

const root = join(import.meta.dirname, '../..');

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

async function visit<Found>(path: string, look: (page: Page, devTools: CDPSession) => Promise<Found>): Promise<Found> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    const devTools = await context.newCDPSession(page);
    await page.goto(site.origin + path, { waitUntil: 'load' });
    await devTools.send('DOM.enable');
    await devTools.send('CSS.enable');
    return await look(page, devTools);
  } finally {
    await context.close();
  }
}

/** The style sheet of all faces, as a reader gets it who types. */
async function addAllFaces(page: Page): Promise<void> {
  const whole = await page.locator('link[data-whole]').getAttribute('data-whole');
  await page.addStyleTag({ url: whole ?? '' });
}

/** The fonts of the machine that any character of the page's texts would take, in its texts, semi-bold ones and headings. */
async function foreignFonts(page: Page, devTools: CDPSession): Promise<string[]> {
  await page.evaluate(async () => {
    const said = [...new Set(document.body.innerText)].join('');
    for (const name of ['p', 'strong', 'h2']) {
      const element = document.createElement(name);
      element.className = 'everything-said';
      element.textContent = said;
      document.body.append(element);
      // Faces that stand in until ours come are of the machine: nothing may be left to them.
      element.style.fontFamily = getComputedStyle(element).fontFamily.replaceAll(/"T\w+ in \w+", /g, '');
    }
    document.body.getBoundingClientRect();
    await document.fonts.ready;
  });
  const { root: tree } = await devTools.send('DOM.getDocument', { depth: 0 });
  const { nodeIds } = await devTools.send('DOM.querySelectorAll', {
    nodeId: tree.nodeId,
    selector: '.everything-said',
  });
  const answers = await Promise.all(nodeIds.map((nodeId) => devTools.send('CSS.getPlatformFontsForNode', { nodeId })));
  if (answers.length !== 3) throw new Error(`${answers.length} elements instead of three`);
  return answers.flatMap(({ fonts }) =>
    fonts
      .filter(({ isCustomFont }) => !isCustomFont)
      .map(({ familyName, glyphCount }) => `${familyName}: ${glyphCount}`),
  );
}

/** Elements in other fonts than those of texts and headings. */
function otherFamilies(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const family = (element: Element): string => getComputedStyle(element).fontFamily;
    const root = document.documentElement;
    const house = ['--text', '--title'].map((stack) => {
      const probe = document.createElement('p');
      probe.style.fontFamily = `var(${stack})`;
      root.append(probe);
      const asComputed = family(probe);
      probe.remove();
      return asComputed;
    });
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.localName !== 'code' && !house.includes(family(element)))
      .map((element) => `${family(element)}: ${element.outerHTML.slice(0, 120)}`);
  });
}

/** Those of `characters` that come out as the box for what is missing, in the fonts of texts and in those of headings. */
function boxes(page: Page, characters: readonly number[]): Promise<string[]> {
  return page.evaluate(async (codes) => {
    const style = getComputedStyle(document.documentElement);
    const size = 32;
    const atOnce = 100;
    const pen = Object.assign(document.createElement('canvas'), { width: size * atOnce, height: size }).getContext(
      '2d',
      {
        willReadFrequently: true,
      },
    );
    if (pen === null) throw new Error('no canvas');
    /** The pixels of each text, beside each other. */
    const drawn = (texts: readonly string[]): string[] => {
      pen.clearRect(0, 0, size * atOnce, size);
      for (const [at, text] of texts.entries()) pen.fillText(text, at * size + 4, 24);
      const pixels = new Uint32Array(pen.getImageData(0, 0, size * atOnce, size).data.buffer);
      return texts.map((_, at) =>
        Array.from({ length: size }, (_row, row) => {
          const start = row * size * atOnce + at * size;
          return pixels.subarray(start, start + size).join();
        }).join(),
      );
    };
    const found: string[] = [];
    for (const stack of ['--text', '--title']) {
      // Without what stands in until ours come: not every machine has it, and then nothing counts as loaded.
      const font = `16px ${style.getPropertyValue(stack).replaceAll(/'T\w+ in \w+',\s*/g, '')}`;
      await document.fonts.load(font, String.fromCodePoint(...codes));
      pen.font = font;
      // No font has the last code point of Unicode.
      const [box] = drawn(['\u{10ffff}']);
      for (let at = 0; at < codes.length; at += atOnce) {
        const texts = codes.slice(at, at + atOnce).map((code) => String.fromCodePoint(code));
        found.push(...drawn(texts).flatMap((pixels, i) => (pixels === box ? [`${stack} ${texts[i]}`] : [])));
      }
    }
    return found;
  }, characters);
}

/** None where the file is not UTF-8: the corpus holds samples of other encodings. */
function charactersOfFile(path: string): readonly number[] {
  const text = new TextDecoder('utf-8').decode(readFileSync(path));
  return text.includes('\ufffd') ? [] : [...text].map((character) => character.codePointAt(0) ?? 0);
}

/** Every character of one byte set of two, between two lead bytes. */
function charactersOfEncoding(name: string, first: number, last: number): number[] {
  const decoder = new TextDecoder(name);
  const codes: number[] = [];
  for (let lead = first; lead <= last; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if ([...text].length === 1 && !/[\ufffd\p{Co}]/u.test(text)) codes.push(text.codePointAt(0) ?? 0);
    }
  }
  return codes;
}

const claimed = new Set(
  [...readFileSync(join(root, 'dist/fonts/fonts.css'), 'utf8').matchAll(/unicode-range:([^}]+)\}/g)].flatMap(
    ([, range = '']) => charactersOfRange(range),
  ),
);

test('pages have every character that a PDF has, all of Big5, the common ones of GB 2312 and those of the corpus', () => {
  const corpus = readdirSync(join(root, 'corpus'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(txt|csv|yaml|md)$/.test(file))
    .flatMap((file) => charactersOfFile(join(root, 'corpus', file)));
  const wanted = new Set([
    ...coverage().flatMap(({ characters }) => [...characters]),
    ...charactersOfEncoding('big5', 0xa1, 0xf9),
    ...charactersOfEncoding('gb18030', 0xb0, 0xd7),
    ...corpus,
  ]);
  const lacking = [...wanted].filter((code) => !claimed.has(code)).map((code) => String.fromCodePoint(code));
  // U+02CD, a low line for phonetics, is in Big5 and in no font of ours.
  expect(lacking.filter((character) => !/[\s\p{Cc}]/u.test(character))).toEqual(['ˍ']);
});

test('every character that our style sheet claims has a glyph, in texts and in headings', async () => {
  const found = await visit('/about', async (page) => {
    await addAllFaces(page);
    const all: string[] = [];
    const codes = [...claimed].filter((code) => !/\s/u.test(String.fromCodePoint(code)));
    for (let at = 0; at < codes.length; at += 4000) all.push(...(await boxes(page, codes.slice(at, at + 4000))));
    return all;
  });
  expect(found).toEqual([]);
  // Some 37,000 characters, each drawn twice.
}, 600_000);

test('the box for what is missing is told from a glyph', async () => {
  const found = await visit('/about', async (page) => {
    await addAllFaces(page);
    return boxes(page, [0x20bb7, 0x97e7]);
  });
  expect(found).toEqual(['--text \u{20bb7}', '--title \u{20bb7}']);
});

test('a character that the first typeface lacks costs one small file; others cost none', async () => {
  const asked = await visit('/about', async (page) => {
    await addAllFaces(page);
    const files: string[] = [];
    page.on('request', (request) => files.push(request.url().replace(/.*\//, '')));
    await page.evaluate(async () => {
      document.body.insertAdjacentHTML('beforeend', '<h2>本計畫之韧性</h2><p>辦理海岸復育計畫，韧性步道3公里。</p>');
      document.body.getBoundingClientRect();
      await document.fonts.ready;
    });
    return files.filter((file) => file.endsWith('.woff'));
  });
  expect(asked).toHaveLength(1);
});

test.each(['', '/en'])('pages of “%s/” are drawn in our fonts alone, but for code', async (prefix) => {
  const paths = ['/plans', site.plans[0] ?? '/plans', site.filing, `${site.filing}/source`, '/rules', '/about'];
  for (const path of paths) {
    const found = await visit(prefix + path, async (page, devTools) => [
      ...(await otherFamilies(page)),
      ...(await foreignFonts(page, devTools)),
    ]);
    expect(found, path).toEqual([]);
  }
});

test('who types gets the fonts of all characters, who only reads those of the page', async () => {
  const sheets = (page: Page): Promise<number> => page.locator('link[rel=stylesheet][href*="/fonts.css"]').count();
  await visit('/plans', async (page) => {
    expect(await sheets(page)).toBe(0);
    await page.locator('input[type=search]').first().fill('韧');
    expect(await sheets(page)).toBe(1);
  });
});

test.each(firstPages)(
  '%s weighs at most 400 KB at the first visit, with no file of a whole typeface',
  async (_name, path) => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    try {
      const page = await context.newPage();
      const devTools = await context.newCDPSession(page);
      const urls: string[] = [];
      let bytes = 0;
      devTools.on('Network.responseReceived', ({ response }) => urls.push(response.url));
      devTools.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
      await devTools.send('Network.enable');
      await page.goto(site.origin + path(site), { waitUntil: 'networkidle' });
      expect(urls.filter((url) => /noto-/.test(url)).map((url) => url.replace(/.*\//, ''))).toEqual([]);
      expect(bytes / 1024).toBeLessThanOrEqual(400);
    } finally {
      await context.close();
    }
  },
);
