import { parse } from 'csv-parse/sync';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import type { EvidenceGrade, PlanReading } from '@guankao/reading';
import { Pool } from '@guankao/pool';
import { memoryCatalogue, type Held } from '../fixtures/memory-catalogue.ts';
import { smallFiling } from '../fixtures/small-filing.ts';
import { createServer } from '../index.ts';
import { charts } from './charts.ts';

const pool = new Pool();
const clock = (): Date => new Date('2026-04-01T00:00:00Z');

type Facts = readonly Readonly<Record<string, string | number | null>>[];

/** The small filing with other plans, of another ministry or year. */
function holding(
  change: (plans: readonly PlanReading[]) => readonly PlanReading[],
  filing: { readonly agency?: string; readonly fiscalYear?: number; readonly moneyUnit?: 'TWD' | null } = {},
): Held {
  const { reading, bytes } = smallFiling();
  return {
    bytes,
    reading: { ...reading, findings: [], filing: { ...reading.filing, ...filing }, plans: change(reading.plans) },
  };
}

/** Each with what the first row of the fixture has: a target missed, a promise, an event. */
const many = (count: number): Held =>
  holding(([first]) =>
    Array.from({ length: count }, (_, at) => ({
      ...(first as PlanReading),
      id: `r${at + 1}`,
      name: `${'範例機關辦理之名稱甚長計畫'.repeat(5).slice(0, 56)}${at}`,
      executedToDate: at * 40,
    })),
  );

async function asked(
  held: readonly Held[],
  paths: readonly string[],
): Promise<readonly { status: number; body: string }[]> {
  const server = await createServer({ catalogue: memoryCatalogue(held), pool, clock });
  const answers = [];
  for (const url of paths) {
    const { statusCode, body } = await server.inject({ url });
    answers.push({ status: statusCode, body });
  }
  await server.close();
  return answers;
}

async function shown(
  held: readonly Held[],
  chart: string,
  query = '',
  prefix = '',
): Promise<{ document: Document; facts: Facts; csv: readonly string[][] }> {
  const [page, api, csv] = await asked(held, [
    `${prefix}/charts/${chart}?${query}`,
    `/api/charts/${chart}?${query}`,
    `${prefix}/charts/${chart}.csv?${query}`,
  ]);
  expect(page?.status, page?.body).toBe(200);
  return {
    document: parseHTML(page?.body ?? '').document as unknown as Document,
    facts: JSON.parse(api?.body ?? '') as Facts,
    csv: parse(csv?.body ?? '', { bom: true }),
  };
}

const written = (value: number): string =>
  new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 }).format(value).replace('-', '−');

const numbersOf = (facts: Facts): string[] =>
  facts.flatMap((fact) =>
    Object.entries(fact).flatMap(([key, value]) =>
      typeof value === 'number' && key !== 'year' ? [written(value)] : [],
    ),
  );

describe.each(charts.map(({ id }) => id))('%s', (chart) => {
  test.each(['', '/en'])('at “%s/” its table has the API’s numbers and the CSV’s, row by row', async (prefix) => {
    const { document, facts, csv } = await shown([smallFiling()], chart, '', prefix);
    expect(facts.length).toBeGreaterThan(0);
    const cells = [...document.querySelectorAll('main td.number')].map((cell) => cell.textContent ?? '');
    expect(cells.filter((cell) => cell !== '—')).toEqual(numbersOf(facts.slice(0, 100)));
    expect(csv).toHaveLength(facts.length + 1);
    for (const [at, fact] of facts.entries())
      for (const [column, value] of Object.values(fact).entries())
        if (typeof value === 'number') expect(csv[at + 1]?.[column]).toBe(`${value}`);
  });

  test('each mark leads to a page that there is', async () => {
    const { document } = await shown([smallFiling()], chart);
    const links = [...document.querySelectorAll('figure.chart a, #table ~ table a')].flatMap(
      (link) => link.getAttribute('href') ?? [],
    );
    expect(links.length).toBeGreaterThan(0);
    const paths = [...new Set(links.filter((link) => !link.startsWith('#')))];
    const answers = await asked([smallFiling()], paths);
    expect(answers.map(({ status }, at) => [paths[at], status])).toEqual(paths.map((path) => [path, 200]));
  });

  test('of none there is a sentence, and nothing is drawn', async () => {
    for (const held of [[], [holding(() => [])]]) {
      const { document, facts } = await shown(held, chart);
      expect(facts).toEqual([]);
      expect(document.querySelector('figure .empty')?.textContent?.length).toBeGreaterThan(5);
      expect(document.querySelector('figure svg')).toBeNull();
    }
  });

  test('5,000 plans: the page stays below 600 KB, and the files have all', { timeout: 60_000 }, async () => {
    const [page, api] = await asked([many(5_000)], [`/charts/${chart}`, `/api/charts/${chart}`]);
    expect(page?.status).toBe(200);
    expect(page?.body.length).toBeLessThan(600_000);
    expect((JSON.parse(api?.body ?? '') as Facts).length).toBeGreaterThan(0);
  });

  test('what is not held is refused, and a question that makes no sense too', async () => {
    const paths = [`/charts/${chart}?of=none`, `/api/charts/${chart}?of=none`, `/charts/${chart}?plan=none`];
    expect((await asked([smallFiling()], paths)).map(({ status }) => status)).toEqual([404, 404, 404]);
    const [bad, csv] = await asked([smallFiling()], [`/charts/${chart}?page=x`, `/charts/${chart}.csv?page=0`]);
    expect([bad?.status, csv?.status]).toEqual([400, 400]);
  });

  test('it says its formula, its scope and what it lacks, and its picture has a name', async () => {
    const { document } = await shown([smallFiling()], chart);
    const notes = [...document.querySelectorAll('.chart-notes dd')].map((each) => each.textContent ?? '');
    expect(notes.length).toBeGreaterThanOrEqual(3);
    for (const note of notes) expect(note.length).toBeGreaterThan(8);
  });
});

test('the list leads to every chart, and is in the menu', async () => {
  const [list] = await asked([smallFiling()], ['/charts']);
  for (const { id } of charts) expect(list?.body).toContain(`href="/charts/${id}"`);
  expect(list?.body).toContain('<a href="/charts" aria-current="true">');
  expect(
    (await asked([], ['/charts', '/charts/nothing', '/charts/nothing.csv', '/api/charts/nothing'])).map(
      ({ status }) => status,
    ),
  ).toEqual([200, 404, 404, 400]);
});

describe('roll-up', () => {
  test('a parent and its parts are never added, nor years, nor what has no unit', async () => {
    const held = [
      smallFiling(),
      holding((plans) => plans, { agency: '示範部', moneyUnit: null }),
      holding((plans) => plans, { fiscalYear: 2023 }),
    ];
    const { facts } = await shown(held, 'roll-up');
    // 193,020 + 0 + 1,200 thousand: 甲段 stands in 河堤補強計畫.
    expect(
      facts.map(({ group, rows, added, notAdded, budgeted, executed, rate }) => [
        group,
        rows,
        added,
        notAdded,
        budgeted,
        executed,
        rate,
      ]),
    ).toEqual([
      ['範例部', 4, 3, 0, 194_220_000, 70_623_000, 36.36],
      ['示範部', 4, 0, 3, null, null, null],
    ]);
  });

  test('by type it adds across ministries of one year, and says of how many', async () => {
    const { facts } = await shown(
      [smallFiling(), holding((plans) => plans, { agency: '示範部' })],
      'roll-up',
      'by=type',
    );
    const social = facts.find(({ group }) => group === '社會發展');
    expect(social).toMatchObject({ filing: null, rows: 6, added: 4, budgeted: 388_440_000, executed: 141_246_000 });
    expect(facts.reduce((sum, { rows }) => sum + Number(rows), 0)).toBe(8);
  });

  test('by agency what is not printed says so', async () => {
    const { document } = await shown([smallFiling()], 'roll-up', 'by=agency', '/en');
    expect(document.querySelector('.roll-name')?.textContent).toContain('(not printed)');
  });
});

describe('evidence', () => {
  const target = (grade: EvidenceGrade | null | undefined): PlanReading['indicators'][number] => ({
    label: '河堤補強',
    comparator: '>=',
    target: { text: '3處', span: { start: 0, end: 2 }, value: 3, unit: '處' },
    actual: null,
    met: null,
    scope: 'year',
    column: 'goals',
    reason: '',
    ...(grade === undefined ? {} : { evidence: grade === null ? null : { grade, by: [] } }),
  });
  /** Rows of the fixture’s kind, each with its money and the grades of its targets; `of` another makes it a sub-plan. */
  const graded = (
    rows: readonly {
      readonly budgeted: number | null;
      readonly grades: readonly (EvidenceGrade | null | undefined)[];
      readonly of?: string;
    }[],
    filing?: Parameters<typeof holding>[1],
  ): Held =>
    holding(
      ([first]) =>
        rows.map(({ budgeted, grades, of }, at) => ({
          ...(first as PlanReading),
          id: `r${at + 1}`,
          name: `計畫${at + 1}`,
          parent: of ?? null,
          budgetedToDate: budgeted,
          executedToDate: 0,
          indicators: grades.map(target),
        })),
      filing,
    );
  const told = (facts: Facts): Readonly<Record<string, readonly (string | number | null)[]>> =>
    Object.fromEntries(
      facts.map(({ standing, plans, budgeted, moneyShare, targets, targetShare, mixed }) => [
        `${standing}`,
        [plans, budgeted, moneyShare, targets, targetShare, mixed].map((each) => each ?? null),
      ]),
    );

  test('a plan’s money counts once, at the grade of its weakest target, its sub-plans’ too', async () => {
    const held = graded([
      { budgeted: 600, grades: ['recomputable', 'document'] },
      { budgeted: 300, grades: ['document'] },
      { budgeted: 200, grades: ['own-statement'], of: 'r2' },
      { budgeted: 100, grades: [null] },
      { budgeted: null, grades: ['none', 'none'] },
    ]);
    const { facts } = await shown([held], 'evidence');
    expect(told(facts)).toEqual({
      none: [1, 0, 0, 2, 33.33, 0],
      'own-statement': [1, 300_000, 30, 1, 16.67, 1],
      document: [1, 600_000, 60, 2, 33.33, 1],
      recomputable: [0, 0, 0, 1, 16.67, 0],
      'no-target': [1, 100_000, 10, 0, 0, 0],
    });
    expect(facts.reduce((sum, { notAdded }) => sum + Number(notAdded), 0)).toBe(1);
  });

  test('adds up to what the roll-up adds up to', async () => {
    const budgeted = async (chart: string): Promise<number> =>
      (await shown([smallFiling()], chart)).facts.reduce((sum, fact) => sum + Number(fact['budgeted']), 0);
    expect(await budgeted('evidence')).toBe(await budgeted('roll-up'));
  });

  test('what was read before there were grades stands apart, and the page says so', async () => {
    const { document, facts } = await shown(
      [graded([{ budgeted: 100, grades: ['recomputable', undefined] }])],
      'evidence',
    );
    expect(told(facts)['not-told']).toEqual([1, 100_000, 100, 1, 50, 1]);
    expect(document.querySelector('.chart-notes')?.textContent).toContain('1 個計畫讀入時還沒有分級');
  });

  test('by ministry each has its own shares; together they are of all', async () => {
    const held = [
      graded([{ budgeted: 100, grades: ['recomputable'] }]),
      graded([{ budgeted: 300, grades: ['own-statement'] }], { agency: '示範部' }),
    ];
    const { facts: each } = await shown(held, 'evidence', 'by=ministry');
    expect(each.filter(({ moneyShare }) => moneyShare === 100).map(({ ministry }) => ministry)).toEqual([
      '示範部',
      '範例部',
    ]);
    const { facts: all } = await shown(held, 'evidence');
    expect(told(all)['recomputable']).toEqual([1, 100_000, 25, 1, 50, 0]);
  });

  test('each part leads to just its plans', async () => {
    const held = graded([
      { budgeted: 600, grades: ['recomputable', 'document'] },
      { budgeted: 300, grades: ['own-statement'] },
    ]);
    const { document } = await shown([held], 'evidence');
    const links = [...document.querySelectorAll('svg.is-grades a')].map((link) => link.getAttribute('href') ?? '');
    expect(links.length).toBe(5);
    const [page] = await asked([held], [links[0] ?? '']);
    const names = [...parseHTML(page?.body ?? '').document.querySelectorAll('.heat tbody th')];
    expect(names.map(({ textContent }) => textContent)).toEqual(['計畫2']);
  });

  test('says that there is no grade “third party”, and why', async () => {
    for (const chart of ['evidence', 'evidence-plans']) {
      const { document } = await shown([smallFiling()], chart, '', '/en');
      expect(document.querySelector('.chart-notes')?.textContent).toContain('no grade “third party”');
    }
  });
});

describe('disconnect', () => {
  test('counts rows that say achieved and are not, or the other way round, of those that have both verdicts', async () => {
    const verdicts = [
      ['achieved', 'achieved'],
      ['achieved', 'partly'],
      ['achieved', 'not_achieved'],
      ['achieved', 'undetermined'],
      ['not_achieved', 'achieved'],
      ['not_achieved', 'partly'],
      ['none', 'not_achieved'],
    ] as const;
    const held = holding(([first]) =>
      verdicts.map(([statedVerdict, verdict], at) => ({
        ...(first as PlanReading),
        id: `r${at + 1}`,
        statedVerdict,
        verdict,
      })),
    );
    const { facts, document } = await shown([held], 'disconnect');
    expect(facts).toEqual([
      expect.objectContaining({ rows: 7, stated: 6, computed: 6, both: 5, more: 2, less: 1, differ: 3, rate: 60 }),
    ]);
    expect(document.querySelector('.roll-figures')?.textContent).toBe('60\u00A0%（5 列中 3 列）');
    expect(document.querySelector('.chart-notes')?.textContent).toContain('查核意見沒有隨版次公開');
  });

  test('each year of a ministry on its own; no row with both has no rate', async () => {
    const none = holding((plans) => plans.map((plan) => ({ ...plan, statedVerdict: 'none' as const })), {
      fiscalYear: 2023,
    });
    const { facts } = await shown([smallFiling(), none], 'disconnect');
    expect(facts.map(({ year, both, rate }) => [year, both, rate])).toEqual([
      [2024, 1, 100],
      [2023, 0, null],
    ]);
  });
});

describe('rates', () => {
  test('the median of each type is that of its rows, and stands in the picture', async () => {
    const other = holding(([first]) => [{ ...(first as PlanReading), executedToDate: 100_000 }], { agency: '示範部' });
    const { document, facts } = await shown([smallFiling(), other], 'rates', 'of=2024');
    const social = facts.filter(({ type }) => type === '社會發展');
    expect(social.map(({ rate, median }) => [rate, median])).toEqual([35.97, 51.81, 100].map((rate) => [rate, 51.81]));
    const { facts: two } = await shown([smallFiling()], 'rates');
    expect(two[0]).toMatchObject({ rate: 35.97, median: 67.99 });
    const told = [...document.querySelectorAll('.drawing .median-label')].map(({ textContent }) => textContent);
    expect(told).toContain('中位數 51.81');
  });

  test('each row with a rate is one mark; x tells the rate itself', async () => {
    const { document, facts } = await shown([many(40)], 'rates');
    const marks = [...document.querySelectorAll('.drawing a circle')].map((mark) => Number(mark.getAttribute('cx')));
    expect(marks).toHaveLength(facts.filter(({ rate }) => rate !== null).length);
    expect(marks).toEqual([...marks].toSorted((a, b) => a - b));
  });

  test('the same swarm at every showing', async () => {
    const [first, second] = await asked([many(60)], ['/charts/rates', '/charts/rates']);
    expect(first?.body).toBe(second?.body);
  });

  test('5,000 rows are counted by columns, and none is lost', async () => {
    const { document } = await shown([many(5_000)], 'rates');
    const counts = [...document.querySelectorAll('.mark-count')].map(({ textContent }) => Number(textContent));
    expect(counts.reduce((sum, each) => sum + each, 0)).toBe(5_000);
  });
});

describe('findings', () => {
  test('counts what the page of each plan counts, doubts aside, and shades by it', async () => {
    const { document, facts } = await shown([smallFiling()], 'findings');
    expect(facts.map(({ id, contradiction, period, text, all }) => [id, contradiction, period, text, all])).toEqual([
      ['範例部-113-r01', 1, 0, 0, 1],
      ['範例部-113-r03', 0, 1, 0, 1],
      ['範例部-113-r02', 0, 0, 0, 0],
      ['範例部-113-r04', 0, 0, 0, 0],
    ]);
    expect(document.querySelectorAll('.heat .heat-1')).toHaveLength(2);
  });

  test('5,000 plans stand on pages of a hundred, names of 60 characters whole', { timeout: 60_000 }, async () => {
    const { document } = await shown([many(5_000)], 'findings', 'page=50');
    expect(document.querySelectorAll('.heat tbody tr')).toHaveLength(100);
    expect(document.querySelector('.pages')?.textContent).toContain('第 4,901 至 5,000 列，共 5,000 列');
    expect(document.querySelector('.heat tbody th')?.textContent?.length).toBeGreaterThanOrEqual(60);
    const { document: beyond } = await shown([many(5_000)], 'findings', 'page=9999');
    expect(beyond.querySelectorAll('.heat tbody tr')).toHaveLength(100);
  });
});

describe('years', () => {
  const inYear = (fiscalYear: number, executed: number, name = '河堤補強計畫'): Held =>
    holding(([first]) => [{ ...(first as PlanReading), name, executedToDate: executed }], { fiscalYear });

  test('one name and ministry is one line, whatever hyphen is printed; each change in points', async () => {
    const held = [inYear(2024, 96_510), inYear(2023, 48_255, '河堤-補強計畫'), inYear(2022, 19_302, '河堤－補強 計畫')];
    const { document, facts } = await shown(held, 'years');
    expect(facts.map(({ year, years, rate, change, line }) => [year, years, rate, change, line])).toEqual([
      [2022, 3, 10, null, '範例部-113-r01'],
      [2023, 3, 25, 15, '範例部-113-r01'],
      [2024, 3, 50, 25, '範例部-113-r01'],
    ]);
    expect(document.querySelectorAll('.drawing .slope')).toHaveLength(1);
    const links = [...document.querySelectorAll('.drawing circle')].map((dot) =>
      dot.parentElement?.getAttribute('href'),
    );
    expect(links).toEqual(['111', '112', '113'].map((year) => `/plans/${encodeURIComponent(`範例部-${year}-r01`)}`));
  });

  test('a name that stands twice in a year, another ministry, another name: each alone', async () => {
    const twice = holding(([first]) => [first as PlanReading, { ...(first as PlanReading), id: 'r02' }]);
    const other = holding(([first]) => [first as PlanReading], { agency: '示範部', fiscalYear: 2022 });
    const { document, facts } = await shown([twice, inYear(2023, 5), other], 'years');
    expect(facts.map(({ years }) => years)).toEqual([1, 1, 1, 1]);
    expect(document.querySelector('figure .empty')).not.toBeNull();
  });

  test('a filing stands for its ministry, and no other', async () => {
    const other = holding(([first]) => [first as PlanReading], { agency: '示範部' });
    const query = `of=${encodeURIComponent('範例部-112')}`;
    const { facts } = await shown([inYear(2024, 1), inYear(2023, 2), other], 'years', query);
    expect(facts.map(({ year }) => year)).toEqual([2023, 2024]);
  });

  test('of 5,000 lines those that changed most are drawn', { timeout: 60_000 }, async () => {
    const lines = (fiscalYear: number, executed: (at: number) => number): Held =>
      holding(
        ([first]) =>
          Array.from({ length: 5_000 }, (_, at) => ({
            ...(first as PlanReading),
            id: `r${at + 1}`,
            name: `計畫${at}`,
            executedToDate: executed(at),
          })),
        { fiscalYear },
      );
    const { document } = await shown([lines(2024, (at) => at * 30), lines(2023, () => 0)], 'years');
    expect(document.querySelectorAll('.drawing .slope')).toHaveLength(40);
    expect(document.querySelector('figure')?.textContent).toContain('全部 5000 個');
    expect(document.querySelector('.drawing title')).not.toBeNull();
    expect(document.querySelector('.drawing a title')?.textContent).toBe('計畫4999');
  });
});

describe('life', () => {
  const edition = (period: string | null, target: number, fiscalYear = 2024): Held => {
    const { reading, bytes } = smallFiling(`${fiscalYear} ${period} ${target}`);
    const [first] = reading.plans;
    const [indicator] = first?.indicators ?? [];
    const plan = {
      ...(first as PlanReading),
      period: period === null ? null : { text: period, start: '2022-01', end: period },
      indicators: [{ ...indicator, target: { ...indicator?.target, value: target, text: `完成補強${target}處` } }],
    } as PlanReading;
    return { bytes, reading: { ...reading, findings: [], filing: { ...reading.filing, fiscalYear }, plans: [plan] } };
  };

  test('each edition of each year is a bar that leads to it, with what became of its targets', async () => {
    const held = [edition('2025-12', 5), edition('2026-12', 3), edition('2025-12', 5, 2023)];
    const { document, facts } = await shown(held, 'life');
    expect(
      facts.map(({ year, edition: number, starts, ends, approved, targets, eased, since }) => [
        year,
        number,
        starts,
        ends,
        approved,
        targets,
        eased,
        since,
      ]),
    ).toEqual([
      [2023, 1, '2022-01', '2025-12', 673_000_000, 1, null, '2026-03-02'],
      [2024, 1, '2022-01', '2025-12', 673_000_000, 1, null, '2026-03-02'],
      [2024, 2, '2022-01', '2026-12', 673_000_000, 1, 1, '2026-03-03'],
    ]);
    const links = [...document.querySelectorAll('.life-bar')].map((bar) => bar.parentElement?.getAttribute('href'));
    const plan = (year: number): string => `/plans/${encodeURIComponent(`範例部-${year}-r01`)}`;
    expect(links).toEqual([`${plan(112)}?edition=1`, `${plan(113)}?edition=1`, `${plan(113)}?edition=2`]);
    expect(document.querySelector('.time-words')?.textContent).toContain('放寬 1、提高要求 0、不再列出 0');
  });

  test('a plan can be asked for alone, from any of its years', async () => {
    const held = [smallFiling(), edition('2025-12', 5, 2023)];
    const { facts } = await shown(held, 'life', `plan=${encodeURIComponent('範例部-113-r01')}`);
    expect(facts.map(({ id }) => id)).toEqual(['範例部-112-r01', '範例部-113-r01']);
  });

  test('a period that is broken is counted, not drawn', async () => {
    const { document } = await shown([edition(null, 3), edition('2021-01', 3, 2023)], 'life');
    expect(document.querySelector('.life-bar')).toBeNull();
    expect(document.querySelector('.chart-notes')?.textContent).toContain('2 列的期程缺一端或倒置');
  });
});

describe('events', () => {
  test('each leads to its very words in the source', async () => {
    const { document, facts } = await shown([smallFiling()], 'events');
    expect(facts).toMatchObject([
      { id: '範例部-113-r01', kind: 'award', date: '2024-03-12', text: '堤段於113年3月12日決標' },
    ]);
    const href = document.querySelector('.time-rows a .event')?.parentElement?.getAttribute('href') ?? '';
    expect(href).toBe(facts[0]?.['source']);
    const [source] = await asked([smallFiling()], [href]);
    expect(parseHTML(source?.body ?? '').document.querySelector('#passage')?.textContent).toBe(
      '堤段於113年3月12日決標',
    );
    expect(document.querySelector('.time-rows desc')?.textContent).toContain(
      '113 年 3 月 12 日 決標：「堤段於113年3月12日決標」',
    );
  });
});

describe('commitments', () => {
  const dated = (due: string | null, count = 1): Held =>
    holding(([first]) =>
      Array.from({ length: count }, (_, at) => ({
        ...(first as PlanReading),
        id: `r${at + 1}`,
        commitments: (first as PlanReading).commitments.map((promise) => ({ ...promise, due })),
      })),
    );

  test('each is a square on its month, with the state of the page of commitments', async () => {
    const { document, facts } = await shown([smallFiling()], 'commitments');
    const [listed] = await asked([smallFiling()], ['/api/commitments']);
    const { commitments } = JSON.parse(listed?.body ?? '') as {
      commitments: { id: string; due: string; state: string }[];
    };
    expect(facts.map(({ promise, due, state }) => ({ id: promise, due, state }))).toEqual(
      commitments.map(({ id, due, state }) => ({ id, due, state })),
    );
    expect(facts[0]).toMatchObject({ month: '2025-03', state: 'undetermined', basis: 'no-later-filing' });
    const square = document.querySelector('.drawing a .due');
    expect(square?.getAttribute('class')).toBe('due is-undetermined');
    expect(square?.parentElement?.getAttribute('href')).toBe(facts[0]?.['source']);
  });

  test.each([
    ['2027', '2027-12', 'open'],
    ['2026-03-31', '2026-03', 'undetermined'],
    ['2026-04-01', '2026-04', 'open'],
  ])('due %s stands on %s and is %s', async (due, month, state) =>
    expect((await shown([dated(due)], 'commitments')).facts[0]).toMatchObject({ month, state }),
  );

  test('without a day it is counted, not drawn', async () => {
    const { document, facts } = await shown([dated(null)], 'commitments');
    expect(facts).toHaveLength(1);
    expect(document.querySelector('figure .empty')).not.toBeNull();
    expect(document.querySelector('.chart-notes')?.textContent).toContain('1 項沒有寫期限');
  });

  test('5,000 are a bar for each month and state, and none is lost', async () => {
    const { document } = await shown([dated('2027-03', 5_000)], 'commitments');
    expect([...document.querySelectorAll('.drawing a title')].map(({ textContent }) => textContent)).toEqual([
      '116 年 3 月 未到期 5000 項',
    ]);
  });
});
