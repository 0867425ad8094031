import { pastedForm, readDocument, typedDocument, type PastedRow, type Reading } from '@guankao/reading';
import { expect, test } from 'vitest';
import { proposeAgencies } from './executing-agency.ts';
import type { SourcePlan } from './source-plan.ts';

const row = (name: string, more: Partial<PastedRow> = {}): PastedRow => ({
  name,
  type: '社會發展',
  period: '112年1月至115年12月',
  approvedTotal: '5,000',
  budgetedToDate: '1,200',
  executedToDate: '1,200',
  plannedWork: '辦理相關作業。',
  execution: '完成相關作業。',
  goals: '完成1案。',
  explanation: '完成1案。',
  ...more,
});

async function filing(...rows: PastedRow[]): Promise<Reading> {
  return readDocument(await typedDocument(pastedForm('範例部', 2024, '千元', rows).form)).reading;
}

const amount = (twd: bigint) => ({ twd, text: String(twd), span: { start: 0, end: 1 } });
const account = (name: string, agency: string | null, budgeted = 1_200_000n): SourcePlan => ({
  name,
  ministry: '範例部',
  agency,
  total: amount(5_000_000n),
  budgeted: amount(budgeted),
  budgetedYears: { from: 112, to: 113 },
  instalment: null,
  text: `${name}總經費5,000千元`,
  span: { start: 3, end: 9 },
});

const told = (reading: Reading, book: readonly SourcePlan[]): string[] =>
  proposeAgencies(reading, book).map(({ row: { name }, agency, by }) => `${name}: ${agency}, ${by}`);

test('an account of the budget book that states the plan says whose it is, with its words', async () => {
  const reading = await filing(row('燈塔修繕計畫'), row('浮標觀測計畫'));
  const [first, ...others] = proposeAgencies(reading, [account('燈塔修繕計畫', '擬制航港署及所屬')]);
  expect(others).toEqual([]);
  expect(first).toMatchObject({
    row: { name: '燈塔修繕計畫' },
    agency: '擬制航港署',
    by: 'budget-book',
    words: '燈塔修繕計畫總經費5,000千元',
    span: { start: 3, end: 9 },
  });
});

test('a plan in two agencies’ accounts is told apart by its money, or not at all', async () => {
  const book = [account('燈塔修繕計畫', '擬制航港署', 1_200_000n), account('燈塔修繕計畫', '杜撰氣象署', 900_000n)];
  expect(told(await filing(row('燈塔修繕計畫')), book)).toEqual(['燈塔修繕計畫: 擬制航港署, budget-book']);
  const other = row('燈塔修繕計畫', { budgetedToDate: '700', executedToDate: '700', approvedTotal: '6,000' });
  expect(told(await filing(other), book)).toEqual([]);
});

test.each([
  ['由擬制航港署辦理燈塔修繕。', ['燈塔修繕計畫: 擬制航港署, texts']],
  ['臆想災害防救中心已完成演練。', ['燈塔修繕計畫: 臆想災害防救中心, texts']],
  ['由本署辦理修繕。', []],
  ['由各縣市政府工務局辦理修繕。', []],
  ['委由得標廠商辦理修繕。', []],
  ['由擬制航港署辦理燈塔修繕，由杜撰氣象署辦理觀測。', []],
  ['擬制航港署與杜撰氣象署已完成會勘。', []],
])('%s', async (plannedWork, expected) => {
  expect(told(await filing(row('燈塔修繕計畫', { plannedWork })), [])).toEqual(expected);
});

test('a row between two of one agency is probably its own, where the list goes agency by agency', async () => {
  const names = ['燈塔修繕計畫', '浮標觀測計畫', '渡輪汰換計畫', '苗圃新建計畫', '溫室監測計畫'];
  const reading = await filing(...names.map((name) => row(name)));
  const book = [
    account('燈塔修繕計畫', '擬制航港署'),
    account('渡輪汰換計畫', '擬制航港署'),
    account('溫室監測計畫', '虛構農業署'),
  ];
  expect(told(reading, book)).toEqual([
    '燈塔修繕計畫: 擬制航港署, budget-book',
    '浮標觀測計畫: 擬制航港署, order',
    '渡輪汰換計畫: 擬制航港署, budget-book',
    '溫室監測計畫: 虛構農業署, budget-book',
  ]);
  const mixed = [...book, account('苗圃新建計畫', '擬制航港署')].map((plan) =>
    plan.name === '渡輪汰換計畫' ? { ...plan, agency: '虛構農業署' } : plan,
  );
  expect(told(reading, mixed).filter((line) => line.endsWith('order'))).toEqual([]);
});

test('an account that is nobody’s by name says nothing', async () => {
  expect(told(await filing(row('燈塔修繕計畫')), [account('燈塔修繕計畫', null)])).toEqual([]);
});
