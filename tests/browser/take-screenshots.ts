import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startProgram } from './program.ts';
import { startBrowser, startSite, type Site } from './site.ts';
import { smallPng } from './small-png.ts';

const folder = join(process.cwd(), 'docs/screenshots');
/** Names of pictures; all of them where none is given. */
const asked = process.argv.slice(2);

interface Picture {
  readonly name: string;
  /** Which record is shown; the example filings where it is not said. */
  readonly of?: 'past' | 'program';
  readonly path: (site: Site) => string;
  readonly height: number;
  /** Done on the page before the picture is taken. */
  readonly ready?: (page: Page, site: Site) => Promise<void>;
}

const pictures: readonly Picture[] = [
  { name: 'list', path: () => '/plans', height: 900 },
  { name: 'search', path: () => '/plans?q=%E5%AE%8C%E6%88%90&sort=name', height: 900 },
  { name: 'finding-search', path: () => '/findings?severity=error', height: 1000 },
  {
    name: 'side-by-side',
    path: () => `/side-by-side?of=${encodeURIComponent('範例部-112')}&with=${encodeURIComponent('範例部-113')}`,
    height: 1200,
    ready: whenAllIsKnown,
  },
  { name: 'plan', path: (site) => site.plans[0] ?? '/plans', height: 1200 },
  { name: 'data', path: () => '/data', height: 1100 },
  { name: 'filing', path: (site) => site.filing, height: 1000 },
  { name: 'spent-and-met', path: (site) => `${site.filing}/spent-and-met`, height: 1100 },
  { name: 'commitments', path: () => '/commitments', height: 1100 },
  { name: 'questions', path: (site) => `${site.filing}/questions`, height: 1100 },
  { name: 'charts', path: () => '/charts', height: 900 },
  { name: 'rates', path: () => '/charts/rates', height: 1100 },
  { name: 'disconnect', path: () => '/charts/disconnect', height: 1100 },
  { name: 'findings', path: () => '/charts/findings', height: 1100 },
  { name: 'years', path: () => '/charts/years', height: 1100 },
  { name: 'life', path: () => '/charts/life', height: 1100 },
  { name: 'events', path: () => '/charts/events', height: 1100 },
  { name: 'due', path: () => '/charts/commitments', height: 1100 },
  { name: 'roll-up', path: () => '/charts/roll-up', height: 1100 },
  { name: 'evidence', path: () => '/charts/evidence', height: 1100 },
  { name: 'evidence-plans', path: () => '/charts/evidence-plans', height: 1100 },
  { name: 'source', path: (site) => `${site.filing}/source?span=${passage}#passage`, height: 800 },
  { name: 'as-of', of: 'past', path: () => '/plans?asof=2026-01-12', height: 900 },
  {
    name: 'compare',
    of: 'program',
    path: (site) => `${site.filing}/compare?with=${encodeURIComponent('範例部-112')}`,
    height: 1100,
  },
  { name: 'verify', of: 'program', path: () => '/verify', height: 1100, ready: verifyExample },
];

/** A figure in the first table row of the example; the page scrolls to it. */
let passage = '120-130';

const widths = { wide: 1280, narrow: 390 } as const;
const themes = ['light', 'dark'] as const;

async function take(
  browser: Browser,
  site: Site,
  { name, path, height, ready }: Picture,
  size: string,
  width: number,
  theme: 'light' | 'dark',
): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: theme });
  const page = await context.newPage();
  await page.goto(site.origin + path(site), { waitUntil: 'networkidle' });
  await ready?.(page, site);
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
  const file = join(folder, `${name}-${size}-${theme}.png`);
  writeFileSync(file, await smallPng(await page.screenshot()));
  await context.close();
  console.log(`${file} ${Math.round(statSync(file).size / 1024)} KB`);
}

/** The first visitor of a server that has just started is told that commitments are being worked out. */
async function whenAllIsKnown(page: Page): Promise<void> {
  while ((await page.locator('.pending').count()) > 0) await page.reload({ waitUntil: 'networkidle' });
}

/** The example's file and the proof of it, given to the page; and the same file with one figure changed. */
async function verifyExample(page: Page, { origin, filing }: Site): Promise<void> {
  const bytes = readFileSync(join(process.cwd(), 'corpus/example/filing.txt'));
  const proof = await (await fetch(`${origin}/api${filing}/proof`)).text();
  const text = bytes.toString('utf8').replace(/(?<=完成)\d/, '8');
  await page.setInputFiles('#verify-file', { name: 'filing.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
  await page.setInputFiles('#verify-proof', {
    name: 'filing.tlog-proof',
    mimeType: 'text/plain',
    buffer: Buffer.from(proof),
  });
  await page.setInputFiles('#verify-issued', { name: 'issued.txt', mimeType: 'text/plain', buffer: bytes });
  await page.locator('#verify-cells li').first().waitFor();
}

/** Where the first plan’s executed amount stands. */
async function passageOf(site: Site): Promise<string> {
  const answer = await fetch(`${site.origin}/api${site.plans[0]}`);
  const { row } = (await answer.json()) as {
    row: { origins: Record<string, { spans: { start: number; end: number }[] }> };
  };
  const [span] = row.origins['executedToDate']?.spans ?? [];
  return span === undefined ? passage : `${span.start}-${span.end}`;
}

/** The program as it is shipped, with the example and last year's taken in and its log signed. */
async function startSigned(): Promise<Site> {
  const data = mkdtempSync(join(tmpdir(), 'guankao-pictures-'));
  const program = await startProgram(data, {}, ['corpus/example/filing.txt', 'corpus/example-last-year/filing.txt']);
  const { filings } = (await (await fetch(`${program.origin}/api/filings`)).json()) as { filings: { id: string }[] };
  // The example: last year's is there to be compared with.
  const filing = `/filings/${encodeURIComponent(
    filings
      .map(({ id }) => id)
      .toSorted()
      .at(-1) ?? '',
  )}`;
  for (let waited = 0; waited < 20_000; waited += 200) {
    if ((await fetch(`${program.origin}/api${filing}/proof`)).ok) break;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return {
    origin: program.origin,
    filing,
    plans: [],
    stop: async () => {
      await program.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

const started = {
  example: () => startSite(process.cwd()),
  past: () => startSite(process.cwd(), 'serve-past.ts'),
  program: startSigned,
};

mkdirSync(folder, { recursive: true });
const browser = await startBrowser();
try {
  const wanted = pictures.filter(({ name }) => asked.length === 0 || asked.includes(name));
  for (const [of, own] of Map.groupBy(wanted, (picture) => picture.of ?? 'example')) {
    const site = await started[of]();
    try {
      if (of === 'example') passage = await passageOf(site);
      for (const picture of own)
        for (const [size, width] of Object.entries(widths))
          for (const theme of themes) await take(browser, site, picture, size, width, theme);
    } finally {
      await site.stop();
    }
  }
} finally {
  await browser.close();
}
