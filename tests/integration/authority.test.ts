import { createHash } from 'node:crypto';
import { zipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { exportForm } from '@guankao/forms';
import { firstAdministratorSecret } from '@guankao/server';
import type { Role } from '@guankao/workflow';
import { testPool } from '../built-child.ts';
import { filingOf, openHouse, someMoney, someTexts, type Answer, type House } from './house.ts';

/**
 * The authority list of the security review as one script over HTTP: each finding as an attacker would go about it, with
 * others of its kind: another route to the same thing, another role, another order. Its findings go by their names.
 */

let house: House;
beforeAll(async () => {
  house = await openHouse();
}, 240_000);
afterAll(() => house.close());

const began = new Date('2026-01-05T01:00:00Z');
afterEach(() => {
  house.now = began;
});

const year = '範例部-114';
let rows = 0;

/** A plan of its own for a test, so that none depends on what another left. */
async function newRow(agency = 'bureau'): Promise<string> {
  const years = (await house.ask('compiler', 'GET', '/api/years')).json().years as readonly { id: string }[];
  rows += 1;
  const plan = { name: `第${rows}號計畫`, agency };
  if (!years.some(({ id }) => id === year)) await house.openYear([plan]);
  else {
    const made = await act('compiler', `/api/years/${year}/add-row`, plan, `/api/years/${year}`);
    if (made.status !== 200) throw new Error(made.body);
  }
  return `${year}-${String(rows).padStart(2, '0')}`;
}

/** A command with the version that now stands. */
async function act(who: string, url: string, body: unknown, of = url.split('/').slice(0, 4).join('/')) {
  const shown = house.store.office.row(of.split('/').at(-1) ?? '');
  const version = (await shown)?.version ?? (await house.store.office.year(of.split('/').at(-1) ?? ''))?.year.version;
  return house.ask(who, 'POST', url, body, { 'if-match': String(version ?? 1) });
}

const write = async (who: string, row: string, texts: object) =>
  house.ask(who, 'PATCH', `/api/rows/${row}/texts`, texts, { 'if-match': String(await versionOf(row)) });
const money = async (who: string, row: string, amounts: object = {}) =>
  house.ask(
    who,
    'PUT',
    `/api/rows/${row}/money`,
    { approvedTotal: 9_000_000, ownTotal: null, opening: null, money: someMoney, ...amounts },
    { 'if-match': String(await versionOf(row)) },
  );
const move = (who: string, row: string, name: string, comments: readonly object[] = []) =>
  act(who, `/api/rows/${row}/moves`, { move: name, comments });
const versionOf = async (row: string) => (await house.store.office.row(row))?.version ?? 0;
const stateOf = async (row: string) => (await house.store.office.row(row))?.state;
const events = async () => (await house.store.catalogue.health()).events;
const returned = [{ field: 'goals', text: '請補正' }];

/** Written, submitted and approved by the right people. */
async function approvedRow(agency = 'bureau'): Promise<string> {
  const row = await newRow(agency);
  const [writer, approver] = agency === 'bureau' ? ['officer', 'supervisor'] : ['officer2', 'supervisor2'];
  expect((await write(writer, row, someTexts)).status).toBe(200);
  expect((await money('accountant', row)).status).toBe(200);
  expect((await move(writer, row, 'submit')).status).toBe(200);
  expect((await move(approver, row, 'approve')).status).toBe(200);
  return row;
}

/** Every way to approve or return: 0.1's address, the command's own, and the page's form. */
const ways: readonly (readonly [string, (who: string, row: string, name: string) => Promise<Answer>])[] = [
  ['moves', (who, row, name) => move(who, row, name, returned)],
  ['command', (who, row, name) => act(who, `/api/rows/${row}/${name}`, { comments: returned })],
  [
    'page',
    async (who, row, name) =>
      house.send(who, `/office/rows/${row}/moves`, {
        version: String(await versionOf(row)),
        move: name,
        comment: '請補正',
        field: 'goals',
      }),
  ],
];

describe('C3: nobody approves what they wrote', () => {
  let both = 0;
  /** A person with these roles in the bureau. */
  async function withBoth(roles: readonly Role[]): Promise<string> {
    both += 1;
    await house.person(
      `both${both}`,
      roles.map((role) => ({ role, agency: 'bureau' })),
    );
    return `both${both}`;
  }

  test.each(ways)('a writer who is supervisor too neither returns nor approves: %s', async (_name, by) => {
    const [who, row] = [await withBoth(['officer', 'supervisor']), await newRow()];
    await write(who, row, someTexts);
    await move(who, row, 'submit');
    for (const name of ['return', 'approve']) expect((await by(who, row, name)).status).toBe(403);
    expect(await stateOf(row)).toBe('submitted');
  });

  test.each(ways)('returned by another and submitted by another, the first writer stays one: %s', async (_name, by) => {
    const [who, row] = [await withBoth(['officer', 'supervisor']), await newRow()];
    await write(who, row, someTexts);
    await move(who, row, 'submit');
    expect((await move('supervisor', row, 'return', returned)).status).toBe(200);
    expect((await move('officer', row, 'submit')).status).toBe(200);
    for (const name of ['approve', 'return']) expect((await by(who, row, name)).status).toBe(403);
    expect((await move('supervisor', row, 'approve')).status).toBe(200);
    expect((await move('compiler', row, 'send-back', returned)).status).toBe(200);
    expect((await move('officer', row, 'submit')).status).toBe(200);
    expect((await by(who, row, 'approve')).status).toBe(403);
  });

  test.each([
    ['money', (who: string, row: string) => money(who, row), ['accountant', 'supervisor']],
    [
      'a version of the plan',
      (who: string, row: string) =>
        act(who, `/api/rows/${row}/plan-versions`, {
          documentNumber: '院臺範字第1號',
          date: '2024-01-05',
          total: 9_000_000,
          period: '113年1月至116年12月',
        }),
      ['accountant', 'supervisor'],
    ],
    [
      'an indicator',
      (who: string, row: string) =>
        act(who, `/api/rows/${row}/indicators`, {
          label: '步道',
          comparator: '>=',
          unit: '公里',
          target: 3,
          text: '3公里',
        }),
      ['officer', 'supervisor'],
    ],
    ['submitting alone', async () => null, ['officer', 'supervisor']],
    [
      'cutting what another wrote',
      (who: string, row: string) => write(who, row, { explanation: '' }),
      ['officer', 'supervisor'],
    ],
  ] as const)('%s counts as writing', async (_name, does, roles) => {
    const [who, row] = [await withBoth(roles), await newRow()];
    await write('officer', row, someTexts);
    const done = await does(who, row);
    if (done !== null) expect(done.status).toBe(200);
    expect((await move(done === null ? who : 'officer', row, 'submit')).status).toBe(200);
    expect((await move(who, row, 'approve')).status).toBe(403);
    expect((await move('supervisor', row, 'approve')).status).toBe(200);
  });

  test('an auditor who wrote does not review', async () => {
    const [who, row] = [await withBoth(['officer', 'auditor']), await newRow()];
    await write(who, row, someTexts);
    await act(who, `/api/rows/${row}/indicators`, {
      label: '步道',
      comparator: '>=',
      unit: '公里',
      target: 3,
      text: '3公里',
    });
    const review = { indicator: 'i1', verdict: 'met', reason: '查核無誤' };
    expect((await act(who, `/api/rows/${row}/review-indicator`, review)).status).toBe(403);
    const put = await house.ask(who, 'PUT', `/api/rows/${row}/indicators/i1/review`, review, {
      'if-match': String(await versionOf(row)),
    });
    expect(put.status).toBe(403);
  });
});

describe('M6: what is recorded after an approval ends it', () => {
  test.each([
    ['money', (row: string) => money('accountant', row, { money: { ...someMoney, realised: 1, payable: 999_999 } })],
    [
      'a version of the plan',
      (row: string) =>
        act('accountant', `/api/rows/${row}/plan-versions`, {
          documentNumber: '院臺範字第2號',
          date: '2024-01-05',
          total: 9_000_000,
          period: '113年1月至116年12月',
        }),
    ],
    [
      'money from a file',
      (row: string) =>
        house.store.office.row(row).then((held) =>
          house.ask('accountant', 'POST', `/api/years/${year}/money`, {
            fileName: 'm.csv',
            base64: Buffer.from(
              `計畫名稱,法定預算數,實現數,應付數,保留數,賸餘數\n${held?.texts.name},5,5,0,0,0`,
            ).toString('base64'),
            record: true,
          }),
        ),
    ],
  ] as const)('%s', async (_name, does) => {
    const row = await approvedRow();
    expect((await does(row)).status).toBe(200);
    expect(await stateOf(row)).toBe('submitted');
    expect((await move('supervisor', row, 'approve')).status).toBe(200);
  });
});

describe('M7: amounts are amounts', () => {
  const opening = (budgeted: unknown, executed: unknown = 0) => ({
    opening: { budgeted, executed, document: '決算書' },
  });
  test.each([
    ['opening 1e300', opening(1e300)],
    ['opening 1.7e308', opening(1.7e308)],
    ['opening below zero', opening(-1)],
    ['executed below zero', opening(0, -5)],
    ['opening of a fraction', opening(0.5)],
    ['own part 1e300', { ownTotal: 1e300 }],
    ['approved total below zero', { approvedTotal: -1 }],
    ['components whose sum is not exact', { money: { ...someMoney, budget: 2 ** 53 - 1, realised: 2 ** 53 - 1 } }],
    ['a component below zero', { money: { ...someMoney, budget: 0, realised: -5, payable: 5 } }],
  ] as const)('%s is refused', async (_name, amounts) => {
    const row = await newRow();
    const before = await events();
    const answer = await money('accountant', row, amounts);
    expect([400, 422], answer.body).toContain(answer.status);
    const byCommand = await act('accountant', `/api/rows/${row}/record-money`, {
      approvedTotal: null,
      ownTotal: null,
      opening: null,
      money: null,
      ...amounts,
    });
    expect([400, 422]).toContain(byCommand.status);
    expect(await events()).toBe(before);
  });

  test('a version’s total, too, on the page as well', async () => {
    const row = await newRow();
    for (const total of [1e300, -1, 0.5])
      expect([400, 422]).toContain(
        (
          await act('accountant', `/api/rows/${row}/plan-versions`, {
            documentNumber: 'x',
            date: '2024-01-05',
            total,
            period: '113年1月至116年12月',
          })
        ).status,
      );
    const page = await house.send('accountant', `/office/rows/${row}/money`, {
      version: '1',
      openingBudgeted: '9'.repeat(40),
      openingExecuted: '1',
      openingDocument: '決算書',
      ownTotal: '',
      approvedTotal: '',
    });
    expect(page.status).toBe(422);
  });
});

describe('C4: a form that went out is changed by a correction only', () => {
  let row: string;
  let other: string;
  beforeAll(async () => {
    const rest = (await house.store.office.year(year))?.rows ?? [];
    for (const { id, agency, state } of rest) {
      const [writer, approver] = agency === 'bureau' ? ['officer', 'supervisor'] : ['officer2', 'supervisor2'];
      if (state === 'approved') continue;
      if (state === 'submitted') await move(approver, id, 'return', returned);
      if ((await stateOf(id)) !== 'approved') {
        await write(writer, id, someTexts);
        await move(writer, id, 'submit');
        await move(approver, id, 'approve');
      }
    }
    [row, other] = [await approvedRow(), await approvedRow('office')];
  });

  async function report(more: object = {}) {
    return act('compiler', `/api/years/${year}/submission`, more, `/api/years/${year}`);
  }

  test.each(['file', 'reopen', 'lapse'])('before it goes out, no row is moved by “%s” alone', async (name) => {
    for (const who of ['compiler', 'accountant', 'officer', 'supervisor', 'admin'])
      for (const [, by] of ways) expect([400, 403, 404, 409]).toContain((await by(who, row, name)).status);
    expect(await stateOf(row)).toBe('approved');
  });

  test('once it went out, nothing of it is changed by anybody, by any route', async () => {
    const reported = await report();
    expect(reported.status, reported.body).toBe(200);
    const before = await events();
    const form = (await house.ask('compiler', 'GET', `/api/years/${year}/form.json`)).body;
    const everybody = ['officer', 'supervisor', 'accountant', 'compiler', 'auditor', 'admin', 'xcompiler', 'xadmin'];
    for (const who of everybody) {
      for (const name of ['file', 'reopen', 'lapse', 'submit', 'withdraw', 'approve', 'return', 'send-back'])
        for (const [, by] of ways)
          expect([400, 403, 404, 409], `${who} ${name}`).toContain((await by(who, row, name)).status);
      const answers = [
        await write(who, row, { goals: '完成999案。' }),
        await money(who, row),
        await act(who, `/api/rows/${row}/save-texts`, { goals: '完成999案。' }),
        await act(who, `/api/rows/${row}/record-money`, { approvedTotal: 1, ownTotal: 1, opening: null, money: null }),
        await act(who, `/api/rows/${row}/draw-texts`, {}),
        await act(who, `/api/rows/${row}/plan-versions`, {
          documentNumber: 'x',
          date: '2024-01-05',
          total: 1,
          period: '113年1月至116年12月',
        }),
        await act(who, `/api/rows/${row}/indicators`, {
          label: 'x',
          comparator: 'milestone',
          unit: null,
          target: null,
          text: 'x',
        }),
        await house.ask(who, 'PUT', `/api/rows/${row}/draft`, { rowVersion: 1, body: { goals: 'x' } }),
        await act(who, `/api/years/${year}/add-row`, { name: '夾帶', agency: 'bureau' }, `/api/years/${year}`),
        await act(who, `/api/years/${year}/discard`, {}, `/api/years/${year}`),
        await act(who, `/api/years/${year}/submission`, {}, `/api/years/${year}`),
      ];
      for (const [at, answer] of answers.entries())
        expect([400, 403, 404, 409], `${who} ${at} ${answer.body}`).toContain(answer.status);
      const form = { version: String(await versionOf(row)), plannedWork: '改', goals: '完成999案。', budget: '1' };
      for (const path of ['texts', 'money', 'versions', 'indicators/add', 'indicators/draw'])
        expect([403, 404, 409, 422]).toContain((await house.send(who, `/office/rows/${row}/${path}`, form)).status);
    }
    expect(await events()).toBe(before);
    expect((await house.ask('compiler', 'GET', `/api/years/${year}/form.json`)).body).toBe(form);
  });

  test('a correction opens the rows that it names and no other', async () => {
    const asked = { rows: [row], reason: '數字誤植' };
    for (const who of ['officer', 'supervisor', 'admin', 'xcompiler'])
      expect([403, 404]).toContain(
        (await act(who, `/api/years/${year}/correction`, asked, `/api/years/${year}`)).status,
      );
    expect((await act('compiler', `/api/years/${year}/correction`, asked, `/api/years/${year}`)).status).toBe(200);
    expect((await write('officer', row, { goals: '完成4案。' })).status).toBe(200);
    expect((await write('officer2', other, { goals: '完成4案。' })).status).toBe(403);
    expect((await money('accountant', other)).status).toBe(403);
    await move('officer', row, 'submit');
    await move('supervisor', row, 'approve');
    expect((await report()).problem).toBe('reason-owed');
    expect((await report({ reason: '數字誤植' })).json().year.editions).toHaveLength(2);
  });

  // The rest of the tests write on.
  afterAll(async () => {
    await act('compiler', `/api/years/${year}/correction`, { rows: [row], reason: '繼續' }, `/api/years/${year}`);
  });
});

describe('C5: a filing belongs to its ministry', () => {
  async function file(agency: string, fiscalYear: number, mark = '') {
    const { reading } = await filingOf(agency, fiscalYear, [`海岸復育計畫${mark}`]);
    return { name: `${agency}.csv`, bytes: await exportForm(reading, 'csv') };
  }
  const filings = async () => (await house.store.catalogue.filings()).map(({ id }) => id);
  const take = async (who: string, given: Awaited<ReturnType<typeof file>>, keep = 'public') =>
    house.upload(who, '/import', given, { keep, ground: '政府資訊公開法第7條' });

  test('nothing is imported under the id of a year that is kept here, by anybody', async () => {
    for (const who of ['compiler', 'admin', 'xcompiler', 'xadmin', 'officer'])
      for (const keep of ['public', 'held']) {
        const answer = await take(who, await file('範例部', 2025), keep);
        expect([403, 409], `${who} ${keep}`).toContain(answer.status);
      }
    expect(await filings()).not.toContain(year);
  });

  test.each(['範例部', '範例 部', '範　例部', '範例署', '範例部\ufeff'])(
    'nor by another ministry for any year: %j',
    async (name) => {
      const before = await events();
      for (const who of ['xcompiler', 'xadmin', 'officer', 'supervisor', 'accountant', 'auditor', 'nobody'])
        expect((await take(who, await file(name, 2023))).status, who).toBe(403);
      expect(await events()).toBe(before);
    },
  );

  test.each(['範例部\u200b', '\u2060範例部', '範\u00ad例部', '範例部\u0301'])(
    'nor does a name with unseen characters stand for it: %j',
    async (name) => {
      await take('xcompiler', await file(name, 2017));
      const listed = await house.store.catalogue.filings();
      expect(listed.filter(({ agency }) => agency?.includes('範') === true && agency.includes('部'))).toEqual([]);
    },
  );

  test('who compiles for it may; another ministry neither settles, publishes nor withdraws it, nor sees what is kept', async () => {
    const public1 = await take('compiler', await file('範例部', 2023));
    expect([public1.status, public1.headers['location']]).toEqual([303, encodeURI('/filings/範例部-112/settle')]);
    const held = await take('compiler', await file('範例部', 2022), 'held');
    expect(held.status).toBe(303);
    expect(await filings()).not.toContain('範例部-111');
    const start = String(
      (await house.store.heldFiling('範例部-112'))?.reading.plans[0]?.origins['name']?.spans[0]?.start,
    );
    const before = await events();
    for (const who of ['xcompiler', 'xadmin', 'officer', 'nobody', null]) {
      for (const id of ['範例部-112', '範例部-111']) {
        const step = { do: 'correct', row: start, field: 'approvedTotal', value: '1', reason: '更正' };
        const answers = [
          await house.page(who, `/filings/${id}/settle`),
          await house.page(who, `/filings/${id}/recipe.json`),
          await house.send(who, `/filings/${id}/settle`, step),
          await house.send(who, `/filings/${id}/settle/undo`, {}),
          await house.upload(who, `/filings/${id}/settle/recipe`, { name: 'r.json', bytes: '{}' }),
          await house.send(who, `/filings/${id}/publication`, { ground: '依法', edition: '1' }),
          await house.send(who, `/filings/${id}/withdrawal`, { ground: '依法' }),
          await house.ask(who, 'POST', `/api/filings/${id}/publication`, { ground: '依法', edition: 1 }),
          await house.ask(who, 'POST', `/api/filings/${id}/withdrawal`, { ground: '依法' }),
        ];
        for (const [at, { status }] of answers.entries())
          expect([401, 403, 404], `${who} ${id} ${at}`).toContain(status);
      }
      expect((await house.page(who, '/import')).body).not.toContain('範例部-111');
    }
    expect(await events()).toBe(before);
  });

  test('a correction by hand owes its reason, and is told with the edition', async () => {
    const start = String(
      (await house.store.heldFiling('範例部-112'))?.reading.plans[0]?.origins['name']?.spans[0]?.start,
    );
    const step = { do: 'correct', row: start, field: 'approvedTotal', value: '8,000' };
    expect((await house.send('compiler', '/filings/範例部-112/settle', step)).status).toBe(422);
    expect(
      (await house.send('compiler', '/filings/範例部-112/settle', { ...step, reason: '原件為8,000' })).status,
    ).toBe(303);
    expect((await house.page(null, '/filings/範例部-112')).body).toContain('原件為8,000');
  });
});

describe('M12: taken in is not published, and what was published by mistake can be taken back', () => {
  const take = async (keep: string | null, name = '海岸復育計畫', more: Record<string, string> = {}) => {
    const { reading } = await filingOf('範例部', 2020, [name]);
    const bytes = await exportForm(reading, 'csv');
    return house.upload('compiler', '/import', { name: 'f.csv', bytes }, keep === null ? more : { keep, ...more });
  };
  const id = '範例部-109';
  const publicly = async () => {
    const { sha256 } = (await house.store.heldFiling(id))?.edition ?? { sha256: 'f'.repeat(64) };
    const addresses = [
      `/filings/${id}`,
      `/api/filings/${id}`,
      `/sources/${sha256}`,
      `/plans/${id}-r01`,
      `/api/plans/${id}-r01`,
      `/api/filings/${id}/form.csv`,
      `/filings/${id}/source`,
    ];
    return Promise.all(addresses.map(async (address) => (await house.page(null, address)).status));
  };

  test('a file is shown before anything is kept', async () => {
    const before = await events();
    const shown = await take(null);
    expect(shown.status).toBe(200);
    expect(shown.body).toContain('海岸復育計畫');
    expect(shown.body).toContain('僅檢核不留存');
    expect(await events()).toBe(before);
    const token = /name="upload" value="([\w-]+)"/.exec(shown.body)?.[1] ?? '';
    const checked = await house.send('compiler', '/import/decision', { upload: token, keep: 'check' });
    expect(checked.status).toBe(200);
    expect(await events()).toBe(before);
    const foreign = await house.send('xcompiler', '/import/decision', { upload: token, keep: 'held' });
    expect([403, 410]).toContain(foreign.status);
  });

  test('kept and not public: found by nobody, then published on a ground', async () => {
    expect((await take('held')).status).toBe(303);
    expect(new Set(await publicly())).toEqual(new Set([404]));
    for (const address of ['/plans', '/api/plans', '/plans.csv', '/filings', '/api/filings', '/'])
      expect((await house.page(null, `${address}?q=海岸復育`)).body).not.toContain(id);
    expect((await house.send('compiler', `/filings/${id}/publication`, { edition: '1', ground: ' ' })).status).toBe(
      422,
    );
    const shown = await house.send('compiler', `/filings/${id}/publication`, {
      edition: '1',
      ground: '政府資訊公開法第7條',
    });
    expect(shown.status).toBe(303);
    expect((await house.page(null, `/filings/${id}`)).status).toBe(200);
  });

  test('published with personal data: withdrawn, a tombstone with its ground stands, the bytes are gone from sight', async () => {
    expect((await house.send('compiler', `/filings/${id}/withdrawal`, { ground: '' })).status).toBe(422);
    expect((await house.send('compiler', `/filings/${id}/withdrawal`, { ground: '誤含個人資料' })).status).toBe(303);
    const statuses = await publicly();
    expect(statuses.every((status) => status === 404 || status === 410)).toBe(true);
    const tombstone = await house.page(null, `/filings/${id}`);
    expect([tombstone.status, tombstone.body.includes('誤含個人資料')]).toEqual([410, true]);
    expect((await house.ask(null, 'GET', `/api/filings/${id}`)).problem).toBe('filing-withdrawn');
    expect((await house.page(null, '/plans?q=海岸復育')).body).not.toContain(id);
  });

  test('publishing without a choice, or on no ground, is refused', async () => {
    expect((await take('public', '另一計畫')).status).toBe(422);
    expect((await take('anything', '另一計畫')).status).toBe(422);
  });
});

describe('H2: evidence', () => {
  const pdf = (text: string) => Buffer.from(`%PDF-1.7\n${text}`);
  const shaOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  const indicator = { label: '步道', comparator: '>=', unit: '公里', target: 3, text: '3公里' };
  const attach = (who: string, row: string, bytes: Buffer, name = '報告.pdf') =>
    act(who, `/api/rows/${row}/indicators/i1/evidence`, { name, base64: bytes.toString('base64') });
  const byPage = async (who: string, row: string, bytes: Buffer, name = 'r.pdf') =>
    house.upload(
      who,
      `/office/rows/${row}/indicators/actual`,
      { name, bytes },
      {
        version: String(await versionOf(row)),
        indicator: 'i1',
        actual: '3公里',
        stated: 'met',
      },
    );
  const kept = async (bytes: Uint8Array) =>
    (await house.store.connection.pool.query('select 1 from guankao.evidence where sha256 = $1', [shaOf(bytes)]))
      .rowCount;
  let row: string;
  let elsewhere: string;
  beforeAll(async () => {
    [row, elsewhere] = [await newRow(), await newRow('office')];
    await act('officer', `/api/rows/${row}/indicators`, indicator);
    await act('officer2', `/api/rows/${elsewhere}/indicators`, indicator);
  });

  test('nothing is kept of what is refused: another’s row, no row, a stale version, no such indicator', async () => {
    for (const [at, who] of [
      'nobody',
      'officer2',
      'xofficer',
      'supervisor',
      'accountant',
      'auditor',
      'admin',
    ].entries()) {
      const [one, two] = [pdf(`a${at}`), pdf(`b${at}`)];
      expect([403, 404]).toContain((await attach(who, row, one)).status);
      expect([403, 404]).toContain((await byPage(who, row, two)).status);
      expect([await kept(one), await kept(two)]).toEqual([0, 0]);
    }
    const cases = [
      attach('officer', `${year}-99`, pdf('c')),
      house.ask(
        'officer',
        'POST',
        `/api/rows/${row}/indicators/i1/evidence`,
        { name: 'r.pdf', base64: pdf('d').toString('base64') },
        { 'if-match': '1' },
      ),
      act('officer', `/api/rows/${row}/indicators/i9/evidence`, { name: 'r.pdf', base64: pdf('e').toString('base64') }),
    ];
    for (const answer of await Promise.all(cases)) expect([404, 409]).toContain(answer.status);
    for (const text of ['c', 'd', 'e']) expect(await kept(pdf(text))).toBe(0);
  });

  test('two agencies attach one report: each reads it by its own name, whoever was first', async () => {
    const bytes = pdf('共同的部會報告');
    expect((await attach('officer2', elsewhere, bytes, '虛擬局內部.pdf')).status).toBe(200);
    for (const who of ['officer', 'supervisor'])
      expect((await house.ask(who, 'GET', `/api/evidence/${shaOf(bytes)}`)).status).toBe(404);
    expect((await attach('officer', row, bytes, '範例署報告.pdf')).status).toBe(200);
    for (const who of ['officer', 'supervisor', 'compiler', 'auditor', 'officer2'])
      expect((await house.ask(who, 'GET', `/api/evidence/${shaOf(bytes)}`)).status, who).toBe(200);
    const named = (await house.ask('officer', 'GET', `/api/evidence/${shaOf(bytes)}`)).headers['content-disposition'];
    expect(decodeURIComponent(String(named))).toContain('範例署報告.pdf');
    for (const who of ['xofficer', 'xcompiler', 'nobody', 'admin'])
      expect((await house.ask(who, 'GET', `/api/evidence/${shaOf(bytes)}`)).status, who).toBe(404);
  });

  test('a hash alone opens nothing: it cannot be named without its bytes', async () => {
    const bytes = pdf('只屬虛擬局');
    await attach('officer2', elsewhere, bytes);
    const named = { indicator: 'i1', sha256: shaOf(bytes), name: '我的.pdf' };
    expect([403, 404]).toContain((await act('officer', `/api/rows/${row}/attach-evidence`, named)).status);
    expect((await house.ask('officer', 'GET', `/api/evidence/${shaOf(bytes)}`)).status).toBe(404);
  });

  test('an unknown hash and another’s are answered alike', async () => {
    const bytes = pdf('alike');
    await attach('officer2', elsewhere, bytes);
    const [foreign, unknown] = [
      await house.ask('officer', 'GET', `/api/evidence/${shaOf(bytes)}`),
      await house.ask('officer', 'GET', `/api/evidence/${'0'.repeat(64)}`),
    ];
    expect([foreign.status, foreign.problem]).toEqual([unknown.status, unknown.problem]);
  });

  const zip = (files: Readonly<Record<string, string>>) =>
    Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)]))));
  const types = (main: string) =>
    `<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.${main}+xml"/></Types>`;
  const word = 'wordprocessingml.document.main';
  const docx = { '[Content_Types].xml': types(word), 'word/document.xml': '<w/>' };
  test.each([
    ['a program in a ZIP', 'a.zip', zip({ 'setup.exe': 'MZ' })],
    ['a program under another name in a ZIP', 'a.zip', zip({ '報告.pdf': 'MZ\u0090\u0000' })],
    ['a script in a ZIP', 'a.zip', zip({ 'run.js': 'alert(1)' })],
    ['a page in a ZIP', 'a.zip', zip({ 'index.html': '<script>' })],
    ['a ZIP in a ZIP', 'a.zip', zip({ 'inner.zip': 'PK\u0003\u0004' })],
    ['a macro file in a ZIP', 'a.zip', zip({ 'a.docm': 'PK\u0003\u0004' })],
    ['any ZIP called DOCX', 'a.docx', zip({ 'setup.exe': 'MZ' })],
    ['a DOCX with macros', 'a.docx', zip({ ...docx, 'word/vbaProject.bin': 'x' })],
    [
      'a DOCM called DOCX',
      'a.docx',
      zip({
        ...docx,
        '[Content_Types].xml':
          '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
      }),
    ],
    ['an XLSX called DOCX', 'a.docx', zip({ '[Content_Types].xml': types('spreadsheetml.sheet.main') })],
    ['a DOCX called ODT', 'a.odt', zip(docx)],
    [
      'an ODT with macros',
      'a.odt',
      zip({
        mimetype: 'application/vnd.oasis.opendocument.text',
        'content.xml': '<o/>',
        'Basic/Standard/Module1.xml': 'x',
      }),
    ],
    ['an empty ZIP', 'a.zip', zip({})],
    ['four bytes of a ZIP', 'a.zip', Buffer.from('PK\u0003\u0004')],
    ['a program called PDF', 'a.pdf', Buffer.from('MZ')],
    ['a page called PDF', 'a.pdf', Buffer.from('<html>')],
    ['a PDF called PNG', 'a.png', pdf('x')],
    ['an SVG', 'a.svg', Buffer.from('<svg/>')],
  ])('%s is refused', async (_name, name, bytes) => {
    for (const answer of [await attach('officer', row, bytes, name), await byPage('officer', row, bytes, name)])
      expect(answer.status, answer.body.slice(0, 300)).toBe(415);
    expect(await kept(bytes)).toBe(0);
  });

  test.each([
    ['PDF', 'a.pdf', pdf('good')],
    ['DOCX', 'a.docx', zip(docx)],
    ['ODT', 'a.odt', zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<o/>' })],
    ['a ZIP of PDFs', 'a.zip', zip({ '附件/一.pdf': '%PDF-1.7', '附件/二.PDF': '%PDF-1.4' })],
  ])('%s is taken', async (_name, name, bytes) => {
    expect((await attach('officer', row, bytes, name)).status).toBe(200);
    expect((await house.ask('officer', 'GET', `/api/evidence/${shaOf(bytes)}`)).bytes.equals(bytes)).toBe(true);
  });
});

describe('H4: accounts can be ended and mended', () => {
  const password = 'four unrelated words here';
  const invite = (login: string, grants = [{ role: 'officer', agency: 'bureau' }]) =>
    house.ask('admin', 'POST', '/api/accounts', { login, name: `${login}君`, grants });
  const signIn = (login: string, word = password) =>
    house.ask(null, 'POST', '/api/sessions', { login, password: word });

  test('a weak password leaves the link as it was: too short, common, holding the login', async () => {
    const { secret } = (await invite('weak')).json();
    for (const word of ['short', 'weak weak weak weak', '123456789012', 'password1234', 'qwertyuiop12'])
      expect((await house.ask(null, 'POST', '/api/passwords', { secret, password: word })).status, word).toBe(422);
    expect((await house.send(null, `/welcome/${secret}`, { password: 'abc' })).status).toBe(422);
    expect((await house.ask(null, 'POST', '/api/passwords', { secret, password })).status).toBe(201);
    expect((await house.ask(null, 'POST', '/api/passwords', { secret, password })).status).toBe(410);
  });

  test('the last of an agency’s administrators stays; another ministry touches none of it', async () => {
    const { id } = (await invite('mine')).json();
    for (const who of ['xadmin', 'officer', 'compiler', 'nobody'])
      for (const [path, body] of [
        ['link', undefined],
        ['grants', { role: 'administrator', agency: 'ministry' }],
        ['revocations', { role: 'officer', agency: 'bureau' }],
        ['deactivation', undefined],
        ['reactivation', undefined],
      ] as const)
        expect([403, 404]).toContain((await house.ask(who, 'POST', `/api/accounts/${id}/${path}`, body)).status);
    const unknown = await house.ask('xadmin', 'POST', '/api/accounts/no-such/link');
    const foreign = await house.ask('xadmin', 'POST', `/api/accounts/${id}/link`);
    expect([foreign.status, foreign.problem]).toEqual([unknown.status, unknown.problem]);
    for (const path of ['deactivation', 'revocations'])
      expect(
        (
          await house.ask('admin', 'POST', `/api/accounts/${house.idOf('admin')}/${path}`, {
            role: 'administrator',
            agency: 'ministry',
          })
        ).status,
      ).toBe(409);
  });

  test('one’s own password: the old one is asked for, all other sessions and tokens end', async () => {
    const { secret, id } = (await invite('own')).json();
    house.use('own', (await house.ask(null, 'POST', '/api/passwords', { secret, password })).json().token);
    house.use('own-elsewhere', (await signIn('own')).json().token);
    house.use('own-script', (await house.ask('own', 'POST', '/api/tokens', { name: 'script' })).json().token);
    const change = (who: string, current: string, next: string) =>
      house.ask(who, 'POST', '/api/me/password', { current, password: next });
    expect((await change('own', 'wrong wrong wrong', 'quite another set of words')).status).toBe(403);
    expect((await change('own', password, 'short')).status).toBe(422);
    expect((await change('own-script', password, 'quite another set of words')).status).toBe(403);
    expect((await house.ask(null, 'POST', '/api/me/password', { current: password, password })).status).toBe(401);
    const changed = await change('own', password, 'quite another set of words');
    expect(changed.status).toBe(201);
    for (const who of ['own', 'own-elsewhere', 'own-script'])
      expect((await house.ask(who, 'GET', '/api/me')).status).toBe(401);
    house.use('own', changed.json().token);
    expect((await house.ask('own', 'GET', '/api/me')).json().id).toBe(id);
    expect((await signIn('own')).status).toBe(401);
    expect((await signIn('own', 'quite another set of words')).status).toBe(201);
  });

  test('guessing the old password from a stolen session is counted as guessing', async () => {
    const { secret } = (await invite('stolen')).json();
    house.use('stolen', (await house.ask(null, 'POST', '/api/passwords', { secret, password })).json().token);
    const answers = await Promise.all(
      Array.from({ length: 9 }, (_, at) =>
        house.ask('stolen', 'POST', '/api/me/password', {
          current: `wrong guess number ${at}`,
          password: 'quite another set of words',
        }),
      ),
    );
    expect(answers.filter(({ status }) => status === 403)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(4);
  });
});

describe('H5: what is done to accounts is in the journal, without a secret', () => {
  test('set-up, invitations, roles, links, passwords, tokens, sessions ended, agencies', async () => {
    const password = 'four unrelated words here';
    const { id, secret } = (
      await house.ask('admin', 'POST', '/api/accounts', {
        login: 'traced',
        name: '蹤先生',
        grants: [{ role: 'officer', agency: 'bureau' }],
      })
    ).json();
    house.use('traced', (await house.ask(null, 'POST', '/api/passwords', { secret, password })).json().token);
    await house.ask('admin', 'POST', `/api/accounts/${id}/grants`, { role: 'supervisor', agency: 'bureau' });
    await house.ask('admin', 'POST', `/api/accounts/${id}/revocations`, { role: 'supervisor', agency: 'bureau' });
    const token = (await house.ask('traced', 'POST', '/api/tokens', { name: 'script' })).json();
    await house.ask('traced', 'DELETE', `/api/tokens/${token.id}`);
    await house.ask(null, 'POST', '/api/sessions', { login: 'traced', password });
    const sessions = (await house.ask('traced', 'GET', '/api/sessions')).json().sessions as {
      id: string;
      current: boolean;
    }[];
    await house.ask('traced', 'DELETE', `/api/sessions/${sessions.find(({ current }) => !current)?.id}`);
    const changed = await house.ask('traced', 'POST', '/api/me/password', {
      current: password,
      password: 'quite another set of words',
    });
    expect(changed.status).toBe(201);
    await house.ask('admin', 'POST', `/api/accounts/${id}/link`);
    await house.ask('admin', 'POST', `/api/accounts/${id}/deactivation`);
    await house.ask('admin', 'POST', `/api/accounts/${id}/reactivation`);
    await house.ask('admin', 'POST', '/api/agencies', { id: 'traced-agency', name: '新署', parent: 'ministry' });
    const history = await house.store.office.history(id);
    expect(history.map(({ kind }) => kind)).toEqual([
      'account-invited',
      'account-password-set',
      'account-granted',
      'account-revoked',
      'account-token-made',
      'account-token-revoked',
      'account-session-ended',
      'account-password-set',
      'account-link-issued',
      'account-deactivated',
      'account-reactivated',
    ]);
    expect(history.every(({ account }) => account !== null)).toBe(true);
    const all = JSON.stringify(await house.store.eventsAfter(0, 100_000));
    expect(all).toContain('traced-agency');
    for (const value of [secret, token.token, token.id, changed.json().token, password, 'argon2'])
      expect(all).not.toContain(value);
    // The administrator of the agency sees it; nobody else's does.
    const seen = await house.ask('admin', 'GET', `/api/accounts/${id}/history`);
    expect(seen.json().events).toHaveLength(history.length);
    for (const who of ['xadmin', 'officer', 'nobody'])
      expect([403, 404]).toContain((await house.ask(who, 'GET', `/api/accounts/${id}/history`)).status);
  });

  test('making the first administrator too', async () => {
    const fresh = await openHouse();
    try {
      for (const table of ['sessions', 'grants', 'accounts', 'agencies'])
        await fresh.store.connection.pool.query(`delete from guankao.${table}`);
      const secret = await firstAdministratorSecret(fresh.store.office, fresh.now);
      const made = {
        secret,
        ministryId: 'm1',
        ministryName: '甲部',
        login: 'first',
        name: '首任',
        password: 'four unrelated words here',
      };
      expect((await fresh.ask(null, 'POST', '/api/setup', made)).status).toBe(201);
      const kinds = (await fresh.store.eventsAfter(0, 1_000)).map(({ kind }) => kind);
      for (const kind of ['agency-added', 'account-invited', 'account-granted', 'account-password-set'])
        expect(kinds).toContain(kind);
    } finally {
      await fresh.close();
    }
  }, 120_000);
});

describe('M3: tokens', () => {
  const make = (who: string, more: object = {}) => house.ask(who, 'POST', '/api/tokens', { name: 'script', ...more });
  beforeAll(() =>
    house.person('maker', [
      { role: 'officer', agency: 'bureau' },
      { role: 'supervisor', agency: 'office' },
    ]),
  );

  test('are listed with their ends, without their secret', async () => {
    const made = (await make('maker', { days: 30 })).json();
    const listed = (await house.ask('maker', 'GET', '/api/tokens')).json().tokens as {
      id: string;
      expiresAt: string;
      name: string;
    }[];
    expect(listed.find(({ id }) => id === made.id)).toMatchObject({ expiresAt: '2026-02-04T01:00:00.000Z' });
    expect(JSON.stringify(listed)).not.toContain(made.token);
    expect(JSON.stringify((await house.ask('officer', 'GET', '/api/tokens')).json())).not.toContain(made.id);
    expect((await house.page('maker', '/office/me')).body).toContain('script');
  });

  test('end by themselves, at the latest after a year', async () => {
    house.use('short', (await make('maker', { days: 1 })).json().token);
    expect((await house.ask('short', 'GET', '/api/me')).status).toBe(200);
    const before = house.now;
    house.now = new Date(before.getTime() + 86_400_001);
    expect((await house.ask('short', 'GET', '/api/me')).status).toBe(401);
    house.now = before;
    for (const days of [0, -1, 367, 1e9, 0.5]) expect((await make('maker', { days })).status).toBe(400);
    const usual = (await make('maker')).json();
    expect(Date.parse(usual.expiresAt) - before.getTime()).toBeLessThanOrEqual(366 * 86_400_000);
  });

  test('may be given some of one’s roles, and then do nothing else: not by any route', async () => {
    house.use('scoped', (await make('maker', { roles: ['officer'] })).json().token);
    expect((await house.ask('scoped', 'GET', '/api/me')).json().grants).toEqual([
      { role: 'officer', agency: 'bureau' },
    ]);
    const row = await newRow('office');
    await write('officer2', row, someTexts);
    await move('officer2', row, 'submit');
    for (const [name, by] of ways.slice(0, 2))
      expect([403, 404], name).toContain((await by('scoped', row, 'approve')).status);
    expect((await house.ask('scoped', 'GET', `/api/rows/${row}`)).status).toBe(404);
    // One that is read only reads.
    house.use('reader', (await make('maker', { roles: [], readOnly: true })).json().token);
    expect((await move('maker', row, 'approve')).status).toBe(200);
    expect((await make('maker', { roles: ['administrator'] })).status).toBe(422);
  });

  test('one for reading changes nothing', async () => {
    house.use('reader', (await make('maker', { readOnly: true })).json().token);
    const row = await newRow();
    expect((await house.ask('reader', 'GET', `/api/rows/${row}`)).status).toBe(200);
    expect((await write('reader', row, { goals: 'x' })).status).toBe(403);
    expect((await act('reader', `/api/rows/${row}/submit`, {})).status).toBe(403);
    expect((await house.ask('reader', 'PUT', `/api/rows/${row}/draft`, { rowVersion: 1, body: {} })).status).toBe(403);
  });

  test('make no tokens, end no sessions, invite nobody', async () => {
    await house.person('chief', [{ role: 'administrator', agency: 'bureau' }]);
    house.use('chief-script', (await make('chief')).json().token);
    expect((await make('chief-script')).status).toBe(403);
    expect(
      (await house.ask('chief-script', 'POST', '/api/accounts', { login: 'ghost', name: 'g', grants: [] })).status,
    ).toBe(403);
    expect((await house.ask('chief-script', 'POST', `/api/accounts/${house.idOf('officer')}/link`)).status).toBe(403);
    expect(
      (
        await house.ask('chief-script', 'POST', `/api/accounts/${house.idOf('officer')}/grants`, {
          role: 'supervisor',
          agency: 'bureau',
        })
      ).status,
    ).toBe(403);
    expect(
      (await house.ask('chief-script', 'POST', '/api/agencies', { id: 'zz', name: 'z', parent: 'bureau' })).status,
    ).toBe(403);
    expect((await house.ask('chief-script', 'DELETE', '/api/sessions')).status).toBe(409);
    expect((await house.ask('chief-script', 'GET', '/api/sessions')).status).toBe(403);
    // A token is no cookie.
    const page = await house.server.inject({
      url: '/office',
      headers: { cookie: `guankao_session=${house.secretOf('chief-script')}` },
    });
    expect(page.statusCode).toBe(303);
  });

  test('are revoked by whose they are; another’s and an unknown one are answered alike', async () => {
    const made = (await make('maker')).json();
    house.use('revoked', made.token);
    const [foreign, unknown] = [
      await house.ask('officer', 'DELETE', `/api/tokens/${made.id}`),
      await house.ask('officer', 'DELETE', `/api/tokens/${'0'.repeat(64)}`),
    ];
    expect([foreign.status, foreign.problem]).toEqual([404, unknown.problem]);
    expect((await house.ask('revoked', 'GET', '/api/me')).status).toBe(200);
    expect((await house.ask('maker', 'DELETE', `/api/tokens/${made.id}`)).status).toBe(204);
    expect((await house.ask('revoked', 'GET', '/api/me')).status).toBe(401);
  });

  test('lose a role with their person', async () => {
    await house.person('loser', [{ role: 'officer', agency: 'bureau' }]);
    house.use('loser-script', (await make('loser')).json().token);
    await house.ask('admin', 'POST', `/api/accounts/${house.idOf('loser')}/revocations`, {
      role: 'officer',
      agency: 'bureau',
    });
    expect((await house.ask('loser-script', 'GET', '/api/me')).json().grants).toEqual([]);
  });
});

describe('M4: sessions end', () => {
  const password = 'four unrelated words here';
  let login = 0;
  /** A person with a password, signed in once. */
  async function member(): Promise<string> {
    const name = `member${(login += 1)}`;
    const { secret } = (
      await house.ask('admin', 'POST', '/api/accounts', {
        login: name,
        name,
        grants: [{ role: 'officer', agency: 'bureau' }],
      })
    ).json();
    house.use(name, (await house.ask(null, 'POST', '/api/passwords', { secret, password })).json().token);
    return name;
  }
  const alive = async (who: string) => (await house.ask(who, 'GET', '/api/me')).status === 200;

  test('signing out by header, by cookie, from the page', async () => {
    const bearer = await member();
    expect((await house.ask(bearer, 'DELETE', '/api/sessions')).status).toBe(204);
    expect(await alive(bearer)).toBe(false);
    const page = await member();
    expect((await house.send(page, '/sign-out', {})).status).toBe(303);
    expect(await alive(page)).toBe(false);
  });

  test('signing in anew ends the one that the browser had', async () => {
    const who = await member();
    const again = await house.server.inject({
      method: 'POST',
      url: '/api/sessions',
      payload: { login: who, password },
      headers: { cookie: `guankao_session=${house.secretOf(who)}`, 'sec-fetch-site': 'same-origin' },
    });
    expect(again.statusCode).toBe(201);
    expect(await alive(who)).toBe(false);
  });

  test('one that nobody used for half an hour', async () => {
    const who = await member();
    const before = house.now;
    for (let minutes = 20; minutes <= 100; minutes += 20) {
      house.now = new Date(before.getTime() + minutes * 60_000);
      expect(await alive(who), `${minutes}`).toBe(true);
    }
    house.now = new Date(house.now.getTime() + 31 * 60_000);
    expect(await alive(who)).toBe(false);
    house.now = before;
    const busy = await member();
    for (let minutes = 0; minutes < 600; minutes += 20) {
      house.now = new Date(before.getTime() + minutes * 60_000);
      await alive(busy);
    }
    house.now = new Date(before.getTime() + 600 * 60_000);
    expect(await alive(busy), 'ten hours at most').toBe(false);
    house.now = before;
  });

  test('they are listed, and each can be ended by its person alone', async () => {
    const who = await member();
    house.use('elsewhere', (await house.ask(null, 'POST', '/api/sessions', { login: who, password })).json().token);
    const list = (await house.ask(who, 'GET', '/api/sessions')).json().sessions as { id: string; current: boolean }[];
    expect(list.map(({ current }) => current).toSorted()).toEqual([false, true]);
    const other = list.find(({ current }) => !current)?.id ?? '';
    expect((await house.ask('officer', 'DELETE', `/api/sessions/${other}`)).status).toBe(404);
    expect(await alive('elsewhere')).toBe(true);
    expect((await house.ask(who, 'DELETE', `/api/sessions/${other}`)).status).toBe(204);
    expect([await alive('elsewhere'), await alive(who)]).toEqual([false, true]);
    expect((await house.page(who, '/office/me')).status).toBe(200);
  });
});

describe('M9: what asked who is kept by no cache', () => {
  test('every answer to somebody, and every refusal to nobody', async () => {
    const row = await newRow();
    const addresses = [
      '/api/me',
      '/api/rows/' + row,
      `/api/rows/${row}/history`,
      '/api/years',
      `/api/years/${year}`,
      `/api/years/${year}/form.csv`,
      `/api/years/${year}/form.json`,
      '/api/agencies',
      '/api/tokens',
      '/api/sessions',
      `/api/evidence/${'0'.repeat(64)}`,
      '/office',
      `/office/rows/${row}`,
      `/office/years/${year}`,
      '/office/open',
      '/office/accounts',
      '/office/me',
      '/import',
      '/filings/範例部-112/settle',
      '/filings/範例部-112/recipe.json',
      '/sign-in',
    ];
    for (const address of addresses)
      for (const who of ['compiler', 'admin', null]) {
        const answer = who === null ? await house.page(null, address) : await house.ask(who, 'GET', address);
        expect(answer.headers['cache-control'], `${who} ${address} ${answer.status}`).toBe('no-store');
      }
    const signedIn = await house.ask(null, 'POST', '/api/sessions', { login: 'x', password: 'y' });
    expect(signedIn.headers['cache-control']).toBe('no-store');
    const form = await house.ask('officer', 'PATCH', `/api/rows/${row}/texts`, { goals: 'x' }, { 'if-match': '1' });
    expect(form.headers['cache-control']).toBe('no-store');
  });

  test('what is public may be kept', async () => {
    for (const address of ['/', '/plans', '/filings/範例部-112'])
      expect((await house.page(null, address)).headers['cache-control']).not.toBe('no-store');
  });
});

describe('M11: replays', () => {
  const key = { 'idempotency-key': 'k1' };
  test('after a role is taken away a replay shows nothing', async () => {
    await house.person('leaver', [{ role: 'officer', agency: 'bureau' }]);
    const row = await newRow();
    const save = () =>
      house.ask('leaver', 'PATCH', `/api/rows/${row}/texts`, { goals: '完成3案。' }, { 'if-match': '1', ...key });
    expect((await save()).status).toBe(200);
    expect((await save()).headers['idempotent-replay']).toBe('true');
    await house.ask('admin', 'POST', `/api/accounts/${house.idOf('leaver')}/revocations`, {
      role: 'officer',
      agency: 'bureau',
    });
    const gone = await save();
    expect([gone.status, gone.body.includes('完成3案')]).toEqual([404, false]);
  });

  test('the same key with another If-Match, body or address is another request', async () => {
    const row = await newRow();
    const save = (texts: object, match: string) =>
      house.ask('officer', 'PATCH', `/api/rows/${row}/texts`, texts, {
        'if-match': match,
        'idempotency-key': `k-${row}`,
      });
    expect((await save({ goals: '甲' }, '1')).status).toBe(200);
    for (const answer of [await save({ goals: '甲' }, '2'), await save({ goals: '乙' }, '1')])
      expect([answer.status, answer.problem]).toEqual([422, 'idempotency-key-reused']);
    const other = await house.ask(
      'officer',
      'POST',
      `/api/rows/${row}/moves`,
      { move: 'submit' },
      { 'if-match': '2', 'idempotency-key': `k-${row}` },
    );
    expect(other.problem).toBe('idempotency-key-reused');
    // Another's key of the same name is theirs.
    expect(
      (
        await house.ask(
          'accountant',
          'PUT',
          `/api/rows/${row}/money`,
          { approvedTotal: 1, ownTotal: null, opening: null, money: null },
          { 'if-match': '2', 'idempotency-key': `k-${row}` },
        )
      ).status,
    ).toBe(200);
  });

  test.each(['texts', 'money', 'indicators', 'add-row', 'money file'])(
    'twelve twins at once do it once, and all are answered: %s',
    async (what) => {
      const row = await newRow();
      const name = (await house.store.office.row(row))?.texts.name;
      const { version } = (await house.store.office.year(year))?.year ?? { version: 0 };
      const headers = { 'if-match': '1', 'idempotency-key': `twins-${row}` };
      const asked: Record<string, () => Promise<Answer>> = {
        texts: () => house.ask('officer', 'PATCH', `/api/rows/${row}/texts`, { goals: '雙生' }, headers),
        money: () =>
          house.ask(
            'accountant',
            'PUT',
            `/api/rows/${row}/money`,
            { approvedTotal: 7, ownTotal: null, opening: null, money: someMoney },
            headers,
          ),
        indicators: () =>
          house.ask(
            'officer',
            'POST',
            `/api/rows/${row}/indicators`,
            { label: '雙生', comparator: 'milestone', unit: null, target: null, text: 'x' },
            headers,
          ),
        'add-row': () =>
          house.ask(
            'compiler',
            'POST',
            `/api/years/${year}/add-row`,
            { name: '雙生計畫', agency: 'bureau' },
            { ...headers, 'if-match': String(version) },
          ),
        'money file': () =>
          house.ask(
            'accountant',
            'POST',
            `/api/years/${year}/money`,
            {
              fileName: 'twins.csv',
              base64: Buffer.from(`計畫名稱,法定預算數,實現數,應付數,保留數,賸餘數\n${name},5,5,0,0,0`).toString(
                'base64',
              ),
              record: true,
            },
            { 'idempotency-key': `twins-${row}` },
          ),
      };
      const before = await events();
      const answers = await Promise.all(
        Array.from({ length: 12 }, asked[what] ?? (() => Promise.reject(new Error(what)))),
      );
      expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 200));
      expect(await events()).toBe(before + 1);
      if (what === 'add-row') rows += 1;
    },
  );

  test('keys are not kept for ever', async () => {
    await house.store.office.sweepKeys(new Date(house.now.getTime() + 86_400_000));
    const { rowCount } = await house.store.connection.pool.query('select 1 from guankao.idempotency_keys');
    expect(rowCount).toBe(0);
  });
});

describe('Low', () => {
  test('whether something is there is not told: unknown and another ministry’s are answered alike', async () => {
    const row = await newRow();
    const pairs: readonly (readonly [Parameters<House['ask']>[1], string, string, unknown?])[] = [
      ['GET', `/api/years/${year}`, '/api/years/他部-099'],
      ['GET', `/api/years/${year}/form.csv`, '/api/years/他部-099/form.csv'],
      ['POST', `/api/years/${year}/submission`, '/api/years/他部-099/submission', {}],
      ['POST', `/api/years/${year}/publication`, '/api/years/他部-099/publication', { ground: 'x' }],
      ['POST', `/api/years/${year}/correction`, '/api/years/他部-099/correction', { rows: ['x'], reason: 'x' }],
      ['POST', `/api/years/${year}/money`, '/api/years/他部-099/money', { fileName: 'a.csv', base64: 'YQ==' }],
      [
        'POST',
        `/api/years/${year}/budget-comparison`,
        '/api/years/他部-099/budget-comparison',
        { fileName: 'a.csv', base64: 'YQ==' },
      ],
      ['POST', `/api/years/${year}/add-row`, '/api/years/他部-099/add-row', { name: 'x', agency: 'branch' }],
      ['POST', `/api/years/${year}/discard`, '/api/years/他部-099/discard', {}],
      ['GET', `/api/rows/${row}`, '/api/rows/他部-099-01'],
      ['GET', `/api/rows/${row}/history`, '/api/rows/他部-099-01/history'],
      ['PATCH', `/api/rows/${row}/texts`, '/api/rows/他部-099-01/texts', { goals: 'x' }],
      ['PUT', `/api/rows/${row}/draft`, '/api/rows/他部-099-01/draft', { rowVersion: 1, body: {} }],
      ['POST', `/api/rows/${row}/submit`, '/api/rows/他部-099-01/submit', {}],
      ['POST', `/api/accounts/${house.idOf('officer')}/link`, '/api/accounts/no-such/link'],
      ['POST', `/api/accounts/${house.idOf('officer')}/deactivation`, '/api/accounts/no-such/deactivation'],
    ];
    for (const who of ['xcompiler', 'xofficer', 'xaccountant', 'xadmin', 'nobody'])
      for (const [method, foreign, unknown, body] of pairs) {
        const headers = { 'if-match': '1' };
        const [one, two] = [
          await house.ask(who, method, foreign, body, headers),
          await house.ask(who, method, unknown, body, headers),
        ];
        expect([one.status, one.problem], `${who} ${method} ${foreign}`).toEqual([two.status, two.problem]);
        expect(one.status).toBeGreaterThanOrEqual(400);
      }
    for (const path of [`/office/years/${year}`, `/office/rows/${row}`, `/office/years/${year}/money`])
      expect((await house.page('xcompiler', path)).status).toBe(404);
  });

  test('people without a role see no agencies and open nothing', async () => {
    for (const address of ['/office/open', '/api/agencies', '/office/accounts', '/import'])
      expect([403, 404], address).toContain((await house.page('nobody', address)).status);
    expect([403, 404]).toContain((await house.page('officer', '/office/open')).status);
    expect((await house.page('compiler', '/office/open')).status).toBe(200);
  });

  test('a role is one of the six, by every way in', async () => {
    const asked = { login: 'king', name: '王', role: 'superuser', agency: 'bureau' };
    for (const role of ['superuser', '', 'Officer', 'public']) {
      expect((await house.send('admin', '/office/accounts', { ...asked, role })).status).toBe(422);
      expect(
        (
          await house.send('admin', `/office/accounts/${house.idOf('officer')}`, {
            do: 'grant',
            role,
            agency: 'bureau',
          })
        ).status,
      ).toBe(422);
      expect([400, 422]).toContain(
        (await house.ask('admin', 'POST', `/api/accounts/${house.idOf('officer')}/grants`, { role, agency: 'bureau' }))
          .status,
      );
    }
  });

  test('full-width signs of a formula are disarmed in every CSV', async () => {
    const row = await newRow();
    const formulas = { plannedWork: '＝HYPERLINK("x")', execution: '＋1', goals: '－cmd|1', explanation: '＠SUM(A1)' };
    await write('officer', row, { ...someTexts, name: '＝1+1', ...formulas });
    const csv = (await house.ask('compiler', 'GET', `/api/years/${year}/form.csv`)).body;
    for (const text of ['＝1+1', '＝HYPERLINK', '＋1', '－cmd', '＠SUM']) expect(csv).toContain(`'${text}`);
    const { reading } = await filingOf('範例部', 2019, ['＝cmd計畫']);
    await house.upload(
      'compiler',
      '/import',
      { name: 'f.csv', bytes: await exportForm(reading, 'ods') },
      { keep: 'public', ground: '依法' },
    );
    const list = (await house.page(null, '/plans.csv?q=cmd')).body;
    expect(list).toContain(`'＝cmd計畫`);
  });

  test('common and guessable passwords are refused', async () => {
    for (const password of [
      '123456789012',
      'password1234',
      'aaaaaaaaaaaa',
      'qwertyuiop12',
      '範例部範例部範例部範例部',
    ]) {
      const { secret } = (
        await house.ask('admin', 'POST', '/api/accounts', {
          login: `p${Math.random().toString(36).slice(2)}`,
          name: 'p',
          grants: [{ role: 'officer', agency: 'bureau' }],
        })
      ).json();
      expect((await house.ask(null, 'POST', '/api/passwords', { secret, password })).status, password).toBe(422);
    }
  });

  test('headers: transport security and __Host- cookies over https, who may embed us', async () => {
    const { createServer } = await import('@guankao/server');
    const work = await testPool();
    const secure = await createServer({
      catalogue: house.store.catalogue,
      office: house.store.office,
      pool: work.pool,
      origin: 'https://plans.example',
      clock: () => house.now,
    });
    const { secret } = (
      await house.ask('admin', 'POST', '/api/accounts', {
        login: 'secure',
        name: 's',
        grants: [{ role: 'officer', agency: 'bureau' }],
      })
    ).json();
    const made = await secure.inject({
      method: 'POST',
      url: '/api/passwords',
      payload: { secret, password: 'four unrelated words here' },
    });
    expect(String(made.headers['set-cookie'])).toMatch(/__Host-guankao_session=[^;]+;.*HttpOnly;.*Secure/);
    expect(made.headers['strict-transport-security']).toContain('max-age');
    expect(made.headers['cross-origin-resource-policy']).toBe('same-origin');
    await secure.close();
    await work.close();
  });
});
