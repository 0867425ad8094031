import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainPage, seen } from './plain-page.ts';
import { openYearHouse, type YearHouse } from './year-house.ts';

/** Money carried over, asked for and approved without a script, at both widths, light and dark. */

const rowId = '範例部-114-01';
let house: YearHouse;
const pages = new Map<string, Page>();
/** With scripts, which axe needs: it is shown what the others see. */
let looker: Page;

const of = (login: string): Page => {
  const page = pages.get(login);
  if (page === undefined) throw new Error(`${login} is not signed in`);
  return page;
};

beforeAll(async () => {
  const people = [
    { login: 'officer', name: '承辦人', role: 'officer', agency: 'bureau' },
    { login: 'supervisor', name: '主管', role: 'supervisor', agency: 'bureau' },
    { login: 'accountant', name: '主計人員', role: 'accountant', agency: 'ministry' },
  ];
  const plans = [{ name: '步道整建計畫', agency: 'bureau' }];
  house = await openYearHouse([{ id: 'bureau', name: '範例署' }], people, plans);
  for (const { login } of people) pages.set(login, await plainPage(house, login));
  pages.set('compiler', await plainPage(house, 'compiler'));
  looker = await house.page('officer');
  const money = { budget: 8_400_000, realised: 6_000_000, payable: 400_000, carriedOver: 2_000_000 };
  const none = { supplementary: 0, carriedIn: 0, lapsed: 0, prepaid: 0 };
  const entry = { approvedTotal: null, ownTotal: null, opening: null, money: { ...none, ...money } };
  await house.api('accountant', 'PUT', `/api/rows/${rowId}/money`, entry, { 'if-match': '"1"' });
}, 240_000);
afterAll(() => house.close());

const address = () => `${house.origin}/office/rows/${encodeURIComponent(rowId)}`;

test('asked for from the row; what exceeds says by how much, and nothing that was typed is lost', async () => {
  const officer = of('officer');
  await officer.goto(address());
  await officer.getByRole('link', { name: '申請保留' }).click();
  await seen(looker, officer, 'carry-over-empty');
  const first = officer.getByRole('group', { name: '第 1 筆' });
  await first.getByLabel('保留事由').selectOption('contract');
  await first.getByLabel('原因', { exact: true }).selectOption('design-changed');
  await first.getByLabel('契約或債務憑證').fill('步道整建工程（114-工-003，114年9月19日訂約，範例營造）');
  await first.getByLabel('法定預算（元）').fill('2,400,000');
  await first.getByLabel('預定完成日期').fill('115年6月30日');
  await first.getByLabel('保留原因說明').fill('變更設計後展延工期，餘款於115年6月底前驗收付清。');
  await officer.getByRole('button', { name: '陳核' }).click();
  const wrong = first.getByLabel('法定預算（元）');
  expect([await wrong.getAttribute('aria-invalid'), await wrong.inputValue()]).toEqual(['true', '2,400,000']);
  expect(await officer.getByRole('alert').innerText()).toContain('多 400,000 元');
  await seen(looker, officer, 'carry-over-refused');
  await wrong.fill('200萬');
  await officer.getByRole('button', { name: '陳核' }).click();
  expect(await officer.locator('.lead').innerText()).toContain('待審核');
});

test('reviewed, approved in part by its document, settled; listed by year', async () => {
  const [supervisor, compiler, accountant] = [of('supervisor'), of('compiler'), of('accountant')];
  await supervisor.goto(`${address()}/carry-over`);
  await seen(looker, supervisor, 'carry-over-review');
  await supervisor.getByRole('button', { name: '審核通過' }).click();
  await compiler.goto(`${address()}/carry-over`);
  await compiler.getByLabel('核定文號').fill('院授主預字第1150001234號');
  await compiler.getByLabel('核定日期').fill('115年1月30日');
  await compiler.getByLabel(/^第 1 筆核定金額/).fill('180萬');
  await compiler.getByLabel('部分核定或不准的理由').fill('未訂約部分不准');
  await seen(looker, compiler, 'carry-over-decision');
  await compiler.getByRole('button', { name: '登錄部分核定' }).click();
  expect(await compiler.locator('.lead').innerText()).toContain('部分核定');
  await accountant.goto(`${address()}/carry-over`);
  await seen(looker, accountant, 'carry-over-settle');
  expect(await accountant.getByRole('cell', { name: '1,800,000' }).count()).toBeGreaterThan(0);
  await accountant.goto(`${house.origin}/office/years/${encodeURIComponent('範例部-114')}/carry-overs`);
  await seen(looker, accountant, 'carry-overs');
  expect(await accountant.getByRole('link', { name: '步道整建計畫' }).count()).toBe(1);
});
