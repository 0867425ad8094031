import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drawingOf, moneyComponents, type AccountMapping, type YearMoney } from '@guankao/workflow';
import { accountHeadings, accountsCsv, fictionalAccounts, lineOf, moneyAt } from '../money-files/accounts.ts';
import { openHouse, type House, withoutTags } from './house.ts';

/** Accounts by 預算科目 alone: 49 rows of the form get their money from them, and every dollar is 歸屬 or 未歸屬. */

let house: House;
const year = '範例部-114';
const bureau = `${year}-科目-bureau`;
const rowAt = (at: number) => `${year}-${String(at).padStart(2, '0')}`;
const plans = Array.from({ length: 49 }, (_, at) => ({
  name: `第${at + 1}號計畫`,
  agency: at < 30 ? 'bureau' : 'office',
}));

const accounts = fictionalAccounts();
const csvOf = accountsCsv;
const linesOf = () => accounts.map(lineOf);
const base64 = (text: string) => Buffer.from(text).toString('base64');
const take = (text: string, more: object = {}, who = 'accountant') =>
  house.ask(who, 'POST', `/api/years/${year}/accounts`, { fileName: '科目.csv', base64: base64(text), ...more });
const record = async (id = bureau): Promise<AccountMapping> =>
  (await house.ask('accountant', 'GET', `/api/mappings/${id}`)).json().record;
const order = async (id: string, command: string, body: object, who = 'accountant') =>
  house.ask(who, 'POST', `/api/mappings/${id}/${command}`, body, {
    'if-match': `"${(await house.store.office.record('mapping', id))?.version ?? 1}"`,
  });
const half = {
  amount: null,
  share: { numerator: 1, denominator: 2 },
  from: '2025-01-01',
  until: null,
  document: '分配表',
};

beforeAll(async () => {
  house = await openHouse();
  await house.openYear(plans);
}, 240_000);
afterAll(() => house.close());

describe('a file of accounts', () => {
  test('is shown before anything is recorded; what is wrong in it is told with its place', async () => {
    const shown = await take(csvOf(linesOf()));
    expect(shown.status, shown.body.slice(0, 600)).toBe(200);
    expect(shown.json().agencies.flatMap((one: { accounts: unknown[] }) => one.accounts)).toHaveLength(accounts.length);
    expect(await house.store.office.record('mapping', bureau)).toBeNull();
    const [first = [], second = []] = linesOf();
    const wrong: readonly (readonly [problem: string, place: string, text: string])[] = [
      ['account-twice', 'A3', csvOf([first, first])],
      ['account-is-sum', 'A3', csvOf([first, [first[0] ?? '', '37', first[2] ?? '', '', ...moneyAt(9)]])],
      ['not-an-amount', 'A2', csvOf([[...first.slice(0, 4), -5, ...first.slice(5)]])],
      ['not-an-amount', '', csvOf([[...first.slice(0, 4), '1000.5', ...first.slice(5)]])],
      ['account-identity', 'A2', csvOf([[...first.slice(0, 4), 77, ...first.slice(5)]])],
      ['accounts-of-another', 'A3', csvOf([first, ['他署', ...second.slice(1)]])],
      ['not-by-account', '', '計畫名稱,法定預算數,實現數\n甲,1,1'],
      ['no-accounts', '', csvOf([])],
    ];
    for (const [problem, place, text] of wrong) {
      const answer = await take(text, { record: true });
      expect([answer.problem, answer.status], answer.body).toEqual([problem, 422]);
      expect(answer.body).toContain(place);
    }
    expect(await house.store.office.record('mapping', bureau)).toBeNull();
  });

  test('on the page for files by plan, it is told where accounts go; a column that does name plans can be chosen', async () => {
    const page = `/office/years/${year}/money`;
    for (const [lang, said] of [
      ['', '依預算科目編列（「科目代碼」「業務計畫」「工作計畫」）'],
      ['/en', 'this file goes by budget account (科目代碼, 業務計畫, 工作計畫)'],
    ] as const) {
      const file = { name: '科目.csv', bytes: csvOf(linesOf()) };
      const { status, body } = await house.upload('accountant', `${lang}${page}`, file);
      expect(status).toBe(422);
      expect(withoutTags(body)).toContain(said);
      for (const text of [`/office/years/${encodeURIComponent(year)}/mappings`, 'name="nameColumn"', 'role="alert"'])
        expect(body, text).toContain(text);
    }
    const byPlan = `${accountHeadings}\n範例署,37,範例業務,第1號計畫,1000,0,0,900,100,0,0,0`;
    const columns = { nameColumn: '工作計畫', 'column-budget': '法定預算數', 'column-realised': '實現數', factor: '1' };
    const sent = { fileName: '科目.csv', base64: base64(byPlan), ...columns, 'column-payable': '應付數' };
    const chosen = await house.send('accountant', `${page}/mapping`, sent);
    expect(chosen.status, chosen.body.slice(0, 900)).toBe(200);
    expect(chosen.body).toContain('登錄這些金額');
    expect((await house.store.office.row(rowAt(1)))?.money.years).toEqual([]);
  });

  test('is taken by 主計 alone, all its agencies at once; the same bytes once', async () => {
    for (const who of ['officer', 'compiler', 'auditor', 'xaccountant', 'nobody'])
      expect([403, 404], who).toContain((await take(csvOf(linesOf()), { record: true }, who)).status);
    const taken = await take(csvOf(linesOf()), { record: true });
    expect(taken.status, taken.body.slice(0, 600)).toBe(200);
    expect((await record()).accounts.length + (await record(`${year}-科目-office`)).accounts.length).toBe(
      accounts.length,
    );
    expect((await take(csvOf(linesOf()), { record: true })).problem).toBe('accounts-file-twice');
    expect((await house.ask('xaccountant', 'GET', `/api/mappings/${bureau}`)).status).toBe(404);
    expect((await house.ask('xcompiler', 'GET', `/api/mappings/${bureau}/drawing`)).status).toBe(404);
  });
});

describe('parts', () => {
  test('that cannot be are refused, each with what to do', async () => {
    const part = { account: 'a1', row: rowAt(1), ...half };
    const cases: readonly (readonly [problem: string, parts: readonly object[]])[] = [
      ['plan-of-another-agency', [{ ...part, row: rowAt(40) }]],
      ['no-such-account', [{ ...part, account: 'a999' }]],
      ['share-over-one', [{ ...part, share: { numerator: 3, denominator: 2 } }]],
      ['parts-overlap', [part, { ...part, from: '2025-06-01' }]],
      ['parts-exceed-account', [part, { ...part, row: rowAt(2), share: { numerator: 501, denominator: 1000 } }]],
      ['parts-exceed-account', [{ ...part, share: null, amount: 9_000_000_000 }]],
      ['not-an-amount', [{ ...part, share: null, amount: -1 }]],
      ['amount-or-share', [{ ...part, amount: 5 }]],
      ['day-outside-year', [{ ...part, from: '2024-12-31' }]],
      ['day-outside-year', [{ ...part, until: '2025-02-30' }]],
    ];
    for (const [problem, parts] of cases) {
      const answer = await order(bureau, 'add-parts', { parts });
      expect(answer.problem, answer.body).toBe(problem);
    }
    expect((await order(bureau, 'add-parts', { parts: [{ ...part, share: null, amount: 1.5 }] })).status).toBe(400);
    expect((await record()).parts).toEqual([]);
  });

  test('49 rows get their money, every dollar 歸屬 or 未歸屬, and each row adds up', async () => {
    for (const [id, from, to] of [
      [bureau, 1, 30],
      [`${year}-科目-office`, 31, 49],
    ] as const) {
      const { accounts: own } = await record(id);
      const parts = Array.from({ length: to - from + 1 }, (_, at) => at + from).flatMap((row, at) => [
        { ...half, account: own[at % own.length]?.id, row: rowAt(row), share: { numerator: 1, denominator: 3 } },
        { ...half, account: own[(at + 1) % own.length]?.id, row: rowAt(row), share: { numerator: 2, denominator: 7 } },
      ]);
      const added = await order(id, 'add-parts', { parts });
      expect(added.status, added.body).toBe(200);
      const drawn = await order(id, 'draw', {});
      expect(drawn.status, drawn.body).toBe(200);
    }
    const total = Object.fromEntries(moneyComponents.map((name) => [name, 0])) as Record<keyof YearMoney, number>;
    for (const id of [bureau, `${year}-科目-office`])
      for (const name of moneyComponents) total[name] += drawingOf(await record(id)).unassigned[name];
    const rows = (await house.store.office.year(year))?.rows ?? [];
    expect(rows).toHaveLength(49);
    for (const { money } of rows) for (const name of moneyComponents) total[name] += money.years[0]?.money[name] ?? NaN;
    const given = Object.fromEntries(
      moneyComponents.map((name, at) => [name, accounts.reduce((sum, { money }) => sum + (money[at] ?? 0), 0)]),
    );
    expect(total).toEqual(given);
  });

  test('are corrected and ended with a reason; an amount is overruled with one, and nothing else is', async () => {
    const { row } = (await record()).parts[0] ?? { row: '' };
    const { reason: _none, ...without } = { reason: '', part: 1, ...half };
    expect((await order(bureau, 'correct-part', without)).status).toBe(400);
    const corrected = await order(bureau, 'correct-part', {
      part: 1,
      ...half,
      share: { numerator: 1, denominator: 4 },
      reason: '分配表更正',
    });
    expect(corrected.status, corrected.body).toBe(200);
    const ended = await order(bureau, 'end-part', { part: 2, until: null, reason: '誤登' });
    expect(ended.status, ended.body).toBe(200);
    expect((await order(bureau, 'end-part', { part: 2, until: null, reason: '再一次' })).problem).toBe('no-open-part');
    const before = drawingOf(await record()).plans.find((plan) => plan.row === row);
    const realised = (before?.money.realised ?? 0) - 10;
    const alone = { row, amounts: { realised }, reason: '審定' };
    expect((await order(bureau, 'overrule', alone)).problem).toBe('money-identity');
    const lapsed = (before?.money.lapsed ?? 0) + 10;
    const overruled = await order(bureau, 'overrule', { ...alone, amounts: { realised, lapsed } });
    expect(overruled.status, overruled.body).toBe(200);
    const plan = (await house.ask('accountant', 'GET', `/api/mappings/${bureau}/drawing`))
      .json()
      .plans.find((one: { row: string }) => one.row === row);
    const cell = plan.cells.find((one: { component: string }) => one.component === 'realised');
    expect([cell.amount, cell.overruled, cell.sources.length > 0]).toEqual([realised, '審定', true]);
    const kinds = (await house.ask('auditor', 'GET', `/api/mappings/${bureau}/history`))
      .json()
      .events.map(({ kind, reason }: { kind: string; reason: string | null }) => [kind, reason]);
    expect(kinds).toEqual([
      ['mapping-opened', null],
      ['mapping-accounts-taken', null],
      ['mapping-parts-added', null],
      ['mapping-drawn', null],
      ['mapping-part-corrected', '分配表更正'],
      ['mapping-part-ended', '誤登'],
      ['mapping-overruled', '審定'],
    ]);
  });

  test('a later file keeps them; one without an account that has parts is refused whole', async () => {
    const dropped = (await record()).accounts[0];
    const rest = linesOf().filter((line) => line[1] !== dropped?.name.code || line[3] !== dropped?.name.work);
    expect((await take(csvOf(rest), { record: true })).problem).toBe('account-not-in-file');
    const again = await take(csvOf(linesOf().toReversed()), { record: true, asOf: '2025-12-31' });
    expect(again.status, again.body).toBe(200);
    const after = await record();
    expect(after.accounts.find(({ id }) => id === dropped?.id)?.name).toEqual(dropped?.name);
    expect(after.parts.length).toBeGreaterThan(10);
  });
});
