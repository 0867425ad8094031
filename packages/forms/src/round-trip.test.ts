import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TextColumn } from '@guankao/domain';
import {
  pastedForm,
  read,
  readDocument,
  typedDocument,
  type PlanReading,
  type Reading,
  type PastedRow,
} from '@guankao/reading';
import { exportForm, type ExportFormat } from './export.ts';

const root = join(import.meta.dirname, '../../..');
const real = join(root, '../shared/filings/moi-113.txt');
const fictional = ['example'].map((name) => join(root, 'corpus', name, 'filing.txt'));

/** What a form says, apart from how it is set. */
function records({ filing, plans }: Reading) {
  return {
    agency: filing.agency,
    fiscalYear: filing.fiscalYear,
    moneyUnit: filing.moneyUnit,
    plans: plans.map((plan) => record(plan, plans)),
  };
}

function record(plan: PlanReading, plans: readonly PlanReading[]) {
  const text = (column: TextColumn) =>
    plan[column]
      .map((one) => `${one.marker ?? ''}${one.text}`)
      .join('')
      .replace(/\s/g, '');
  return {
    name: plan.name,
    marker: plan.marker,
    parent: plans.findIndex(({ id }) => id === plan.parent),
    type: plan.type,
    period: plan.period && [plan.period.start, plan.period.end],
    money: [plan.approvedTotal, plan.budgetedToDate, plan.executedToDate],
    plannedWork: text('plannedWork'),
    execution: text('execution'),
    goals: text('goals'),
    explanation: text('explanation'),
  };
}

async function roundTrip(path: string, format: ExportFormat) {
  const { reading } = await read({ name: 'filing.txt', bytes: new Uint8Array(readFileSync(path)) });
  const bytes = await exportForm(reading, format);
  const back = await read({ name: `form.${format}`, bytes });
  return { before: records(reading), after: records(back.reading) };
}

describe.each(['ods', 'odt', 'xlsx', 'csv', 'pdf'] as const)('%s', (format) => {
  test.each(fictional)('an example read back is the same: %s', { timeout: 60_000 }, async (path) => {
    const { before, after } = await roundTrip(path, format);
    expect(after).toEqual(before);
  });

  test.skipIf(!existsSync(real))(
    'the real filing read back is the same (skipped where ../shared is absent)',
    { timeout: 60_000 },
    async () => {
      const { before, after } = await roundTrip(real, format);
      expect(after).toEqual(before);
    },
  );
});

test.each([
  [
    'an address',
    '詳見 https://plans.example.gov.tw/filings/113/annual-report?section=execution&plan=coastal-restoration-phase-two&lang=zh-Hant 公告。',
  ],
  ['a long name', '型號QX7000000000000000000000000000000000000000000000000000000000000000000000000001。'],
  ['squares', `${'■'.repeat(120)}。`],
])('what has no place to break a line stays in its column of the PDF: %s', { timeout: 60_000 }, async (_, said) => {
  const row = {
    name: '海岸復育計畫',
    type: '社會發展',
    period: '112年1月至115年12月',
    approvedTotal: '9,000',
    budgetedToDate: '700',
    executedToDate: '650',
    plannedWork: '植生。',
    execution: said,
    goals: said,
    explanation: '完成。',
  };
  const { reading } = readDocument(await typedDocument(pastedForm('範例部', 2024, '千元', [row]).form));
  const back = await read({ name: 'form.pdf', bytes: await exportForm(reading, 'pdf') });
  expect(records(back.reading)).toEqual(records(reading));
});

const phrase = fc.constantFrom(
  '辦理示範步道整建12公里',
  '完成檔案掃描125萬6,400頁',
  '提升服務滿意度達85%以上',
  '培訓志工3梯次、96人次',
  '因流標2次，保留至114年度賡續執行',
  '設置告示牌48面(含維護)',
  '規劃“試辦”作業，費用<30元 & 工期5日',
  '建置API介接平臺2.0版',
);
const items = fc
  .array(phrase, { maxLength: 6 })
  .map((phrases) =>
    phrases.length === 1 ? `${phrases[0]}。` : phrases.map((text, at) => `${at + 1}. ${text}。`).join('\n'),
  );
const amount = fc.integer({ min: 0, max: 99_999_999 }).map((value) => value.toLocaleString('en-US'));
const month = fc.integer({ min: 1, max: 12 });
const texts = ['plannedWork', 'execution', 'goals', 'explanation'] as const;

/** Every item speaks of its own plan, as real ones do: on facing pages without positions nothing else tells whose it is. */
function ofItsPlan(row: PastedRow): PastedRow {
  const subject = row.name.replace(/第\d+期$/, '');
  const told = (text: string) => text.replace(/^(\d+\. )?(?=.)/gm, (marker) => `${marker}${subject}`);
  return { ...row, ...Object.fromEntries(texts.map((column) => [column, told(row[column])])) };
}

const typedRows: fc.Arbitrary<PastedRow[]> = fc
  .uniqueArray(
    fc.record({
      name: fc
        .tuple(
          fc.constantFrom('海岸', '步道', '圖書館', '氣象站', '濕地', '校舍'),
          fc.constantFrom('復育', '整建', '共享', '更新'),
          fc.integer({ min: 1, max: 99 }),
        )
        .map(([place, work, number]) => `${place}${work}計畫第${number}期`),
      type: fc.constantFrom('社會發展', '科技發展', '公共建設'),
      period: fc.tuple(month, month).map(([from, to]) => `112年${from}月至116年${to}月`),
      approvedTotal: amount,
      budgetedToDate: amount,
      executedToDate: amount,
      plannedWork: items,
      execution: items,
      goals: items,
      explanation: items,
    }),
    { minLength: 1, maxLength: 12, selector: ({ name }) => name.replace(/第\d+期$/, '') },
  )
  .map((rows) => rows.map(ofItsPlan));

/** Recorded, so that a failure can be run again; `npm run prove` runs more. */
const seed = 20_261_122;

test.each(['ods', 'odt', 'xlsx', 'csv'] as const)(
  'generated filings come back the same: %s',
  { timeout: 120_000 },
  async (format) => {
    await fc.assert(
      fc.asyncProperty(typedRows, async (rows) => {
        const { reading } = readDocument(await typedDocument(pastedForm('範例部', 2024, '千元', rows).form));
        const back = await read({ name: `form.${format}`, bytes: await exportForm(reading, format) });
        expect(records(back.reading)).toEqual(records(reading));
      }),
      { seed, numRuns: 15 },
    );
  },
);
