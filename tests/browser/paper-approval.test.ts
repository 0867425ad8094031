import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enterOn, plainPage, seen, tabTo, typeOver } from './plain-page.ts';
import { openYearHouse, type YearHouse } from './year-house.ts';

/** 核章 by keys alone and without a script: entered, overtaken by a change, taken back; looked at in both languages. */

const year = '範例部-114';
const scan = {
  name: '送核單核章.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from(
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
  ),
};
const texts = {
  plannedWork: '辦理第二期整建。',
  execution: '第二期於114年6月20日完成。',
  goals: '完成3案。',
  explanation: '完成3案。',
};
let house: YearHouse;
let compiler: Page;
let looker: Page;

const path = `/office/years/${encodeURIComponent(year)}/paper-approvals`;
const write = async (row: string, version: number, words: object) =>
  house.api('officer', 'PATCH', `/api/rows/${row}/texts`, words, { 'if-match': `${version}` });

beforeAll(async () => {
  const officer = { login: 'officer', name: '承辦人', role: 'officer', agency: 'bureau' };
  const plans = [
    { name: '步道整建計畫', agency: 'bureau' },
    { name: '海岸復育計畫', agency: 'bureau' },
  ];
  house = await openYearHouse([{ id: 'bureau', name: '範例署' }], [officer], plans);
  for (const row of [`${year}-01`, `${year}-02`]) await write(row, 1, texts);
  compiler = await plainPage(house, 'compiler');
  looker = await house.page('compiler');
}, 240_000);
afterAll(() => house.close());

const yesterday = () => {
  const day = new Date(Date.now() - 16 * 3_600_000);
  return `${day.getUTCFullYear() - 1911}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日`;
};

test('entered by keys alone; the code of another state is refused at its field, and nothing that was typed is lost', async () => {
  await compiler.goto(`${house.origin}/office/years/${encodeURIComponent(year)}`);
  await enterOn(compiler, compiler.getByRole('link', { name: '核章', exact: true }));
  await seen(looker, compiler, 'paper-approval-none');
  const code = /[0-9a-f]{4}(?: [0-9a-f]{4}){3}/.exec(await compiler.locator('.lead').innerText())?.[0] ?? '';
  const [hash, file] = [compiler.getByLabel('送核單上的核對碼'), compiler.getByLabel(/^核章後的掃描檔/)];
  await tabTo(compiler, compiler.getByLabel('發文日期'));
  await compiler.keyboard.type(yesterday());
  await tabTo(compiler, compiler.getByLabel('發文字號'));
  await compiler.keyboard.type('範秘字第1150000123號');
  await tabTo(compiler, hash);
  await compiler.keyboard.type('0123 4567 89ab cdef');
  await tabTo(compiler, file);
  await file.setInputFiles(scan);
  await enterOn(compiler, compiler.getByRole('button', { name: '登錄核章' }));
  expect(await hash.getAttribute('aria-invalid')).toBe('true');
  expect(await compiler.getByLabel('發文字號').inputValue()).toBe('範秘字第1150000123號');
  await seen(looker, compiler, 'paper-approval-refused');
  await tabTo(compiler, hash);
  await typeOver(compiler, code.toUpperCase());
  await tabTo(compiler, file);
  await file.setInputFiles(scan);
  await enterOn(compiler, compiler.getByRole('button', { name: '登錄核章' }));
  expect(await compiler.getByText('已登錄。').count()).toBe(1);
  expect(await compiler.getByRole('row', { name: /範秘字第1150000123號/ }).innerText()).toContain('與現在的內容相符');
  await seen(looker, compiler, 'paper-approval-entered');
}, 300_000);

test('what changed since is named, on the year’s page and on the row’s; it is taken back by keys with a reason', async () => {
  await write(`${year}-02`, 2, { goals: '完成4案。' });
  await compiler.goto(`${house.origin}${path}`);
  expect(await compiler.locator('main').innerText()).toContain('海岸復育計畫：績效目標及目標值');
  await seen(looker, compiler, 'paper-approval-changed');
  await compiler.goto(`${house.origin}/office/rows/${encodeURIComponent(`${year}-02`)}`);
  expect(await compiler.getByRole('link', { name: /^核章：/ }).count()).toBe(1);
  await enterOn(compiler, compiler.getByRole('link', { name: /^核章：/ }));
  await tabTo(compiler, compiler.locator('summary', { hasText: '撤回登錄' }));
  await compiler.keyboard.press('Enter');
  await tabTo(compiler, compiler.getByLabel('撤回理由'));
  await seen(looker, compiler, 'paper-approval-taking-back');
  await compiler.keyboard.type('文號誤植');
  await enterOn(compiler, compiler.getByRole('button', { name: '撤回登錄' }));
  expect(await compiler.locator('main').innerText()).toContain('撤回：文號誤植');
}, 300_000);

test('in English', async () => {
  await compiler.goto(`${house.origin}/en${path}`);
  expect(await compiler.getByLabel('Number of the letter').count()).toBe(1);
  await seen(looker, compiler, 'paper-approval-en');
}, 300_000);
