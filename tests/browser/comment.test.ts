import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainPage, seen } from './plain-page.ts';
import { openYearHouse, type YearHouse } from './year-house.ts';

/** 意見 without a script: beside the field, on its page, on the desk; at both widths, light and dark. */

let house: YearHouse;
let officer: Page;
let looker: Page;

beforeAll(async () => {
  const people = [
    { login: 'officer', name: '承辦人', role: 'officer', agency: 'bureau' },
    { login: 'chief', name: '林科長', role: 'supervisor', agency: 'bureau' },
  ];
  house = await openYearHouse([{ id: 'bureau', name: '範例署' }], people, [{ name: '步道整建計畫', agency: 'bureau' }]);
  officer = await plainPage(house, 'officer');
  looker = await house.page('officer');
}, 240_000);
afterAll(() => house.close());

test('written on a field, shown beside it and on the desk of whoever it is for, resolved', async () => {
  const chief = await plainPage(house, 'chief');
  const row = `${house.origin}/office/rows/${encodeURIComponent('範例部-114-01')}`;
  await chief.goto(row);
  await chief.getByRole('link', { name: '寫意見：績效目標及本年度目標值' }).click();
  await chief.getByLabel('意見內容').fill('目標值請附核定文號。@officer');
  await chief.getByLabel('指派給').selectOption({ label: '承辦人（officer）' });
  await chief.getByRole('button', { name: '寫意見' }).click();
  await officer.goto(`${house.origin}/office`);
  await seen(looker, officer, 'office-comments');
  await officer.getByRole('link', { name: /績效目標及本年度目標值/ }).click();
  await officer.getByText('回覆、指派、結案').click();
  await officer.getByRole('button', { name: '回覆' }).click();
  expect(await officer.getByLabel('回覆內容').getAttribute('aria-invalid')).toBe('true');
  await seen(looker, officer, 'comments-refused');
  await officer.getByLabel('回覆內容').fill('已補於附件。');
  await officer.getByRole('button', { name: '回覆' }).click();
  await officer.goto(row);
  expect(await officer.getByText('意見 1（未結 1）').count()).toBe(1);
  await officer.getByText('意見 1（未結 1）').click();
  await seen(looker, officer, 'row-comments');
  await chief.goto(`${row}/comments`);
  await chief.getByText('回覆、指派、結案').click();
  await chief.getByRole('button', { name: '結案' }).click();
  await officer.goto(`${house.origin}/en/office/rows/${encodeURIComponent('範例部-114-01')}/comments`);
  expect(await officer.getByRole('heading', { name: /resolved/ }).count()).toBe(1);
  await seen(looker, officer, 'comments-english');
}, 300_000);
