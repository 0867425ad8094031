import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startProgram, type Program } from './program.ts';
import { startBrowser } from './site.ts';

/**
 * The S1 list of the user review in a real browser, each as a person does it, also twice in a row and two at once: where a
 * page says fine, saved or published and it is not. Its kinds over HTTP are `tests/integration/s1.test.ts`.
 */

const year = '範例部-114';
const accounts =
  '計畫名稱,法定預算數,追加減預算數,保留轉入數,實現數,應付數,保留數,賸餘數\n海岸復育計畫,9000000,0,0,8000000,0,1000000,0';
const password = 'four unrelated words here';
const people = [
  ['officer', 'officer', 'bureau'],
  ['officer2', 'officer', 'bureau'],
  ['supervisor', 'supervisor', 'bureau'],
  ['supervisor2', 'supervisor', 'bureau'],
  ['accountant', 'accountant', 'ministry'],
  ['accountant2', 'accountant', 'ministry'],
  ['compiler', 'compiler', 'ministry'],
  ['compiler2', 'compiler', 'ministry'],
] as const;
type Login = (typeof people)[number][0];

describe('the S1 list in a browser', () => {
  const data = mkdtempSync(join(tmpdir(), 'guankao-s1-'));
  const tokens = new Map<string, string>();
  const contexts = new Map<Login, BrowserContext>();
  let program: Program;
  let browser: Browser;

  beforeAll(async () => {
    [program, browser] = await Promise.all([startProgram(data), startBrowser()]);
    const secretOf = (link: string) => decodeURIComponent(link.split('/').at(-1) ?? '');
    const admin = await api(null, 'POST', '/api/setup', {
      secret: secretOf(program.setup),
      ministryId: 'ministry',
      ministryName: '範例部',
      login: 'admin',
      name: '管理者',
      password,
    });
    tokens.set('admin', admin.token);
    await api('admin', 'POST', '/api/agencies', { id: 'bureau', name: '範例署', parent: 'ministry' });
    for (const [login, role, agency] of people) {
      const grants = [{ role, agency }];
      const { secret } = await api('admin', 'POST', '/api/accounts', { login, name: `${login}先生`, grants });
      tokens.set(login, (await api(null, 'POST', '/api/passwords', { secret, password })).token);
    }
  });
  afterAll(async () => {
    await browser.close();
    await program.stop();
    rmSync(data, { recursive: true, force: true });
  });

  // Whatever it holds is looked at by the test that asked for it.
  // oxlint-disable-next-line typescript/no-explicit-any
  async function api(who: string | null, method: string, path: string, body?: object): Promise<any> {
    const answer = await fetch(`${program.origin}${encodeURI(path)}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(who === null ? {} : { authorization: `Bearer ${tokens.get(who)}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }

  /** A page of a person’s own, at the address. */
  async function at(who: Login | null, path: string): Promise<Page> {
    const context = who === null ? await browser.newContext({ locale: 'zh-TW' }) : await signedIn(who);
    const page = await context.newPage();
    await page.goto(`${program.origin}${encodeURI(path)}`);
    return page;
  }
  async function signedIn(who: Login): Promise<BrowserContext> {
    const known = contexts.get(who);
    if (known !== undefined) return known;
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'zh-TW' });
    await context.addCookies([{ name: 'guankao_session', value: tokens.get(who) ?? '', url: program.origin }]);
    contexts.set(who, context);
    return context;
  }

  const row = (number: number) => `${year}-0${number}`;
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const refusal = (page: Page) => page.locator('.refusal[role=alert]').first();
  /** As people do who are used to icons: two clicks where the button is, a tenth of a second apart, all at once. */
  const twice = async (...buttons: Locator[]) => {
    const places = await Promise.all(
      buttons.map(async (one) => {
        await one.scrollIntoViewIfNeeded();
        const box = await one.boundingBox();
        if (box === null) throw new Error('a button that is not shown');
        return { page: one.page(), x: box.x + box.width / 2, y: box.y + box.height / 2 };
      }),
    );
    await Promise.all(
      places.map(async ({ page, x, y }) => {
        // Gone with the page that was shown: so that what is looked at is the one that the clicks lead to.
        await page.evaluate(() => document.body.classList.add('before-the-clicks'));
        await page.mouse.click(x, y);
        await new Promise((resolve) => setTimeout(resolve, 100));
        await page.mouse.click(x, y);
        await page.locator('body:not(.before-the-clicks) footer').waitFor();
        await page.waitForLoadState('networkidle');
      }),
    );
  };
  const eventsOf = async (number: number): Promise<readonly { kind: string; payload: { move?: string } }[]> =>
    (await api('officer', 'GET', `/api/rows/${row(number)}/history`)).events;
  const movesOf = async (number: number) =>
    (await eventsOf(number)).flatMap(({ payload }) => (payload.move === undefined ? [] : [payload.move]));
  const yearOf = async () => (await api('compiler', 'GET', `/api/years/${year}`)).year;
  /** Nothing of the page runs over its side. */
  async function demandFits(page: Page): Promise<void> {
    const size = page.viewportSize();
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over, `${page.url()} at ${width}`).toBeLessThanOrEqual(0);
    }
    if (size !== null) await page.setViewportSize(size);
  }

  test('S1-2: without a name, and with nothing typed, the check page says nothing of being clean', async () => {
    const page = await at(null, '/check');
    await page.locator('#execution').fill('鑑定180件，完成鑑定171件，鑑定率59%。');
    await button(page, '檢查').click();
    expect(await page.locator('.field-findings').allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringContaining('59%')]),
    );
    expect(await page.locator('main').innerText()).not.toContain('沒有發現問題');
    await demandFits(page);
    await page.goto(`${program.origin}/check`);
    await button(page, '檢查').click();
    expect(await page.locator('main').innerText()).not.toContain('沒有發現問題');
  });

  test('S1-5: what is no filing is not taken in; what is, is shown first and kept by nobody’s mistake', async () => {
    const before = (await api(null, 'GET', '/api/filings')).filings.length;
    const page = await at('compiler', '/import');
    const choose = async (name: string, text: string) => {
      await page.setInputFiles('#file', { name, mimeType: 'text/plain', buffer: Buffer.from(text) });
      await button(page, '讀取，先看結果').click();
    };
    await choose('note.txt', 'hello world');
    expect(await refusal(page).innerText()).not.toBe('');
    await page.goto(`${program.origin}/import`);
    const heads =
      '計畫名稱,計畫類型,計畫期程,計畫核定總經費,截至本年度已編列預算數,截至本年底止累計執行數,本年度預定工作摘要,本年度執行情形說明,績效目標及本年度目標值,年度績效目標已達成或未達成之說明';
    await choose(
      'draft.csv',
      `範例部112年度\n單位：新臺幣千元\n${heads}\n海岸計畫,社會發展,112年1月至115年12月,"9,000",700,650,整建,完成,完成3案,完成3案\n`,
    );
    expect(await page.locator('#preview').innerText()).toContain('尚未留存');
    await demandFits(page);
    // Whoever presses the button without choosing keeps nothing.
    await twice(button(page, '確定'));
    expect((await api(null, 'GET', '/api/filings')).filings).toHaveLength(before);
  });

  test('S1-4: a year is not opened empty; an opening by mistake is undone', async () => {
    const page = await at('compiler', '/office/open');
    await page.locator('#year').fill('120');
    await button(page, '開辦').click();
    expect(await refusal(page).innerText()).toContain('空的年度不能開辦');
    expect(await page.locator('#year').inputValue()).toBe('120');
    await page.locator('#plans').fill('誤開的計畫');
    await twice(button(page, '開辦'));
    await page.goto(`${program.origin}${encodeURI('/office/years/範例部-120')}`);
    expect(await page.locator('.office-table tbody tr').count()).toBe(1);
    await twice(button(page, '取消開辦'));
    expect(await (await at('compiler', '/office')).locator('main').innerText()).not.toContain('範例部-120');
  });

  test('S1-1: 陳核 takes along what is typed, and a withdrawal brings it back', async () => {
    await api('compiler', 'POST', '/api/years', {
      ministry: 'ministry',
      fiscalYear: 2025,
      plans: [
        { name: '海岸復育計畫', agency: 'bureau' },
        { name: '步道整建計畫', agency: 'bureau' },
      ],
    });
    const page = await at('officer', `/office/rows/${row(1)}`);
    await page.locator('#execution').fill('等到草稿存了才送的執行情形。');
    await page.waitForFunction(() => document.querySelector('#autosave')?.textContent?.includes('草稿') === true);
    await demandFits(page);
    await button(page, '陳核').click();
    await page.waitForLoadState();
    expect(await page.locator('.lead').innerText()).toContain('待審核');
    expect(await page.locator('#execution').inputValue()).toBe('等到草稿存了才送的執行情形。');
    await button(page, '撤回').click();
    await page.waitForLoadState();
    await page.locator('#goals').fill('打完就送的績效目標：完成3案。');
    await twice(button(page, '陳核'));
    expect(await page.locator('.lead').innerText()).toContain('待審核');
    expect(await refusal(page).count()).toBe(0);
    await page.reload();
    expect(await page.locator('#execution').inputValue()).toBe('等到草稿存了才送的執行情形。');
    expect(await page.locator('#goals').inputValue()).toBe('打完就送的績效目標：完成3案。');
    expect(await movesOf(1)).toEqual(['submit', 'withdraw', 'submit']);
  });

  test('S1-1: two officers save one row at once, each with two clicks: one is saved, neither loses a word', async () => {
    const pages = await Promise.all((['officer', 'officer2'] as const).map((who) => at(who, `/office/rows/${row(2)}`)));
    const texts = ['第一位寫的目標：完成5案。', '第二位寫的目標：完成6案。'];
    for (const [at, page] of pages.entries()) await page.locator('#goals').fill(texts[at] ?? '');
    await twice(...pages.map((page) => page.locator('#texts').getByRole('button', { name: '儲存' })));
    const saved = (await api('officer', 'GET', `/api/rows/${row(2)}`)).row.texts.goals;
    expect(texts).toContain(saved);
    for (const [at, page] of pages.entries()) {
      expect(await page.locator('#goals').inputValue()).toBe(texts[at]);
      const refused = (await refusal(page).count()) > 0;
      expect(refused, 'only the other one is told that somebody changed the row').toBe(texts[at] !== saved);
      if (refused) expect(await page.locator('.theirs').allInnerTexts()).toEqual([expect.stringContaining(saved)]);
    }
    expect((await eventsOf(2)).filter(({ kind }) => kind === 'row-texts-saved')).toHaveLength(1);
  });

  test('S1-3: money under headings that are not known is not called right, and cannot be recorded', async () => {
    const page = await at('accountant', `/office/years/${year}/money`);
    await upload(page, '項目,A,B,C\n海岸復育計畫,1,2,3');
    expect(await refusal(page).innerText()).not.toBe('');
    expect(await page.locator('main').innerText()).not.toContain('相符');
    expect(await button(page, '登錄這些金額').count()).toBe(0);
    await demandFits(page);
  });

  test('S1-3: two accountants record one file at once, each with two clicks: it is recorded once', async () => {
    const pages = await Promise.all(
      (['accountant', 'accountant2'] as const).map((who) => at(who, `/office/years/${year}/money`)),
    );
    for (const page of pages) {
      await upload(page, accounts);
      expect(await page.locator('section[aria-labelledby=columns]').innerText()).toContain('實現數');
    }
    await twice(...pages.map((page) => button(page, '登錄這些金額')));
    expect((await eventsOf(1)).filter(({ kind }) => kind === 'row-money-recorded')).toHaveLength(1);
    expect((await api('officer', 'GET', `/api/rows/${row(1)}`)).row.money.years).toMatchObject([
      { money: { realised: 8_000_000 } },
    ]);
  });

  test('S1-7: a target revised twice is judged by the first promise, too, with who and when', async () => {
    const page = await at('officer', `/office/rows/${row(2)}`);
    await page.locator('#indicator-label').fill('步道');
    await page.locator('#indicator-target').fill('200公里');
    await twice(button(page, '新增指標'));
    await page.locator('#actual-text').fill('180公里');
    await page.locator('#actual-stated').selectOption('met');
    await twice(button(page, '登錄實際值'));
    for (const target of ['190公里', '180公里']) {
      await page.locator('#revise-target').fill(target);
      await page.locator('#revise-reason').fill('用地未取得');
      await twice(button(page, '修正目標'));
    }
    const table = page.locator('section[aria-labelledby=indicators] .office-table');
    expect(await table.locator('tbody tr').count()).toBe(1);
    const said = await table.innerText();
    for (const words of ['200公里', '190公里', '180公里', 'officer先生', today()]) expect(said).toContain(words);
    expect(said).toMatch(/原訂 ○　現行 ●/);
    await demandFits(page);
  });

  test('S1-9: a row without this year’s money says so on its page, on the year’s and before reporting', async () => {
    for (const path of [`/office/rows/${row(2)}`, `/office/years/${year}`])
      expect(await (await at('compiler', path)).locator('main').innerText()).toContain('尚無本年度（114）經費');
  });

  test('two supervisors approve at once, two compilers report and publish at once, each with two clicks: once', async () => {
    const officer = await at('officer', `/office/rows/${row(2)}`);
    await officer.locator('#execution').fill('步道整建180公里。');
    await twice(button(officer, '陳核'));
    for (const number of [1, 2]) {
      const pages = await Promise.all(
        (['supervisor', 'supervisor2'] as const).map((who) => at(who, `/office/rows/${row(number)}`)),
      );
      await twice(...pages.map((page) => button(page, '核可')));
      expect((await movesOf(number)).filter((move) => move === 'approve')).toHaveLength(1);
    }
    // The same file once more changes nothing, and ends no approval.
    const accountant = await at('accountant', `/office/years/${year}/money`);
    await upload(accountant, accounts);
    await twice(button(accountant, '登錄這些金額'));
    expect(await movesOf(1)).not.toContain('lapse');
    const compilers = await Promise.all(
      (['compiler', 'compiler2'] as const).map((who) => at(who, `/office/years/${year}`)),
    );
    expect(await compilers[0]?.locator('main').innerText()).toContain('報送前請確認');
    await twice(...compilers.map((page) => button(page, '報送這份表')));
    expect((await yearOf()).editions).toHaveLength(1);
    expect((await fetch(`${program.origin}${encodeURI(`/filings/${year}`)}`)).status).toBe(404);
    for (const page of compilers) {
      await page.goto(`${program.origin}${encodeURI(`/office/years/${year}`)}`);
      await page.getByLabel('公開依據').fill('政府資訊公開法第7條');
    }
    await twice(...compilers.map((page) => button(page, '公開')));
    expect((await yearOf()).editions).toMatchObject([{ number: 1, published: { ground: '政府資訊公開法第7條' } }]);
  });

  test('S1-8: one labelled hash on the workbench, in public and of the file; the day is Taipei’s', async () => {
    const [{ sha256 }] = (await yearOf()).editions;
    for (const page of [await at('compiler', `/office/years/${year}`), await at(null, `/filings/${year}`)]) {
      const said = await page.locator('main').innerText();
      expect(said).toContain('SHA-256');
      expect(said).toContain(sha256.slice(0, 12));
      expect(said).toContain(today());
      await demandFits(page);
    }
    const file = await fetch(`${program.origin}/sources/${sha256}`);
    const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
    expect(Buffer.from(digest).toString('hex')).toBe(sha256);
  });

  test('S1-6: what was cited while an edition was the current one still marks its words after a correction', async () => {
    const page = await at(null, `/plans/${row(1)}`);
    const cited = page.locator('.citation', { hasText: '打完就送的績效目標' }).first();
    const address = await cited.locator('.citation-address').getAttribute('href');
    if (address === null) throw new Error('no address to cite');
    await page.goto(address);
    const marked = await page.locator('mark#passage').innerText();
    expect(marked).toContain('打完就送的績效目標');
    const compiler = await at('compiler', `/office/years/${year}`);
    await compiler.getByLabel('海岸復育計畫').check();
    await compiler.locator('#why').fill('執行情形漏寫');
    await twice(button(compiler, '開放修正'));
    const officer = await at('officer', `/office/rows/${row(1)}`);
    await officer.locator('#plannedWork').fill('在前面多出來的一段很長的預定工作說明，其後各欄的位置都往後移。');
    await twice(button(officer, '陳核'));
    await twice(button(await at('supervisor', `/office/rows/${row(1)}`), '核可'));
    await compiler.goto(`${program.origin}${encodeURI(`/office/years/${year}`)}`);
    await compiler.locator('#reason').fill('執行情形漏寫');
    await twice(button(compiler, '報送修正版'));
    await compiler.getByLabel('公開依據').fill('政府資訊公開法第7條');
    await twice(button(compiler, '公開'));
    expect((await yearOf()).editions).toMatchObject([{ number: 1 }, { number: 2, published: {} }]);
    await page.goto(`${program.origin}${encodeURI(`/plans/${row(1)}`)}`);
    expect(await page.locator('main').innerText()).toContain('在前面多出來的一段');
    await page.goto(address);
    expect(await page.locator('mark#passage').innerText()).toBe(marked);
    await demandFits(page);
  });

  const upload = async (page: Page, csv: string) => {
    await page.setInputFiles('#file', { name: 'money.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await button(page, '勾稽').click();
    await page.waitForLoadState();
  };
});

/** As pages say it, in Taipei: 115 年 1 月 5 日. */
function today(): string {
  const parts = new Intl.DateTimeFormat('en-u-ca-iso8601', {
    timeZone: 'Asia/Taipei',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  }).formatToParts(new Date());
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return `${of('year') - 1911} 年 ${of('month')} 月 ${of('day')} 日`;
}
