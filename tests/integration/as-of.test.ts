import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Reading } from '@guankao/reading';
import { exampleBytes, exampleReading } from '../../packages/store/src/example-reading.ts';
import { publishWithin } from '../../packages/store/src/imports/take-in.ts';
import { writing } from '../../packages/store/src/journal/journal.ts';
import { canBeAskedAsOf } from '../../packages/web/src/as-of.ts';
import { openHouse, type House } from './house.ts';

/**
 * What the public saw on a day, asked over HTTP at each time: published → next edition → withdrawn → shown again →
 * withheld → erased. What was taken back or withheld since is of no day.
 */

let house: House;
const filing = '範例部-113';
const other = '虛擬市-113';
const first = exampleReading({ plans: 3 });
const second = exampleReading({ plans: 4, seed: 2 });
const elsewhere = exampleReading({ agency: '虛擬市', plans: 2, seed: 5 });
/** The second edition without what is withheld of it: a file of its own. */
const part = exampleReading({ plans: 4, seed: 8 });
const names = ({ plans }: Reading) => plans.map(({ name }) => name);

const noon = (day: string) => new Date(`${day}T12:00:00+08:00`);
const deed = (day: string) => ({ actor: 'test', role: 'operator', at: noon(day) });
const file = (reading: Reading) => ({ name: 'f.txt', mediaType: 'text/plain', bytes: exampleBytes(reading) });
const take = (reading: Reading, day: string) => house.store.importReading(reading, file(reading), deed(day));

const get = (url: string, headers = {}) => house.ask(null, 'GET', url, undefined, headers);
/** The names of all rows as of a day, by the API; those of the page and the CSV are the same. */
async function rowsAsOf(asof: string): Promise<readonly string[]> {
  const { status, json } = await get(`/api/plans?size=100&asof=${asof}`);
  expect(status).toBe(200);
  const rows = (json() as { plans: readonly { name: string }[] }).plans.map(({ name }) => name);
  const [page, csv] = [(await get(`/plans?asof=${asof}`)).body, (await get(`/plans.csv?asof=${asof}`)).body];
  for (const name of rows) {
    expect(page).toContain(name);
    expect(csv).toContain(name);
  }
  expect(csv.trimEnd().split('\r\n')).toHaveLength(rows.length + 1);
  return rows;
}

beforeAll(async () => {
  house = await openHouse();
  house.now = noon('2026-02-20');
}, 240_000);
afterAll(() => house.close());

describe('published, then a next edition', () => {
  beforeAll(async () => {
    await take(first, '2026-01-05');
    await take(second, '2026-01-10');
    await take(elsewhere, '2026-01-15');
  });

  test.each([
    ['2026-01-05', [first]],
    ['2026-01-09', [first]],
    ['2026-01-10', [second]],
    ['2026-01-15', [second, elsewhere]],
    ['2026-02-19', [second, elsewhere]],
    ['2026-02-20', [second, elsewhere]],
  ])('at the end of %s', async (day, readings) => {
    expect(await rowsAsOf(day)).toEqual(readings.flatMap(names));
  });

  test('a day ends in Taipei', async () => {
    await house.store.reread(
      { ...elsewhere, findings: [] },
      { ...deed('2026-01-16'), at: new Date('2026-01-16T15:59:59Z') },
    );
    await house.store.reread(elsewhere, { ...deed('2026-01-17'), at: new Date('2026-01-16T16:00:00Z') });
    const errors = async (day: string) =>
      (await get(`/api/filings?asof=${day}`)).json().filings.find(({ id }: { id: string }) => id === other).findings;
    expect(await errors('2026-01-16')).toEqual({ error: 0, warning: 0, question: 0 });
    expect(await errors('2026-01-17')).not.toEqual({ error: 0, warning: 0, question: 0 });
  });

  test('pages of a filing and a plan show the edition of that day, and no later one', async () => {
    const then = (await get(`/api/filings/${filing}?asof=2026-01-09`)).json();
    expect([then.edition.number, then.filing.editions.length]).toEqual([1, 1]);
    expect(then.reading.document.sha256).toBe(first.document.sha256);
    expect(then.asOf).toMatchObject({ asked: '2026-01-09', position: 1, at: '2026-01-05T12:00:00.000+08:00' });
    expect((await get(`/api/filings/${filing}?asof=2026-01-09&edition=2`)).status).toBe(404);
    expect((await get(`/api/filings/${filing}?asof=2026-01-12&edition=1`)).json().edition.number).toBe(1);
    const { body } = await get(`/filings/${filing}?asof=2026-01-09`);
    expect(body).toContain('截至 115 年 1 月 9 日（2026-01-09）終了所公開的內容，不是現在的');
    expect(body).toContain(`href="/filings/${encodeURIComponent(filing)}">看現在的內容`);
    expect(body).not.toContain(second.plans[0]?.name);
    expect((await get(`/en/plans/${filing}-r04?asof=2026-01-12`)).body).toContain(
      'what had been published by the end of 12 Jan 2026, not the present',
    );
    expect((await get(`/plans/${filing}-r04?asof=2026-01-09`)).status).toBe(404);
  });

  test('a search finds the words of that day, and only those', async () => {
    const find = async (q: string, asof: string) => (await get(`/api/plans?q=${q}&asof=${asof}`)).json().total;
    const [old, now] = [first.plans[0]?.name ?? '', second.plans[0]?.name ?? ''];
    expect([await find(old, '2026-01-09'), await find(old, '2026-01-12')]).toEqual([1, 0]);
    expect([await find(now, '2026-01-09'), await find(now, '2026-01-12')]).toEqual([0, 1]);
    const where = async (q: string, asof: string) => {
      const [row] = (await get(`/api/plans?q=${q}&asof=${asof}&snippets=true`)).json().plans;
      return row?.snippets?.map(({ column, text }: { column: string; text: string }) => [column, text]);
    };
    const text = first.plans[0]?.plannedWork[0]?.text ?? '';
    expect(await where(old, '2026-01-09')).toEqual([['plannedWork', text]]);
    expect((await get(`/plans?q=${old}&asof=2026-01-09`)).body).toContain(`<mark>${old}</mark>`);
    expect(await where(now, '2026-01-12')).toEqual([['plannedWork', second.plans[0]?.plannedWork[0]?.text]]);
    const { counts } = (await get('/api/plans?asof=2026-01-09&sort=name&down=1')).json();
    expect(counts.filing).toEqual({ [filing]: 3 });
  });

  test('a position of the log is a time too', async () => {
    expect(await rowsAsOf('1')).toEqual(names(first));
    expect(await rowsAsOf('2')).toEqual(names(second));
    expect((await get('/plans?asof=2')).body).toContain(
      '這是公開日誌第 2 筆（115 年 1 月 10 日 12:00）當時所公開的內容',
    );
  });
});

describe('what cannot be asked', () => {
  test.each([
    ['2026-1-5', 400, 'asof-malformed'],
    ['2026-02-30', 400, 'asof-malformed'],
    ['115-01-05', 400, 'asof-malformed'],
    ['yesterday', 400, 'asof-malformed'],
    ['-1', 400, 'asof-malformed'],
    ['1e3', 400, 'asof-malformed'],
    ['0', 400, 'asof-malformed'],
    ["1'or'1", 400, 'asof-malformed'],
    ['2026-02-21', 400, 'asof-future'],
    ['9999-12-31', 400, 'asof-future'],
    ['999999', 400, 'asof-beyond-log'],
    ['2026-01-04', 404, 'asof-before-first'],
    ['0001-01-01', 404, 'asof-before-first'],
  ])('asof=%s', async (asof, status, id) => {
    for (const path of ['/api/plans', '/api/filings', `/api/filings/${filing}`, '/api/data/rows']) {
      const answer = await get(
        `${path}?asof=${encodeURIComponent(asof).replaceAll('%', '%25').replaceAll('%25', '%')}`,
      );
      expect([answer.status, answer.problem], path).toEqual([status, id]);
    }
    for (const [path, words] of [
      ['/plans', '看現在的內容'],
      ['/en/plans', 'See the present'],
    ] as const) {
      const answer = await get(`${path}?asof=${encodeURIComponent(asof)}`);
      expect(answer.status).toBe(status);
      expect(answer.body).toContain(words);
      expect(answer.body).not.toContain(second.plans[0]?.name);
    }
  });

  test('twice, or of what was not yet there', async () => {
    expect((await get('/api/plans?asof=2026-01-05&asof=2026-01-06')).status).toBe(400);
    const early = await get(`/api/filings/${other}?asof=2026-01-12`);
    expect([early.status, early.problem]).toEqual([404, 'asof-not-yet']);
    expect((await get(`/filings/${other}?asof=2026-01-12`)).body).toContain('還沒有公開；最早公開於 2026-01-15');
    expect((await get(`/api/filings/無此份?asof=2026-01-12`)).problem).toBe('not-held');
  });
});

describe('withdrawn', () => {
  beforeAll(() => house.store.withdraw(filing, '誤植', deed('2026-01-20')));

  test('it is shown of no day any longer; its place says why, then and now', async () => {
    for (const day of ['2026-01-09', '2026-01-12', '2026-01-20', '2026-02-01']) {
      const answer = await get(`/api/filings/${filing}?asof=${day}`);
      expect([answer.status, answer.problem], day).toEqual([410, 'filing-withdrawn']);
      expect((await get(`/filings/${filing}?asof=${day}`)).body).toContain('2026-01-20 撤下，不再提供。理由：誤植');
      expect((await get(`/plans/${filing}-r01?asof=${day}`)).status).toBe(410);
    }
    expect(await rowsAsOf('2026-01-12')).toEqual([]);
    expect(await rowsAsOf('2026-01-19')).toEqual(names(elsewhere));
    expect((await get(`/api/plans?q=${first.plans[0]?.name}&asof=2026-01-09`)).json().total).toBe(0);
  });
});

describe('shown again', () => {
  beforeAll(() => house.store.publish({ filing, edition: 2 }, deed('2026-01-25')));

  test('the edition that is shown again is shown of its days; the other one is not', async () => {
    expect(await rowsAsOf('2026-01-12')).toEqual(names(second));
    expect(await rowsAsOf('2026-01-26')).toEqual([...names(second), ...names(elsewhere)]);
    expect(await rowsAsOf('2026-01-09')).toEqual([]);
    expect((await get(`/api/filings/${filing}?asof=2026-01-12`)).json().filing.editions).toHaveLength(1);
    const gone = await get(`/api/filings/${filing}?asof=2026-01-09`);
    expect([gone.status, gone.problem]).toEqual([410, 'filing-withdrawn-then']);
  });

  test('of the days between, its place says that it was withdrawn', async () => {
    expect(await rowsAsOf('2026-01-22')).toEqual(names(elsewhere));
    const then = await get(`/api/filings/${filing}?asof=2026-01-22`);
    expect([then.status, then.problem]).toEqual([410, 'filing-withdrawn-then']);
    expect(then.json().detail).toContain('誤植');
  });

  test('both are shown of their days once both are shown again', async () => {
    await house.store.publish({ filing, edition: 1 }, deed('2026-01-26'));
    expect(await rowsAsOf('2026-01-09')).toEqual(names(first));
    expect(await rowsAsOf('2026-01-12')).toEqual(names(second));
  });
});

describe('the answer may be kept, and asked after', () => {
  test('as long as nothing binds that time, whatever else comes', async () => {
    for (const url of ['/plans?asof=2026-01-12', '/api/plans?asof=2026-01-12', `/filings/${filing}?asof=2026-01-12`]) {
      const tag = String((await get(url)).headers['etag']);
      expect(tag).toMatch(/^W\/"asof-2-\d+-/);
      const again = await get(url, { 'if-none-match': tag });
      expect([again.status, again.body]).toEqual([304, '']);
    }
    const tag = (await get('/plans?asof=2026-01-12')).headers['etag'];
    await take(exampleReading({ agency: '範例局', plans: 2 }), '2026-01-28');
    expect((await get('/plans?asof=2026-01-12')).headers['etag']).toBe(tag);
    const dark = await house.server.inject({ url: '/plans?asof=2026-01-12', headers: { cookie: 'theme=dark' } });
    expect(dark.headers['etag']).not.toBe(tag);
    expect((await get(`/filings/${other}?asof=2026-01-12`)).headers['etag']).not.toMatch(/asof/);
  });
});

describe('withheld', () => {
  let tag = '';
  beforeAll(async () => {
    tag = String((await get('/plans?asof=2026-01-12')).headers['etag']);
    const shown = { reading: part, file: file(part) };
    await writing(house.store.connection.db, (tx) =>
      publishWithin(tx, { filing, edition: 2 }, deed('2026-02-01'), shown),
    );
  });

  test('what is withheld now is withheld of every day; other editions are as they were', async () => {
    for (const day of ['2026-01-12', '2026-02-02']) {
      expect(await rowsAsOf(`${day}&filing=${filing}`), day).toEqual(names(part));
      for (const name of names(second)) {
        expect((await get(`/api/plans?q=${name}&asof=${day}`)).json()).toMatchObject({ total: 0, plans: [] });
        expect((await get(`/filings/${filing}?asof=${day}`)).body).not.toContain(name);
        expect((await get(`/plans/${filing}-r01?asof=${day}`)).body).not.toContain(name);
      }
    }
    expect((await get(`/sources/${second.document.sha256}`)).status).toBe(404);
    expect(await rowsAsOf('2026-01-09')).toEqual(names(first));
  });

  test('who kept the answer is told that it is another now', async () => {
    const answer = await get('/plans?asof=2026-01-12', { 'if-none-match': tag });
    expect(answer.status).toBe(200);
    expect(answer.body).toContain(names(part)[0]);
  });

  test('what was decided to be shown again is shown of its days', async () => {
    await writing(house.store.connection.db, (tx) => publishWithin(tx, { filing, edition: 2 }, deed('2026-02-05')));
    expect(await rowsAsOf('2026-01-12')).toEqual(names(second));
    // That day the public saw no more than this.
    expect(await rowsAsOf(`2026-02-02&filing=${filing}`)).toEqual(names(part));
    expect((await get(`/sources/${part.document.sha256}`)).status).toBe(200);
  });

  test('an older edition, too', async () => {
    const shown = { reading: part, file: file(part) };
    await writing(house.store.connection.db, (tx) =>
      publishWithin(tx, { filing, edition: 1 }, deed('2026-02-06'), shown),
    );
    expect(await rowsAsOf('2026-01-09')).toEqual(names(part));
    expect(await rowsAsOf('2026-01-12')).toEqual(names(second));
    await writing(house.store.connection.db, (tx) => publishWithin(tx, { filing, edition: 1 }, deed('2026-02-07')));
    expect(await rowsAsOf('2026-01-09')).toEqual(names(first));
  });
});

test('every link of a page as of a day leads to that day, and none is broken', async () => {
  await house.store.log.openAnew('', house.now);
  await house.store.log.signNow(house.now);
  for (const start of ['/?asof=2026-01-12', '/en?asof=2026-01-12']) {
    const waiting = [start];
    const seen = new Set<string>();
    for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
      if (seen.has(url)) continue;
      seen.add(url);
      const answer = await get(decodeURI(url));
      expect(answer.status, url).toBe(200);
      if (!String(answer.headers['content-type']).includes('html')) continue;
      for (const [, href = '', text = ''] of answer.body.matchAll(/<a [^>]*?href="([^"#]+)[^>]*>([^<]*)/g)) {
        const link = new URL(href.replaceAll('&amp;', '&'), 'http://localhost');
        const bare = link.pathname.replace(/^\/en(?=\/|$)/, '') || '/';
        const isWayBack = ['看現在的內容', 'See the present'].includes(text);
        if (link.hostname !== 'localhost' || !canBeAskedAsOf(bare) || isWayBack) continue;
        expect(link.searchParams.get('asof'), `${url} → ${href}`).toBe('2026-01-12');
        // An older edition may lack the row: its address then says so.
        const isOlder = bare.startsWith('/plans/') && link.searchParams.has('edition');
        // By one condition beside the day: all of them together have no end.
        const isCostly =
          isOlder || link.searchParams.size > 2 || /form\./.test(bare) || /[?&](sort|down|span)=/.test(link.search);
        if (!isCostly) waiting.push(link.pathname + link.search);
      }
      for (const form of answer.body.matchAll(/<form[^>]*method="get"[^>]*action="([^"]+)"[\s\S]*?<\/form>/g))
        expect(form[0], `${url}: ${form[1]}`).toMatch(/name="asof"/);
    }
    expect(seen.size).toBeGreaterThan(30);
  }
}, 240_000);

test('a rebuild makes the same of every day', async () => {
  const days = ['2026-01-09', '2026-01-12', '2026-01-22', '2026-02-02', '2026-02-19'];
  const before = await Promise.all(days.map(rowsAsOf));
  expect((await house.store.rebuild()).identical).toBe(true);
  expect(await Promise.all(days.map(rowsAsOf))).toEqual(before);
});

test('an erasure binds every day, on a server that runs', async () => {
  const events = await house.store.eventsAfter(0, 100);
  const withdrawal = events.find(({ kind }) => kind === 'filing-withdrawn')?.number ?? 0;
  const tag = (await get('/plans?asof=2026-01-22')).headers['etag'];
  expect((await get(`/api/filings/${filing}?asof=2026-01-22`)).json().detail).toContain('誤植');
  await house.store.log.erase(withdrawal, { ground: '（已抹除）' }, deed('2026-02-10'));
  const { detail } = (await get(`/api/filings/${filing}?asof=2026-01-22`)).json();
  expect(detail).toContain('（已抹除）');
  expect(detail).not.toContain('誤植');
  expect((await get('/plans?asof=2026-01-22')).headers['etag']).not.toBe(tag);
  expect((await house.store.rebuild()).identical).toBe(true);
});

test('an erased reading is read of no day, and lists of now forget it too', async () => {
  const import2 = (await house.store.eventsAfter(0, 100)).find(
    ({ kind, subject }) => kind === 'filing-imported' && subject === '範例局-113',
  );
  const { number = 0, payload } = { ...import2 } as { number?: number; payload?: { reading: string } };
  const other2 = exampleReading({ agency: '範例局', plans: 1, seed: 11 });
  const { rows } = await house.store.connection.pool.query(
    `insert into guankao.readings (sha256, body) values (encode(sha256(convert_to($1, 'UTF8')), 'hex'), $1) returning sha256`,
    [JSON.stringify(other2)],
  );
  expect((await get('/api/plans?filing=範例局-113')).json().total).toBe(2);
  await house.store.log.erase(number, { ...payload, reading: rows[0].sha256 }, deed('2026-02-11'));
  expect(rows[0].sha256).not.toBe(payload?.reading);
  for (const asof of ['', '&asof=2026-01-30'])
    expect(
      (await get(`/api/plans?filing=範例局-113${asof}`)).json().plans.map(({ name }: { name: string }) => name),
    ).toEqual(names(other2));
});
