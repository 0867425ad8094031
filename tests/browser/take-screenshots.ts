import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { startBrowser, startSite, type Site } from './site.ts';

const folder = join(process.cwd(), 'docs/screenshots');
/** Names of pictures; all of them where none is given. */
const asked = process.argv.slice(2);

interface Picture {
  readonly name: string;
  readonly path: (site: Site) => string;
  readonly height: number;
}

const pictures: readonly Picture[] = [
  { name: 'list', path: () => '/plans', height: 900 },
  { name: 'search', path: () => '/plans?q=%E5%AE%8C%E6%88%90&sort=name', height: 900 },
  { name: 'finding-search', path: () => '/findings?severity=error', height: 1000 },
  {
    name: 'side-by-side',
    path: () => `/side-by-side?of=${encodeURIComponent('範例部-112')}&with=${encodeURIComponent('範例部-113')}`,
    height: 1200,
  },
  { name: 'plan', path: (site) => site.plans[0] ?? '/plans', height: 1200 },
  { name: 'data', path: () => '/data', height: 1100 },
  { name: 'filing', path: (site) => site.filing, height: 1000 },
  { name: 'spent-and-met', path: (site) => `${site.filing}/spent-and-met`, height: 1100 },
  { name: 'charts', path: () => '/charts', height: 900 },
  { name: 'rates', path: () => '/charts/rates', height: 1100 },
  { name: 'findings', path: () => '/charts/findings', height: 1100 },
  { name: 'years', path: () => '/charts/years', height: 1100 },
  { name: 'life', path: () => '/charts/life', height: 1100 },
  { name: 'events', path: () => '/charts/events', height: 1100 },
  { name: 'due', path: () => '/charts/commitments', height: 1100 },
  { name: 'roll-up', path: () => '/charts/roll-up', height: 1100 },
  { name: 'evidence', path: () => '/charts/evidence', height: 1100 },
  { name: 'evidence-plans', path: () => '/charts/evidence-plans', height: 1100 },
  { name: 'source', path: (site) => `${site.filing}/source?span=${passage}#passage`, height: 800 },
];

/** A figure in the first table row of the example; the page scrolls to it. */
let passage = '120-130';

const widths = { wide: 1280, narrow: 390 } as const;
const themes = ['light', 'dark'] as const;

async function takeAll(browser: Browser, site: Site): Promise<void> {
  passage = await passageOf(site);
  for (const picture of pictures.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
    for (const [size, width] of Object.entries(widths)) {
      for (const theme of themes) await take(browser, site, picture, size, width, theme);
    }
  }
}

async function take(
  browser: Browser,
  site: Site,
  { name, path, height }: Picture,
  size: string,
  width: number,
  theme: 'light' | 'dark',
): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: theme });
  const page = await context.newPage();
  await page.goto(site.origin + path(site), { waitUntil: 'networkidle' });
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
  const file = join(folder, `${name}-${size}-${theme}.png`);
  await page.screenshot({ path: file });
  await context.close();
  console.log(`${file} ${Math.round(statSync(file).size / 1024)} KB`);
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

mkdirSync(folder, { recursive: true });
const site = await startSite(process.cwd());
const browser = await startBrowser();
try {
  await takeAll(browser, site);
} finally {
  await browser.close();
  await site.stop();
}
