import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PlanReading, Reading } from '@guankao/reading';
import { exampleBytes, exampleReading } from '../../packages/store/src/example-reading.ts';
import { openHouse, type House } from './house.ts';

/** Two years or two ministries plan by plan: page, CSV, API; matched by name, unmatched told, sums of what may be added. */

let house: House;
const noon = (day: string) => new Date(`${day}T12:00:00+08:00`);
const deed = (day: string) => ({ actor: 'test', role: 'operator', at: noon(day) });
const file = (reading: Reading) => ({ name: 'f.txt', mediaType: 'text/plain', bytes: exampleBytes(reading) });
const take = (reading: Reading, day: string) => house.store.importReading(reading, file(reading), deed(day));

/** The plans of an example, called otherwise. */
function called(
  options: { readonly agency?: string; readonly year: number; readonly seed: number },
  rows: readonly (Partial<PlanReading> & { readonly name: string })[],
): Reading {
  const reading = exampleReading({ ...options, plans: rows.length });
  return { ...reading, plans: reading.plans.map((plan, at) => ({ ...plan, ...rows[at] })) };
}

const quantity = (text: string, value: number) => ({ text, value, unit: '處', span: { start: 0, end: 2 } });
const indicator = {
  label: '完成<b>步道</b>',
  comparator: '>=' as const,
  target: quantity('12處', 12),
  actual: quantity('9處', 9),
  met: false,
  scope: 'year' as const,
  column: 'goals',
  reason: 'test',
};
const commitment = { text: '餘3處於114年6月底前完成', due: '2025-06', span: { start: 0, end: 2 }, about: null };

const last = called({ year: 2023, seed: 1 }, [
  { name: '河堤補強計畫', budgetedToDate: 1_000, executedToDate: 900 },
  { name: '步道整建計畫', budgetedToDate: 2_000, executedToDate: null },
  { name: '只在前一年', budgetedToDate: 4_000, executedToDate: 4_000 },
]);
const now = called({ year: 2024, seed: 2 }, [
  { name: '今年新增', budgetedToDate: 50, executedToDate: 5 },
  {
    name: '步道　整建計畫',
    budgetedToDate: 3_000,
    executedToDate: 1_500,
    indicators: [indicator] as unknown as PlanReading['indicators'],
    commitments: [commitment] as unknown as PlanReading['commitments'],
  },
  { name: '河堤補強計畫', budgetedToDate: 1_200, executedToDate: 1_100 },
  { name: '河堤支線', parent: 'r03', budgetedToDate: 200, executedToDate: 100 },
]);
const other = called({ agency: '虛擬市', year: 2024, seed: 3 }, [
  { name: '河堤補強計畫', budgetedToDate: 10, executedToDate: 1 },
]);
const [of, next, elsewhere] = ['範例部-112', '範例部-113', '虛擬市-113'];

beforeAll(async () => {
  house = await openHouse();
  house.now = noon('2026-02-20');
  await take(last, '2026-01-05');
  await take(now, '2026-01-10');
  await take(other, '2026-01-15');
}, 240_000);
afterAll(() => house.close());

const get = (url: string) => house.ask(null, 'GET', url);
interface Side {
  readonly plan: { readonly name: string };
  readonly targets: readonly unknown[];
  readonly commitments: readonly unknown[];
}
interface Plan {
  readonly of: readonly Side[];
  readonly with: readonly Side[];
  readonly joined: string | null;
}
const compared = async (query: string) => {
  const { status, body, json } = await get(`/api/side-by-side?${query}`);
  expect(status, body).toBe(200);
  return json();
};
const names = ({ plans }: { readonly plans: readonly Plan[] }) =>
  plans.map((plan) => [plan.of.map((row) => row.plan.name), plan.with.map((row) => row.plan.name), plan.joined]);

describe('two years', () => {
  test('are matched by name, whatever the order; what is in one alone is told', async () => {
    const found = await compared(`of=${of}&with=${next}`);
    expect(names(found)).toEqual([
      [['河堤補強計畫'], ['河堤補強計畫'], 'name'],
      [['步道整建計畫'], ['步道　整建計畫'], 'name'],
      [['只在前一年'], [], null],
      [[], ['今年新增'], null],
      [[], ['河堤支線'], null],
    ]);
    expect(found.counts).toEqual({ both: 2, of: 1, with: 2 });
    expect(names(await compared(`of=${of}&with=${next}&match=with`))).toEqual(names(found).slice(3));
    expect(names(await compared(`of=${of}&with=${next}&size=2&page=2`))).toEqual(names(found).slice(2, 4));
  });

  test('targets, results and commitments stand with their plan', async () => {
    const found = await compared(`of=${of}&with=${next}`);
    expect(found.plans[1].with[0]).toMatchObject({
      targets: [{ label: '完成<b>步道</b>', target: '12處', actual: '9處', met: false }],
      commitments: [{ due: '2025-06', text: '餘3處於114年6月底前完成', state: 'undetermined' }],
    });
    expect(found.plans[1].of[0]).toMatchObject({ targets: [], commitments: [] });
  });

  test('each column adds up its own rows, a parent and its parts once, and says what it left out', async () => {
    const { sums } = await compared(`of=${of}&with=${next}`);
    const sum = (planRows: number, rows: number, without: number, budgeted: number, executed: number) => ({
      planRows,
      rows,
      without,
      budgetedToDate: budgeted,
      executedToDate: executed,
      earlierYears: 0,
    });
    expect(sums.of).toEqual({ both: sum(2, 1, 1, 1_000, 900), alone: sum(1, 1, 0, 4_000, 4_000) });
    // 河堤支線 is a part of 河堤補強計畫: its money is in that of its parent.
    expect(sums.with).toEqual({ both: sum(2, 2, 0, 4_200, 2_600), alone: sum(2, 1, 0, 50, 5) });
  });
});

test('two ministries of one year are matched by name', async () => {
  expect(names(await compared(`of=${next}&with=${elsewhere}&match=both`))).toEqual([
    [['河堤補強計畫'], ['河堤補強計畫'], 'name'],
  ]);
});

describe('on the page', () => {
  const page = async (url: string) => {
    const { status, body } = await get(url);
    expect(status).toBe(200);
    return parseHTML(body).document as unknown as Document;
  };
  const text = (node: Element | null | undefined) => (node?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();

  test.each([
    ['', '依名稱', '這一份沒有這個計畫', '加總 1 列；1 列缺其中一個數，沒有加入', '：'],
    ['/en', 'by name', 'No such plan here', 'of 1 rows; 1 lack one of the two figures and are left out', ': '],
  ])('%s: the same, side by side', async (prefix, how, none, left, colon) => {
    const document = await page(`${prefix}/side-by-side?of=${of}&with=${next}`);
    const groups = [...document.querySelectorAll('.side-by-side tbody')];
    expect(groups).toHaveLength(5);
    expect(text(groups[0])).toContain(how);
    expect(text(groups[1])).toContain(`完成<b>步道</b>${colon}12處 → 9處`);
    expect(text(groups[2])).toContain(none);
    expect(text(document.querySelector('.side-sums'))).toContain(left);
    const links = [...document.querySelectorAll('main a')].map((link) => link.getAttribute('href') ?? '');
    for (const href of new Set(links.filter((each) => each.startsWith('/'))))
      expect([href, (await get(decodeURI(href))).status]).toEqual([href, 200]);
  });

  test('the filing’s page leads to it, by what there is to choose from', async () => {
    const [link] = [...(await page(`/filings/${next}`)).querySelectorAll('a')].filter((each) =>
      each.getAttribute('href')?.startsWith('/side-by-side'),
    );
    const choices = await page(decodeURI(link?.getAttribute('href') ?? ''));
    expect([...choices.querySelectorAll('main section')].map((each) => text(each))).toEqual([
      expect.stringContaining('同一主管機關的其他年度'),
      expect.stringContaining('同一年度的其他主管機關'),
    ]);
    expect((await page('/en/side-by-side')).querySelectorAll('main li')).toHaveLength(3 + 2 - 1);
  });

  test('the CSV has each row once', async () => {
    const { body } = await get(`/side-by-side.csv?of=${of}&with=${next}`);
    const rows = body.trimEnd().split('\r\n').slice(1);
    expect(rows).toHaveLength(last.plans.length + now.plans.length);
    expect(rows.map((row) => row.split(',').slice(0, 3).join(' '))).toContain(`2 依名稱 ${next}-r02`);
  });
});

test.each([
  ['of=none&with=範例部-113', 404],
  ['of=範例部-113&with=none', 404],
  ['of=範例部-113', 400],
  ['of=範例部-113&with=範例部-112&size=501', 400],
  ['of=範例部-113&with=範例部-112&match=all', 400],
])('%s: %d', async (query, status) => {
  expect((await get(`/api/side-by-side?${query}`)).status).toBe(status);
  if (status === 404) expect((await get(`/side-by-side?${query}`)).status).toBe(404);
});

test('of a day, and what was taken back', async () => {
  expect((await get(`/api/side-by-side?of=${of}&with=${elsewhere}&asof=2026-01-12`)).status).toBe(404);
  expect((await get(`/side-by-side?of=${of}&with=${next}&asof=2026-01-12`)).body).toContain('步道');
  await house.store.withdraw(elsewhere, '誤植', deed('2026-02-02'));
  for (const asof of ['', '&asof=2026-01-20']) {
    const answer = await get(`/side-by-side?of=${next}&with=${elsewhere}${asof}`);
    expect(answer.status).toBe(410);
    expect(answer.body).not.toContain(other.plans[0]?.plannedWork[0]?.text);
  }
});
