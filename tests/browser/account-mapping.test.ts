import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountsCsv } from '../money-files/accounts.ts';
import { look as lookAt } from './look.ts';
import { faultsByAxe } from './axe.ts';
import { openYearHouse, type YearHouse } from './year-house.ts';

/** 科目對應 in a browser: a file in, accounts to plans, the money of the rows drawn; by mouse, by keys, without a script. */

const root = join(import.meta.dirname, '../..');
/** Set to keep pictures: OFFICE_PICTURES=docs/screenshots */
const pictures = process.env['OFFICE_PICTURES'];
const year = '範例部-114';
const agencies = [{ id: 'bureau', name: '範例署' }];
const accountant = { login: 'accountant', name: '主計甲', role: 'accountant', agency: 'ministry' };
const plans = ['山城防災整備計畫', '海岸巡護能量提升計畫', '資訊韌性強化計畫', '偏鄉醫療站更新計畫'].map((name) => ({
  name,
  agency: 'bureau',
}));

/** Fictional, and each adds up: budget, supplementary, carried in, realised, payable, carried over, lapsed, prepaid. */
const csv = accountsCsv([
  [
    '範例署',
    '3700010100',
    '防災業務',
    '山城防災整備',
    120_000_000,
    0,
    3_500_000,
    98_765_432,
    4_000_000,
    18_000_000,
    2_734_568,
    0,
  ],
  [
    '範例署',
    '3700010200',
    '海岸業務',
    '巡護及維運',
    90_000_001,
    -5_000_000,
    0,
    71_234_567,
    1_000_000,
    9_000_000,
    3_765_434,
    250_000,
  ],
  ['範例署', '3700010300', '資訊業務', '資訊韌性強化', 45_600_000, 0, 0, 45_100_000, 0, 0, 500_000, 0],
  ['範例署', '3700010400', '醫療業務', '醫療站更新', 33_300_000, 2_000_000, 1_234_567, 20_000_000, 0, 16_534_567, 0, 0],
  ['範例署', '3700010900', '一般行政', '人員維持', 250_000_000, 0, 0, 249_000_000, 0, 0, 1_000_000, 0],
]);

let house: YearHouse;
let page: Page;

async function look(shown: Page, picture: string): Promise<void> {
  await lookAt(shown, picture, async (width) => {
    if (pictures === undefined) return;
    mkdirSync(join(root, pictures), { recursive: true });
    await shown.screenshot({ path: join(root, pictures, `office-${picture}-${width}.png`), fullPage: true });
  });
  // Once more as somebody sees it who works in the dark.
  await shown.emulateMedia({ colorScheme: 'dark' });
  expect(await faultsByAxe(shown), `${picture} in the dark`).toEqual([]);
  if (pictures !== undefined)
    await shown.screenshot({ path: join(root, pictures, `office-${picture}-dark.png`), fullPage: true });
  await shown.emulateMedia({ colorScheme: 'light' });
}

beforeAll(async () => {
  house = await openYearHouse(agencies, [accountant], plans);
  page = await house.page('accountant');
}, 240_000);
afterAll(() => house.close());

test('a file is shown, then kept', async () => {
  await page.getByRole('link', { name: year }).click();
  await page.getByRole('link', { name: '科目對應' }).click();
  await look(page, 'mapping-empty');
  await page
    .getByLabel('科目檔案')
    .setInputFiles({ name: '科目明細.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.getByRole('button', { name: '讀取檔案' }).click();
  await page.getByRole('heading', { name: '讀到的科目，尚未留存' }).waitFor();
  await look(page, 'mapping-import');
  await page.getByRole('button', { name: '留存這些科目' }).click();
  await page.getByText('已留存 1 個機關的科目。').waitFor();
  await page.getByRole('link', { name: '範例署' }).click();
});

test('what is proposed by name is ticked and assigned; the rest by amount and share, refused at its cell', async () => {
  const form = page.locator('form[action$="/proposals"]');
  expect(await form.getByLabel('山城防災整備').isChecked()).toBe(true);
  await form.getByLabel('依據文件').fill('114年度分配表 範例會字第1140000001號');
  await look(page, 'mapping-proposals');
  await form.getByRole('button', { name: '歸屬勾選的科目' }).click();
  await page.getByText('已歸屬 2 筆。').waitFor();
  await page.getByRole('link', { name: '3700010200' }).click();
  const line = (at: number) => page.getByRole('group', { name: `計畫 ${at}`, exact: true });
  await line(1).getByLabel('計畫').selectOption({ label: '2. 海岸巡護能量提升計畫' });
  await line(1).getByLabel('或比例').fill('1/3');
  await line(2).getByLabel('計畫').selectOption({ label: '3. 資訊韌性強化計畫' });
  await line(2).getByLabel('金額（元）').fill('6,100萬');
  await page.getByLabel('依據文件').fill('分攤表 範例會字第1140000002號');
  await page.getByRole('button', { name: '歸屬', exact: true }).click();
  const cell = line(2).getByLabel('金額（元）');
  expect(await cell.inputValue()).toBe('6,100萬');
  expect(await cell.getAttribute('aria-invalid')).toBe('true');
  expect(await line(1).getByLabel('或比例').inputValue()).toBe('1/3');
  await look(page, 'mapping-refused');
  await cell.fill('4,500萬');
  await page.getByRole('button', { name: '歸屬', exact: true }).click();
  await page.getByText('已歸屬 2 筆。').waitFor();
  await look(page, 'mapping-account');
});

test('the money of the rows is drawn; each amount says from which accounts', async () => {
  await page.getByRole('link', { name: '範例署' }).click();
  await look(page, 'mapping');
  await page.getByRole('button', { name: '帶入各列金額' }).click();
  await page.getByText('已帶入 3 列的金額。').waitFor();
  await look(page, 'mapping-drawn');
  await page.getByRole('link', { name: '3. 資訊韌性強化計畫' }).click();
  await look(page, 'mapping-plan');
  const realised = page.getByRole('row', { name: /^實現數/ });
  expect(await realised.innerText()).toContain('3700010200 海岸業務／巡護及維運');
  expect(await realised.innerText()).toContain('3700010300 資訊業務／資訊韌性強化');
});

test('by keys alone: a part is ended with its reason', async () => {
  await page.getByRole('link', { name: '3700010200' }).first().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: '更正或終止：2. 海岸巡護能量提升計畫' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '終止' }).waitFor();
  await look(page, 'mapping-part');
  await page.locator('#end-until').focus();
  await page.keyboard.type('114年6月30日');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('計畫提前完成');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('終止：計畫提前完成').waitFor();
  await page.goto(`${house.origin}/office/mappings/${encodeURIComponent(`${year}-科目-bureau`)}/history`);
  await look(page, 'mapping-history');
});

test('主計’s list of what is missing, and the accounts on the row’s own page', async () => {
  await page.goto(`${house.origin}/office/years/${encodeURIComponent(year)}/money`);
  const missing = page.getByRole('region', { name: '還缺什麼' });
  expect(await missing.innerText()).toContain('您的 4 列中 3 列已登錄本年度經費。');
  await look(page, 'mapping-missing');
  await missing.getByRole('link', { name: '2. 海岸巡護能量提升計畫' }).click();
  await page.getByRole('heading', { name: '金額（新臺幣元）' }).waitFor();
  await page.goto(`${house.origin}/office/rows/${encodeURIComponent(`${year}-03`)}`);
  const drawn = page.getByRole('region', { name: '帶入自哪些科目' });
  expect(await drawn.innerText()).toContain('3700010300 資訊業務／資訊韌性強化');
  await look(page, 'mapping-row');
});

test('without a script the same forms do the same, in English too', async () => {
  const context = await house.browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const plain = await context.newPage();
  await plain.goto(`${house.origin}/en/office/mappings/${encodeURIComponent(`${year}-科目-bureau`)}`);
  await plain.getByRole('link', { name: '3700010400' }).click();
  await plain.getByLabel('Plan', { exact: true }).first().selectOption({ label: '4. 偏鄉醫療站更新計畫' });
  await plain.getByLabel('Or share').first().fill('100%');
  await plain.getByLabel('Document that says so').fill('Letter 1140000003');
  await plain.getByRole('button', { name: 'Assign', exact: true }).click();
  await plain.getByText('1 part was assigned.').waitFor();
  await plain.getByRole('link', { name: '範例署' }).click();
  await plain.getByRole('button', { name: 'Draw the money of the rows' }).click();
  await plain.getByText('The money of 3 rows was drawn.').waitFor();
  await context.close();
});
