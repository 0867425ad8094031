import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drawingOf, moneyComponents, type AccountMapping } from '@guankao/workflow';
import { writeOds } from '../formats/write-odf.ts';
import { writeXlsx } from '../formats/write-ooxml.ts';
import { accountHeadings, accountsCsv, fictionalAccounts, lineOf, moneyAt } from '../money-files/accounts.ts';
import { openHouse, type Answer, type House } from './house.ts';

/** 科目對應 by its pages: plain forms, as a browser without a script sends them. */

let house: House;
const year = '範例部-114';
const bureau = `${year}-科目-bureau`;
const page = `/office/years/${year}/mappings`;
const own = `/office/mappings/${bureau}`;
const rowAt = (at: number) => `${year}-${String(at).padStart(2, '0')}`;
const lines = fictionalAccounts().map(lineOf);
const csv = accountsCsv(lines);
const record = async () => (await house.store.office.record('mapping', bureau)) as AccountMapping;
const shown = async () => ({ version: String((await record()).version) });
const period = { from: '114年1月1日', until: '', document: '分配表 範例會字第1號' };
const assign = async (account: string, fields: Readonly<Record<string, string>>, who = 'accountant') =>
  house.send(who, `${own}/accounts/${account}/parts`, { ...(await shown()), ...period, ...fields });

/** What a page would send with its one form of this address, without what a person types. */
function hiddenFields({ body }: Answer): Record<string, string> {
  const fields = [...body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  return Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value.replaceAll('&amp;', '&')]));
}

/** The field as the page shows it after a refusal: what was typed, and that it is at fault. */
function fieldOf({ body }: Answer, name: string): string {
  return new RegExp(`<(?:input|select)[^>]* name="${name}"[^>]*>`).exec(body)?.[0] ?? '';
}

beforeAll(async () => {
  house = await openHouse();
  await house.openYear([
    ...Array.from({ length: 6 }, (_, at) => ({ name: `第${at + 1}號計畫`, agency: 'bureau' })),
    { name: '虛擬工作6計畫', agency: 'bureau' },
    { name: '別的計畫', agency: 'office' },
  ]);
}, 240_000);
afterAll(() => house.close());

describe('a file of accounts', () => {
  test('is shown, then kept: all its agencies, with the way to each', async () => {
    const before = await house.page('accountant', page);
    expect(before.status, before.body.slice(0, 300)).toBe(200);
    expect(before.body).toContain('2 個機關中 0 個已匯入科目');
    const read = await house.upload('accountant', page, { name: '科目.csv', bytes: csv });
    expect(read.status, read.body.slice(0, 900)).toBe(200);
    expect(read.body).toContain('讀到的科目，尚未留存');
    expect(read.body).toContain('新科目 42・金額變更 0・相同 0・檔案裡沒有 0');
    expect(await house.store.office.record('mapping', bureau)).toBeNull();
    const kept = await house.send('accountant', `${page}/take`, { ...hiddenFields(read), asOf: '114年12月31日' });
    expect([kept.status, kept.headers['location']], kept.body.slice(0, 900)).toEqual([
      303,
      `${encodeURI(page)}?taken=2`,
    ]);
    const after = await house.page('accountant', `${page}?taken=2`);
    expect(after.body).toContain('2 個機關中 2 個已匯入科目');
    expect(after.body).toContain(`href="${encodeURI(own)}"`);
  });

  test.each([
    ['the same file twice', csv, '完全相同，沒有再匯入'],
    ['headings without an account', '計畫名稱,法定預算數,實現數\n甲,1,1', '沒有認出預算科目的欄'],
    ['headings of nothing', '甲欄,乙欄,丙欄\n一,2,3', '認不出哪一欄是'],
    ['no line', accountsCsv([]), '檔案裡沒有一列是預算科目'],
    ['another ministry’s', accountsCsv([['他署', ...(lines[0]?.slice(1) ?? [])]]), '不是您可以匯入科目的機關'],
    [
      'a sum beside its parts',
      accountsCsv([lines[0] ?? [], ['範例署', '37', '範例業務1', '', ...moneyAt(9)]]),
      '是小計',
    ],
    ['nothing', '', '沒有收到檔案'],
    ['no table', '只是文字', '找不到表格'],
  ])('%s: said, nothing kept, and where it is known the columns can be chosen', async (_what, bytes, said) => {
    const before = await record();
    const { status, body } = await house.upload('accountant', page, { name: '科目.csv', bytes });
    expect(body).toContain(said);
    expect(body).not.toContain('留存這些科目</button>');
    expect([200, 400, 422]).toContain(status);
    expect(await record()).toEqual(before);
  });

  test.each([
    ['ODS', '科目.ods', writeOds],
    ['XLSX', '科目.xlsx', writeXlsx],
  ] as const)('as %s is read the same', async (_what, name, write) => {
    const cells = [accountHeadings.split(','), ...lines.map((line) => line.map(String))];
    const bytes = write([{ rows: cells.map((row) => row.map((cell) => [cell])) }]);
    const { status, body } = await house.upload('accountant', page, { name, bytes });
    expect(status, /role="alert">([^<]*)/.exec(body)?.[1]).toBe(200);
    expect(body).toContain('新科目 0・金額變更 0・相同 42・檔案裡沒有 0');
  });

  test('without a column of agencies is of the one that was chosen, and of nobody else’s', async () => {
    const bytes = accountsCsv([lines[0] ?? []])
      .split('\n')
      .map((line) => line.split(',').slice(1).join(','))
      .join('\n');
    const file = { name: '單一.csv', bytes };
    const chosen = await house.upload('accountant', page, file, { agency: 'office' });
    expect(chosen.status, /role="alert">([^<]*)/.exec(chosen.body)?.[1]).toBe(200);
    expect(chosen.body).toContain('虛擬局（1 個科目）');
    expect(hiddenFields(chosen)['agency']).toBe('office');
    const others = await house.upload('accountant', page, file, { agency: 'branch' });
    expect([others.status, others.body.includes('不是您可以匯入科目的機關')]).toEqual([422, true]);
  });

  test('whose headings are not ours: the columns are chosen, and kept as they were read', async () => {
    const head = '單位,項,目,預算,實支,欠付,留用,餘額';
    const money = [3_000, 2_000, 300, 200, 500];
    const bytes = `${head}\n虛擬局,自訂業務,自訂工作,${money.join(',')}`;
    const asked = await house.upload('accountant', page, { name: '自訂.csv', bytes });
    expect(asked.status).toBe(422);
    const { once: _once, ...sent } = hiddenFields(asked);
    const none = await house.send('accountant', `${page}/columns`, { ...sent, factor: '1' });
    expect([none.status, none.body.includes('還沒有指定哪一欄是科目')]).toEqual([422, true]);
    const columns = { 'level-business': '項', 'level-work': '目', agencyColumn: '單位', factor: '1000' };
    const components = { 'column-budget': '預算', 'column-realised': '實支', 'column-payable': '欠付' };
    const more = { 'column-carriedOver': '留用', 'column-lapsed': '餘額' };
    const read = await house.send('accountant', `${page}/columns`, { ...sent, ...columns, ...components, ...more });
    expect(read.status, read.body.slice(0, 900)).toBe(200);
    expect(read.body).toContain('自訂業務／自訂工作');
    expect(read.body).toContain('3,000,000');
    const kept = await house.send('accountant', `${page}/take`, { ...hiddenFields(read), asOf: '113年12月31日' });
    expect([kept.status, kept.body.includes('不在 114 年度內')]).toEqual([422, true]);
    expect(fieldOf(kept, 'asOf')).toContain('113年12月31日');
    expect(fieldOf(kept, 'asOf')).toContain('aria-invalid="true"');
  });

  test('is 主計’s; those who may not see it learn nothing', async () => {
    for (const who of ['officer', 'xaccountant', 'nobody']) {
      for (const url of [page, own, `${own}/accounts/a1`, `${own}/history`])
        expect((await house.page(who, url)).status, `${who} ${url}`).toBe(404);
      expect((await assign('a1', { 'parts/0/row': rowAt(1), 'parts/0/share': '1/2' }, who)).status).toBe(404);
    }
    const read = await house.page('compiler', own);
    expect(read.status).toBe(200);
    expect(read.body).not.toContain('帶入各列金額</button>');
    const { body } = await house.page('compiler', `${own}/accounts/a1`);
    expect(body).not.toContain('name="parts/0/amount"');
  });
});

describe('an account', () => {
  test('is assigned to several plans at once, by amount and by share', async () => {
    const [first] = (await record()).accounts;
    const { body } = await house.page('accountant', `${own}/accounts/a1`);
    expect(body).toContain(first?.name.code);
    const done = await assign('a1', {
      'parts/0/row': rowAt(1),
      'parts/0/share': '1/3',
      'parts/2/row': rowAt(2),
      'parts/2/amount': '12萬3,456',
    });
    expect([done.status, done.headers['location']], done.body.slice(-900)).toEqual([
      303,
      `${encodeURI(own)}/accounts/a1?assigned=2`,
    ]);
    const { parts } = await record();
    expect(parts.map(({ row, amount, share, document }) => ({ row, amount, share, document }))).toEqual([
      { row: rowAt(1), amount: null, share: { numerator: 1, denominator: 3 }, document: period.document },
      { row: rowAt(2), amount: 123_456, share: null, document: period.document },
    ]);
    const after = await house.page('accountant', `${own}/accounts/a1`);
    expect(after.body).toContain('1/3');
    expect(after.body).toContain('123,456 元');
  });

  test.each<readonly [string, string, Readonly<Record<string, string>>, string]>([
    [
      'too large together',
      'parts/1/share',
      { 'parts/0/row': rowAt(3), 'parts/0/share': '50%', 'parts/1/row': rowAt(4), 'parts/1/share': '51%' },
      '超過這個科目',
    ],
    [
      'larger than the account',
      'parts/3/amount',
      { 'parts/3/row': rowAt(3), 'parts/3/amount': '9億' },
      '歸屬的 900,000,000 元超過它',
    ],
    ['no share', 'parts/0/share', { 'parts/0/row': rowAt(3), 'parts/0/share': '0.33' }, '不是比例'],
    ['no amount', 'parts/0/amount', { 'parts/0/row': rowAt(3), 'parts/0/amount': '一些' }, '不是金額'],
    [
      'both',
      'parts/2/amount',
      { 'parts/2/row': rowAt(3), 'parts/2/amount': '5', 'parts/2/share': '1/2' },
      '請擇一填寫',
    ],
    ['neither', 'parts/1/amount', { 'parts/1/row': rowAt(3) }, '請擇一填寫'],
    ['no plan', 'parts/1/row', { 'parts/1/share': '1/2' }, '沒有選計畫'],
    ['another agency’s plan', 'parts/0/row', { 'parts/0/row': rowAt(8), 'parts/0/share': '1/2' }, '不是這個機關'],
    [
      'another year’s day',
      'from',
      { 'parts/0/row': rowAt(3), 'parts/0/share': '1/2', from: '113年1月1日' },
      '不能作為起日',
    ],
    ['no day', 'from', { 'parts/0/row': rowAt(3), 'parts/0/share': '1/2', from: '年初' }, '不是日期'],
    ['no document', 'document', { 'parts/0/row': rowAt(3), 'parts/0/share': '1/2', document: ' ' }, '依據文件'],
  ])('%s: refused at the cell, what was typed kept, nothing recorded', async (_what, field, fields, said) => {
    const before = (await record()).parts;
    const answer = await assign('a2', fields);
    expect(answer.status, answer.body.slice(0, 300)).toBeGreaterThanOrEqual(409);
    expect(answer.body).toContain(said);
    expect(fieldOf(answer, field)).toContain('aria-invalid="true"');
    for (const [name, value] of Object.entries(fields))
      if (name.endsWith('row')) expect(answer.body).toContain(`<option value="${value}" selected="">`);
      else expect(fieldOf(answer, name)).toContain(`value="${value}"`);
    expect((await record()).parts).toEqual(before);
  });

  test('nothing filled in is said, not recorded; sent twice it counts once', async () => {
    const empty = await assign('a2', {});
    expect([empty.status, empty.body.includes('還沒有填任何計畫')]).toEqual([422, true]);
    const form = hiddenFields(await house.page('accountant', `${own}/accounts/a2`));
    const fields = { ...form, ...period, 'parts/0/row': rowAt(3), 'parts/0/share': '12.5%' };
    const click = () => house.send('accountant', `${own}/accounts/a2/parts`, fields);
    expect([(await click()).status, (await click()).status]).toEqual([303, 303]);
    expect((await record()).parts.filter(({ account }) => account === 'a2')).toHaveLength(1);
    expect((await house.page('accountant', `${own}/accounts/a2`)).body).toContain('12.5%');
  });

  test('is corrected and ended, each with its reason; how it was stands in the history', async () => {
    const part = `${own}/parts/3`;
    expect((await house.page('accountant', part)).body).toContain('value="12.5%"');
    const change = { ...period, amount: '', share: '1/7', document: '更正表' };
    const without = await house.send('accountant', `${part}/correction`, { ...(await shown()), ...change, reason: '' });
    expect([without.status, without.body.includes('「理由」要填')]).toEqual([422, true]);
    expect(fieldOf(without, 'share')).toContain('value="1/7"');
    const changed = await house.send('accountant', `${part}/correction`, {
      ...(await shown()),
      ...change,
      reason: '依更正表',
    });
    expect(changed.status, changed.body.slice(0, 900)).toBe(303);
    const outside = { ...(await shown()), until: '113年1月1日', reason: '誤登' };
    expect((await house.send('accountant', `${part}/end`, outside)).body).toContain('不能終止於');
    // An empty field ends nothing: that it never counts has to be said.
    const empty = await house.send('accountant', `${part}/end`, { ...outside, until: '' });
    expect([empty.status, empty.body.includes('請填最後一天')]).toEqual([422, true]);
    expect(/<input id="end-until"[^>]*>/.exec(empty.body)?.[0]).toContain('aria-invalid="true"');
    const never = { ...outside, ...(await shown()), until: '', never: '1' };
    const ended = await house.send('accountant', `${part}/end`, never);
    expect(ended.status, ended.body.slice(0, 900)).toBe(303);
    expect((await house.page('accountant', `${own}/accounts/a2`)).body).toContain('自始不計');
    const { body } = await house.page('auditor', `${own}/history`);
    for (const said of ['依更正表', '誤登', '更正歸屬', '終止歸屬', '歸屬計畫', '匯入科目'])
      expect(body).toContain(said);
  });

  test('whose name is a plan’s is proposed, and assigned as a whole once ticked', async () => {
    const { accounts } = await record();
    const named = accounts.find(({ name }) => name.work === '虛擬工作6');
    const { body } = await house.page('accountant', own);
    expect(body).toContain('依名稱建議的歸屬');
    const offered = [...body.matchAll(/name="chosen"( checked="")? value="([^"]+)"/g)];
    const value = offered.find(([, , text]) => text?.startsWith(`${named?.id} `))?.[2] ?? '';
    expect(value).not.toBe('');
    const none = await house.send('accountant', `${own}/proposals`, { ...(await shown()), ...period });
    expect(none.status).toBe(422);
    const done = await house.send('accountant', `${own}/proposals`, { ...(await shown()), ...period, chosen: value });
    expect([done.status, done.headers['location']], done.body.slice(0, 600)).toEqual([
      303,
      `${encodeURI(own)}?assigned=1`,
    ]);
    const whole = drawingOf(await record()).accounts.find(({ account }) => account.id === named?.id);
    expect(moneyComponents.map((component) => whole?.unassigned[component])).toEqual(moneyComponents.map(() => 0));
  });
});

describe('the money of the rows', () => {
  test('is drawn, shows which accounts it comes from, and is overruled with a reason', async () => {
    expect((await house.page('accountant', own)).body).toContain('尚未登錄');
    const drawn = await house.send('accountant', `${own}/draw`, await shown());
    expect(drawn.status, drawn.body.slice(0, 900)).toBe(303);
    const first = drawingOf(await record()).plans.find(({ row }) => row === rowAt(1));
    const recorded = (await house.store.office.row(rowAt(1)))?.money.years[0]?.money;
    expect(recorded).toEqual(first?.money);
    const plan = `${own}/plans/${rowAt(1)}`;
    const { body } = await house.page('accountant', plan);
    expect(body).toContain((await record()).accounts[0]?.name.code);
    expect(body).toContain('已登錄，相同');
    const [realised, lapsed] = [(first?.money.realised ?? 0) - 10, (first?.money.lapsed ?? 0) + 10];
    const alone = { ...(await shown()), realised: realised.toLocaleString('en-US'), reason: '審定' };
    const broken = await house.send('accountant', `${plan}/overrule`, alone);
    expect([broken.status, broken.body.includes('改填後，可支用預算')]).toEqual([422, true]);
    expect(fieldOf(broken, 'realised')).toContain('aria-invalid="true"');
    const done = await house.send('accountant', `${plan}/overrule`, { ...alone, lapsed: `${lapsed}` });
    expect(done.status, done.body.slice(0, 900)).toBe(303);
    const after = await house.page('accountant', plan);
    expect(after.body).toContain('：審定（accountant先生）');
    expect(after.body).toContain('登錄的金額不同');
    const again = await house.send('accountant', `${plan}/overrule`, {
      ...(await shown()),
      realised: '',
      lapsed: '',
      reason: '恢復',
    });
    expect(again.status).toBe(303);
    expect((await record()).overrules).toEqual([]);
  });

  test('stands on the row’s own page with its accounts, for those who may see them', async () => {
    const row = `/office/rows/${rowAt(1)}`;
    const code = (await record()).accounts[0]?.name.code ?? '';
    for (const who of ['accountant', 'auditor']) {
      const { body } = await house.page(who, row);
      expect(body).toContain('帶入自哪些科目');
      expect(body).toContain(code);
    }
    const { status, body } = await house.page('officer', row);
    expect([status, body.includes('帶入自哪些科目'), body.includes(code)]).toEqual([200, false, false]);
  });

  test('of a row whose account is gone says so; totals are off by it', async () => {
    const { parts } = await record();
    const last = parts.findLast(({ ended }) => ended === null);
    const end = { ...(await shown()), until: '', never: '1', reason: '改歸屬' };
    expect((await house.send('accountant', `${own}/parts/${last?.number}/end`, end)).status).toBe(303);
    const { body } = await house.page('accountant', own);
    expect(body).toContain('有登錄金額，已沒有歸屬的科目');
    expect(body).toContain('與帶入相差');
    expect(body).not.toContain('○ 不符');
  });

  test('what is missing: 主計’s own list, faults first with the plan’s name', async () => {
    const money = { budget: '0', carriedIn: '1,000', realised: '1,000' };
    const version = String((await house.store.office.row(rowAt(8)))?.version);
    const recorded = await house.send('accountant', `/office/rows/${rowAt(8)}/money`, { version, ...money });
    expect(recorded.status, recorded.body.slice(0, 600)).toBe(303);
    const { body } = await house.page('accountant', `/office/years/${year}/money`);
    const list = /<section aria-labelledby="money-missing">[\s\S]*?<\/section>/.exec(body)?.[0] ?? '';
    expect(list).toContain('您的 8 列中 4 列已登錄本年度經費');
    const names = [...list.matchAll(/#money">([^<]+)/g)].map(([, name]) => name);
    // 7: its accounts are gone; 8: executed beyond what was budgeted. Then what is only missing, in the order of the form.
    expect(names.slice(0, 2)).toEqual(['7. 虛擬工作6計畫', '8. 別的計畫']);
    expect(names.slice(2)).toEqual([1, 2, 3, 4, 5, 6].map((at) => `${at}. 第${at}號計畫`));
    expect(list).toContain('登錄了金額，但已沒有歸屬的科目');
    expect(list).toContain('○ 累計執行不高於累計編列 不符');
    expect(list.match(/尚無本年度（114）經費/g)).toHaveLength(4);
    // Others’ money is not theirs to list.
    expect((await house.page('officer', `/office/years/${year}/money`)).body).not.toContain('您的');
  });

  test('in English, all of it', async () => {
    for (const url of [
      page,
      `/office/years/${year}/money`,
      own,
      `${own}/accounts/a1`,
      `${own}/parts/1`,
      `${own}/plans/${rowAt(1)}`,
    ]) {
      const { status, body } = await house.page('accountant', `/en${url}`);
      expect(status, url).toBe(200);
      expect(body).toContain('lang="en"');
    }
  });
});
