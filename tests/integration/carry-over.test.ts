import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHouse, someMoney, someTexts, type House } from './house.ts';

/** Money carried over into the next year (保留), over HTTP and on pages: asked for, approved by a document, drawn, settled. */

let house: House;
const year = '範例部-110';
const idOf = (row: number, agency: string) => `${year}-0${row}-保留-${agency}`;
const api = `/api/carry-overs/${idOf(1, 'bureau')}`;
const line = {
  ground: 'contract',
  cause: 'design-changed',
  contract: '步道整建工程契約（110-工-003，110年9月19日訂約）',
  since: 2021,
  budget: 200_000,
  supplementary: 0,
  carriedIn: 0,
  finish: '2022-06-30',
  explanation: '變更設計後展延工期，餘款於111年6月前驗收付清。',
};
/** 可支用 1,000,000 − 實現 700,000 − 應付 50,000: 250,000 are unspent. */
const money = { ...someMoney, realised: 700_000, payable: 50_000, carriedOver: 250_000 };
const document = { number: '院授主預字第1110001234號', date: '2022-01-30' };

async function act(who: string, url: string, body: object) {
  const of = url.split('/').slice(0, 4).join('/');
  return house.ask(who, 'POST', url, body, { 'if-match': await house.version('auditor', of) });
}

async function record(row: string, amounts: object) {
  const entry = { approvedTotal: null, ownTotal: null, opening: null, money: amounts };
  const version = { 'if-match': await house.version('auditor', `/api/rows/${row}`) };
  return house.ask('accountant', 'PUT', `/api/rows/${row}/money`, entry, version);
}

beforeAll(async () => {
  house = await openHouse();
  await house.person('officer3', [{ role: 'officer', agency: 'bureau' }]);
  house.now = new Date('2022-01-05T01:00:00Z');
  await house.openYear(
    [
      { name: '步道整建計畫', agency: 'bureau' },
      { name: '海岸復育計畫', agency: 'bureau' },
      { name: '檔案數位化計畫', agency: 'office' },
    ],
    2021,
  );
}, 240_000);
afterAll(() => house.close());

describe('by the API', () => {
  test('asked for by the row’s officer alone; seen by nobody else’s', async () => {
    const open = (who: string | null) => house.ask(who, 'POST', '/api/carry-overs', { row: `${year}-01` });
    for (const who of ['supervisor', 'compiler', 'accountant', 'auditor', 'officer2', 'xofficer', 'nobody', null])
      expect([401, 403, 404], String(who)).toContain((await open(who)).status);
    const made = await open('officer');
    expect([made.status, made.json().record.id], made.body).toEqual([201, idOf(1, 'bureau')]);
    for (const who of ['officer2', 'xofficer', 'nobody']) expect((await house.ask(who, 'GET', api)).status).toBe(404);
  });

  test('may be drawn up before the money is recorded, but not submitted', async () => {
    expect((await act('officer', `${api}/save`, { lines: [line] })).status).toBe(200);
    expect((await act('officer', `${api}/submit`, {})).problem).toBe('carry-over-money-missing');
    const recorded = await record(`${year}-01`, money);
    expect(recorded.status, recorded.body).toBe(200);
  });

  test.each([
    ['a ground that is none', { ground: 'no-time' }, 422, 'line-1-ground'],
    ['a cause that is none', { cause: 'bad-luck' }, 422, 'line-1-cause'],
    ['more than is unspent', { budget: 250_001 }, 422, 'line-1-budget'],
    ['more than there is of a component', { budget: 0, supplementary: 1 }, 422, 'line-1-supplementary'],
    ['half a dollar', { budget: 0.5 }, 400, null],
    ['below zero', { budget: -1 }, 422, 'line-1-budget'],
    ['another year’s money as this year’s', { since: 2020 }, 422, 'line-1-since'],
    ['two years in one line', { carriedIn: 1 }, 422, 'line-1-carriedIn'],
    ['finished within the year', { finish: '2021-12-31' }, 422, 'line-1-finish'],
    ['a finish that is no day', { finish: '2022-02-30' }, 422, 'line-1-finish'],
    ['a line of another application', { id: 'k7' }, 422, 'line-1-ground'],
  ])('%s is refused, and nothing is saved', async (_what, wrong, status, field) => {
    const before = await house.version('auditor', api);
    const answer = await act('officer', `${api}/save`, { lines: [{ id: 'k1', ...line, ...wrong }] });
    expect([answer.status, answer.json().field ?? null], answer.body).toEqual([status, field]);
    expect(await house.version('auditor', api)).toBe(before);
  });

  test('what exceeds is told with its figures', async () => {
    const lines = [
      { id: 'k1', ...line },
      { ...line, budget: 60_000 },
    ];
    const answer = await act('officer', `${api}/save`, { lines });
    expect(answer.problem).toBe('carry-over-exceeds');
    for (const figure of ['260,000', '250,000', '1,000,000', '700,000', '50,000', '10,000'])
      expect(answer.body).toContain(figure);
  });

  test('approved in part by another person than the writer, by a document; then settled', async () => {
    const lines = [
      { id: 'k1', ...line },
      { ...line, ground: 'other', contract: '', budget: 50_000, explanation: '' },
    ];
    expect((await act('officer', `${api}/save`, { lines })).status).toBe(200);
    const owing = await act('officer', `${api}/submit`, {});
    expect([owing.problem, owing.json().field]).toEqual(['carry-over-incomplete', 'line-2-explanation']);
    const whole = [lines[0], { ...lines[1], id: 'k2', explanation: '尚待撥付之補助款' }];
    expect((await act('officer', `${api}/save`, { lines: whole })).status).toBe(200);
    expect((await act('officer', `${api}/submit`, {})).json().record.state).toBe('submitted');
    for (const role of ['supervisor', 'compiler'] as const)
      await house.store.office.grant(house.idOf('officer'), { role, agency: 'ministry' });
    expect((await act('officer', `${api}/review`, {})).problem).toBe('not-allowed');
    expect((await act('supervisor', `${api}/return`, {})).problem).toBe('reason-owed');
    expect((await act('supervisor', `${api}/review`, {})).json().record).toMatchObject({
      state: 'reviewed',
      reviewed: { by: 'supervisor先生' },
    });
    house.now = new Date('2022-02-10T01:00:00Z');
    const approved = [
      { line: 'k1', amount: 180_000 },
      { line: 'k2', amount: 0 },
    ];
    const partly = { ...document, reason: '補助款未訂約，不准', approved };
    expect((await act('officer', `${api}/approve-partly`, partly)).problem).toBe('not-allowed');
    for (const [wrong, field] of [
      [{ number: ' ' }, 'number'],
      [{ date: '2022-02-11' }, 'date'],
      [{ reason: '' }, 'reason'],
      [{ approved: [{ line: 'k1', amount: 200_001 }] }, 'approved-k1'],
      [{ approved: [] }, 'approved-k1'],
    ] as const) {
      const refused = await act('compiler', `${api}/approve-partly`, { ...partly, ...wrong });
      expect([refused.status, refused.json().field], refused.body).toEqual([422, field]);
    }
    const decided = await act('compiler', `${api}/approve-partly`, partly);
    expect(decided.json().record, decided.body).toMatchObject({
      state: 'partly',
      decision: { ...document, lines: approved, by: 'compiler先生' },
    });
    const settle = (amount: number, more: object = {}) =>
      act('accountant', `${api}/settle`, {
        line: 'k1',
        kind: 'realised',
        amount,
        day: '2022-02-05',
        document: '傳票111-0042',
        ...more,
      });
    expect((await settle(180_001)).json().field).toBe('amount');
    expect((await settle(1, { day: '2021-12-31' })).json().field).toBe('day');
    expect((await settle(1, { line: 'k2' })).problem).toBe('carry-over-exceeds');
    expect((await settle(150_000)).json().record.state).toBe('partly');
    expect((await act('compiler', `${api}/revoke`, { reason: '誤登' })).problem).toBe('carry-over-settled');
  });

  test('drawn into next year’s row with its source; another amount owes a reason', async () => {
    const next = await nextYear();
    const row = `/api/rows/${next}`;
    const draw = (who: string, carryOver: string) => act(who, `${row}/draw-carried`, { carryOver });
    for (const who of ['officer', 'supervisor', 'compiler', 'auditor'])
      expect((await draw(who, idOf(1, 'bureau'))).problem, who).toBe('not-allowed');
    await house.ask('officer', 'POST', '/api/carry-overs', { row: `${year}-02` });
    expect((await draw('accountant', idOf(2, 'bureau'))).problem).toBe('carry-over-of-another');
    const drawn = await draw('accountant', idOf(1, 'bureau'));
    expect(drawn.json().record.carried, drawn.body).toMatchObject({
      carryOver: idOf(1, 'bureau'),
      amount: 180_000,
      document: document.number,
      overruled: null,
    });
    const version = await house.version('auditor', row);
    expect((await draw('accountant', idOf(1, 'bureau'))).status).toBe(200);
    expect(await house.version('auditor', row), 'the same again is nothing').toBe(version);
    const told = { ...someMoney, carriedIn: 170_000, realised: 1_070_000 };
    const wrong = await record(next, told);
    expect([wrong.problem, wrong.json().field]).toEqual(['carried-in-not-approved', 'carriedIn']);
    expect((await act('accountant', `${row}/overrule-carried`, { reason: ' ' })).problem).toBe('reason-owed');
    const overruled = await act('accountant', `${row}/overrule-carried`, { reason: '一萬元已於年初註銷' });
    expect(overruled.json().record.carried.overruled).toMatchObject({ reason: '一萬元已於年初註銷' });
    expect((await record(next, told)).status).toBe(200);
    expect((await draw('accountant', idOf(1, 'bureau'))).problem).toBe('carried-in-differs');
  });

  test('one is told before the fourth year ends', async () => {
    const list = async () => (await house.ask('compiler', 'GET', `/api/years/${year}/carry-overs`)).json();
    expect((await list()).records[0]).toMatchObject({ asked: 250_000, approved: 180_000, open: 30_000, alerts: [] });
    house.now = new Date('2025-01-02T01:00:00Z');
    expect((await list()).records[0].alerts).toEqual([
      { line: 'k1', open: 30_000, lastDay: '2025-12-31', isPast: false, article: '決算法第7條', settled: true },
    ]);
    house.now = new Date('2022-02-10T01:00:00Z');
    expect((await house.ask('xcompiler', 'GET', `/api/years/${year}/carry-overs`)).status).toBe(404);
    const officers = (await house.ask('officer2', 'GET', `/api/years/${year}/carry-overs`)).json().records;
    expect(officers).toEqual([]);
  });

  test('settled when nothing is open any more', async () => {
    const rest = {
      line: 'k1',
      kind: 'cancelled',
      amount: 30_000,
      day: '2022-02-09',
      document: '院授主預字第1110002222號',
    };
    expect((await act('accountant', `${api}/settle`, rest)).json().record.state).toBe('closed');
  });
});

describe('on the pages', () => {
  const page = `/office/rows/${year}-03/carry-over`;
  const typed = {
    version: '0',
    'line-1-id': '',
    'line-1-ground': 'continuing',
    'line-1-cause': 'permits',
    'line-1-contract': '',
    'line-1-budget': '10萬',
    'line-1-supplementary': '',
    'line-1-carriedIn': '',
    'line-1-since': '111',
    'line-1-finish': '112年6月30日',
    'line-1-explanation': '環評審查中',
    'line-2-id': '',
    'line-2-ground': '',
    'line-2-since': '111',
  };
  const next = page.replace(year, '範例部-111');
  const api3 = `/api/carry-overs/範例部-111-03-保留-office`;
  const isRefused = (html: string, id: string) =>
    new RegExp(`<(?:input|select|textarea)[^>]* ?id="${id}"[^>]*>`).exec(html)?.[0].includes('aria-invalid="true"');

  test('filled in on a plain form; what is refused stands in its cell', async () => {
    expect((await house.page('officer2', `/office/rows/範例部-111-03`)).body).toContain('申請保留');
    const empty = (await house.page('officer2', next)).body;
    for (const text of ['經費保留：檔案數位化計畫', '尚未申請', '未支用數不明', '繼續經費之未使用部分'])
      expect(empty).toContain(text);
    const wrong = await house.send('officer2', next, { ...typed, do: 'save', 'line-1-finish': '明年夏天' });
    expect([wrong.status, isRefused(wrong.body, 'line-1-finish'), wrong.body.includes('value="10萬"')]).toEqual([
      422,
      true,
      true,
    ]);
    const more = await house.send('officer2', next, { ...typed, do: 'more' });
    expect([more.status, more.body.includes('第 2 筆')]).toEqual([200, true]);
    expect((await house.send('officer2', next, { ...typed, do: 'save' })).status).toBe(303);
    expect((await record('範例部-111-03', { ...someMoney, realised: 800_000, carriedOver: 100_000 })).status).toBe(200);
    const version = (await house.ask('auditor', 'GET', api3)).json().record.version;
    const submitted = await house.send('officer2', next, { ...typed, 'line-1-id': 'k1', version, do: 'submit' });
    expect(submitted.status, submitted.body).toBe(303);
  });

  test('reviewed, decided and settled by others, each on their form', async () => {
    const at = async () => String((await house.ask('auditor', 'GET', api3)).json().record.version);
    for (const text of ['待審核', '審核通過', '未支用 100,000 元', '預算法第76條'])
      expect((await house.page('supervisor2', next)).body).toContain(text);
    expect((await house.send('officer2', next, { version: await at(), do: 'review' })).status).toBe(403);
    expect((await house.send('supervisor2', next, { version: await at(), do: 'review' })).status).toBe(303);
    house.now = new Date('2023-02-10T01:00:00Z');
    const decision = { version: await at(), number: '院授主預字第1120000001號', date: '112年1月30日', reason: '' };
    const none = await house.send('compiler', `${next}/decision`, { ...decision, number: '', do: 'approve' });
    expect([none.status, isRefused(none.body, 'number'), none.body.includes('112年1月30日')]).toEqual([
      422,
      true,
      true,
    ]);
    expect((await house.send('compiler', `${next}/decision`, { ...decision, do: 'approve' })).status).toBe(303);
    const settlement = { version: await at(), line: 'k1', kind: 'realised', day: '112/2/1', document: '傳票1' };
    const over = await house.send('accountant', `${next}/settlement`, { ...settlement, amount: '100,001' });
    expect([over.status, isRefused(over.body, 'amount')]).toEqual([422, true]);
    expect((await house.send('accountant', `${next}/settlement`, { ...settlement, amount: '4萬' })).status).toBe(303);
    const shown = (await house.page('officer2', next)).body;
    for (const text of ['已核定', '院授主預字第1120000001號', '實現 40,000', '60,000']) expect(shown).toContain(text);
    expect((await house.page('auditor', `${next}/history`)).body).toContain('登錄實現或註銷');
    expect((await house.page('auditor', `/en${next}`)).body).toContain('Still open');
    for (const who of ['officer3', 'xofficer', 'nobody']) expect((await house.page(who, next)).status).toBe(404);
  });

  test('one list of a year and of what is open of years before; on the row with its source', async () => {
    const list = (await house.page('compiler', '/office/years/範例部-111/carry-overs')).body;
    for (const text of ['檔案數位化計畫', '60,000', '已核定']) expect(list).toContain(text);
    expect(list, 'settled of the year before').not.toContain('步道整建計畫');
    expect((await house.page('compiler', `/office/years/${year}/carry-overs`)).body).toContain('已結清');
    expect((await house.page('compiler', `/office/years/${year}`)).body).toContain('經費保留一覽');
    const row = (await house.page('accountant', '/office/rows/範例部-111-01')).body;
    for (const text of ['以前年度保留轉入', '核定保留 180,000 元', '改填：一萬元已於年初註銷', '重新帶入'])
      expect(row).toContain(text);
    for (const who of ['xcompiler', 'nobody'])
      expect((await house.page(who, `/office/years/${year}/carry-overs`)).status).toBe(404);
  });

  test('a record that is rebuilt is the same', async () => {
    expect((await house.store.rebuild()).identical).toBe(true);
  });
});

/** The form goes out and the next year is opened with its plans; the id of the first row. */
async function nextYear(): Promise<string> {
  for (const [at, officer, supervisor] of [
    [1, 'officer3', 'supervisor'],
    [2, 'officer3', 'supervisor'],
    [3, 'officer2', 'supervisor2'],
  ] as const) {
    const row = `/api/rows/${year}-0${at}`;
    if (at !== 1) expect((await record(`${year}-0${at}`, someMoney)).status).toBe(200);
    const version = { 'if-match': await house.version('auditor', row) };
    expect((await house.ask(officer, 'PATCH', `${row}/texts`, someTexts, version)).status).toBe(200);
    expect((await act(officer, `${row}/submit`, {})).status).toBe(200);
    expect((await act(supervisor, `${row}/approve`, {})).status).toBe(200);
  }
  for (const [command, body] of [
    ['submission', {}],
    ['publication', { ground: '政府資訊公開法第7條' }],
  ] as const)
    expect((await act('compiler', `/api/years/${year}/${command}`, body)).status).toBe(200);
  const next = { ministry: 'ministry', fiscalYear: 2022, from: year };
  const opened = await house.ask('compiler', 'POST', '/api/years', next);
  expect(opened.status, opened.body).toBe(201);
  return '範例部-111-01';
}
