import { expect, test } from 'vitest';
import type { TypedForm } from '@guankao/domain';
import type { Pool } from '@guankao/pool';
import { check } from '../../../pool/src/works/check.ts';
import { CheckedForms } from './checked-forms.ts';

const asked = { asker: { id: 'network', kind: 'guest' } } as unknown as Parameters<Pool['run']>[2];

function form(explanation: string): TypedForm {
  const texts = { name: '步道計畫', type: '', period: '', plannedWork: '', execution: '', goals: '完成整建6公里。' };
  const money = { approvedTotal: null, budgetedToDate: null, executedToDate: null };
  const row = { ...texts, explanation, ...money, id: 'r1', marker: null, parent: null };
  return { agency: '範例部', fiscalYear: 2025, printedUnit: 'thousand TWD', edition: null, rows: [row] };
}

function counting() {
  let asks = 0;
  // The work itself, in this process: how often it is asked for is what is looked at.
  const run = (_kind: string, input: TypedForm) => {
    asks += 1;
    return check(input);
  };
  return { pool: { run } as unknown as Pool, asks: () => asks };
}

test('a form that stays as it is is checked once; one letter more and it is checked anew', async () => {
  const { pool, asks } = counting();
  const forms = new CheckedForms(pool);
  const first = await forms.check(form('整建5公里，已達成。'), asked);
  expect(first.findings.length).toBeGreaterThan(0);
  expect(await forms.check(form('整建5公里，已達成。'), asked)).toBe(first);
  expect(asks()).toBe(1);
  expect((await forms.check(form('整建6公里，已達成。'), asked)).findings).not.toEqual(first.findings);
  expect(asks()).toBe(2);
});

test('of many forms the last ones that were asked for are kept; a check that failed is none', async () => {
  const { pool, asks } = counting();
  const forms = new CheckedForms(pool);
  for (let at = 1; at <= 13; at += 1) await forms.check(form(`整建${at}公里。`), asked);
  await forms.check(form('整建13公里。'), asked);
  expect(asks()).toBe(13);
  await forms.check(form('整建1公里。'), asked);
  expect(asks()).toBe(14);
  const failing = { run: async () => Promise.reject(new Error('busy')) } as unknown as Pool;
  await expect(new CheckedForms(failing).check(form(''), asked)).rejects.toThrow('busy');
});
