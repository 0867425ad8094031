import { describe, expect, test } from 'vitest';
import { pastedForm, readDocument, typedDocument, type Reading, type PastedRow } from '@guankao/reading';
import { comparePlans } from './compare.ts';
import { followUp } from './follow-up.ts';
import type { SourcePlan } from './source-plan.ts';

const row = (
  name: string,
  approvedTotal: string,
  budgetedToDate: string,
  more: Partial<PastedRow> = {},
): PastedRow => ({
  name,
  type: '社會發展',
  period: '112年1月至115年12月',
  approvedTotal,
  budgetedToDate,
  executedToDate: budgetedToDate,
  plannedWork: '辦理相關作業。',
  execution: '完成相關作業。',
  goals: '完成1案。',
  explanation: '完成1案。',
  ...more,
});

async function filing(fiscalYear: number, ...rows: PastedRow[]): Promise<Reading> {
  return readDocument(await typedDocument(pastedForm('範例部', fiscalYear, '千元', rows).form)).reading;
}

const amount = (twd: bigint) => ({ twd, text: String(twd), span: { start: 0, end: 1 } });
const source = (name: string, total: bigint, budgeted: bigint, to: number | null = 113): SourcePlan => ({
  name,
  ministry: '範例部',
  agency: '範例署',
  total: amount(total),
  budgeted: amount(budgeted),
  budgetedYears: { from: 112, to },
  instalment: null,
  text: name,
  span: { start: 0, end: 1 },
});

describe('plans of two sources', () => {
  test('match although dashes, blanks and widths differ, and agree to the dollar', async () => {
    const reading = await filing(2024, row('智慧示範計畫-圖書館子計畫', '5,000', '1,200'));
    const { matched } = comparePlans(reading, [source('智慧示範計畫－圖書館 子計畫', 5_000_000n, 1_200_000n)]);
    expect(matched).toHaveLength(1);
    expect(matched[0]?.differences).toEqual([]);
    expect(matched[0]?.confidence).toBeGreaterThan(0.95);
  });

  test('totals of another scope are said to differ in scope, not to be wrong', async () => {
    const reading = await filing(2024, row('智慧示範計畫', '11,000', '1,200'));
    const { matched } = comparePlans(reading, [source('智慧示範計畫', 2_000_000n, 1_200_000n)]);
    expect(matched[0]?.differences.map(({ field, kind, twd }) => [field, kind, twd])).toEqual([
      ['approvedTotal', 'scope', -9_000_000n],
    ]);
  });

  test('another budget up to the same year is a difference', async () => {
    const reading = await filing(2024, row('山徑整建計畫', '5,000', '1,200'));
    const { matched } = comparePlans(reading, [source('山徑整建計畫', 5_000_000n, 1_100_000n)]);
    expect(matched[0]?.differences.map(({ field, kind, twd }) => [field, kind, twd])).toEqual([
      ['budgetedToDate', 'amount', -100_000n],
    ]);
  });

  test('a budget up to another year is not compared', async () => {
    const reading = await filing(2024, row('山徑整建計畫', '5,000', '1,200'));
    expect(comparePlans(reading, [source('山徑整建計畫', 5_000_000n, 900_000n, 112)]).matched[0]?.differences).toEqual(
      [],
    );
  });

  test('two rows of one name are told apart by their money', async () => {
    const reading = await filing(2024, row('訓練計畫', '9,000', '700'), row('訓練計畫', '9,000', '300'));
    const { matched } = comparePlans(reading, [
      source('訓練計畫', 4_000_000n, 300_000n),
      source('訓練計畫', 5_000_000n, 700_000n),
    ]);
    expect(matched.map(({ row: { id }, other }) => [id, other.budgeted?.twd])).toEqual([
      ['r01', 700_000n],
      ['r02', 300_000n],
    ]);
  });

  test('what the other source does not mention is left unmatched', async () => {
    const reading = await filing(2024, row('山徑整建計畫', '5,000', '1,200'));
    expect(comparePlans(reading, [source('海岸電子告示牌計畫', 1n, 1n)]).unmatched.map(({ id }) => id)).toEqual([
      'r01',
    ]);
  });
});

describe("last year's filing", () => {
  test('a promise kept is answered, one passed over stands open, a cumulative that falls is said', async () => {
    const before = await filing(
      2023,
      row('海岸復育計畫', '9,000', '700', {
        execution: '1. 長浪預警系統預計113年6月上線。\n2. 沙籬設置工程預計113年9月完成。',
      }),
    );
    const now = await filing(
      2024,
      row('海岸復育計畫', '9,000', '900', { executedToDate: '650', execution: '長浪預警系統於113年6月15日上線。' }),
    );
    const [plan] = followUp(before, now);
    expect(plan?.promises.map(({ answer }) => answer !== null)).toEqual([true, false]);
    expect(plan?.fell).toBe(true);
  });

  test('a plan that is in the list no more is shown', async () => {
    const [plan] = followUp(
      await filing(2023, row('海岸復育計畫', '9,000', '700')),
      await filing(2024, row('圖書館計畫', '1,000', '100')),
    );
    expect(plan?.now).toBeNull();
  });
});
