import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { look } from './look.ts';
import { openYearHouse, type YearHouse } from './year-house.ts';

/** 意見 without a script: beside the field, on its page, on the desk; at both widths, light and dark. */

const keep = process.env['KEEP_LOOKS'];
let house: YearHouse;
let officer: Page;
let looker: Page;

async function plain(login: string): Promise<Page> {
  const signedIn = await house.page(login);
  const context = await house.browser.newContext({
    javaScriptEnabled: false,
    storageState: await signedIn.context().storageState(),
    viewport: { width: 1280, height: 900 },
    locale: 'zh-TW',
  });
  return context.newPage();
}

async function seen(page: Page, name: string): Promise<void> {
  const body = await page.content();
  const address = page.url().split('#')[0] ?? '';
  await looker.route(address, (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }));
  await looker.goto(address);
  await looker.unroute(address);
  for (const colorScheme of ['light', 'dark'] as const) {
    await looker.emulateMedia({ colorScheme });
    await look(looker, `${name} ${colorScheme}`, async (width) => {
      if (keep === undefined) return;
      mkdirSync(keep, { recursive: true });
      await looker.screenshot({ path: `${keep}/${name}-${width}-${colorScheme}.png`, fullPage: true });
    });
  }
}

beforeAll(async () => {
  const people = [
    { login: 'officer', name: '承辦人', role: 'officer', agency: 'bureau' },
    { login: 'chief', name: '林科長', role: 'supervisor', agency: 'bureau' },
  ];
  house = await openYearHouse([{ id: 'bureau', name: '範例署' }], people, [{ name: '步道整建計畫', agency: 'bureau' }]);
  officer = await plain('officer');
  looker = await house.page('officer');
}, 240_000);
afterAll(() => house.close());

test('written on a field, shown beside it and on the desk of whoever it is for, resolved', async () => {
  const chief = await plain('chief');
  const row = `${house.origin}/office/rows/${encodeURIComponent('範例部-114-01')}`;
  await chief.goto(row);
  await chief.getByRole('link', { name: '寫意見：績效目標及本年度目標值' }).click();
  await chief.getByLabel('意見內容').fill('目標值請附核定文號。@officer');
  await chief.getByLabel('指派給').selectOption({ label: '承辦人（officer）' });
  await chief.getByRole('button', { name: '寫意見' }).click();
  await officer.goto(`${house.origin}/office`);
  await seen(officer, 'office-comments');
  await officer.getByRole('link', { name: /績效目標及本年度目標值/ }).click();
  await officer.getByText('回覆、指派、結案').click();
  await officer.getByRole('button', { name: '回覆' }).click();
  expect(await officer.getByLabel('回覆內容').getAttribute('aria-invalid')).toBe('true');
  await seen(officer, 'comments-refused');
  await officer.getByLabel('回覆內容').fill('已補於附件。');
  await officer.getByRole('button', { name: '回覆' }).click();
  await officer.goto(row);
  expect(await officer.getByText('意見 1（未結 1）').count()).toBe(1);
  await officer.getByText('意見 1（未結 1）').click();
  await seen(officer, 'row-comments');
  await chief.goto(`${row}/comments`);
  await chief.getByText('回覆、指派、結案').click();
  await chief.getByRole('button', { name: '結案' }).click();
  await officer.goto(`${house.origin}/en/office/rows/${encodeURIComponent('範例部-114-01')}/comments`);
  expect(await officer.getByRole('heading', { name: /resolved/ }).count()).toBe(1);
  await seen(officer, 'comments-english');
}, 300_000);
