import { expect, test } from 'vitest';
import { pastedForm, readDocument, typedDocument } from '../index.ts';

async function eventsIn(execution: string, explanation = ''): Promise<readonly string[]> {
  const { form } = pastedForm('範例部', 2024, '千元', [
    {
      name: '示範步道計畫',
      type: '社會發展',
      period: '112年1月至115年12月',
      approvedTotal: '9,000',
      budgetedToDate: '6,000',
      executedToDate: '5,400',
      plannedWork: '113年1月決標。',
      execution,
      goals: '113年2月開工。',
      explanation,
    },
  ]);
  const { reading } = await readDocument(await typedDocument(form));
  const [plan] = reading.plans;
  for (const { text, span } of plan?.events ?? [])
    expect(reading.document.text.slice(span.start, span.end).replaceAll('\n', '')).toBe(text);
  return (plan?.events ?? []).map(({ kind, date }) => `${kind} ${date}`);
}

test.each([
  [
    '本案於113年3月12日決標，113年5月27日開工，同年9月停工，113年10月1日復工。',
    ['award 2024-03-12', 'start 2024-05-27', 'halt 2024-09', 'resumption 2024-10-01'],
  ],
  ['步道工程於112年10月竣工。', ['completion 2023-10']],
  ['第2期工程於113年11月15日驗收合格。', ['acceptance 2024-11-15']],
  ['113年5月20日全數驗收合格。', ['acceptance 2024-05-20']],
  ['113年6月3日辦理機電工程決標。', ['award 2024-06-03']],
  ['已於113年6月3日完工並於113年8月1日驗收。', ['completion 2024-06-03', 'acceptance 2024-08-01']],
])('%s tells %j', async (text, events) => expect(await eventsIn(text)).toEqual(events));

test.each([
  '預計113年12月決標。',
  '原訂113年3月開工，因故延後。',
  '113年3月尚未決標。',
  '113年8月31日前完工。',
  '113年5月1日開工前說明會。',
  '113年5月1日竣工查驗。',
  '113年5月1日驗收缺失改善。',
  '113年1月至6月停工。',
  '113年完工。',
  '5月1日決標。',
  '113年2月30日決標。',
  '契約期限113年9月1日竣工。',
  '113年第2季開工。',
  '113年3月1日召開審查會，工程完工9館。',
])('%s tells none', async (text) => expect(await eventsIn(text)).toEqual([]));

test('what both columns tell is told once, and plans and goals tell none', async () => {
  expect(await eventsIn('工程於113年3月12日決標。', '工程於113年3月12日決標。')).toEqual(['award 2024-03-12']);
});
