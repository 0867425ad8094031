import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainPage, seen } from './plain-page.ts';
import { openYearHouse, type YearHouse } from './year-house.ts';

/** 職務代理 without a script: named, chosen, worked in, ended; at both widths, light and dark, in both languages. */

const day = (ahead: number) => new Date(Date.now() + (8 + 24 * ahead) * 3_600_000).toISOString().slice(0, 10);
let house: YearHouse;
let chief: Page;
let aide: Page;
let looker: Page;

beforeAll(async () => {
  const people = [
    { login: 'officer', name: '承辦人', role: 'officer', agency: 'bureau' },
    { login: 'chief', name: '林科長', role: 'supervisor', agency: 'bureau' },
    { login: 'aide', name: '王專員', role: 'officer', agency: 'bureau' },
  ];
  house = await openYearHouse([{ id: 'bureau', name: '範例署' }], people, [{ name: '步道整建計畫', agency: 'bureau' }]);
  [chief, aide] = [await plainPage(house, 'chief'), await plainPage(house, 'aide')];
  looker = await house.page('officer');
  const row = '/api/rows/範例部-114-01';
  const version = { 'if-match': '1' };
  await house.api('officer', 'PATCH', `${row}/texts`, { goals: '完成3案。', explanation: '完成3案。' }, version);
  await house.api('officer', 'POST', `${row}/moves`, { move: 'submit' }, { 'if-match': '2' });
}, 240_000);
afterAll(() => house.close());

test('a deputy is named; what does not hold says so at its field, and nothing is lost', async () => {
  await chief.goto(`${house.origin}/office/me`);
  await chief.getByRole('link', { name: '指定或終止代理' }).click();
  await seen(looker, chief, 'deputies-none');
  await chief.getByLabel('代理人').selectOption({ label: '王專員（aide）' });
  await chief.getByLabel('起日').fill(day(0));
  await chief.getByLabel('迄日（含當日）').fill(day(-2));
  await chief.getByLabel('代理事由').fill('休假');
  await chief.getByRole('button', { name: '指定代理人' }).click();
  expect(await chief.getByLabel('迄日（含當日）').getAttribute('aria-invalid')).toBe('true');
  expect(await chief.getByLabel('代理事由').inputValue()).toBe('休假');
  await seen(looker, chief, 'deputies-refused');
  await chief.getByLabel('迄日（含當日）').fill(day(3));
  await chief.getByRole('button', { name: '指定代理人' }).click();
  expect(await chief.getByRole('row', { name: /林科長.*王專員/ }).innerText()).toContain('代理中');
  await seen(looker, chief, 'deputies');
  const admin = await plainPage(house, 'admin');
  await admin.goto(`${house.origin}/en/office/accounts`);
  expect(await admin.getByRole('row', { name: /林科長.*王專員/ }).innerText()).toContain('acting');
  await seen(looker, admin, 'accounts-deputies');
}, 300_000);

test('the deputy is told what comes to their principal, and goes there in the principal’s name', async () => {
  await aide.goto(`${house.origin}/office/notices`);
  await seen(looker, aide, 'notices-deputy');
  await aide.getByRole('button', { name: /^（代理林科長）範例部-114-01 步道整建計畫/ }).click();
  expect(aide.url()).toBe(`${house.origin}/office/rows/${encodeURIComponent('範例部-114-01')}`);
  expect(await aide.getByRole('complementary', { name: '職務代理' }).innerText()).toContain('您正代理 林科長');
  await aide.getByLabel('辦理名義').selectOption({ label: '本人：王專員' });
  await aide.getByRole('button', { name: '切換' }).click();
}, 300_000);

test('the deputy chooses in whose name; the page says it; the history has both names', async () => {
  await aide.goto(`${house.origin}/office`);
  await seen(looker, aide, 'office-deputy');
  await aide.getByLabel('辦理名義').selectOption({ label: '代理：林科長' });
  await aide.getByRole('button', { name: '切換' }).click();
  expect(await aide.getByRole('complementary', { name: '職務代理' }).innerText()).toMatch(/您正代理 林科長（至 .+）/);
  await seen(looker, aide, 'office-acting');
  await aide.getByRole('link', { name: /步道整建計畫/ }).click();
  await seen(looker, aide, 'row-acting');
  await aide.getByRole('button', { name: '核可', exact: true }).click();
  await aide.goto(`${house.origin}/office/rows/${encodeURIComponent('範例部-114-01')}/history`);
  expect(await aide.getByText('王專員（代理林科長）').count()).toBeGreaterThan(0);
  await seen(looker, aide, 'history-acting');
  await aide.getByLabel('辦理名義').selectOption({ label: '本人：王專員' });
  await aide.getByRole('button', { name: '切換' }).click();
  expect(await aide.getByText(/您正代理/).count()).toBe(0);
}, 300_000);

test('ended at once', async () => {
  await chief.goto(`${house.origin}/office/deputies`);
  await chief.getByRole('button', { name: /^終止代理/ }).click();
  expect(await chief.getByRole('row', { name: /林科長.*王專員/ }).innerText()).toContain('已終止');
  await aide.goto(`${house.origin}/office`);
  expect(await aide.getByLabel('辦理名義').count()).toBe(0);
});
