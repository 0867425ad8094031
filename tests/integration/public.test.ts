import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportForm } from '@guankao/forms';
import { crawl, type Crawled } from './crawl.ts';
import { filingOf, openHouse, someMoney, someTexts, type House, withoutTags } from './house.ts';

/** What somebody who has not signed in finds of a year that was published here, and of a filing that was imported. */

let house: House;
let pages: readonly Crawled[];
const year = '範例部-114';
const row = (at: number) => `${year}-0${at}`;
const versionOf = async (id: string) =>
  String((await house.store.office.row(id))?.version ?? (await house.store.office.year(id))?.year.version ?? 0);

beforeAll(async () => {
  house = await openHouse();
  await house.openYear([
    { name: '海岸復育計畫', agency: 'bureau' },
    { name: '步道整建計畫', agency: 'bureau' },
  ]);
  for (const at of [1, 2]) {
    const ask = async (who: string, method: 'PATCH' | 'PUT' | 'POST', path: string, body: object) => {
      const answer = await house.ask(who, method, `/api/rows/${row(at)}/${path}`, body, {
        'if-match': await versionOf(row(at)),
      });
      expect(answer.status, answer.body).toBe(200);
    };
    const indicator = { label: '案數', comparator: '>=', unit: '案', scope: 'year', target: 3, text: '3案' };
    await ask('officer', 'PATCH', 'texts', someTexts);
    await ask('officer', 'POST', 'indicators', indicator);
    const money = {
      approvedTotal: 9_000_000,
      ownTotal: null,
      opening: { budgeted: 700_000, executed: 650_000, document: '113年度決算' },
      money: at === 1 ? someMoney : null,
    };
    await ask('accountant', 'PUT', 'money', money);
    await ask('officer', 'POST', 'moves', { move: 'submit' });
    await ask('supervisor', 'POST', 'moves', { move: 'approve' });
  }
  const sent = async (path: string, body: object) => {
    const answer = await house.ask('compiler', 'POST', `/api/years/${year}/${path}`, body, {
      'if-match': await versionOf(year),
    });
    expect(answer.status, answer.body).toBe(200);
  };
  await sent('submission', {});
  await sent('publication', { ground: '政府資訊公開法第7條' });
  const { reading } = await filingOf('範例部', 2023, ['海岸計畫', '步道計畫']);
  await house.upload(
    'compiler',
    '/import',
    { name: 'f.csv', bytes: await exportForm(reading, 'csv') },
    { keep: 'public', ground: '依法公開' },
  );
  pages = await crawl(house);
}, 240_000);
afterAll(() => house.close());

describe('money of the year that is missing is said', () => {
  const words = '尚無本年度經費';
  test('on the plan’s page, and only on that plan’s', async () => {
    expect((await house.page(null, `/plans/${row(2)}`)).body).toContain(words);
    expect((await house.page(null, `/en/plans/${row(2)}`)).body).toContain('No money of the year yet');
    expect((await house.page(null, `/plans/${row(1)}`)).body.split('<nav class="family"')[0]).not.toContain(words);
  });

  test('in the list of the filing, as CSV, and to programs', async () => {
    for (const page of [`/filings/${year}`, '/plans']) expect((await house.page(null, page)).body).toContain(words);
    expect((await house.ask(null, 'GET', '/plans.csv')).body).toContain(words);
    const { plans } = (await house.ask(null, 'GET', '/api/plans')).json();
    const missing = (plans as readonly { id: string; yearMoneyMissing: boolean }[]).filter(
      (plan) => plan.yearMoneyMissing,
    );
    expect(missing.map(({ id }) => id)).toEqual([row(2)]);
  });

  test('in the file that is published, which reads back to the same', async () => {
    const [edition] = (await house.store.catalogue.filing(year))?.filing.editions ?? [];
    const file = (await house.ask(null, 'GET', `/sources/${edition?.sha256}`)).json();
    expect(file.rows.map((one: { yearMoneyMissing?: true }) => one.yearMoneyMissing)).toEqual([undefined, true]);
  });
});

describe('persons are named inside only', () => {
  test('no page, answer or file of the public holds the name of an account', async () => {
    const { rows } = await house.store.connection.pool.query('select name, login from guankao.accounts');
    const names = (rows as readonly { name: string }[]).map(({ name }) => name);
    expect(names.length).toBeGreaterThan(10);
    expect(pages.length).toBeGreaterThan(60);
    const found = pages.flatMap(({ url, text }) =>
      names.filter((name) => text.includes(name)).map((name) => `${name} at ${decodeURI(url)}`),
    );
    expect(found).toEqual([]);
  });

  test('role and agency are told instead, in both languages and to programs', async () => {
    expect((await house.page(null, `/filings/${year}`)).body).toContain('範例部 彙整');
    expect(withoutTags((await house.page(null, '/en/filings/範例部-112')).body)).toContain('範例部 compiler');
    const { filing } = (await house.ask(null, 'GET', `/api/filings/${year}`)).json();
    expect(filing.editions[0].importedBy).toBe('範例部 compiler');
  });
});
