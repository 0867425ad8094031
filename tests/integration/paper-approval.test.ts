import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHouse, someMoney, someTexts, type House } from './house.ts';

/** 核章: the form is printed as it stands, sealed on paper, and entered by its letter, its hash and a scan. */

let house: House;
const year = '範例部-114';
const rows = [`${year}-01`, `${year}-02`];
const letter = { date: '2026-01-04', number: '範秘字第1150000123號' };
/** The smallest PDF that is one. */
const scan = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);
const file = { fileName: '送核單核章.pdf', base64: scan.toString('base64') };

const state = async (who = 'compiler') => (await house.ask(who, 'GET', `/api/years/${year}/form-on-paper`)).json();

async function enter(who: string | null, body: object) {
  const version = { 'if-match': await house.version('auditor', `/api/years/${year}`) };
  return house.ask(who, 'POST', `/api/years/${year}/approve-on-paper`, { ...letter, ...file, ...body }, version);
}

async function write(row: string, texts: object) {
  const version = { 'if-match': await house.version('auditor', `/api/rows/${row}`) };
  return house.ask('officer', 'PATCH', `/api/rows/${row}/texts`, texts, version);
}

beforeAll(async () => {
  house = await openHouse();
  await house.person('head', [{ role: 'supervisor', agency: 'ministry' }]);
  await house.openYear([
    { name: '步道整建計畫', agency: 'bureau' },
    { name: '海岸復育計畫', agency: 'bureau' },
  ]);
  for (const row of rows) expect((await write(row, someTexts)).status).toBe(200);
}, 240_000);
afterAll(() => house.close());

describe('by the API', () => {
  test('the sheet is printed with the rows and the hash, as PDF and ODT', async () => {
    const { hash, edition } = await state();
    expect([/^[0-9a-f]{64}$/.test(hash), edition]).toEqual([true, 1]);
    for (const [format, magic] of [
      ['pdf', '%PDF'],
      ['odt', 'PK'],
    ] as const) {
      const printed = await house.ask('compiler', 'GET', `/api/years/${year}/form-on-paper/${format}`);
      expect([printed.status, printed.bytes.subarray(0, magic.length).toString()], printed.body.slice(0, 200)).toEqual([
        200,
        magic,
      ]);
    }
    for (const who of ['officer', 'accountant', 'auditor', 'xcompiler'])
      expect((await house.ask(who, 'GET', `/api/years/${year}/form-on-paper`)).status, who).toBe(404);
  });

  test.each([
    ['no number', { number: ' ' }, 422, 'number'],
    ['a day to come', { date: '2026-01-06' }, 422, 'date'],
    ['a code that is too short', { hash: '3f2a' }, 422, 'hash'],
    ['the code of another state', { hash: '0123456789abcdef' }, 409, 'hash'],
  ])('%s is refused, and nothing is entered', async (_what, wrong, status, field) => {
    const { hash } = await state();
    const answer = await enter('compiler', { hash, ...wrong });
    expect([answer.status, answer.json().field ?? null], answer.body).toEqual([status, field]);
    expect((await house.ask('auditor', 'GET', '/api/paper-approvals')).json().records).toEqual([]);
  });

  test('what is no scan is refused', async () => {
    const { hash } = await state();
    const program = { hash, fileName: '掃描.pdf', base64: Buffer.from('MZ not a scan').toString('base64') };
    expect((await enter('compiler', program)).problem).toBe('evidence-kind');
  });

  test('not by whoever wrote any of it, whatever roles they hold', async () => {
    const { hash } = await state();
    await house.store.office.grant(house.idOf('officer'), { role: 'compiler', agency: 'ministry' });
    const own = await enter('officer', { hash });
    expect([own.status, own.problem, own.body.includes('步道整建計畫')]).toEqual([403, 'own-work', true]);
    for (const who of ['accountant', 'auditor', 'officer2']) expect((await enter(who, { hash })).status, who).toBe(403);
    expect((await enter('xcompiler', { hash })).status).toBe(404);
  });

  test('entered with the hash as it is printed; what was printed before a change is refused', async () => {
    const printed = (await state()).hash;
    expect((await write(rows[0] ?? '', { execution: '第二期於114年6月25日完成。' })).status).toBe(200);
    const stale = await enter('compiler', { hash: printed });
    expect([stale.problem, stale.json().field, stale.body.includes(printed.slice(0, 16))]).toEqual([
      'another-state',
      'hash',
      true,
    ]);
    const { hash } = await state();
    const typed = `${hash.slice(0, 4)} ${hash.slice(4, 8)}-${hash.slice(8, 12)} ${hash.slice(12, 16)}`.toUpperCase();
    const entered = await enter('head', { hash: typed });
    expect([entered.status, entered.json().hash], entered.body).toEqual([201, hash]);
    const [record] = (await house.ask('officer', 'GET', '/api/paper-approvals')).json().records;
    expect(record).toMatchObject({
      ...letter,
      hash,
      edition: 1,
      state: 'in-force',
      by: 'head先生',
      scan: { name: file.fileName },
    });
    const kept = await house.ask('officer', 'GET', `/api/evidence/${record.scan.sha256}`);
    expect([kept.status, Buffer.compare(kept.bytes, scan)]).toEqual([200, 0]);
    expect((await house.ask('xofficer', 'GET', `/api/evidence/${record.scan.sha256}`)).status).toBe(404);
    expect((await enter('compiler', { hash, number: '另號' })).problem).toBe('already-approved-on-paper');
  });
});

describe('on the pages', () => {
  const page = `/office/years/${year}/paper-approvals`;

  test('the year and the row say what was sealed, and what changed since', async () => {
    const shown = (await house.page('officer2', page)).body;
    for (const text of ['核章：114 年度', letter.number, '與現在的內容相符', 'head先生']) expect(shown).toContain(text);
    expect(shown, 'an officer enters nothing').not.toContain('name="hash"');
    expect((await house.page('officer', `/office/rows/${rows[1]}`)).body).toContain('這一列與核章時相同');
    expect((await write(rows[1] ?? '', { goals: '完成4案。' })).status).toBe(200);
    expect((await house.page('officer', `/office/rows/${rows[1]}`)).body).toContain('核章後變更：績效目標及目標值');
    expect((await house.page('officer', `/office/rows/${rows[0]}`)).body).toContain('這一列與核章時相同');
    const after = (await house.page('compiler', page)).body;
    for (const text of ['核章後有 1 列變更', '海岸復育計畫：績效目標及目標值']) expect(after).toContain(text);
    expect((await house.page('auditor', `/office/years/${year}/history`)).body).toContain('登錄核章');
    for (const who of ['xcompiler', 'nobody']) expect((await house.page(who, page)).status).toBe(404);
  });

  test('entered on a form that keeps what was typed; taken back with a reason', async () => {
    const { hash } = await state();
    const version = String((await house.version('auditor', `/api/years/${year}`)).replaceAll('"', ''));
    const fields = { version, date: '115/1/4', number: '範秘字第1150000456號', hash: '0123456789abcdef' };
    const wrong = await house.upload('compiler', page, { name: '掃描.pdf', bytes: scan }, fields);
    expect([wrong.status, wrong.body.includes('value="範秘字第1150000456號"')], wrong.body).toEqual([409, true]);
    const none = await house.upload('compiler', page, { name: '', bytes: Buffer.from('') }, { ...fields, hash });
    expect([none.status, none.body.includes('請附核章後送核單的掃描檔')]).toEqual([422, true]);
    const entered = await house.upload('compiler', page, { name: '掃描.pdf', bytes: scan }, { ...fields, hash });
    expect(entered.status, entered.body).toBe(303);
    const { records } = (await house.ask('compiler', 'GET', '/api/paper-approvals')).json();
    const newest = records.find(({ number }: { number: string }) => number === fields.number);
    const back = { approval: newest.id, version: String(newest.version), reason: '文號誤植' };
    expect((await house.send('officer2', `${page}/withdraw`, back)).status).toBe(403);
    expect((await house.send('compiler', `${page}/withdraw`, { ...back, reason: ' ' })).status).toBe(422);
    expect((await house.send('compiler', `${page}/withdraw`, back)).status).toBe(303);
    expect((await house.page('compiler', page)).body).toContain('撤回：文號誤植');
    const again = { ...fields, number: '範秘字第1150000457號', hash, version: String(Number(version) + 1) };
    expect((await house.upload('compiler', page, { name: '掃描.pdf', bytes: scan }, again)).status).toBe(303);
  });

  test('an edition that is reported as it was sealed has the hash of the seal', async () => {
    const { hash } = await state();
    for (const row of rows) {
      const act = async (who: string, move: string) => {
        const version = { 'if-match': await house.version('auditor', `/api/rows/${row}`) };
        return house.ask(who, 'POST', `/api/rows/${row}/moves`, { move }, version);
      };
      const version = { 'if-match': await house.version('auditor', `/api/rows/${row}`) };
      const entry = { approvedTotal: null, ownTotal: null, opening: null, money: someMoney };
      expect((await house.ask('accountant', 'PUT', `/api/rows/${row}/money`, entry, version)).status).toBe(200);
      expect((await act('officer', 'submit')).status).toBe(200);
      expect((await act('supervisor', 'approve')).status).toBe(200);
    }
    const sealed = (await state()).hash;
    expect(sealed, 'money stands in the form').not.toBe(hash);
    expect((await enter('compiler', { hash: sealed, number: '範秘字第1150000500號' })).status).toBe(201);
    const version = { 'if-match': await house.version('auditor', `/api/years/${year}`) };
    const reported = await house.ask('compiler', 'POST', `/api/years/${year}/submission`, {}, version);
    expect(reported.status, reported.body).toBe(200);
    expect((await house.store.office.year(year))?.year.editions[0]?.sha256).toBe(sealed);
    expect((await state()).hash, 'and still has it').toBe(sealed);
  });

  test('a record that is rebuilt is the same', async () => {
    expect((await house.store.rebuild()).identical).toBe(true);
  });
});
