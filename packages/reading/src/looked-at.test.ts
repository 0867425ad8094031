import { expect, test } from 'vitest';
import { pastedForm, readDocument, typedDocument } from './index.ts';

const row = {
  name: '示範步道計畫',
  type: '社會發展',
  period: '112年1月至115年12月',
  approvedTotal: '9,000',
  budgetedToDate: '6,000',
  executedToDate: '',
  plannedWork: '',
  execution: '已整建6公里。',
  goals: '整建6公里；種樹200株。',
  explanation: '整建6公里。',
};

test('counts what was given to the rules', async () => {
  const read = readDocument(await typedDocument(pastedForm('範例部', 2024, '千元', [row]).form));
  expect(read.lookedAt).toEqual({
    plans: 1,
    targets: 2,
    judged: 1,
    figures: 7,
    // 2 amounts and 200株; the period; 6公里 three times, of which the target and the result were held together.
    coverage: { contradicted: 0, judged: 2, 'borne-out': 0, 'stands-alone': 4, 'not-a-claim': 1, unread: 0 },
    unread: 0,
  });
});

test('a text that is no such form: no plan, and what was left', async () => {
  const { read } = await import('./pipeline.ts');
  const { lookedAt } = await read({ name: 'a.txt', bytes: new TextEncoder().encode('hello world\n') });
  expect(lookedAt).toMatchObject({ plans: 0, targets: 0, judged: 0, figures: 0 });
  expect(lookedAt.unread).toBeGreaterThan(0);
});
