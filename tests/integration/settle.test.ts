import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportForm } from '@guankao/forms';
import { read } from '@guankao/reading';
import { createServer } from '@guankao/server';
import { openStore, type Store } from '@guankao/store';
import { testPool } from '../built-child.ts';
import { startTestServer, type TestServer } from './database.ts';

const example = join(import.meta.dirname, '../../corpus/example/filing.txt');

describe('taking a filing in by hand, and settling its doubts', () => {
  let database: TestServer;
  let work: Awaited<ReturnType<typeof testPool>>;
  let store: Store;
  let server: FastifyInstance;
  const filing = `/filings/${encodeURIComponent('範例部-113')}`;

  beforeAll(async () => {
    database = await startTestServer();
    work = await testPool();
    store = await openStore({ url: await database.emptyDatabase(), folder: '', program: 'guankao test' });
    server = await createServer({
      catalogue: store.catalogue,
      pool: work.pool,
      office: store.office,
      store,
      clock: () => new Date('2026-01-05T01:00:00Z'),
      // On a busy machine too, each answer is waited for here; waiting pages have a server of their own below.
      patience: 60_000,
    });
  });
  afterAll(async () => {
    await server.close();
    await work.close();
    await store.close();
    await database.stop();
  });

  const own = { 'sec-fetch-site': 'same-origin' };

  function upload(url: string, name: string, bytes: Uint8Array, headers: Record<string, string> = own, to = server) {
    const boundary = 'guankao-test-boundary';
    const decided = ['keep', 'ground'].map(
      (field) =>
        `--${boundary}\r\ncontent-disposition: form-data; name="${field}"\r\n\r\n${field === 'keep' ? 'public' : '依法公開'}\r\n`,
    );
    const head = `${decided.join('')}--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
    return to.inject({
      method: 'POST',
      url,
      headers: { ...headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
      payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    });
  }

  const step = (fields: Record<string, string>) =>
    server.inject({
      method: 'POST',
      url: `${filing}/settle`,
      headers: { ...own, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    });

  test('a PDF is uploaded, read, and shown beside its pages, doubtful rows first', async () => {
    const { reading } = await read({ name: 'filing.txt', bytes: new Uint8Array(readFileSync(example)) });
    const uploaded = await upload('/import', 'form.pdf', await exportForm(reading, 'pdf'));
    expect([uploaded.statusCode, uploaded.headers.location]).toEqual([303, `${filing}/settle`]);
    const page = await server.inject({ url: `${filing}/settle` });
    expect(page.body).toContain('pages/1.png');
    const picture = await server.inject({ url: `${filing}/pages/1.png` });
    expect([picture.statusCode, picture.rawPayload.subarray(1, 4).toString()]).toEqual([200, 'PNG']);
    expect((await server.inject({ url: `${filing}/pages/999.png` })).statusCode).toBe(404);
  });

  test('what is no filing is refused on the page, and nothing is taken in', async () => {
    const before = await store.catalogue.health();
    const refused = await upload('/import', 'junk.bin', new Uint8Array([0, 255, 3, 7, 0, 0, 129]));
    expect(refused.statusCode).toBeGreaterThanOrEqual(400);
    expect(refused.body).toContain('role="alert"');
    expect(await store.catalogue.health()).toEqual(before);
  });

  test('a correction is kept, replayed and undone; the printed figure stays beside it', async () => {
    const held = await store.catalogue.filing('範例部-113');
    const [first] = held?.reading.plans ?? [];
    const row = String(first?.origins['name']?.spans[0]?.start);
    expect(
      (await step({ do: 'correct', row, field: 'budgetedToDate', value: '215,401', reason: '原印 215,401' }))
        .statusCode,
    ).toBe(303);
    expect((await step({ do: 'agency', row, name: '範例署' })).statusCode).toBe(303);
    const settled = (await store.catalogue.filing('範例部-113'))?.reading.plans[0];
    expect(settled).toMatchObject({
      budgetedToDate: 215_401,
      executingAgency: { value: '範例署' },
      origins: { budgetedToDate: { text: '215,400', by: 'recipe' } },
    });
    const recipe = (await server.inject({ url: `${filing}/recipe.json` })).json();
    expect(recipe.steps.map((one: { do: string }) => one.do)).toEqual(['correct', 'agency']);
    await server.inject({ method: 'POST', url: `${filing}/settle/undo`, headers: own });
    await server.inject({ method: 'POST', url: `${filing}/settle/undo`, headers: own });
    expect((await store.catalogue.filing('範例部-113'))?.reading.plans[0]?.budgetedToDate).toBe(215_400);
    const back = await upload(`${filing}/settle/recipe`, 'recipe.json', Buffer.from(JSON.stringify(recipe)));
    expect(back.statusCode).toBe(303);
    expect((await store.catalogue.filing('範例部-113'))?.reading.plans[0]?.budgetedToDate).toBe(215_401);
    const other = await upload(
      `${filing}/settle/recipe`,
      'recipe.json',
      Buffer.from(JSON.stringify({ ...recipe, sha256: 'f'.repeat(64) })),
    );
    expect(other.statusCode).toBe(422);
  });

  test('a step that lacks a field, and words that are not there, are refused', async () => {
    expect((await step({ do: 'move', start: '1', end: '2' })).statusCode).toBe(422);
    expect((await step({ do: 'split', start: '0', end: '50', second: '不在這裡的字' })).statusCode).toBe(422);
  });

  test('from elsewhere, and from other sites, it is refused', async () => {
    expect((await server.inject({ url: '/import', remoteAddress: '203.0.113.9' })).statusCode).toBe(403);
    expect((await server.inject({ url: '/import', headers: { 'x-forwarded-for': '203.0.113.9' } })).statusCode).toBe(
      403,
    );
    expect((await server.inject({ url: '/import', headers: { host: 'elsewhere.example' } })).statusCode).toBe(403);
    const forged = await upload('/import', 'x.txt', Buffer.from('x'), {
      origin: 'https://elsewhere.example',
      'sec-fetch-site': 'cross-site',
    });
    expect(forged.statusCode).toBe(403);
  });

  test('is compared with an uploaded budget book: matched by name, differences between sources', async () => {
    const book = [
      '主管,機關,說明',
      '範例部主管,範例署,"1.典藏檔案數位化加值計畫總經費128,500千元，分4年辦理，112至113年度已編列60,000千元，本年度續編第3年經費30,000千元。"',
    ].join('\n');
    const compared = await upload(`${filing}/compare`, 'budget.csv', Buffer.from(book));
    expect(compared.statusCode).toBe(200);
    expect(compared.body).toContain('60,000,000');
    expect((await server.inject({ url: `${filing}/compare` })).statusCode).toBe(200);
    expect((await server.inject({ url: `${filing}/compare?with=nothing` })).statusCode).toBe(404);
  });

  test('executing agencies are proposed by a budget book, and recorded as a person confirms them, once', async () => {
    const book = [
      '主管,機關,說明',
      '範例部主管,範例署及所屬,"1.典藏檔案數位化加值計畫總經費128,500千元，分4年辦理，112至113年度已編列60,000千元，本年度續編第3年經費30,000千元。"',
    ].join('\n');
    const before = (await store.catalogue.filing('範例部-113'))?.reading.plans.map(
      ({ executingAgency }) => executingAgency?.value,
    );
    const page = await upload(`${filing}/settle/agencies`, 'budget.csv', Buffer.from(book));
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('預算書 budget.csv：典藏檔案數位化加值計畫總經費128,500千元');
    const after = (await store.catalogue.filing('範例部-113'))?.reading.plans;
    expect(after?.map(({ executingAgency }) => executingAgency?.value)).toEqual(before);
    const row = after?.find(({ name }) => name.includes('典藏檔案數位化加值計畫'))?.origins['name']?.spans[0]?.start;
    expect(page.body).toContain(`name="confirm" checked="" value="${row}"`);
    const confirm = (fields: Record<string, string>) =>
      server.inject({
        method: 'POST',
        url: `${filing}/settle/agencies/confirmation`,
        headers: { ...own, 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams(fields).toString(),
      });
    expect((await confirm({ [`agency-${row}`]: '範例署' })).statusCode).toBe(422);
    const confirmed = await confirm({
      confirm: String(row),
      [`agency-${row}`]: '範例署',
      [`source-${row}`]: '預算書 budget.csv',
    });
    expect(confirmed.statusCode).toBe(303);
    const named = (await store.catalogue.filing('範例部-113'))?.reading.plans.find(
      ({ origins }) => origins['name']?.spans[0]?.start === row,
    );
    expect(named?.executingAgency).toEqual({ value: '範例署', basis: 'inferred' });
    expect((await server.inject({ url: `${filing}/settle` })).body).toContain('範例署（預算書 budget.csv）');
    const none = await upload(`${filing}/settle/agencies`, 'prose.txt', Buffer.from('這裡沒有預算說明。'));
    expect([none.statusCode, none.body.includes('沒有讀到延續性計畫')]).toEqual([422, true]);
  });

  test('a text is moved to a row that is named by its id', async () => {
    const held = await store.catalogue.filing('範例部-113');
    const [from, to] = held?.reading.plans ?? [];
    const text = from?.goals[0];
    const [span] = text?.spans ?? [];
    const moved = await step({
      do: 'move',
      start: String(span?.start),
      end: String(text?.spans.at(-1)?.end),
      to: `${to?.id} ${to?.name}`,
      column: 'goals',
    });
    expect(moved.statusCode).toBe(303);
    const after = (await store.catalogue.filing('範例部-113'))?.reading.plans;
    expect(after?.[0]?.goals.map((one) => one.text)).not.toContain(text?.text);
    expect(after?.[1]?.goals.map((one) => one.text)).toContain(text?.text);
  });

  describe('work that takes longer than a page may', () => {
    let slow: FastifyInstance;
    const bytes = Buffer.from(`${readFileSync(example, 'utf8')}\n再版\n`);
    beforeAll(async () => {
      slow = await createServer({
        catalogue: store.catalogue,
        pool: work.pool,
        office: store.office,
        store,
        patience: 1,
      });
    });
    afterAll(() => slow.close());

    /** Looks at a task's page until it is done, as a browser does that follows Refresh. */
    async function done(url: string) {
      const seen = [];
      for (;;) {
        const page = await slow.inject({ url });
        if (page.headers['refresh'] === undefined) return { page, seen };
        seen.push(page.body);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }

    test('sends its asker to a page that says how far it is, and then where it led', async () => {
      const sent = await upload('/en/import', 'again.txt', bytes, own, slow);
      expect(sent.statusCode).toBe(303);
      expect(sent.headers.location).toMatch(/^\/en\/tasks\/[\w-]{24}$/);
      const { page, seen } = await done(String(sent.headers.location));
      expect(seen[0]).toMatch(/again\.txt[^]*(?:In the queue|Next in the queue|being worked on)/);
      expect([page.statusCode, page.headers.location]).toEqual([303, `/en${filing}/settle`]);
      expect((await store.catalogue.filing('範例部-113'))?.filing.editions).toHaveLength(2);
      const again = await slow.inject({ url: String(sent.headers.location) });
      expect(again.headers.location).toBe(`/en${filing}/settle`);
    });

    test('a refusal is told there, above the form', async () => {
      const sent = await upload('/import', 'junk.bin', new Uint8Array([0, 255, 3, 7, 0, 0, 129]), own, slow);
      const { page } = await done(String(sent.headers.location));
      expect([page.statusCode, /role="alert"/.test(page.body)]).toEqual([415, true]);
    });

    test('is stopped where its asker says so, and nothing is kept', async () => {
      const before = await store.catalogue.health();
      const sent = await upload('/import', 'third.txt', Buffer.from(`${bytes.toString()}三版\n`), own, slow);
      const url = String(sent.headers.location);
      const foreign = await slow.inject({
        method: 'POST',
        url: `${url}/cancel`,
        headers: { 'sec-fetch-site': 'cross-site' },
      });
      expect(foreign.statusCode).toBe(403);
      const stopped = await slow.inject({ method: 'POST', url: `${url}/cancel`, headers: own });
      expect([stopped.statusCode, stopped.headers.location]).toEqual([303, url]);
      const { page } = await done(url);
      expect([page.statusCode, page.body.includes('已停止處理「third.txt」')]).toEqual([409, true]);
      expect(await store.catalogue.health()).toEqual(before);
    });

    test('a form is offered there for download, to a person who follows a link; a program waits for it', async () => {
      const url = `/api${filing}/form.ods`;
      const program = await slow.inject({ url });
      expect([program.statusCode, program.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK']);
      const sent = await slow.inject({ url, headers: { 'sec-fetch-mode': 'navigate' } });
      const { page } = await done(String(sent.headers.location));
      expect(page.body).toContain('範例部-113年度-情形表.ods');
      const file = await slow.inject({ url: `${sent.headers.location}/file` });
      expect(file.rawPayload.subarray(0, 2).toString()).toBe('PK');
      expect(file.headers['content-disposition']).toContain('attachment');
    });

    test('what is not known, or is not kept any more, says so', async () => {
      const gone = await slow.inject({ url: '/tasks/guess' });
      expect([gone.statusCode, gone.body.includes('十分鐘')]).toEqual([410, true]);
    });
  });

  test('a rebuild makes the recipe and the reading the same again', async () => {
    expect((await store.rebuild()).identical).toBe(true);
  });
});
