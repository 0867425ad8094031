import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainPage, seen } from './plain-page.ts';
import { openYearHouse, type YearHouse } from './year-house.ts';

/** A row's annual work plan, drawn up and approved without a script, at both widths. */

const year = '範例部-114';
let house: YearHouse;
let officer: Page;
let supervisor: Page;
/** With scripts, which axe needs: it is shown what the others see. */
let looker: Page;

beforeAll(async () => {
  const people = [
    { login: 'officer', name: '承辦人', role: 'officer', agency: 'bureau' },
    { login: 'supervisor', name: '主管', role: 'supervisor', agency: 'bureau' },
  ];
  const plans = [{ name: '步道整建計畫', agency: 'bureau' }];
  house = await openYearHouse([{ id: 'bureau', name: '範例署' }], people, plans);
  [officer, supervisor] = [await plainPage(house, 'officer'), await plainPage(house, 'supervisor')];
  looker = await house.page('officer');
}, 240_000);
afterAll(() => house.close());

const row = () => `${house.origin}/office/rows/${encodeURIComponent(`${year}-01`)}`;
const item = (number: number) => officer.getByRole('group', { name: `第 ${number} 項` });

test('drawn up from the row; a wrong cell says so and nothing that was typed is lost', async () => {
  await officer.goto(row());
  await officer.getByRole('link', { name: '草擬年度作業計畫' }).click();
  await seen(looker, officer, 'work-plan-empty');
  await item(1).getByLabel('項目名稱').fill('步道設計及審查');
  await item(1).getByLabel('權重（%）').fill('40');
  await item(1).getByLabel('2 月', { exact: true }).fill('50');
  await item(1).getByLabel('4 月', { exact: true }).fill('100');
  await item(2).getByLabel('項目名稱').fill('步道施工');
  await item(2).getByLabel('權重（%）').fill('60');
  await item(2).getByLabel('6 月', { exact: true }).fill('45');
  await item(2).getByLabel('7 月', { exact: true }).fill('30');
  const point = officer.getByRole('group', { name: '第 1 點' });
  await point.getByLabel('要達成什麼').fill('完成工程決標');
  await point.getByLabel('預定日期').fill('114年4月30日');
  await point.getByLabel(/^佐證/).fill('決標公告');
  const spending = officer.getByRole('group', { name: '累計預定支用（元）' });
  await spending.getByLabel('3 月', { exact: true }).fill('120萬');
  await spending.getByLabel('12 月', { exact: true }).fill('8,400,000');
  await officer.getByRole('button', { name: '儲存' }).click();
  const wrong = item(2).getByLabel('7 月', { exact: true });
  expect([await wrong.getAttribute('aria-invalid'), await wrong.inputValue()]).toEqual(['true', '30']);
  expect(await point.getByLabel('要達成什麼').inputValue()).toBe('完成工程決標');
  await seen(looker, officer, 'work-plan-refused');
  await wrong.fill('60');
  await item(2).getByLabel('11 月', { exact: true }).fill('100');
  await officer.getByRole('button', { name: '陳核' }).click();
  expect(await officer.locator('.lead').innerText()).toContain('待審核');
});

test('approved by the supervisor, shown on the row, adjusted with a reason', async () => {
  await supervisor.goto(`${row()}/work-plan`);
  await seen(looker, supervisor, 'work-plan-approval');
  await supervisor.getByRole('button', { name: '核定' }).click();
  expect(await supervisor.locator('.lead').innerText()).toContain('已核定');
  await officer.goto(row());
  await seen(looker, officer, 'work-plan-row');
  expect(await officer.getByText('步道設計及審查').count()).toBe(1);
  await officer.getByRole('link', { name: '開啟年度作業計畫' }).click();
  await officer.getByLabel('調整理由').fill('變更設計，決標延後');
  await officer.getByRole('button', { name: '調整' }).click();
  expect(await officer.locator('.lead').innerText()).toContain('調整(1)');
  await officer.getByRole('link', { name: '歷程' }).click();
  await seen(looker, officer, 'work-plan-history');
  expect(await officer.getByText('變更設計，決標延後').count()).toBe(1);
});

test('reported by quarter: behind owes its cause; reviewed by the supervisor', async () => {
  await officer.goto(row());
  await officer.getByRole('link', { name: '1 至 3 月' }).click();
  await officer
    .getByRole('group', { name: /^步道設計及審查/ })
    .getByLabel('累計實際進度（%）')
    .fill('30');
  await officer
    .getByRole('group', { name: /^步道施工/ })
    .getByLabel('累計實際進度（%）')
    .fill('0');
  await officer.getByLabel('累計實際支用（元）').fill('110萬');
  await officer.getByRole('button', { name: '陳核' }).click();
  expect(await officer.getByLabel('落後原因').getAttribute('aria-invalid')).toBe('true');
  await seen(looker, officer, 'report-refused');
  await officer.getByLabel('落後原因').selectOption({ label: '流標或廢標' });
  await officer.getByLabel('落後情形說明').fill('設計監造案2次流標，於3月20日決標。');
  await officer.getByLabel('因應對策').fill('縮短審查期程，6月底前完成細部設計。');
  await officer.getByRole('button', { name: '陳核' }).click();
  await supervisor.goto(`${row()}/reports/3`);
  await seen(looker, supervisor, 'report-review');
  await supervisor.getByRole('button', { name: '核可' }).click();
  expect(await supervisor.locator('.lead').innerText()).toContain('主管已審核');
  await officer.goto(row());
  await seen(looker, officer, 'report-row');
});

test('逾期未報 by agency, for the compiler', async () => {
  const compiler = await plainPage(house, 'compiler');
  await compiler.goto(`${house.origin}/office/years/${encodeURIComponent(year)}`);
  await compiler.getByRole('link', { name: '逾期未報' }).click();
  await compiler.getByLabel('選擇月份').selectOption({ label: '6 月' });
  await compiler.getByRole('button', { name: '顯示' }).click();
  expect(await compiler.locator('.lead').innerText()).toBe('1 機關中 0 機關已報');
  await seen(looker, compiler, 'overdue');
  await compiler.getByRole('button', { name: '鎖定這個月' }).click();
  expect(await compiler.getByText('這個月的填報已鎖定。').count()).toBe(1);
});

test('the planned work of the row is drawn from the plan, and overruled with a reason', async () => {
  await officer.goto(row());
  await officer.getByRole('button', { name: '帶入預定工作摘要' }).click();
  expect(await officer.locator('#plannedWork').inputValue()).toContain('1. 步道設計及審查（權重40%');
  await officer.getByLabel('改寫後的預定工作摘要').fill('施工分二標辦理。');
  await officer.getByLabel('改寫理由').fill('決標後分標');
  await seen(looker, officer, 'planned-work');
  await officer.getByRole('button', { name: '改寫帶入的摘要' }).click();
  expect(await officer.locator('#plannedWork').inputValue()).toBe('施工分二標辦理。');
  expect(await officer.getByText('決標後分標').count()).toBe(1);
});

test('what was carried out is drawn from the reviewed report, and overruled with a reason', async () => {
  await officer.goto(row());
  await officer.getByRole('button', { name: '以 3 月填報帶入執行情形' }).click();
  expect(await officer.locator('#execution').inputValue()).toContain('，截至3月底累計進度');
  expect(await officer.locator('#execution').inputValue()).toContain('因應對策：縮短審查期程，6月底前完成細部設計。');
  expect(await officer.locator('#execution').getAttribute('readonly')).not.toBeNull();
  await officer.getByLabel('改寫後的執行情形').fill('設計監造已決標，細部設計辦理中。');
  await officer.getByLabel('改寫理由').fill('填報後已決標');
  await seen(looker, officer, 'drawn-execution');
  await officer.getByRole('button', { name: '改寫帶入的執行情形' }).click();
  expect(await officer.locator('#execution').inputValue()).toBe('設計監造已決標，細部設計辦理中。');
  await officer.getByRole('link', { name: '來源：3 月定期填報' }).click();
  expect(await officer.locator('.lead').innerText()).toContain('主管已審核');
});

test('a sheet is shown before it is kept', async () => {
  await officer.goto(`${house.origin}/office/years/${encodeURIComponent(year)}`);
  await officer.getByRole('link', { name: '匯入年度作業計畫' }).click();
  const text = '計畫名稱,工作項目,權重,1月,6月\n步道整建計畫,步道設計及審查,55%,10,100\n查無此計畫,巡查,10,1,2';
  await officer
    .getByLabel(/^檔案/)
    .setInputFiles({ name: '作業計畫.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await officer.getByRole('button', { name: '讀入並對照' }).click();
  await officer.getByText('對應不到計畫的 1 行').waitFor();
  await seen(looker, officer, 'work-plan-import');
  await officer.getByRole('button', { name: '存入勾選的' }).click();
  await officer.getByText('已存入 1 個計畫').waitFor();
});
