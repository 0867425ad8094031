import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RowRecord } from '@guankao/workflow';
import { openHouse, someMoney, someTexts, type House } from './house.ts';

/** Plans within a year: renamed, handed over, split, merged, retired; nothing that was typed is lost, and the next year follows. */

let house: House;
const year = '範例部-114';
const id = (at: number) => `${year}-0${at}`;
beforeAll(async () => {
  house = await openHouse();
  await house.openYear([
    { name: '海岸復育計畫', agency: 'bureau' },
    { name: '步道整建計畫', agency: 'bureau' },
    { name: '氣象站更新計畫', agency: 'bureau' },
    { name: '堤防監測計畫', agency: 'bureau' },
  ]);
}, 240_000);
afterAll(() => house.close());

const rowOf = async (at: number) => (await house.store.office.row(id(at))) as RowRecord;
const yearVersion = async () => String((await house.store.office.year(year))?.year.version);
const events = async () => (await house.store.catalogue.health()).events;
const change = async (who: string | null, command: string, body: object) =>
  house.ask(who, 'POST', `/api/years/${year}/${command}`, body, { 'if-match': await yearVersion() });
const changeByPage = async (command: string, fields: Record<string, string | readonly string[]>, lang = '') =>
  house.send('compiler', `${lang}/office/years/${year}/changes/${command}`, {
    version: await yearVersion(),
    ...fields,
  });
async function ask(who: string, method: 'PATCH' | 'PUT' | 'POST', at: number, path: string, body: object) {
  const answer = await house.ask(who, method, `/api/rows/${id(at)}/${path}`, body, {
    'if-match': String((await rowOf(at)).version),
  });
  expect(answer.status, answer.body).toBe(200);
}
/** As the page does by itself while somebody types. */
async function keepDraft(at: number, execution: string) {
  const { version: rowVersion, texts } = await rowOf(at);
  const body = { rowVersion, body: { ...texts, execution } };
  expect((await house.ask('officer', 'PUT', `/api/rows/${id(at)}/draft`, body)).status).toBe(204);
}
/** The name of the first draft that the officer's page of a row offers. */
async function offeredDraft(at: number): Promise<string> {
  const { body } = await house.page('officer', `/office/rows/${id(at)}`);
  return decodeURIComponent(/\?draft=([^"]+)"/.exec(body)?.[1] ?? '');
}
async function approved(at: number) {
  await ask('officer', 'POST', at, 'moves', { move: 'submit' });
  await ask('supervisor', 'POST', at, 'moves', { move: 'approve' });
}
const money = {
  approvedTotal: 9_000_000,
  ownTotal: null,
  opening: { budgeted: 700_000, executed: 650_000, document: '113年度決算' },
  money: someMoney,
};

describe('who may, and with what', () => {
  const rename = { row: id(1), name: '海岸再生計畫', reason: '院臺範字第1號函' };
  test.each(['officer', 'supervisor', 'accountant', 'auditor', 'admin', 'nobody', 'xcompiler'])(
    'not %s',
    async (who) => {
      const before = await events();
      const seesYear = who !== 'nobody' && who !== 'xcompiler';
      expect((await change(who, 'rename-row', rename)).status).toBe(seesYear ? 403 : 404);
      expect(await events()).toBe(before);
    },
  );
  test('nor whoever is not signed in', async () => {
    expect((await change(null, 'rename-row', rename)).status).toBe(401);
    expect((await house.page(null, `/office/years/${year}/changes`)).status).toBe(303);
    expect((await house.page('xcompiler', `/office/years/${year}/changes`)).status).toBe(404);
  });

  test.each([
    ['rename-row', { row: id(1), name: '新名', reason: ' ' }, 422],
    ['rename-row', { row: id(1), name: '  ', reason: '因' }, 422],
    ['rename-row', { row: id(1), name: '新\u0007名', reason: '因' }, 422],
    ['rename-row', { row: '範例部-114-99', name: '新名', reason: '因' }, 422],
    ['rename-row', { row: id(1), name: '新名' }, 400],
    ['hand-over-row', { row: id(1), agency: 'branch', reason: '因' }, 422],
    ['hand-over-row', { row: id(1), agency: 'nowhere', reason: '因' }, 422],
    ['split-row', { row: id(1), into: [{ name: '甲', agency: 'bureau' }], reason: '因' }, 400],
    [
      'split-row',
      {
        row: id(1),
        into: [
          { name: '甲', agency: 'bureau' },
          { name: ' ', agency: 'bureau' },
        ],
        reason: '因',
      },
      422,
    ],
    [
      'split-row',
      {
        row: id(1),
        into: [
          { name: '甲', agency: 'bureau' },
          { name: '乙', agency: 'branch' },
        ],
        reason: '因',
      },
      422,
    ],
    ['merge-rows', { rows: [id(1), id(1)], name: '甲', agency: 'bureau', reason: '因' }, 422],
    ['merge-rows', { rows: [id(1)], name: '甲', agency: 'bureau', reason: '因' }, 400],
    ['retire-row', { row: id(1), reason: '因'.repeat(2_001) }, 400],
    ['restore-row', { row: id(1), reason: '因' }, 409],
  ] as const)('%s with %j is refused and changes nothing', async (command, body, status) => {
    const before = await events();
    const answer = await change('compiler', command, body);
    expect([answer.status, answer.problem !== null], answer.body).toEqual([status, true]);
    expect(await events()).toBe(before);
  });

  test('a refusal on the page keeps what was typed, in both languages', async () => {
    for (const lang of ['', '/en']) {
      const answer = await changeByPage('split-row', { row: id(2), 'name-1': '只有一個', reason: '核定函' }, lang);
      expect(answer.status).toBe(422);
      for (const kept of ['只有一個', '核定函', 'role="alert"']) expect(answer.body).toContain(kept);
    }
  });
});

describe('renamed and handed over', () => {
  test('a rename has its reason in the history, before and after; an approval lapses', async () => {
    await ask('officer', 'PATCH', 1, 'texts', someTexts);
    await ask('accountant', 'PUT', 1, 'money', money);
    await approved(1);
    const sent = await changeByPage('rename-row', { row: id(1), name: '海岸再生計畫', reason: '院臺範字第1號函' });
    expect(sent.status, sent.body.slice(0, 900)).toBe(303);
    expect(await rowOf(1)).toMatchObject({ state: 'submitted', texts: { name: '海岸再生計畫' }, share: id(1) });
    const { body } = await house.page('officer', `/office/rows/${id(1)}/history`);
    for (const said of ['更名', '海岸復育計畫', '海岸再生計畫', '院臺範字第1號函', '（彙整'])
      expect(body).toContain(said);
  });

  test('the agency that a plan is handed to writes on; the one before sees it no longer', async () => {
    expect((await changeByPage('hand-over-row', { row: id(1), agency: 'office', reason: '組織調整' })).status).toBe(
      303,
    );
    expect((await house.page('officer', `/office/rows/${id(1)}`)).status).toBe(404);
    const { body } = await house.page('officer2', `/office/rows/${id(1)}`);
    expect(body).toContain(someTexts.execution);
    const history = (await house.page('officer2', `/office/rows/${id(1)}/history`)).body;
    for (const said of ['範例署', '虛擬局', '組織調整']) expect(history).toContain(said);
  });
});

describe('split', () => {
  test('the row stays with its texts; its parts know it, begin with its targets and are offered its texts', async () => {
    await ask('officer', 'PATCH', 2, 'texts', { ...someTexts, goals: '整建步道12公里。' });
    await ask('officer', 'POST', 2, 'indicators', {
      label: '步道',
      comparator: '>=',
      unit: '公里',
      scope: 'year',
      target: 12,
      text: '12公里',
    });
    await ask('accountant', 'PUT', 2, 'money', money);
    await keepDraft(2, '分割時還沒存的字。');
    const sent = await changeByPage('split-row', {
      row: id(2),
      'name-1': '山線步道計畫',
      'agency-1': 'bureau',
      'name-2': '海線步道計畫',
      'agency-2': 'office',
      reason: '院臺範字第2號函',
    });
    expect(sent.status, sent.body.slice(0, 900)).toBe(303);
    expect(await rowOf(2)).toMatchObject({
      state: 'retired',
      successors: [id(5), id(6)],
      texts: { goals: '整建步道12公里。' },
    });
    expect(await rowOf(5)).toMatchObject({
      texts: { name: '山線步道計畫', goals: '' },
      predecessors: [{ id: id(2), share: id(2), texts: { goals: '整建步道12公里。' } }],
      indicators: [{ targets: [{ value: 12 }], actual: null }],
      money: { years: [] },
      position: 2,
    });
    for (const page of [`/office/years/${year}/changes`, `/en/office/years/${year}/changes`])
      expect((await house.page('compiler', page)).body).toContain('步道整建計畫');
  });

  test('the officer takes the texts over; what is typed already stays before them', async () => {
    await ask('officer', 'PATCH', 5, 'texts', { execution: '已打好的。' });
    const form = { version: String((await rowOf(5)).version), from: id(2), execution: '正在打的。' };
    const { body } = await house.page('officer', `/office/rows/${id(5)}`);
    expect(body).toContain('帶入原列的文字');
    const sent = await house.send('officer', `/office/rows/${id(5)}/predecessor`, form);
    expect(sent.status, sent.body.slice(0, 900)).toBe(303);
    expect((await rowOf(5)).texts).toMatchObject({
      name: '山線步道計畫',
      goals: '整建步道12公里。',
      execution: `正在打的。\n${someTexts.execution}`,
    });
  });

  test('nothing more is written into the row that ended, nor into others by it', async () => {
    const version = { 'if-match': String((await rowOf(2)).version) };
    for (const [who, method, path, body] of [
      ['officer', 'PATCH', 'texts', { goals: '改。' }],
      ['accountant', 'PUT', 'money', money],
      ['officer', 'POST', 'moves', { move: 'submit' }],
    ] as const)
      expect((await house.ask(who, method, `/api/rows/${id(2)}/${path}`, body, version)).status).toBeGreaterThan(399);
    expect((await change('compiler', 'restore-row', { row: id(2), reason: '誤辦' })).problem).toBe('goes-on-elsewhere');
    const other = await house.ask(
      'officer',
      'POST',
      `/api/rows/${id(5)}/take-over-texts`,
      { from: id(3) },
      {
        'if-match': String((await rowOf(5)).version),
      },
    );
    expect(other.problem).toBe('no-predecessor');
  });
});

describe('merged, retired, restored', () => {
  test('a merge adds the money up, keeps all targets, and offers the texts of each', async () => {
    for (const at of [3, 4]) {
      await ask('officer', 'PATCH', at, 'texts', { ...someTexts, execution: `第${at}列的執行情形。` });
      await ask('accountant', 'PUT', at, 'money', money);
    }
    await keepDraft(3, '合併時還沒存的字。');
    const sent = await changeByPage('merge-rows', {
      rows: [id(3), id(4)],
      name: '環境監測計畫',
      agency: 'bureau',
      reason: '院臺範字第3號函',
    });
    expect(sent.status, sent.body.slice(0, 900)).toBe(303);
    const merged = await rowOf(7);
    expect(merged.money).toMatchObject({
      approvedTotal: null,
      opening: { budgeted: 1_400_000, executed: 1_300_000 },
      years: [{ fiscalYear: 2025, money: { budget: 2_000_000, realised: 1_800_000 } }],
    });
    for (const from of [3, 4]) await ask('officer', 'POST', 7, 'take-over-texts', { from: id(from) });
    expect((await rowOf(7)).texts.execution).toBe('第3列的執行情形。\n第4列的執行情形。');
  });

  test('a retired plan is in no form; restored, it is as it was', async () => {
    const before = await rowOf(7);
    expect((await changeByPage('retire-row', { row: id(7), reason: '計畫退場' })).status).toBe(303);
    const csv = () => house.ask('compiler', 'GET', `/api/years/${year}/form.csv`);
    expect((await csv()).body).not.toContain('環境監測計畫');
    expect((await changeByPage('restore-row', { row: id(7), reason: '誤辦' })).status).toBe(303);
    expect((await csv()).body).toContain('環境監測計畫');
    expect(await rowOf(7)).toMatchObject({ texts: before.texts, money: before.money, state: 'drafting' });
  });
});

describe('what was typed and not saved when its row was split, merged or retired', () => {
  test('it is shown on the row that ended and offered on those that follow, to its writer alone', async () => {
    for (const lang of ['', '/en']) {
      const page = (at: number, query = '', who = 'officer') =>
        house.page(who, `${lang}/office/rows/${id(at)}${query}`).then(({ body }) => body);
      expect(await page(2)).toContain('分割時還沒存的字。');
      expect(await page(5)).toContain(`?draft=${encodeURIComponent(id(2))}`);
      expect(await page(7)).toContain('合併時還沒存的字。');
      expect(await page(5, '', 'compiler')).not.toContain('分割時還沒存的字。');
    }
  });

  test('taken into the fields it stands after what is there, and the row changes only when it is saved', async () => {
    const before = await rowOf(5);
    const { body } = await house.page('officer', `/office/rows/${id(5)}?draft=${await offeredDraft(5)}`);
    const field = /<textarea[^>]*name="execution"[^>]*>([\s\S]*?)<\/textarea>/.exec(body)?.[1] ?? '';
    expect(field.trim()).toBe(`${before.texts.execution}\n分割時還沒存的字。`);
    expect((await rowOf(5)).version).toBe(before.version);
  });

  test('a row that was changed meanwhile keeps what was typed on it before, also when something else is saved', async () => {
    const { goals, execution } = (await rowOf(7)).texts;
    const typed = `${execution}\n停列前還沒存的字。`;
    await keepDraft(7, typed);
    await changeByPage('retire-row', { row: id(7), reason: '計畫退場' });
    expect((await house.page('officer', `/office/rows/${id(7)}`)).body).toContain('停列前還沒存的字。');
    await changeByPage('restore-row', { row: id(7), reason: '誤辦' });
    const form = { version: String((await rowOf(7)).version), goals: '改過的目標。' };
    expect((await house.send('officer', `/office/rows/${id(7)}/texts`, form)).status).toBe(303);
    const { body } = await house.page('officer', `/office/rows/${id(7)}`);
    expect(body).toContain('停列前還沒存的字。');
    const all = { version: String((await rowOf(7)).version), execution: typed, goals };
    expect((await house.send('officer', `/office/rows/${id(7)}/texts`, all)).status).toBe(303);
    const after = (await house.page('officer', `/office/rows/${id(7)}`)).body;
    expect(after).not.toContain(`?draft=${encodeURIComponent(id(7))}`);
  });
});

test('a draft outlives a save of another field over the API, and goes once it is saved', async () => {
  const { goals } = (await rowOf(5)).texts;
  await keepDraft(5, '只在草稿裡的字。');
  await ask('officer', 'PATCH', 5, 'texts', { goals: '另一欄。' });
  expect((await house.page('officer', `/office/rows/${id(5)}`)).body).toContain('只在草稿裡的字。');
  await ask('officer', 'PATCH', 5, 'texts', { execution: '只在草稿裡的字。', goals });
  const offered = `?draft=${encodeURIComponent(id(5))}`;
  expect((await house.page('officer', `/office/rows/${id(5)}`)).body).not.toContain(offered);
  // Taken into the fields and shortened there, it is done with.
  await keepDraft(5, '兩句話。其中一句不要了。');
  await ask('officer', 'PATCH', 5, 'texts', { execution: '別人改的。' });
  const draft = await offeredDraft(5);
  const { body } = await house.page('officer', `/office/rows/${id(5)}?draft=${draft}`);
  expect(body).toContain(`name="draft" value="${draft}"`);
  const sent = { version: String((await rowOf(5)).version), draft, execution: '兩句話。' };
  expect((await house.send('officer', `/office/rows/${id(5)}/texts`, sent)).status).toBe(303);
  expect((await house.page('officer', `/office/rows/${id(5)}`)).body).not.toContain(offered);
});

describe('the form and the next year', () => {
  test('the form goes out without those that ended, and the public finds nothing of them', async () => {
    await ask('supervisor2', 'POST', 1, 'moves', {
      move: 'return',
      comments: [{ field: null, text: '請依新機關補正' }],
    });
    await ask('officer2', 'POST', 1, 'moves', { move: 'submit' });
    await ask('supervisor2', 'POST', 1, 'moves', { move: 'approve' });
    await ask('officer2', 'PATCH', 6, 'texts', someTexts);
    await ask('officer2', 'POST', 6, 'moves', { move: 'submit' });
    await ask('supervisor2', 'POST', 6, 'moves', { move: 'approve' });
    for (const at of [5, 7]) await approved(at);
    expect((await change('compiler', 'submission', {})).status).toBe(200);
    expect((await change('compiler', 'publication', { ground: '政府資訊公開法第7條' })).status).toBe(200);
    const { plans } = (await house.ask(null, 'GET', '/api/plans')).json();
    expect((plans as readonly { name: string }[]).map(({ name }) => name)).toEqual([
      '海岸再生計畫',
      '山線步道計畫',
      '海線步道計畫',
      '環境監測計畫',
    ]);
    expect((await change('compiler', 'retire-row', { row: id(7), reason: '因' })).problem).toBe('form-closed');
  });

  test('a plan that was split since its form went out goes on in its parts', async () => {
    expect((await change('compiler', 'correction', { rows: [id(5)], reason: '更正' })).status).toBe(200);
    const into = [
      { name: '環境監測一期', agency: 'bureau' },
      { name: '環境監測二期', agency: 'office' },
    ];
    expect((await change('compiler', 'split-row', { row: id(7), into, reason: '院臺範字第4號函' })).status).toBe(200);
    expect((await change('compiler', 'retire-row', { row: id(6), reason: '退場' })).status).toBe(200);
    const opened = await house.ask('compiler', 'POST', '/api/years', {
      ministry: 'ministry',
      fiscalYear: 2026,
      from: year,
    });
    expect(opened.status, opened.body).toBe(201);
    const { rows } = opened.json() as { rows: readonly RowRecord[] };
    expect(rows.map(({ texts, share, agency }) => [texts.name, share, agency])).toEqual([
      ['海岸再生計畫', id(1), 'office'],
      ['山線步道計畫', id(5), 'bureau'],
      ['環境監測一期', `${year}-08`, 'bureau'],
      ['環境監測二期', `${year}-09`, 'office'],
    ]);
    expect(rows[2]?.predecessors).toMatchObject([{ id: id(7), name: '環境監測計畫', texts: null }]);
    expect(rows[2]?.lastYear?.texts.execution).toContain('第3列的執行情形');
  });

  test('a rebuild makes the same', async () => {
    expect((await house.store.rebuild()).identical).toBe(true);
  });
});
