import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHouse, someMoney, type House } from './house.ts';

/** A money file whose headings are not ours: a person says which column is which, sees what comes of it, and records it. */

let house: House;
const year = '範例部-114';
const page = `/office/years/${year}/money`;
beforeAll(async () => {
  house = await openHouse();
  await house.openYear([
    { name: '海岸復育計畫', agency: 'bureau' },
    { name: '步道整建計畫', agency: 'bureau' },
    { name: '氣象站更新計畫', agency: 'office' },
  ]);
}, 240_000);
afterAll(() => house.close());

const events = async () => (await house.store.catalogue.health()).events;
const moneyOf = async (at: number) => (await house.store.office.row(`${year}-0${at}`))?.money.years[0]?.money ?? null;
const csv = ['項目,甲,乙,丙,丁', '海岸復育計畫,1000,0,900,100', '步道整建計畫,500,0,400,0'].join('\n');
const upload = (bytes: string) => house.upload('accountant', page, { name: '明細.csv', bytes });
const sent = (bytes: string) => ({ fileName: '明細.csv', base64: Buffer.from(bytes).toString('base64') });
const chosen = {
  nameColumn: '項目',
  agencyColumn: '',
  'column-budget': '甲',
  'column-supplementary': '乙',
  'column-realised': '丙',
  'column-payable': '丁',
  factor: '1000',
};

describe('headings that are not ours', () => {
  test('the form asks which column is which, beside the first lines; nothing is called recorded or agreeing', async () => {
    for (const [lang, said] of [
      ['', '指定哪一欄是什麼'],
      ['/en', 'Say which column is which'],
    ] as const) {
      const { status, body } = await house.upload('accountant', `${lang}${page}`, { name: '明細.csv', bytes: csv });
      expect(status).toBe(422);
      for (const text of [said, 'name="column-budget"', '<option value="丙"', '海岸復育計畫', '1000', 'role="alert"'])
        expect(body, text).toContain(text);
      for (const text of ['登錄這些金額', '相符', '已登錄']) expect(body).not.toContain(text);
    }
  });

  test('as chosen it is compared, what cannot be recorded first and with its plan; nothing is recorded yet', async () => {
    const before = await events();
    const { status, body } = await house.send('accountant', `${page}/mapping`, { ...sent(csv), ...chosen });
    expect(status, body.slice(0, 900)).toBe(200);
    expect(body).toContain('1 列無法登錄');
    expect(body).toMatch(/「步道整建計畫」的可支用預算（甲＋乙/);
    expect(body).toContain('相差 100,000 元');
    const table = body.slice(body.indexOf('印在表上'));
    expect(table.indexOf('步道整建計畫')).toBeLessThan(table.indexOf('海岸復育計畫'));
    expect(body).toContain('登錄這些金額');
    expect(await events()).toBe(before);
  });

  test('recorded by the chosen rows, in the unit told; the next file of the kind needs no asking', async () => {
    const all = await house.send('accountant', `${page}/record`, { ...sent(csv), ...chosen });
    expect([all.status, await moneyOf(1)]).toEqual([422, null]);
    expect(all.body).toContain('步道整建計畫');
    const some = await house.send('accountant', `${page}/record`, {
      ...sent(csv),
      ...chosen,
      only: '1',
      rows: `${year}-01`,
    });
    expect(some.status, some.body.slice(0, 900)).toBe(200);
    expect(await moneyOf(1)).toMatchObject({ budget: 1_000_000, realised: 900_000, payable: 100_000 });
    expect(await moneyOf(2)).toBeNull();
    const next = await upload(csv.replace('步道整建計畫,500,0,400,0', '步道整建計畫,500,0,400,100'));
    expect(next.status).toBe(200);
    expect(next.body).toContain('登錄這些金額');
    expect(next.body).not.toContain('無法登錄');
  });
});

describe('refused, with the choice kept', () => {
  const other = csv.replace('甲,乙,丙,丁', '子,丑,寅,卯');
  const asked = {
    ...chosen,
    'column-budget': '子',
    'column-supplementary': '',
    'column-realised': '寅',
    'column-payable': '卯',
  };
  test.each([
    ['a column for two things', { 'column-payable': '寅' }, '指定了兩次'],
    ['a column that is not there', { 'column-budget': '沒有的欄' }, '沒有「沒有的欄」這一欄'],
    ['no budget', { 'column-budget': '' }, '認不出哪一欄是「法定預算」'],
  ])('%s', async (_what, fields, said) => {
    const before = await events();
    for (const address of [`${page}/mapping`, `${page}/record`]) {
      const { status, body } = await house.send('accountant', address, { ...sent(other), ...asked, ...fields });
      expect([address, status]).toEqual([address, 422]);
      expect(body).toContain(said);
      expect(body).toContain('role="alert"');
    }
    const { body } = await house.send('accountant', `${page}/mapping`, { ...sent(other), ...asked, ...fields });
    expect(body).toMatch(/<select id="column-realised"[\s\S]*?<option value="寅" selected=""/);
    expect(await events()).toBe(before);
  });

  test.each(['officer', 'supervisor', 'compiler', 'auditor', 'xaccountant', null])('not by %s', async (who) => {
    const before = await events();
    for (const address of ['mapping', 'record']) {
      const { status } = await house.send(who, `${page}/${address}`, { ...sent(other), ...asked });
      expect(status).toBeGreaterThan(400);
    }
    expect(await events()).toBe(before);
  });

  test('over HTTP the same mapping is taken, and the same is refused', async () => {
    const body = {
      ...sent(other),
      mapping: { name: '項目', components: { budget: '子', realised: '寅', payable: '卯' }, factor: 1000 },
    };
    const answer = await house.ask('accountant', 'POST', `/api/years/${year}/money`, body);
    expect(answer.status, answer.body).toBe(200);
    expect(answer.json().rows[0].money.budget).toBe(someMoney.budget);
    const twice = { ...body, mapping: { ...body.mapping, components: { budget: '子', realised: '子' } } };
    expect((await house.ask('accountant', 'POST', `/api/years/${year}/money`, twice)).problem).toBe(
      'column-taken-twice',
    );
    const unsaid = { ...sent(other.replace('項目', '名目')) };
    expect((await house.ask('accountant', 'POST', `/api/years/${year}/money`, unsaid)).problem).toBe(
      'money-columns-unread',
    );
  });
});
