import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RowRecord } from '@guankao/workflow';
import { look } from './look.ts';
import { enterOn, plainPage, seen, tabTo } from './plain-page.ts';
import { openYearHouse, type YearHouse } from './year-house.ts';

/** Twenty rows read and approved on a phone, tap by tap; others by keys alone and without a script. */

const year = '範例部-114';
const phoneRows = 20;
const texts = (at: number) => ({
  type: '社會發展',
  period: '113年1月至116年12月',
  plannedWork: `1. 辦理第${at}標工程。\n2. 完成驗收。`,
  execution: `第${at}標於114年6月20日完成，11月30日驗收。`,
  goals: '完成3案。',
  explanation: '完成3案。',
});
let house: YearHouse;

beforeAll(async () => {
  const people = [
    { login: 'officer', name: '承辦人', role: 'officer', agency: 'bureau' },
    { login: 'chief', name: '林科長', role: 'supervisor', agency: 'bureau' },
  ];
  const plans = Array.from({ length: phoneRows + 3 }, (_, at) => ({ name: `示範計畫${at + 1}`, agency: 'bureau' }));
  house = await openYearHouse([{ id: 'bureau', name: '範例署' }], people, plans);
  for (const [at, { id }] of (await rows()).entries()) {
    // The last says less than it promised, and that it was met.
    const goals = at === phoneRows + 2 ? '完成整建3,420公尺。' : '完成3案。';
    const explanation = at === phoneRows + 2 ? '完成整建3,417公尺，已達成。' : '完成3案。';
    const written = { ...texts(at + 1), goals, explanation };
    await house.api('officer', 'PATCH', `/api/rows/${id}/texts`, written, { 'if-match': '1' });
    if (at < phoneRows) await submit(id);
  }
}, 240_000);
afterAll(() => house.close());

const rows = async (): Promise<readonly RowRecord[]> => (await house.api('officer', 'GET', `/api/years/${year}`)).rows;
const submit = (id: string) =>
  house.api('officer', 'POST', `/api/rows/${id}/moves`, { move: 'submit' }, { 'if-match': '2' });
const states = async () => (await rows()).map(({ state }) => state);

test('20 rows read and approved at 390 px in 25 taps at most', async () => {
  const signedIn = await house.page('chief');
  const context = await house.browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    locale: 'zh-TW',
    storageState: await signedIn.context().storageState(),
  });
  const page = await context.newPage();
  let taps = 0;
  const tap = async (of: ReturnType<Page['locator']>): Promise<void> => {
    taps += 1;
    await of.tap();
  };
  await page.goto(`${house.origin}/office`);
  await tap(page.getByRole('link', { name: `逐列讀過再核可（${phoneRows} 列）` }));
  await page.waitForURL(/\/reviews$/);
  const articles = await page.locator('article').all();
  expect(articles).toHaveLength(phoneRows);
  for (const article of articles) {
    expect(await article.innerText()).toContain('114年6月20日完成');
    await tap(article.getByText('讀過，可以核可'));
  }
  await tap(page.getByRole('button', { name: '核可勾選的列' }));
  await page.getByText(`已核可 ${phoneRows} 列。`).waitFor();
  expect(taps).toBeLessThanOrEqual(25);
  expect((await states()).filter((state) => state === 'approved')).toHaveLength(phoneRows);
  await context.close();
});

test('by keys alone and without a script; a row with an error is opened, approved there, and the next one shown', async () => {
  for (const { id } of (await rows()).slice(phoneRows)) await submit(id);
  const [chief, looker] = [await plainPage(house, 'chief'), await house.page('chief')];
  await chief.goto(`${house.origin}/office`);
  await enterOn(chief, chief.getByRole('link', { name: /^逐列讀過再核可/ }));
  await seen(looker, chief, 'reviews');
  const last = chief.locator('article').last();
  expect(await last.locator('input').count()).toBe(0);
  await enterOn(chief, last.getByRole('link'));
  await enterOn(chief, chief.getByRole('button', { name: '核可並看下一列' }));
  expect(await chief.locator('main').innerText()).toContain(`已核可「示範計畫${phoneRows + 3}」`);
  await seen(looker, chief, 'review-of-next-row');
  await chief.goto(`${house.origin}/en/office/reviews`);
  await seen(looker, chief, 'reviews-en');
  await chief.goto(`${house.origin}/office/reviews`);
  for (const box of await chief.getByRole('checkbox').all()) {
    await tabTo(chief, box);
    await chief.keyboard.press('Space');
  }
  await enterOn(chief, chief.getByRole('button', { name: '核可勾選的列' }));
  expect(await chief.getByText('目前沒有等您核可的列。').count()).toBe(1);
  expect(new Set(await states())).toEqual(new Set(['approved']));
  await looker.goto(`${house.origin}/office/reviews`);
  await look(looker, 'reviews-none');
}, 300_000);
