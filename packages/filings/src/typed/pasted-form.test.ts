import { expect, test } from 'vitest';
import { pastedForm, type PastedRow } from './pasted-form.ts';

const row: PastedRow = {
  name: '合計',
  type: '',
  period: '',
  approvedTotal: '9,000',
  budgetedToDate: '1億2,000萬元',
  executedToDate: '約9千萬',
  plannedWork: '',
  execution: '',
  goals: '',
  explanation: '',
};

test('amounts are read in their unit; what is none is said, and never taken for a figure', () => {
  const { form, unread } = pastedForm('範例部', 2024, '千元', [row]);
  expect(form.rows).toEqual([
    {
      ...row,
      id: 'r01',
      marker: null,
      parent: null,
      approvedTotal: 9_000_000,
      budgetedToDate: 120_000_000,
      executedToDate: null,
    },
  ]);
  expect(unread).toEqual([{ row: 0, field: 'executedToDate' }]);
});

test('a dash is nothing by custom, a triangle is less than nothing', () => {
  const { form, unread } = pastedForm('範例部', 2024, '元', [{ ...row, budgetedToDate: '－', executedToDate: '△5' }]);
  expect(form.printedUnit).toBe('TWD');
  expect(form.rows[0]).toMatchObject({ approvedTotal: 9_000, budgetedToDate: 0, executedToDate: -5 });
  expect(unread).toEqual([]);
});

test('a mark of a note at a figure may be a digit of it: unread', () => {
  const { form, unread } = pastedForm('範例部', 2024, '元', [{ ...row, executedToDate: '51,330¹' }]);
  expect(form.rows[0]?.executedToDate).toBeNull();
  expect(unread).toEqual([{ row: 0, field: 'executedToDate' }]);
});
