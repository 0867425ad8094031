import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Pool } from '@guankao/pool';
import type { Catalogue } from '@guankao/store';
import { memoryCatalogue } from './fixtures/memory-catalogue.ts';
import { smallFiling } from './fixtures/small-filing.ts';
import { createServer } from './index.ts';

const filing = encodeURIComponent('範例部-113');
// Nothing here is worked on: it starts no child.
const pool = new Pool();
let server: FastifyInstance;
beforeAll(async () => {
  server = await createServer({
    catalogue: memoryCatalogue([smallFiling(), smallFiling('更正一行\n')]),
    pool,
    clock: () => new Date('2026-04-01T00:00:00Z'),
  });
});
afterAll(() => server.close());

const get = (url: string, headers: InjectOptions['headers'] = {}): Promise<LightMyRequestResponse> =>
  server.inject({ url, headers });

async function page(url: string): Promise<Document> {
  const answer = await get(url);
  expect(answer.statusCode, url).toBe(200);
  return parseHTML(answer.body).document as unknown as Document;
}

function textOf(document: Document, selector: string): string {
  return (document.querySelector(selector)?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}

describe('every page', () => {
  const paths = [
    '/',
    '/plans',
    `/plans/${filing}-r01`,
    `/plans/${filing}-r03`,
    '/filings',
    `/filings/${filing}`,
    `/filings/${filing}/source`,
    '/lists/no-target',
    '/rules',
    '/rules/rate-mismatch',
    '/findings',
    '/findings?severity=error',
    '/about',
    '/data',
  ];
  test.each(paths.flatMap((path) => [path, path === '/' ? '/en' : `/en${path}`]))(
    '%s stands, says its language and has one heading',
    async (path) => {
      const document = await page(path);
      expect(document.documentElement.lang).toBe(path.startsWith('/en') ? 'en' : 'zh-Hant');
      expect(document.querySelectorAll('h1')).toHaveLength(1);
      expect(document.title).not.toBe('');
    },
  );

  test.each(paths)('%s sends nothing inline that the policy would refuse', async (path) => {
    const { body, headers } = await get(path);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(body).not.toMatch(/ style="|<style|<script(?![^>]* src=)| on[a-z]+="/);
  });

  test.each(paths)('%s has no id twice, and every label and link within the page leads somewhere', async (path) => {
    const document = await page(path);
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
    expect(new Set(ids).size).toBe(ids.length);
    const pointed = [...document.querySelectorAll('[popovertarget],[aria-labelledby],[aria-describedby]')].flatMap(
      (element) =>
        ['popovertarget', 'aria-labelledby', 'aria-describedby'].flatMap((name) => element.getAttribute(name) ?? []),
    );
    const anchors = [...document.querySelectorAll('a[href^="#"]')].map(
      (link) => link.getAttribute('href')?.slice(1) ?? '',
    );
    expect([...pointed, ...anchors].filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('a page of the example says that it is made up', async () => {
    expect(textOf(await page(`/plans/${filing}-r01`), '.fictional-notice')).toContain('虛構');
    expect(textOf(await page(`/en/plans/${filing}-r01`), '.fictional-notice')).toContain('Fictional');
  });

  test('the switch of language keeps the place and the question', async () => {
    expect(
      (await page('/plans?q=%E6%B2%B3&verdict=not_achieved')).querySelector('a.language')?.getAttribute('href'),
    ).toBe('/en/plans?q=%E6%B2%B3&verdict=not_achieved');
    expect((await page('/en/plans?q=a')).querySelector('a.language')?.getAttribute('href')).toBe('/plans?q=a');
  });

  test('is answered with 304 where the reader has it', async () => {
    const first = await get('/plans');
    const again = await get('/plans', { 'if-none-match': `${first.headers['etag']}` });
    expect(again.statusCode).toBe(304);
  });
});

describe('the list of plans', () => {
  const names = async (query: string): Promise<string[]> =>
    [...(await page(`/plans${query}`)).querySelectorAll('.plans tbody th a')].map((link) => link.textContent ?? '');

  test('shows every row of the current edition', async () =>
    expect(await names('')).toEqual(['河堤補強計畫', '(1) 甲段', '圖書館計畫', '步道計畫']));
  test.each([
    ['?q=%E6%AD%A5%E9%81%93', ['步道計畫']],
    ['?type=%E7%A7%91%E6%8A%80%E7%99%BC%E5%B1%95', ['圖書館計畫']],
    ['?verdict=not_achieved', ['河堤補強計畫']],
    ['?severity=warning', ['圖書館計畫']],
    ['?finding=stated-achieved-but-missed', ['河堤補強計畫']],
    ['?list=underspent-achieved', ['河堤補強計畫']],
    ['?sort=budgeted&down=1', ['河堤補強計畫', '(1) 甲段', '步道計畫', '圖書館計畫']],
    ['?q=&type=&verdict=', ['河堤補強計畫', '(1) 甲段', '圖書館計畫', '步道計畫']],
  ])('%s', async (query, expected) => expect(await names(query)).toEqual(expected));

  test('keeps the other conditions in each choice', async () => {
    const link = [...(await page('/plans?q=%E8%A8%88&sort=name')).querySelectorAll('.facet a')].find((each) =>
      each.textContent?.startsWith('科技發展'),
    );
    expect(link?.getAttribute('href')).toBe('/plans?q=%E8%A8%88&sort=name&type=%E7%A7%91%E6%8A%80%E7%99%BC%E5%B1%95');
  });

  test.each([
    ['', '績效目標及本年度目標值：「完成補強3處；執行率達90%」'],
    ['/en', 'Goals and targets of the year: 「完成補強3處；執行率達90%」'],
  ])('%s shows where the words stand, marked, in the words of the filing', async (prefix, expected) => {
    const document = await page(`${prefix}/plans?q=%E8%A3%9C%E5%BC%B73%2090%25`);
    const [snippet] = document.querySelectorAll('.plans .snippet');
    const quoted = snippet?.querySelector('q');
    expect(`${snippet?.textContent?.replace(quoted?.textContent ?? '', '')}「${quoted?.textContent}」`).toBe(expected);
    expect(quoted?.getAttribute('lang')).toBe('zh-Hant');
    expect([...(quoted?.querySelectorAll('mark') ?? [])].map((mark) => mark.textContent)).toEqual(['補強3', '90%']);
  });

  test('shows no places where nothing is searched', async () => {
    expect((await page('/plans?sort=name')).querySelectorAll('.snippet')).toHaveLength(0);
  });

  test('where nothing fits, says what to do', async () => {
    const document = await page('/plans?q=%E7%84%A1%E6%AD%A4%E4%BA%8B');
    expect(textOf(document, '.list-head h2')).toBe('沒有符合的計畫列');
    expect(textOf(document, '.empty')).not.toBe('');
  });

  test('a condition that cannot be is a 400 that names it', async () => {
    const answer = await get('/plans?verdict=splendid');
    expect(answer.statusCode).toBe(400);
    expect(parseHTML(answer.body).document.querySelector('.problem')?.textContent).toContain('verdict');
  });

  test('a rate over nothing budgeted is a dash, never 0 or 100 %', async () => {
    const row = [...(await page('/plans')).querySelectorAll('.plans tbody tr')][2];
    expect(row?.querySelectorAll('td')[3]?.textContent).toBe('—');
  });

  test('of a page that is no more leads to the last one', async () => {
    const { statusCode, headers } = await get('/en/plans?type=%E7%A4%BE%E6%9C%83%E7%99%BC%E5%B1%95&page=9');
    expect([statusCode, headers.location]).toEqual([302, '/en/plans?type=%E7%A4%BE%E6%9C%83%E7%99%BC%E5%B1%95&page=1']);
  });

  test('as CSV opens with a byte-order mark and holds what is shown', async () => {
    const { body, headers } = await get('/plans.csv?severity=warning');
    expect(headers['content-type']).toContain('text/csv');
    expect(body.startsWith('\uFEFF編號,')).toBe(true);
    expect(body.trimEnd().split('\r\n')).toHaveLength(2);
    expect(body).toContain('範例部-113-r03');
  });
});

describe('the page of a plan', () => {
  test('shows what is claimed beside what is computed and says that they differ', async () => {
    const document = await page(`/plans/${filing}-r01`);
    expect([...document.querySelectorAll('.verdicts dd > .verdict')].map((mark) => mark.textContent?.trim())).toEqual([
      '● 已達成',
      '○ 未達成',
    ]);
    expect(textOf(document, '.differs-note')).toBe('兩者不同');
  });

  test('names the formula of its rate, with both figures', async () => {
    expect(textOf(await page(`/plans/${filing}-r01`), '.rate-row')).toContain('R1 = 69,423 ÷ 193,020 = 35.97 %');
  });

  test('marks the words of a finding although the print holds mark-up between them, and puts the finding beside', async () => {
    const document = await page(`/plans/${filing}-r01`);
    const marks = [...document.querySelectorAll('.marked')].map((link) => [
      link.textContent,
      link.getAttribute('href'),
    ]);
    expect(marks).toEqual([
      ['完成補強2處', '#f1'],
      ['年度績效目標已達成', '#f1'],
    ]);
    expect(document.querySelectorAll('.text-notes #f1')).toHaveLength(1);
  });

  test('keeps doubts about the transcription apart and does not count them', async () => {
    const document = await page(`/plans/${filing}-r01`);
    expect(textOf(document, '.doubts .finding')).toContain('標記殘留');
    expect(textOf(document, '.findings-line')).toContain('不符 1');
    expect(textOf(document, '.findings-line')).not.toContain('請釐清');
  });

  test('lets each value be cited: words, place, formula, address', async () => {
    const citation = [...(await page(`/plans/${filing}-r01`)).querySelectorAll('.money .citation')][1];
    expect(citation?.textContent).toContain('193,020');
    expect(citation?.textContent).toContain('第 4 行');
    expect(citation?.textContent).toMatch(/http:\/\/[^/]+\/filings\/.*\/source\?span=\d+-\d+&edition=\d+#passage/);
  });

  test('shows a broken period as printed and draws no line of it', async () => {
    const document = await page(`/plans/${filing}-r03`);
    expect(textOf(document, '.plan-facts')).toContain('「113年月至115年12月」');
    expect(document.querySelector('.life-line')).toBeNull();
  });

  test('of an old edition says so and leads into the text of that edition', async () => {
    const document = await page(`/plans/${filing}-r01?edition=1`);
    expect(textOf(document, '.edition-notice')).toContain('第 1 版');
    expect(document.querySelector('.money a.to-source')?.getAttribute('href')).toContain('edition=1');
  });

  test('counts years by the Republic in Chinese and by the common era in English', async () => {
    expect(textOf(await page(`/plans/${filing}-r01`), '.plan-facts')).toContain('111 年 1 月至 115 年 12 月');
    expect(textOf(await page(`/en/plans/${filing}-r01`), '.plan-facts')).toContain('Jan 2022 – Dec 2026');
  });
});

describe('the page of a filing', () => {
  test('adds a parent’s figures and not its part’s', async () => {
    expect(textOf(await page(`/filings/${filing}`), '.summary')).toContain('194,220');
  });

  test('asks the gravest first and shows what was not read', async () => {
    const document = await page(`/filings/${filing}`);
    expect(textOf(document, '.ask-first li')).toContain('不符 河堤補強計畫');
    expect(textOf(document, 'section[aria-labelledby=unread]')).toContain('右頁無主之文字');
  });

  test('of an old edition leads into the text and the reading of that edition', async () => {
    const links = [...(await page(`/filings/${filing}?edition=1`)).querySelectorAll('.ready a')].map(
      (link) => link.getAttribute('href') ?? '',
    );
    const ofFiling = links.filter((href) => /^(?:\/api)?\/filings\//.test(href));
    expect(ofFiling).toEqual(
      expect.arrayContaining([`/filings/${filing}/source?edition=1`, `/api/filings/${filing}?edition=1`]),
    );
    expect(ofFiling.filter((href) => !href.includes('edition=1'))).toEqual([]);
  });

  test('offers the file byte for byte, as a download only', async () => {
    const href = (await page(`/filings/${filing}`)).querySelector('a[download]')?.getAttribute('href') ?? '';
    const { headers, rawPayload } = await get(href);
    expect(headers['content-disposition']).toMatch(/^attachment/);
    expect(headers['content-type']).toBe('application/octet-stream');
    expect(rawPayload.equals(Buffer.from(smallFiling('更正一行\n').bytes))).toBe(true);
  });
});

describe('a form with money columns of its own', () => {
  let budget: FastifyInstance;
  beforeAll(async () => {
    const { reading, bytes } = smallFiling();
    const [plan] = reading.plans;
    if (plan === undefined) throw new Error('the fixture has no plan');
    const [span] = plan.spans;
    if (span === undefined) throw new Error('the fixture’s plan stands nowhere');
    const row = {
      ...plan,
      approvedTotal: null,
      budgetedToDate: null,
      executedToDate: null,
      goals: [],
      indicators: [],
      statedVerdict: 'none',
      statedVerdictSpan: null,
      verdict: 'undetermined',
      amounts: [
        { column: '本年度預算數', value: 1_250, span },
        { column: '上年度預算數', value: null, span },
      ],
    } as const;
    budget = await createServer({
      catalogue: memoryCatalogue([{ reading: { ...reading, plans: [row], findings: [] }, bytes }]),
      pool,
    });
  });
  afterAll(() => budget.close());

  test('shows those columns, and no rate or verdict that it cannot have', async () => {
    const { document } = parseHTML((await budget.inject(`/filings/${filing}`)).body);
    expect([...document.querySelectorAll('.plans thead th')].map((head) => head.textContent)).toEqual([
      '計畫',
      '本年度預算數（千元）',
      '上年度預算數（千元）',
      '檢核結果',
    ]);
    expect([...document.querySelectorAll('.plans td.number')].map((cell) => cell.textContent)).toEqual(['1,250', '—']);
    expect(document.querySelector('#money, .rate-strip')).toBeNull();
  });

  test('shows on the page of a row its own amounts only, each with its place', async () => {
    const { document } = parseHTML((await budget.inject(`/plans/${filing}-r01`)).body);
    expect([...document.querySelectorAll('.money tbody th')].map((head) => head.textContent)).toEqual([
      '本年度預算數',
      '上年度預算數',
    ]);
    expect(document.querySelectorAll('.money .to-source')).toHaveLength(2);
  });
});

describe('the source', () => {
  test('marks the passage of the address, once with the anchor', async () => {
    const { text } = smallFiling().reading.document;
    const start = text.indexOf('完成補強3處');
    const document = await page(`/filings/${filing}/source?span=${start}-${start + 6},0-3`);
    expect([...document.querySelectorAll('.source-lines mark')].map((mark) => mark.textContent)).toEqual([
      '範例部',
      '完成補強3處',
    ]);
    expect(document.querySelectorAll('#passage')).toHaveLength(1);
    expect([...document.querySelectorAll('.passages a')].map((link) => link.textContent)).toEqual([
      '第 9 行',
      '第 1 行',
    ]);
  });

  test('gives back every character of the file', async () => {
    const lines = [...(await page(`/filings/${filing}/source`)).querySelectorAll('.source-lines li')].map(
      (line) => line.textContent,
    );
    expect(`${lines.join('\n')}\n`).toBe(smallFiling('更正一行\n').reading.document.text);
  });

  test('leads back to where the reader was, by name', async () => {
    const back = (
      await page(`/filings/${filing}/source?span=0-3&from=%2Fplans%2F${encodeURIComponent(`${filing}-r01`)}`)
    ).querySelector('a.back');
    expect(back?.textContent).toBe('← 回到 河堤補強計畫');
    expect(back?.getAttribute('href')).toBe(`/plans/${filing}-r01`);
  });

  test.each(['span=0-3&from=%2F%2Fevil.example', 'span=0-3&from=https%3A%2F%2Fevil.example'])(
    'leads nowhere else: %s',
    async (query) => {
      expect((await page(`/filings/${filing}/source?${query}`)).querySelector('a.back')?.getAttribute('href')).toBe(
        `/filings/${filing}`,
      );
    },
  );

  test.each(['span=5-2', 'span=x', 'span=0-999999'])('%s is astray and says so', async (query) => {
    expect(textOf(await page(`/filings/${filing}/source?${query}`), '[role=alert]')).not.toBe('');
  });
});

describe('trouble', () => {
  test.each(['/nothing', '/plans/none', '/filings/none', '/lists/none', '/rules/none', '/en/nothing'])(
    '%s is a 404 that helps',
    async (path) => {
      const answer = await get(path);
      expect(answer.statusCode).toBe(404);
      const { document } = parseHTML(answer.body);
      expect(document.documentElement.lang).toBe(path.startsWith('/en') ? 'en' : 'zh-Hant');
      expect(document.querySelectorAll('.problem a').length).toBeGreaterThan(2);
    },
  );

  test('an address that cannot be decoded leads to the page for what is not there', async () => {
    const { statusCode, headers } = await get('/plans/%E0%A4%A');
    expect([statusCode, headers.location]).toEqual([302, '/not-found']);
    expect((await get('/not-found')).statusCode).toBe(404);
  });

  test('of ours is a 500 with a number and without a trace', async () => {
    const broken = await createServer({ catalogue: brokenCatalogue(), pool });
    const answer = await broken.inject('/plans');
    expect(answer.statusCode).toBe(500);
    expect(answer.body).toMatch(/編號 [0-9a-f]{8}/);
    expect(answer.body).not.toMatch(/secret|\.ts|at /);
    const health = await broken.inject('/healthz');
    expect([health.statusCode, health.json<{ status: string }>().status]).toEqual([503, 'unavailable']);
    await broken.close();
  });

  test('of the API is a problem of RFC 9457, in the reader’s language', async () => {
    const answer = await get('/api/plans/none', { 'accept-language': 'en-GB,en' });
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({
      type: 'urn:guankao:problem:not-held',
      status: 404,
      title: 'Not in the record',
    });
  });
});

function brokenCatalogue(): Catalogue {
  const fail = async (): Promise<never> => {
    throw new Error('secret of the database');
  };
  return {
    filings: fail,
    filing: fail,
    withdrawn: fail,
    lineage: fail,
    rendering: fail,
    renderedFormats: fail,
    plans: fail,
    findings: fail,
    plan: fail,
    source: fail,
    asOf: fail,
    position: fail,
    lastBefore: fail,
    health: fail,
  };
}

describe('the API', () => {
  test('lists plans with their rate, its formula and both counts', async () => {
    const body = (await get('/api/plans?q=%E6%B2%B3%E5%A0%A4')).json<{ total: number; plans: unknown[] }>();
    expect(body.total).toBe(1);
    expect(body.plans[0]).toMatchObject({
      id: '範例部-113-r01',
      executionRate: { formula: 'R1', percent: '35.97', expression: '69423/193020' },
      verdict: 'not_achieved',
      statedVerdict: 'achieved',
    });
  });

  test('says where the words of a search stand', async () => {
    const [found] = (await get(`/api/plans?snippets=true&q=${encodeURIComponent('步道計畫')}`)).json().plans;
    const marks = [{ start: 0, end: 4 }];
    expect(found.snippets).toEqual([{ column: 'name', text: '步道計畫', before: false, after: false, marks }]);
    for (const unasked of ['/api/plans?snippets=true', `/api/plans?q=${encodeURIComponent('步道計畫')}`])
      expect((await get(unasked)).json().plans[0].snippets).toBeUndefined();
    const described = (await get('/openapi.json')).json().components.schemas;
    expect(JSON.stringify(described)).toContain('where its words stand');
  });

  test('gives a filing with its whole reading', async () => {
    const body = (await get(`/api/filings/${filing}`)).json<{ reading: unknown; edition: { number: number } }>();
    expect(body.edition.number).toBe(2);
    expect(body.reading).toEqual(JSON.parse(JSON.stringify(smallFiling('更正一行\n').reading)));
  });

  test('describes itself as OpenAPI 3.1, its own addresses and no page', async () => {
    const body = (await get('/openapi.json')).json<{ openapi: string; paths: Record<string, unknown> }>();
    expect(body.openapi).toBe('3.1.0');
    const paths = Object.keys(body.paths);
    expect(paths).toEqual(
      expect.arrayContaining(['/api/filings', '/api/filings/{id}', '/api/plans', '/api/plans/{id}']),
    );
    expect(paths.filter((path) => !path.startsWith('/api/'))).toEqual([]);
  });
});

describe('light and dark', () => {
  test('are chosen by a form, kept in a cookie, and said on the page', async () => {
    const answer = await server.inject({
      method: 'POST',
      url: '/theme',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'theme=dark&back=%2Fplans%3Fq%3Da',
    });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/plans?q=a']);
    const body = (await get('/plans', { cookie: `${answer.headers['set-cookie']}`.split(';')[0] ?? '' })).body;
    expect(parseHTML(body).document.documentElement.getAttribute('data-theme')).toBe('dark');
  });
});

describe('assets', () => {
  test('come under addresses that hold their hash, to be kept for ever', async () => {
    const document = await page('/');
    const paths = [...document.querySelectorAll('link[rel=stylesheet]')].map((link) => link.getAttribute('href') ?? '');
    for (const path of paths) expect((await get(path)).headers['cache-control']).toContain('immutable');
    expect(paths).toHaveLength(1);
  });

  test('the only script is under 10 KB and stands alone', async () => {
    const path = (await page('/')).querySelector('script')?.getAttribute('src') ?? '';
    const { body } = await get(path);
    expect(body.length).toBeLessThan(10_000);
    expect(() => new Function(body)).not.toThrow();
  });
});
