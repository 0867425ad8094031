import { expect, test } from 'vitest';
import { pastedForm, readDocument, typedDocument, type PastedRow } from '@guankao/reading';
import { diffForms } from './diff.ts';

const row: PastedRow = {
  name: '步道整建計畫',
  type: '社會發展',
  period: '113年1月至115年12月',
  approvedTotal: '9,000',
  budgetedToDate: '700',
  executedToDate: '650',
  plannedWork: '1. 整建步道12公里。',
  execution: '完成12公里。',
  goals: '完成12公里。',
  explanation: '年度績效目標已達成。',
};
const form = async (...rows: PastedRow[]) =>
  readDocument(await typedDocument(pastedForm('範例部', 2024, '千元', rows).form)).reading;

test('the same form has no differences, however it is wrapped', async () => {
  expect(diffForms(await form(row), await form({ ...row, execution: '完成12\n公里。' }))).toEqual([]);
});

test('a figure, a text and a row that differ are named, cell by cell', async () => {
  const differences = diffForms(
    await form(row, { ...row, name: '海岸復育計畫' }),
    await form({ ...row, budgetedToDate: '701', goals: '完成13公里。' }),
  );
  expect(differences.slice(0, 2)).toEqual([
    { row: 1, name: '步道整建計畫', column: '截至本年度已編列預算數', filed: '700', generated: '701' },
    {
      row: 1,
      name: '步道整建計畫',
      column: '績效目標及本年度目標值',
      filed: '完成12公里。',
      generated: '完成13公里。',
    },
  ]);
  expect(differences.slice(2).every(({ row: at, generated }) => at === 2 && generated === null)).toBe(true);
});
