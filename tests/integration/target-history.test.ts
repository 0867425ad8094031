import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hexOf, leafHash, openProof } from '@guankao/log';
import { sha256, verifyEd25519 } from '@guankao/log/node';
import { filingOf, openHouse, type House } from './house.ts';

/** "Who lowered this target, by which document": on pages, over the API, and each event with its proof. */

let house: House;
const filing = '範例部-113';
const row = '範例部-114-01';
const why = '用地縮減';
const letter = '院臺範字第1140001234號函';

beforeAll(async () => {
  house = await openHouse();
  for (const [target, reason] of [
    ['完成12案', undefined],
    ['完成9案', '更正績效目標'],
  ] as const) {
    const { reading } = await filingOf('範例部', 2024, ['甲計畫', '乙計畫'], `${target}。`);
    const bytes = new TextEncoder().encode(reading.document.text);
    const read = { ...reading, document: { ...reading.document, sha256: hexOf(sha256(bytes)) } };
    const deed = { actor: '某某先生', role: 'compiler', at: house.now, ...(reason ? { reason } : {}) };
    await house.store.importReading(read, { name: `${target}.json`, mediaType: 'application/json', bytes }, deed);
  }
  await house.openYear([{ name: '甲計畫', agency: 'bureau' }]);
  const change = async (path: string, body: object) => {
    const version = { 'if-match': await house.version('officer', `/api/rows/${row}`) };
    const answer = await house.ask('officer', 'POST', `/api/rows/${row}/indicators${path}`, body, version);
    expect(answer.status, answer.body).toBe(200);
  };
  const first = { label: '步道', comparator: '>=', unit: '公里', target: 12, text: '12公里' };
  await change('', first);
  await change('/i1/targets', { target: 10, reason: why, document: letter });
  await house.store.log.openAnew('first', house.now);
  await house.store.log.signNow(house.now);
}, 240_000);
afterAll(() => house.close());

async function proven(who: string | null, address: string) {
  const answer = await house.ask(who, 'GET', decodeURI(address));
  expect(answer.status, answer.body).toBe(200);
  const [origin] = await house.store.log.origins();
  if (origin === undefined) throw new Error('no log');
  const found = await openProof({ sha256, verify: verifyEd25519 }, answer.body, origin.verifier);
  if (typeof found === 'string') throw new Error(found);
  return found;
}

describe('in the workbench', () => {
  test('who, in which role, before, after, why, by which document; the row’s page leads there', async () => {
    expect((await house.page('auditor', `/office/rows/${row}`)).body).toContain(
      encodeURI(`/office/rows/${row}/targets`),
    );
    const { status, body } = await house.page('auditor', `/office/rows/${row}/targets`);
    expect(status).toBe(200);
    for (const said of ['≥ 12 公里', '≥ 10 公里', '放寬', 'officer先生（承辦）', why, letter])
      expect(body).toContain(said);
    expect(await house.page('xofficer', `/office/rows/${row}/targets`)).toMatchObject({ status: 404 });
    expect(await house.page(null, `/office/rows/${row}/targets`)).toMatchObject({ status: 303 });
  });

  test('each event of a history has its place in the log, and a proof of what the page shows', async () => {
    const { events } = (await house.ask('auditor', 'GET', `/api/rows/${row}/history`)).json();
    const lowered = events.at(-1);
    expect(lowered.proof).toMatchObject({ position: lowered.number, checkpoint: { size: expect.any(Number) } });
    const address = `/api/rows/${row}/history/${lowered.number}/proof`;
    expect((await house.page('auditor', `/office/rows/${row}/history`)).body).toContain(encodeURI(address));
    const { leaf, opened } = await proven('auditor', address);
    expect(leaf).toMatchObject({ kind: 'row-indicators-saved', position: lowered.number });
    const said = Object.fromEntries(opened.map(({ name, value }) => [name, new TextDecoder().decode(value)]));
    expect(said).toMatchObject({ subject: row, role: 'officer', payload: expect.stringContaining(letter) });
    const entry = (await house.ask(null, 'GET', `/log/tile/entries/000.p/${lowered.proof.checkpoint.size}`)).bytes;
    expect(entriesIn(entry)[lowered.number - 1]).toBe(lowered.proof.leaf);
  });

  test('a proof is had by those who may see the history, and of that history alone', async () => {
    const [, event] = (await house.ask('auditor', 'GET', `/api/rows/${row}/history`)).json().events;
    const at = (who: string | null, number: number) =>
      house.ask(who, 'GET', `/api/rows/${row}/history/${number}/proof`);
    expect((await at(null, event.number)).status).toBe(401);
    expect((await at('xofficer', event.number)).problem).toBe('no-such-row');
    expect((await at('auditor', 1)).problem).toBe('event-of-another-record');
    expect((await at('auditor', 10 ** 6)).problem).toBe('event-of-another-record');
  });

  test.each([
    ['compiler', `/office/years/範例部-114/history`, '/api/years/範例部-114/history', '開立年度'],
    ['admin', '/office/accounts/id-officer/history', '/api/accounts/id-officer/history', '歷程'],
  ])('%s reads %s', async (who, page, api, said) => {
    expect((await house.page(who, page)).body).toContain(said);
    expect((await house.ask(who, 'GET', api)).status).toBe(200);
    expect((await house.page('xofficer', page)).status).toBe(404);
  });

  test('an event of after the last head says so', async () => {
    const version = { 'if-match': await house.version('officer', `/api/rows/${row}`) };
    await house.ask('officer', 'PATCH', `/api/rows/${row}/texts`, { goals: '完成1案。' }, version);
    const { events } = (await house.ask('auditor', 'GET', `/api/rows/${row}/history`)).json();
    expect(events.at(-1).proof).toBeNull();
    expect((await house.page('auditor', `/office/rows/${row}/history`)).body).toContain('還沒有進公開日誌');
  });
});

describe('of what is published', () => {
  const plan = `${filing}-r01`;
  test('the plan’s page leads to its targets: before, after, by whom, why, from which file; nobody by name', async () => {
    const page = await house.page(null, `/plans/${plan}`);
    expect(page.body).toContain(encodeURI(`/plans/${plan}/targets`));
    const { status, body } = await house.page(null, `/plans/${plan}/targets`);
    expect(status).toBe(200);
    for (const said of ['放寬', '更正績效目標', '完成9案.json', '彙整', '下載證明']) expect(body).toContain(said);
    expect(body).not.toContain('某某先生');
  });

  test('the API says the same, and each edition’s proof holds', async () => {
    const { targets } = (await house.ask(null, 'GET', `/api/plans/${plan}/targets`)).json();
    const lowered = targets[0].changes.at(-1);
    expect(lowered).toMatchObject({
      step: 'eased',
      before: { value: 12 },
      after: { value: 9 },
      reason: '更正績效目標',
    });
    const { leaf } = await proven(null, lowered.download);
    expect(leaf).toMatchObject({ kind: 'filing-imported', position: lowered.event });
  });

  test.each(['/plans/none/targets', '/api/plans/none/targets'])('%s is not held', async (url) => {
    expect((await house.ask(null, 'GET', url)).status).toBe(404);
  });
});

/** Leaf hashes of a bundle: each entry after its length in two bytes. */
function entriesIn(bundle: Buffer): readonly string[] {
  const hashes: string[] = [];
  for (let at = 0; at < bundle.length;) {
    const end = at + 2 + bundle.readUInt16BE(at);
    hashes.push(hexOf(leafHash(sha256, bundle.subarray(at + 2, end))));
    at = end;
  }
  return hashes;
}
