import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'csv-parse/sync';
import type { FastifyInstance } from 'fastify';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Pool } from '@guankao/pool';
import { memoryCatalogue } from '../fixtures/memory-catalogue.ts';
import { smallFiling } from '../fixtures/small-filing.ts';
import { createServer } from '../index.ts';
import { tables } from './tables.ts';
import { selfTest } from './self-test.ts';

const pool = new Pool();
const catalogue = memoryCatalogue([smallFiling(), smallFiling('更正一行\n')]);
let server: FastifyInstance;
beforeAll(async () => {
  server = await createServer({ catalogue, pool, clock: () => new Date('2026-04-01T00:00:00Z') });
});
afterAll(() => server.close());

async function csv(url: string): Promise<string[][]> {
  const { statusCode, body } = await server.inject({ url });
  expect(statusCode, url).toBe(200);
  expect(body.startsWith('\uFEFF'), 'a byte-order mark').toBe(true);
  return parse(body, { bom: true });
}

interface DataPackage {
  readonly resources: readonly {
    readonly name: string;
    readonly path: string;
    readonly schema: {
      readonly fields: readonly { readonly name: string; readonly type: string }[];
      readonly primaryKey: readonly string[];
      readonly foreignKeys?: readonly {
        readonly reference: { readonly resource: string; readonly fields: string[] };
      }[];
    };
  }[];
}
const packageOf = async (prefix: string): Promise<DataPackage> =>
  (await server.inject({ url: `${prefix}/data/datapackage.json` })).json<DataPackage>();

describe.each(['', '/en'])('%s/data', (prefix) => {
  test('the Table Schema has the heads of each CSV, in their order', async () => {
    const { resources } = await packageOf(prefix);
    expect(resources.map(({ name }) => name)).toEqual(tables.map(({ id }) => id));
    for (const { path, schema } of resources) {
      const [head, ...rows] = await csv(`${prefix}/data/${path}`);
      expect(head).toEqual(schema.fields.map(({ name }) => name));
      expect(rows.length, path).toBeGreaterThan(0);
    }
  });

  test('keys are columns of the tables that they refer to', async () => {
    const { resources } = await packageOf(prefix);
    for (const { schema } of resources)
      for (const { reference } of schema.foreignKeys ?? []) {
        const other = resources.find(({ name }) => name === reference.resource);
        expect(other?.schema.primaryKey).toEqual(reference.fields);
      }
  });

  test('the page offers each table twice, and describes itself as a Dataset', async () => {
    const { body } = await server.inject({ url: `${prefix}/data` });
    const { document } = parseHTML(body);
    const links = [...document.querySelectorAll('.downloads a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual(tables.flatMap(({ id }) => [`${prefix}/data/${id}.csv`, `/api/data/${id}`]));
    expect(body.toLowerCase()).toMatch(/itemtype="https:\/\/schema.org\/dataset".*itemprop="license"/s);
    for (const link of links) expect((await server.inject({ url: link ?? '' })).statusCode, `${link}`).toBe(200);
  });
});

const standards = join(import.meta.dirname, '../../../../../shared/standards/datapackage');
test.skipIf(!existsSync(standards))('the Data Package is one, by the schema of the standard', async () => {
  const ajv = new Ajv({ strict: false, validateFormats: false });
  const schema = (name: string): object => JSON.parse(readFileSync(join(standards, name), 'utf8')) as object;
  const isPackage = ajv.compile(schema('datapackage.json'));
  const isTable = ajv.compile(schema('tableschema.json'));
  for (const prefix of ['', '/en']) {
    const described = await packageOf(prefix);
    expect(isPackage(described), ajv.errorsText(isPackage.errors)).toBe(true);
    for (const { schema: table } of described.resources)
      expect(isTable(table), ajv.errorsText(isTable.errors)).toBe(true);
  }
});

test('JSON and CSV tell the same facts, row by row', async () => {
  for (const { id, columns } of tables) {
    const facts = (await server.inject({ url: `/api/data/${id}` })).json<Record<string, unknown>[]>();
    const [, ...rows] = await csv(`/en/data/${id}.csv`);
    expect(rows.length).toBe(facts.length);
    for (const [at, fact] of facts.entries())
      for (const [index, { key, type }] of columns.entries())
        if (type === 'integer' || type === 'number')
          expect(rows[at]?.[index], `${id}.${key}`).toBe(fact[key] === null ? '' : `${fact[key] as number}`);
  }
});

test('money is in dollars, with its scope beside it', async () => {
  const facts = (await server.inject({ url: '/api/data/money' })).json<Record<string, unknown>[]>();
  const [first] = facts;
  expect(first).toMatchObject({ component: 'approvedTotal', scope: 'plan', unit: 'thousand TWD' });
  for (const { twd, printed } of facts) expect(twd).toBe((printed as number) * 1000);
});

test('one filing alone is given where it is asked for, and one that is not held is refused', async () => {
  const all = await csv('/data/rows.csv');
  const one = await csv(`/data/rows.csv?filing=${encodeURIComponent('範例部-113')}`);
  expect(one).toEqual(all);
  expect((await server.inject({ url: '/data/rows.csv?filing=none' })).statusCode).toBe(404);
  expect((await server.inject({ url: '/data/nothing.csv' })).statusCode).toBe(404);
  expect((await server.inject({ url: '/api/data/nothing' })).statusCode).toBe(400);
});

test('the record may be empty', async () => {
  const empty = await createServer({ catalogue: memoryCatalogue([]), pool });
  expect((await empty.inject({ url: '/api/data/rows' })).json()).toEqual([]);
  expect((await empty.inject({ url: '/data' })).statusCode).toBe(200);
  expect((await empty.inject({ url: '/data/rows.csv' })).body.split('\r\n')).toHaveLength(2);
  await empty.close();
});

describe('the self-test', () => {
  test('holds the tables to their schema and to the pages, and its report is published', async () => {
    const report = (await server.inject({ url: '/api/data/self-test' })).json<Awaited<ReturnType<typeof selfTest>>>();
    expect(report.checks.map(({ id, failed, first }) => [id, failed, first])).toEqual(
      ['schema', 'unique', 'references', 'rows', 'findings', 'money'].map((id) => [id, 0, null]),
    );
    for (const { looked } of report.checks) expect(looked).toBeGreaterThan(0);
    expect((await server.inject({ url: '/en/data' })).body).toContain('0 failed');
  });

  test('tells where the pages show another amount than the tables give', async () => {
    const other = {
      ...catalogue,
      plans: async (query: Parameters<typeof catalogue.plans>[0]) => {
        const found = await catalogue.plans(query);
        const rows = found.rows.map((row) => ({ ...row, row: { ...row.row, executedToDate: 1 } }));
        return { ...found, rows };
      },
    };
    const { checks } = await selfTest(other, new Date());
    expect(checks.find(({ id }) => id === 'money')?.failed).toBeGreaterThan(0);
    expect(checks.find(({ id }) => id === 'rows')?.failed).toBe(0);
  });
});
