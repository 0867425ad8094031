import { expect, test } from 'vitest';
import { mostOfRow } from '@guankao/domain';
import { pastedForm, readDocument, typedDocument, type PastedRow, type Reading } from './index.ts';

async function readTyped(texts: Partial<PastedRow>): Promise<Reading> {
  const empty = { plannedWork: '辦理虛構設施興建。', execution: '已辦理虛構設施興建。' };
  const row: PastedRow = {
    name: '虛構設施興建計畫',
    type: '社會發展',
    period: '112年1月至115年12月',
    approvedTotal: '1,000,000',
    budgetedToDate: '600,000',
    executedToDate: '550,000',
    ...empty,
    goals: '完成虛構設施3座。',
    explanation: '完成虛構設施3座。',
    ...texts,
  };
  return readDocument(await typedDocument(pastedForm('範例部', 2024, '千元', [row]).form)).reading;
}

test('a short row has no notices', async () => {
  expect((await readTyped({})).notices).toEqual([]);
});

test('what of a long text is not looked at is told with its row and column, in both languages; the text stays', async () => {
  const goals = '、'.repeat(5_000);
  const { notices, plans, findings } = await readTyped({ goals });
  expect(notices).toMatchObject([{ id: 'looked-at-in-part', place: 'r01 虛構設施興建計畫 › 績效目標' }]);
  expect(notices[0]?.message['zh-Hant']).toContain('5,000 字未檢核');
  expect(notices[0]?.message.en).toContain('5,000 of its characters were not checked');
  expect(plans[0]?.goals.map(({ text }) => text).join('')).toBe(goals);
  expect(plans[0]?.verdict).toBe('undetermined');
  // The goals are there, and were not looked at: nobody is told that they are missing.
  expect(findings.map(({ rule }) => rule)).not.toContain('empty-cell');
  expect(findings.map(({ rule }) => rule)).not.toContain('no-measurable-target');
});

test('targets beyond those that results are sought for are counted, and none of the row is called missed', async () => {
  const goals = Array.from({ length: mostOfRow.targets + 30 }, (_, i) => `${i + 1}. 興建虛構設施第${i + 1}區50座。`);
  const explanation = goals.map((goal) => goal.replace('50座', '49座'));
  const { notices, plans, findings } = await readTyped({
    goals: goals.join('\n'),
    explanation: explanation.join('\n'),
  });
  expect(notices.map(({ id }) => id)).toEqual(['targets-in-part']);
  expect(notices[0]?.message.en).toContain('30 targets and 0 figures were left out');
  expect(plans[0]?.indicators.length).toBe(mostOfRow.targets);
  expect(plans[0]?.indicators.every(({ met }) => met !== false)).toBe(true);
  expect(findings.filter(({ rule }) => rule === 'target-missed')).toEqual([]);
});

test('a rule that finds the same slip everywhere stops, and says so', async () => {
  const { notices, findings } = await readTyped({ execution: '已於於虛構地區辦理。\n'.repeat(200) });
  expect(findings.filter(({ rule }) => rule === 'doubled-words').length).toBeLessThanOrEqual(30);
  expect(notices).toMatchObject([{ id: 'findings-in-part', place: 'r01 虛構設施興建計畫' }]);
});
