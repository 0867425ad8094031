import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, someMoney, someTexts, type House, withoutTags } from './house.ts';

/** What last year's form promised for this year becomes indicators, each with its source; revised only with a reason. */

let house: House;
const year = '範例部-110';
const next = '範例部-111-01';
const row = `/api/rows/${next}`;
const promise = '全案預定於111年6月30日前完成驗收';

async function act(who: string, url: string, body: object, method: 'POST' | 'PATCH' = 'POST') {
  const of = url.split('/').slice(0, 4).join('/');
  return house.ask(who, method, url, body, { 'if-match': await house.version('auditor', of) });
}
const held = async () => (await house.store.office.row(next)) ?? expect.fail('no row');

beforeAll(async () => {
  house = await openHouse();
  house.now = new Date('2022-01-05T01:00:00Z');
  const plans = [{ name: '步道整建計畫', agency: 'bureau' }];
  const body = { ministry: 'ministry', fiscalYear: 2021, plans };
  expect((await house.ask('compiler', 'POST', '/api/years', body)).status).toBe(201);
  const first = `/api/rows/${year}-01`;
  const texts = { ...someTexts, explanation: `完成3案。${promise}。` };
  const money = { approvedTotal: 9_000_000, ownTotal: null, opening: null, money: someMoney };
  for (const [who, url, asked, method] of [
    ['officer', `${first}/texts`, texts, 'PATCH'],
    ['accountant', `${first}/record-money`, money, 'POST'],
    ['officer', `${first}/submit`, {}, 'POST'],
    ['supervisor', `${first}/approve`, {}, 'POST'],
    ['compiler', `/api/years/${year}/submission`, {}, 'POST'],
    ['compiler', `/api/years/${year}/publication`, { ground: '政府資訊公開法第7條' }, 'POST'],
  ] as const) {
    const done = await act(who, url, asked, method);
    expect(done.status, `${url} ${done.body}`).toBeLessThan(300);
  }
  const opened = await house.ask('compiler', 'POST', '/api/years', {
    ministry: 'ministry',
    fiscalYear: 2022,
    from: year,
  });
  expect(opened.status, opened.body).toBe(201);
}, 240_000);
afterAll(() => house.close());

test('each becomes an indicator with the promise as its first target and last year’s form as its source, once', async () => {
  expect((await held()).lastYear?.commitments.map(({ text }) => text).join()).toContain('111年6月30日');
  for (const who of ['supervisor', 'accountant', 'compiler', 'officer2'])
    expect([403, 404]).toContain((await act(who, `${row}/draw-promises`, {})).status);
  const done = await act('officer', `${row}/draw-promises`, {});
  expect(done.status, done.body).toBe(200);
  const [indicator, ...more] = done.json().record.indicators;
  expect(more).toEqual([]);
  expect(indicator).toMatchObject({ comparator: 'milestone', scope: 'year', actual: null });
  expect(indicator.targets).toMatchObject([{ value: null, reason: null, document: '110年度情形表' }]);
  expect(indicator.targets[0].text).toContain('111年6月30日前完成驗收');
  const { version } = await held();
  expect((await act('officer', `${row}/draw-promises`, {})).status).toBe(200);
  expect((await held()).version, 'none twice').toBe(version);
});

test('on the page and in the goals; revised with a reason, the promise stays in sight', async () => {
  const page = (await house.page('officer', `/office/rows/${next}`)).body;
  for (const text of ['列為本年度的指標', '出自110年度情形表']) expect(page).toContain(text);
  expect((await house.page('supervisor', `/office/rows/${next}`)).body).not.toContain('列為本年度的指標');
  expect(withoutTags((await house.page('officer', `/en/office/rows/${next}`)).body)).toContain('from 110年度情形表');
  expect((await act('officer', `${row}/draw-texts`, {})).status).toBe(200);
  expect((await held()).texts.goals).toContain('111年6月30日前完成驗收');
  const [{ id } = { id: '' }] = (await held()).indicators;
  expect((await act('officer', `${row}/revise-target`, { indicator: id, target: null, reason: ' ' })).status).toBe(422);
  const revised = { indicator: id, target: null, reason: '變更設計，改於9月驗收' };
  expect((await act('officer', `${row}/revise-target`, revised)).status).toBe(200);
  const { targets } = (await held()).indicators[0] ?? expect.fail('gone');
  expect(targets.map(({ document, reason }) => [document, reason])).toEqual([
    ['110年度情形表', null],
    [null, '變更設計，改於9月驗收'],
  ]);
  const again = await act('officer', `${row}/draw-promises`, {});
  expect([again.status, again.json().record.indicators.length], 'still none twice').toEqual([200, 1]);
});

test('where nothing was promised there is nothing to draw; by the form, too', async () => {
  const plan = { name: '新的計畫', agency: 'bureau' };
  expect((await act('compiler', '/api/years/範例部-111/add-row', plan)).status).toBe(200);
  expect((await act('officer', '/api/rows/範例部-111-02/draw-promises', {})).problem).toBe('nothing-promised');
  const form = { version: String((await held()).version) };
  expect((await house.send('officer', `/office/rows/${next}/promises`, form)).status).toBe(303);
  expect((await house.store.rebuild()).identical).toBe(true);
});
