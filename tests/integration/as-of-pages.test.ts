import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pastedForm, readDocument, typedDocument, type Reading } from '@guankao/reading';
import { openHouse, type House } from './house.ts';

/**
 * What the public saw of promises, charts and question sheets: 113 was published in January, 114, which answers it, in
 * March; a page of February knows nothing of March.
 */

let house: House;
const noon = (day: string): Date => new Date(`${day}T12:00:00+08:00`);

async function readingOf(fiscalYear: number, execution: string, goals: string): Promise<Reading> {
  const { form } = pastedForm('範例部', fiscalYear, '千元', [
    {
      name: '海岸復育計畫',
      type: '社會發展',
      period: '112年1月至116年12月',
      approvedTotal: '9,000',
      budgetedToDate: '700',
      executedToDate: '350',
      plannedWork: '辦理相關作業。',
      execution,
      goals,
      explanation: '',
    },
  ]);
  const { reading } = readDocument(await typedDocument(form));
  const sha256 = createHash('sha256').update(reading.document.text).digest('hex');
  return { ...reading, document: { ...reading.document, sha256 } };
}

const take = async (reading: Reading, day: string): Promise<void> => {
  const file = { name: 'f.txt', mediaType: 'text/plain', bytes: new TextEncoder().encode(reading.document.text) };
  await house.store.importReading(reading, file, { actor: 'test', role: 'operator', at: noon(day), reason: '更正' });
};

const get = (url: string) => house.ask(null, 'GET', url);
const json = async (url: string) => {
  const answer = await get(url);
  expect(answer.status, url).toBe(200);
  return answer.json();
};

beforeAll(async () => {
  house = await openHouse();
  house.now = noon('2026-05-20');
  await take(
    await readingOf(2024, '辦理宣導20場。長浪預警系統預計115年3月10日前上線。', '辦理宣導30場。'),
    '2026-01-10',
  );
  // A corrected file of the same year: another result.
  await take(
    await readingOf(2024, '辦理宣導31場。長浪預警系統預計115年3月10日前上線。', '辦理宣導30場。'),
    '2026-02-10',
  );
  await take(await readingOf(2026, '長浪預警系統已於115年3月5日正式上線。', '完成1案。'), '2026-03-15');
}, 240_000);
afterAll(() => house.close());

describe('commitments', () => {
  const standing = async (asof: string) =>
    (await json(`/api/commitments?asof=${asof}`)).commitments.map(
      ({ due, state, basis, edition }: Record<string, unknown>) => [due, state, basis, edition],
    );

  test.each([
    ['2026-01-20', 'open', 'not-yet-due', 1],
    ['2026-02-20', 'open', 'not-yet-due', 2],
    ['2026-03-12', 'undetermined', 'no-later-filing', 2],
    ['2026-03-20', 'kept', 'done', 2],
  ])('as of %s they stand as on that day, by what was published by then', async (day, state, basis, edition) => {
    expect(await standing(day)).toEqual([['2026-03-10', state, basis, edition]]);
    const { today, asOf } = await json(`/api/commitments?asof=${day}`);
    expect([today, asOf.asked]).toEqual([day, day]);
  });

  test('a position of the log is a time too; the present is as it was', async () => {
    expect((await standing('1'))[0]).toEqual(['2026-03-10', 'open', 'not-yet-due', 1]);
    expect((await json('/api/commitments')).commitments[0].state).toBe('kept');
  });

  test('the page and its CSV are of that day, with the way back; what is subscribed to is of now', async () => {
    const { body } = await get('/commitments?asof=2026-03-12');
    expect(body).toContain('截至 115 年 3 月 12 日（2026-03-12）終了所公開的內容，不是現在的');
    expect(body).toContain('href="/commitments">看現在的內容');
    expect(body).not.toContain('正式上線');
    expect(body).not.toMatch(/commitments\.(?:atom|ics)/);
    const now = (await get('/commitments')).body;
    expect(now).toContain('正式上線');
    expect(now).toMatch(/commitments\.(?:atom|ics)/);
    const csv = await get('/commitments.csv?asof=2026-03-12');
    expect(csv.body).not.toContain('正式上線');
    expect(String(csv.headers['content-disposition'])).toContain('commitments-2026-03-12.csv');
    for (const feed of ['atom', 'ics']) expect((await get(`/commitments.${feed}?asof=2026-03-12`)).status).toBe(400);
  });

  test('the first page of a day leads to what was due in the year after it', async () => {
    expect((await get('/?asof=2026-02-20')).body).toContain('href="/commitments?year=2027&amp;asof=2026-02-20"');
  });
});

describe('charts', () => {
  const met = async (asof: string) =>
    (await json(`/api/charts/roll-up?of=2024${asof}`)).map(({ achieved, notAchieved }: Record<string, number>) => [
      achieved,
      notAchieved,
    ]);

  test('each is drawn of what was published by then', async () => {
    expect(await met('&asof=2026-01-20')).toEqual([[0, 1]]);
    expect(await met('&asof=2026-02-20')).toEqual([[1, 0]]);
    expect(await met('')).toEqual([[1, 0]]);
    expect(await met('&asof=2026-01-20')).toEqual([[0, 1]]);
  });

  test('the newest year is that of then, and years that came later are not offered', async () => {
    const { body } = await get('/charts/roll-up?asof=2026-02-20');
    expect(body).toContain('<option value="2024" selected="">');
    expect(body).not.toContain('value="2026"');
    expect((await get('/charts/roll-up')).body).toContain('<option value="2026" selected="">');
  });

  test('promises by month stand as on that day', async () => {
    const states = async (asof: string) =>
      (await json(`/api/charts/commitments?${asof}`)).map(({ state }: { state: string }) => state);
    expect(await states('asof=2026-02-20')).toEqual(['open']);
    expect(await states('asof=2026-03-12')).toEqual(['undetermined']);
    expect(await states('')).toEqual(['kept']);
  });

  test('editions that came later are not in a plan’s life', async () => {
    const editions = async (asof: string) => (await json(`/api/charts/life?of=範例部-113${asof}`)).length;
    expect([await editions('&asof=2026-01-20'), await editions('&asof=2026-02-20'), await editions('')]).toEqual([
      1, 2, 3,
    ]);
  });

  test.each(['', '/en'])('%s: page, CSV and list say the time and keep it', async (prefix) => {
    for (const path of ['/charts', '/charts/evidence', '/charts/rates', '/charts/findings']) {
      const { status, body } = await get(`${prefix}${path}?asof=2026-01-20`);
      expect(status).toBe(200);
      expect(body).toContain(prefix === '' ? '（2026-01-20）終了所公開的內容' : 'by the end of 20 Jan 2026');
      expect(body).toContain(`href="${prefix}${path}">`);
    }
    const csv = await get(`${prefix}/charts/roll-up.csv?asof=2026-01-20`);
    expect(String(csv.headers['content-disposition'])).toContain('roll-up-2026-01-20.csv');
  });

  test('what was not there yet is refused with the day on which it came', async () => {
    expect((await get('/charts/rates?of=範例部-115&asof=2026-02-20')).body).toContain('最早公開於 2026-03-15');
    expect((await get('/charts/life?plan=範例部-115-r01&asof=2026-02-20')).status).toBe(404);
  });
});

describe('question sheets', () => {
  test('are of the edition of that day, and their links too', async () => {
    for (const kind of ['questions', 'clarifications']) {
      const { status, body } = await get(`/filings/範例部-113/${kind}?asof=2026-01-20`);
      expect(status).toBe(200);
      expect(body).toContain('（2026-01-20）終了所公開的內容');
      expect(body).toContain('第 1 版');
      const links = [...body.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
      const inSheet = links.filter((href) => /^\/(?:plans|filings)\//.test(href));
      expect(inSheet.length).toBeGreaterThan(2);
      for (const href of inSheet.filter((link) => !link.endsWith(`/${kind}`)))
        expect(href).toContain('asof=2026-01-20');
    }
  });

  test('what was promised before stands as on that day', async () => {
    const { body } = await get('/filings/範例部-115/questions?asof=2026-03-20');
    expect(body).toContain('（2026-03-20）終了所公開的內容');
    expect((await get('/filings/範例部-115/questions?asof=2026-02-20')).status).toBe(404);
  });

  test('the file says the time of which it is, in its name and its facts', async () => {
    const { status, headers } = await get('/filings/範例部-113/questions.odt?asof=2026-01-20');
    expect(status).toBe(200);
    expect(decodeURIComponent(String(headers['content-disposition']))).toContain('優先釐清十問-2026-01-20.odt');
  });
});
