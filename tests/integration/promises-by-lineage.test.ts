import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RowRecord } from '@guankao/workflow';
import { openHouse, someMoney, someTexts, type House } from './house.ts';

/** What was promised is followed to the rows that the record knows to follow, whatever they are called a year later. */

let house: House;
const first = '範例部-114';
const next = '範例部-115';
const row = (year: string, at: number): string => `${year}-0${at}`;

async function ask(who: string, method: 'PATCH' | 'PUT' | 'POST', id: string, path: string, body: object) {
  const version = { 'if-match': String((await house.store.office.row(id))?.version) };
  const answer = await house.ask(who, method, `/api/rows/${id}/${path}`, body, version);
  expect(answer.status, answer.body).toBe(200);
}
async function change(year: string, command: string, body: object) {
  const version = { 'if-match': String((await house.store.office.year(year))?.year.version) };
  const answer = await house.ask('compiler', 'POST', `/api/years/${year}/${command}`, body, version);
  expect(answer.status, answer.body).toBe(200);
}
async function written(id: string, execution: string) {
  const { agency } = (await house.store.office.row(id)) as RowRecord;
  const suffix = agency === 'office' ? '2' : '';
  await ask(`officer${suffix}`, 'PATCH', id, 'texts', { ...someTexts, execution });
  const opening = { budgeted: 700_000, executed: 650_000, document: '113年度決算' };
  await ask('accountant', 'PUT', id, 'money', { approvedTotal: 9_000_000, ownTotal: null, opening, money: someMoney });
  await ask(`officer${suffix}`, 'POST', id, 'moves', { move: 'submit' });
  await ask(`supervisor${suffix}`, 'POST', id, 'moves', { move: 'approve' });
}
async function published(year: string) {
  await change(year, 'submission', {});
  await change(year, 'publication', { ground: '政府資訊公開法第7條' });
}

interface Line {
  readonly plan: { readonly name: string };
  readonly state: string;
  readonly basis: string;
  readonly later: readonly string[];
  readonly joined: string | null;
  readonly answer: { readonly plan: string; readonly text: string } | null;
}
const promises = async (query = ''): Promise<readonly Line[]> =>
  (await house.ask(null, 'GET', `/api/commitments${query}`)).json().commitments;
const brief = (lines: readonly Line[]) =>
  lines
    .map(({ plan, state, later, joined, answer }) => [plan.name, state, later, joined, answer?.plan ?? null])
    .toSorted(([a], [b]) => `${String(a)}`.localeCompare(`${String(b)}`));

beforeAll(async () => {
  house = await openHouse();
  await house.openYear([
    { name: '海岸復育計畫', agency: 'bureau' },
    { name: '步道整建計畫', agency: 'bureau' },
    { name: '氣象站更新計畫', agency: 'bureau' },
  ]);
  await written(row(first, 1), '長浪預警系統預計115年1月2日前上線。');
  await written(row(first, 2), '吊橋改善工程預計115年1月3日前完工。');
  await written(row(first, 3), '雷達更新工程預計115年1月4日前完工。');
  await published(first);
}, 240_000);
afterAll(() => house.close());

test('before the next year is shown nothing follows', async () => {
  expect(brief(await promises()).map(([, , later, joined]) => [later, joined])).toEqual(
    Array.from({ length: 3 }, () => [[], null]),
  );
});

test('renamed, split and handed over: to the rows that follow by the record', async () => {
  const body = { ministry: 'ministry', fiscalYear: 2026, from: first };
  expect((await house.ask('compiler', 'POST', '/api/years', body)).status).toBe(201);
  await change(next, 'rename-row', { row: row(next, 1), name: '韌性海岸推動方案', reason: '院臺範字第5號函' });
  const into = [
    { name: '山線專案', agency: 'bureau' },
    { name: '海線專案', agency: 'office' },
  ];
  await change(next, 'split-row', { row: row(next, 2), into, reason: '院臺範字第6號函' });
  await change(next, 'hand-over-row', { row: row(next, 3), agency: 'office', reason: '組織調整' });
  await written(row(next, 1), '長浪預警系統已於115年1月1日正式上線。');
  await written(row(next, 3), '雷達更新工程尚未完工。');
  await written(row(next, 4), '辦理巡查。');
  await written(row(next, 5), '吊橋改善工程已於115年1月2日完工。');
  expect((await promises())[0]?.later).toEqual([]);
  await published(next);
  expect(brief(await promises('?q=115年1月'))).toEqual(
    [
      ['步道整建計畫', 'kept', [row(next, 4), row(next, 5)], 'recorded', row(next, 5)],
      ['氣象站更新計畫', 'overdue', [row(next, 3)], 'recorded', row(next, 3)],
      ['海岸復育計畫', 'kept', [row(next, 1)], 'recorded', row(next, 1)],
    ].toSorted(([a], [b]) => String(a).localeCompare(String(b))),
  );
});

test('the page leads to them and says that it is by the record; the CSV too', async () => {
  const { body } = await house.page(null, '/commitments');
  expect(body).toContain('後來的計畫列（依紀錄的接續）');
  expect(body).toContain(`href="/plans/${encodeURIComponent(row(next, 5))}"`);
  expect((await house.page(null, '/en/commitments')).body).toContain('The plan later, as recorded');
  const csv = (await house.ask(null, 'GET', '/commitments.csv')).body;
  expect(csv).toContain(`${row(next, 4)} ${row(next, 5)},依紀錄的接續`);
});

test('as of before the next year was shown, nothing follows', async () => {
  const events = await house.store.eventsAfter(0, 10_000);
  const shownAt = events.find(({ kind, subject }) => kind === 'filing-published' && subject === next)?.number ?? 0;
  expect((await promises(`?asof=${shownAt - 1}`)).map(({ later }) => later)).toEqual([[], [], []]);
  expect((await promises(`?asof=${shownAt}`)).every(({ joined }) => joined === 'recorded')).toBe(true);
});

test('the two years side by side are joined by the record, whichever is first', async () => {
  const joined = async (of: string, other: string, asof = '') =>
    (await house.ask(null, 'GET', `/api/side-by-side?of=${of}&with=${other}${asof}`))
      .json()
      .plans.map((plan: Record<'of' | 'with', { plan: { id: string } }[]> & { joined: string | null }) => [
        plan.of.map(({ plan: { id } }) => id),
        plan.with.map(({ plan: { id } }) => id),
        plan.joined,
      ]);
  const pairs = [
    [[row(first, 1)], [row(next, 1)], 'recorded'],
    [[row(first, 2)], [row(next, 4), row(next, 5)], 'recorded'],
    [[row(first, 3)], [row(next, 3)], 'recorded'],
  ];
  expect(await joined(first, next)).toEqual(pairs);
  const turned = pairs.map(([a, b, how]) => [b, a, how]);
  expect((await joined(next, first)).toSorted()).toEqual(turned.toSorted());
  const { body } = await house.page(null, `/side-by-side?of=${first}&with=${next}`);
  for (const said of ['依紀錄的接續', '韌性海岸推動方案', '山線專案', '海線專案', '逾期未完成'])
    expect(body).toContain(said);
});
