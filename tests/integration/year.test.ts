import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportForm } from '@guankao/forms';
import { pastedForm, read, readDocument, typedDocument } from '@guankao/reading';
import { createServer, firstAdministratorSecret } from '@guankao/server';
import { openStore, type Store } from '@guankao/store';
import { testPool } from '../built-child.ts';
import { startTestServer, type TestServer } from './database.ts';

/** A year played by a script over HTTP: two agencies and their ministry, every role, from sign-in to the correction. */

let now = new Date('2026-01-05T01:00:00Z');
const clock = () => now;

const lastYear = {
  rows: [
    '海岸復育計畫',
    '步道整建計畫',
    '圖書館共享計畫',
    '氣象站更新計畫',
    '檔案數位化計畫',
    '通學步道計畫',
    '防災倉儲計畫',
    '志工培訓計畫',
  ].map((name, at) => ({
    name,
    type: '社會發展',
    period: '112年1月至115年12月',
    approvedTotal: `${9 + at},000`,
    budgetedToDate: `${700 + at}`,
    executedToDate: `${650 + at}`,
    plannedWork: '辦理相關作業。',
    execution: '完成相關作業，第二期預計114年6月完成。',
    goals: '完成3案。',
    explanation: '完成3案。',
  })),
};

const password = 'four unrelated words here';

describe('a year over HTTP', () => {
  let database: TestServer;
  let work: Awaited<ReturnType<typeof testPool>>;
  let store: Store;
  let server: FastifyInstance;
  const tokens = new Map<string, string>();

  async function call(
    who: string | null,
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) {
    const token = who === null ? undefined : tokens.get(who);
    const response = await server.inject({
      method,
      url,
      ...(body === undefined ? {} : { payload: body as object }),
      headers: { ...headers, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
    });
    return {
      status: response.statusCode,
      json: () => response.json(),
      headers: response.headers,
      bytes: response.rawPayload,
    };
  }

  const version = async (who: string, url: string) => String((await call(who, 'GET', url)).headers['etag']);
  const row = (at: number) => `/api/rows/${encodeURIComponent(`範例部-114-0${at}`)}`;
  const year = `/api/years/${encodeURIComponent('範例部-114')}`;

  const publish = async (who: string, body: object) =>
    call(who, 'POST', `${year}/publication`, body, {
      'if-match': await version(who === 'officer' ? 'compiler' : who, year),
    });

  beforeAll(async () => {
    database = await startTestServer();
    work = await testPool();
    store = await openStore({ url: await database.emptyDatabase(), folder: '', program: 'guankao test' });
    const { form } = pastedForm('範例部', 2024, '千元', lastYear.rows);
    const bytes = await exportForm(readDocument(await typedDocument(form)).reading, 'csv');
    const { reading } = await read({ name: '範例部-113.csv', bytes });
    await store.importReading(
      reading,
      { name: '範例部-113.csv', mediaType: 'text/csv', bytes },
      { actor: 'operator', role: 'operator', at: now },
    );
    server = await createServer({
      catalogue: store.catalogue,
      pool: work.pool,
      office: store.office,
      clock,
      patience: 60_000,
    });
  });
  afterAll(async () => {
    await server.close();
    await work.close();
    await store.close();
    await database.stop();
  });

  test('the administrator is made once, with the one-time secret and no default password', async () => {
    const secret = await firstAdministratorSecret(store.office, now);
    const body = { secret, ministryId: 'ministry', ministryName: '範例部', login: 'admin', name: '管理者', password };
    expect((await call(null, 'POST', '/api/setup', { ...body, password: 'short' })).status).toBe(422);
    const made = await call(null, 'POST', '/api/setup', body);
    expect(made.status).toBe(201);
    tokens.set('admin', made.json().token);
    expect((await call(null, 'POST', '/api/setup', { ...body, login: 'again' })).status).toBe(410);
    expect(await firstAdministratorSecret(store.office, now)).toBeNull();
  });

  test('people are invited, set their passwords, sign in; five wrong passwords lock the door', async () => {
    for (const [id, name] of [
      ['bureau', '範例署'],
      ['office', '虛擬局'],
    ]) {
      expect((await call('admin', 'POST', '/api/agencies', { id, name, parent: 'ministry' })).status).toBe(201);
    }
    const people = [
      ['officer', 'officer', 'bureau'],
      ['officer2', 'officer', 'office'],
      ['supervisor', 'supervisor', 'bureau'],
      ['supervisor2', 'supervisor', 'office'],
      ['accountant', 'accountant', 'ministry'],
      ['compiler', 'compiler', 'ministry'],
      ['auditor', 'auditor', 'ministry'],
    ] as const;
    for (const [login, role, agency] of people) {
      const invited = await call('admin', 'POST', '/api/accounts', { login, name: login, grants: [{ role, agency }] });
      expect(invited.status).toBe(201);
      const set = await call(null, 'POST', '/api/passwords', { secret: invited.json().secret, password });
      expect(set.status).toBe(201);
      tokens.set(login, set.json().token);
    }
    expect(
      (
        await call('officer', 'POST', '/api/accounts', {
          login: 'x1',
          name: 'x',
          grants: [{ role: 'officer', agency: 'bureau' }],
        })
      ).status,
    ).toBe(403);
    for (let attempt = 0; attempt < 5; attempt++)
      expect((await call(null, 'POST', '/api/sessions', { login: 'auditor', password: 'wrong password' })).status).toBe(
        401,
      );
    expect((await call(null, 'POST', '/api/sessions', { login: 'auditor', password })).status).toBe(429);
    now = new Date(now.getTime() + 31_000);
    expect((await call(null, 'POST', '/api/sessions', { login: 'auditor', password })).status).toBe(201);
    expect((await call(null, 'POST', '/api/sessions', { login: 'nobody', password })).status).toBe(401);
  });

  test('the compiler opens the year; agencies’ rows appear, carried over; each sees its own', async () => {
    const agencies = Object.fromEntries(lastYear.rows.map((_, at) => [`r0${at + 1}`, at < 5 ? 'bureau' : 'office']));
    const body = { ministry: 'ministry', fiscalYear: 2025, from: '範例部-113', agencies };
    expect((await call('officer', 'POST', '/api/years', body)).status).toBe(403);
    const opened = await call('compiler', 'POST', '/api/years', body, { 'idempotency-key': 'open-1' });
    expect(opened.status).toBe(201);
    expect(opened.json().rows).toHaveLength(8);
    const again = await call('compiler', 'POST', '/api/years', body, { 'idempotency-key': 'open-1' });
    expect([again.status, again.headers['idempotent-replay']]).toEqual([201, 'true']);
    expect((await call('compiler', 'POST', '/api/years', body)).status).toBe(409);
    expect((await call('officer', 'GET', year)).json().rows).toHaveLength(5);
    expect((await call('officer2', 'GET', year)).json().rows).toHaveLength(3);
    expect((await call('officer', 'GET', row(6))).status).toBe(404);
    expect((await call(null, 'GET', year)).status).toBe(401);
    expect(
      (await call('officer', 'GET', row(1))).json().row.lastYear.commitments.map((one: { due: string }) => one.due),
    ).toEqual(['2025-06']);
  });

  test('主計 imports money; what does not agree is shown before anything is recorded', async () => {
    const header = '計畫名稱,法定預算數,追加減預算數,保留轉入數,實現數,應付數,保留數,賸餘數';
    const lines = lastYear.rows.map(
      ({ name }, at) => `${name},${100_000 + at},0,0,${90_000 + at},5000,5000,${at === 2 ? 1 : 0}`,
    );
    const base64 = Buffer.from([header, ...lines, '不在表上的計畫,1,0,0,1,0,0,0'].join('\n')).toString('base64');
    expect((await call('officer', 'POST', `${year}/money`, { fileName: 'accounts.csv', base64 })).status).toBe(403);
    const shown = await call('accountant', 'POST', `${year}/money`, { fileName: 'accounts.csv', base64 });
    expect(shown.status).toBe(200);
    const { rows, unmatched, mapping } = shown.json();
    expect(mapping.components).toMatchObject({ budget: '法定預算數', realised: '實現數', carriedOver: '保留數' });
    expect(unmatched.map((one: { name: string }) => one.name)).toEqual(['不在表上的計畫']);
    expect(
      rows.map(
        (one: { checks: { id: string; agrees: boolean }[] }) => one.checks.find(({ id }) => id === 'identity')?.agrees,
      ),
    ).toEqual([true, true, false, true, true, true, true, true]);
    expect(
      (await call('accountant', 'POST', `${year}/money`, { fileName: 'accounts.csv', base64, record: true })).status,
    ).toBe(422);
    const mended = Buffer.from(
      [header, ...lines.map((line) => line.replace(/,1$/, ',0').replace('100002,0,0', '100002,0,0'))].join('\n'),
    ).toString('base64');
    const recorded = await call('accountant', 'POST', `${year}/money`, {
      fileName: 'accounts.csv',
      base64: mended,
      record: true,
    });
    expect([recorded.status, recorded.json().recorded]).toEqual([200, true]);
    expect((await call('officer', 'GET', row(1))).json().row.money.years).toMatchObject([
      { fiscalYear: 2025, money: { budget: 100_000, realised: 90_000 } },
    ]);
  });

  test('the form as it stands is held against a budget book, which is not kept', async () => {
    const before = await store.catalogue.health();
    const base64 = Buffer.from(
      '3.海岸復育計畫總經費9,000千元，分4年辦理，112至114年度已編列900千元，本年度續編第3年經費200千元。',
    ).toString('base64');
    expect((await call(null, 'POST', `${year}/budget-comparison`, { fileName: 'budget.txt', base64 })).status).toBe(
      401,
    );
    const compared = await call('accountant', 'POST', `${year}/budget-comparison`, { fileName: 'budget.txt', base64 });
    expect(compared.status).toBe(200);
    expect(compared.json().matched).toMatchObject([
      {
        row: '範例部-114-01',
        name: '海岸復育計畫',
        differences: [{ field: 'budgetedToDate', kind: 'amount', here: { twd: 800_000 }, there: { twd: 900_000 } }],
      },
    ]);
    expect(compared.json().unmatched).toHaveLength(7);
    expect(await store.catalogue.health()).toEqual(before);
  });

  test('主計 records the documents that approved a plan; the form follows the one in force', async () => {
    const first = {
      documentNumber: '院臺範字第1120000001號',
      date: '2023-01-05',
      total: 9_000_000,
      period: '112年1月至115年12月',
    };
    const revised = {
      documentNumber: '院臺範字第1140000002號',
      date: '2025-08-09',
      total: 12_000_000,
      period: '112年1月至116年8月',
      reason: '用地取得展延',
    };
    const record = async (who: string, body: object) =>
      call(who, 'POST', `${row(1)}/plan-versions`, body, { 'if-match': await version(who, row(1)) });
    expect((await record('officer', first)).status).toBe(403);
    expect((await record('accountant', { ...first, date: '112年1月5日' })).status).toBe(400);
    expect((await record('accountant', first)).status).toBe(200);
    expect((await record('accountant', { ...revised, reason: undefined })).json().type).toBe(
      'urn:guankao:problem:reason-owed',
    );
    const held = (await record('accountant', revised)).json().row;
    expect([held.versions.length, held.texts.period, held.money.approvedTotal]).toEqual([
      2,
      '112年1月至116年8月',
      12_000_000,
    ]);
    expect(
      (
        await call(
          'officer',
          'PATCH',
          `${row(1)}/texts`,
          { period: '112年1月至120年12月' },
          { 'if-match': await version('officer', row(1)) },
        )
      ).json().type,
    ).toBe('urn:guankao:problem:period-not-approved');
    const target = {
      label: '沙丘植生',
      comparator: '>=',
      unit: '公頃',
      scope: 'plan',
      target: 30,
      text: '完成沙丘植生30公頃',
    };
    expect(
      (await call('officer', 'POST', `${row(1)}/indicators`, target, { 'if-match': await version('officer', row(1)) }))
        .status,
    ).toBe(200);
  });

  test('承辦 writes; an older version is refused and nothing of either is lost', async () => {
    const texts = {
      plannedWork: '辦理第二期作業。',
      execution: '第二期於114年6月20日完成。',
      goals: '完成3案。',
      explanation: '完成3案。',
    };
    for (let at = 1; at <= 8; at++) {
      const who = at <= 5 ? 'officer' : 'officer2';
      const saved = await call(who, 'PATCH', `${row(at)}/texts`, texts, { 'if-match': await version(who, row(at)) });
      expect(saved.status).toBe(200);
    }
    const stale = await call('officer', 'PATCH', `${row(1)}/texts`, { goals: '完成4案。' }, { 'if-match': '1' });
    expect([stale.status, stale.json().type]).toEqual([409, 'urn:guankao:problem:stale-version']);
    expect((await call('officer', 'PATCH', `${row(1)}/texts`, { goals: '完成4案。' })).status).toBe(400);
    expect((await call('officer2', 'PATCH', `${row(1)}/texts`, { goals: 'x' }, { 'if-match': '1' })).status).toBe(404);
  });

  test('單位主管 returns with a comment on the field, then approves; nobody approves their own', async () => {
    for (let at = 1; at <= 8; at++) {
      const [writer, approver] = at <= 5 ? ['officer', 'supervisor'] : ['officer2', 'supervisor2'];
      const move = async (who: string, body: object) =>
        call(who, 'POST', `${row(at)}/moves`, body, { 'if-match': await version(who, row(at)) });
      expect((await move(writer, { move: 'submit' })).status).toBe(200);
      expect((await move(writer, { move: 'approve' })).status).toBe(403);
      if (at === 2) {
        expect((await move(approver, { move: 'return' })).status).toBe(422);
        expect(
          (await move(approver, { move: 'return', comments: [{ field: 'execution', text: '請補工程名稱' }] })).status,
        ).toBe(200);
        const returned = (await call(writer, 'GET', row(at))).json();
        expect([returned.row.state, returned.row.remarks[0].field, returned.moves]).toEqual([
          'returned',
          'execution',
          ['write-texts', 'submit'],
        ]);
        expect(
          (
            await call(
              writer,
              'PATCH',
              `${row(at)}/texts`,
              { execution: '步道第二期工程於114年6月20日完成。' },
              { 'if-match': await version(writer, row(at)) },
            )
          ).status,
        ).toBe(200);
        expect((await move(writer, { move: 'submit' })).status).toBe(200);
      }
      if (at === 8) {
        const early = await call(
          'compiler',
          'POST',
          `${year}/submission`,
          {},
          { 'if-match': await version('compiler', year) },
        );
        expect([early.status, early.json().type]).toEqual([409, 'urn:guankao:problem:rows-not-approved']);
      }
      expect((await move(approver, { move: 'approve' })).status).toBe(200);
    }
  });

  test('彙整 submits: the edition is frozen with its hash, published, and read back to the same records', async () => {
    const submitted = await call(
      'compiler',
      'POST',
      `${year}/submission`,
      {},
      { 'if-match': await version('compiler', year), 'idempotency-key': 'submit-1' },
    );
    expect(submitted.json().year).toMatchObject({
      state: 'submitted',
      editions: [{ number: 1, reason: null, published: null }],
    });
    // Reported is not published: nobody outside finds anything of it.
    expect(await store.catalogue.filing('範例部-114')).toBeNull();
    const { sha256 } = (await store.heldEditions())[0]?.edition ?? { sha256: '' };
    for (const address of [
      '/filings/範例部-114',
      '/plans/範例部-114-01',
      `/sources/${sha256}`,
      '/api/filings/範例部-114',
    ])
      expect((await server.inject(encodeURI(address))).statusCode).toBe(404);
    expect((await server.inject('/plans')).body).not.toContain('114年度');
    expect((await publish('officer', { ground: '政府資訊公開法第7條' })).status).toBe(403);
    expect((await publish('compiler', { ground: ' ' })).json().type).toBe('urn:guankao:problem:reason-owed');
    const shown = await publish('compiler', { ground: '政府資訊公開法第7條' });
    expect(shown.json().year.editions[0].published).toMatchObject({ by: 'compiler', ground: '政府資訊公開法第7條' });
    const published = await store.catalogue.filing('範例部-114');
    expect(published?.reading.plans).toHaveLength(8);
    for (const format of ['pdf', 'ods', 'csv'] as const) {
      const form = await call('compiler', 'GET', `${year}/form.${format}`);
      expect(form.status).toBe(200);
      const back = await read({ name: `form.${format}`, bytes: new Uint8Array(form.bytes) });
      const records = (plans: typeof back.reading.plans) =>
        plans.map(({ name, type, approvedTotal, budgetedToDate, executedToDate, execution }) => ({
          name,
          type,
          approvedTotal,
          budgetedToDate,
          executedToDate,
          execution: execution.map(({ text }) => text),
        }));
      expect(records(back.reading.plans)).toEqual(records(published?.reading.plans ?? []));
    }
  });

  test('a correction afterwards is a new edition that says why; both stay reachable', async () => {
    const ids = ['範例部-114-02'];
    const opened = await call(
      'compiler',
      'POST',
      `${year}/correction`,
      { rows: ids, reason: '步道公里數誤植' },
      { 'if-match': await version('compiler', year) },
    );
    expect(opened.json().year.state).toBe('correcting');
    expect(
      (
        await call(
          'officer',
          'PATCH',
          `${row(2)}/texts`,
          { execution: '步道第二期工程3公里於114年6月20日完成。' },
          { 'if-match': await version('officer', row(2)) },
        )
      ).status,
    ).toBe(200);
    for (const [who, move] of [
      ['officer', 'submit'],
      ['supervisor', 'approve'],
    ] as const) {
      expect(
        (await call(who, 'POST', `${row(2)}/moves`, { move }, { 'if-match': await version(who, row(2)) })).status,
      ).toBe(200);
    }
    expect(
      (await call('compiler', 'POST', `${year}/submission`, {}, { 'if-match': await version('compiler', year) }))
        .status,
    ).toBe(422);
    const again = await call(
      'compiler',
      'POST',
      `${year}/submission`,
      { reason: '步道公里數誤植' },
      { 'if-match': await version('compiler', year) },
    );
    expect(
      again
        .json()
        .year.editions.map(({ number, reason }: { number: number; reason: string | null }) => [number, reason]),
    ).toEqual([
      [1, null],
      [2, '步道公里數誤植'],
    ]);
    expect((await publish('compiler', { ground: '政府資訊公開法第7條' })).status).toBe(200);
    const text = async (edition: number) =>
      (await store.catalogue.filing('範例部-114', edition))?.reading.plans[1]?.execution
        .map((one) => one.text)
        .join('');
    expect([await text(1), await text(2)]).toEqual([
      '步道第二期工程於114年6月20日完成。',
      '步道第二期工程3公里於114年6月20日完成。',
    ]);
  });

  test('next year begins where this one ends: money by component, approved versions and whole-plan targets are not typed again', async () => {
    const opened = await call('compiler', 'POST', '/api/years', {
      ministry: 'ministry',
      fiscalYear: 2026,
      from: '範例部-114',
    });
    expect(opened.status).toBe(201);
    const [next] = opened.json().rows;
    expect(next).toMatchObject({
      agency: 'bureau',
      share: '範例部-114-01',
      versions: [{ number: 1 }, { number: 2 }],
      money: {
        approvedTotal: 12_000_000,
        opening: { budgeted: 700_000 },
        years: [{ fiscalYear: 2025, money: { budget: 100_000 } }],
      },
      indicators: [{ label: '沙丘植生', scope: 'plan', targets: [{ value: 30 }], actual: null }],
      lastYear: { fiscalYear: 2025 },
    });
  });

  test('審計 reads all and changes nothing; another site cannot make a browser act', async () => {
    expect((await call('auditor', 'GET', year)).json().rows).toHaveLength(8);
    expect(
      (
        await call(
          'auditor',
          'PATCH',
          `${row(1)}/texts`,
          { goals: 'x' },
          { 'if-match': await version('auditor', row(1)) },
        )
      ).status,
    ).toBe(403);
    const cookie = `guankao_session=${tokens.get('officer')}`;
    const forged = await server.inject({
      method: 'POST',
      url: `${row(1)}/moves`,
      payload: { move: 'submit' },
      headers: { cookie, 'if-match': '1', origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' },
    });
    expect([forged.statusCode, forged.json().type]).toEqual([403, 'urn:guankao:problem:cross-site']);
  });

  test('rows are checked without an account, and nothing of them is kept', async () => {
    const before = await store.catalogue.health();
    const [sample] = lastYear.rows;
    const checked = await call(null, 'POST', '/api/check', {
      agency: '範例部',
      fiscalYear: 2024,
      rows: [{ ...sample, goals: '完成沙丘植生30公頃。', explanation: '完成沙丘植生26公頃。' }],
    });
    expect(
      checked
        .json()
        .findings.map(({ field, finding }: { field: string; finding: { rule: string } }) => [finding.rule, field]),
    ).toContainEqual(['target-missed', 'goals']);
    expect(await store.catalogue.health()).toEqual(before);
  });

  test('a flood of sign-ins is refused before any password is looked at', async () => {
    const codes = [];
    for (let attempt = 0; attempt < 70; attempt++)
      codes.push(
        (await server.inject({ method: 'POST', url: '/api/sessions', payload: { login: 'none', password: '' } }))
          .statusCode,
      );
    expect(codes.at(-1)).toBe(429);
  });

  test('the whole record can be made anew from its events', async () => {
    expect((await store.rebuild()).identical).toBe(true);
  });
});
