import type { FastifyInstance } from 'fastify';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Pool } from '@guankao/pool';
import { memoryCatalogue } from '../fixtures/memory-catalogue.ts';
import { smallFiling } from '../fixtures/small-filing.ts';
import { createServer } from '../index.ts';

/** What a plan's page says of itself where it is passed on: to a search engine, a preview, a paper, a footnote. */

const id = `${encodeURIComponent('範例部-113')}-r01`;
let server: FastifyInstance;
beforeAll(async () => {
  server = await createServer({
    catalogue: memoryCatalogue([smallFiling(), smallFiling('更正一行\n')]),
    pool: new Pool(),
    origin: 'https://record.example',
    clock: () => new Date('2026-04-01T00:00:00Z'),
  });
});
afterAll(() => server.close());

async function page(path: string): Promise<Document> {
  const { body, statusCode } = await server.inject(path);
  expect(statusCode).toBe(200);
  return parseHTML(body).document as unknown as Document;
}
const meta = (document: Document, name: string): string | null | undefined =>
  document.querySelector(`meta[name="${name}"],meta[property="${name}"]`)?.getAttribute('content');

test('one address, a sentence with the figures, a picture', async () => {
  const document = await page(`/plans/${id}?from=elsewhere`);
  expect(document.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(
    `https://record.example/plans/${id}`,
  );
  expect(meta(document, 'og:url')).toBe(`https://record.example/plans/${id}`);
  expect(meta(document, 'description')).toMatch(
    /^範例部 113 年度「.+」：.*已編列預算數 [\d,]+ 千元.*執行率 R1 [\d.]+ %.*。$/,
  );
  expect(meta(document, 'og:description')).toBe(meta(document, 'description'));
  expect(meta(document, 'og:image')).toBe(`https://record.example/plans/${id}/picture.png`);
});

test('the same in English, under its own address', async () => {
  const document = await page(`/en/plans/${id}`);
  expect(document.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(
    `https://record.example/en/plans/${id}`,
  );
  expect(meta(document, 'description')).toMatch(/^範例部 FY 2024, “.+”: .*Budgeted to date/);
});

test('what is no longer current, and what was asked for by a search, is neither offered to search engines nor pictured', async () => {
  for (const path of [`/plans/${id}?edition=1`, '/plans?q=海岸']) {
    const document = await page(encodeURI(decodeURI(path)));
    expect(meta(document, 'robots')).toBe('noindex');
    expect(document.querySelector('link[rel=canonical]')).toBeNull();
    expect(meta(document, 'og:image')).toBeUndefined();
  }
});

test('a citation names agency, plan, year, edition, row, fingerprint, day and the address of the edition', async () => {
  const cite = (await page(`/plans/${id}`)).querySelector('#cite');
  const [plain = '', press = '', bib = ''] = [...(cite?.querySelectorAll('dd') ?? [])].map(
    (dd) => dd.textContent ?? '',
  );
  const address = `https://record.example/plans/${id}?edition=2`;
  for (const part of ['範例部', '113 年度', '第 2 版', '第 1 列', '115 年 4 月 1 日', address])
    expect(plain).toContain(part);
  expect(plain).toMatch(/SHA-256 [0-9a-f]{64}/);
  expect(press).toContain(address);
  expect(bib).toMatch(/^@misc\{guankao-[0-9a-f]{8}-1,\n {2}author = \{\{範例部\}\},\n/);
  expect(bib).toContain(`url = {${address}}`);
});

test('on paper: the address, the edition, the fingerprint of its file, the day', async () => {
  const footer = (await page(`/plans/${id}`)).querySelector('.print-footer')?.textContent ?? '';
  expect(footer).toContain(`https://record.example/plans/${id}`);
  expect(footer).toMatch(/第 2 版 · SHA-256 [0-9a-f]{64}/);
  expect(footer).toContain('列印 115 年 4 月 1 日');
});
