import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { faultsByAxe } from './axe.ts';

/** No fault that axe finds, and nothing that runs over, at both widths; and what `keep` does at each. */
export async function look(
  page: Page,
  name: string,
  keep: (width: number) => Promise<void> = async () => undefined,
): Promise<void> {
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await faultsByAxe(page), `${name} at ${width}`).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `${name} runs over at ${width}`).toBeLessThanOrEqual(0);
    await keep(width);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}
