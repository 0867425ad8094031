import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { Pool } from '@guankao/pool';
import { read } from '@guankao/reading';
import { createServer } from '@guankao/server';
import { memoryCatalogue } from '../../packages/server/src/fixtures/memory-catalogue.ts';
import { startBrowser } from './site.ts';

/**
 * Counts on how many pages each character stands, as text, semi-bold and in titles, and writes them, the most frequent
 * first, to packages/fonts/src/build/core.ts: NODE_ENV=production node scripts/run.mjs tests/browser/list-core.ts [FILING …]
 * Of pages with the filings of the corpus and those that are named. What stands on no page comes after, by how often the
 * texts of the corpus and of the pages say it. The list is fixed per release, so that its files keep their hash.
 */

/** Beyond these a file of their own costs more than it saves. */
const most = 1_500;
/** Of each kind: a hundred pages of plans say no more than these. */
const pagesOfKind = 8;

type Style = 'text' | 'bold' | 'title';
type Counts = Map<string, number>;

const root = process.cwd();
const isHan = /\p{Script=Han}/u;
const byPages: Readonly<Record<Style, Counts>> = { text: new Map(), bold: new Map(), title: new Map() };

const server = await createServer({
  catalogue: memoryCatalogue(await filings()),
  pool: new Pool(),
  builtFolder: join(root, 'dist'),
});
const origin = await server.listen({ host: '127.0.0.1', port: 0 });
const browser = await startBrowser();
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
await page.route(/\.woff2?$/, (route) => route.abort());
for (const pages of await pagesByKind())
  for (const path of pages) {
    await page.goto(origin + path, { waitUntil: 'domcontentloaded' });
    // Each kind of page counts once, however many there are of it.
    for (const [style, characters] of Object.entries(await shown(page)))
      for (const character of characters)
        if (isHan.test(character)) add(byPages[style as Style], character, 1 / pages.length);
  }
await browser.close();
await server.close();

const inTexts = countTexts();
const anywhere = new Map<string, number>();
for (const counts of Object.values(byPages)) for (const [character, count] of counts) add(anywhere, character, count);
const core = ordered([...new Set([...anywhere.keys(), ...inTexts.keys()])], anywhere).slice(0, most);
writeFileSync(
  'packages/fonts/src/build/core.ts',
  [
    '/** The characters that pages show most, the most frequent first, by how they are set; made by tests/browser/list-core.ts. */',
    'export const core = {',
    ...Object.entries(byPages).map(
      ([style, counts]) => `  ${style}: [\n${linesOf(ordered(core, counts))}  ].join(''),`,
    ),
    '} as const;',
    '',
  ].join('\n'),
);

async function filings(): Promise<Parameters<typeof memoryCatalogue>[0]> {
  const folders = readdirSync('corpus').map((folder) => join('corpus', folder, 'filing.txt'));
  const texts = [...folders, ...process.argv.slice(2)].filter((path) => path.endsWith('.txt'));
  const found = texts.flatMap((path) => {
    try {
      return [{ path, bytes: new Uint8Array(readFileSync(path)) }];
    } catch {
      return [];
    }
  });
  return Promise.all(
    found.map(async ({ bytes }) => ({ reading: (await read({ name: 'filing.txt', bytes })).reading, bytes })),
  );
}

/** Paths of pages that one comes to from the first one, a few of each kind. */
async function pagesByKind(): Promise<readonly (readonly string[])[]> {
  const kinds = new Map<string, string[]>();
  const seen = new Set(['/']);
  for (const path of seen) {
    const others = kinds.get(kindOf(path)) ?? [];
    if (others.length >= pagesOfKind) continue;
    const { body, headers } = await server.inject(path);
    if (headers['content-type'] !== 'text/html; charset=utf-8') continue;
    kinds.set(kindOf(path), [...others, path]);
    for (const [, href = ''] of body.matchAll(/<a [^>]*href="(\/[^"#]*)/g))
      if (!/^\/(en|api|data\/|assets|openapi|sources)|\.\w+(?:\?|$)/.test(href))
        seen.add(href.replaceAll('&amp;', '&'));
  }
  return [...kinds.values()];
}

/** `/plans/·/targets` of `/plans/113-r01/targets?asof=…`. */
function kindOf(path: string): string {
  const [, first = '', record, ...rest] = (path.split('?')[0] ?? '').split('/');
  return ['', first, ...(record === undefined ? [] : [first === 'charts' ? record : '·']), ...rest].join('/');
}

/** What the page shows in each style. */
function shown(on: Page): Promise<Record<Style, string>> {
  return on.evaluate(() => {
    const found = { text: '', bold: '', title: '' };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const element = texts.currentNode.parentElement;
      if (element === null) continue;
      const { fontFamily, fontWeight } = getComputedStyle(element);
      const style = fontFamily.includes('Guankao Title') ? 'title' : Number(fontWeight) >= 600 ? 'bold' : 'text';
      found[style] += texts.currentNode.textContent ?? '';
    }
    return Object.fromEntries(Object.entries(found).map(([style, text]) => [style, [...new Set(text)].join('')]));
  }) as Promise<Record<Style, string>>;
}

function countTexts(): Counts {
  const counts: Counts = new Map();
  for (const folder of ['corpus', 'packages/web/src', 'packages/rules/src'])
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
      if (/(?:filing\.txt|\.tsx?|\.md)$/.test(name))
        for (const character of readFileSync(join(folder, name), 'utf8'))
          if (isHan.test(character)) add(counts, character, 1);
  return counts;
}

function add(counts: Counts, character: string, count: number): void {
  counts.set(character, (counts.get(character) ?? 0) + count);
}

/** By `counts`; where these are equal, by all pages and then by all texts. */
function ordered(characters: readonly string[], counts: Counts): readonly string[] {
  const of = (from: Counts, character: string): number => from.get(character) ?? 0;
  return characters.toSorted(
    (a, b) =>
      of(counts, b) - of(counts, a) ||
      of(anywhere, b) - of(anywhere, a) ||
      of(inTexts, b) - of(inTexts, a) ||
      (a < b ? -1 : 1),
  );
}

function linesOf(characters: readonly string[]): string {
  return (characters.join('').match(/.{1,50}/gu) ?? []).map((line) => `    '${line}',\n`).join('');
}
