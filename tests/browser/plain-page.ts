import { mkdirSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { look } from './look.ts';
import type { YearHouse } from './year-house.ts';

/** Pages without a script, walked through by keys alone. */

/** Where pictures of what was looked at are put; nowhere without it. */
const keep = process.env['KEEP_LOOKS'];

/** A person's page, signed in, in a browser that runs no script. */
export async function plainPage(house: YearHouse, login: string): Promise<Page> {
  const signedIn = await house.page(login);
  const context = await house.browser.newContext({
    javaScriptEnabled: false,
    storageState: await signedIn.context().storageState(),
    viewport: { width: 1280, height: 900 },
    locale: 'zh-TW',
  });
  return context.newPage();
}

/** Faults of what `page` shows, at both widths, light and dark. axe needs scripts: `looker`, which has them, is shown the same. */
export async function seen(looker: Page, page: Page, name: string): Promise<void> {
  const body = await page.content();
  const address = page.url().split('#')[0] ?? '';
  await looker.route(address, (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }));
  await looker.goto(address);
  await looker.unroute(address);
  await seenInBoth(looker, name);
}

/** The same of a page that runs scripts itself. */
export async function seenInBoth(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await look(page, `${name} ${colorScheme}`, async (width) => {
      if (keep === undefined) return;
      mkdirSync(keep, { recursive: true });
      await page.screenshot({ path: `${keep}/${name}-${width}-${colorScheme}.png`, fullPage: true });
    });
  }
}

/** More stops than any page of the workbench has. */
const mostStops = 400;

/** Tab by Tab to a control; it is seen to be reached. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let stop = 0; stop < mostStops; stop += 1) {
    await page.keyboard.press('Tab');
    const [isThere, isSeen] = await control.evaluate((element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return [element === element.ownerDocument.activeElement, outlineStyle !== 'none' && outlineWidth !== '0px'];
    });
    if (!isThere) continue;
    expect(isSeen, `the focus cannot be seen on ${await control.evaluate((element) => element.outerHTML)}`).toBe(true);
    return;
  }
  throw new Error(`no Tab leads to ${String(control)}`);
}

/** Tab by Tab to a control, and Enter; the next page has come. */
export async function enterOn(page: Page, control: Locator): Promise<void> {
  await tabTo(page, control);
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}

/** What stands in the field that has the focus is typed over. */
export async function typeOver(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+a');
  await page.keyboard.type(words);
}

/** In the list that has the focus, arrow by arrow to the choice of this name. */
export async function arrowTo(page: Page, list: Locator, name: string): Promise<void> {
  const chosen = () => list.evaluate((element) => (element as HTMLSelectElement).selectedOptions[0]?.text ?? '');
  for (let step = 0; step < mostStops && (await chosen()) !== name; step += 1) await page.keyboard.press('ArrowDown');
  expect(await chosen()).toBe(name);
}
