import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountsCsv, moneyAt } from '../money-files/accounts.ts';
import { openHouse, someMoney, someTexts, type House } from './house.ts';

/**
 * What was written for one row and goes on in another, or comes into it from a work plan or a report, stays its writers':
 * they approve it there no more than here. And what belongs to a row belongs to the agency that has the row now.
 */

let house: House;
const year = '範例部-114';
const id = (row: number) => `${year}-${String(row).padStart(2, '0')}`;
const byMonth = (...values: number[]) => Array.from({ length: 12 }, (_, at) => values[at] ?? values.at(-1) ?? 0);
const workPlan = {
  level: 'ministry',
  items: [{ name: '設計', weight: 100, planned: byMonth(50, 100) }],
  checkPoints: [{ name: '完成決標', due: '2025-01-31', evidence: '決標公告' }],
  spending: byMonth(0),
};
const told = {
  items: [{ item: 'w1', done: 50 }],
  checkPoints: [{ checkPoint: 'c1', reached: '2025-01-20', evidence: '決標公告' }],
  spent: 0,
  cause: null,
  explanation: '',
  measures: '',
  forecast: 100,
};

beforeAll(async () => {
  house = await openHouse();
  house.now = new Date('2025-02-05T01:00:00Z');
  // Whoever writes and approves: 甲 and 丁. Whoever helps them, without knowing.
  await house.person('both', [
    { role: 'officer', agency: 'bureau' },
    { role: 'supervisor', agency: 'bureau' },
  ]);
  await house.person('counts', [
    { role: 'accountant', agency: 'ministry' },
    { role: 'supervisor', agency: 'ministry' },
  ]);
  await house.openYear(
    Array.from({ length: 6 }, (_, at) => ({ name: `第${'一二三四五六'[at]}期步道計畫`, agency: 'bureau' })),
  );
}, 240_000);
afterAll(() => house.close());

async function onRow(who: string, method: 'POST' | 'PATCH' | 'PUT', row: string, what: string, body: object) {
  const version = { 'if-match': await house.version('auditor', `/api/rows/${row}`) };
  const answer = await house.ask(who, method, `/api/rows/${row}/${what}`, body, version);
  return answer;
}
async function done(asked: ReturnType<typeof onRow>): Promise<void> {
  const answer = await asked;
  if (answer.status >= 300) throw new Error(answer.body);
}
async function change(command: string, body: object): Promise<void> {
  const version = { 'if-match': await house.version('auditor', `/api/years/${year}`) };
  const answer = await house.ask('compiler', 'POST', `/api/years/${year}/${command}`, body, version);
  if (answer.status !== 200) throw new Error(answer.body);
}
async function act(who: string, url: string, body: object): Promise<void> {
  const of = url.split('/').slice(0, 4).join('/');
  const answer = await house.ask(who, 'POST', url, body, { 'if-match': await house.version('auditor', of) });
  if (answer.status !== 200) throw new Error(answer.body);
}
/** What becomes of it where `who` approves it, or sends it back to be rid of that. */
async function judged(who: string, row: string): Promise<readonly (string | null)[]> {
  const approved = await onRow(who, 'POST', row, 'moves', { move: 'approve' });
  const returned = await onRow(who, 'POST', row, 'moves', { move: 'return', reason: '請補' });
  return [approved.problem, returned.problem];
}
const refused = ['not-allowed', 'not-allowed'];
/** Another officer fills what is empty and submits, and so knows of nothing. */
async function fillAndSubmit(row: string, texts: object): Promise<void> {
  await done(onRow('officer', 'PATCH', row, 'texts', texts));
  await done(onRow('officer', 'POST', row, 'moves', { move: 'submit' }));
}
const indicator = { label: '步道長度', comparator: '>=', unit: '公里', scope: 'year', target: 12, text: '12公里' };

describe('four eyes', () => {
  test('of rows that are merged: indicators, money, and texts that are taken over', async () => {
    await done(onRow('both', 'PATCH', id(1), 'texts', someTexts));
    await done(onRow('both', 'POST', id(2), 'indicators', indicator));
    for (const row of [1, 2])
      await done(
        onRow('counts', 'PUT', id(row), 'money', {
          approvedTotal: null,
          ownTotal: null,
          opening: null,
          money: someMoney,
        }),
      );
    await change('merge-rows', { rows: [id(1), id(2)], name: '步道合併計畫', agency: 'bureau', reason: '院核' });
    await done(onRow('officer', 'POST', id(7), 'take-over-texts', { from: id(1) }));
    await done(onRow('officer', 'POST', id(7), 'moves', { move: 'submit' }));
    for (const who of ['both', 'counts']) expect([who, await judged(who, id(7))]).toEqual([who, refused]);
    expect((await onRow('supervisor', 'POST', id(7), 'moves', { move: 'approve' })).status).toBe(200);
  });

  test('of a row that is split: each part has its indicators', async () => {
    await done(onRow('both', 'POST', id(3), 'indicators', indicator));
    const into = ['甲段步道計畫', '乙段步道計畫'].map((name) => ({ name, agency: 'bureau' }));
    await change('split-row', { row: id(3), into, reason: '院核' });
    await fillAndSubmit(id(8), someTexts);
    expect(await judged('both', id(8))).toEqual(refused);
  });

  test('of what is drawn: whoever wrote the work plan and the report', async () => {
    const [plan, report] = [`${id(4)}-作業計畫-bureau`, `${id(4)}-填報-bureau-01`];
    expect((await house.ask('both', 'POST', '/api/work-plans', { row: id(4) })).status).toBe(201);
    await act('both', `/api/work-plans/${plan}/save`, workPlan);
    await act('both', `/api/work-plans/${plan}/submit`, {});
    await act('supervisor', `/api/work-plans/${plan}/approve`, {});
    await act('officer', `/api/rows/${id(4)}/draw-work`, { workPlan: plan });
    const { plannedWork: _drawn, ...others } = someTexts;
    await fillAndSubmit(id(4), others);
    expect(await judged('both', id(4))).toEqual(refused);
    await done(onRow('officer', 'POST', id(4), 'moves', { move: 'withdraw' }));

    expect((await house.ask('both', 'POST', '/api/periodic-reports', { row: id(4), month: 1 })).status).toBe(201);
    await act('both', `/api/periodic-reports/${report}/save`, told);
    await act('both', `/api/periodic-reports/${report}/submit`, {});
    await act('supervisor', `/api/periodic-reports/${report}/review`, {});
    await act('officer', `/api/rows/${id(4)}/draw-execution`, { report });
    const { row } = (await house.ask('auditor', 'GET', `/api/rows/${id(4)}`)).json();
    expect(row.authors).toMatchObject({
      plannedWork: ['id-officer', 'id-both'],
      execution: ['id-officer', 'id-both'],
    });
  });

  test('of money that is drawn: whoever assigned the accounts', async () => {
    const accounts = accountsCsv([['範例署', '3701', '步道業務', '整建', ...moneyAt(0)]]);
    const file = { fileName: '科目.csv', base64: Buffer.from(accounts).toString('base64'), record: true };
    expect((await house.ask('accountant', 'POST', `/api/years/${year}/accounts`, file)).status).toBe(200);
    const mapping = `/api/mappings/${year}-科目-bureau`;
    const half = { amount: null, share: { numerator: 1, denominator: 2 }, from: '2025-01-01', until: null };
    const parts = [{ account: 'a1', row: id(6), ...half, document: '分配表' }];
    await act('counts', `${mapping}/add-parts`, { parts });
    await act('accountant', `${mapping}/draw`, {});
    await fillAndSubmit(id(6), someTexts);
    expect(await judged('counts', id(6))).toEqual(refused);
  });

  test('a rebuild finds the same writers', async () => {
    expect(await house.store.rebuild()).toMatchObject({ identical: true });
  });
});

describe('causes of a row that is handed to another agency', () => {
  const causes = `/api/causes/${id(5)}-原因`;
  const confirm = async (who: string, code: string) =>
    house.ask(
      who,
      'POST',
      `${causes}/confirm`,
      { kind: 'lag', code, place: null, reason: '第1次流標' },
      { 'if-match': await house.version('auditor', causes) },
    );

  test('are read, confirmed and removed by the one that has it now, and by the one before no longer', async () => {
    expect((await house.ask('officer', 'POST', '/api/causes', { row: id(5) })).status).toBe(201);
    expect((await confirm('officer', 'tender-failed')).status).toBe(200);
    await change('hand-over-row', { row: id(5), agency: 'office', reason: '組織調整' });
    for (const who of ['officer', 'supervisor']) {
      expect((await house.ask(who, 'GET', causes)).status, who).toBe(404);
      expect((await house.ask(who, 'GET', `${causes}/history`)).status, who).toBe(404);
      expect((await house.ask(who, 'GET', '/api/causes')).json().records, who).toEqual([]);
      expect((await confirm(who, 'design-changed')).status, who).toBe(404);
      const removed = await house.ask(
        who,
        'POST',
        `${causes}/remove`,
        { cause: 'r1', reason: '不是' },
        { 'if-match': await house.version('auditor', causes) },
      );
      expect(removed.status, who).toBe(404);
    }
    expect((await house.ask('officer2', 'GET', causes)).status).toBe(200);
    expect((await confirm('officer2', 'design-changed')).status).toBe(200);
    const page = `/office/rows/${id(5)}/causes`;
    const removal = { remove: 'r1', reason: '不是流標', version: '3' };
    expect((await house.send('officer2', page, removal)).status).toBe(303);
    expect((await house.page('officer2', `/office/years/${year}/causes`)).body).toContain('變更設計');
    expect((await house.page('officer', `/office/years/${year}/causes`)).body).not.toContain('變更設計');
  });
});
