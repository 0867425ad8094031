import { Type, type Static, type TSchema } from '@sinclair/typebox';
import fastify from 'fastify';
import { describe, expect, expectTypeOf, test } from 'vitest';
import type { Cited, Commitment, Finding, Span } from '@guankao/domain';
import { readDocument, typedDocument, type TypedRow } from '@guankao/reading';
import { Pool } from '@guankao/pool';
import type { Office, RecordEvent } from '@guankao/store';
import {
  addIndicator,
  AgencyTree,
  applyToRow,
  applyToYear,
  attachEvidence,
  computedVerdict,
  correctYear,
  currentEntry,
  guessMapping,
  moveRow,
  noMoney,
  openYear,
  reconcile,
  recordActual,
  recordMoney,
  recordPlanVersion,
  reviewIndicator,
  reviseTarget,
  saveTexts,
  submitYear,
  type Check,
  type Context,
  type FormEdition,
  type IndicatorRecord,
  type LastYear,
  type OpeningBalance,
  type PlanVersion,
  type Remark,
  type Role,
  type RowRecord,
  type RowTexts,
  type ShareMoney,
  type WorkflowEvent,
  type YearMoney,
  type YearRecord,
} from '@guankao/workflow';
import { check } from '../../../pool/src/works/check.ts';
import { authenticate } from '../sign-in/authenticate.ts';
import { indicatorApi } from './indicator-route.ts';
import { presentReconciliation, ReconciliationJson } from './money-route.ts';
import {
  CheckJson,
  CitedJson,
  CommitmentJson,
  FindingJson,
  FormEditionJson,
  IndicatorRecordJson,
  JudgedIndicatorJson,
  LastYearJson,
  OpeningBalanceJson,
  PlanVersionJson,
  RemarkJson,
  RowRecordJson,
  RowTextsJson,
  ShareMoneyJson,
  SpanJson,
  YearMoneyJson,
  YearRecordJson,
} from './record-schema.ts';
import { CheckedJson, EventJson, HistoryJson, RowJson, YearJson, YearListJson } from './schema.ts';

/** A type as its schema has it: schemas know no `readonly`. */
type Written<T> = { -readonly [Key in keyof T]: Written<T[Key]> };

test('each schema has exactly the properties of its type', () => {
  expectTypeOf<Static<typeof YearRecordJson>>().toEqualTypeOf<Written<YearRecord>>();
  expectTypeOf<Static<typeof FormEditionJson>>().toEqualTypeOf<Written<FormEdition>>();
  expectTypeOf<Static<typeof RowRecordJson>>().toEqualTypeOf<Written<RowRecord>>();
  expectTypeOf<Static<typeof RowTextsJson>>().toEqualTypeOf<Written<RowTexts>>();
  expectTypeOf<Static<typeof ShareMoneyJson>>().toEqualTypeOf<Written<ShareMoney>>();
  expectTypeOf<Static<typeof OpeningBalanceJson>>().toEqualTypeOf<Written<OpeningBalance>>();
  expectTypeOf<Static<typeof YearMoneyJson>>().toEqualTypeOf<Written<YearMoney>>();
  expectTypeOf<Static<typeof PlanVersionJson>>().toEqualTypeOf<Written<PlanVersion>>();
  expectTypeOf<Static<typeof IndicatorRecordJson>>().toEqualTypeOf<Written<IndicatorRecord>>();
  expectTypeOf<Static<typeof JudgedIndicatorJson>>().toEqualTypeOf<
    Written<IndicatorRecord & { computed: ReturnType<typeof computedVerdict> }>
  >();
  expectTypeOf<Static<typeof RemarkJson>>().toEqualTypeOf<Written<Remark>>();
  expectTypeOf<Static<typeof LastYearJson>>().toEqualTypeOf<Written<LastYear>>();
  expectTypeOf<Static<typeof CommitmentJson>>().toEqualTypeOf<Written<Commitment>>();
  expectTypeOf<Static<typeof CitedJson>>().toEqualTypeOf<Written<Cited>>();
  expectTypeOf<Static<typeof SpanJson>>().toEqualTypeOf<Written<Span>>();
  expectTypeOf<Static<typeof FindingJson>>().toEqualTypeOf<Written<Finding>>();
  expectTypeOf<Static<typeof CheckJson>>().toEqualTypeOf<Written<Check>>();
  expectTypeOf<Pick<Static<typeof ReconciliationJson>, 'rows' | 'unmatched'>>().toEqualTypeOf<
    Written<ReturnType<typeof presentReconciliation>>
  >();
  expectTypeOf<keyof Static<typeof EventJson>>().toEqualTypeOf<keyof RecordEvent>();
});

/** What a script is given of `record`, through the serialiser of an answer. */
async function answered(schema: TSchema, record: unknown): Promise<unknown> {
  const server = fastify();
  server.get('/', { schema: { response: { 200: schema } } }, async () => record);
  const answer = await server.inject('/');
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

async function expectWhole(schema: TSchema, record: unknown): Promise<void> {
  expect(await answered(schema, record)).toStrictEqual(JSON.parse(JSON.stringify(record)));
}

const tree = new AgencyTree([
  { id: 'ministry', name: '範例部', parent: null },
  { id: 'bureau', name: '範例署', parent: 'ministry' },
]);
const now = new Date('2026-01-10T02:00:00Z');
const as = (role: Role, agency = 'bureau'): Context => ({
  actor: { id: role, name: role, grants: [{ role, agency }] },
  tree,
  now,
});
const fold = (row: RowRecord, events: readonly WorkflowEvent[]) => events.reduce<RowRecord>(applyToRow, row);

const typed: TypedRow = {
  name: '海岸復育計畫',
  type: '社會發展',
  period: '112年1月至115年12月',
  approvedTotal: '9,000',
  budgetedToDate: '700',
  executedToDate: '650',
  plannedWork: '植生',
  execution: '1. 長浪預警系統預計114年6月上線。\n2. 步道整建，預計114年9月完工。',
  goals: '植生3公頃',
  explanation: '植生3公頃',
};
const under: TypedRow = { ...typed, name: '(1) 甲段', budgetedToDate: '-', executedToDate: '-', period: '', type: '' };
const money: YearMoney = {
  budget: 500_000,
  supplementary: -1,
  carriedIn: 50_001,
  realised: 400_000,
  payable: 30_000,
  carriedOver: 100_000,
  lapsed: 20_000,
  prepaid: 0,
};

async function opened(): Promise<{
  readonly year: YearRecord;
  readonly rows: readonly RowRecord[];
  readonly events: readonly WorkflowEvent[];
}> {
  const { reading } = readDocument(
    (await typedDocument({ agency: '範例部', fiscalYear: 2024, unit: '千元', rows: [typed, under] })).document,
  );
  const agencies = Object.fromEntries(reading.plans.map(({ id }) => [id, 'bureau']));
  const events = openYear(
    {
      ministry: 'ministry',
      ministryName: '範例部',
      fiscalYear: 2025,
      predecessor: { reading, document: '範例部113年度情形表', agencies, left: {}, records: {} },
    },
    as('compiler', 'ministry'),
  );
  const [first, ...others] = events;
  if (first === undefined) throw new Error('nothing was opened');
  return { year: applyToYear(null, first), rows: others.map((event) => applyToRow(null, event)), events };
}

/** A row's year, as it stood after each command, and the last of its form. */
async function played(): Promise<{
  readonly stages: readonly RowRecord[];
  readonly years: readonly YearRecord[];
  readonly events: readonly WorkflowEvent[];
}> {
  const { year, rows, events: opening } = await opened();
  const [first] = rows;
  if (first === undefined) throw new Error('no row was opened');
  const [officer, accountant, supervisor, compiler] = [
    as('officer'),
    as('accountant'),
    as('supervisor'),
    as('compiler', 'ministry'),
  ];
  const version = {
    documentNumber: '院臺範字第1120000001號',
    date: '2023-01-05',
    total: 9_000_000,
    period: '112年1月至115年12月',
    reason: '',
  };
  const commands: ((row: RowRecord) => readonly WorkflowEvent[])[] = [
    (row) =>
      saveTexts(
        row,
        { execution: `"第二期"\\於\t114年\n6月\u2028完成。${'字'.repeat(6_000)}😀`, goals: 'ok' },
        row.version,
        officer,
      ),
    (row) =>
      recordMoney(
        row,
        { ...currentEntry(row), ownTotal: 4_500_000, money },
        '114年12月會計月報',
        row.version,
        accountant,
      ),
    (row) => recordPlanVersion(row, version, row.version, accountant),
    (row) =>
      recordPlanVersion(
        row,
        {
          ...version,
          documentNumber: '院臺範字第1140000002號',
          date: '2025-08-09',
          total: 12_000_000,
          reason: '用地取得展延',
        },
        row.version,
        accountant,
      ),
    (row) =>
      addIndicator(
        row,
        {
          label: '步道整建',
          comparator: '>=',
          unit: '公里',
          scope: 'year',
          target: 0.1 + 0.2,
          text: '完成步道整建0.3公里',
        },
        row.version,
        officer,
      ),
    (row) =>
      addIndicator(
        row,
        { label: '系統上線', comparator: 'milestone', unit: null, scope: 'plan', target: null, text: '上線' },
        row.version,
        officer,
      ),
    (row) => reviseTarget(row, 'i1', 12.345, '用地縮減', row.version, officer),
    (row) => recordActual(row, 'i1', 11.999, '完成11.999公里', 'missed', row.version, officer),
    (row) => recordActual(row, 'i2', null, '已上線', null, row.version, officer),
    (row) => attachEvidence(row, 'i1', { sha256: 'e'.repeat(64), name: '驗收.pdf' }, row.version, officer),
    (row) => reviewIndicator(row, 'i1', 'unsettled', '佐證不足', row.version, as('auditor', 'ministry')),
    (row) => moveRow(row, 'submit', [], row.version, officer),
    (row) =>
      moveRow(
        row,
        'return',
        [
          { field: 'execution', text: '請補公里數' },
          { field: null, text: '請一併核對' },
        ],
        row.version,
        supervisor,
      ),
    (row) => moveRow(row, 'submit', [], row.version, officer),
    (row) => moveRow(row, 'approve', [], row.version, supervisor),
  ];
  const [stages, years, events] = [[first], [year], opening.filter(({ subject }) => subject === first.id)];
  const last = () => stages.at(-1) ?? first;
  for (const command of commands) {
    const decided = command(last());
    events.push(...decided);
    stages.push(fold(last(), decided));
  }
  const submitted = submitYear(year, [last()], 'f'.repeat(64), null, [], year.version, compiler);
  years.push(...submitted.filter(({ kind }) => kind === 'year-moved').map((event) => applyToYear(year, event)));
  stages.push(
    fold(
      last(),
      submitted.filter(({ kind }) => kind === 'row-moved'),
    ),
  );
  const filed = years.at(-1) ?? year;
  const corrected = correctYear(filed, [last()], [last().id], '公里數誤植', filed.version, compiler);
  years.push(...corrected.filter(({ kind }) => kind === 'year-moved').map((event) => applyToYear(filed, event)));
  stages.push(
    fold(
      last(),
      corrected.filter(({ kind }) => kind === 'row-moved'),
    ),
  );
  return { stages, years, events };
}

describe('a year is answered whole', () => {
  test('its rows, after each command', async () => {
    const { stages } = await played();
    expect(new Set(stages.map(({ state }) => state))).toEqual(
      new Set(['drafting', 'submitted', 'returned', 'approved', 'filed']),
    );
    for (const row of stages) await expectWhole(RowJson, { row, moves: ['write-texts', 'submit'] });
  });

  test('the form, with rows as last year left them', async () => {
    const { year, rows } = await opened();
    expect(rows[0]?.lastYear?.commitments.map(({ due, about }) => [due, about?.text])).toEqual([
      ['2025-06', undefined],
      ['2025-09', '步道整建'],
    ]);
    await expectWhole(YearJson, { year, rows });
    const { years } = await played();
    expect(years.map(({ state, editions }) => [state, editions.length])).toEqual([
      ['open', 0],
      ['submitted', 1],
      ['correcting', 1],
    ]);
    await expectWhole(YearListJson, {
      years: [
        ...years,
        {
          ...year,
          editions: [
            { number: 2, at: now.toISOString(), by: 'compiler', sha256: 'f'.repeat(64), reason: '公里數誤植' },
          ],
        },
      ],
    });
  });

  test('indicators with the verdict that is computed', async () => {
    const { stages } = await played();
    const row = stages.at(-1);
    const indicators = row?.indicators.map((indicator) => ({ ...indicator, computed: computedVerdict(indicator) }));
    expect(indicators?.map(({ computed }) => computed)).toEqual(['missed', null]);
    await expectWhole(Type.Object({ indicators: Type.Array(JudgedIndicatorJson) }), { indicators });
  });

  test('history: every kind of event of a row, the moment in UTC', async () => {
    const { events } = await played();
    expect(new Set(events.map(({ kind }) => kind)).size).toBe(6);
    const held = events.map((event, at) => ({
      number: at + 1,
      at: now,
      actor: '王小範',
      role: 'officer',
      reason: at === 0 ? null : '用地縮減',
      ...event,
    }));
    await expectWhole(HistoryJson, { events: held });
    expect(await answered(HistoryJson, { events: held.slice(0, 1) })).toMatchObject({
      events: [{ at: '2026-01-10T02:00:00.000Z' }],
    });
  });
});

describe('nothing is made of null, or of what is not there', () => {
  const texts: RowTexts = {
    name: '',
    type: '',
    period: '',
    plannedWork: '',
    execution: '',
    goals: '',
    explanation: '',
  };
  const span: Span = { start: 0, end: 2, page: null };
  const at = now.toISOString();
  const indicator: IndicatorRecord = {
    id: 'i1',
    label: '',
    comparator: '=',
    unit: null,
    scope: 'year',
    targets: [{ value: null, text: '', at, by: '', reason: null }],
    actual: { value: null, text: '' },
    evidence: [],
    stated: null,
    reviewed: null,
  };
  const row: RowRecord = {
    id: 'r',
    year: 'y',
    fiscalYear: 2025,
    share: 'r',
    agency: 'a',
    position: 1,
    marker: null,
    parent: null,
    state: 'drafting',
    version: 1,
    texts,
    money: noMoney,
    versions: [{ number: 1, documentNumber: '', date: '', total: 0, period: '', reason: null, by: '', at }],
    indicators: [indicator, { ...indicator, actual: null }],
    lastYear: {
      fiscalYear: 2024,
      texts,
      budgetedToDate: null,
      executedToDate: null,
      commitments: [{ text: '', span, due: null, about: { text: '', span } }],
    },
    remarks: [{ field: null, text: '', by: '', role: '', at }],
    writers: [],
  };

  test('a row with null wherever it may stand', async () => {
    const rows = [row, { ...row, lastYear: null }];
    expect(new Set(rows.flatMap((one) => nullsOf(one)))).toEqual(new Set(placesOfNull(RowRecordJson)));
    for (const one of rows) await expectWhole(RowJson, { row: one, moves: [] });
  });

  test('a span with its page, box and cell, and one with none of them', async () => {
    for (const where of [
      { start: 0, end: 1 },
      { start: 0, end: 1, page: 3, box: [70.25, 1e-7, 100, 112.5] },
      { start: 0, end: 1, address: 'Sheet1!B7' },
    ]) {
      await expectWhole(CommitmentJson, {
        text: '上線',
        span: where,
        due: '2025',
        about: { text: '系統', span: where },
      });
    }
  });

  test.each([0, -0, 11.999, 1e21, 1e-7, Number.MAX_SAFE_INTEGER, 0.1 + 0.2])(
    '%s as target and result',
    async (value) => {
      await expectWhole(IndicatorRecordJson, {
        ...indicator,
        targets: [{ value, text: '', at, by: '', reason: '' }],
        actual: { value, text: '' },
      });
    },
  );

  // A record says what it says: an answer that failed on it would show nobody what is wrong.
  test('a word that is not on the list is answered as it stands', async () => {
    await expectWhole(IndicatorRecordJson, {
      ...indicator,
      comparator: '>',
      stated: 'partly',
      reviewed: { verdict: '', reason: '', by: '', at },
    });
  });
});

describe('money from the accounts', () => {
  test('the reconciliation: rows with a line and without, and lines without a row', async () => {
    const { rows } = await opened();
    const line = { name: '海岸復育計畫', money, span: { start: 0, end: 1 } };
    const headings = ['計畫名稱', '法定預算數', '實現數（千元）'];
    const reconciliation = reconcile(rows, [line, { ...line, name: '不在表上的計畫' }]);
    const { rows: shown, unmatched } = presentReconciliation(reconciliation);
    expect([shown.map((one) => one.line), unmatched.length]).toEqual([['海岸復育計畫', null], 1]);
    expect(shown.flatMap(({ checks }) => checks).some(({ there }) => there === null)).toBe(true);
    for (const mapping of [guessMapping(headings), { name: '計畫名稱', components: {}, factor: 1 }])
      await expectWhole(ReconciliationJson, { mapping, headings, recorded: false, rows: shown, unmatched });
  });
});

describe('what the checks find', () => {
  test('findings with figures, words and neither', async () => {
    const { placed, verdicts } = await check({
      agency: '範例部',
      fiscalYear: 2024,
      unit: '千元',
      rows: [
        {
          ...typed,
          executedToDate: '900',
          goals: '完成沙丘植生30公頃。',
          explanation: '完成沙丘植生26公頃，執行率80%。',
        },
        { ...typed, period: '115年1月至112年12月', type: '其他' },
      ],
    });
    expect(placed.length).toBeGreaterThan(2);
    await expectWhole(CheckedJson, { findings: placed, verdicts });
    const [first] = placed;
    for (const stated of [null, 80.5, '八成'])
      await expectWhole(FindingJson, { ...first?.finding, stated, computed: stated, doubt: 'transcription' });
  });
});

test('evidence: the record holds its name and hash, and its bytes are kept beside it', async () => {
  const { rows } = await opened();
  let held = rows[0];
  if (held === undefined) throw new Error('no row was opened');
  held = fold(
    held,
    addIndicator(
      held,
      { label: '步道整建', comparator: '>=', unit: '公里', scope: 'year', target: 12, text: '' },
      held.version,
      as('officer'),
    ),
  );
  let row: RowRecord = held;
  const kept: string[] = [];
  const office: Partial<Office> = {
    sessionAccount: async () => 'officer',
    actor: async () => as('officer').actor,
    tree: async () => tree,
    row: async () => row,
    decideRow: async (_id, _deed, command) => (row = fold(row, command(row))),
    keepEvidence: async (_row, { sha256 }) => void kept.push(sha256),
  };
  const server = fastify();
  authenticate(server, office as Office, () => now);
  indicatorApi(server, { office: office as Office, catalogue: {} as never, pool: new Pool(), clock: () => now });
  const answer = await server.inject({
    method: 'POST',
    url: `/api/rows/${encodeURIComponent(row.id)}/indicators/i1/evidence`,
    headers: { authorization: `Bearer ${'t'.repeat(20)}`, 'if-match': `${row.version}` },
    payload: { name: '驗收.pdf', base64: Buffer.from('%PDF-1.7').toString('base64') },
  });
  expect(answer.statusCode, answer.body).toBe(200);
  expect(row.indicators[0]?.evidence).toEqual([{ sha256: kept[0], name: '驗收.pdf' }]);
  expect(answer.json()).toEqual({
    version: row.version,
    indicators: row.indicators.map((indicator) => ({ ...indicator, computed: null })),
  });
});

/** Where a schema allows null: `money.opening`; what stands in an array goes by the array's name. */
function placesOfNull(schema: TSchema, path = ''): string[] {
  const here = Array.isArray(schema['type']) && schema['type'].includes('null') ? [path] : [];
  const inner = Object.entries<TSchema>(schema['properties'] ?? {}).flatMap(([name, one]) =>
    placesOfNull(one, path === '' ? name : `${path}.${name}`),
  );
  return [...here, ...inner, ...(schema['items'] === undefined ? [] : placesOfNull(schema['items'] as TSchema, path))];
}

function nullsOf(value: unknown, path = ''): string[] {
  if (value === null) return [path];
  if (Array.isArray(value)) return value.flatMap((one) => nullsOf(one, path));
  return typeof value === 'object'
    ? Object.entries(value).flatMap(([name, one]) => nullsOf(one, path === '' ? name : `${path}.${name}`))
    : [];
}
