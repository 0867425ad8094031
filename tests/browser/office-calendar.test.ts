import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { calendarCsv } from '../integration/calendar-file.ts';
import { seenInBoth } from './plain-page.ts';
import { openYearHouse, type YearHouse } from './year-house.ts';

/** The calendar of workdays, imported by an administrator; a year's deadlines, which it moves. */

let house: YearHouse;
let admin: Page;

beforeAll(async () => {
  const people = [{ login: 'manager', name: '系統管理者', role: 'administrator', agency: 'ministry' }];
  const plans = [{ name: '步道整建計畫', agency: 'bureau' }];
  house = await openYearHouse([{ id: 'bureau', name: '範例署' }], people, plans);
  admin = await house.page('manager');
}, 240_000);
afterAll(() => house.close());

const fileOf = (text: string) => ({
  name: '114年中華民國政府行政機關辦公日曆表.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(`\uFEFF${text}`),
});

test('imported: what is wrong says its line, what is right is shown before it is kept', async () => {
  await admin.goto(`${house.origin}/office/calendar`);
  await seenInBoth(admin, 'calendar-empty');
  await admin.getByLabel('日曆檔案').setInputFiles(fileOf(calendarCsv(2025).replace('20250108,三', '20250108,四')));
  await admin.getByRole('button', { name: '讀取檔案' }).click();
  expect(await admin.getByRole('alert').innerText()).toContain('第 9 行');
  await seenInBoth(admin, 'calendar-refused');
  const days = {
    '2025-01-01': [2, '開國紀念日'],
    '2025-02-08': [0, '補行上班'],
    '2025-03-20': [2, '虛擬紀念日'],
  } as const;
  await admin.getByLabel('日曆檔案').setInputFiles(fileOf(calendarCsv(2025, days)));
  await admin.getByRole('button', { name: '讀取檔案' }).click();
  await seenInBoth(admin, 'calendar-read');
  expect(await admin.getByRole('row', { name: /補行上班/ }).count()).toBe(1);
  await admin.getByRole('button', { name: '存入' }).click();
  await seenInBoth(admin, 'calendar-kept');
  expect(await admin.getByText('已存入 114 年的日曆').count()).toBe(1);
});

test('a year’s deadlines, moved by it', async () => {
  const compiler = await house.page('compiler');
  await compiler.goto(`${house.origin}/office/years/${encodeURIComponent('範例部-114')}/deadlines`);
  await seenInBoth(compiler, 'deadlines');
  expect(await compiler.getByText('原為 114 年 3 月 20 日（放假日），順延').count()).toBe(1);
});
