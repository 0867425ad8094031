import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { read } from '@guankao/reading';
import { createServer, firstAdministratorSecret } from '@guankao/server';
import { openStore, type Store } from '@guankao/store';
import type { Role } from '@guankao/workflow';
import { testPool } from '../built-child.ts';
import { startTestServer, type TestServer } from './database.ts';
import { routesOf, type Route } from './routes.ts';

/**
 * Every route, as the server itself lists them, with every field that it or our pages know, given what no field can
 * keep: told with its place, and never a fault of ours. A route that is added is asked the same without a word here.
 */

const root = join(import.meta.dirname, '../..');
const now = new Date('2026-01-05T01:00:00Z');
const bad = { NUL: '\u0000', escape: '\u001b', 'next line': '\u0085', 'half a pair': '\ud800', 'other half': '\udc00' };
const numbers = [1e12, -1, 1e300, -1e300, 0.5, 2 ** 53, 2 ** 31];
const texts = ['', '-0', '1e309', '🏛️', "'; --", 'x'.repeat(70_000)];

let database: TestServer;
let store: Store;
let work: Awaited<ReturnType<typeof testPool>>;
let server: FastifyInstance;
let token: string;
const faults: string[] = [];
let asked = 0;

/** Ids that stand in the record, so that what is asked comes as far as it can. */
const held: Readonly<Record<string, string>> = {
  id: '範例部-114-01',
  year: '範例部-114',
  collection: '範例部-114-收集-1',
  mapping: '範例部-114-科目-ministry',
  account: 'a1',
  part: '1',
  row: '範例部-114-01',
  workPlan: '範例部-114-01-作業計畫-ministry',
  report: '範例部-114-01-填報-ministry-03',
  month: '3',
  number: '1',
  filing: '範例部-113',
  indicator: 'i1',
  format: 'csv',
  list: 'no-target',
  page: '1',
  sha256: '0'.repeat(64),
  secret: 'no-such-secret',
};

function idFor(path: string, name: string): string {
  if (name !== 'id') return held[name] ?? 'x';
  if (path.includes('/years/')) return held['year'] ?? '';
  if (path.includes('/collections/')) return held['collection'] ?? '';
  if (path.includes('/mappings/')) return held['mapping'] ?? '';
  if (path.includes('/work-plans/')) return held['workPlan'] ?? '';
  if (path.includes('/periodic-reports/')) return held['report'] ?? '';
  if (path.includes('/filings/')) return held['filing'] ?? '';
  return held['id'] ?? '';
}

/** With `bad` put into one of its parameters, or none. */
function addressOf({ path }: Route, broken?: { readonly name: string; readonly encoded: string }): string {
  return path.replaceAll(/:(\w+)/g, (_all, name: string) =>
    broken?.name === name ? `x${broken.encoded}` : encodeURIComponent(idFor(path, name)),
  );
}

async function ask(options: InjectOptions) {
  const own = { authorization: `Bearer ${token}`, 'sec-fetch-site': 'same-origin', 'if-match': '1' };
  // Limits by the minute are another test's.
  const send = async () => server.inject({ ...options, headers: { ...own, ...options.headers } });
  const unlimited = async () => store.connection.pool.query('delete from guankao.request_counts');
  if (++asked % 50 === 0) await unlimited();
  let answer = await send();
  if (answer.statusCode === 429) {
    await unlimited();
    answer = await send();
  }
  if (answer.statusCode >= 500)
    faults.push(
      `${answer.statusCode} ${options.method ?? 'GET'} ${String(options.url)} ${String(options.payload).slice(0, 200)}`,
    );
  return answer;
}

beforeAll(async () => {
  database = await startTestServer();
  store = await openStore({ url: await database.emptyDatabase(), folder: '', program: 'guankao test' });
  const bytes = new Uint8Array(readFileSync(join(root, 'corpus/example/filing.txt')));
  const { reading } = await read({ name: 'filing.txt', bytes });
  const file = { name: 'filing.txt', mediaType: 'text/plain', bytes };
  await store.importReading(reading, file, { actor: 'operator', role: 'operator', at: now });
  work = await testPool();
  const { pool } = work;
  server = await createServer({
    catalogue: store.catalogue,
    pool,
    office: store.office,
    store,
    clock: () => now,
    log: { level: 'errors', write: (line) => void faults.push(line.slice(0, 1_500)) },
  });
  const secret = await firstAdministratorSecret(store.office, now);
  const password = 'four unrelated words here';
  const made = { secret, ministryId: 'ministry', ministryName: '範例部', login: 'admin', name: '管理者', password };
  token = (await server.inject({ method: 'POST', url: '/api/setup', payload: made })).json<{ token: string }>().token;
  const [admin] = await store.office.accounts();
  for (const role of ['officer', 'supervisor', 'accountant', 'compiler', 'auditor'] satisfies Role[])
    await store.office.grant(admin?.id ?? '', { role, agency: 'ministry' });
  const agencies = Object.fromEntries(reading.plans.map(({ id }) => [id, 'ministry']));
  const opened = await ask({
    method: 'POST',
    url: '/api/years',
    payload: { ministry: 'ministry', fiscalYear: 2025, from: '範例部-113', agencies },
  });
  expect(opened.statusCode).toBe(201);
  const receivers = [{ agency: 'ministry', person: '承辦', to: '' }];
  const payload = { fields: ['goals'], due: '2026-01-20', note: '', receivers };
  const url = `/api/years/${encodeURIComponent(held['year'] ?? '')}`;
  expect((await ask({ method: 'POST', url: `${url}/collections`, payload })).statusCode).toBe(201);
  const base64 = Buffer.from('科目代碼,業務計畫,工作計畫,法定預算數\n37,範例業務,虛擬工作,1000').toString('base64');
  const taken = { fileName: '科目.csv', base64, record: true };
  expect((await ask({ method: 'POST', url: `${url}/accounts`, payload: taken })).statusCode).toBe(200);
  const share = { numerator: 1, denominator: 2 };
  const part = {
    account: 'a1',
    row: held['row'],
    amount: null,
    share,
    from: '2025-01-01',
    until: null,
    document: '表',
  };
  const parts = {
    method: 'POST',
    url: `/api/mappings/${encodeURIComponent(held['mapping'] ?? '')}/add-parts`,
  } as const;
  const added = await ask({ ...parts, payload: { parts: [part] }, headers: { 'if-match': '"2"' } });
  expect(added.statusCode, added.body).toBe(200);
  await approvePlan();
  const begun = { row: held['id'], month: 3 };
  expect((await ask({ method: 'POST', url: '/api/periodic-reports', payload: begun })).statusCode).toBe(201);
  await store.office.addLink('unused', null, now);
}, 240_000);
afterAll(async () => {
  await server.close();
  await work.close();
  await store.close();
  await database.stop();
});

/** A work plan of the first row, approved by another than its writer: reports are written on it. */
async function approvePlan(): Promise<void> {
  const id = held['workPlan'] ?? '';
  const url = `/api/work-plans/${encodeURIComponent(id)}`;
  const twelve = Array.from({ length: 12 }, () => 0);
  const content = { items: [{ name: '甲', weight: 100, planned: twelve }], checkPoints: [], spending: twelve };
  for (const [path, payload, version] of [
    ['/api/work-plans', { row: held['id'] }, '1'],
    [`${url}/save`, content, '1'],
    [`${url}/submit`, {}, '2'],
  ] as const) {
    const done = await ask({ method: 'POST', url: path, payload, headers: { 'if-match': version } });
    expect(done.statusCode, done.body).toBeLessThan(300);
  }
  await store.office.addAccount({ id: 'second', login: 'second', name: '主管', password: null }, now);
  await store.office.grant('second', { role: 'supervisor', agency: 'ministry' });
  const approve = { noun: 'work-plan', command: 'approve', id, shown: 3, input: {} };
  await store.office.perform([approve], { account: 'second', at: now });
}

describe('addresses', () => {
  test('a parameter that holds such a character is refused on every route', async () => {
    const routes = routesOf(server);
    expect(routes.length).toBeGreaterThan(100);
    const passed: string[] = [];
    for (const route of routes) {
      for (const [, name = ''] of route.path.matchAll(/:(\w+)/g)) {
        for (const encoded of ['%00', '%C2%85']) {
          const address = addressOf(route, { name, encoded });
          const { statusCode } = await ask({ method: route.method as 'GET', url: address });
          if (statusCode < 400) passed.push(`${statusCode} ${route.method} ${address}`);
        }
      }
    }
    expect(passed).toEqual([]);
    expect(faults.splice(0)).toEqual([]);
  });

  test('queries too, and no number or text in them is a fault', async () => {
    const queries: readonly (readonly [path: string, names: readonly string[]])[] = [
      ['/plans', ['q', 'filing', 'type', 'verdict', 'finding', 'severity', 'list', 'sort', 'down', 'page', 'any']],
      ['/plans.csv', ['q', 'page']],
      ['/api/plans', ['q', 'filing', 'type', 'sort', 'page', 'size']],
      ['/plans/:id', ['edition']],
      ['/api/plans/:id', ['edition']],
      ['/filings/:id', ['edition']],
      ['/api/filings/:id', ['edition']],
      ['/api/filings/:id/form.:format', ['edition']],
      ['/filings/:id/source', ['span', 'from', 'edition']],
      ['/filings/:id/compare', ['with']],
      ['/sign-in', ['next']],
      ['/office/open', ['from']],
      ['/office/rows/:id', ['saved']],
    ];
    const passed: string[] = [];
    for (const [path, names] of queries) {
      const address = (name: string, encoded: string) => `${addressOf({ method: 'GET', path })}?${name}=${encoded}`;
      for (const name of names) {
        for (const encoded of ['x%00', 'x%C2%9F']) {
          const { statusCode } = await ask({ url: address(name, encoded) });
          if (statusCode !== 400) passed.push(`${statusCode} ${path} ${name}`);
        }
        for (const text of [...texts.slice(0, 5), '1e12', '99999999999999999999', '-1'])
          await ask({ url: address(name, encodeURIComponent(text)) });
      }
    }
    expect(passed).toEqual([]);
    expect(faults.splice(0)).toEqual([]);
  });
});

interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
}

/** A value that the schema takes. */
function sample(schema: Schema): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.anyOf !== undefined) return sample(schema.anyOf[0] ?? {});
  if (schema.properties !== undefined)
    return Object.fromEntries(Object.entries(schema.properties).map(([name, inner]) => [name, sample(inner)]));
  const record = Object.values(schema.patternProperties ?? {})[0];
  if (record !== undefined) return { r01: sample(record) };
  if (schema.type === 'array') return [sample(schema.items ?? {})];
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(1, schema.minimum ?? 1);
  if (schema.type === 'boolean') return true;
  if (schema.type === 'object') return {};
  return schema.pattern?.startsWith('^\\d{4}') === true ? '2024-08-09' : 'ministry';
}

/** The value with `put` in place of each leaf that fits, one at a time; and with it in each name of a record. */
function* broken(
  value: unknown,
  fits: (leaf: unknown) => boolean,
  put: (leaf: unknown) => unknown,
): Generator<unknown> {
  if (Array.isArray(value)) {
    for (const [at, inner] of value.entries())
      for (const changed of broken(inner, fits, put)) yield value.toSpliced(at, 1, changed);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value))
      for (const changed of broken(inner, fits, put)) yield { ...value, [name]: changed };
  } else if (fits(value)) yield put(value);
}

describe('the API, from its own description', () => {
  interface Operation {
    readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  }
  async function bodies(): Promise<readonly { readonly route: Route; readonly body: unknown }[]> {
    const api = (await server.inject('/openapi.json')).json<{
      paths: Record<string, Record<string, Operation>>;
    }>();
    return Object.entries(api.paths).flatMap(([path, operations]) =>
      Object.entries(operations).flatMap(([method, { requestBody }]) => {
        const schema = requestBody?.content['application/json']?.schema;
        if (schema === undefined) return [];
        const route = { method: method.toUpperCase() as Route['method'], path: path.replaceAll(/\{(\w+)\}/g, ':$1') };
        return [{ route, body: sample(schema) }];
      }),
    );
  }
  const send = ({ method, path }: Route, body: unknown) =>
    ask({
      method: method as 'POST',
      url: addressOf({ method, path }),
      payload: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });

  test('a text of a body that holds such a character is refused with its place', async () => {
    const passed: string[] = [];
    const all = await bodies();
    expect(all.length).toBeGreaterThan(15);
    for (const { route, body } of all) {
      for (const character of [bad.NUL, bad['half a pair']]) {
        for (const changed of broken(
          body,
          (leaf) => typeof leaf === 'string',
          (leaf) => `${String(leaf)}${character}`,
        )) {
          // Bytes are no text; what is no base64 in them does not count.
          if ((changed as { base64?: string }).base64 !== (body as { base64?: string }).base64) continue;
          const { statusCode, body: said } = await send(route, changed);
          if (![400, 422].includes(statusCode) || !said.includes('U+'))
            passed.push(`${statusCode} ${route.path} ${JSON.stringify(changed)}`);
        }
        const named = { [`r01${character}`]: 'ministry' };
        for (const name of ['agencies', 'left', 'body'])
          expect([400, 422]).toContain((await send(route, { ...(body as object), [name]: named })).statusCode);
      }
    }
    expect(passed).toEqual([]);
    expect(faults.splice(0)).toEqual([]);
  });

  test('no number, text or missing field is a fault of ours', async () => {
    for (const { route, body } of await bodies()) {
      for (const number of numbers)
        for (const changed of broken(
          body,
          (leaf) => typeof leaf === 'number',
          () => number,
        ))
          await send(route, changed);
      for (const text of texts)
        for (const changed of broken(
          body,
          (leaf) => typeof leaf === 'string',
          () => text,
        ))
          await send(route, changed);
      for (const name of Object.keys(body as object)) {
        const { [name]: _left, ...rest } = body as Record<string, unknown>;
        await send(route, rest);
      }
      for (const other of [[], null, 'text', 1, {}, [[[]]], { ...(body as object), __proto__x: 1 }])
        await send(route, other);
      // Twice the same: what exists already is told as such.
      await send(route, body);
      await send(route, body);
    }
    expect(faults.splice(0)).toEqual([]);
  });

  test.each(Object.entries(bad))('%s is told by its number', async (_name, character) => {
    const { statusCode, body } = await send({ method: 'POST', path: '/api/tokens' }, { name: `ab${character}` });
    const code = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
    expect(statusCode).toBe(422);
    expect(body).toContain(`第 3 個字元 ${code}`);
  });

  test('headers that are kept or compared', async () => {
    const payload = { ministry: 'ministry', fiscalYear: 2030 };
    for (const headers of [{ 'idempotency-key': 'x\u0085' }, { 'idempotency-key': 'x\t' }, { 'if-match': '"1\u0085"' }])
      expect((await ask({ method: 'POST', url: '/api/years', payload, headers })).statusCode).toBe(400);
    expect(
      (await ask({ method: 'POST', url: '/api/years', payload, headers: { 'idempotency-key': 'x'.repeat(9_000) } }))
        .statusCode,
    ).toBeLessThan(500);
    expect(faults.splice(0)).toEqual([]);
  });
});

describe('the forms of our pages', () => {
  /** Every name that a field of our pages has, and those that are made of ids. */
  function fieldNames(): readonly string[] {
    const web = join(root, 'packages/web/src');
    const sources = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'));
    const names = sources.flatMap((file) =>
      [...readFileSync(join(web, file), 'utf8').matchAll(/\b(?:name|id)="([a-zA-Z][\w-]*)"/g)].map(
        ([, name]) => name ?? '',
      ),
    );
    const moneyAndTexts = [
      'name',
      'type',
      'plannedWork',
      'execution',
      'goals',
      'explanation',
      'approvedTotal',
      'budget',
      'realised',
      'rows',
      'move',
      'agency-r01',
      'left-r01',
      'period-from-year',
      'period-to-month',
    ];
    // Bytes are no text.
    return [...new Set([...names, ...moneyAndTexts])].filter((name) => name !== 'base64');
  }
  const posts = () =>
    routesOf(server).filter(
      // Signing out would end the session that asks.
      ({ method, path }) => method === 'POST' && !path.startsWith('/api/') && !path.endsWith('/sign-out'),
    );
  const sendForm = (route: Route, payload: string) =>
    ask({
      method: 'POST',
      url: addressOf(route),
      payload,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });

  test('a field that holds such a character is refused, whatever it is called', async () => {
    const names = fieldNames();
    expect(names.length).toBeGreaterThan(40);
    const passed: string[] = [];
    // Each name once, each route with a few: where a route stands, and what a field is called, do not matter.
    const asked = posts().flatMap((route, at) =>
      names.filter((_, of) => (of + at) % 60 === 0).map((name) => ({ route, name })),
    );
    for (const { route, name } of [
      ...asked,
      ...names.map((each) => ({ route: { method: 'POST', path: '/check' } as const, name: each })),
    ]) {
      const { statusCode } = await sendForm(route, `version=1&${name}=x%00`);
      if (statusCode !== 422) passed.push(`${statusCode} ${route.path} ${name}`);
    }
    expect(passed).toEqual([]);
    expect(faults.splice(0)).toEqual([]);
  });

  test('long texts have lines, and nothing else has', async () => {
    const check = { method: 'POST', path: '/check' } as const;
    const lines = encodeURIComponent('1. 完成3案\r\n2.\t完成2案');
    for (const name of ['plannedWork', 'execution', 'goals', 'explanation', 'period'])
      expect((await sendForm(check, `${name}=${lines}`)).statusCode, name).toBe(200);
    for (const name of ['name', 'type', 'approvedTotal', 'login'])
      expect((await sendForm(check, `${name}=${lines}`)).statusCode, name).toBe(422);
  });

  test('a form without fields, with strange values, with fields twice is no fault of ours', async () => {
    const names = fieldNames();
    for (const route of posts().filter(({ path }) => !path.startsWith('/en'))) {
      await ask({ method: 'POST', url: addressOf(route) });
      await sendForm(route, '');
      for (const text of ['-0', '🏛️'])
        await sendForm(route, new URLSearchParams(names.map((name) => [name, text])).toString());
      for (const text of ['1e12', '-1', '99999999999999999999'])
        await sendForm(
          route,
          new URLSearchParams([
            ...names.map((name) => [name, 'ministry'] as [string, string]),
            ...['version', 'year', 'total', 'approvedTotal', 'rows', 'rows'].map(
              (name) => [name, text] as [string, string],
            ),
          ]).toString(),
        );
    }
    expect(faults.splice(0)).toEqual([]);
  });

  test('a file’s name and the fields beside it', async () => {
    const boundary = 'guankao-test-boundary';
    const part = (disposition: string, content: string) =>
      `--${boundary}\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`;
    const sendFile = (route: Route, parts: string) =>
      ask({
        method: 'POST',
        url: addressOf(route),
        payload: `${parts}--${boundary}--\r\n`,
        headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      });
    const uploads = posts().filter(({ path }) =>
      /import$|accounts\/list|recipe|compare|years\/:id\/money$|budget|actual/.test(path),
    );
    expect(uploads.length).toBeGreaterThan(10);
    for (const route of uploads) {
      for (const character of ['\u0001', '\u0085']) {
        const broken = await sendFile(route, part(`name="file"; filename="a${character}.csv"`, 'a,b'));
        expect([400, 422], route.path).toContain(broken.statusCode);
      }
      const name = await sendFile(route, part(`name="file"; filename*=UTF-8''a%00b.pdf`, '%PDF-1.7'));
      expect(name.statusCode).toBeGreaterThanOrEqual(400);
      for (const content of [
        '',
        '\u0000\u0001',
        'a,b\u0000\n1,2',
        '{"sha256":"\\u0000","steps":[]}',
        '%PDF-1.7 nothing',
      ])
        await sendFile(
          route,
          part('name="version"', '1') + part('name="indicator"', 'i1') + part('name="file"; filename="a.pdf"', content),
        );
      await sendFile(route, part('name="indicator"', 'i1\u0000') + part('name="file"; filename="a.pdf"', '%PDF-1.7'));
      await sendFile(route, '');
    }
    expect(faults.splice(0)).toEqual([]);
  });

  test('a filing whose text holds such characters is taken in, or refused, and shown', async () => {
    const text = readFileSync(join(root, 'corpus/example/filing.txt'), 'utf8');
    const boundary = 'guankao-test-boundary';
    for (const [at, character] of ['\u0000', '\u0001', '\u0085', '\u000b'].entries()) {
      const payload = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="f${at}.txt"\r\n\r\n${text.replaceAll('計畫', `計${character}畫`)}\r\n--${boundary}--\r\n`;
      const { statusCode, headers } = await ask({
        method: 'POST',
        url: '/import',
        payload,
        headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      });
      expect(statusCode, `U+${character.charCodeAt(0).toString(16)}`).toBeLessThan(500);
      if (statusCode === 303) expect((await ask({ url: String(headers.location) })).statusCode).toBe(200);
    }
    expect(faults.splice(0)).toEqual([]);
  });
});
