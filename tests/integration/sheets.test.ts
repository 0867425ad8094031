import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { read } from '@guankao/reading';
import { createServer } from '@guankao/server';
import { memoryCatalogue, type Held } from '../../packages/server/src/fixtures/memory-catalogue.ts';
import { testPool } from '../built-child.ts';

/** 優先釐清十問 and 請釐清事項表 of the example filing, with the year before beside it. */

const { pool, close } = await testPool();
let server: FastifyInstance;
let example: Held;
const base = `/filings/${encodeURIComponent('範例部-113')}`;

async function held(folder: string): Promise<Held> {
  const bytes = new Uint8Array(readFileSync(join(import.meta.dirname, '../../corpus', folder, 'filing.txt')));
  return { reading: (await read({ name: 'filing.txt', bytes })).reading, bytes };
}

beforeAll(async () => {
  example = await held('example');
  const catalogue = memoryCatalogue([example, await held('example-last-year')]);
  server = await createServer({ catalogue, pool, clock: () => new Date('2026-11-29T04:00:00Z'), patience: 20_000 });
  // So that what was promised is known, however busy the machine is.
  await server.inject('/api/commitments');
});
afterAll(async () => {
  await server.close();
  await close();
});

async function page(url: string): Promise<Document> {
  const { statusCode, body } = await server.inject({ url });
  expect(statusCode, url).toBe(200);
  return parseHTML(body).document as unknown as Document;
}

const textOf = async (bytes: Uint8Array, name: string): Promise<string> =>
  (await read({ name, bytes })).reading.document.text.replaceAll(/\s+/g, '');

describe.each(['', '/en'])('%s ten questions', (prefix) => {
  test('each has its plan, what is asked, the agency’s words, and a place that shows them', async () => {
    const document = await page(`${prefix}${base}/questions`);
    const rows = [...document.querySelectorAll('.sheet tbody tr')];
    expect(rows).toHaveLength(10);
    for (const row of rows) {
      const [asked, said] = [...row.querySelectorAll('td')];
      expect(row.querySelector('th a')?.getAttribute('href')).toContain(`${prefix}/plans/`);
      expect(asked?.textContent?.length).toBeGreaterThan(5);
      const quotation = said?.querySelector('q')?.textContent ?? '';
      expect(quotation).not.toBe('');
    }
    const place = rows[0]?.querySelector('td a')?.getAttribute('href') ?? '';
    const source = await page(place);
    const marked = [...source.querySelectorAll('mark')].map(({ textContent }) => textContent);
    expect(marked).toContain(rows[0]?.querySelector('td q')?.textContent);
  });

  test('what was promised of the same plan the year before stands beside it', async () => {
    const document = await page(`${prefix}${base}/questions`);
    const promises = [...document.querySelectorAll('.sheet tbody tr td:last-child q')];
    expect(promises.length).toBeGreaterThan(0);
    expect(document.querySelector('.sheet tbody td:last-child a')?.getAttribute('href')).toContain(
      'edition=1#promise-',
    );
  });

  test.each(['questions', 'clarifications'])('%s: the page leads to ODT and PDF, which say the same', async (kind) => {
    const document = await page(`${prefix}${base}/${kind}`);
    const rows = [...document.querySelectorAll('.sheet tbody tr')];
    const links = [...document.querySelectorAll('.downloads a')].map((link) => link.getAttribute('href') ?? '');
    expect(links.map((link) => link.split('.').at(-1))).toEqual(['odt', 'pdf']);
    for (const link of links) {
      const { statusCode, headers, rawPayload } = await server.inject({ url: link });
      expect(statusCode).toBe(200);
      expect(headers['content-disposition']).toContain('attachment');
      const text = await textOf(rawPayload, link.endsWith('pdf') ? 'a.pdf' : 'a.odt');
      for (const row of rows) {
        const words = (row.querySelector('td q')?.textContent ?? '').replaceAll(/\s+/g, '');
        expect(text, link).toContain(words.slice(0, 12));
      }
      expect(text).toContain(example.reading.document.sha256.slice(0, 20));
    }
  });
});

test('請釐清事項表 has every finding, and no doubt about the conversion', async () => {
  const rows = (await page(`${base}/clarifications`)).querySelectorAll('.sheet tbody tr');
  expect(rows).toHaveLength(example.reading.findings.filter(({ doubt }) => doubt === undefined).length);
});

test('the filing’s page leads to both', async () => {
  const links = [...(await page(base)).querySelectorAll('a')].map((link) => link.getAttribute('href'));
  expect(links).toEqual(expect.arrayContaining([`${base}/questions`, `${base}/clarifications`]));
});

test.each([
  ['/filings/none/questions', 404],
  ['/filings/none/clarifications.pdf', 404],
  [`${base}/questions?edition=9`, 404],
  [`${base}/questions.exe`, 400],
  [`${base}/questions?edition=x`, 400],
  [`${base}/questions?asof=2025-01-01`, 404],
])('%s is refused with %i', async (url, status) => {
  expect((await server.inject({ url })).statusCode).toBe(status);
});

test('of an agency that the filing does not name, the table says that there is nothing', async () => {
  const document = await page(`${base}/clarifications?agency=${encodeURIComponent('虛擬署')}`);
  expect(document.querySelector('.sheet')).toBeNull();
  expect(document.querySelector('.empty')?.textContent).toContain('沒有需要釐清的事項');
});
