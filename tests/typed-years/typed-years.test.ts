import type { TypedForm, TypedRow } from '@guankao/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comeOut } from './come-out.ts';
import { longest, randomYear } from './random-year.ts';

const row: TypedRow = {
  id: '範例部-114-01',
  marker: null,
  parent: null,
  name: '海岸計畫',
  type: '社會發展',
  period: '112年1月至115年12月',
  approvedTotal: 9_000_000,
  budgetedToDate: 700_000,
  executedToDate: 650_000,
  plannedWork: '1. 植生。\n2. 巡檢。',
  execution: '完成植生3公頃。',
  goals: '完成植生3公頃。',
  explanation: '完成植生3公頃。',
};

function year(...rows: Partial<TypedRow>[]): TypedForm {
  return {
    agency: '範例部',
    fiscalYear: 2025,
    printedUnit: 'thousand TWD',
    edition: 1,
    rows: rows.map((each, at) => ({ ...row, id: `範例部-114-0${at + 1}`, ...each })),
  };
}

test('the eight names of which up to 0.1 one was left', { timeout: 120_000 }, async () => {
  const names = [
    '海岸計畫',
    '海岸計畫（續）',
    '合計',
    '計畫名稱',
    '(1)分項計畫',
    '單位：新臺幣千元',
    '內政部主管',
    '中華民國113年度計畫',
  ];
  const form = year(...names.map((name) => ({ name })), { executedToDate: 7_000_000 });
  expect(await comeOut({ form, overspent: ['範例部-114-09'] })).toEqual([]);
});

test('a year with nothing in it but its rows', { timeout: 120_000 }, async () => {
  const empty = Object.fromEntries(
    ['name', 'type', 'period', 'plannedWork', 'execution', 'goals', 'explanation'].map((field) => [field, '']),
  );
  const nothing = { ...empty, approvedTotal: null, budgetedToDate: null, executedToDate: null };
  expect(await comeOut({ form: year(nothing, nothing, nothing), overspent: [] })).toEqual([]);
});

test('radicals, which fonts draw by the glyph of the character that they look like', { timeout: 120_000 }, async () => {
  const form = year({ name: '⺠眾計畫', period: '⽉底前', execution: '⾞輛⻑度' });
  expect(await comeOut({ form, overspent: [] })).toEqual([]);
});

test.each(['name', 'execution'] as const)(
  '%s of the longest text, and nothing beside it',
  { timeout: 300_000 },
  async (field) => {
    const texts = { name: '', plannedWork: '', execution: '', goals: '', explanation: '' };
    const form = year({ name: '甲' }, { ...texts, [field]: '步道'.repeat(longest / 2) }, { name: '乙' });
    expect(await comeOut({ form, overspent: [] })).toEqual([]);
  },
);

/** Recorded, so that a failure can be run again; `npm run prove -- typed-years` runs two thousand of another. */
const seed = 20_261_128;

test('a hundred random years', { timeout: 900_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(randomYear, async (random) => {
      expect(await comeOut(random)).toEqual([]);
    }),
    { seed, numRuns: 100 },
  );
});
