import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, someMoney, someTexts, type House } from './house.ts';

/** Of a row that is handed to another agency, the one before finds nothing that is written from then on: on no page, by no address. */

let house: House;
const year = '範例部-114';
const row = `${year}-01`;
/** Each is written after the hand-over, in another place. */
const since = ['鳳凰計畫', '麒麟工程', '玄武說明', '青龍意見', '白虎作業', '朱雀原因', '1,234,567', '1234567'];
const byMonth = (...values: number[]) => Array.from({ length: 12 }, (_, at) => values[at] ?? values.at(-1) ?? 0);
const workPlan = (name: string) => ({
  level: 'ministry',
  items: [{ name, weight: 100, planned: byMonth(50, 100) }],
  checkPoints: [{ name: '完成決標', due: '2025-01-31', evidence: '決標公告' }],
  spending: byMonth(0),
});

async function act(who: string, url: string, body: object, method: 'POST' | 'PUT' | 'PATCH' = 'POST'): Promise<void> {
  const of = url.split('/').slice(0, 4).join('/');
  const answer = await house.ask(who, method, url, body, { 'if-match': await house.version('auditor', of) });
  if (answer.status >= 300) throw new Error(`${url}: ${answer.body}`);
}

async function planned(officer: string, supervisor: string, agency: string, name: string): Promise<void> {
  const plan = `/api/work-plans/${row}-作業計畫-${agency}`;
  expect((await house.ask(officer, 'POST', '/api/work-plans', { row })).status).toBe(201);
  await act(officer, `${plan}/save`, workPlan(name));
  await act(officer, `${plan}/submit`, {});
  await act(supervisor, `${plan}/approve`, {});
}

async function said(who: string, body: object): Promise<void> {
  const answer = await house.ask(who, 'POST', '/api/comments', body);
  if (answer.status !== 201) throw new Error(answer.body);
}

beforeAll(async () => {
  house = await openHouse();
  house.now = new Date('2025-02-05T01:00:00Z');
  await house.openYear([
    { name: '步道整建計畫', agency: 'bureau' },
    { name: '海岸復育計畫', agency: 'bureau' },
  ]);
  await act('officer', `/api/rows/${row}/texts`, someTexts, 'PATCH');
  await planned('officer', 'supervisor', 'bureau', '整建');
  const plan = { noun: 'work-plan', id: `${row}-作業計畫-bureau` };
  await said('supervisor', { on: plan, text: '請補佐證。', assignee: 'officer' });
  await said('supervisor', { on: { noun: 'row', id: row }, text: '請補說明。', assignee: 'officer' });
  expect((await house.ask('officer', 'POST', '/api/causes', { row })).status).toBe(201);
  expect((await house.ask('officer', 'POST', '/api/carry-overs', { row })).status).toBe(201);
  expect((await house.ask('officer', 'POST', '/api/periodic-reports', { row, month: 1 })).status).toBe(201);
  const deputy = { deputy: 'officer2', from: '2025-02-05', until: '2025-02-06', reason: '休假' };
  await house.ask('officer', 'POST', '/api/deputies', { ...deputy, grants: [{ role: 'officer', agency: 'bureau' }] });

  await act('compiler', `/api/years/${year}/hand-over-row`, { row, agency: 'office', reason: '組織調整' });
  await act('compiler', `/api/years/${year}/rename-row`, { row, name: '鳳凰計畫', reason: '院核' });
  await act(
    'officer2',
    `/api/rows/${row}/texts`,
    { execution: '麒麟工程於114年1月完成。', goals: '玄武說明' },
    'PATCH',
  );
  const money = { ...someMoney, budget: 1_234_567, realised: 1_134_567 };
  await act(
    'accountant',
    `/api/rows/${row}/money`,
    { approvedTotal: null, ownTotal: null, opening: null, money },
    'PUT',
  );
  await said('officer2', { on: { noun: 'row', id: row }, text: '青龍意見' });
  await planned('officer2', 'supervisor2', 'office', '白虎作業');
  const cause = { kind: 'lag', code: 'land', place: null, reason: '朱雀原因' };
  await act('officer2', `/api/causes/${row}-原因/confirm`, cause);
}, 240_000);
afterAll(() => house.close());

/** All that this person comes to by links, and every GET of the API, of the row and what belongs to it. */
async function reached(who: string): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, readonly string[]>();
  for (const noun of ['work-plan', 'periodic-report', 'carry-over', 'cause', 'comment', 'deputy'])
    ids.set(
      noun,
      (await house.store.office.records(noun, null)).map(({ id }) => id),
    );
  const { paths } = (await house.ask(null, 'GET', '/openapi.json')).json() as { paths: Record<string, object> };
  const every = [year, row, ...[...ids.values()].flat()];
  const addresses = Object.entries(paths).flatMap(([path, methods]) =>
    'get' in methods
      ? (path.includes('{') ? every : ['']).map((id) => path.replace(/\{\w+\}/, id).replaceAll(/\{\w+\}/g, '1'))
      : [],
  );
  const waiting = ['/office', '/office/notices', '/office/drafts', ...addresses];
  const seen = new Map<string, string>();
  for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
    if (seen.has(url) || /\.(?:pdf|ods|odt|xlsx|png)|\/form|sign-out|\/(?:pdf|odt)$/.test(url)) continue;
    const answer = await house.page(who, url);
    seen.set(url, answer.status === 200 ? answer.body : '');
    if (!String(answer.headers['content-type']).includes('html')) continue;
    for (const [, href = ''] of answer.body.matchAll(/\shref="(\/office[^"#]*)/g))
      waiting.push(decodeURI(href.replaceAll('&amp;', '&')));
  }
  return seen;
}

test.each(['officer', 'supervisor'])(
  '%s',
  async (who) => {
    const seen = await reached(who);
    const found = [...seen].flatMap(([url, body]) =>
      since.filter((word) => body.includes(word)).map((word) => [url, word]),
    );
    expect(found).toEqual([]);
  },
  240_000,
);

test('the one that has it now finds it', async () => {
  const seen = [...(await reached('officer2')).values()].join('\n');
  expect(since.filter((word) => !seen.includes(word))).toEqual([]);
}, 240_000);
