import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RowRecord } from '@guankao/workflow';
import { look } from './look.ts';
import { openYearHouse, type YearHouse } from './year-house.ts';

/** 49 rows on one page, by an officer who knows spreadsheets. */

const year = '範例部-114';
let house: YearHouse;
let page: Page;
beforeAll(async () => {
  const plans = Array.from({ length: 49 }, (_, at) => ({ name: `示範計畫${at + 1}`, agency: 'bureau' }));
  const officer = { login: 'officer', name: '承辦人', role: 'officer', agency: 'bureau' };
  house = await openYearHouse([{ id: 'bureau', name: '範例署' }], [officer], plans);
  page = await house.page('officer');
}, 240_000);
afterAll(() => house.close());

const cell = (row: number, column: string) => page.getByLabel(new RegExp(`^${row}\\. .* ${column}$`));
const [execution, explanation] = ['本年度執行情形說明', '年度績效目標已達成或未達成之說明'];
const rows = async (): Promise<readonly RowRecord[]> => (await house.api('officer', 'GET', `/api/years/${year}`)).rows;

/** As a browser does when somebody presses Ctrl+V. */
async function paste(row: number, column: string, text: string, html = ''): Promise<void> {
  await cell(row, column).focus();
  await cell(row, column).evaluate(
    (area, [plain = '', rich = '']) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', plain);
      if (rich !== '') clipboardData.setData('text/html', rich);
      area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    [text, html],
  );
}

test('it is reached from the year, fits both widths and says its keys', async () => {
  await page.getByRole('link', { name: year }).click();
  await page.getByRole('link', { name: '整表填寫' }).click();
  expect(await page.locator('textarea').count()).toBe(98);
  await look(page, 'grid');
  expect(await page.getByText('Ctrl＋D').isVisible()).toBe(true);
});

test('the keyboard goes from cell to cell as in a spreadsheet', async () => {
  await cell(1, execution).click();
  await page.keyboard.type('1. 完成甲。');
  await page.keyboard.press('Alt+Enter');
  await page.keyboard.type('2. 完成乙。');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('達成。');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+d');
  await page.keyboard.press('ArrowUp');
  expect(await cell(1, execution).inputValue()).toBe('1. 完成甲。\n2. 完成乙。');
  expect(await cell(2, explanation).inputValue()).toBe('達成。');
  await cell(2, explanation).focus();
  await page.keyboard.press('Control+z');
  expect(await cell(2, explanation).inputValue()).toBe('');
});

test('a block from a spreadsheet goes into its cells, is undone together, and what finds no place is shown', async () => {
  await paste(3, execution, '"1. 甲\n2. 乙"\t達成一。\r\n丙\t達成二。\r\n');
  expect(await cell(3, execution).inputValue()).toBe('1. 甲\n2. 乙');
  expect(await cell(4, explanation).inputValue()).toBe('達成二。');
  await page.keyboard.press('Control+z');
  expect([await cell(3, execution).inputValue(), await cell(4, explanation).inputValue()]).toEqual(['', '']);
  // A text of several lines is no block.
  await paste(3, execution, '甲\n乙');
  expect(await cell(4, execution).inputValue()).toBe('');
  await paste(48, explanation, '一\t多一欄\r\n二\t\r\n多一列\t\r\n');
  expect([await cell(48, explanation).inputValue(), await cell(49, explanation).inputValue()]).toEqual(['一', '二']);
  expect(await page.getByLabel('放不下的內容').inputValue()).toBe('多一欄\n多一列');
  await paste(5, execution, `${'長'.repeat(32_001)}\t短。`);
  expect(await cell(5, execution).inputValue()).toBe('');
  expect(await cell(5, explanation).inputValue()).toBe('短。');
  expect(await page.getByText('上限 32,000 字').isVisible()).toBe(true);
});

test('what is typed survives the page; it is saved with one key', async () => {
  await page.waitForTimeout(700);
  await page.reload();
  expect(await cell(1, execution).inputValue()).toBe('1. 完成甲。\n2. 完成乙。');
  await page.keyboard.press('Tab');
  await cell(49, explanation).focus();
  await page.keyboard.press('Control+s');
  await page.getByText(/已存 \d+ 格/).waitFor();
  const [first, , , , fifth, ...more] = await rows();
  expect([first?.texts.execution, first?.texts.explanation, fifth?.texts.explanation]).toEqual([
    '1. 完成甲。\n2. 完成乙。',
    '達成。',
    '短。',
  ]);
  expect(more.at(-1)?.texts.explanation).toBe('二');
  await look(page, 'grid saved');
});

const noteAt = (row: number, column: string) =>
  page.locator('td', { has: cell(row, column) }).locator('.field-findings li');

test('a cell is checked as one types; what the checks say goes once it is mended', async () => {
  await cell(10, execution).fill('第一季2件、第二季3件，合計6件。');
  await noteAt(10, execution).first().waitFor();
  expect(await noteAt(10, execution).first().innerText()).toMatch(/^[■▲?] .*6/);
  expect(await cell(10, execution).getAttribute('aria-describedby')).not.toBeNull();
  await look(page, 'grid checked');
  await cell(10, execution).fill('第一季2件、第二季3件，合計5件。');
  await expect.poll(() => noteAt(10, execution).count()).toBe(0);
});

/** Every text of a row but its period, which stands in four small fields of its own page. */
const columns = ['name', 'type', 'plannedWork', 'execution', 'goals', 'explanation'] as const;
/** A block of cells as Calc copies it: as text, and as a table. */
function copied(cells: readonly (readonly string[])[]): readonly [string, string] {
  const quoted = (text: string) => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const text = cells.map((row) => `${row.map(quoted).join('\t')}\r\n`).join('');
  const lines = cells.map((row) => `<tr>${row.map((one) => `<td>${one}</td>`).join('')}</tr>`).join('');
  return [text, `<table>${lines}</table>`];
}

test('49 rows pasted from a spreadsheet stand checked in under two minutes: six fields a row, one page for all of them', async () => {
  const asked = columns.map((column) => `columns=${column}`).join('&');
  let loads = 0;
  page.on('load', () => (loads += 1));
  const began = Date.now();
  await page.goto(`${house.origin}/office/years/${encodeURIComponent(year)}/grid?${asked}`);
  const fields = await page.locator('tbody tr').first().locator('textarea').count();
  expect(fields).toBeLessThanOrEqual(12);
  const block = Array.from({ length: 49 }, (_, at) => [
    `示範計畫${at + 1}`,
    '社會發展',
    `1. 辦理第${at + 1}標。\n2. 驗收。`,
    at === 20 ? '第一季2件、第二季3件，合計6件。' : `第${at + 1}標於114年6月20日完成。`,
    at === 40 ? '完成整建3,420公尺。' : '完成3案。',
    at === 40 ? '完成整建3,417公尺，已達成。' : '完成3案。',
  ]);
  await paste(1, '計畫名稱', ...copied(block));
  await page.getByText('已貼上 294 格').waitFor();
  await noteAt(21, execution).first().waitFor();
  await page
    .locator('tr', { has: cell(41, '計畫名稱') })
    .locator('.field-findings li')
    .first()
    .waitFor();
  expect(Date.now() - began).toBeLessThan(120_000);
  await page.keyboard.press('Control+s');
  await page.getByText(/已存 \d+ 格/).waitFor();
  // The page that was filled in, and the same once it was saved.
  expect(loads).toBeLessThanOrEqual(2);
  const saved = (await rows()).map(({ texts }) => columns.map((column) => texts[column]));
  expect(saved).toEqual(block);
});
