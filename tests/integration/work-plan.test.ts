import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHouse, someMoney, someTexts, type House } from './house.ts';

/** The annual work plan of a row, over HTTP and on its page: written, approved by another, adjusted. */

let house: House;
const year = '範例部-114';
const row = `${year}-01`;
const id = `${row}-作業計畫-bureau`;
const api = `/api/work-plans/${id}`;
const page = `/office/rows/${row}/work-plan`;

beforeAll(async () => {
  house = await openHouse();
  house.now = new Date('2025-01-05T01:00:00Z');
  await house.openYear([
    { name: '步道整建計畫', agency: 'bureau' },
    { name: '檔案數位化計畫', agency: 'office' },
    { name: '海岸復育計畫', agency: 'bureau' },
  ]);
  for (const name of ['01', '03']) {
    const url = `/api/rows/${year}-${name}`;
    const match = { 'if-match': await house.version('officer', url) };
    await house.ask('officer', 'PATCH', `${url}/texts`, { period: '113年1月至114年9月' }, match);
  }
}, 240_000);
afterAll(() => house.close());

const byMonth = (...values: number[]) => Array.from({ length: 12 }, (_, at) => values[at] ?? values.at(-1) ?? 0);
const content = {
  items: [
    { name: '設計', weight: 40, planned: byMonth(0, 50, 100) },
    { name: '施工', weight: 60, planned: byMonth(0, 0, 0, 25, 50, 75, 100) },
  ],
  checkPoints: [{ name: '完成決標', due: '2025-03-31', evidence: '決標公告' }],
  spending: byMonth(0, 0, 1_000_000, 2_000_000, 4_000_000),
};
const act = async (who: string, command: string, body: object, of = api) =>
  house.ask(who, 'POST', `${of}/${command}`, body, { 'if-match': await house.version('auditor', of) });

/** Whether the page says at this field that it was refused, with what was typed into it. */
function isRefused(html: string, id: string, value = ''): boolean {
  const tag = new RegExp(`<input[^>]* ?id="${id}"[^>]*>`).exec(html)?.[0] ?? '';
  return tag.includes('aria-invalid="true"') && tag.includes(value === '' ? 'value=' : `value="${value}"`);
}

describe('by the API', () => {
  test('is begun by the row’s officer and seen by nobody else’s people', async () => {
    for (const who of ['supervisor', 'accountant', 'compiler', 'auditor', 'officer2', 'xofficer', 'nobody', null])
      expect([401, 403, 404], String(who)).toContain((await house.ask(who, 'POST', '/api/work-plans', { row })).status);
    const made = await house.ask('officer', 'POST', '/api/work-plans', { row });
    expect([made.status, made.json().record.id], made.body).toEqual([201, id]);
    expect((await house.ask('officer', 'POST', '/api/work-plans', { row })).problem).toBe('already-there');
    expect((await house.ask('officer', 'POST', '/api/work-plans', { row: '無此列' })).problem).toBe('no-such-row');
    for (const command of ['save', 'submit', 'approve'])
      expect(
        (await house.ask('officer', 'POST', `/api/work-plans/無此計畫/${command}`, content, { 'if-match': '1' }))
          .problem,
      ).toBe('no-such-work-plan');
    for (const who of ['officer2', 'xofficer', 'xcompiler', 'nobody'])
      for (const url of [api, `${api}/history`]) expect((await house.ask(who, 'GET', url)).status).toBe(404);
  });

  test.each([
    ['weights over 100', { items: [{ name: '甲', weight: 100.01, planned: byMonth(0) }] }, 400, null],
    [
      'weights over 100 together',
      { items: [content.items[0], { ...content.items[1], weight: 61 }] },
      422,
      'item-2-weight',
    ],
    ['a curve that falls', { items: [{ name: '甲', weight: 50, planned: byMonth(9, 8) }] }, 422, 'item-1-m2'],
    ['eleven months', { spending: byMonth(0).slice(1) }, 400, null],
    [
      'a milestone outside the period',
      { checkPoints: [{ name: '甲', due: '2025-12-01', evidence: '' }] },
      422,
      'point-1-due',
    ],
    ['spending that falls', { spending: byMonth(2, 1) }, 422, 'spending-m2'],
    ['spending of half a dollar', { spending: byMonth(0.5) }, 400, null],
  ])('%s is refused, and nothing is saved', async (_what, wrong, status, field) => {
    const answer = await act('officer', 'save', { ...content, ...wrong });
    expect([answer.status, answer.json().field ?? null], answer.body).toEqual([status, field]);
    expect((await house.ask('officer', 'GET', api)).json().record.version).toBe(1);
  });

  test('is saved, held to the row’s money, submitted and approved by another', async () => {
    await house.store.office.grant(house.idOf('officer'), { role: 'supervisor', agency: 'bureau' });
    const saved = await act('officer', 'save', content);
    expect(saved.status, saved.body).toBe(200);
    const stale = await house.ask(
      'officer',
      'POST',
      `${api}/save`,
      { ...content, checkPoints: [] },
      { 'if-match': '1' },
    );
    expect(stale.problem).toBe('stale-version');
    const money = { approvedTotal: 9_000_000, ownTotal: null, opening: null, money: someMoney };
    const match = { 'if-match': await house.version('accountant', `/api/rows/${row}`) };
    expect((await house.ask('accountant', 'PUT', `/api/rows/${row}/money`, money, match)).status).toBe(200);
    // The year's money turned out lower than what is planned: it is said at the month, before anybody approves.
    const over = await act('officer', 'submit', {});
    expect([over.problem, over.json().field]).toEqual(['planned-spending-over', 'spending-m4']);
    expect((await act('officer', 'save', { ...content, spending: byMonth(0, 0, 1_000_000) })).status).toBe(200);
    expect((await act('officer', 'submit', {})).status).toBe(200);
    for (const who of ['officer', 'compiler', 'accountant', 'supervisor2'])
      expect([403, 404], who).toContain((await act(who, 'approve', {})).status);
    const approved = await act('supervisor', 'approve', {});
    expect([approved.status, approved.json().record.state, approved.json().record.approvals.length]).toEqual([
      200,
      'approved',
      1,
    ]);
    expect((await act('officer', 'save', content)).problem).toBe('not-allowed');
  });

  test('is adjusted with its reason, and the history shows both', async () => {
    expect((await act('officer', 'adjust', {})).problem).toBe('reason-owed');
    expect((await act('officer', 'adjust', { reason: '設計變更' })).json().record.adjustment).toBe(1);
    const now = (await house.ask('officer', 'GET', api)).json().record.content;
    const later = { ...now, checkPoints: [{ ...now.checkPoints[0], due: '2025-05-31' }] };
    expect((await act('officer', 'save', later)).status).toBe(200);
    expect((await act('officer', 'submit', {})).status).toBe(200);
    expect((await act('supervisor', 'return', { reason: '請附變更設計核准文號' })).json().record.state).toBe(
      'returned',
    );
    expect((await act('officer', 'submit', {})).status).toBe(200);
    expect((await act('supervisor', 'approve', {})).json().record.approvals[1]).toMatchObject({
      adjustment: 1,
      reason: '設計變更',
    });
    const { events } = (await house.ask('auditor', 'GET', `${api}/history`)).json();
    const saved = events.findLast(({ kind }: { kind: string }) => kind === 'work-plan-saved').payload;
    expect([saved.before.checkPoints[0].due, saved.after.checkPoints[0].due]).toEqual(['2025-03-31', '2025-05-31']);
    expect(events.find(({ reason }: { reason: string | null }) => reason === '設計變更').actor).toBe('officer先生');
    expect((await act('compiler', 'lock', {})).json().record.state).toBe('locked');
    expect((await act('officer', 'adjust', { reason: '再調整' })).problem).toBe('illegal-move');
  });

  test('is described: a script that knows /openapi.json finds every command', async () => {
    const { paths } = (await house.ask(null, 'GET', '/openapi.json')).json();
    for (const command of ['save', 'submit', 'withdraw', 'approve', 'return', 'adjust', 'lock'])
      expect(Object.keys(paths)).toContain(`/api/work-plans/{id}/${command}`);
  });

  test('a row that is handed over leaves its plan where it was; the new agency draws up its own', async () => {
    const third = `${year}-03`;
    expect((await house.ask('officer', 'POST', '/api/work-plans', { row: third })).status).toBe(201);
    const match = { 'if-match': await house.version('compiler', `/api/years/${year}`) };
    const given = await house.ask(
      'compiler',
      'POST',
      `/api/years/${year}/hand-over-row`,
      { row: third, agency: 'office', reason: '業務移撥' },
      match,
    );
    expect(given.status, given.body).toBe(200);
    const old = `/api/work-plans/${third}-作業計畫-bureau`;
    expect((await act('officer', 'save', content, old)).problem).toBe('no-such-row');
    expect((await house.ask('officer2', 'GET', old)).status).toBe(404);
    expect((await house.ask('officer2', 'POST', '/api/work-plans', { row: third })).status).toBe(201);
  });
});

describe('on the page', () => {
  const second = `/office/rows/${year}-02/work-plan`;
  const months = (at: string, ...values: string[]) =>
    Object.fromEntries(values.map((value, month) => [`${at}-m${month + 1}`, value]));
  const typed = {
    version: '0',
    'item-1-name': '掃描',
    'item-1-weight': '７０%',
    ...months('item-1', '10', '', '40', '', '', '100'),
    'item-3-name': '建檔',
    'item-3-weight': '20',
    'point-2-name': '完成驗收',
    'point-2-due': '114年6月30日',
    'point-2-evidence': '',
    ...months('spending', '', '10萬', '200,000'),
  };

  test('an empty form, and what is refused stands in its cell with all that was typed', async () => {
    const empty = await house.page('officer2', second);
    expect([empty.status, empty.body.includes('還沒有年度作業計畫')]).toEqual([200, true]);
    const wrong = await house.send('officer2', second, { ...typed, do: 'save', 'item-3-weight': '九成' });
    expect([wrong.status, isRefused(wrong.body, 'item-2-weight', '九成')], wrong.body.slice(0, 600)).toEqual([
      422,
      true,
    ]);
    for (const text of ['掃描', '114年6月30日', '10萬']) expect(wrong.body).toContain(`value="${text}"`);
    const date = await house.send('officer2', second, { ...typed, do: 'save', 'point-2-due': '六月底' });
    expect(isRefused(date.body, 'point-1-due', '六月底')).toBe(true);
    expect((await house.ask('officer2', 'GET', `/api/work-plans/${year}-02-作業計畫-office`)).status).toBe(404);
  });

  test('more lines, without saving; then saved, refused at submission, completed and submitted with one button', async () => {
    const more = await house.send('officer2', second, { ...typed, do: 'more' });
    expect([more.status, more.body.includes('value="掃描"'), more.body.includes('name="item-5-name"')]).toEqual([
      200,
      true,
      true,
    ]);
    expect((await house.send('officer2', second, { ...typed, do: 'save' })).status).toBe(303);
    const shown = (await house.page('officer2', second)).body;
    for (const text of ['權重合計 90%', '陳核前還差 10%', 'value="114年6月30日"', 'value="200,000"'])
      expect(shown).toContain(text);
    const record = async () =>
      (await house.ask('officer2', 'GET', `/api/work-plans/${year}-02-作業計畫-office`)).json().record;
    const { content: held, version } = await record();
    expect(held.items[0].planned).toEqual([10, 10, 40, 40, 40, 100, 100, 100, 100, 100, 100, 100]);
    expect(held.spending.slice(0, 4)).toEqual([0, 100_000, 200_000, 200_000]);
    const again = { ...typed, 'item-1-id': 'w1', 'item-3-id': 'w2', 'point-2-id': 'c1', version: String(version) };
    const under = await house.send('officer2', second, { ...again, do: 'submit' });
    expect([under.status, isRefused(under.body, 'item-2-weight')]).toEqual([422, true]);
    const bare = await house.send('officer2', second, { ...again, do: 'submit', 'item-3-weight': '30' });
    expect(isRefused(bare.body, 'point-1-evidence')).toBe(true);
    const whole = { ...again, do: 'submit', 'item-3-weight': '30', 'point-2-evidence': '驗收紀錄' };
    expect((await house.send('officer2', second, whole)).status).toBe(303);
    expect((await record()).state).toBe('submitted');
  });

  test('approved by another on the page; the row shows it, in both languages', async () => {
    const { version } = (await house.ask('officer2', 'GET', `/api/work-plans/${year}-02-作業計畫-office`)).json()
      .record;
    const approve = { version: String(version), do: 'approve', reason: '' };
    expect((await house.send('officer2', second, approve)).status).toBe(403);
    expect((await house.send('supervisor2', second, approve)).status).toBe(303);
    const shown = (await house.page('officer2', `/office/rows/${year}-02`)).body;
    for (const text of ['年度作業計畫', '掃描', '完成驗收', '已核定', 'supervisor2先生']) expect(shown).toContain(text);
    expect((await house.page('auditor', `/en/office/rows/${year}-02`)).body).toContain('Annual work plan');
    const history = (await house.page('auditor', `${second}/history`)).body;
    for (const text of ['存年度作業計畫', '陳核', '核定', '工作項目']) expect(history).toContain(text);
    for (const who of ['officer', 'xofficer', 'nobody']) expect((await house.page(who, second)).status).toBe(404);
    expect((await house.page(null, second)).status).toBe(303);
    expect((await house.send('officer2', second, { do: 'nonsense', version: '1' })).status).toBe(404);
  });

  test('a record that is rebuilt is the same', async () => {
    expect(someTexts.type).toBe('社會發展');
    expect((await house.store.rebuild()).identical).toBe(true);
    expect((await house.page('officer', page)).status).toBe(200);
  });
});
