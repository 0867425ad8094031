import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RowRecord } from '@guankao/workflow';
import { projectWithdrawn } from '../../packages/store/src/projections/filings.ts';
import { openHouse, someMoney, someTexts, type House } from './house.ts';

/** What a plan was before and what became of it, as anybody sees it: between published editions, and nothing else. */

let house: House;
const first = '範例部-114';
const next = '範例部-115';
const row = (year: string, at: number) => `${year}-0${at}`;
beforeAll(async () => {
  house = await openHouse();
  await house.openYear([
    { name: '海岸復育計畫', agency: 'bureau' },
    { name: '步道整建計畫', agency: 'bureau' },
    { name: '氣象站更新計畫', agency: 'bureau' },
  ]);
  for (const at of [1, 2, 3]) await written(row(first, at));
  await published(first);
}, 240_000);
afterAll(() => house.close());

async function ask(who: string, method: 'PATCH' | 'PUT' | 'POST', id: string, path: string, body: object) {
  const version = { 'if-match': String((await house.store.office.row(id))?.version) };
  const answer = await house.ask(who, method, `/api/rows/${id}/${path}`, body, version);
  expect(answer.status, answer.body).toBe(200);
}
async function change(year: string, command: string, body: object) {
  const version = { 'if-match': String((await house.store.office.year(year))?.year.version) };
  const answer = await house.ask('compiler', 'POST', `/api/years/${year}/${command}`, body, version);
  expect(answer.status, answer.body).toBe(200);
}
/** Written and approved by those of its agency. */
async function written(id: string) {
  const { agency } = (await house.store.office.row(id)) as RowRecord;
  const suffix = agency === 'office' ? '2' : '';
  await ask(`officer${suffix}`, 'PATCH', id, 'texts', someTexts);
  const opening = { budgeted: 700_000, executed: 650_000, document: '113年度決算' };
  await ask('accountant', 'PUT', id, 'money', { approvedTotal: 9_000_000, ownTotal: null, opening, money: someMoney });
  await approved(id);
}
async function approved(id: string) {
  const { agency } = (await house.store.office.row(id)) as RowRecord;
  const suffix = agency === 'office' ? '2' : '';
  await ask(`officer${suffix}`, 'POST', id, 'moves', { move: 'submit' });
  await ask(`supervisor${suffix}`, 'POST', id, 'moves', { move: 'approve' });
}
const reported = (year: string, reason?: string) => change(year, 'submission', reason === undefined ? {} : { reason });
const shown = (year: string) => change(year, 'publication', { ground: '政府資訊公開法第7條' });
async function published(year: string) {
  await reported(year);
  await shown(year);
}

interface Link {
  readonly id: string;
  readonly edition: number | null;
  readonly name: string;
  readonly fiscalYear: number;
  readonly how: readonly string[];
}
async function lineage(id: string, edition = '') {
  const answer = await house.ask(null, 'GET', `/api/plans/${id}${edition}`);
  expect(answer.status, answer.body).toBe(200);
  const { predecessors, successors, discontinued } = answer.json().lineage;
  const brief = (links: readonly Link[]) => links.map(({ how, name, id: of }) => [how.join(), name, of]);
  return { before: brief(predecessors), after: brief(successors), discontinued };
}
const nothing = { before: [], after: [], discontinued: null };
const page = async (path: string) => (await house.page(null, path)).body;

describe('split and renamed in a correction', () => {
  beforeAll(async () => {
    await change(first, 'correction', { rows: [row(first, 1), row(first, 2), row(first, 3)], reason: '更正' });
    const into = [
      { name: '山線步道計畫', agency: 'bureau' },
      { name: '海線步道計畫', agency: 'office' },
    ];
    await change(first, 'split-row', { row: row(first, 2), into, reason: '院臺範字第2號函' });
    await change(first, 'rename-row', { row: row(first, 1), name: '海岸再生計畫', reason: '院臺範字第1號函' });
    await change(first, 'retire-row', { row: row(first, 3), reason: '退場' });
    for (const at of [4, 5]) await written(row(first, at));
    await approved(row(first, 1));
  }, 60_000);

  test('nothing of it is seen before it is published, nor when it is reported', async () => {
    for (const step of [async () => undefined, () => reported(first, '更正')]) {
      await step();
      for (const at of [1, 2, 3]) {
        expect(await lineage(row(first, at))).toEqual(nothing);
        expect(await page(`/plans/${row(first, at)}`)).not.toContain('id="lineage"');
      }
      expect((await house.ask(null, 'GET', `/api/plans/${row(first, 4)}`)).status).toBe(404);
    }
  });

  test('published, each leads to the other', async () => {
    await shown(first);
    expect(await lineage(row(first, 2))).toEqual({
      before: [],
      after: [
        ['split', '山線步道計畫', row(first, 4)],
        ['split', '海線步道計畫', row(first, 5)],
      ],
      discontinued: null,
    });
    for (const at of [4, 5])
      expect(await lineage(row(first, at))).toEqual({
        ...nothing,
        before: [['split', '步道整建計畫', row(first, 2)]],
      });
    expect(await lineage(row(first, 1))).toEqual({ ...nothing, before: [['renamed', '海岸復育計畫', row(first, 1)]] });
    const old = await lineage(row(first, 1), '?edition=1');
    expect(old).toEqual({ ...nothing, after: [['renamed', '海岸再生計畫', row(first, 1)]] });
    const gone = await lineage(row(first, 3));
    expect(gone).toEqual({ ...nothing, discontinued: expect.stringMatching(/^2026-01-05T/) });
  });

  test('on the page too, in both languages, with no name of a person', async () => {
    const parts = await page(`/plans/${row(first, 2)}`);
    const section = /<section aria-labelledby="lineage">[\s\S]*?<\/section>/.exec(parts)?.[0] ?? '';
    const href = (id: string, rest = '') => `href="/plans/${encodeURIComponent(id)}${rest}"`;
    for (const said of ['後續', '山線步道計畫', '分割', '114 年度', '範例部', '115 年 1 月 5 日', href(row(first, 4))])
      expect(section).toContain(said);
    expect(section).not.toContain('先生');
    expect(section).not.toContain('院臺範字');
    expect(await page(`/plans/${row(first, 4)}`)).toContain(href(row(first, 2)));
    expect(await page(`/plans/${row(first, 1)}`)).toContain(href(row(first, 1), '?edition=1'));
    expect(await page(`/plans/${row(first, 3)}`)).toContain('停列');
    expect(await page(`/en/plans/${row(first, 4)}`)).toContain('Predecessor');
  });
});

describe('the next year', () => {
  test('is linked once it is published, with the new name and the agency that a plan was handed to', async () => {
    const body = { ministry: 'ministry', fiscalYear: 2026, from: first };
    expect((await house.ask('compiler', 'POST', '/api/years', body)).status).toBe(201);
    await change(next, 'rename-row', { row: row(next, 1), name: '海岸韌性計畫', reason: '院臺範字第5號函' });
    await change(next, 'hand-over-row', { row: row(next, 2), agency: 'office', reason: '組織調整' });
    const before = await lineage(row(first, 4));
    expect(before.after).toEqual([]);
    for (const at of [1, 2, 3]) await written(row(next, at));
    await published(next);
    expect((await lineage(row(first, 1))).after).toEqual([['renamed', '海岸韌性計畫', row(next, 1)]]);
    expect((await lineage(row(next, 1))).before).toEqual([['renamed', '海岸再生計畫', row(first, 1)]]);
    expect((await lineage(row(next, 2))).before).toEqual([['handed-over', '山線步道計畫', row(first, 4)]]);
    expect((await lineage(row(first, 5))).after).toEqual([['continued', '海線步道計畫', row(next, 3)]]);
  });

  test('what is decided of the year before is not told by it', async () => {
    await change(first, 'correction', { rows: [row(first, 5)], reason: '更正' });
    await change(first, 'hand-over-row', { row: row(first, 5), agency: 'bureau', reason: '未公開' });
    expect((await lineage(row(next, 3))).before).toEqual([['continued', '海線步道計畫', row(first, 5)]]);
  });
});

test('of a time before the next year was published nothing of it is told', async () => {
  const events = await house.store.eventsAfter(0, 10_000);
  const shownAt = events.find(({ kind, subject }) => kind === 'filing-published' && subject === next)?.number ?? 0;
  const asOf = async (id: string, position: number) =>
    (await house.ask(null, 'GET', `/api/plans/${id}?asof=${position}`)).json();
  expect((await asOf(row(first, 1), shownAt - 1)).lineage.successors).toEqual([]);
  expect((await asOf(row(first, 1), shownAt)).lineage.successors).toMatchObject([{ name: '海岸韌性計畫' }]);
  expect((await asOf(row(next, 1), shownAt - 1)).type).toBe('urn:guankao:problem:asof-not-yet');
});

test('a rebuild makes the same', async () => {
  expect((await house.store.rebuild()).identical).toBe(true);
});

/** No command takes back a year that is kept here: what a withdrawal makes of what is shown is made by its projector alone. */
test('withdrawn, it is linked no longer', async () => {
  await house.store.connection.db.transaction().execute((tx) =>
    projectWithdrawn(tx, {
      kind: 'filing-withdrawn',
      subject: next,
      number: 1,
      v: 1,
      at: house.now,
      actor: '操作者',
      account: null,
      role: 'operator',
      reason: null,
      payload: { ground: '誤公開' },
    }),
  );
  expect((await house.ask(null, 'GET', `/api/plans/${row(next, 1)}`)).status).toBe(404);
  expect((await lineage(row(first, 1))).after).toEqual([]);
  expect(await page(`/plans/${row(first, 4)}`)).not.toContain(encodeURIComponent(next));
  expect((await lineage(row(first, 4))).before).toHaveLength(1);
});
