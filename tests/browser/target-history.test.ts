import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { look } from './look.ts';
import { openYearHouse, type YearHouse } from './year-house.ts';

/**
 * "Who lowered this target, by which document": a person clicks from a plan's page, or from the workbench, counts three
 * clicks at most, and prints what they find.
 */

const year = '範例部-114';
const row = `${year}-01`;
const why = '用地縮減，經核定修正';
const letter = '院臺範字第1140001234號函';
/** Where pictures of what was looked at are put; nowhere without it. */
const pictures = process.env['TARGET_PICTURES'];
let house: YearHouse;

/** A change over the API, of the record as it then stands. */
async function send(
  who: string,
  method: 'POST' | 'PATCH' | 'PUT',
  of: string,
  path: string,
  body: object,
): Promise<void> {
  const held = await house.api(who, 'GET', of);
  const version = { 'if-match': String((held.row ?? held.year).version) };
  await house.api(who, method, `${of}${path}`, body, version);
}

async function publish(reason: string | null): Promise<void> {
  const of = `/api/years/${year}`;
  await send('officer', 'POST', `/api/rows/${row}`, '/moves', { move: 'submit' });
  await send('supervisor', 'POST', `/api/rows/${row}`, '/moves', { move: 'approve' });
  await send('compiler', 'POST', of, '/submission', reason === null ? {} : { reason });
  await send('compiler', 'POST', of, '/publication', { ground: '依法公開' });
}

beforeAll(async () => {
  const people = [
    { login: 'officer', name: '承辦甲', role: 'officer', agency: 'bureau' },
    { login: 'auditor', name: '稽核乙', role: 'auditor', agency: 'ministry' },
    { login: 'supervisor', name: '主管丙', role: 'supervisor', agency: 'bureau' },
    { login: 'accountant', name: '主計丁', role: 'accountant', agency: 'ministry' },
  ];
  const plans = [{ name: '海岸復育計畫', agency: 'bureau' }];
  house = await openYearHouse([{ id: 'bureau', name: '範例署' }], people, plans);
  const api = `/api/rows/${row}`;
  await send('officer', 'PATCH', api, '/texts', {
    type: '社會發展',
    period: '113年1月至116年12月',
    plannedWork: '辦理海岸植生。',
    execution: '於114年6月20日完成植生。',
    goals: '海岸植生12公頃。',
    explanation: '海岸植生10公頃。',
  });
  const first = { label: '海岸植生', comparator: '>=', unit: '公頃', target: 12, text: '海岸植生12公頃' };
  await send('officer', 'POST', api, '/indicators', first);
  await send('officer', 'POST', api, '/indicators/i1/targets', { target: 10, reason: why, document: letter });
}, 240_000);
afterAll(() => house.close());

/** Prints a page with its own print styles: one or two sheets that hold what it says, and no frame of the site. */
async function printed(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.masthead nav').first().isVisible()).toBe(false);
  expect(await page.locator('.target-changes').first().isVisible()).toBe(true);
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  if (pictures !== undefined) writeFileSync(join(pictures, `${name}.pdf`), pdf);
  await page.emulateMedia({ media: null });
}

const picture = (page: Page, name: string) => async (width: number) => {
  if (pictures === undefined) return;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: join(pictures, `${name}-${width}-${colorScheme}.png`), fullPage: true });
  }
  await page.emulateMedia({ colorScheme: 'light' });
};

test('from the workbench an auditor comes there in three clicks, and prints it', async () => {
  const page = await house.page('auditor');
  let clicks = 0;
  const click = async (name: string | RegExp) => {
    await page.getByRole('link', { name }).first().click();
    clicks++;
  };
  await click(/114/);
  await click('海岸復育計畫');
  await click(/誰改過這個目標/);
  await page.waitForURL(/\/targets$/);
  expect(clicks).toBeLessThanOrEqual(3);
  const said = await page.locator('main').innerText();
  for (const words of ['放寬', '≥ 12 公頃', '≥ 10 公頃', '承辦甲（承辦', why, letter, '公開日誌第'])
    expect(said).toContain(words);
  await look(page, 'targets', picture(page, 'targets'));
  await printed(page, 'targets');
  await page.goto(`${house.origin}${encodeURI(`/office/rows/${row}/history`)}`);
  await page.reload();
  expect(await page.locator('main').innerText()).toContain('內');
  await look(page, 'history', picture(page, 'history'));
});

test('from a published plan’s page a reader comes there in one click, and prints it; nobody is named', async () => {
  const money = { budget: 1_000_000, supplementary: 0, carriedIn: 0, realised: 900_000, payable: 100_000 };
  await send('accountant', 'PUT', `/api/rows/${row}`, '/money', {
    approvedTotal: 9_000_000,
    ownTotal: null,
    opening: null,
    money: { ...money, carriedOver: 0, lapsed: 0, prepaid: 0 },
  });
  await publish(null);
  await send('compiler', 'POST', `/api/years/${year}`, '/correction', { rows: [row], reason: '目標值更正' });
  await send('officer', 'PATCH', `/api/rows/${row}`, '/texts', { goals: '海岸植生10公頃。' });
  await publish('目標值更正');
  const page = await (await house.browser.newContext({ locale: 'zh-TW' })).newPage();
  await page.goto(`${house.origin}${encodeURI(`/plans/${row}`)}`);
  await page.getByRole('link', { name: /誰改過這個目標/ }).click();
  await page.waitForURL(/\/targets$/);
  const said = await page.locator('main').innerText();
  for (const words of ['放寬', '12', '10', '目標值更正', '彙整']) expect(said).toContain(words);
  for (const name of ['承辦甲', '彙整者']) expect(said).not.toContain(name);
  await look(page, 'plan-targets', picture(page, 'plan-targets'));
  await printed(page, 'plan-targets');
  await page.goto(`${house.origin}${encodeURI(`/en/plans/${row}/targets`)}`);
  expect(await page.locator('main').innerText()).toContain('lowered');
});
