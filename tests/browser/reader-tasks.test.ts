import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser, startSite, type Site } from './site.ts';

/** What readers come for, click by click from the first page. */

let site: Site;
let browser: Browser;

beforeAll(async () => {
  site = await startSite();
  browser = await startBrowser();
  // What was promised is gathered once after a start.
  await fetch(`${site.origin}/api/commitments`);
});

afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

async function fromHome<Result>(
  look: { readonly script: boolean; readonly width: number },
  work: (page: Page) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext({
    viewport: { width: look.width, height: 900 },
    javaScriptEnabled: look.script,
  });
  try {
    const page = await context.newPage();
    await page.goto(`${site.origin}/`);
    return await work(page);
  } finally {
    await context.close();
  }
}

test.each([
  { script: true, width: 1280 },
  { script: false, width: 390 },
])('what is promised for next year: one click (script: $script, $width px)', async (look) => {
  await fromHome(look, async (page) => {
    const next = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear() + 1;
    await page.click(`main a[href="/commitments?year=${next}"]`);
    expect(new URL(page.url()).search).toBe(`?year=${next}`);
    expect(await page.locator('h1').textContent()).toBe('承諾事項');
    const due = await page
      .locator('.commitments time')
      .evaluateAll((all) => all.map((each) => each.getAttribute('datetime') ?? ''));
    const { total } = (await (await fetch(`${site.origin}/api/commitments?year=${next}`)).json()) as { total: number };
    expect(due).toHaveLength(total);
    if (total === 0) expect(await page.locator('.empty').isVisible()).toBe(true);
    for (const day of due) expect(day.startsWith(`${next}`)).toBe(true);
  });
});

test('a year in which something is promised: one click, each with its words, place and edition', async () => {
  await fromHome({ script: false, width: 390 }, async (page) => {
    await page.click('main nav a[href="/commitments?year=2025"]');
    const rows = page.locator('.commitments tbody tr');
    expect(await rows.count()).toBeGreaterThan(0);
    for (const row of await rows.all()) {
      expect((await row.locator('.words q').last().textContent())?.length).toBeGreaterThan(3);
      expect(await row.locator('.words a.to-source').getAttribute('href')).toMatch(/span=.*edition=\d/);
    }
  });
});

test('the five weakest claims of a filing, found and cited: ten clicks at most', async () => {
  await fromHome({ script: true, width: 1280 }, async (page) => {
    let clicks = 0;
    const click = async (of: ReturnType<Page['locator']>): Promise<void> => {
      clicks += 1;
      await of.click();
    };
    await click(page.locator(`main a[href="${site.filing}"]`).first());
    const weakest = await page
      .locator('.ask-first li > p:last-child')
      .evaluateAll((all) => all.slice(0, 5).map((each) => (each.firstChild?.textContent ?? '').trim()));
    expect(weakest).toHaveLength(5);
    for (const message of weakest) {
      const kind = page.locator('details.kind', { hasText: message }).first();
      const finding = kind.locator('.finding', { hasText: message }).first();
      if ((await kind.getAttribute('open')) === null) await click(kind.locator('summary'));
      await click(finding.locator('button.cite'));
      const citation = finding.locator('.citation');
      await citation.waitFor({ state: 'visible' });
      expect(await citation.locator('q').textContent()).not.toBe('');
      expect(await citation.textContent()).toContain('第 1 版');
      expect(await citation.locator('a').getAttribute('href')).toContain('/source?span=');
      await page.keyboard.press('Escape');
    }
    expect(clicks).toBeLessThanOrEqual(10);
  });
});

test.each([
  { script: true, width: 1280 },
  { script: false, width: 390 },
])('the share of money by evidence: one click (script: $script, $width px)', async (look) => {
  await fromHome(look, async (page) => {
    await page.click('main a[href="/charts/evidence"]');
    expect(await page.locator('h1').textContent()).toBe('經費與目標的佐證等級');
    const facts = (await (await fetch(`${site.origin}/api/charts/evidence`)).json()) as {
      standing: string;
      budgeted: number;
      moneyShare: number;
    }[];
    const shown = await page.locator('.evidence .roll-figures').first().textContent();
    const told = facts.filter(({ budgeted }) => budgeted > 0);
    expect(told.length).toBeGreaterThan(1);
    for (const { budgeted, moneyShare } of told) {
      expect(shown).toContain(`${budgeted.toLocaleString('en-US')} 元`);
      expect(shown).toContain(`${moneyShare}\u00A0%`);
    }
    expect(Math.abs(told.reduce((sum, { moneyShare }) => sum + moneyShare, 0) - 100)).toBeLessThan(0.05);
    // And to the plans behind a share in one more.
    await page.locator('.evidence .roll-figures a').first().click();
    expect(await page.locator('.heat tbody tr').count()).toBeGreaterThan(0);
  });
});

test('ten questions of a filing to take to a meeting: three clicks to the PDF', async () => {
  await fromHome({ script: false, width: 390 }, async (page) => {
    await page.locator(`main a[href="${site.filing}"]`).first().click();
    await page.locator(`a[href="${site.filing}/questions"]`).click();
    expect(await page.locator('.sheet tbody tr').count()).toBe(10);
    const coming = page.waitForEvent('download');
    await page.locator('.downloads a', { hasText: 'PDF' }).click();
    expect((await coming).suggestedFilename()).toMatch(/優先釐清十問\.pdf$/);
  });
});
