import { afterAll, expect, test } from 'vitest';
import { Pool } from '@guankao/pool';
import { memoryCatalogue } from '../fixtures/memory-catalogue.ts';
import { smallFiling } from '../fixtures/small-filing.ts';
import { createServer } from '../server.ts';

// No route is asked here that would have it work.
const pool = new Pool();
const server = await createServer({
  catalogue: memoryCatalogue([smallFiling()]),
  pool,
  clock: () => new Date('2026-04-01T00:00:00Z'),
});
afterAll(async () => {
  await server.close();
  await pool.close();
});

const inWords = { zh: '不能查過去某一天的內容', en: 'cannot be asked as of an earlier day' };

interface Described {
  readonly paths: Record<string, { get?: { parameters?: readonly { in: string; name: string }[] } }>;
}

test('every address of the API that does not know asof refuses it and says so', async () => {
  const { paths } = (await server.inject('/openapi.json')).json<Described>();
  const asked = Object.entries(paths).flatMap(([path, { get }]) =>
    get === undefined || get.parameters?.some(({ name }) => name === 'asof') === true ? [] : [path],
  );
  // What it shows is of now: it does not answer with the present.
  expect(asked).toContain('/api/data/self-test');
  for (const path of ['/api/plans', '/api/filings', '/api/filings/{id}', '/api/commitments', '/api/charts/{chart}'])
    expect(asked).not.toContain(path);
  for (const path of asked) {
    const url = path
      .replace('{chart}', 'rates')
      .replace('{format}', 'csv')
      .replaceAll(/\{[^}]+\}/g, encodeURIComponent('範例部-113'));
    const answer = await server.inject(`${url}?asof=2026-03-01`);
    expect([answer.statusCode, answer.json().type], url).toEqual([400, 'urn:guankao:problem:asof-not-here']);
    expect(answer.json().detail).toContain(inWords.zh);
  }
});

test.each(['/about', '/rules', '/data', '/check', '/data/datapackage.json'])(
  'so does the page %s, in both languages',
  async (path) => {
    for (const [url, said] of [
      [path, inWords.zh],
      [`/en${path}`, inWords.en],
    ] as const) {
      const answer = await server.inject(`${url}?asof=2026-03-01`);
      expect(answer.statusCode, url).toBe(400);
      expect(answer.body, url).toContain(said);
    }
  },
);

test('what is not there is not there, whenever; without asof all is as ever', async () => {
  expect((await server.inject('/nowhere?asof=2026-03-01')).statusCode).toBe(404);
  expect((await server.inject('/about')).statusCode).toBe(200);
  // The form of a page sends its empty field too.
  expect((await server.inject('/about?asof=')).statusCode).toBe(200);
});
