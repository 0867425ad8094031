import type { Browser, Page } from 'playwright-core';
import type { Site } from './site.ts';

/** A browser, and the site that it looks at. */
export interface Visitor {
  readonly browser: Browser;
  readonly site: Site;
}

export interface Look {
  readonly width: number;
  readonly theme: 'light' | 'dark';
  readonly script?: boolean;
}

/** Opens pages one after the other in a context of their own, hands each over with what its console said, and closes it. */
export async function visitEach(
  { browser, site }: Visitor,
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

export function visit(visitor: Visitor, path: string, look: Look, then: (page: Page) => Promise<void>): Promise<void> {
  return visitEach(visitor, [path], look, then);
}

const [lastYear, thisYear] = ['範例部-112', '範例部-113'].map(encodeURIComponent);

/** Every kind of public page, at its most crowded in the example. */
export function pathsOf(site: Site): readonly string[] {
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
