import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { look as lookAt } from './look.ts';
import { startProgram, type Program } from './program.ts';
import { startBrowser } from './site.ts';

/** The year once in a real browser: the program as it is shipped, its own PostgreSQL, people with their own sessions. */

const root = join(import.meta.dirname, '../..');
const password = 'four unrelated words here';
/** Set to keep pictures: OFFICE_PICTURES=docs/screenshots */
const pictures = process.env['OFFICE_PICTURES'];

describe('a year in a browser', () => {
  const data = mkdtempSync(join(tmpdir(), 'guankao-office-'));
  let program: Program;
  let browser: Browser;
  const people = new Map<string, { context: BrowserContext; page: Page }>();

  beforeAll(async () => {
    [program, browser] = await Promise.all([startProgram(data), startBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await program.stop();
    rmSync(data, { recursive: true, force: true });
  });

  async function person(name: string): Promise<Page> {
    const known = people.get(name);
    if (known !== undefined) return known.page;
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'zh-TW' });
    const page = await context.newPage();
    people.set(name, { context, page });
    return page;
  }

  /** No fault that axe finds, at both widths; and a picture where they are kept. */
  const look = (page: Page, picture: string) =>
    lookAt(page, picture, async (width) => {
      if (pictures === undefined) return;
      mkdirSync(join(root, pictures), { recursive: true });
      await page.screenshot({ path: join(root, pictures, `office-${picture}-${width}.png`), fullPage: true });
    });

  async function invite(login: string, role: string, agency: string): Promise<void> {
    const admin = await person('admin');
    await admin.goto(`${program.origin}/office/accounts`);
    const form = admin.locator('form[action="/office/accounts"]');
    await form.getByLabel('帳號').fill(login);
    await form.getByLabel('姓名').fill(login);
    await form.getByLabel('角色').selectOption(role);
    await form.getByLabel('機關', { exact: true }).selectOption(agency);
    await form.getByRole('button', { name: '邀請' }).click();
    const link = await admin.locator('output code').innerText();
    const page = await person(login);
    await page.goto(link);
    await page.getByLabel('設定密碼').fill(password);
    await page.getByRole('button', { name: '建立' }).click();
    await page.waitForURL(/\/office$/);
  }

  test('the first administrator comes in by the console’s link; agencies and people are added', async () => {
    const admin = await person('admin');
    await admin.goto(program.setup);
    await look(admin, 'setup');
    await admin.getByLabel('機關名稱').fill('範例部');
    await admin.getByLabel('機關代碼').fill('ministry');
    await admin.getByLabel('姓名').fill('管理者');
    await admin.getByLabel('帳號').fill('admin');
    await admin.getByLabel('設定密碼').fill('short');
    await admin.getByRole('button', { name: '建立' }).click();
    expect(await admin.locator('.refusal[role=alert]').innerText()).toContain('12');
    expect(await admin.getByLabel('機關名稱').inputValue()).toBe('範例部');
    await admin.getByLabel('設定密碼').fill(password);
    await admin.getByRole('button', { name: '建立' }).click();
    await admin.waitForURL(/accounts/);
    for (const [id, name] of [
      ['bureau', '範例署'],
      ['office', '虛擬局'],
    ] as const) {
      const form = admin.locator('form[action="/office/agencies"]');
      await form.getByLabel('機關代碼').fill(id);
      await form.getByLabel('機關名稱').fill(name);
      await form.getByRole('button', { name: '新增機關' }).click();
      await admin.waitForLoadState();
    }
    await look(admin, 'accounts');
    for (const [login, role, agency] of [
      ['compiler', 'compiler', 'ministry'],
      ['officer', 'officer', 'bureau'],
      ['supervisor', 'supervisor', 'bureau'],
      ['accountant', 'accountant', 'ministry'],
    ] as const)
      await invite(login, role, agency);
  });

  test('the compiler opens the year from last year’s filing; eight rows go on', async () => {
    const compiler = await person('compiler');
    await look(compiler, 'home');
    await compiler.goto(`${program.origin}/office/open`);
    await compiler.getByLabel('去年的執行情形表').selectOption('範例部-113');
    await compiler.getByRole('button', { name: '每一列由哪個機關填寫' }).click();
    await look(compiler, 'open-year');
    await compiler.getByLabel('年度（民國）').fill('114');
    const rows = compiler.locator('.settle');
    const count = await rows.count();
    for (let at = 0; at < count; at++) {
      if (at < 2) await rows.nth(at).locator('select').selectOption('bureau');
      else await rows.nth(at).locator('input').fill('示範：本年度不續列');
    }
    await compiler.getByRole('button', { name: '開辦' }).click();
    await compiler.waitForURL(/years/);
    expect(await compiler.locator('.office-table tbody tr').count()).toBe(2);
    await look(compiler, 'year');
  });

  test('主計 uploads the accounts, sees what does not agree, records what does', async () => {
    const accountant = await person('accountant');
    await accountant.goto(`${program.origin}/office/years/${encodeURIComponent('範例部-114')}/money`);
    const csv = [
      '計畫名稱,法定預算數,追加減預算數,保留轉入數,實現數,應付數,保留數,賸餘數',
      '範例部行政大樓耐震補強工程計畫,100000000,0,0,90000000,0,10000000,0',
      '典藏檔案數位化加值計畫,30000000,0,0,29000000,0,0,1000001',
    ].join('\n');
    await accountant.setInputFiles('input[type=file]', {
      name: 'accounts.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(csv),
    });
    await accountant.getByRole('button', { name: '勾稽' }).click();
    expect(await accountant.locator('.office-table').last().innerText()).toContain('不符');
    await look(accountant, 'reconciliation');
    await accountant.getByRole('button', { name: '登錄這些金額' }).click();
    expect(await accountant.locator('.refusal[role=alert]').innerText()).toContain('相差');
    await accountant.setInputFiles('input[type=file]', {
      name: 'accounts.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(csv.replace('1000001', '1000000')),
    });
    await accountant.getByRole('button', { name: '勾稽' }).click();
    await accountant.getByRole('button', { name: '登錄這些金額' }).click();
    expect(await accountant.locator('output.note').innerText()).toContain('已登錄');
    expect(await accountant.locator('.office-table').last().innerText()).toContain('94,200，尾差 0 元');
    const budget =
      '3.典藏檔案數位化加值計畫總經費128,500千元，分4年辦理，112至114年度已編列94,000千元，本年度續編第3年經費30,000千元。';
    await accountant.setInputFiles('#budget-file', {
      name: 'budget.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(budget),
    });
    await accountant.getByRole('button', { name: '核對' }).click();
    const differing = accountant.locator('section[aria-labelledby=amount] .office-table');
    for (const said of ['94,200,000', '94,000,000', '200,000']) expect(await differing.innerText()).toContain(said);
    await look(accountant, 'budget');
    await differing.getByRole('link', { name: '典藏檔案數位化加值計畫' }).click();
    await accountant.waitForURL(/rows/);
  });

  test('主計 records an approved version: the date by calendar of ROC years, by typing, and without a script', async () => {
    const accountant = await person('accountant');
    const address = `${program.origin}/office/rows/${encodeURIComponent('範例部-114-01')}`;
    await accountant.goto(address);
    const form = accountant.locator('form[action$="/versions"]');
    await form.getByLabel('文號').fill('院臺範字第1120000001號');
    await form.getByLabel('計畫核定總經費').fill('1億2,000萬');
    // By keyboard alone: the parts of the date are typed, the calendar opens on them and a day is chosen with the arrows.
    await form.getByRole('spinbutton', { name: /^年/ }).focus();
    for (const part of ['112', '1', '5']) {
      await accountant.keyboard.type(part);
      await accountant.keyboard.press('ArrowRight');
    }
    await form.getByRole('button', { name: '月曆' }).focus();
    await accountant.keyboard.press('Enter');
    const calendar = accountant.getByRole('dialog');
    expect(await calendar.getByRole('heading').last().innerText()).toContain('112');
    await look(accountant, 'calendar');
    await accountant.keyboard.press('ArrowRight');
    await accountant.keyboard.press('Enter');
    await form.getByRole('button', { name: '登錄核定版本' }).click();
    await accountant.waitForURL(/saved=1/);
    const versions = accountant.locator('section[aria-labelledby=versions] .office-table');
    expect(await versions.innerText()).toContain('112 年 1 月 6 日');
    const plain = await browser.newContext({
      javaScriptEnabled: false,
      storageState: await accountant.context().storageState(),
    });
    const page = await plain.newPage();
    await page.goto(address);
    await page.getByLabel('文號').fill('院臺範字第1140000002號');
    await page.getByLabel('核定日期').fill('八月九日');
    await page.locator('#version-total').fill('1億5,000萬');
    await page.getByLabel('修正理由').fill('物價調整');
    await page.getByRole('button', { name: '登錄核定版本' }).click();
    expect(await page.locator('.refusal[role=alert]').innerText()).toContain('113年8月9日');
    // Nothing of what was typed is lost.
    expect(await page.locator('#version-total').inputValue()).toBe('1億5,000萬');
    await page.getByLabel('核定日期').fill('114/8/9');
    await page.getByRole('button', { name: '登錄核定版本' }).click();
    for (const said of ['114 年 8 月 9 日', '第 1 次修正', '+30,000,000', '物價調整', '本年度適用'])
      expect(await page.locator('section[aria-labelledby=versions] .office-table').innerText()).toContain(said);
    await plain.close();
    await accountant.reload();
    await look(accountant, 'versions');
  });

  test('承辦 writes beside last year’s text; checks run as one types; a draft survives a closed browser and a dead server', async () => {
    const officer = await person('officer');
    await officer.goto(`${program.origin}/office`);
    await officer.locator('.office-table tbody a').first().click();
    await officer.waitForURL(/rows/);
    const address = officer.url();
    expect(await officer.locator('.before').first().innerText()).toContain('113');
    await officer.locator('#goals').fill('完成主體結構補強3,420公尺。');
    await officer.locator('#explanation').fill('完成主體結構補強3,417公尺。');
    await officer.locator('.field-findings li', { hasText: '3,417' }).first().waitFor({ timeout: 15_000 });
    await officer.waitForFunction(() => document.querySelector('#autosave')?.textContent?.includes('草稿') === true);
    await officer.close();
    const again = await people.get('officer')?.context.newPage();
    if (again === undefined) throw new Error('no officer');
    people.set('officer', { context: again.context(), page: again });
    await again.goto(address);
    expect(await again.locator('#goals').inputValue()).toBe('完成主體結構補強3,420公尺。');
    await look(again, 'row');
    // The server cannot be reached, and the page is closed: what was typed is on this device.
    await again.context().setOffline(true);
    await again.locator('#plannedWork').fill('離線時寫下的預定工作。');
    await again.waitForFunction(() => document.querySelector('#autosave')?.textContent?.includes('這台裝置') === true);
    await again.close();
    await people.get('officer')?.context.setOffline(false);
    const back = await people.get('officer')?.context.newPage();
    if (back === undefined) throw new Error('no officer');
    people.set('officer', { context: back.context(), page: back });
    await back.goto(address);
    expect(await back.locator('#plannedWork').inputValue()).toBe('離線時寫下的預定工作。');
    expect(await back.locator('#autosave').innerText()).toContain('放回欄位');
    await officerWrites(back);
  });

  async function officerWrites(again: Page): Promise<void> {
    await again.locator('#explanation').fill('完成主體結構補強3,420公尺。');
    await again.locator('#execution').fill('主體結構補強3,420公尺於114年11月完成。');
    await again.locator('#plannedWork').fill('辦理主體結構補強。');
    await again.locator('#texts').getByRole('button', { name: '儲存' }).click();
    await again.waitForURL(/saved=1/);
    await again.locator('#indicator-label').fill('主體結構補強');
    await again.locator('#indicator-target').fill('3,420公尺');
    await again.getByRole('button', { name: '新增指標' }).click();
    await again.locator('#actual-text').fill('完成3,417公尺');
    await again.locator('#actual-stated').selectOption('met');
    await again.setInputFiles('#actual-evidence', {
      name: '驗收證明.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4 made up'),
    });
    await again.getByRole('button', { name: '登錄實際值' }).click();
    await again.locator('#revise-target').fill('3,400公尺');
    await again.locator('#revise-reason').fill('用地縮減');
    await again.getByRole('button', { name: '修正目標' }).click();
    const indicators = await again.locator('section[aria-labelledby=indicators] .office-table').innerText();
    for (const said of ['3420公尺', '3400公尺', '用地縮減', '3417公尺', '機關自述 ●', '現行 ●', '驗收證明.pdf'])
      expect(indicators).toContain(said);
    await again.locator('#indicator-label').fill('住戶滿意度');
    await again.locator('#indicator-target').fill('90%');
    await again.getByRole('button', { name: '新增指標' }).click();
    await again.getByRole('button', { name: '把指標帶入' }).click();
    await again.waitForFunction(
      () => document.querySelector<HTMLTextAreaElement>('#goals')?.value.includes('住戶滿意度達90%') === true,
    );
    expect((await again.locator('#goals').inputValue()).match(/主體結構補強/g)).toHaveLength(1);
    await look(again, 'indicators');
  }

  test('without a script it works too: the second row is written, submitted, returned on its field, and approved', async () => {
    const officer = await people.get('officer')?.context.newPage();
    if (officer === undefined) throw new Error('no officer');
    const plain = await browser.newContext({
      javaScriptEnabled: false,
      ...(await officer
        .context()
        .storageState()
        .then((storageState) => ({ storageState }))),
    });
    const page = await plain.newPage();
    await page.goto(`${program.origin}/office/rows/${encodeURIComponent('範例部-114-02')}`);
    await page.locator('#goals').fill('完成掃描3萬頁。');
    await page.locator('#explanation').fill('完成掃描3萬頁。');
    await page.locator('#execution').fill('完成掃描3萬頁。');
    await page.locator('#plannedWork').fill('辦理掃描。');
    await page.locator('#texts').getByRole('button', { name: '儲存' }).click();
    await page.getByRole('button', { name: '陳核' }).click();
    expect(await page.locator('.lead').innerText()).toContain('待審核');
    const supervisor = await person('supervisor');
    await supervisor.goto(`${program.origin}/office/rows/${encodeURIComponent('範例部-114-02')}`);
    await supervisor.getByRole('button', { name: '退回' }).click();
    expect(await supervisor.locator('.refusal[role=alert]').innerText()).toContain('理由');
    await supervisor.getByLabel('關於').selectOption('execution');
    await supervisor.getByRole('textbox', { name: '意見', exact: true }).fill('請補掃描的檔案類別');
    await supervisor.getByRole('button', { name: '退回' }).click();
    await page.reload();
    expect(await page.locator('.remarks').innerText()).toContain('請補掃描的檔案類別');
    // What was typed and not saved goes with the row that is submitted.
    await page.locator('#execution').fill('完成文書類掃描3萬頁。');
    await page.getByRole('button', { name: '陳核' }).click();
    expect(await page.locator('.lead').innerText()).toContain('待審核');
    expect(await page.locator('#execution').inputValue()).toBe('完成文書類掃描3萬頁。');
    await page.goto(`${program.origin}/office/rows/${encodeURIComponent('範例部-114-01')}`);
    await page.getByRole('button', { name: '陳核' }).click();
    for (const at of ['01', '02']) {
      await supervisor.goto(`${program.origin}/office/rows/${encodeURIComponent(`範例部-114-${at}`)}`);
      await supervisor.getByRole('button', { name: '核可', exact: true }).click();
    }
    await supervisor.getByRole('link', { name: '歷程' }).click();
    expect(await supervisor.locator('.history > li').first().innerText()).toContain('核可');
    await look(supervisor, 'row-history');
    await plain.close();
  });

  test('彙整 reports, then publishes: only then the public sees the form and its edition', async () => {
    const compiler = await person('compiler');
    await compiler.goto(`${program.origin}/office/years/${encodeURIComponent('範例部-114')}`);
    await compiler.getByRole('button', { name: '報送這份表' }).click();
    expect(await compiler.locator('.lead').innerText()).toContain('已報送');
    const anyone = await browser.newPage();
    const form = `${program.origin}/filings/${encodeURIComponent('範例部-114')}`;
    expect((await anyone.goto(form))?.status()).toBe(404);
    await compiler.getByLabel('公開依據').fill('政府資訊公開法第7條');
    await compiler.getByRole('button', { name: '公開', exact: true }).click();
    expect(await compiler.locator('main').innerText()).toMatch(/第 1 版.*公開/);
    await anyone.goto(`${program.origin}/filings/${encodeURIComponent('範例部-114')}`);
    expect(await anyone.locator('h1').innerText()).toContain('範例部');
    await anyone.goto(`${program.origin}/check`);
    await anyone.locator('#name').fill('示範計畫');
    await anyone.locator('#goals').fill('完成植生3,420公頃。');
    await anyone.locator('#explanation').fill('完成植生3,417公頃。');
    await anyone.getByRole('button', { name: '檢查' }).click();
    expect(await anyone.locator('.field-findings').allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringContaining('3,417')]),
    );
    await look(anyone, 'check');
    await anyone.close();
  });

  test('whoever is not signed in is shown the way in and comes back', async () => {
    const page = await browser.newPage();
    await page.goto(`${program.origin}/office`);
    await page.waitForURL(/sign-in/);
    await look(page, 'sign-in');
    await page.getByLabel('帳號').fill('officer');
    await page.getByLabel('密碼').fill('wrong password');
    await page.getByRole('button', { name: '登入' }).click();
    expect(await page.locator('.refusal[role=alert]').innerText()).toContain('不符');
    await page.getByLabel('密碼').fill(password);
    await page.getByRole('button', { name: '登入' }).click();
    await page.waitForURL(/\/office$/);
    await page.close();
  });
});
