import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { look } from './look.ts';
import { openYearHouse, type YearHouse } from './year-house.ts';

/** The pages of the workbench that no other file here walks through: each does what it is for, and fits both widths. */

const year = '範例部-114';
let house: YearHouse;
let compiler: Page;
beforeAll(async () => {
  const plans = [
    { name: '海岸復育計畫', agency: 'bureau' },
    { name: '步道整建計畫', agency: 'bureau' },
    { name: '典藏檔案數位化加值計畫', agency: 'bureau' },
  ];
  const accountant = { login: 'accountant', name: '主計', role: 'accountant', agency: 'ministry' };
  const officer = { login: 'officer', name: '承辦', role: 'officer', agency: 'bureau' };
  house = await openYearHouse([{ id: 'bureau', name: '範例署' }], [accountant, officer], plans);
  compiler = await house.page('compiler');
}, 240_000);
afterAll(() => house.close());

const go = (page: Page, path: string) => page.goto(`${house.origin}${encodeURI(path)}`);
const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

test('plans change within the year: one is renamed with its reason, an empty reason is refused with what was typed', async () => {
  await go(compiler, `/office/years/${year}/changes`);
  await look(compiler, 'changes');
  const rename = compiler.locator('form', { has: compiler.getByRole('button', { name: '計畫更名' }) });
  await rename.getByLabel('新的計畫名稱').fill('海岸復育及監測計畫');
  await rename.getByLabel('理由').fill('　');
  await rename.getByRole('button', { name: '計畫更名' }).click();
  expect(await compiler.locator('.refusal[role=alert]').first().innerText()).toContain('理由');
  expect(await rename.getByLabel('新的計畫名稱').inputValue()).toBe('海岸復育及監測計畫');
  await look(compiler, 'changes refused');
  await rename.getByLabel('理由').fill('院臺範字第1140001234號函核定');
  await rename.getByRole('button', { name: '計畫更名' }).click();
  await go(compiler, `/office/rows/${year}-01/history`);
  expect(await compiler.locator('main').innerText()).toContain('院臺範字第1140001234號函核定');
  await look(compiler, 'history');
});

test('what was typed and not saved stands on its own page, and goes once that is confirmed', async () => {
  const officer = await house.page('officer');
  await go(officer, `/office/rows/${year}-02`);
  await officer.locator('#execution').fill('打到一半，還沒儲存。');
  await officer.locator('#autosave', { hasText: '草稿已保存' }).waitFor();
  await go(officer, '/office');
  await officer.getByRole('link', { name: '尚未儲存的草稿（1）' }).click();
  expect(await officer.locator('main').innerText()).toContain('打到一半，還沒儲存。');
  await look(officer, 'drafts');
  await officer.getByRole('link', { name: '捨棄這份草稿…' }).click();
  await look(officer, 'a draft to discard');
  await officer.getByRole('button', { name: '確定捨棄' }).click();
  await officer.getByText('草稿已捨棄。').waitFor();
  expect(await officer.locator('main').innerText()).toContain('您沒有尚未儲存的草稿。');
  await look(officer, 'no drafts');
  await go(officer, `/office/rows/${year}-02`);
  expect(await officer.locator('#execution').inputValue()).toBe('');
});

test('what is shown is decided on its ground', async () => {
  await go(compiler, `/office/years/${year}/disclosure`);
  await look(compiler, 'disclosure');
});

test('people are invited by a list, with the faults by line; the log of sign-ins is there', async () => {
  const admin = await house.page('admin');
  await go(admin, '/office/accounts');
  await look(admin, 'accounts');
  const list = '帳號,姓名,機關代碼,角色\nofficer1,承辦甲,範例署,承辦\nx,,無此機關,承辦\n';
  await admin.locator('input[type=file]').setInputFiles(file('people.csv', list));
  await admin
    .locator('form', { has: admin.locator('input[type=file]') })
    .locator('button')
    .click();
  await admin.getByText('承辦甲').first().waitFor();
  await look(admin, 'people shown');
  await go(admin, '/office/security');
  expect(await admin.locator('main').innerText()).toContain('admin');
  await look(admin, 'security');
});

test('a money file whose heads are not ours asks which column is which', async () => {
  const accountant = await house.page('accountant');
  await go(accountant, `/office/years/${year}/money`);
  await look(accountant, 'money');
  const heads = '計畫,預算,支用\n步道整建計畫,9000000,8000000\n沒有這個計畫,1,1\n';
  await accountant.locator('input[type=file]').first().setInputFiles(file('money.csv', heads));
  await accountant.getByRole('button', { name: '勾稽' }).click();
  await accountant.locator('select').first().waitFor();
  await look(accountant, 'money mapping');
});
