import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rules } from '@guankao/rules';
import { openHouse, someTexts, type House } from './house.ts';

/** 意見: on a field, a finding, a work plan, a report; for those who may see the record, never public, never lost. */

let house: House;
const row = '範例部-114-01';
const other = '範例部-114-02';
const third = '範例部-114-03';

beforeAll(async () => {
  house = await openHouse();
  await house.openYear([
    { name: '步道整建計畫', agency: 'bureau' },
    { name: '海岸計畫', agency: 'office' },
    { name: '港灣計畫', agency: 'bureau' },
  ]);
  await house.ask('officer', 'PATCH', `/api/rows/${row}/texts`, someTexts, { 'if-match': '1' });
}, 240_000);
afterAll(() => house.close());

const onRow = { on: { noun: 'row', id: row } };
const write = (who: string | null, body: object) => house.ask(who, 'POST', '/api/comments', { ...onRow, ...body });
async function written(body: object = {}, who = 'supervisor'): Promise<string> {
  const made = await write(who, { text: '請補佐證。', ...body });
  if (made.status !== 201) throw new Error(made.body);
  return made.json().record.id as string;
}
const read = async (id: string, who = 'supervisor') =>
  (await house.ask(who, 'GET', `/api/comments/${id}`)).json().record;
async function act(who: string, id: string, command: string, body: object = {}) {
  const { version } = await read(id);
  return house.ask(who, 'POST', `/api/comments/${id}/${command}`, body, { 'if-match': String(version) });
}

describe('a life', () => {
  test('written on a field, answered, assigned, resolved and opened again; its history has all of it', async () => {
    const id = await written({
      field: 'goals',
      text: '請 @officer 補佐證；@officer2、a@officerx 不相干。',
      assignee: 'officer',
    });
    expect(await read(id)).toMatchObject({
      on: { noun: 'row', id: row, row, field: 'goals', finding: null },
      state: 'open',
      by: 'supervisor先生',
      // Whoever may not see the row is not mentioned: their login is plain text.
      mentions: [{ login: 'officer' }],
      assignee: { login: 'officer' },
    });
    expect((await act('officer', id, 'answer', { text: '已附於附件。@auditor' })).status).toBe(200);
    expect((await act('auditor', id, 'resolve')).status).toBe(200);
    expect((await act('auditor', id, 'resolve')).problem).toBe('illegal-move');
    expect((await act('officer', id, 'assign', { assignee: null })).status).toBe(200);
    expect((await act('supervisor', id, 'reopen')).status).toBe(200);
    expect(await read(id)).toMatchObject({
      state: 'open',
      closed: null,
      assignee: null,
      replies: [{ text: '已附於附件。@auditor', by: 'officer先生' }],
      mentions: [{ login: 'officer' }, { login: 'auditor' }],
    });
    const { events } = (await house.ask('officer', 'GET', `/api/comments/${id}/history`)).json();
    expect(events.map(({ kind }: { kind: string }) => kind)).toEqual([
      'comment-written',
      'comment-answered',
      'comment-resolved',
      'comment-assigned',
      'comment-reopened',
    ]);
    expect(await house.store.rebuild()).toMatchObject({ identical: true });
  });

  test('on a finding and a work plan; a deputy comments with both names', async () => {
    const rule = rules[0]?.meta.id ?? '';
    expect(await read(await written({ finding: rule }))).toMatchObject({ on: { finding: rule } });
    const plan = await house.ask('officer', 'POST', '/api/work-plans', { row });
    const id = plan.json().record.id as string;
    expect(await read(await written({ on: { noun: 'work-plan', id } }))).toMatchObject({
      on: { noun: 'work-plan', row },
    });
    const appointed = await house.ask('supervisor', 'POST', '/api/deputies', {
      deputy: 'officer2',
      grants: [{ role: 'supervisor', agency: 'bureau' }],
      from: '2026-01-05',
      until: '2026-01-06',
      reason: '休假',
    });
    const headers = { 'acting-for': appointed.json().record.id as string };
    const said = await house.ask('officer2', 'POST', '/api/comments', { ...onRow, text: '代為提醒。' }, headers);
    expect(said.json().record.by).toBe('officer2先生（代理supervisor先生）');
    expect((await house.ask('officer2', 'GET', `/api/comments/${said.json().record.id}`)).status).toBe(404);
  });
});

describe('refused, with its place', () => {
  test.each<[string, object, number, string]>([
    ['nothing said', { text: '   ' }, 422, 'field-owed'],
    ['a control character', { text: '壞\u0007字' }, 422, 'control-character'],
    ['longer than a text may be', { text: '長'.repeat(32_001) }, 400, 'bad-request'],
    ['on a field that there is not', { text: '一', field: 'budget' }, 400, 'bad-request'],
    ['on a finding that there is not', { text: '一', finding: 'no-such-rule' }, 422, 'no-such-rule'],
    [
      'on a field of a work plan',
      { text: '一', on: { noun: 'work-plan', id: `${row}-作業計畫-bureau` }, field: 'goals' },
      422,
      'no-such-place',
    ],
    ['assigned to nobody there is', { text: '一', assignee: 'no-such' }, 422, 'assignee-cannot-see'],
    ['assigned to who may not see it', { text: '一', assignee: 'officer2' }, 422, 'assignee-cannot-see'],
    ['assigned to another ministry', { text: '一', assignee: 'xofficer' }, 422, 'assignee-cannot-see'],
    ['on a row that there is not', { text: '一', on: { noun: 'row', id: '範例部-114-99' } }, 404, 'no-such-row'],
    ['on an account', { text: '一', on: { noun: 'account', id: 'id-officer' } }, 400, 'bad-request'],
  ])('%s', async (_name, body, status, problem) => {
    const answer = await write('officer', body);
    expect([answer.status, answer.problem]).toEqual([status, problem]);
  });

  test('by the form: what was typed stands again, with the reason at its field', async () => {
    const text = '長'.repeat(32_001);
    const refused = await house.send('officer', `/office/rows/${row}/comments`, {
      on: 'row goals',
      text,
      assignee: 'officer',
    });
    expect(refused.status).toBe(422);
    for (const kept of ['32,001', text, '<option value="row goals" selected', 'aria-invalid="true"'])
      expect(refused.body).toContain(kept);
  });
});

describe('who may', () => {
  const outsiders = ['officer2', 'supervisor2', 'xofficer', 'xcompiler', 'xadmin', 'admin', 'nobody'];

  test('who may not see the record finds no comment, by no route, and writes none', async () => {
    const id = await written({ text: '內部意見甲。', assignee: 'officer' });
    for (const who of outsiders) {
      expect((await write(who, { text: '一' })).status, who).toBeGreaterThanOrEqual(403);
      expect((await house.ask(who, 'GET', `/api/comments/${id}`)).status, who).toBe(404);
      expect((await house.ask(who, 'GET', `/api/comments/${id}/history`)).status, who).toBe(404);
      expect((await house.ask(who, 'GET', '/api/comments')).body, who).not.toContain('內部意見甲');
      for (const [command, body] of [
        ['answer', { text: '一' }],
        ['assign', { assignee: null }],
        ['resolve', {}],
        ['reopen', {}],
      ] as const)
        expect((await act(who, id, command, body)).status, `${who} ${command}`).toBe(404);
      expect((await house.page(who, `/office/rows/${row}/comments`)).status, who).toBe(404);
      expect((await house.page(who, `/office/rows/${row}/comments/${id}/history`)).status, who).toBe(404);
      expect((await house.page(who, `/office/rows/${other}/comments/${id}/history`)).status, who).toBe(404);
      expect((await house.page(who, '/office')).body, who).not.toContain('內部意見甲');
    }
    expect(await read(id)).toMatchObject({ version: 1, state: 'open' });
  });

  test('it goes with its row to another agency', async () => {
    const id = await written({ on: { noun: 'row', id: other }, text: '移交前的意見。' }, 'supervisor2');
    const version = await house.version('compiler', '/api/years/範例部-114');
    const handed = { row: other, agency: 'bureau', reason: '組織調整' };
    const moved = await house.ask('compiler', 'POST', '/api/years/範例部-114/hand-over-row', handed, {
      'if-match': version,
    });
    expect(moved.status, moved.body).toBe(200);
    expect((await house.ask('officer', 'GET', `/api/comments/${id}`)).status).toBe(200);
    expect((await house.ask('supervisor2', 'GET', `/api/comments/${id}`)).status).toBe(404);
  });

  test('the public is shown none, nor that there is any', async () => {
    await written({ text: '不公開的意見乙。' });
    for (const url of ['/api/comments', '/api/comments/comment:1', '/api/comments/comment:1/history'])
      expect((await house.ask(null, 'GET', url)).status).toBe(401);
    for (const url of ['/', '/plans', '/filings', '/api/plans', '/data', `/office/rows/${row}/comments`])
      expect((await house.page(null, url)).body).not.toContain('不公開的意見乙');
  });
});

test('the row page counts them beside the field, open first; the desk lists what is mine', async () => {
  const done = await written({ field: 'explanation', text: '已處理的意見。' });
  await act('officer', done, 'resolve');
  await written({ field: 'explanation', text: '還沒處理的意見。', assignee: 'officer' });
  const page = (await house.page('officer', `/office/rows/${row}`)).body;
  expect(page).toContain('意見 2（未結 1）');
  expect(page.indexOf('還沒處理的意見。')).toBeLessThan(page.indexOf('已處理的意見。'));
  const desk = (await house.page('officer', '/office')).body;
  expect(desk).toContain('還沒處理的意見。');
  expect(desk).not.toContain('已處理的意見。');
  expect((await house.page('accountant', '/office')).body).not.toContain('還沒處理的意見。');
  const [mine] = (await house.ask('officer', 'GET', '/api/comments')).json().records.slice(-1);
  const form = { version: String(mine.version), do: 'answer', text: '處理了。', assignee: '' };
  const path = `/office/rows/${row}/comments/${mine.id}/do`;
  expect((await house.send('officer', path, { ...form, text: '' })).status).toBe(422);
  expect((await house.send('officer', path, form)).status).toBe(303);
  const stale = await house.send('officer', path, { ...form, text: '又一次。' });
  expect([stale.status, stale.body.includes('又一次。')]).toEqual([409, true]);
  expect(
    (await house.send('officer', path, { ...form, version: String(mine.version + 1), do: 'resolve' })).status,
  ).toBe(303);
  expect((await house.page('officer', '/office')).body).not.toContain('還沒處理的意見。');
  expect((await house.page('officer', `/office/rows/${row}/comments`)).body).toContain('處理了。');
});

/** A work plan and its report of January, begun by the officer; the report's id. */
async function reportOfJanuary(): Promise<string> {
  const byMonth = Array.from({ length: 12 }, () => 100);
  const content = {
    level: 'ministry',
    items: [{ name: '設計', weight: 100, planned: byMonth }],
    checkPoints: [],
    spending: byMonth.map(() => 0),
  };
  const plan = `/api/work-plans/${third}-作業計畫-bureau`;
  expect((await house.ask('officer', 'POST', '/api/work-plans', { row: third })).status).toBe(201);
  for (const [who, command, body] of [
    ['officer', 'save', content],
    ['officer', 'submit', {}],
    ['supervisor', 'approve', {}],
  ] as const) {
    const version = { 'if-match': await house.version('auditor', plan) };
    expect((await house.ask(who, 'POST', `${plan}/${command}`, body, version)).status, command).toBe(200);
  }
  const made = await house.ask('officer', 'POST', '/api/periodic-reports', { row: third, month: 1 });
  expect(made.status, made.body).toBe(201);
  return made.json().record.id as string;
}

test('on a periodic report: by those who may see it, of the row, on its page; answered and resolved', async () => {
  const report = await reportOfJanuary();
  const on = { on: { noun: 'periodic-report', id: report } };
  const begun = await house.ask('supervisor', 'POST', '/api/comments', {
    ...on,
    text: '實際進度的依據？',
    assignee: 'officer',
  });
  expect(begun.status, begun.body).toBe(201);
  const { id, on: of } = begun.json().record;
  expect(of).toEqual({ noun: 'periodic-report', id: report, row: third, field: null, finding: null });
  const onField = await house.ask('supervisor', 'POST', '/api/comments', { ...on, text: '甲', field: 'goals' });
  expect([onField.status, onField.problem]).toEqual([422, 'no-such-place']);
  for (const who of ['officer2', 'xofficer', 'nobody'])
    expect((await house.ask(who, 'POST', '/api/comments', { ...on, text: '甲' })).status, who).toBe(404);
  expect((await house.ask('officer2', 'GET', `/api/comments/${id}`)).status).toBe(404);
  const hidden = await house.ask('supervisor', 'POST', '/api/comments', { ...on, text: '甲', assignee: 'officer2' });
  expect(hidden.problem).toBe('assignee-cannot-see');
  const gone = { on: { noun: 'periodic-report', id: `${report}x` }, text: '甲' };
  expect((await house.ask('supervisor', 'POST', '/api/comments', gone)).problem).toBe('no-such-periodic-report');
  const page = (await house.page('officer', `/office/rows/${third}/comments`)).body;
  expect(page).toContain('實際進度的依據？');
  expect((await house.page('officer', `/office/rows/${third}/reports/1`)).body).toContain('意見');
  const noticed = async (who: string): Promise<readonly string[]> =>
    (await house.ask(who, 'GET', '/api/me/notices'))
      .json()
      .notices.filter(({ record }: { record: string }) => record === id)
      .map(({ kind, row: of }: { kind: string; row: string }) => `${kind} ${of}`);
  expect(await noticed('officer')).toEqual([`comment-assigned ${third}`]);
  expect((await act('officer', id, 'answer', { text: '依監造日報。' })).status).toBe(200);
  expect(await noticed('supervisor')).toEqual([`comment-answered ${third}`]);
  expect((await act('supervisor', id, 'resolve')).status).toBe(200);
  expect([await noticed('officer'), await noticed('supervisor')]).toEqual([[], []]);
});

describe('many comments cost no more questions to the database than a few', () => {
  test.each(['/api/comments', `/office/rows/${row}/comments`, '/office'])('%s', async (address) => {
    const questions = async (): Promise<number> => {
      let count = 0;
      const counted = () => void (count += 1);
      house.store.connection.pool.on('acquire', counted);
      const answer = address.startsWith('/api')
        ? await house.ask('officer', 'GET', address)
        : await house.page('officer', address);
      house.store.connection.pool.off('acquire', counted);
      expect(answer.status).toBe(200);
      return count;
    };
    await written({ assignee: 'officer' });
    await questions();
    const few = await questions();
    for (let made = 0; made < 8; made += 1) await written({ assignee: 'officer' });
    expect(await questions()).toBe(few);
  });
});
