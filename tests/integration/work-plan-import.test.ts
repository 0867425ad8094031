import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeCameBack } from '../collection/write-came-back.ts';
import { openHouse, type House } from './house.ts';

/** Work plans out of a sheet: shown before they are kept, by row code or by name and agency, never by order. */

let house: House;
const year = '範例部-114';
const months = Array.from({ length: 12 }, (_, at) => `${at + 1}月`);
const head = [
  '列碼',
  '計畫名稱',
  '執行機關',
  '管制級別',
  '工作項目',
  '權重(%)',
  ...months,
  '查核點',
  '預定日期',
  '佐證',
];

beforeAll(async () => {
  house = await openHouse();
  house.now = new Date('2025-01-05T01:00:00Z');
  await house.openYear([
    { name: '步道整建計畫', agency: 'bureau' },
    { name: '海岸復育計畫', agency: 'bureau' },
    { name: '海岸復育計畫', agency: 'office' },
    { name: '雙名計畫', agency: 'bureau' },
    { name: '雙名計畫', agency: 'bureau' },
  ]);
}, 240_000);
afterAll(() => house.close());

interface Line {
  readonly code?: string;
  readonly plan?: string;
  readonly agency?: string;
  readonly level?: string;
  readonly item?: string;
  readonly weight?: string;
  readonly months?: readonly string[];
  readonly point?: readonly [string, string, string];
}
const cellsOf = ({
  code = '',
  plan = '',
  agency = '',
  level = '',
  item = '',
  weight = '',
  months: m = [],
  point = ['', '', ''],
}: Line) => [code, plan, agency, level, item, weight, ...months.map((_, at) => m[at] ?? ''), ...point];
const csv = (lines: readonly Line[], heading = head) =>
  Buffer.from([heading, ...lines.map(cellsOf)].map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\n'));
const sheet = (lines: readonly Line[], format: 'ods' | 'xlsx') =>
  Buffer.from(
    writeCameBack(
      { lines: [head, ...lines.map(cellsOf)].map((cells) => cells.map((text) => ({ text }))), heads: 0 },
      format,
    ),
  );
const send = (who: string, bytes: Buffer, more: object = {}, fileName = '作業計畫.csv') =>
  house.ask(who, 'POST', `/api/years/${year}/work-plans`, { fileName, base64: bytes.toString('base64'), ...more });
const planOf = async (row: number, agency = 'bureau') =>
  (await house.ask('auditor', 'GET', `/api/work-plans/${year}-0${row}-作業計畫-${agency}`)).json().record;

const trail: readonly Line[] = [
  { code: `${year}-01`, item: '設計', weight: '40', months: ['', '50%', '100'], level: '部會管制' },
  { code: `${year}-01`, item: '施工', weight: '60%', months: ['', '', '', '２５', '50', '75', '100'] },
  { code: `${year}-01`, point: ['完成決標', '114年3月31日', '決標公告'] },
  { code: `${year}-01`, item: '預定支用（千元）', months: ['', '', '1,000', '2,000'] },
];
const coast: readonly Line[] = [
  { plan: '海岸復育計畫', agency: '範例署', item: '植栽', weight: '100', months: ['10'] },
  { plan: '海岸 復育計畫', agency: '虛擬局', item: '調查', weight: '100', months: ['5'] },
];

describe('a sheet', () => {
  test('is shown and nothing is kept; then it is, whatever the order of its lines', async () => {
    const shown = (await send('officer', csv([...coast, ...trail]))).json();
    expect([shown.recorded, shown.unmatched, shown.unused], JSON.stringify(shown)).toEqual([0, [], []]);
    expect(
      shown.plans.map(({ row, added, refused }: { row: string; added: number; refused: object | null }) => [
        row.slice(-2),
        added,
        refused === null,
      ]),
    ).toEqual([
      ['02', 1, true],
      ['03', 0, false],
      ['01', 3, true],
    ]);
    expect((await house.ask('auditor', 'GET', `/api/work-plans/${year}-01-作業計畫-bureau`)).status).toBe(404);
    const kept = await send('officer', csv([...coast, ...trail].toReversed()), { record: true });
    expect([kept.status, kept.json().recorded], kept.body).toEqual([200, 2]);
    const { content } = await planOf(1);
    expect(
      content.items
        .map(({ name, weight, planned }: { name: string; weight: number; planned: number[] }) => [
          name,
          weight,
          planned[11],
        ])
        .toSorted(),
    ).toEqual([
      ['施工', 60, 100],
      ['設計', 40, 100],
    ]);
    expect([content.level, content.checkPoints[0].due, content.spending[2], content.spending[11]]).toEqual([
      'ministry',
      '2025-03-31',
      1_000_000,
      2_000_000,
    ]);
    expect((await planOf(2)).content.items[0].name).toBe('植栽');
    expect((await house.ask('auditor', 'GET', `/api/work-plans/${year}-03-作業計畫-office`)).status).toBe(404);
  });

  test.each(['ods', 'xlsx'] as const)('as %s says the same; again it is no change, and ids stay', async (format) => {
    const before = await planOf(1);
    const again = await send('officer', sheet(trail, format), { record: true }, `作業計畫.${format}`);
    const [plan] = again.json().plans;
    expect([plan.added, plan.removed, plan.refused], again.body).toEqual([0, 0, null]);
    const after = await planOf(1);
    expect(after.content.items.map(({ id, name }: { id: string; name: string }) => `${id}${name}`).toSorted()).toEqual(
      before.content.items.map(({ id, name }: { id: string; name: string }) => `${id}${name}`).toSorted(),
    );
  });

  test('what is of no row, or of which is not known, is told with its place', async () => {
    const lines: Line[] = [
      { item: '接續上一行', weight: '10' },
      { plan: '沒有這個計畫', item: '甲', weight: '10' },
      { plan: '雙名計畫', item: '甲', weight: '10' },
      { code: `${year}-01`, plan: '海岸復育計畫', item: '甲', weight: '10' },
      { plan: '步道整建計畫' },
    ];
    const told = (await send('officer', csv(lines))).json();
    expect([told.plans, told.unmatched.map(({ why }: { why: string }) => why)]).toEqual([
      [],
      ['no-row', 'no-row', 'name-twice', 'code-of-another', 'nothing-said'],
    ]);
    expect(told.unmatched[0].place).not.toBe('');
    expect((await send('officer', csv(lines), { record: true })).problem).toBe('no-plan-chosen');
  });

  test.each([
    ['a weight that is none', [{ ...trail[0], weight: '四成' }], '四成'],
    ['weights over 100', [trail[0], { ...trail[1], weight: '61' }], '101%'],
    ['a curve that falls', [{ ...trail[0], months: ['50', '40'] }], '40%'],
    ['a date that is none', [{ ...trail[2], point: ['決標', '三月底', ''] }], '三月底'],
    ['a milestone of another year', [{ ...trail[2], point: ['決標', '115年1月5日', ''] }], '2026-01-05'],
    ['half a dollar', [{ ...trail[3], months: ['0.5'] }], '0.5'],
    ['a level that is none', [{ ...trail[0], level: '縣管制' }], '縣管制'],
  ] as const)('%s: that plan is not taken, its place is told, and the others are', async (_what, wrong, said) => {
    const told = (
      await send('officer', csv([...(wrong as readonly Line[]), { ...coast[0], months: ['10', '20'] }]))
    ).json();
    const [bad, good] = told.plans;
    expect(
      [bad.refused.message['zh-Hant'].includes(said), bad.refused.place !== '', good.refused],
      JSON.stringify(bad),
    ).toEqual([true, true, null]);
  });

  test('a file that is none, a column twice, a column of ours missing, another ministry', async () => {
    expect((await send('officer', Buffer.from('甲,乙,丙\n1,2,3'))).problem).toBe('no-work-sheet');
    expect((await send('officer', csv(trail, head.with(1, '列碼')))).problem).toBe('column-taken-twice');
    expect((await send('officer', csv(trail, head.with(20, '備註')))).json().unused).toEqual(['備註']);
    for (const who of ['xofficer', 'nobody']) expect((await send(who, csv(trail))).status).toBe(404);
    const [mine] = (await send('compiler', csv(trail))).json().plans;
    expect(mine.refused.message['zh-Hant']).toContain('填寫');
  });

  test('an approved plan is not written over', async () => {
    const api = `/api/work-plans/${year}-02-作業計畫-bureau`;
    for (const [who, command] of [
      ['officer', 'submit'],
      ['supervisor', 'approve'],
    ] as const)
      expect(
        (await house.ask(who, 'POST', `${api}/${command}`, {}, { 'if-match': await house.version('auditor', api) }))
          .status,
      ).toBe(200);
    const [plan] = (await send('officer', csv([{ ...coast[0], months: ['90'] }]))).json().plans;
    expect(plan.refused.message['zh-Hant']).toContain('已核定');
  });
});

test('on the page: read, shown, the chosen kept', async () => {
  const path = `/office/years/${year}/work-plans`;
  const bytes = csv([{ plan: '海岸復育計畫', agency: '虛擬局', item: '調查', weight: '90', months: ['5'] }, ...trail]);
  const shown = await house.upload('officer2', path, { name: '作業計畫.csv', bytes });
  expect(shown.status, shown.body.slice(0, 400)).toBe(200);
  for (const text of ['還沒有存', '新的作業計畫：新增 1', '權重合計 90%', '不能存入'])
    expect(shown.body).toContain(text);
  const take = { fileName: '作業計畫.csv', base64: bytes.toString('base64') };
  const none = await house.send('officer2', `${path}/take`, take);
  expect([none.status, none.body.includes('還沒有存')]).toEqual([422, true]);
  const kept = await house.send('officer2', `${path}/take`, { ...take, rows: [`${year}-03`] });
  expect([kept.status, kept.headers['location']], kept.body.slice(0, 400)).toEqual([303, `${encodeURI(path)}?taken=1`]);
  expect((await planOf(3, 'office')).content.items[0].name).toBe('調查');
  expect((await house.page('officer2', `${path}?taken=1`)).body).toContain('已存入 1 個計畫');
  expect((await house.page('compiler', `/office/years/${year}`)).body).toContain('匯入年度作業計畫');
  expect((await house.page('xofficer', path)).status).toBe(404);
  expect((await house.store.rebuild()).identical).toBe(true);
});
