import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** On public pages all levels are looked at, the strictest too. */
export const everything = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** All that another theme, or colours that the reader has forced, can change. */
export const colours = ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'];

/** What axe finds wrong with the page as it stands: of each fault, its rule and the first elements that have it. `rules`: tags or names; null: axe's own choice. */
export async function faultsByAxe(page: Page, rules: readonly string[] | null = null): Promise<string[]> {
  const isThere = await page.evaluate(() => 'axe' in globalThis);
  if (!isThere) await page.evaluate(axe.source);
  return page.evaluate(
    async (runOnly) => {
      const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
        ...(runOnly !== null && { runOnly, rules: { 'color-contrast-enhanced': { enabled: true } } }),
        // What passes, and how to select an element again, nobody asks: it would take longer than the checks.
        resultTypes: ['violations'],
        selectors: false,
      });
      return violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .slice(0, 3)
            .map((node) => node.html.slice(0, 160))
            .join(' | ')}`,
      );
    },
    rules === null ? null : [...rules],
  );
}
