import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, someTexts, type House } from './house.ts';

/** Causes of a row: proposed from its texts with their place, confirmed by a person, counted by agency and year. */

let house: House;
const row = '範例部-114-01';
const api = `/api/causes/${row}-原因`;
const page = `/office/rows/${row}/causes`;
const execution = '未發生流標。工程變更設計，致期程展延；另因颱風停工10日。';
const at = (words: string) => ({
  field: 'execution',
  start: execution.indexOf(words),
  end: execution.indexOf(words) + words.length,
});

const act = async (who: string, command: string, body: object) =>
  house.ask(who, 'POST', `${api}/${command}`, body, { 'if-match': await house.version('auditor', api) });

beforeAll(async () => {
  house = await openHouse();
  await house.openYear([{ name: '步道整建計畫', agency: 'bureau' }]);
  const version = { 'if-match': await house.version('auditor', `/api/rows/${row}`) };
  const written = await house.ask('officer', 'PATCH', `/api/rows/${row}/texts`, { ...someTexts, execution }, version);
  expect(written.status).toBe(200);
}, 240_000);
afterAll(() => house.close());

test('proposed with its place; what is denied is not', async () => {
  const shown = (await house.page('officer', page)).body;
  for (const text of ['<mark>變更設計</mark>', '<mark>颱風</mark>', '還沒有確認的原因']) expect(shown).toContain(text);
  expect(shown).not.toContain('<mark>流標</mark>');
  expect((await house.page('auditor', page)).body, 'an auditor confirms nothing').not.toContain('<mark>');
  for (const who of ['officer2', 'xofficer', 'nobody']) expect((await house.page(who, page)).status).toBe(404);
});

test('confirmed by the row’s own people alone, by the API', async () => {
  for (const who of ['compiler', 'auditor', 'officer2', 'xofficer', null])
    expect([401, 403, 404]).toContain((await house.ask(who, 'POST', '/api/causes', { row })).status);
  expect((await house.ask('officer', 'POST', '/api/causes', { row })).status).toBe(201);
  const good = { kind: 'lag', code: 'design-changed', place: at('變更設計') };
  const confirmed = await act('officer', 'confirm', good);
  expect(confirmed.json().record.causes, confirmed.body).toMatchObject([
    {
      id: 'r1',
      kind: 'lag',
      code: 'design-changed',
      attributable: 'agency',
      by: 'officer先生',
      place: { quote: '變更設計' },
    },
  ]);
  for (const [wrong, status, problem] of [
    [good, 409, 'cause-confirmed-already'],
    [{ ...good, kind: 'bad-luck' }, 400, 'bad-request'],
    [{ ...good, code: 'bad-luck' }, 422, 'no-such-cause'],
    [{ ...good, code: 'weather', place: { field: 'execution', start: 900, end: 902 } }, 409, 'no-such-place'],
    [{ ...good, code: 'land', place: null }, 422, 'reason-owed'],
    [{ ...good, code: 'weather', place: at('颱風'), attributable: 'agency' }, 422, 'reason-owed'],
  ] as const) {
    const answer = await act('officer', 'confirm', wrong);
    expect([answer.status, answer.problem], answer.body).toEqual([status, problem]);
  }
});

test('on the page: confirmed by a button, chosen with an explanation, removed with a reason', async () => {
  const version = async () => (await house.version('auditor', api)).replaceAll('"', '');
  const weather = {
    version: await version(),
    code: 'weather',
    kind: 'lag',
    place: Object.values(at('颱風')).join(' '),
  };
  expect((await house.send('supervisor', page, weather)).status).toBe(303);
  const land = { version: await version(), kind: 'carry-over', code: 'land', attributable: '', reason: '' };
  const owing = await house.send('officer', page, land);
  expect([owing.status, owing.body.includes('請寫明說明')]).toEqual([422, true]);
  expect((await house.send('officer', page, { ...land, reason: '地主尚未同意' })).status).toBe(303);
  const shown = (await house.page('officer', page)).body;
  for (const text of ['執行情形說明：「颱風」', '不可歸責', '地主尚未同意']) expect(shown).toContain(text);
  const remove = { version: await version(), remove: 'r3', reason: '誤選' };
  expect((await house.send('auditor', page, remove)).status).toBe(403);
  expect((await house.send('officer', page, remove)).status).toBe(303);
  expect((await house.ask('officer', 'GET', api)).json().record.causes.length).toBe(2);
});

test('counted by agency and year; a text that was changed since says so', async () => {
  const table = (await house.page('compiler', '/office/years/範例部-114/causes')).body;
  for (const text of ['原因統計', '114 年度', '範例署', '變更設計', '天候或災害']) expect(table).toContain(text);
  expect(table).not.toContain('用地取得');
  for (const text of [
    '算法',
    '不對外公開',
    '1 列中 0 列',
    '下載 CSV',
    'class="number heat-1"',
    '#y2025-design-changed',
  ])
    expect(table, text).toContain(text);
  const csv = await house.page('compiler', '/office/years/範例部-114/causes.csv');
  expect(csv.headers['cache-control']).toContain('no-store');
  expect(csv.body.trimEnd().split('\r\n').slice(1).toSorted()).toEqual(
    ['2025,範例署,design-changed,變更設計,1,1,0', '2025,範例署,weather,天候或災害,1,1,0'].toSorted(),
  );
  expect((await house.page('compiler', '/en/office/years/範例部-114/causes.csv')).body).toContain('rows with it');
  for (const who of ['xcompiler', 'nobody'])
    expect((await house.page(who, '/office/years/範例部-114/causes.csv')).status).toBe(404);
  expect((await house.page(null, '/office/years/範例部-114/causes.csv')).status).toBe(303);
  const rowVersion = { 'if-match': await house.version('auditor', `/api/rows/${row}`) };
  await house.ask('officer', 'PATCH', `/api/rows/${row}/texts`, { execution: '已完成。' }, rowVersion);
  expect((await house.page('officer', page)).body).toContain('字句不在原處');
  expect((await house.page('auditor', `/en${page}`)).body).toContain('the text was changed since');
  expect((await house.page('officer', `/office/rows/${row}`)).body).toContain('落後、未達成與保留原因');
  expect((await house.store.rebuild()).identical).toBe(true);
});
