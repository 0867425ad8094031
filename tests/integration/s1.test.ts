import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportForm } from '@guankao/forms';
import { filingOf, openHouse, someMoney, someTexts, type House } from './house.ts';

/**
 * The S1 list of the user review as tests, each with others of its kind: where a page says fine, saved or published and
 * it is not, or where a refusal loses what somebody typed. Pages over HTTP, without a script.
 */

let house: House;
const year = '範例部-114';
beforeAll(async () => {
  house = await openHouse();
  await house.openYear([
    { name: '海岸復育計畫', agency: 'bureau' },
    { name: '步道整建計畫', agency: 'office' },
    { name: '氣象站更新計畫', agency: 'bureau' },
  ]);
}, 240_000);
afterAll(() => house.close());

const row = (at: number) => `${year}-0${at}`;
const versionOf = async (id: string) =>
  String((await house.store.office.row(id))?.version ?? (await house.store.office.year(id))?.year.version ?? 0);
const events = async () => (await house.store.catalogue.health()).events;
const textsOf = async (at: number) => (await house.store.office.row(row(at)))?.texts;
/** All fields of the form of the texts, as a browser sends them. */
const form = async (at: number, typed: Record<string, string> = {}) => ({
  version: await versionOf(row(at)),
  ...someTexts,
  name: (await textsOf(at))?.name ?? '',
  'period-printed': someTexts.period,
  ...typed,
});
/** What stands in a text area or an input of a page; where forms share a name, in the one that holds something. */
function shownIn(html: string, name: string): string {
  const areas = [...html.matchAll(new RegExp(`<textarea[^>]*name="${name}"[^>]*>([\\s\\S]*?)</textarea>`, 'g'))];
  const inputs = [...html.matchAll(new RegExp(`<input[^>]*name="${name}"[^>]*>`, 'g'))];
  const values = [
    ...areas.map(([, text = '']) => text),
    ...inputs.map(([tag]) => /value="([^"]*)"/.exec(tag)?.[1] ?? ''),
  ];
  return (values.find((value) => value !== '') ?? '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');
}
/** The reason stands at the field, which says that it is wrong. */
const toldAt = (html: string, name: string) =>
  [...html.matchAll(/<(?:input|textarea|select)[^>]*>/g)].some(
    ([tag]) => tag.includes(`name="${name}"`) && tag.includes('aria-invalid="true"'),
  );

describe('S1-1: a button of the page saves what is typed, or refuses with it kept', () => {
  test('陳核 carries the texts that were typed', async () => {
    const sent = await house.send('officer', `/office/rows/${row(1)}/moves`, {
      ...(await form(1, { execution: '尚未儲存的執行情形。' })),
      move: 'submit',
    });
    expect(sent.status).toBe(303);
    expect((await textsOf(1))?.execution).toBe('尚未儲存的執行情形。');
    const back = await house.send('officer', `/office/rows/${row(1)}/moves`, {
      version: await versionOf(row(1)),
      move: 'withdraw',
    });
    expect(back.status).toBe(303);
    expect((await textsOf(1))?.execution).toBe('尚未儲存的執行情形。');
  });

  test.each([
    ['indicators/add', { label: '步道', comparator: '>=', scope: 'year', target: '3公里' }],
    ['indicators/draw', {}],
    ['texts', {}],
  ])('so does %s', async (path, fields) => {
    const text = `打好未存 ${path}`;
    const sent = await house.send('officer', `/office/rows/${row(1)}/${path}`, {
      ...(await form(1, { plannedWork: text })),
      ...fields,
    });
    expect(sent.status, sent.body.slice(0, 500)).toBe(303);
    expect((await textsOf(1))?.plannedWork).toContain(text);
  });

  const long = '字'.repeat(32_001);
  const refused: readonly (readonly [why: string, path: string, fields: Record<string, string>, at: string | null])[] =
    [
      ['a stale version', 'texts', { version: '1', goals: '完成5案。' }, null],
      ['a text that is too long', 'texts', { goals: long }, 'goals'],
      ['a control character', 'texts', { goals: '完成\u0007案。' }, 'goals'],
      ['a name that is too long', 'texts', { name: long }, 'name'],
      ['a stale version', 'moves', { version: '1', move: 'submit' }, null],
      ['a text that is too long', 'moves', { move: 'submit', goals: long }, 'goals'],
      ['a control character', 'moves', { move: 'submit', goals: '完成\u001b案' }, 'goals'],
      ['a move that is not possible now', 'moves', { move: 'withdraw' }, null],
      ['no name', 'indicators/add', { label: '', comparator: '>=', scope: 'year', target: '3公里' }, 'label'],
      ['no target', 'indicators/add', { label: '步道', comparator: '>=', scope: 'year', target: '很多' }, 'target'],
      [
        'a name that is too long',
        'indicators/add',
        { label: '名'.repeat(301), comparator: '>=', scope: 'year', target: '3公里' },
        'label',
      ],
      [
        'a control character',
        'indicators/add',
        { label: '步\u0001道', comparator: '>=', scope: 'year', target: '3公里' },
        'label',
      ],
      [
        'a choice that is none',
        'indicators/add',
        { label: '步道', comparator: '≈', scope: 'year', target: '3公里' },
        null,
      ],
      ['no reason', 'indicators/revise', { indicator: 'i1', target: '2公里', reason: '' }, 'reason'],
      [
        'a reason that is too long',
        'indicators/revise',
        { indicator: 'i1', target: '2公里', reason: '因'.repeat(2_001) },
        'reason',
      ],
      ['a stale version', 'indicators/draw', { version: '1' }, null],
    ];
  test.each(refused)(
    '%s at %s: the same form, all that was typed in it, and the reason',
    async (_why, path, fields, at) => {
      const before = await events();
      const typed = { ...(await form(1, { execution: '不能遺失的文字 <b>&"' })), ...fields };
      const answer = await house.send('officer', `/office/rows/${row(1)}/${path}`, typed);
      expect([409, 422], answer.body.slice(0, 300)).toContain(answer.status);
      expect(answer.body).toContain('role="alert"');
      expect(answer.body).toContain(`/office/rows/${encodeURIComponent(row(1))}/texts`);
      expect(shownIn(answer.body, 'execution')).toBe('不能遺失的文字 <b>&"');
      for (const [name, value] of Object.entries(fields))
        if (!['version', 'move', 'comparator', 'scope', 'indicator'].includes(name) && !value.includes('\u0007'))
          expect(shownIn(answer.body, name) !== '', name).toBe(value !== '');
      if (at !== null) expect(toldAt(answer.body, at), at).toBe(true);
      expect(await events()).toBe(before);
    },
  );

  test('the place of a control character is told', async () => {
    const answer = await house.send(
      'officer',
      `/office/rows/${row(1)}/texts`,
      await form(1, { goals: '完成\u0007案。' }),
    );
    expect(answer.body).toMatch(/第 3 個字元 U\+0007/);
    const english = await house.send(
      'officer',
      `/en/office/rows/${row(1)}/texts`,
      await form(1, { goals: '完成\u0007案。' }),
    );
    expect(english.body).toMatch(/character 3 of the field/);
  });

  test('money and versions, too', async () => {
    const money = await house.send('accountant', `/office/rows/${row(1)}/money`, {
      version: await versionOf(row(1)),
      approvedTotal: '很多錢',
      ownTotal: '1億',
      budget: '12,345',
    });
    expect([
      money.status,
      shownIn(money.body, 'approvedTotal'),
      shownIn(money.body, 'ownTotal'),
      shownIn(money.body, 'budget'),
    ]).toEqual([422, '很多錢', '1億', '12,345']);
    expect(toldAt(money.body, 'approvedTotal')).toBe(true);
    const version = await house.send('accountant', `/office/rows/${row(1)}/versions`, {
      version: await versionOf(row(1)),
      documentNumber: '院臺範字第1號',
      date: '某日',
      total: '9,000,000',
      'period-printed': '113年1月至116年12月',
    });
    expect([version.status, shownIn(version.body, 'documentNumber'), shownIn(version.body, 'date')]).toEqual([
      422,
      '院臺範字第1號',
      '某日',
    ]);
  });

  test('the comment of a supervisor', async () => {
    await house.send('officer', `/office/rows/${row(1)}/moves`, { ...(await form(1)), move: 'submit' });
    const answer = await house.send('supervisor', `/office/rows/${row(1)}/moves`, {
      version: await versionOf(row(1)),
      move: 'return',
      field: 'goals',
      comment: '意'.repeat(2_001),
    });
    expect([answer.status, shownIn(answer.body, 'comment').length, toldAt(answer.body, 'comment')]).toEqual([
      422,
      2_001,
      true,
    ]);
    const none = await house.send('supervisor', `/office/rows/${row(1)}/moves`, {
      version: await versionOf(row(1)),
      move: 'return',
      comment: '',
    });
    expect([none.status, toldAt(none.body, 'comment')]).toEqual([422, true]);
    expect(
      (
        await house.send('supervisor', `/office/rows/${row(1)}/moves`, {
          version: await versionOf(row(1)),
          move: 'return',
          comment: '請補正',
          field: 'goals',
        })
      ).status,
    ).toBe(303);
  });

  test.each([
    ['plans', { name: '', agency: 'bureau' }, 'name'],
    ['plans', { name: '新\u0000計畫', agency: 'bureau' }, 'name'],
    ['plans', { name: '名'.repeat(32_001), agency: 'bureau' }, 'name'],
    ['submission', { letterDate: '某日', letterNumber: '範字第1號', receiver: '國家發展委員會' }, 'letterDate'],
    [
      'submission',
      { letterDate: '115年2月5日', letterNumber: '號'.repeat(201), receiver: '國家發展委員會' },
      'letterNumber',
    ],
    ['submission', { letterDate: '115年2月5日', letterNumber: '', receiver: '國家發展委員會' }, 'letterNumber'],
    ['publication', { ground: '', edition: '1' }, 'ground'],
  ] as const)('the year: %s with %j', async (path, fields, at) => {
    const before = await events();
    const answer = await house.send('compiler', `/office/years/${year}/${path}`, {
      version: await versionOf(year),
      ...fields,
    });
    expect([409, 422], answer.body.slice(0, 300)).toContain(answer.status);
    expect(answer.body).toContain('role="alert"');
    for (const [name, value] of Object.entries(fields))
      if (name.startsWith('letter') || name === 'receiver') expect(shownIn(answer.body, name)).toBe(value);
    if (path !== 'publication') expect(toldAt(answer.body, at), at).toBe(true);
    expect(await events()).toBe(before);
  });

  test('opening a year keeps the choices; inviting keeps the name', async () => {
    const { reading } = await filingOf('範例部', 2023, ['海岸計畫', '步道計畫']);
    await house.upload(
      'compiler',
      '/import',
      { name: 'f.csv', bytes: await exportForm(reading, 'csv') },
      { keep: 'public', ground: '依法公開' },
    );
    const typed = {
      from: '範例部-112',
      ministry: 'ministry',
      year: '9999',
      'agency-r01': 'office',
      'left-r02': '已併入他計畫',
      plans: '新計畫甲\n新計畫乙',
    };
    const answer = await house.send('compiler', '/office/open', typed);
    expect(answer.status).toBe(422);
    expect([shownIn(answer.body, 'year'), shownIn(answer.body, 'plans'), shownIn(answer.body, 'left-r02')]).toEqual([
      '9999',
      typed.plans,
      typed['left-r02'],
    ]);
    expect(answer.body).toMatch(/<select[^>]*name="agency-r01"[\s\S]*?<option value="office" selected=""/);
    const invited = await house.send('admin', '/office/accounts', {
      login: 'bad login',
      name: '王小範',
      role: 'supervisor',
      agency: 'office',
    });
    expect([invited.status, shownIn(invited.body, 'login'), shownIn(invited.body, 'name')]).toEqual([
      422,
      'bad login',
      '王小範',
    ]);
    expect(invited.body).toMatch(/<option value="supervisor" selected=""/);
    const agency = await house.send('admin', '/office/agencies', {
      agencyId: '不是代碼',
      agencyName: '新署',
      parent: 'ministry',
    });
    expect([agency.status, shownIn(agency.body, 'agencyName')]).toEqual([422, '新署']);
  });

  test('a correction keeps its rows and reason', async () => {
    const answer = await house.send('compiler', `/office/years/${year}/correction`, {
      version: await versionOf(year),
      reason: '數字誤植',
      rows: [row(1)],
    });
    expect(answer.status).toBe(409);
  });

  test('a type that is none of the usual ones is not lost by saving', async () => {
    await house.ask(
      'officer',
      'PATCH',
      `/api/rows/${row(3)}/texts`,
      { type: '其他類' },
      { 'if-match': await versionOf(row(3)) },
    );
    expect((await house.page('officer', `/office/rows/${row(3)}`)).body).toMatch(/<option value="其他類" selected=""/);
  });

  test('a form that lacks fields of the page empties none of them', async () => {
    await house.send('officer', `/office/rows/${row(3)}/texts`, await form(3));
    const sent = await house.send('officer', `/office/rows/${row(3)}/texts`, {
      version: await versionOf(row(3)),
      goals: '完成4案。',
    });
    expect(sent.status).toBe(303);
    expect(await textsOf(3)).toMatchObject({
      goals: '完成4案。',
      execution: someTexts.execution,
      name: '氣象站更新計畫',
      period: someTexts.period,
    });
    const money = {
      approvedTotal: 5,
      ownTotal: 4,
      opening: { budgeted: 1, executed: 1, document: '決算書' },
      money: someMoney,
    };
    await house.ask('accountant', 'PUT', `/api/rows/${row(3)}/money`, money, { 'if-match': await versionOf(row(3)) });
    const part = await house.send('accountant', `/office/rows/${row(3)}/money`, {
      version: await versionOf(row(3)),
      approvedTotal: '6',
    });
    expect(part.status).toBe(303);
    expect((await house.store.office.row(row(3)))?.money).toMatchObject({
      approvedTotal: 6,
      ownTotal: 4,
      opening: { budgeted: 1 },
      years: [{ money: someMoney }],
    });
  });
});

describe('S1-2: nothing found is said only where something was read', () => {
  const clear = '檢核沒有發現問題';
  test('without a name, and with nothing, and with blanks', async () => {
    const bad = '受理申請180件，核准171件，核准率59%。';
    const nameless = await house.send(null, '/check', { execution: bad });
    expect([nameless.body.includes(clear), nameless.body.includes('■')]).toEqual([false, true]);
    for (const fields of [{}, { name: '甲' }, { name: ' ', execution: '　' }, { type: '社會發展' }])
      expect((await house.send(null, '/check', fields)).body, JSON.stringify(fields)).not.toContain(clear);
    const api = await house.ask(null, 'POST', '/api/check', {
      rows: [
        {
          name: '',
          type: '',
          period: '',
          approvedTotal: '',
          budgetedToDate: '',
          executedToDate: '',
          plannedWork: '',
          execution: bad,
          goals: '',
          explanation: '',
        },
      ],
    });
    expect(api.json().findings.length).toBeGreaterThan(0);
  });

  test('what is clean says what was read', async () => {
    const clean = await house.send(null, '/check', { name: '甲計畫', ...someTexts });
    expect(clean.body).toContain(clear);
    expect(clean.body).toMatch(/讀到 \d+ 個目標，其中 \d+ 個可判定是否達成。 \d+ 個數字：\d+ 個有矛盾、/);
  });

  test('a control character shows the form again', async () => {
    const answer = await house.send(null, '/check', { name: '甲計畫', execution: '完成\u0007案', goals: '別遺失' });
    expect([answer.status, shownIn(answer.body, 'goals')]).toEqual([422, '別遺失']);
  });
});

describe('S1-3: money whose headings are not known is not green', () => {
  const money = (csv: string) =>
    house.upload('accountant', `/office/years/${year}/money`, { name: 'm.csv', bytes: csv });
  test.each([
    ['項目,A,B,C\n海岸復育計畫,1,2,3'],
    ['計畫名稱,A,B\n海岸復育計畫,1,2'],
    ['計畫名稱,法定預算數,A\n海岸復育計畫,5,5'],
  ])('%s', async (csv) => {
    const before = await events();
    const answer = await money(csv);
    expect(answer.body).not.toContain('登錄這些金額');
    expect(answer.body).not.toContain('相符');
    expect(answer.status).toBe(422);
    const recorded = await house.ask('accountant', 'POST', `/api/years/${year}/money`, {
      fileName: 'm.csv',
      base64: Buffer.from(csv).toString('base64'),
      record: true,
    });
    expect(recorded.status).toBe(422);
    expect(await events()).toBe(before);
  });

  test('which column was taken for what is said', async () => {
    const answer = await money('計畫名稱,法定預算數,實現數,應付數,保留數,賸餘數\n海岸復育計畫,5,5,0,0,0');
    expect(answer.status).toBe(200);
    for (const heading of ['法定預算數', '實現數', '賸餘數']) expect(answer.body).toContain(heading);
  });
});

describe('siblings of S1-3 and S1-5: a file that says nothing of any plan', () => {
  const head = '計畫名稱,法定預算數,實現數,應付數,保留數,賸餘數\n';
  test.each([head, `${head},,,,,\n合計,5,5,0,0,0\n`])(
    'an export without a line is refused by its name: %j',
    async (csv) => {
      const before = await events();
      const page = await house.upload('accountant', `/office/years/${year}/money`, { name: '空.csv', bytes: csv });
      expect([page.status, page.body.includes('「空.csv」只有欄名')], page.body.slice(0, 300)).toEqual([422, true]);
      for (const record of [false, true]) {
        const body = { fileName: '空.csv', base64: Buffer.from(csv).toString('base64'), record };
        const answer = await house.ask('accountant', 'POST', `/api/years/${year}/money`, body);
        expect([answer.status, answer.problem]).toEqual([422, 'no-money-lines']);
      }
      expect(await events()).toBe(before);
    },
  );

  test('what no plan can be read in does not leave plans out: it is not compared', async () => {
    const note = { name: '預算.csv', bytes: 'hello' };
    const page = await house.upload('compiler', `/office/years/${year}/money/budget`, note);
    expect([page.status, page.body.includes('讀不到任何計畫'), page.body.includes('找不到的列')]).toEqual([
      422,
      true,
      false,
    ]);
    const body = { fileName: note.name, base64: Buffer.from(note.bytes).toString('base64') };
    const answer = await house.ask('compiler', 'POST', `/api/years/${year}/budget-comparison`, body);
    expect([answer.status, answer.problem]).toEqual([422, 'nothing-to-compare']);
  });
});

describe('S1-4: a year is not opened or reported empty', () => {
  test('neither by page nor by API; an opening can be undone', async () => {
    for (const fields of [
      { ministry: 'ministry', year: '120' },
      { ministry: 'ministry', year: '120', plans: ' \n　' },
    ])
      expect((await house.send('compiler', '/office/open', fields)).status).toBe(422);
    expect((await house.ask('compiler', 'POST', '/api/years', { ministry: 'ministry', fiscalYear: 2031 })).status).toBe(
      422,
    );
    await house.openYear([{ name: '誤開', agency: 'bureau' }], 2031);
    expect((await house.send('compiler', '/office/years/範例部-120/discard', { version: '1' })).status).toBe(303);
    expect((await house.page('compiler', '/office/years/範例部-120')).status).toBe(404);
    await house.openYear([{ name: '再開', agency: 'bureau' }], 2031);
    expect((await house.page('compiler', '/office/years/範例部-120')).body).toContain('再開');
  });
});

describe('S1-5: what is no filing is not taken in; what is, only as somebody says', () => {
  test.each(['hello world', 'a,b', '', ' \n'])('%j', async (text) => {
    const before = await events();
    for (const fields of [{}, { keep: 'public', ground: '依法' }, { keep: 'held' }])
      expect(
        (await house.upload('compiler', '/import', { name: 'note.txt', bytes: text }, fields as Record<string, string>))
          .status,
      ).toBeGreaterThanOrEqual(400);
    expect(await events()).toBe(before);
  });
});

describe('S1-7: the verdict against the first promise stands beside the newest', () => {
  test('with who, when and why', async () => {
    const id = row(3);
    const act = async (path: string, fields: Record<string, string>) =>
      house.send('officer', `/office/rows/${id}/indicators/${path}`, { version: await versionOf(id), ...fields });
    await act('add', { label: '步道', comparator: '>=', scope: 'year', target: '200公里' });
    await house.upload(
      'officer',
      `/office/rows/${id}/indicators/actual`,
      { name: '', bytes: '' },
      { version: await versionOf(id), indicator: 'i1', actual: '180公里', stated: 'met' },
    );
    expect((await act('revise', { indicator: 'i1', target: '190公里', reason: '用地未取得' })).status).toBe(303);
    expect((await act('revise', { indicator: 'i1', target: '180公里', reason: '再次下修' })).status).toBe(303);
    const { body } = await house.page('officer', `/office/rows/${id}`);
    expect(body).toContain('officer先生');
    expect(body).toMatch(/115 ?年 ?1 ?月 ?5 ?日/);
    expect(body).toMatch(/原訂[^●○]*○/);
    expect(body).toMatch(/現行[^●○]*●/);
  });
});

describe('S1-6, S1-8, S1-9: published editions', () => {
  beforeAll(async () => {
    for (const at of [1, 2, 3]) {
      const [writer, approver] = at === 2 ? ['officer2', 'supervisor2'] : ['officer', 'supervisor'];
      const name = at === 3 ? '' : ((await textsOf(at))?.name ?? '');
      await house.ask(
        writer,
        'PATCH',
        `/api/rows/${row(at)}/texts`,
        { ...someTexts, name, ...(at === 2 ? { period: '依核定函', type: '其他類' } : {}) },
        { 'if-match': await versionOf(row(at)) },
      );
      for (const [who, move] of [
        [writer, 'submit'],
        [approver, 'approve'],
      ] as const)
        await house.ask(who, 'POST', `/api/rows/${row(at)}/moves`, { move }, { 'if-match': await versionOf(row(at)) });
    }
  });

  test('money that is last year’s, or none, is said on the row, on the year and at reporting', async () => {
    for (const page of [`/office/rows/${row(2)}`, `/office/years/${year}`])
      expect((await house.page('compiler', page)).body).toContain('尚無本年度（114）經費');
    expect((await house.page('compiler', `/office/years/${year}`)).body).toContain('報送前請確認');
    const reported = await house.send('compiler', `/office/years/${year}/submission`, {
      version: await versionOf(year),
    });
    expect(reported.status, reported.body.slice(0, 2000)).toBe(303);
    const published = await house.send('compiler', `/office/years/${year}/publication`, {
      version: await versionOf(year),
      edition: '1',
      ground: '政府資訊公開法第7條',
    });
    expect(published.status).toBe(303);
    expect((await house.page(null, `/plans/${row(2)}`)).status).toBe(200);
  });

  test('a plan without a name is a link that says so; a period or type that is not read is shown as printed', async () => {
    for (const page of ['/plans', `/filings/${year}`]) {
      const { body } = await house.page(null, page);
      expect(body).toContain('（無名稱，第 3 列）');
      expect(body).not.toMatch(/<a [^>]*href="[^"]*plans[^"]*"[^>]*>\s*<\/a>/);
    }
    expect((await house.page(null, '/en/plans')).body).toContain('(no name, row 3)');
    expect((await house.page(null, `/plans/${row(3)}`)).body).toContain('（無名稱，第 3 列）');
    const { body } = await house.page(null, `/plans/${row(2)}`);
    for (const printed of ['依核定函', '其他類']) expect(body).toContain(printed);
    expect((await house.page('officer', `/office/rows/${row(3)}`)).body).toContain('（無名稱，第 3 列）');
  });

  test('one labelled hash: the same on the workbench, in public, of the file; dates are of Taipei', async () => {
    house.now = new Date('2026-01-05T01:00:00Z');
    const { sha256 } = (await house.store.office.year(year))?.year.editions[0] ?? { sha256: '' };
    const workbench = (await house.page('compiler', `/office/years/${year}`)).body;
    const open = (await house.page(null, `/filings/${year}`)).body;
    for (const body of [workbench, open]) expect(body).toContain(sha256.slice(0, 12));
    expect(open).toContain('SHA-256');
    const file = await house.page(null, `/sources/${sha256}`);
    expect(file.status).toBe(200);
    expect(workbench).toMatch(/115 ?年 ?1 ?月 ?5 ?日/);
  });

  test('a citation names the edition from the beginning', async () => {
    const { body } = await house.page(null, `/plans/${row(1)}`);
    const cited = [...body.matchAll(/(?:https?:\/\/[^"<\s]*)?\/filings\/[^"<\s]*source\?[^"<\s]*/g)].map(
      ([address]) => address,
    );
    expect(cited.length).toBeGreaterThan(0);
    for (const address of cited.filter((one) => one.includes('span='))) expect(address).toContain('edition=1');
  });
});

describe('the history of a row', () => {
  const page = `/office/rows/${row(3)}/history`;

  test('tells who, in which role, when, and what stood before and after; the page of the row leads there', async () => {
    expect((await house.page('officer', `/office/rows/${row(3)}`)).body).toContain(`${encodeURI(page)}"`);
    const { status, body } = await house.page('officer', page);
    expect(status).toBe(200);
    for (const said of ['存文字', '登錄金額', '（承辦', '完成4案。', '決算書', '績效目標', '115 年 1 月'])
      expect(body).toContain(said);
    const events = (await house.ask('officer', 'GET', `/api/rows/${row(3)}/history`)).json()
      .events as readonly object[];
    expect(body.match(/<li value=/g)).toHaveLength(events.length);
  });

  test('is as hidden as the row: 404 for those who may not see it, the way in for nobody', async () => {
    await house.person('stranger', [{ role: 'officer', agency: 'branch' }]);
    expect((await house.page('stranger', page)).status).toBe(404);
    expect((await house.page(null, page)).status).toBe(303);
  });
});

describe('a form that was shown once and is sent twice', () => {
  const onceOf = (html: string) => /name="once" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const rowsIn = async (id: string) => (await house.store.office.year(id))?.rows.length;

  test('is one request, and its second answer is that of the first; shown again, it is another', async () => {
    await house.openYear([{ name: '第一個計畫', agency: 'bureau' }], 2034);
    const page = '/office/years/範例部-123';
    for (const rows of [2, 3]) {
      const once = onceOf((await house.page('compiler', page)).body);
      expect(once).not.toBe('');
      const typed = { version: await versionOf('範例部-123'), once, name: '同名的計畫', agency: 'bureau' };
      const answers = await Promise.all([1, 2].map(() => house.send('compiler', `${page}/plans`, typed)));
      answers.push(await house.send('compiler', `${page}/plans`, typed));
      expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
      expect(await rowsIn('範例部-123')).toBe(rows);
    }
  });

  test('changed in between, it asks for something else; of another person it is another’s', async () => {
    const page = '/office/years/範例部-123';
    const typed = {
      version: await versionOf('範例部-123'),
      once: onceOf((await house.page('compiler', page)).body),
      name: '又一個計畫',
      agency: 'bureau',
    };
    expect((await house.send('compiler', `${page}/plans`, typed)).status).toBe(303);
    expect((await house.send('compiler', `${page}/plans`, { ...typed, name: '再一個計畫' })).status).toBe(303);
    expect(await rowsIn('範例部-123')).toBe(5);
    expect((await house.send('officer', `${page}/plans`, typed)).status).toBeGreaterThanOrEqual(400);
    expect(await rowsIn('範例部-123')).toBe(5);
  });
});
