import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { read } from '@guankao/reading';
import type { RowRecord } from '@guankao/workflow';
import { crawl } from './crawl.ts';
import { openHouse, someMoney, someTexts, type House } from './house.ts';

/** What is withheld is printed as such everywhere, and nothing of its text is found by whoever has not signed in. */

let house: House;
const year = '範例部-114';
const id = (at: number) => `${year}-0${at}`;
/** Each stands in one field of row 1 only; whoever finds one has found the field. */
const secrets = {
  plannedWork: '洽請翡翠廠商試辦',
  execution: '承辦人王小明，電話02-2345-6789，於114年6月20日完成第二期',
  goals: '完成琥珀案3件',
  explanation: '完成琥珀案2件，玉山公司未到場',
} as const;
const words = ['翡翠', '王小明', '2345', '琥珀', '玉山公司', '7,654', '7654'];
const said = '依政府資訊公開法第18條第1項第6款不予公開';

const versionOf = async (of: string) =>
  String((await house.store.office.row(of))?.version ?? (await house.store.office.year(of))?.year.version ?? 0);
const events = async () => (await house.store.catalogue.health()).events;
const decide = async (who: string, at: number, body: object) =>
  house.ask(who, 'POST', `/api/rows/${id(at)}/set-disclosure`, body, { 'if-match': await versionOf(id(at)) });
const decideByPage = (fields: Record<string, string | readonly string[]>, lang = '') =>
  house.send('compiler', `${lang}/office/years/${year}/disclosure`, { row: id(1), reason: '含個資', ...fields });
const publish = async () =>
  house.ask(
    'compiler',
    'POST',
    `/api/years/${year}/publication`,
    { ground: '政府資訊公開法第7條' },
    {
      'if-match': await versionOf(year),
    },
  );

beforeAll(async () => {
  house = await openHouse();
  await house.openYear([
    { name: '海岸復育計畫', agency: 'bureau' },
    { name: '步道整建計畫', agency: 'bureau' },
  ]);
  for (const at of [1, 2]) {
    const ask = async (who: string, method: 'PATCH' | 'PUT' | 'POST', path: string, body: object) => {
      const answer = await house.ask(who, method, `/api/rows/${id(at)}/${path}`, body, {
        'if-match': await versionOf(id(at)),
      });
      expect(answer.status, answer.body).toBe(200);
    };
    await ask('officer', 'PATCH', 'texts', at === 1 ? { ...someTexts, ...secrets } : someTexts);
    await ask('accountant', 'PUT', 'money', {
      approvedTotal: at === 1 ? 7_654_000 : 9_000_000,
      ownTotal: null,
      opening: { budgeted: 700_000, executed: 650_000, document: '113年度決算' },
      money: someMoney,
    });
    await ask('officer', 'POST', 'moves', { move: 'submit' });
    await ask('supervisor', 'POST', 'moves', { move: 'approve' });
  }
  const sent = await house.ask(
    'compiler',
    'POST',
    `/api/years/${year}/submission`,
    {},
    {
      'if-match': await versionOf(year),
    },
  );
  expect(sent.status, sent.body).toBe(200);
}, 240_000);
afterAll(() => house.close());

describe('before it is published', () => {
  test('what may be personal is listed for a person to decide; nothing is withheld by itself', async () => {
    const answer = await house.ask('compiler', 'GET', `/api/years/${year}/personal-data`);
    const { proposals } = answer.json() as { proposals: readonly { field: string; kind: string; text: string }[] };
    expect(proposals.map(({ field, kind, text }) => [field, kind, text])).toEqual([
      ['execution', 'telephone', '02-2345-6789'],
      ['execution', 'name', '承辦人王小明'],
    ]);
    expect((await house.store.office.row(id(1)))?.disclosure).toEqual({});
    for (const [page, shown] of [
      [`/office/years/${year}/disclosure`, '可能是個人資料'],
      [`/en/office/years/${year}/disclosure`, 'What may be personal data'],
    ] as const) {
      const { status, body } = await house.page('compiler', page);
      expect(status).toBe(200);
      for (const text of [shown, '王小明', '02-2345-6789']) expect(body).toContain(text);
    }
    expect((await house.page('xcompiler', `/office/years/${year}/disclosure`)).status).toBe(404);
    expect((await house.page(null, `/office/years/${year}/disclosure`)).status).toBe(303);
    expect((await house.ask('xcompiler', 'GET', `/api/years/${year}/personal-data`)).status).toBe(404);
  });

  test.each(['officer', 'supervisor', 'accountant', 'auditor', 'admin', 'xcompiler'])(
    '%s may not decide',
    async (who) => {
      const before = await events();
      const answer = await decide(who, 1, { fields: ['goals'], level: 'closed', ground: '18-1-6', reason: '個資' });
      expect([403, 404]).toContain(answer.status);
      expect(await events()).toBe(before);
    },
  );

  test.each([
    [{ fields: ['goals'], level: 'closed', reason: '個資' }, 422],
    [{ fields: ['goals'], level: 'closed', ground: null, reason: '個資' }, 422],
    [{ fields: ['goals'], level: 'closed', ground: '18-1-10', reason: '個資' }, 400],
    [{ fields: ['goals'], level: 'secret', ground: '18-1-6', reason: '個資' }, 400],
    [{ fields: ['agency'], level: 'closed', ground: '18-1-6', reason: '個資' }, 400],
    [{ fields: [], level: 'closed', ground: '18-1-6', reason: '個資' }, 400],
    [{ fields: ['goals'], level: 'closed', ground: '18-1-6', reason: ' ' }, 422],
    [{ fields: ['goals'], level: 'closed', ground: '18-1-6' }, 400],
  ])('%j is refused', async (body, status) => {
    const before = await events();
    expect((await decide('compiler', 1, body)).status).toBe(status);
    expect(await events()).toBe(before);
  });

  test('a refusal on the page keeps what was chosen', async () => {
    for (const lang of ['', '/en']) {
      const answer = await decideByPage({ fields: ['goals', 'execution'], level: 'closed' }, lang);
      expect(answer.status).toBe(422);
      expect(answer.body).toMatch(
        /<input type="checkbox" name="fields"[^>]*checked=""[^>]*value="goals"|value="goals"[^>]*checked/,
      );
      expect(answer.body).toContain('含個資');
    }
  });
});

describe('published whole, then withheld', () => {
  let first = '';
  test('what nothing was decided of is shown', async () => {
    expect((await publish()).status).toBe(200);
    first = (await house.store.catalogue.filing(year))?.edition.sha256 ?? '';
    expect((await house.page(null, `/plans/${id(1)}`)).body).toContain('玉山公司');
    expect((await house.ask(null, 'GET', '/api/plans?q=玉山公司')).json().total).toBe(1);
  });

  test('withheld by page and by API; the history tells who, when, why; an approval stands', async () => {
    const sent = await decideByPage({
      fields: ['plannedWork', 'execution', 'goals', 'explanation'],
      level: 'closed',
      ground: '18-1-6',
    });
    expect(sent.status, sent.body.slice(0, 900)).toBe(303);
    const money = { fields: ['approvedTotal'], level: 'restricted', ground: '18-1-7', reason: '營業秘密' };
    expect((await decide('compiler', 1, money)).status).toBe(200);
    expect((await house.store.office.row(id(1)))?.state).toBe('filed');
    const history = (await house.page('officer', `/office/rows/${id(1)}/history`)).body;
    for (const text of ['決定公開與否', '含個資', '營業秘密', '（彙整']) expect(history).toContain(text);
    const shown = (await house.page('compiler', `/office/years/${year}/disclosure`)).body;
    for (const text of [said, '依政府資訊公開法第18條第1項第7款限制公開']) expect(shown).toContain(text);
  });

  test('published anew, nothing of it is found: no page, search, export, source, API', async () => {
    expect((await publish()).status).toBe(200);
    const pages = await crawl(house);
    expect(pages.length).toBeGreaterThan(40);
    const found = pages.flatMap(({ url, text }) =>
      words.filter((word) => text.includes(word)).map((word) => `${word} at ${decodeURI(url)}`),
    );
    expect(found).toEqual([]);
    expect((await house.ask(null, 'GET', `/sources/${first}`)).status).toBe(404);
    // What was made of the whole edition is proved no longer: from its hash a short field could be guessed.
    expect((await house.ask(null, 'GET', `/api/filings/${year}/form.pdf/proof`)).status).toBe(404);
    const issued = await house.store.log.issued(first);
    expect(issued.map(({ published }) => published)).toEqual([false]);
    for (const word of words) {
      for (const path of ['/plans', '/en/plans', '/plans.csv', '/api/plans'])
        expect((await house.ask(null, 'GET', `${path}?q=${word}`)).body, `${path} ${word}`).not.toContain(
          '海岸復育計畫',
        );
    }
  });

  test('nor as of any time before it was withheld', async () => {
    const published = (await house.store.eventsAfter(0, 10_000)).filter(({ kind }) => kind === 'filing-published');
    expect(published).toHaveLength(2);
    for (const { number } of published) {
      const asof = `asof=${number}`;
      for (const path of [
        `/plans?${asof}`,
        `/en/plans?${asof}`,
        `/plans.csv?${asof}`,
        `/plans/${id(1)}?${asof}`,
        `/filings/${year}?${asof}`,
        `/filings/${year}/source?${asof}`,
        `/data/rows.csv?${asof}`,
        `/api/plans/${id(1)}?${asof}`,
        `/api/filings/${year}?${asof}`,
        `/api/filings/${year}/form.csv?${asof}`,
      ]) {
        const answer = await house.page(null, path);
        expect(answer.status, path).toBe(200);
        expect(
          words.filter((word) => answer.body.includes(word)),
          path,
        ).toEqual([]);
      }
      for (const word of words)
        expect((await house.ask(null, 'GET', `/api/plans?q=${word}&${asof}`)).json().total, word).toBe(0);
      expect((await house.page(null, `/plans/${id(1)}?${asof}`)).body).toContain(said);
    }
  });

  test('it is printed as such: on the page, in the list, to programs, in every export and in the file itself', async () => {
    for (const page of [`/plans/${id(1)}`, `/en/plans/${id(1)}`]) {
      const { body } = await house.page(null, page);
      expect(body.split(said).length).toBeGreaterThan(4);
      expect(body).toContain('依政府資訊公開法第18條第1項第7款限制公開');
    }
    expect((await house.page(null, '/plans')).body).toContain('部分欄位不公開');
    const { plan, row } = (await house.ask(null, 'GET', `/api/plans/${id(1)}`)).json();
    expect(plan.withheld).toMatchObject({ goals: said, execution: said });
    expect([row.verdict, row.goals, row.approvedTotal]).toEqual(['undetermined', [], null]);
    for (const format of ['pdf', 'ods', 'odt', 'xlsx', 'csv', 'json']) {
      const { bytes } = await house.page(null, `/api/filings/${year}/form.${format}`);
      const file = { name: `form.${format}`, bytes: new Uint8Array(bytes) };
      const text = format === 'json' ? new TextDecoder().decode(bytes) : (await read(file)).document.text;
      expect(text.replaceAll(/\s/g, ''), format).toContain('第18條第1項第6款不予公開');
      expect(text.replaceAll(/\s/g, ''), format).toContain('第18條第1項第7款限制公開');
    }
    const { sha256 } = (await house.store.catalogue.filing(year))?.edition ?? { sha256: '' };
    const { rows } = (await house.ask(null, 'GET', `/sources/${sha256}`)).json();
    expect(rows[0]).toMatchObject({ goals: '', approvedTotal: null, withheld: { goals: said } });
  });

  test('nobody is accused of what is not shown; the row beside is checked as ever', async () => {
    const { findings } = (await house.ask(null, 'GET', `/api/plans/${id(1)}`)).json();
    expect(findings).toEqual([]);
    expect((await house.page(null, `/plans/${id(2)}`)).body).toContain(someTexts.execution);
  });

  test('inside all stays in sight; the workbench names both hashes', async () => {
    expect((await house.page('officer', `/office/rows/${id(1)}`)).body).toContain('玉山公司');
    const edition = (await house.store.office.year(year))?.year.editions[0];
    expect(edition?.sha256).toBe(first);
    const { body } = await house.page('compiler', `/office/years/${year}`);
    for (const hash of [first, edition?.published?.sha256 ?? '']) expect(body).toContain(hash.slice(0, 12));
    expect(body).toContain('公開版 SHA-256');
  });

  test('publishing again changes nothing; a rebuild makes the same', async () => {
    const before = await events();
    expect((await publish()).status).toBe(200);
    expect(await events()).toBe(before);
    expect((await house.store.rebuild()).identical).toBe(true);
    expect((await house.page(null, `/plans/${id(1)}`)).body).not.toContain('玉山公司');
  });
});

describe('the whole row; the next year', () => {
  test('a row that is withheld whole keeps its place and says no more than its ground', async () => {
    // Totals are kept once counted: they are those of the file that is shown.
    expect((await house.page(null, '/filings')).body).toContain('3,400');
    const sent = await decideByPage({ row: id(2), whole: '1', level: 'closed', ground: '18-1-1' });
    expect(sent.status, sent.body.slice(0, 900)).toBe(303);
    expect((await publish()).status).toBe(200);
    const { plans } = (await house.ask(null, 'GET', '/api/plans')).json();
    expect((await house.page(null, '/filings')).body).not.toContain('3,400');
    expect(plans[1]).toMatchObject({
      name: '依政府資訊公開法第18條第1項第1款不予公開',
      type: null,
      period: null,
      budgetedToDate: null,
      findings: { error: 0, warning: 0, question: 0 },
    });
    // The rules' own pages have examples of their own.
    const pages = (await crawl(house)).filter(({ url }) => !url.includes('/rules'));
    const found = pages.filter(({ text }) => text.includes('步道') || text.includes('第二期'));
    expect(found.map(({ url }) => decodeURI(url))).toEqual([]);
  });

  test('the year after begins with all of it for its own ministry, withheld still; for another with what is public', async () => {
    const own = await house.ask('compiler', 'POST', '/api/years', {
      ministry: 'ministry',
      fiscalYear: 2026,
      from: year,
    });
    expect(own.status, own.body).toBe(201);
    const { rows } = own.json() as { rows: readonly RowRecord[] };
    expect(rows.map(({ texts }) => texts.name)).toEqual(['海岸復育計畫', '步道整建計畫']);
    expect(rows[0]?.lastYear?.texts.explanation).toBe(secrets.explanation);
    expect(rows[0]?.disclosure.goals).toEqual({ level: 'closed', ground: '18-1-6' });
    const other = await house.ask('xcompiler', 'POST', '/api/years', {
      ministry: 'other',
      fiscalYear: 2026,
      from: year,
    });
    expect(other.status, other.body).toBe(201);
    for (const word of [...words, '1000000', '900000']) expect(other.body).not.toContain(word);
  });

  test('shown again, by a decision with its reason', async () => {
    const shown = { fields: Object.keys(secrets), level: 'open', reason: '當事人同意' };
    expect((await decide('compiler', 1, shown)).status).toBe(200);
    expect((await publish()).status).toBe(200);
    expect((await house.page(null, `/plans/${id(1)}`)).body).toContain('玉山公司');
  });
});
