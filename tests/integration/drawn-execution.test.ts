import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, someTexts, type House } from './house.ts';

/** What was carried out, drawn from a reviewed report, its source shown, overruled with a reason. */

let house: House;
const year = '範例部-114';
const row = `/api/rows/${year}-01`;
const plan = `/api/work-plans/${year}-01-作業計畫-bureau`;
const june = `${year}-01-填報-bureau-06`;
const september = `${year}-01-填報-bureau-09`;
const byMonth = (...values: number[]) => Array.from({ length: 12 }, (_, at) => values[at] ?? values.at(-1) ?? 0);
const content = {
  level: 'agency',
  items: [
    { name: '步道設計。', weight: 40, planned: byMonth(0, 50, 100) },
    { name: '步道施工', weight: 60, planned: byMonth(0, 0, 0, 50) },
  ],
  checkPoints: [
    { name: '完成決標', due: '2025-03-31', evidence: '決標公告' },
    { name: '完成驗收', due: '2025-06-30', evidence: '驗收紀錄' },
  ],
  spending: byMonth(0),
};
const told = {
  items: [
    { item: 'w1', done: 100 },
    { item: 'w2', done: 42.5 },
  ],
  checkPoints: [
    { checkPoint: 'c1', reached: '2025-03-25', evidence: '政府採購網公告' },
    { checkPoint: 'c2', reached: null, evidence: '' },
  ],
  spent: 300_000,
  cause: 'tender-failed',
  explanation: '第1次招標流標。\n已重新公告。',
  measures: '檢討底價',
  forecast: 90,
};
const drawn = [
  '1. 步道設計，截至6月底累計進度100%（預定100%）。',
  '2. 步道施工，截至6月底累計進度42.5%（預定50%）。',
  '3. 查核點：114年3月25日完成決標（佐證：政府採購網公告）；完成驗收尚未達成（原定114年6月30日）。',
];

async function act(who: string, url: string, body: object, method: 'POST' | 'PATCH' = 'POST') {
  const of = url.split('/').slice(0, 4).join('/');
  return house.ask(who, method, url, body, { 'if-match': await house.version('auditor', of) });
}
const held = async () => (await house.store.office.row(`${year}-01`)) ?? expect.fail('no row');
const draw = (who: string, report: string) => act(who, `${row}/draw-execution`, { report });

async function report(month: number, more: object = {}): Promise<void> {
  const made = await house.ask('officer', 'POST', '/api/periodic-reports', { row: `${year}-01`, month });
  expect(made.status, made.body).toBe(201);
  const url = `/api/periodic-reports/${made.json().record.id}`;
  expect((await act('officer', `${url}/save`, { ...told, ...more })).status).toBe(200);
  const submitted = await act('officer', `${url}/submit`, {});
  expect(submitted.status, submitted.body).toBe(200);
}

beforeAll(async () => {
  house = await openHouse();
  house.now = new Date('2025-01-05T01:00:00Z');
  await house.openYear([
    { name: '步道整建計畫', agency: 'bureau' },
    { name: '海岸復育計畫', agency: 'bureau' },
  ]);
  await act('officer', `${row}/texts`, { ...someTexts, execution: '自行填寫的執行情形。' }, 'PATCH');
  await house.ask('officer', 'POST', '/api/work-plans', { row: `${year}-01` });
  for (const [who, command, body] of [
    ['officer', 'save', content],
    ['officer', 'submit', {}],
    ['supervisor', 'approve', {}],
  ] as const)
    expect((await act(who, `${plan}/${command}`, body)).status, command).toBe(200);
  house.now = new Date('2025-07-05T01:00:00Z');
}, 240_000);
afterAll(() => house.close());

test('is drawn from a report that was reviewed, by the officer of the row, with its source', async () => {
  expect((await draw('officer', june)).problem).toBe('no-such-periodic-report');
  await report(6);
  expect((await draw('officer', june)).problem).toBe('report-not-reviewed');
  expect((await act('officer', `${row}/overrule-execution`, { text: '甲', reason: '乙' })).problem).toBe('not-drawn');
  expect((await act('supervisor', `/api/periodic-reports/${june}/review`, {})).status).toBe(200);
  for (const who of ['supervisor', 'accountant', 'compiler', 'officer2'])
    expect([403, 404]).toContain((await draw(who, june)).status);
  const other = await act('officer', `/api/rows/${year}-02/draw-execution`, { report: june });
  expect([other.problem, other.json().field]).toEqual(['report-of-another', 'report']);
  const done = await draw('officer', june);
  expect(done.status, done.body).toBe(200);
  const [first, second, third, fourth, ...more] = done.json().record.texts.execution.split('\n');
  expect([first, second, third, more]).toEqual([...drawn, []]);
  expect(fourth).toMatch(/^4\. 落後原因：.+。第1次招標流標；已重新公告。因應對策：檢討底價。$/);
  expect(done.json().record.drawn.execution).toMatchObject({
    report: june,
    month: 6,
    by: 'officer先生',
    overruled: null,
  });
  const { events } = (await house.ask('auditor', 'GET', `${row}/history`)).json();
  expect(events.at(-1).payload).toMatchObject({ before: { execution: '自行填寫的執行情形。' } });
  expect(events.at(-1).payload.document).toContain(june);
  const again = (await held()).version;
  expect((await draw('officer', june)).status).toBe(200);
  expect((await held()).version).toBe(again);
});

test('no check speaks against what was drawn; its source is on the page', async () => {
  const page = await house.page('officer', `/office/rows/${year}-01`);
  const findings = /id="execution-findings"[^>]*>(.*?)<\/ul>/s.exec(page.body)?.[1] ?? 'none';
  expect([page.status, findings]).toEqual([200, '']);
  for (const text of ['來源：6 月定期填報', '以 6 月填報帶入執行情形', '改寫帶入的執行情形'])
    expect(page.body).toContain(text);
  expect((await house.page('supervisor', `/office/rows/${year}-01`)).body).not.toContain('以 6 月填報帶入執行情形');
  expect((await house.page('officer', `/en/office/rows/${year}-01`)).body).toContain('Source: the report of month 6');
});

test('is not changed in passing; the planned work beside it keeps its own source', async () => {
  const wrong = await act('officer', `${row}/texts`, { execution: '順手改掉。' }, 'PATCH');
  expect([wrong.problem, wrong.json().field]).toEqual(['text-is-drawn', 'execution']);
  expect((await act('officer', `${row}/draw-work`, {})).status).toBe(200);
  expect(Object.keys((await held()).drawn ?? {}).toSorted()).toEqual(['execution', 'plannedWork']);
});

test('is overruled with a reason, on the page; both stay in sight', async () => {
  const page = `/office/rows/${year}-01/drawn-execution`;
  const form = { version: String((await held()).version), do: 'overrule', text: '施工進度落後，已趕工。', reason: ' ' };
  const owed = await house.send('officer', page, form);
  expect([owed.status, owed.body.includes('施工進度落後，已趕工。')]).toEqual([422, true]);
  expect((await house.send('officer', page, { ...form, reason: '月底趕工，填報未及更正' })).status).toBe(303);
  expect((await held()).texts.execution).toBe('施工進度落後，已趕工。');
  const shown = (await house.page('supervisor', `/office/rows/${year}-01`)).body;
  for (const text of ['來源：6 月定期填報', '月底趕工，填報未及更正']) expect(shown).toContain(text);
  expect((await act('officer', `${row}/texts`, { execution: '自己的文字可以再改。' }, 'PATCH')).status).toBe(200);
});

test('a later report is drawn anew, and the overruling ends; one that was corrected is said to be newer', async () => {
  house.now = new Date('2025-10-05T01:00:00Z');
  await report(9, {
    checkPoints: [told.checkPoints[0], { checkPoint: 'c2', reached: '2025-09-10', evidence: '驗收紀錄' }],
  });
  expect((await act('supervisor', `/api/periodic-reports/${september}/review`, {})).status).toBe(200);
  expect((await house.page('officer', `/office/rows/${year}-01`)).body).toContain('執行情形還是舊的');
  const form = { version: String((await held()).version), do: 'draw', report: september };
  expect((await house.send('officer', `/office/rows/${year}-01/drawn-execution`, form)).status).toBe(303);
  const after = await held();
  expect(after.texts.execution).toContain('；114年9月10日完成驗收（佐證：驗收紀錄）。');
  expect(after.drawn?.execution).toMatchObject({ report: september, month: 9, overruled: null });
  expect((await house.page('officer', `/office/rows/${year}-01`)).body).not.toContain('執行情形還是舊的');
  const url = `/api/periodic-reports/${september}`;
  expect((await act('officer', `${url}/reopen`, { reason: '更正進度' })).status).toBe(200);
  expect((await draw('officer', september)).problem).toBe('report-not-reviewed');
  expect((await house.store.rebuild()).identical).toBe(true);
});
