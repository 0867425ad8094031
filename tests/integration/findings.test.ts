import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Finding } from '@guankao/domain';
import type { Reading } from '@guankao/reading';
import { exampleBytes, exampleReading } from '../../packages/store/src/example-reading.ts';
import { publishWithin } from '../../packages/store/src/imports/take-in.ts';
import { writing } from '../../packages/store/src/journal/journal.ts';
import { openHouse, type House } from './house.ts';

/** Findings searched by words, rule, severity, ministry and year: on the page, as CSV, by the API, now and as of a day. */

let house: House;
const noon = (day: string) => new Date(`${day}T12:00:00+08:00`);
const deed = (day: string) => ({ actor: 'test', role: 'operator', at: noon(day) });
const file = (reading: Reading) => ({ name: 'f.txt', mediaType: 'text/plain', bytes: exampleBytes(reading) });
const take = (reading: Reading, day: string) => house.store.importReading(reading, file(reading), deed(day));

/** Each of a rule, a severity and words of its own. */
function withFindings(reading: Reading, words: string): Reading {
  const severities = ['error', 'warning', 'question'] as const;
  const findings = Array.from({ length: 7 }, (_, at): Finding => ({
    rule: ['rate-mismatch', 'target-missed'][at % 2] ?? '',
    category: 'arithmetic',
    severity: severities[at % 3] ?? 'error',
    plan: at === 6 ? null : (reading.plans[at % reading.plans.length]?.id ?? null),
    field: null,
    message: { 'zh-Hant': `${words}寫第${at}件，相差 <1>。`, en: `${words} says number ${at}` },
    evidence: [{ text: `${words}之 ＡＢ${at}`, span: { start: 0, end: 2 } }],
    stated: at,
    computed: '1/3',
    expression: '3/12',
    authority: null,
    ...(at === 5 && { doubt: 'transcription' as const }),
  }));
  return { ...reading, findings };
}

const first = withFindings(exampleReading({ plans: 3, year: 2024 }), '甲方案');
const second = withFindings(exampleReading({ plans: 4, year: 2024, seed: 2 }), '乙方案');
const elsewhere = withFindings(exampleReading({ agency: '虛擬市', plans: 2, year: 2023, seed: 5 }), '丙方案');
const part = withFindings(exampleReading({ plans: 4, year: 2024, seed: 8 }), '丁方案');
const filing = '範例部-113';

beforeAll(async () => {
  house = await openHouse();
  house.now = noon('2026-02-20');
  await take(first, '2026-01-05');
  await take(second, '2026-01-10');
  await take(elsewhere, '2026-01-15');
}, 240_000);
afterAll(() => house.close());

interface Answered {
  readonly total: number;
  readonly others: number;
  readonly counts: Record<'rule' | 'severity' | 'ministry' | 'year', Record<string, number>>;
  readonly findings: readonly { readonly id: string; readonly row: string | null; readonly [name: string]: unknown }[];
}
// The house encodes addresses: these may be encoded already.
const get = (url: string) =>
  house.server.inject(url).then(({ statusCode, ...rest }) => ({ status: statusCode, ...rest }));
async function found(question = ''): Promise<Answered> {
  const { status, json, body } = await get(`/api/findings?${question}`);
  expect(status, body).toBe(200);
  return json() as Answered;
}
const ids = async (question: string) => (await found(question)).findings.map(({ id }) => id);
/** Of a filing those with these numbers. */
const of = (id: string, ...numbers: number[]) => numbers.map((number) => `${id}-f${number}`);

describe('found', () => {
  test('all of the current editions, the newest year first, doubts apart', async () => {
    const { total, others } = await found();
    expect([total, others]).toEqual([12, 2]);
    expect(await ids('')).toEqual([...of(filing, 1, 2, 3, 4, 5, 7), ...of('虛擬市-112', 1, 2, 3, 4, 5, 7)]);
    expect(await ids('doubts=1')).toEqual([...of(filing, 6), ...of('虛擬市-112', 6)]);
  });

  test.each([
    ['q=乙方案', 6],
    ['q=方案', 12],
    ['q=甲方案', 0],
    ['q=ab3', 2],
    ['q=%EF%BC%A1%EF%BC%A2%EF%BC%93', 2],
    ['q=丙', 6],
    ['q=says', 12],
    ['q=丙方案%20相差', 6],
    ['q=丙方案%20ab3', 1],
    ['rule=rate-mismatch', 8],
    ['severity=error', 6],
    ['severity=error&rule=rate-mismatch', 4],
    [`ministry=${encodeURIComponent('虛擬市')}`, 6],
    ['year=2023', 6],
    ['year=2022', 0],
    ['year=2023&q=乙方案', 0],
    [`filing=${encodeURIComponent(filing)}`, 6],
    ['filing=none', 0],
    ['rule=none', 0],
  ])('%s: %d', async (question, count) => {
    expect((await found(encodeURI(decodeURIComponent(question)))).total).toBe(count);
  });

  test('a count says how many findings its choice would leave, the other conditions kept', async () => {
    for (const question of ['', 'severity=error', 'q=乙方案&rule=rate-mismatch', 'ministry=虛擬市&severity=warning']) {
      const { counts } = await found(encodeURI(question));
      for (const [facet, choices] of Object.entries(counts))
        for (const [value, count] of Object.entries(choices)) {
          const asked = new URLSearchParams(question);
          asked.set(facet, value);
          expect([question, facet, value, (await found(`${asked}`)).total]).toEqual([question, facet, value, count]);
        }
      expect(Object.keys(counts.rule)).toHaveLength(2);
    }
  });

  test('each leads to its place, its plan and its edition', async () => {
    const [one] = (await found('q=乙方案寫第3件')).findings;
    expect(one).toMatchObject({
      id: `${filing}-f4`,
      edition: 2,
      ministry: '範例部',
      fiscalYear: 2024,
      row: `${filing}-r04`,
      plan: second.plans[3]?.name,
      rule: 'target-missed',
      severity: 'error',
      transcriptionDoubt: false,
      evidence: [{ text: '乙方案之 ＡＢ3', line: 1, page: null }],
      stated: 3,
      computed: '1/3',
      expression: '3/12',
    });
    const [evidence] = (one?.['evidence'] ?? []) as { source: string }[];
    expect((await get(evidence?.source ?? '')).status).toBe(200);
    expect((await get(String(one?.['page']))).status).toBe(200);
  });

  test('pages are cut alike, and beyond the last is none', async () => {
    const whole = await ids('size=2000');
    const pages = [];
    for (let page = 1; page <= 4; page += 1) pages.push(...(await ids(`size=5&page=${page}`)));
    expect(pages).toEqual(whole);
  });

  test.each(['size=0', 'size=2001', 'page=0', 'year=12', 'severity=grave', 'doubts=2', `q=${'x'.repeat(201)}`])(
    '%s is refused',
    async (question) => {
      for (const path of ['/api/findings', '/findings'])
        if (path !== '/findings' || !question.startsWith('size'))
          expect((await get(`${path}?${question}`)).status).toBe(400);
    },
  );

  test.each(["'", '\\', '&|!():*', '%00', '橋'.repeat(150)])('%s finds nothing and breaks nothing', async (q) => {
    expect((await get(`/api/findings?q=${encodeURIComponent(q)}`)).status).toBe(200);
  });
});

describe('on the page', () => {
  const page = async (url: string) => {
    const { status, body } = await get(url);
    expect(status).toBe(200);
    return parseHTML(body).document as unknown as Document;
  };

  test.each([
    ['', '6 件檢核結果', '另有轉檔存疑 1 件', '乙方案寫第0件，相差 <1>。'],
    ['/en', '6 findings', '1 doubt about the transcription', '乙方案 says number 0'],
  ])('%s: what is found, in full, with the ways on', async (prefix, heading, doubts, message) => {
    const document = await page(`${prefix}/findings?q=${encodeURI('乙方案')}`);
    expect(document.querySelector('#found')?.textContent).toBe(heading);
    expect(document.querySelectorAll('.found-findings > li')).toHaveLength(6);
    const [one] = document.querySelectorAll('.found-findings > li');
    for (const said of [message, '乙方案之 ＡＢ0', '3 ÷ 12']) expect(one?.textContent).toContain(said);
    expect(one?.querySelector('q')?.getAttribute('lang')).toBe('zh-Hant');
    const links = [...document.querySelectorAll('main a')].map((link) => link.getAttribute('href') ?? '');
    expect(document.querySelector('main')?.textContent).toContain(doubts);
    for (const href of new Set(links.filter((each) => each.startsWith('/'))))
      expect([href, (await get(href)).status]).toEqual([href, 200]);
  });

  test('a page beyond the last leads to the last', async () => {
    const { status, headers } = await get('/en/findings?year=2023&page=9');
    expect([status, headers['location']]).toEqual([302, '/en/findings?year=2023&page=1']);
  });

  test('where nothing fits it says so', async () => {
    expect((await page('/findings?rule=none')).querySelector('.empty')?.textContent).toBe('換一個詞，或取消條件再看。');
  });

  test('the CSV is of the same findings, with a mark that says UTF-8', async () => {
    const { body, headers } = await get(`/findings.csv?q=${encodeURI('乙方案')}&severity=error`);
    expect(headers['content-type']).toContain('text/csv');
    expect(body.startsWith('\uFEFF編號,')).toBe(true);
    const rows = body.trimEnd().split('\r\n').slice(1);
    expect(rows.map((row) => row.split(',')[0])).toEqual(await ids('q=乙方案&severity=error'));
    expect(rows[0]).toContain('3÷12');
  });
});

describe('as of a day, and what is no longer shown', () => {
  const totals = async (asof: string) => [
    (await found(`q=甲方案&asof=${asof}`)).total,
    (await found(`asof=${asof}`)).total,
  ];

  test('each day has the findings of its editions', async () => {
    expect(await totals('2026-01-05')).toEqual([6, 6]);
    expect(await totals('2026-01-12')).toEqual([0, 6]);
    expect(await totals('2026-01-15')).toEqual([0, 12]);
    expect((await found('asof=2026-01-05')).findings[0]).toMatchObject({ edition: 1 });
    expect((await get('/findings?asof=2026-01-05')).body).toContain('甲方案寫第0件');
    expect((await get('/findings.csv?asof=2026-01-05')).body).toContain('甲方案寫第0件');
  });

  test('what is withheld since is found on no day', async () => {
    const shown = { reading: part, file: file(part) };
    await writing(house.store.connection.db, (tx) =>
      publishWithin(tx, { filing, edition: 2 }, deed('2026-02-01'), shown),
    );
    for (const when of ['', '&asof=2026-01-12']) {
      expect((await found(`q=乙方案${when}`)).total).toBe(0);
      expect((await found(`q=丁方案${when}`)).total).toBe(6);
      expect((await get(`/findings?q=x${when}`)).body).not.toContain('乙方案寫');
      expect((await get(`/findings.csv?${when.slice(1)}`)).body).not.toContain('乙方案');
    }
  });

  test('what was taken back, neither', async () => {
    await house.store.withdraw('虛擬市-112', '誤植', deed('2026-02-02'));
    expect((await found()).total).toBe(6);
    expect((await found('asof=2026-01-15')).total).toBe(6);
    expect((await found('q=丙方案&asof=2026-01-15')).total).toBe(0);
    expect((await get('/findings.csv')).body).not.toContain('丙方案');
    await writing(house.store.connection.db, (tx) =>
      publishWithin(tx, { filing: '虛擬市-112', edition: 1 }, deed('2026-02-03')),
    );
    expect((await found('q=丙方案')).total).toBe(6);
  });

  test('what is kept and not published, neither', async () => {
    const kept = withFindings(exampleReading({ agency: '虛擬縣', plans: 2 }), '戊方案');
    await house.store.importReading(kept, file(kept), deed('2026-02-04'), 'held');
    expect((await found('q=戊方案')).total).toBe(0);
  });

  test('a rebuild makes the same', async () => {
    const before = [await found(), await found('asof=2026-01-05')];
    const { identical, tables } = await house.store.rebuild();
    expect(tables.filter(({ missing, extra, changed }) => missing + extra + changed > 0)).toEqual([]);
    expect(identical).toBe(true);
    expect([await found(), await found('asof=2026-01-05')]).toEqual(before);
  });
});
