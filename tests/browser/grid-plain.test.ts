import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RowRecord } from '@guankao/workflow';
import { enterOn, plainPage, seen, tabTo, typeOver } from './plain-page.ts';
import { openYearHouse, type YearHouse } from './year-house.ts';

/** The grid in a browser that runs no script: a form of fields with one save, gone through by keys alone. */

const year = '範例部-114';
let house: YearHouse;
let page: Page;
let looker: Page;
beforeAll(async () => {
  const plans = Array.from({ length: 53 }, (_, at) => ({ name: `示範計畫${at + 1}`, agency: 'bureau' }));
  const officer = { login: 'officer', name: '承辦人', role: 'officer', agency: 'bureau' };
  house = await openYearHouse([{ id: 'bureau', name: '範例署' }], [officer], plans);
  page = await plainPage(house, 'officer');
  looker = await house.page('officer');
}, 240_000);
afterAll(() => house.close());

const [execution, explanation] = ['本年度執行情形說明', '年度績效目標已達成或未達成之說明'];
const cell = (row: number, column: string) => page.getByLabel(new RegExp(`^${row}\\. .* ${column}$`));
const button = (name: string) => page.getByRole('button', { name, exact: true });
const rows = async (): Promise<readonly RowRecord[]> => (await house.api('officer', 'GET', `/api/years/${year}`)).rows;
const textsOf = async (row: number) => (await rows())[row - 1]?.texts;

/** As Ctrl+V does it: the clipboard's text goes in where the cursor stands. */
async function paste(text: string): Promise<void> {
  await page.keyboard.insertText(text);
}

test('it is reached from the workbench by links; what only a script can do is not promised', async () => {
  await page.goto(`${house.origin}/office`);
  await enterOn(page, page.getByRole('link', { name: year }));
  await enterOn(page, page.getByRole('link', { name: '整表填寫' }));
  expect(await page.locator('textarea').count()).toBe(100);
  expect(await page.getByText('53 列，第 1／2 頁').isVisible()).toBe(true);
  expect(await page.getByText('Ctrl＋D').isVisible()).toBe(false);
  await seen(looker, page, 'grid plain');
});

test('what is typed and pasted is saved with one button, and what the checks find stands in its cell', async () => {
  await tabTo(page, cell(1, execution));
  await page.keyboard.type('1. 完成甲。');
  await page.keyboard.press('Enter');
  await page.keyboard.type('2. 完成乙。');
  await page.keyboard.press('Tab');
  await paste('達成一。\n達成二。');
  await tabTo(page, cell(2, execution));
  await page.keyboard.type('第一季2件、第二季3件，合計6件。');
  await enterOn(page, button('存檔'));
  expect(await page.getByText('已存 3 格').isVisible()).toBe(true);
  expect(await textsOf(1)).toMatchObject({ execution: '1. 完成甲。\n2. 完成乙。', explanation: '達成一。\n達成二。' });
  const note = page.locator('td', { has: cell(2, execution) }).locator('.field-findings li');
  expect(await note.first().innerText()).toMatch(/^[■▲?] .*6/);
  await seen(looker, page, 'grid plain saved');
});

test('a cell is undone by the browser before it is saved, and by typing after', async () => {
  await tabTo(page, cell(3, execution));
  await page.keyboard.type('打錯了');
  for (let times = 0; times < 5 && (await cell(3, execution).inputValue()) !== ''; times += 1)
    await page.keyboard.press('Control+z');
  expect(await cell(3, execution).inputValue()).toBe('');
  await tabTo(page, cell(2, execution).or(cell(4, execution)).first());
  await page.keyboard.press('Shift+Tab');
  await cell(2, execution).focus();
  await typeOver(page, '第一季2件、第二季3件，合計5件。');
  await enterOn(page, button('存檔'));
  expect(await page.getByText('已存 1 格').isVisible()).toBe(true);
  expect(
    await page
      .locator('td', { has: cell(2, execution) })
      .locator('.field-findings li')
      .count(),
  ).toBe(0);
});

test('cells of a spreadsheet that are pasted into one field stay whole there', async () => {
  await cell(4, explanation).focus();
  await paste('甲\t一\n乙\t二');
  await enterOn(page, button('存檔'));
  expect(await textsOf(4)).toMatchObject({ explanation: '甲\t一\n乙\t二' });
});

test('a cell that is refused keeps what was typed and says why; the others are saved', async () => {
  await house.api('officer', 'PATCH', `/api/rows/${year}-05/texts`, { execution: '別人寫的。' }, { 'if-match': '1' });
  await cell(5, execution).focus();
  await page.keyboard.type('我寫的。');
  await cell(6, execution).focus();
  await page.keyboard.type('可以存。');
  await enterOn(page, button('存檔'));
  expect(await page.getByText('1 格沒有存').isVisible()).toBe(true);
  expect([await cell(5, execution).inputValue(), await cell(5, execution).getAttribute('aria-invalid')]).toEqual([
    '我寫的。',
    'true',
  ]);
  expect(await page.getByText('別人寫的。').isVisible()).toBe(true);
  expect([(await textsOf(5))?.execution, (await textsOf(6))?.execution]).toEqual(['別人寫的。', '可以存。']);
  await seen(looker, page, 'grid plain refused');
  await enterOn(page, button('存檔'));
  expect((await textsOf(5))?.execution).toBe('我寫的。');
});

test('saving goes on to the next page and keeps the columns; rows are chosen by what they lack', async () => {
  await page.goto(`${house.origin}/office/years/${encodeURIComponent(year)}/grid?columns=goals`);
  await cell(50, '績效目標及本年度目標值').focus();
  await page.keyboard.type('完成3案。');
  await enterOn(page, button('存檔並到第 2 頁'));
  expect((await textsOf(50))?.goals).toBe('完成3案。');
  expect(await page.locator('textarea').count()).toBe(3);
  await cell(51, '績效目標及本年度目標值').focus();
  await page.keyboard.type('先打字，再選列。');
  await page.getByLabel('列', { exact: true }).selectOption({ label: '有空白欄的' });
  await page.getByLabel('本年度執行情形說明', { exact: true }).check();
  await enterOn(page, button('存檔並顯示'));
  // Nothing that was typed is lost by choosing.
  expect((await textsOf(51))?.goals).toBe('先打字，再選列。');
  expect(await page.getByText('已存 1 格').isVisible()).toBe(true);
  expect(await page.getByText('53 列，第 1／2 頁').isVisible()).toBe(true);
  await page.getByLabel('本年度執行情形說明', { exact: true }).uncheck();
  await enterOn(page, button('存檔並顯示'));
  expect(await page.getByText('51 列，第 1／2 頁').isVisible()).toBe(true);
  expect(await cell(50, '績效目標及本年度目標值').count()).toBe(0);
});
