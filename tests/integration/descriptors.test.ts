import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nouns, planVersionFields, type Field } from '@guankao/workflow';
import { openHouse, type House } from './house.ts';

/**
 * Every field of every noun, as its descriptor lists it: it can be typed over the API and on the page, is seen in both,
 * and is in an export and in the history. A field that is added is walked without a word here.
 */

let house: House;
const id = '範例部-114-01';
beforeAll(async () => {
  house = await openHouse();
  await house.openYear([{ name: '海岸復育計畫', agency: 'bureau' }]);
}, 240_000);
afterAll(() => house.close());

const version = async () => String((await house.store.office.row(id))?.version ?? 0);
const row = async (who: string) => (await house.ask(who, 'GET', `/api/rows/${id}`)).json().row;
const fields = nouns
  .filter(({ name }) => name === 'row')
  .flatMap((noun) => Object.entries(noun.fields).map(([name, field]) => ({ noun, name, field })));
const writers: Readonly<Record<string, string>> = { officer: 'officer', accountant: 'accountant' };

let serial = 0;
/** A value of the field's kind, unlike any other's. */
function valueOf(name: string, { kind }: Field): string | number {
  serial += 1;
  if (kind === 'money') return 1_000_000 + serial;
  if (kind === 'period') return `11${serial % 4}年1月至116年12月`;
  if (name === 'type') return serial % 2 === 0 ? '公共建設' : '科技發展';
  return `${name}的內容${serial}`;
}

/** What the record holds of it: the noun's own reading. */
const held = async (noun: (typeof nouns)[number], name: string) => {
  const record = await house.store.office.row(id);
  return record === null ? undefined : noun.values(record)[name];
};

const amounts = ['budget', 'supplementary', 'carriedIn', 'realised', 'payable', 'carriedOver', 'lapsed', 'prepaid'];
/** The request of the API that writes one field, the others as they stand. */
async function byApi(who: string, name: string, value: string | number) {
  const headers = { 'if-match': await version() };
  if (typeof value === 'string') return house.ask(who, 'PATCH', `/api/rows/${id}/texts`, { [name]: value }, headers);
  const { money } = (await house.store.office.row(id)) ?? { money: null };
  const year = money?.years[0]?.money ?? Object.fromEntries(amounts.map((one) => [one, 0]));
  const opening = money?.opening ?? { budgeted: 0, executed: 0, document: '決算書' };
  const body = {
    approvedTotal: name === 'approvedTotal' ? value : (money?.approvedTotal ?? null),
    ownTotal: name === 'ownTotal' ? value : (money?.ownTotal ?? null),
    opening: {
      budgeted: name === 'openingBudgeted' ? value : opening.budgeted,
      executed: name === 'openingExecuted' ? value : opening.executed,
      document: '決算書',
    },
    money: amounts.includes(name) ? balanced(name, value) : year,
  };
  return house.ask(who, 'PUT', `/api/rows/${id}/money`, body, headers);
}

/** Components that add up, this one as asked. */
function balanced(name: string, value: number): Record<string, number> {
  const zero = Object.fromEntries(amounts.map((one) => [one, 0]));
  if (name === 'prepaid') return { ...zero, prepaid: value };
  const isAvailable = ['budget', 'supplementary', 'carriedIn'].includes(name);
  const other = isAvailable ? 'realised' : 'budget';
  return { ...zero, [name]: value, [other]: value };
}

describe('a field of the row', () => {
  test('there are all the texts and amounts', () => expect(fields.length).toBeGreaterThan(15));

  test.each(fields)('$name: typed, seen, exported and in the history', async ({ noun, name, field }) => {
    const who = writers[field.by ?? ''] ?? '';
    const first = valueOf(name, field);
    const sent = await byApi(who, name, first);
    expect(sent.status, sent.body).toBe(200);
    expect(await held(noun, name)).toBe(first);
    expect(JSON.stringify(await row('auditor'))).toContain(String(first));

    const second = valueOf(name, field);
    const form = (await house.page(who, `/office/rows/${id}`)).body;
    if (field.kind === 'period') expect(form).toContain('name="period-from-year"');
    else expect(form).toMatch(new RegExp(`name="${name}"`));
    const [, year = '', month = '', endYear = '', endMonth = ''] =
      /^(\d+)年(\d+)月至(\d+)年(\d+)月$/.exec(String(second)) ?? [];
    const period = {
      'period-from-year': year,
      'period-from-month': month,
      'period-to-year': endYear,
      'period-to-month': endMonth,
    };
    const opening = name.startsWith('opening')
      ? { openingBudgeted: '1', openingExecuted: '1', openingDocument: '決算書' }
      : {};
    const typed =
      field.kind === 'period'
        ? { ...period, 'period-printed': String(second) }
        : typeof second === 'string'
          ? { [name]: second }
          : amounts.includes(name)
            ? Object.fromEntries(Object.entries(balanced(name, second)).map(([one, amount]) => [one, String(amount)]))
            : { ...opening, [name]: second.toLocaleString('en-US') };
    const saved = await house.send(who, `/office/rows/${id}/${typeof second === 'string' ? 'texts' : 'money'}`, {
      version: await version(),
      ...typed,
    });
    expect(saved.status, saved.body.slice(0, 600)).toBe(303);
    expect(await held(noun, name)).toBe(second);
    const shown = (await house.page('auditor', `/office/rows/${id}`)).body;
    const printed = typeof second === 'number' ? second.toLocaleString('en-US') : second;
    if (field.kind !== 'period') expect(shown).toContain(printed);

    const records = await house.ask('compiler', 'GET', '/api/years/範例部-114/rows.csv');
    expect(records.status).toBe(200);
    expect(records.body).toContain(field.label['zh-Hant']);
    expect(records.body).toContain(String(second));

    const { events } = (await house.ask('auditor', 'GET', `/api/rows/${id}/history`)).json();
    const [before, after] = [JSON.stringify(events.at(-1).payload.before), JSON.stringify(events.at(-1).payload.after)];
    expect([before.includes(String(first)), after.includes(String(second))]).toEqual([true, true]);
  });
});

describe('a field of another noun', () => {
  const namesOf = (noun: string) => Object.keys(nouns.find(({ name }) => name === noun)?.fields ?? {});

  /** Typed on its page and over the API, seen in both and in the history. */
  async function expectSeen(noun: string, page: string, api: string, values: Readonly<Record<string, string>>) {
    expect(Object.keys(values).toSorted()).toEqual([...namesOf(noun)].toSorted());
    const form = (await house.page('supervisor', page)).body;
    for (const name of namesOf(noun)) expect(form, name).toMatch(new RegExp(`name="${name}(?:-\\w+)?"`));
    const record = (await house.ask('supervisor', 'GET', api)).body;
    const history = (await house.ask('supervisor', 'GET', `${api}/history`)).body;
    for (const [name, value] of Object.entries(values)) {
      expect(record, name).toContain(value);
      expect(history, name).toContain(value);
    }
  }

  test('nouns with fields are all walked here', () =>
    expect(
      nouns
        .filter(({ fields: own }) => Object.keys(own).length > 0)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(['comment', 'deputy', 'row']));

  test('of a deputyship', async () => {
    const [from, until] = ['2026-01-06', '2026-01-07'];
    const grants = [{ role: 'supervisor', agency: 'bureau' }];
    const asked = { deputy: 'officer2', grants, from, until, reason: '代理事由的內容' };
    const made = await house.ask('supervisor', 'POST', '/api/deputies', asked);
    expect(made.status, made.body).toBe(201);
    const values = { deputy: 'officer2', grants: 'bureau', from, until, reason: '代理事由的內容' };
    await expectSeen('deputy', '/office/deputies', `/api/deputies/${made.json().record.id}`, values);
    expect((await house.page('supervisor', '/office/deputies')).body).toContain('代理事由的內容');
  });

  test('of a comment', async () => {
    const asked = { on: { noun: 'row', id }, text: '意見的內容', assignee: 'officer' };
    const made = await house.ask('supervisor', 'POST', '/api/comments', asked);
    expect(made.status, made.body).toBe(201);
    const page = `/office/rows/${id}/comments`;
    const values = { text: '意見的內容', assignee: 'officer' };
    await expectSeen('comment', page, `/api/comments/${made.json().record.id}`, values);
    expect((await house.page('supervisor', page)).body).toContain('意見的內容');
  });
});

describe('a field of an approved version', () => {
  test('all of them, by API and by page, seen and exported', async () => {
    const version1 = {
      documentNumber: '院臺範字第1號',
      date: '2024-01-05',
      total: 9_000_123,
      period: '113年1月至116年12月',
    };
    const sent = await house.ask('accountant', 'POST', `/api/rows/${id}/plan-versions`, version1, {
      'if-match': await version(),
    });
    expect(sent.status, sent.body).toBe(200);
    const page = (await house.page('accountant', `/office/rows/${id}`)).body;
    for (const name of Object.keys(planVersionFields)) if (name !== 'period') expect(page).toContain(`name="${name}"`);
    const saved = await house.send('accountant', `/office/rows/${id}/versions`, {
      version: await version(),
      documentNumber: '院臺範字第2號',
      date: '114年3月1日',
      total: '9,500,456',
      reason: '用地展延',
      'period-from-year': '113',
      'period-from-month': '1',
      'period-to-year': '117',
      'period-to-month': '6',
    });
    expect(saved.status, saved.body.slice(0, 500)).toBe(303);
    const shown = (await house.page('auditor', `/office/rows/${id}`)).body;
    for (const text of ['院臺範字第1號', '院臺範字第2號', '9,500,456', '用地展延']) expect(shown).toContain(text);
    const csv = (await house.ask('compiler', 'GET', '/api/years/範例部-114/rows.csv')).body;
    for (const text of ['院臺範字第2號', '2025-03-01', '9500456', '113年1月至117年6月', '用地展延'])
      expect(csv).toContain(text);
  });

  test('the export is for those who may read the year, with the rows that they may read', async () => {
    expect((await house.ask('officer', 'GET', '/api/years/範例部-114/rows.csv')).status).toBe(200);
    for (const who of ['xcompiler', 'nobody', null])
      expect([401, 404]).toContain((await house.ask(who, 'GET', '/api/years/範例部-114/rows.csv')).status);
    expect((await house.ask('officer2', 'GET', '/api/years/範例部-114/rows.csv')).body).not.toContain('院臺範字第2號');
  });
});
