import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccountMapping } from '@guankao/workflow';
import { accountsCsv, moneyAt } from '../money-files/accounts.ts';
import { openHouse, someMoney, someTexts, type House } from './house.ts';

/** Last year's parts, offered on the page of this year's accounts and taken over once somebody says so. */

let house: House;
const [first, next] = ['範例部-114', '範例部-115'];
const mappingOf = async (year: string) =>
  (await house.store.office.record('mapping', `${year}-科目-bureau`)) as AccountMapping;
const line = (at: number) => ['範例署', String(3_700_010_000 + at), '範例業務', `虛擬工作${at}`, ...moneyAt(at)];

async function take(year: string, accounts: readonly number[]): Promise<void> {
  const page = `/office/years/${year}/mappings`;
  const read = await house.upload('accountant', page, { name: `${year}.csv`, bytes: accountsCsv(accounts.map(line)) });
  const hidden = [...read.body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  const fields = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]));
  const asOf = `${year.slice(-3)}年12月31日`;
  expect((await house.send('accountant', `${page}/take`, { ...fields, asOf })).status).toBe(303);
}

async function published(year: string, rows: number): Promise<void> {
  for (let at = 1; at <= rows; at += 1) {
    const id = `${year}-0${at}`;
    const opening = { budgeted: 700_000, executed: 650_000, document: '113年度決算' };
    const money = { approvedTotal: 9_000_000, ownTotal: null, opening, money: someMoney };
    for (const [who, method, path, body] of [
      ['officer', 'PATCH', 'texts', someTexts],
      ['accountant', 'PUT', 'money', money],
      ['officer', 'POST', 'moves', { move: 'submit' }],
      ['supervisor', 'POST', 'moves', { move: 'approve' }],
    ] as const) {
      const version = { 'if-match': String((await house.store.office.row(id))?.version) };
      expect((await house.ask(who, method, `/api/rows/${id}/${path}`, body, version)).status).toBe(200);
    }
  }
  for (const [command, body] of [
    ['submission', {}],
    ['publication', { ground: '政府資訊公開法第7條' }],
  ] as const) {
    const version = { 'if-match': String((await house.store.office.year(year))?.year.version) };
    expect((await house.ask('compiler', 'POST', `/api/years/${year}/${command}`, body, version)).status).toBe(200);
  }
}

beforeAll(async () => {
  house = await openHouse();
  await house.openYear(['海岸計畫', '山城計畫', '一次性計畫'].map((name) => ({ name, agency: 'bureau' })));
  await take(first, [1, 2, 3]);
  const part = { from: '2025-01-01', until: null, document: '分配表' };
  const third = { numerator: 1, denominator: 3 };
  const parts = [
    { account: 'a1', row: `${first}-01`, amount: null, share: third, ...part },
    { account: 'a1', row: `${first}-02`, amount: 250_000, share: null, ...part },
    { account: 'a2', row: `${first}-02`, amount: null, share: third, ...part },
    { account: 'a3', row: `${first}-03`, amount: null, share: third, ...part },
    { account: 'a3', row: `${first}-02`, amount: null, share: third, ...part, until: '2025-06-30' },
  ];
  const version = { 'if-match': `"${(await mappingOf(first)).version}"` };
  const added = await house.ask(
    'accountant',
    'POST',
    `/api/mappings/${first}-科目-bureau/add-parts`,
    { parts },
    version,
  );
  expect(added.status, added.body).toBe(200);
  await published(first, 3);
  const opened = await house.ask('compiler', 'POST', '/api/years', {
    ministry: 'ministry',
    fiscalYear: 2026,
    from: first,
    left: { [`${first}-03`]: '已完成' },
  });
  expect(opened.status, opened.body).toBe(201);
  // The second account is no more.
  await take(next, [1, 3, 4]);
}, 240_000);
afterAll(() => house.close());

test('what held to the end is offered as ratios, with what cannot be taken over and why', async () => {
  const { body } = await house.page('accountant', `/office/mappings/${next}-科目-bureau`);
  const offer = /<form[^>]*action="[^"]*\/carry"[\s\S]*?<\/form>/.exec(body)?.[0] ?? '';
  for (const said of [
    '帶入上年度',
    '1. 海岸計畫　1/3',
    '2. 山城計畫　250000/1007922',
    '今年的檔案裡沒有這個科目',
    '計畫今年沒有接續的列',
    '帶入 2 筆歸屬',
  ])
    expect(offer).toContain(said);
  expect((await mappingOf(next)).parts).toEqual([]);
  const { body: compilers } = await house.page('compiler', `/office/mappings/${next}-科目-bureau`);
  expect(compilers).toContain('帶入上年度');
  expect(compilers).not.toContain('帶入 2 筆歸屬');
});

test('once confirmed they count from this year’s first day, and are not offered again', async () => {
  const page = `/office/mappings/${next}-科目-bureau`;
  const done = await house.send('accountant', `${page}/carry`, { version: String((await mappingOf(next)).version) });
  expect([done.status, done.headers['location']], done.body.slice(0, 600)).toEqual([
    303,
    `${encodeURI(page)}?assigned=2`,
  ]);
  const { parts } = await mappingOf(next);
  expect(
    parts.map(({ account, row, share, from, carriedFrom }) => ({ account, row, share, from, carriedFrom })),
  ).toEqual([
    {
      account: 'a1',
      row: `${next}-01`,
      share: { numerator: 1, denominator: 3 },
      from: '2026-01-01',
      carriedFrom: `${first}-科目-bureau`,
    },
    {
      account: 'a1',
      row: `${next}-02`,
      share: { numerator: 250_000, denominator: 1_007_922 },
      from: '2026-01-01',
      carriedFrom: `${first}-科目-bureau`,
    },
  ]);
  const again = await house.send('accountant', `${page}/carry`, { version: String((await mappingOf(next)).version) });
  expect([again.status, again.body.includes('沒有可以帶入的歸屬')]).toEqual([409, true]);
  expect((await house.page('accountant', `${page}/accounts/a1`)).body).toContain(`帶自 ${first}-科目-bureau`);
});
