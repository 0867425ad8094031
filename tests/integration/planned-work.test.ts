import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, someTexts, type House } from './house.ts';

/** The row's summary of planned work, drawn from the approved work plan, its source shown, overruled with a reason. */

let house: House;
const year = '範例部-114';
const row = `/api/rows/${year}-01`;
const plan = `/api/work-plans/${year}-01-作業計畫-bureau`;
const byMonth = (...values: number[]) => Array.from({ length: 12 }, (_, at) => values[at] ?? values.at(-1) ?? 0);
const content = {
  items: [
    { name: '步道設計', weight: 40, planned: byMonth(0, 50, 100) },
    { name: '步道施工', weight: 60, planned: byMonth(0, 0, 0, 85) },
  ],
  checkPoints: [{ name: '完成決標', due: '2025-03-31', evidence: '決標公告' }],
  spending: byMonth(0),
};
const drawn = [
  '1. 步道設計（權重40%，年底預定進度100%）。',
  '2. 步道施工（權重60%，年底預定進度85%）。',
  '3. 查核點：114年3月31日前完成決標。',
].join('\n');

async function act(who: string, url: string, body: object, method: 'POST' | 'PATCH' = 'POST') {
  const of = url.split('/').slice(0, 4).join('/');
  return house.ask(who, method, url, body, { 'if-match': await house.version('auditor', of) });
}
const held = async () => (await house.store.office.row(`${year}-01`)) ?? expect.fail('no row');

beforeAll(async () => {
  house = await openHouse();
  house.now = new Date('2025-01-05T01:00:00Z');
  await house.openYear([{ name: '步道整建計畫', agency: 'bureau' }]);
  await act('officer', `${row}/texts`, { ...someTexts, plannedWork: '自行填寫的摘要。' }, 'PATCH');
}, 240_000);
afterAll(() => house.close());

test('is drawn from an approved plan only, by the officer, with its source in the record and the history', async () => {
  expect((await act('officer', `${row}/draw-work`, {})).problem).toBe('no-such-work-plan');
  expect((await house.ask('officer', 'POST', '/api/work-plans', { row: `${year}-01` })).status).toBe(201);
  expect((await act('officer', `${plan}/save`, content)).status).toBe(200);
  expect((await act('officer', `${row}/draw-work`, {})).problem).toBe('work-plan-not-approved');
  expect((await act('officer', `${row}/overrule-work`, { text: '甲', reason: '乙' })).problem).toBe('not-drawn');
  for (const [who, command] of [
    ['officer', 'submit'],
    ['supervisor', 'approve'],
  ] as const)
    expect((await act(who, `${plan}/${command}`, {})).status).toBe(200);
  for (const who of ['supervisor', 'accountant', 'compiler', 'officer2'])
    expect([403, 404]).toContain((await act(who, `${row}/draw-work`, {})).status);
  const done = await act('officer', `${row}/draw-work`, {});
  expect([done.status, done.json().record.texts.plannedWork], done.body).toEqual([200, drawn]);
  expect(done.json().record.drawn.plannedWork).toMatchObject({ adjustment: 0, by: 'officer先生', overruled: null });
  const { events } = (await house.ask('auditor', 'GET', `${row}/history`)).json();
  expect(events.at(-1).payload).toMatchObject({
    before: { plannedWork: '自行填寫的摘要。' },
    after: { plannedWork: drawn },
  });
  expect(events.at(-1).payload.document).toContain('年度作業計畫');
  const again = (await held()).version;
  expect((await act('officer', `${row}/draw-work`, {})).status).toBe(200);
  expect((await held()).version).toBe(again);
});

test('no check speaks against what was drawn', async () => {
  const page = await house.page('officer', `/office/rows/${year}-01`);
  const findings = /id="plannedWork-findings"[^>]*>(.*?)<\/ul>/s.exec(page.body)?.[1] ?? 'none';
  expect([page.status, findings]).toEqual([200, '']);
  for (const text of ['來源：年度作業計畫', '（原核定）', '改寫帶入的摘要']) expect(page.body).toContain(text);
  expect((await house.page('officer', `/en/office/rows/${year}-01`)).body).toContain('Source: the annual work plan');
});

test('is not changed in passing: by the page, the API or the grid; other texts are', async () => {
  const wrong = await act('officer', `${row}/texts`, { plannedWork: '順手改掉。' }, 'PATCH');
  expect([wrong.problem, wrong.json().field]).toEqual(['text-is-drawn', 'plannedWork']);
  expect((await act('officer', `${row}/texts`, { plannedWork: drawn, goals: '完成4案。' }, 'PATCH')).status).toBe(200);
  expect((await held()).texts.plannedWork).toBe(drawn);
});

test('is overruled with a reason, on the page; both stay in sight', async () => {
  const form = { version: String((await held()).version), do: 'overrule', text: '施工改為分二標辦理。', reason: ' ' };
  const owed = await house.send('officer', `/office/rows/${year}-01/planned-work`, form);
  expect([owed.status, owed.body.includes('施工改為分二標辦理。')]).toEqual([422, true]);
  const said = { ...form, reason: '決標後分標，作業計畫調整中' };
  expect((await house.send('officer', `/office/rows/${year}-01/planned-work`, said)).status).toBe(303);
  expect((await held()).texts.plannedWork).toBe('施工改為分二標辦理。');
  const page = (await house.page('supervisor', `/office/rows/${year}-01`)).body;
  for (const text of ['來源：年度作業計畫', '決標後分標，作業計畫調整中']) expect(page).toContain(text);
  expect((await act('officer', `${row}/texts`, { plannedWork: '自己的文字可以再改。' }, 'PATCH')).status).toBe(200);
});

test('after an adjustment it is drawn anew, and the overruling ends', async () => {
  for (const [who, command, body] of [
    ['officer', 'adjust', { reason: '分標' }],
    ['officer', 'save', { ...content, items: [{ name: '步道設計施工', weight: 100, planned: byMonth(10) }] }],
    ['officer', 'submit', {}],
    ['supervisor', 'approve', {}],
  ] as const)
    expect((await act(who, `${plan}/${command}`, body)).status, command).toBe(200);
  expect((await house.page('officer', `/office/rows/${year}-01`)).body).toContain('摘要還是舊的');
  const draw = { version: String((await held()).version), do: 'draw' };
  expect((await house.send('officer', `/office/rows/${year}-01/planned-work`, draw)).status).toBe(303);
  const after = await held();
  expect([after.texts.plannedWork.split('\n')[0], after.drawn?.plannedWork]).toMatchObject([
    '1. 步道設計施工（權重100%，年底預定進度10%）。',
    { adjustment: 1, overruled: null },
  ]);
  expect((await house.store.rebuild()).identical).toBe(true);
});
