import { parse } from 'csv-parse/sync';
import type { FastifyInstance } from 'fastify';
import { parseHTML } from 'linkedom';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pastedForm, readDocument, typedDocument, type PastedRow } from '@guankao/reading';
import type { Catalogue } from '@guankao/store';
import { createServer } from '@guankao/server';
import { memoryCatalogue, type Held } from '../../packages/server/src/fixtures/memory-catalogue.ts';
import { testPool } from '../built-child.ts';

const { pool, close } = await testPool();
afterAll(close);

const row = (name: string, execution: string, more: Partial<PastedRow> = {}): PastedRow => ({
  name,
  type: '社會發展',
  period: '112年1月至116年12月',
  approvedTotal: '9,000',
  budgetedToDate: '700',
  executedToDate: '700',
  plannedWork: '辦理相關作業。',
  execution,
  goals: '完成1案。',
  explanation: '',
  ...more,
});

async function filing(agency: string, fiscalYear: number, ...rows: PastedRow[]): Promise<Held> {
  const { form } = pastedForm(agency, fiscalYear, '千元', rows);
  const { reading } = await readDocument(await typedDocument(form));
  const sha256 = Buffer.from(`${agency}${fiscalYear}`).toString('hex').slice(0, 64);
  return { reading: { ...reading, document: { ...reading.document, sha256 } }, bytes: new Uint8Array() };
}

/** Promises of 113, and what 114 says of them. */
async function twoYears(): Promise<readonly Held[]> {
  return [
    await filing(
      '範例部',
      2024,
      row('海岸復育計畫', '長浪預警系統預計114年6月上線。沙籬設置工程預計114年9月完成。'),
      row('山徑整建計畫', '觀景台工程預計114年8月完工。吊橋改善工程預計116年10月完工。'),
    ),
    await filing(
      '範例部',
      2025,
      row('海岸復育計畫', '長浪預警系統已於114年6月15日正式上線。'),
      row('山徑整建計畫', '觀景台工程尚未完工，刻正辦理施工。'),
    ),
    await filing('虛擬署', 2024, row('港埠計畫', '浮台預計114年3月底前完成<b>&=SUM(A1)。')),
  ];
}

interface Line {
  readonly id: string;
  readonly text: string;
  readonly due: string | null;
  readonly state: string;
  readonly basis: string;
  readonly edition: number;
  readonly page: string;
  readonly answer: { readonly says: string; readonly text: string; readonly plan: string } | null;
}

const site = (catalogue: Catalogue, now = '2026-11-29T04:00:00Z', patience?: number): Promise<FastifyInstance> =>
  createServer({ catalogue, pool, clock: () => new Date(now), ...(patience === undefined ? {} : { patience }) });

let server: FastifyInstance;
beforeAll(async () => {
  server = await site(memoryCatalogue(await twoYears()));
});
afterAll(() => server.close());

const linesOf = async (query = '', of = server): Promise<readonly Line[]> =>
  (await of.inject({ url: `/api/commitments${query}` })).json<{ commitments: Line[] }>().commitments;
const page = async (url: string, of = server) => {
  const { statusCode, body } = await of.inject({ url });
  expect(statusCode, url).toBe(200);
  return parseHTML(body).document as unknown as Document;
};

describe('how promises stand', () => {
  test('kept, overdue, open, undetermined: by what the year after says, with its words', async () => {
    const lines = await linesOf();
    expect(lines.map(({ due, state, basis, answer }) => [due, state, basis, answer?.says ?? null])).toEqual([
      ['2025-03', 'undetermined', 'no-later-filing', null],
      ['2025-06', 'kept', 'done', 'done'],
      ['2025-08', 'overdue', 'not-done', 'not-done'],
      ['2025-09', 'undetermined', 'not-mentioned', null],
      ['2027-10', 'open', 'not-yet-due', null],
    ]);
    expect(lines[1]?.answer).toMatchObject({
      text: '長浪預警系統已於114年6月15日正式上線',
      plan: '範例部-114-r01',
    });
  });

  test('the day decides: what is open today is not overdue, and the day before is not the day after', async () => {
    const held = await twoYears();
    const early = await site(memoryCatalogue(held), '2025-03-31T15:59:00Z');
    const late = await site(memoryCatalogue(held), '2025-03-31T16:01:00Z');
    expect((await linesOf('?q=浮台', early))[0]?.state).toBe('open');
    expect((await linesOf('?q=浮台', late))[0]?.state).toBe('undetermined');
    await early.close();
    await late.close();
  });
});

describe.each(['', '/en'])('%s/commitments', (prefix) => {
  test('shows each with its words, plan, edition, place and state, by the day', async () => {
    const document = await page(`${prefix}/commitments`);
    const rows = [...document.querySelectorAll('.commitments tbody tr')];
    expect(rows.map((each) => each.querySelector('time')?.getAttribute('dateTime'))).toEqual([
      '2025-03',
      '2025-06',
      '2025-08',
      '2025-09',
      '2027-10',
    ]);
    const late = rows[2];
    expect(late?.querySelector('.words q')?.textContent).toContain('觀景台工程預計114年8月完工');
    expect(late?.querySelector('.words a')?.getAttribute('href')).toContain('edition=1');
    expect(late?.querySelector('.citation')?.textContent).toMatch(/第 1 版|edition 1/);
    expect(late?.querySelector('.later q')?.textContent).toContain('尚未完工');
    expect(document.querySelector('link[type="application/atom+xml"]')?.getAttribute('href')).toBe(
      `${prefix}/commitments.atom`,
    );
  });

  test('next year is one click from the first page', async () => {
    const home = await page(prefix === '' ? '/' : prefix);
    const link = [...home.querySelectorAll('a')].find((each) =>
      each.getAttribute('href')?.endsWith('/commitments?year=2027'),
    );
    expect(link?.textContent).toMatch(/116|2027/);
    const document = await page(link?.getAttribute('href') ?? '');
    expect([...document.querySelectorAll('.commitments tbody tr')]).toHaveLength(1);
  });

  test('says what to do where nothing fits, and where nothing is held', async () => {
    expect((await page(`${prefix}/commitments?year=2031`)).querySelector('.empty')?.textContent).toMatch(
      /換一個年度|another year/,
    );
    const empty = await site(memoryCatalogue([]));
    expect((await page(`${prefix}/commitments`, empty)).querySelector('.empty')?.textContent).toMatch(
      /沒有讀到承諾|No commitment was read/,
    );
    await empty.close();
  });
});

test('each condition narrows, choices are counted, and the address that each leads to finds as many', async () => {
  expect((await linesOf('?state=kept')).map(({ text }) => text)).toEqual(['長浪預警系統預計114年6月上線']);
  expect(await linesOf('?ministry=虛擬署&year=2025')).toHaveLength(1);
  expect(await linesOf('?q=工程 山徑')).toHaveLength(2);
  const document = await page('/commitments?year=2025');
  for (const link of document.querySelectorAll('.facet a[href*="state="]')) {
    const count = Number(link.querySelector('.count')?.textContent);
    const there = await page(link.getAttribute('href') ?? '');
    expect(there.querySelectorAll('.commitments tbody tr')).toHaveLength(count);
  }
});

test.each(['?year=abc', '?year=1', '?state=late', '?page=0', `?q=${'x'.repeat(201)}`, '?asof=2025-1-1'])(
  'the page, the files and the API refuse %s',
  async (query) => {
    for (const path of ['/commitments', '/en/commitments', '/api/commitments'])
      expect((await server.inject({ url: path + query })).statusCode, path).toBe(400);
  },
);

test('51 promises take two pages, the page after the last leads to the last', async () => {
  const many = Array.from({ length: 51 }, (_, at) => `第${at + 1}期工程預計116年${(at % 12) + 1}月完工。`).join('');
  const large = await site(memoryCatalogue([await filing('範例部', 2024, row('海岸復育計畫', many))]));
  expect((await page('/commitments', large)).querySelectorAll('.commitments tbody tr')).toHaveLength(50);
  expect((await page('/commitments?page=2', large)).querySelectorAll('.commitments tbody tr')).toHaveLength(1);
  const { statusCode, headers } = await large.inject({ url: '/en/commitments?page=9&year=2027' });
  expect([statusCode, headers.location]).toEqual([302, '/en/commitments?page=2&year=2027']);
  await large.close();
});

describe('what others hold is not seen, and what takes long is said', () => {
  test('what is taken back is gone with the next question', async () => {
    const catalogue = memoryCatalogue(await twoYears());
    let shown = true;
    const changing = await site({ ...catalogue, filings: async () => (shown ? catalogue.filings() : []) });
    expect(await linesOf('', changing)).toHaveLength(5);
    shown = false;
    expect(await linesOf('', changing)).toEqual([]);
    expect((await changing.inject({ url: '/commitments.ics' })).body).not.toContain('VEVENT');
    await changing.close();
  });

  test('a record that is slow is waited for so long, and the page says that more is to come', async () => {
    const catalogue = memoryCatalogue(await twoYears());
    let letGo: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (letGo = resolve));
    const slow = await site({ ...catalogue, filing: (id) => gate.then(() => catalogue.filing(id)) }, undefined, 20);
    expect((await page('/commitments', slow)).querySelector('.pending')?.textContent).toContain('3 份');
    letGo();
    expect(await linesOf('', slow)).toHaveLength(5);
    expect((await page('/commitments', slow)).querySelector('.pending')).toBeNull();
    await slow.close();
  });
});

test('the CSV holds the same lines, and no text of it is a formula', async () => {
  const { body } = await server.inject({ url: '/commitments.csv?ministry=虛擬署' });
  const [head, line, ...rest] = parse(body, { bom: true });
  expect(head).toContain('承諾(原文)');
  expect(line).toEqual(expect.arrayContaining(['虛擬署', '港埠計畫', '2025-03', '無法判定']));
  expect(rest).toEqual([]);
});

/** The elements of a document by path, with their texts and attributes; throws where it is not well-formed. */
function elementsOf(xml: string): { path: string; text: string; attributes: Record<string, string> }[] {
  const parser = new SaxesParser();
  const open: { path: string; text: string; attributes: Record<string, string> }[] = [];
  const all: typeof open = [];
  parser.on('opentag', ({ name, attributes }) => {
    const path = [...open.map((each) => each.path.split('/').at(-1)), name].join('/');
    open.push({ path, text: '', attributes: attributes as Record<string, string> });
  });
  parser.on('text', (text) => open.forEach((each) => (each.text += text)));
  parser.on('closetag', () => all.push(open.pop() as (typeof open)[number]));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return all;
}

describe.each(['', '/en'])('%s/commitments.atom', (prefix) => {
  test('is a feed as RFC 4287 asks: ids, titles, times and authors, links that lead to each promise', async () => {
    const { body, headers } = await server.inject({
      url: `${prefix}/commitments.atom`,
      headers: { host: 'guankao.test' },
    });
    expect(headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    const elements = elementsOf(body);
    const texts = (path: string): string[] => elements.filter((each) => each.path === path).map(({ text }) => text);
    for (const one of ['feed/id', 'feed/title', 'feed/updated']) expect(texts(one), one).toHaveLength(1);
    const entries = texts('feed/entry').length;
    expect(entries).toBe(5);
    for (const one of ['id', 'title', 'updated', 'author/name', 'content'])
      expect(texts(`feed/entry/${one}`), one).toHaveLength(entries);
    expect(new Set(texts('feed/entry/id')).size).toBe(entries);
    for (const time of [...texts('feed/updated'), ...texts('feed/entry/updated')])
      expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    const links = elements.filter(({ path }) => path === 'feed/entry/link').map(({ attributes }) => attributes['href']);
    for (const link of links) {
      const url = new URL(link ?? '');
      const document = await page(url.pathname + url.search);
      expect(document.querySelector(url.hash), link).not.toBeNull();
    }
    expect(texts('feed/entry/content').join()).toContain('<b>');
  });
});

test('a feed of nothing is a feed', async () => {
  const { body } = await server.inject({ url: '/commitments.atom?year=2031' });
  expect(elementsOf(body).filter(({ path }) => path === 'feed/updated')).toHaveLength(1);
});

/** A calendar as RFC 5545 has it: lines of at most 75 octets that end in CRLF, folded ones joined again. */
function contentLines(calendar: string): string[] {
  expect(calendar.endsWith('\r\n')).toBe(true);
  const physical = calendar.slice(0, -2).split('\r\n');
  for (const line of physical) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(line).not.toMatch(/[\r\n]/);
  }
  return physical
    .join('\r\n')
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n');
}

test('the calendar has a day for each promise: the last on which it is due, with what it needs by RFC 5545', async () => {
  const { body, headers } = await server.inject({ url: '/commitments.ics' });
  expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
  const lines = contentLines(body);
  expect([lines[0], lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR']);
  expect(lines).toContain('VERSION:2.0');
  const events = lines.join('\n').split('BEGIN:VEVENT').slice(1);
  expect(events).toHaveLength(5);
  for (const event of events) for (const property of ['UID:', 'DTSTAMP:']) expect(event).toContain(`\n${property}`);
  expect(lines.filter((line) => line.startsWith('DTSTART'))).toEqual([
    'DTSTART;VALUE=DATE:20250331',
    'DTSTART;VALUE=DATE:20250630',
    'DTSTART;VALUE=DATE:20250831',
    'DTSTART;VALUE=DATE:20250930',
    'DTSTART;VALUE=DATE:20271031',
  ]);
  expect(new Set(lines.filter((line) => line.startsWith('UID:'))).size).toBe(5);
});
