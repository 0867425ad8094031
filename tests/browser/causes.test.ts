import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { arrowTo, enterOn, plainPage, seen, tabTo } from './plain-page.ts';
import { openYearHouse, type YearHouse } from './year-house.ts';

/** Causes by keys alone and without a script: proposed, confirmed, chosen, removed, counted; looked at in both languages. */

const year = '範例部-114';
const row = `${year}-01`;
let house: YearHouse;
let officer: Page;
let looker: Page;

beforeAll(async () => {
  const people = [{ login: 'officer', name: '承辦人', role: 'officer', agency: 'bureau' }];
  house = await openYearHouse([{ id: 'bureau', name: '範例署' }], people, [{ name: '步道整建計畫', agency: 'bureau' }]);
  const execution = '未發生流標。工程變更設計，致期程展延；另因颱風停工10日。';
  await house.api('officer', 'PATCH', `/api/rows/${row}/texts`, { execution }, { 'if-match': '1' });
  officer = await plainPage(house, 'officer');
  looker = await house.page('officer');
}, 240_000);
afterAll(() => house.close());

test('what the text speaks of is confirmed by keys alone; another is chosen, and owes its explanation', async () => {
  await officer.goto(`${house.origin}/office/rows/${encodeURIComponent(row)}`);
  await enterOn(officer, officer.getByRole('link', { name: '落後、未達成與保留原因' }));
  expect(await officer.locator('mark').allInnerTexts()).toEqual(['變更設計', '颱風']);
  await seen(looker, officer, 'causes-proposed');
  await enterOn(officer, officer.getByRole('button', { name: '確認：落後' }).first());
  expect(await officer.getByRole('row', { name: /變更設計/ }).innerText()).toContain('執行情形說明：「變更設計」');
  await tabTo(officer, officer.getByLabel('屬於'));
  await arrowTo(officer, officer.getByLabel('屬於'), '保留');
  await tabTo(officer, officer.getByLabel('原因', { exact: true }));
  await arrowTo(officer, officer.getByLabel('原因', { exact: true }), '用地取得');
  await tabTo(officer, officer.getByRole('button', { name: '確認', exact: true }));
  await officer.keyboard.press('Enter');
  // The browser itself leads to what is owed.
  const reason = officer.getByLabel('說明', { exact: true });
  await expect.poll(() => reason.evaluate((field) => field === field.ownerDocument.activeElement)).toBe(true);
  await officer.keyboard.type('地主尚未同意');
  await enterOn(officer, officer.getByRole('button', { name: '確認', exact: true }));
  expect(await officer.getByRole('row', { name: /用地/ }).innerText()).toContain('地主尚未同意');
  await seen(looker, officer, 'causes');
}, 300_000);

test('counted by agency and year; one is removed by keys with its reason; in English', async () => {
  const compiler = await plainPage(house, 'compiler');
  await compiler.goto(`${house.origin}/office/years/${encodeURIComponent(year)}`);
  await enterOn(compiler, compiler.getByRole('link', { name: '原因統計' }));
  expect(await compiler.getByRole('row', { name: /變更設計/ }).innerText()).toContain('1');
  await seen(looker, compiler, 'cause-table');
  await compiler.goto(`${house.origin}/en/office/years/${encodeURIComponent(year)}/causes`);
  await seen(looker, compiler, 'cause-table-en');
  const removal = officer.getByRole('row', { name: /地主尚未同意/ });
  await tabTo(officer, removal.locator('summary'));
  await officer.keyboard.press('Enter');
  await tabTo(officer, removal.getByLabel('移除理由'));
  await officer.keyboard.type('誤選');
  await enterOn(officer, removal.getByRole('button', { name: '移除' }));
  expect(await officer.getByRole('row', { name: /地主尚未同意/ }).count()).toBe(0);
  await officer.goto(`${house.origin}/en/office/rows/${encodeURIComponent(row)}/causes`);
  expect(await officer.locator('h1').innerText()).toContain('Causes');
  await seen(looker, officer, 'causes-en');
}, 300_000);
