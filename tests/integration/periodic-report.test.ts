import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHouse, type House } from './house.ts';

/** Reports on work plans by month, over HTTP and on pages: written, reviewed by another, late, locked. */

let house: House;
const year = '範例部-114';
const month = '02';
const idOf = (row: number, agency: string) => `${year}-0${row}-填報-${agency}-${month}`;
const api = `/api/periodic-reports/${idOf(1, 'bureau')}`;
const byMonth = (...values: number[]) => Array.from({ length: 12 }, (_, at) => values[at] ?? values.at(-1) ?? 0);
const plan = {
  level: 'ministry',
  items: [
    { name: '設計', weight: 40, planned: byMonth(0, 50, 100) },
    { name: '施工', weight: 60, planned: byMonth(0, 0, 10) },
  ],
  checkPoints: [{ name: '完成決標', due: '2025-02-28', evidence: '決標公告' }],
  spending: byMonth(0, 100_000),
};
const told = {
  items: [
    { item: 'w1', done: 50 },
    { item: 'w2', done: 0 },
  ],
  checkPoints: [{ checkPoint: 'c1', reached: '2025-02-20', evidence: '決標公告' }],
  spent: 90_000,
  cause: null,
  explanation: '',
  measures: '',
  forecast: 100,
};

async function act(who: string, url: string, body: object) {
  const of = url.split('/').slice(0, 4).join('/');
  return house.ask(who, 'POST', url, body, { 'if-match': await house.version('auditor', of) });
}

async function approvedPlan(row: number, agency: string, officer: string, supervisor: string): Promise<void> {
  const id = `/api/work-plans/${year}-0${row}-作業計畫-${agency}`;
  expect((await house.ask(officer, 'POST', '/api/work-plans', { row: `${year}-0${row}` })).status).toBe(201);
  for (const [who, command, body] of [
    [officer, 'save', plan],
    [officer, 'submit', {}],
    [supervisor, 'approve', {}],
  ] as const)
    expect((await act(who, `${id}/${command}`, body)).status, command).toBe(200);
}

beforeAll(async () => {
  house = await openHouse();
  house.now = new Date('2025-01-05T01:00:00Z');
  await house.openYear([
    { name: '步道整建計畫', agency: 'bureau' },
    { name: '海岸復育計畫', agency: 'bureau' },
    { name: '檔案數位化計畫', agency: 'office' },
    { name: '尚無作業計畫的計畫', agency: 'office' },
  ]);
  await approvedPlan(1, 'bureau', 'officer', 'supervisor');
  await approvedPlan(2, 'bureau', 'officer', 'supervisor');
  await approvedPlan(3, 'office', 'officer2', 'supervisor2');
}, 240_000);
afterAll(() => house.close());

describe('by the API', () => {
  test('opens when the month is over, for the row’s officer', async () => {
    const open = (who: string | null, body: object) => house.ask(who, 'POST', '/api/periodic-reports', body);
    const asked = { row: `${year}-01`, month: 2 };
    house.now = new Date('2025-02-28T15:59:00Z');
    expect((await open('officer', asked)).problem).toBe('report-not-open');
    house.now = new Date('2025-02-28T16:01:00Z');
    for (const who of ['supervisor', 'compiler', 'auditor', 'officer2', 'xofficer', 'nobody', null])
      expect([401, 403, 404], String(who)).toContain((await open(who, asked)).status);
    expect((await open('officer2', { row: `${year}-04`, month: 2 })).problem).toBe('no-such-work-plan');
    const made = await open('officer', asked);
    expect([made.status, made.json().record.id, made.json().record.due], made.body).toEqual([
      201,
      idOf(1, 'bureau'),
      '2025-03-20',
    ]);
    for (const who of ['officer2', 'xofficer', 'nobody']) expect((await house.ask(who, 'GET', api)).status).toBe(404);
  });

  test.each([
    ['progress over 100', { items: [{ item: 'w1', done: 101 }, told.items[1]] }, 400, null],
    ['an item that is not of the plan', { items: [told.items[0]] }, 409, null],
    [
      'reached after the month',
      { checkPoints: [{ ...told.checkPoints[0], reached: '2025-03-02' }] },
      422,
      'point-1-reached',
    ],
    ['a cause of its own', { cause: 'bad-luck' }, 422, 'cause'],
    ['half a dollar', { spent: 0.5 }, 400, null],
  ])('%s is refused, and nothing is saved', async (_what, wrong, status, field) => {
    const answer = await act('officer', `${api}/save`, { ...told, ...wrong });
    expect([answer.status, answer.json().field ?? null], answer.body).toEqual([status, field]);
    expect((await house.ask('officer', 'GET', api)).json().record.version).toBe(1);
  });

  test('behind owes its cause and measures; submitted late is recorded; reviewed by another', async () => {
    const slow = { ...told, items: [{ item: 'w1', done: 30 }, told.items[1]] };
    expect((await act('officer', `${api}/save`, slow)).status).toBe(200);
    const owing = await act('officer', `${api}/submit`, {});
    expect([owing.problem, owing.json().field]).toEqual(['behind-owes-reason', 'cause']);
    const why = { ...slow, cause: 'tender-failed', explanation: '第1次流標', measures: '檢討底價後於3月重新招標' };
    expect((await act('officer', `${api}/save`, why)).status).toBe(200);
    house.now = new Date('2025-03-22T01:00:00Z');
    const submitted = await act('officer', `${api}/submit`, {});
    expect(submitted.json().record, submitted.body).toMatchObject({
      firstSubmitted: '2025-03-22',
      daysLate: 2,
      planned: 20,
      done: 12,
    });
    await house.store.office.grant(house.idOf('officer'), { role: 'supervisor', agency: 'bureau' });
    expect((await act('officer', `${api}/review`, {})).problem).toBe('not-allowed');
    expect((await act('supervisor', `${api}/return`, {})).problem).toBe('reason-owed');
    expect((await act('supervisor', `${api}/return`, { reason: '請附流標紀錄' })).json().record.state).toBe('returned');
    expect((await act('officer', `${api}/submit`, {})).status).toBe(200);
    const reviewed = await act('supervisor', `${api}/review`, {});
    expect(reviewed.json().record).toMatchObject({
      state: 'reviewed',
      reviewed: { by: 'supervisor先生' },
      daysLate: 2,
    });
  });

  test('who is late, by agency', async () => {
    const reporting = (who: string) => house.ask(who, 'GET', `/api/years/${year}/reporting?month=2`);
    const { agencies, ...sums } = (await reporting('compiler')).json();
    expect(sums).toEqual({ month: 2, agenciesDue: 2, agenciesReported: 0 });
    expect(agencies.map(({ rows: _rows, ...counts }: { rows: unknown }) => counts)).toEqual([
      { agency: 'bureau', due: 2, reported: 1, overdue: 1, cameLate: 1, withoutPlan: 0 },
      { agency: 'office', due: 1, reported: 0, overdue: 1, cameLate: 0, withoutPlan: 1 },
    ]);
    expect(agencies[0].rows[0]).toMatchObject({ state: 'reviewed', daysLate: 2, settled: false });
    // An officer sees their own agency's rows, as everywhere.
    expect((await reporting('officer2')).json().agencies.map(({ agency }: { agency: string }) => agency)).toEqual([
      'office',
    ]);
    expect((await reporting('xcompiler')).status).toBe(404);
  });

  test('a month that is locked takes nothing more until it is opened again with a reason', async () => {
    const lock = (who: string, command: string, body: object) => act(who, `/api/years/${year}/${command}-month`, body);
    expect((await lock('officer', 'lock', { month: 2 })).status).toBe(403);
    expect((await lock('compiler', 'lock', { month: 3 })).problem).toBe('month-not-over');
    expect((await lock('compiler', 'lock', { month: 2 })).json().record.lockedMonths).toEqual([2]);
    const late = await house.ask('officer', 'POST', '/api/periodic-reports', { row: `${year}-02`, month: 2 });
    expect([late.status, late.problem]).toEqual([409, 'month-locked']);
    expect((await act('officer', `${api}/reopen`, { reason: '誤植' })).problem).toBe('month-locked');
    expect((await lock('compiler', 'unlock', { month: 2 })).status).toBe(400);
    expect((await lock('compiler', 'unlock', { month: 2, reason: '虛擬局補報' })).json().record.lockedMonths).toEqual(
      [],
    );
    expect((await act('officer', `${api}/reopen`, { reason: '誤植' })).json().record).toMatchObject({
      state: 'filling',
      reviewed: null,
      daysLate: 2,
    });
  });
});

describe('on the pages', () => {
  const page = `/office/rows/${year}-03/reports/2`;
  const typed = {
    version: '0',
    'item-1-id': 'w1',
    'item-1-done': '50%',
    'item-2-id': 'w2',
    'item-2-done': '０',
    'point-1-id': 'c1',
    'point-1-reached': '',
    'point-1-evidence': '',
    spent: '9萬',
    cause: '',
    explanation: '',
    measures: '',
    forecast: '',
  };
  const isRefused = (html: string, id: string) =>
    new RegExp(`<(?:input|select|textarea)[^>]* ?id="${id}"[^>]*>`).exec(html)?.[0].includes('aria-invalid="true"');

  test('filled in on a plain form; what is refused stands in its cell', async () => {
    const empty = await house.page('officer2', page);
    for (const text of ['定期填報 2 月', '114 年 3 月 20 日', '已讀的來源沒有定明', '本期預定（%） 50', '完成決標'])
      expect(empty.body).toContain(text);
    const wrong = await house.send('officer2', `${page}/report`, { ...typed, do: 'save', 'item-1-done': '一半' });
    expect([wrong.status, isRefused(wrong.body, 'item-1-done'), wrong.body.includes('value="9萬"')]).toEqual([
      422,
      true,
      true,
    ]);
    const behind = await house.send('officer2', `${page}/report`, { ...typed, do: 'submit' });
    expect([behind.status, isRefused(behind.body, 'cause')]).toEqual([422, true]);
    const reason = { cause: 'tender-failed', explanation: '流標', measures: '3月重新招標' };
    expect((await house.send('officer2', `${page}/report`, { ...typed, ...reason, do: 'submit' })).status).toBe(303);
    const shown = (await house.page('supervisor2', page)).body;
    for (const text of ['待審核', '逾期 2 日', '流標或廢標', '到期未達成的查核點：完成決標', '核可'])
      expect(shown).toContain(text);
    const { version } = (await house.ask('auditor', 'GET', `/api/periodic-reports/${idOf(3, 'office')}`)).json().record;
    expect((await house.send('officer2', `${page}/report`, { version: String(version), do: 'review' })).status).toBe(
      403,
    );
    expect((await house.send('supervisor2', `${page}/report`, { version: String(version), do: 'review' })).status).toBe(
      303,
    );
    expect((await house.page('officer2', `/office/rows/${year}-03`)).body).toContain('主管已審核・已報，逾期 2 日');
    expect((await house.page('auditor', `${page}/history`)).body).toContain('存填報內容');
    expect((await house.page('auditor', `/en${page}`)).body).toContain('Cumulative actual progress');
  });

  test('逾期未報 tells who is late, and is locked there', async () => {
    const late = `/office/years/${year}/reports`;
    const shown = (await house.page('compiler', `${late}?month=2`)).body;
    for (const text of ['2 機關中 1 機關已報', '範例署（1/2）', '未填・逾期 2 日', '無核定的年度作業計畫'])
      expect(shown).toContain(text);
    expect((await house.page('compiler', `/office/years/${year}`)).body).toContain('逾期未報');
    expect((await house.page('officer', `${late}?month=2`)).body).not.toContain('鎖定這個月');
    const version = String((await house.version('compiler', `/api/years/${year}`)).replaceAll('"', ''));
    expect((await house.send('compiler', late, { month: '2', do: 'lock', version })).status).toBe(303);
    expect((await house.page('compiler', `${late}?month=2`)).body).toContain('重開這個月');
    expect((await house.page('officer', `/office/rows/${year}-02/reports/2`)).body).not.toContain('name="spent"');
    for (const who of ['xcompiler', 'nobody']) expect((await house.page(who, late)).status).toBe(404);
    for (const asked of ['13', 'x', '-1', '9'])
      expect((await house.page('compiler', `${late}?month=${asked}`)).status).toBe(200);
    for (const asked of ['3', '13', 'x'])
      expect((await house.page('officer', `/office/rows/${year}-02/reports/${asked}`)).status).toBe(
        asked === '3' ? 200 : 404,
      );
  });

  test('a record that is rebuilt is the same', async () => {
    expect((await house.store.rebuild()).identical).toBe(true);
  });
});
