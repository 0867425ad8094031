import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore, readyLists, type PlanQuery, type Store } from '@guankao/store';
import type { PlanReading } from '@guankao/reading';
import { exampleBytes, exampleReading } from '../../packages/store/src/example-reading.ts';
import { startTestServer, type TestServer } from './database.ts';

let server: TestServer;
let store: Store;

const first = exampleReading({ agency: '範例部', year: 2024, plans: 12 });
const second = exampleReading({ agency: '虛擬市', year: 2023, plans: 7, seed: 3 });
const bare = exampleReading({ agency: '空白處', year: 2022, plans: 1, seed: 5 });
const odd = {
  ...bare,
  plans: bare.plans.map((plan) => ({
    ...plan,
    name: 'ＡＩ 台 北資料庫',
    type: null,
    approvedTotal: null,
    budgetedToDate: 0,
    executedToDate: null,
  })),
};

beforeAll(async () => {
  server = await startTestServer();
  store = await openStore({ url: await server.emptyDatabase(), folder: '/nowhere', program: 'test' });
  const deed = { actor: 'test', role: 'operator', at: new Date(0) };
  for (const reading of [first, second, odd]) {
    await store.importReading(reading, { name: 'f.txt', mediaType: 'text/plain', bytes: exampleBytes(reading) }, deed);
  }
});
afterAll(async () => {
  await store.close();
  await server.stop();
});

const everything: readonly PlanReading[] = [...first.plans, ...second.plans, ...odd.plans];

async function names(query: PlanQuery): Promise<string[]> {
  return (await store.catalogue.plans({ size: 2000, ...query })).rows.map(({ row }) => row.name);
}

function holds(plan: PlanReading, word: string): boolean {
  return [
    plan.name,
    ...[plan.plannedWork, plan.execution, plan.goals, plan.explanation].flat().map(({ text }) => text),
  ].some((text) => text.includes(word));
}

describe('search', () => {
  test.each(['橋梁', '補強', '用地取得', '橋', '第5號', '年度績效目標已達成', '%', '52.'])(
    '%s finds what holds it and nothing else',
    async (word) => {
      const expected = everything.filter((plan) => holds(plan, word)).map(({ name }) => name);
      expect((await names({ q: word })).toSorted()).toEqual(expected.toSorted());
    },
  );

  test('every word must be there; word order and blanks do not matter', async () => {
    const expected = everything.filter((plan) => holds(plan, '圖書館') && holds(plan, '趕辦')).map(({ name }) => name);
    expect(expected.length).toBeGreaterThan(0);
    expect((await names({ q: ' 趕辦　圖書館 ' })).toSorted()).toEqual(expected.toSorted());
  });

  test.each(['AI', 'ai', 'ＡＩ', '臺北', '台北', '台 北'])(
    '%s: width, case, 台 and 臺, and blanks within a name are one',
    async (q) => {
      expect(await names({ q })).toEqual(['ＡＩ 台 北資料庫']);
    },
  );

  test.each(["'", '\\', "a'b\\c", '&|!():*', '\u0000', '\ud800', '不存在的字'])(
    '%j finds nothing and breaks nothing',
    async (q) => {
      const { total, rows } = await store.catalogue.plans({ q });
      expect(total).toBe(q === '\u0000' ? everything.length : 0);
      expect(rows).toHaveLength(total);
    },
  );

  test('characters in two neighbouring passages are no word', async () => {
    expect(await names({ q: '處。本年' })).toEqual([]);
  });
});

describe('where the words of a search stand', () => {
  const snippets = async (query: PlanQuery) => (await store.catalogue.plans({ snippets: true, ...query })).snippets;

  test('each row of the page has them, and every word is marked', async () => {
    const { rows, snippets: found } = await store.catalogue.plans({ q: '橋 趕辦', snippets: true, size: 2 });
    expect(rows).toHaveLength(2);
    expect([...(found?.keys() ?? [])]).toEqual(rows.map(({ id }) => id));
    for (const places of found?.values() ?? []) {
      const marked = places.flatMap(({ text, marks }) => marks.map(({ start, end }) => text.slice(start, end)));
      expect(new Set(marked)).toEqual(new Set(['橋', '趕辦']));
    }
  });

  test('the passage is as the filing has it, in its column', async () => {
    expect((await snippets({ q: 'ai 臺北' }))?.get('空白處-111-r01')).toEqual([
      {
        column: 'name',
        text: 'ＡＩ 台 北資料庫',
        before: false,
        after: false,
        marks: [
          { start: 0, end: 2 },
          { start: 3, end: 6 },
        ],
      },
    ]);
  });

  test.each<[string, PlanQuery]>([
    ['nobody asks for them', { q: '橋', snippets: false }],
    ['nothing is searched', { snippets: true }],
    ['only blanks are searched', { q: ' 　', snippets: true }],
  ])('none where %s', async (_, query) => {
    expect(await snippets(query)).toBeUndefined();
  });
});

describe('filters and counts', () => {
  test.each<[keyof PlanQuery, string | number, (plan: PlanReading) => boolean]>([
    ['type', '公共建設', (plan) => plan.type === '公共建設'],
    ['verdict', 'partly', (plan) => plan.verdict === 'partly'],
    ['agency', '虛擬市', (plan) => second.plans.includes(plan)],
    ['year', 2024, (plan) => first.plans.includes(plan)],
    ['filing', '範例部-113', (plan) => first.plans.includes(plan)],
  ])('%s = %s', async (filter, value, belongs) => {
    expect((await names({ [filter]: value })).toSorted()).toEqual(
      everything
        .filter(belongs)
        .map(({ name }) => name)
        .toSorted(),
    );
  });

  test('a count says how many rows its choice would leave, the other filters kept', async () => {
    const query: PlanQuery = { q: '計畫', type: '科技發展', verdict: 'partly' };
    const { counts, total, rows } = await store.catalogue.plans(query);
    expect(total).toBeGreaterThan(0);
    // Rows come from the database, counts from memory.
    expect(rows).toHaveLength(total);
    for (const facet of ['type', 'verdict', 'severity', 'finding', 'filing', 'list'] as const) {
      for (const [value, count] of Object.entries(counts[facet])) {
        expect([facet, value, (await store.catalogue.plans({ ...query, [facet]: value })).rows.length]).toEqual([
          facet,
          value,
          count,
        ]);
      }
    }
    expect(Object.keys(counts.type).length).toBeGreaterThan(1);
  });

  test('findings are counted with their plan', async () => {
    const { rows } = await store.catalogue.plans({ finding: 'target-missed' });
    expect(rows.length).toBeGreaterThan(0);
    for (const { findings } of rows) expect(findings).toEqual({ error: 0, warning: 1, question: 0 });
  });

  test('ready lists are known to all rows', async () => {
    const { counts } = await store.catalogue.plans({});
    expect(Object.keys(counts.list).every((list) => readyLists.some((known) => known === list))).toBe(true);
    expect(counts.list['no-target']).toBe(everything.length);
  });
});

describe('order and pages', () => {
  test.each(['approved', 'budgeted', 'executed', 'rate'] as const)(
    '%s: both ways, what lacks it last',
    async (sort) => {
      const value = ({ row, moneyUnit }: Awaited<ReturnType<Store['catalogue']['plans']>>['rows'][number]) => {
        const unit = moneyUnit === 'TWD' ? 1 : 1000;
        if (sort === 'rate')
          return row.executedToDate === null || !row.budgetedToDate ? null : row.executedToDate / row.budgetedToDate;
        const amount = { approved: row.approvedTotal, budgeted: row.budgetedToDate, executed: row.executedToDate }[
          sort
        ];
        return amount === null ? null : amount * unit;
      };
      for (const descending of [false, true]) {
        const values = (await store.catalogue.plans({ sort, descending })).rows.map(value);
        const known = values.filter((one) => one !== null);
        expect(known).toEqual(known.toSorted((a, b) => (descending ? b - a : a - b)));
        expect(values.slice(known.length).every((one) => one === null)).toBe(true);
      }
    },
  );

  test('pages hold each row once', async () => {
    const pages = await Promise.all(
      [1, 2, 3, 4].map((page) => store.catalogue.plans({ page, size: 6, sort: 'findings', descending: true })),
    );
    const ids = pages.flatMap(({ rows }) => rows.map(({ id }) => id));
    expect(new Set(ids).size).toBe(everything.length);
    expect(pages.map(({ rows }) => rows.length)).toEqual([6, 6, 6, 2]);
  });

  test.each([
    [{ size: 0 }, 1],
    [{ size: 5000 }, 20],
    [{ page: -1, size: 5 }, 5],
    [{ page: 99 }, 0],
    [{ size: Number.NaN }, 1],
  ])('%j gives %i rows', async (query, count) => {
    expect((await store.catalogue.plans(query)).rows).toHaveLength(count);
  });
});

describe('one of a kind', () => {
  test('a plan with the whole reading', async () => {
    const plan = await store.catalogue.plan('虛擬市-112-r02');
    expect(plan).toMatchObject({
      filing: '虛擬市-112',
      agency: '虛擬市',
      fiscalYear: 2023,
      row: second.plans[1],
      edition: { number: 1 },
    });
    expect(plan?.reading).toEqual(second);
  });

  test.each(['虛擬市-112-r99', '虛擬市-1-r01', 'x', '', '-', '\u0000'])('no plan %j', async (id) => {
    expect(await store.catalogue.plan(id)).toBeNull();
  });

  test('no such filing, edition or source', async () => {
    expect(await store.catalogue.filing('無此部-113')).toBeNull();
    expect(await store.catalogue.filing('範例部-113', 2)).toBeNull();
    expect(await store.catalogue.source('0'.repeat(64))).toBeNull();
  });

  test('filings: newest year first', async () => {
    expect((await store.catalogue.filings()).map(({ id }) => id)).toEqual(['範例部-113', '虛擬市-112', '空白處-111']);
  });
});
