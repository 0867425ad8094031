import { rowRule } from '../engine/rule.ts';
import { executionRate, grouped, moneySpans, percentOf } from '../facts/money.ts';
import { pointAt } from '../facts/pointing.ts';
import { textsIn, type Row } from '../facts/filing-facts.ts';
import type { Span } from '@guankao/domain';

const meta = {
  id: 'achieved-but-unspent',
  title: { 'zh-Hant': '經費支用未及一半而目標全數達成', en: 'Less than half spent, and every target met' },
  category: 'plausibility',
  severity: 'question',
  authority: '無明文；立法院預算中心評估意見（regulations: spent-little）',
  validFrom: null,
  validTo: null,
  why: {
    'zh-Hant': '指標可能與經費無關，或預算編列過寬。',
    en: 'The indicators may not measure what the money is for, or the budget was too wide.',
  },
  messages: {
    unspent: {
      fault: {
        'zh-Hant': '累計執行 {executed}，占編列 {budgeted} 之 {rate}%，目標卻全數達成。',
        en: 'Executed {executed} of {budgeted} budgeted ({rate} %), yet every target is met.',
      },
      settle: {
        'zh-Hant': '請說明未支用原因與指標之關聯。',
        en: 'Say why it was not spent, and how the indicators relate to it.',
      },
    },
  },
  yieldsTo: ['target-missed', 'stated-achieved-but-missed'],
} as const;

export const rule = rowRule(meta, function* (row, filing) {
  const bound = filing.threshold('spentLittle');
  const rate = executionRate(row.plan);
  const { executedToDate: executed, budgetedToDate: budgeted } = row.plan;
  if (bound === null || rate === null || rate >= bound.value || executed === null || budgeted === null) return;
  const achieved = row.claims?.statedVerdict === 'achieved' || row.claims?.verdict === 'achieved';
  if (!achieved || row.claims?.statedVerdict === 'not_achieved' || isExplained(row)) return;
  yield {
    says: 'unspent',
    words: {
      executed: grouped(executed.value),
      budgeted: grouped(budgeted.value),
      rate: percentOf(executed.value, budgeted.value),
    },
    at: [...moneySpans(row.plan, 'budgetedToDate', 'executedToDate'), ...verdictSpan(row)],
    stated: executed.value,
    computed: budgeted.value,
    expression: `${executed.value}/${budgeted.value}`,
  };
});

/** The text says why: a question asked is a question answered. */
const isExplained = (row: Row): boolean =>
  textsIn(row, 'execution', 'explanation').some(({ text }) => /保留|賸餘|節餘|流標|未支用|落後|停工/u.test(text));

const verdictSpan = (row: Row): readonly Span[] => {
  const span = row.claims?.statedVerdictSpan ?? null;
  return span === null ? [] : [pointAt(row, span)];
};
