import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import type { PlanReading } from '@guankao/reading';
import { Pool } from '@guankao/pool';
import { memoryCatalogue, type Held } from '../fixtures/memory-catalogue.ts';
import { smallFiling } from '../fixtures/small-filing.ts';
import { createServer } from '../index.ts';

const pool = new Pool();
const path = `/filings/${encodeURIComponent('範例部-113')}/spent-and-met`;
const facts = `/api/data/spent-and-met?filing=${encodeURIComponent('範例部-113')}`;

interface Fact {
  readonly id: string;
  readonly name: string;
  readonly budgeted: number | null;
  readonly spent: number | null;
  readonly met: number;
  readonly missed: number;
  readonly open: number;
  readonly metRate: number | null;
}

function holding(change: (plans: readonly PlanReading[]) => readonly PlanReading[]): Held {
  const { reading, bytes } = smallFiling();
  return { bytes, reading: { ...reading, findings: [], plans: change(reading.plans) } };
}

/** The first row of the fixture, with one target missed, as often as asked. */
const rowsLikeFirst = (count: number): Held =>
  holding(([first]) =>
    Array.from({ length: count }, (_, at) => ({
      ...(first as PlanReading),
      id: `r${at + 1}`,
      executedToDate: at * 40,
    })),
  );

async function shown(held: Held, prefix = ''): Promise<{ document: Document; facts: readonly Fact[] }> {
  const server = await createServer({ catalogue: memoryCatalogue([held]), pool });
  const page = await server.inject({ url: prefix + path });
  expect(page.statusCode).toBe(200);
  const api = (await server.inject({ url: facts })).json<Fact[]>();
  await server.close();
  return { document: parseHTML(page.body).document as unknown as Document, facts: api };
}

const written = (value: number | null): string => (value === null ? '—' : value.toLocaleString('en-US'));

test.each(['', '/en'])('each number in the picture and in its table at %s is the API’s', async (prefix) => {
  const { document, facts } = await shown(smallFiling(), prefix);
  const byBudget = [...facts].sort((a, b) => (b.budgeted ?? 0) - (a.budgeted ?? 0));
  const cells = [...document.querySelectorAll('.rates tbody tr')].map((row) =>
    [...row.querySelectorAll('td')].map((cell) => cell.textContent),
  );
  expect(cells).toEqual(
    byBudget.map(({ budgeted, spent, met, missed, open, metRate }) =>
      [budgeted, spent, met, missed, open, metRate].map(written),
    ),
  );
  const drawn = byBudget.filter(({ spent, metRate }) => spent !== null && metRate !== null);
  expect(drawn.length).toBeGreaterThan(0);
  const marks = [...document.querySelectorAll('.spent-and-met a')];
  expect(marks.map((mark) => mark.getAttribute('href'))).toEqual(
    drawn.map(({ id }) => `${prefix}/plans/${encodeURIComponent(id)}`),
  );
  for (const [at, mark] of marks.entries()) {
    const told = mark.querySelector('title')?.textContent ?? '';
    expect(told.startsWith(drawn[at]?.name ?? '-')).toBe(true);
    expect([...told.matchAll(/\) (\S+?)(?= · |$)|） ([\d.]+)/gu)].map(([, en, zh]) => Number(en ?? zh))).toEqual([
      drawn[at]?.spent,
      drawn[at]?.metRate,
    ]);
  }
});

test('the figures are those of the form: 69,423 of 193,020, and its one target missed', async () => {
  const { facts } = await shown(smallFiling());
  expect(facts[0]).toMatchObject({ name: '河堤補強計畫', spent: 35.97, met: 0, missed: 1, metRate: 0 });
  expect(facts.find(({ name }) => name === '圖書館計畫')).toMatchObject({ spent: null, metRate: null });
});

test('of one row there is one circle, of none a sentence', async () => {
  expect((await shown(rowsLikeFirst(1))).document.querySelectorAll('.spent-and-met a')).toHaveLength(1);
  const { document } = await shown(holding(() => []));
  expect(document.querySelector('.spent-and-met')).toBeNull();
  expect(document.querySelector('figure .empty')?.textContent).toContain('沒有一列');
});

test('5,000 rows are counted by squares, none is lost, and the page says so', async () => {
  const { document, facts } = await shown(rowsLikeFirst(5_000));
  const counts = [...document.querySelectorAll('.mark-count')].map(({ textContent }) => Number(textContent));
  expect(counts.reduce((sum, each) => sum + each, 0)).toBe(5_000);
  expect(facts).toHaveLength(5_000);
  expect(document.querySelectorAll('.rates tbody tr')).toHaveLength(500);
  expect(document.body.textContent).toContain('全部 5000 列');
  expect(document.querySelector('figcaption')?.textContent).toContain('方格');
});

test('a filing that is not held is refused', async () => {
  const server = await createServer({ catalogue: memoryCatalogue([]), pool });
  expect((await server.inject({ url: path })).statusCode).toBe(404);
  await server.close();
});
