import { rowRule } from '../engine/rule.ts';
import { grouped, moneySpans, percentOf } from '../facts/money.ts';
import { proofOfLargerAmount } from '../proofs/of-figures.ts';

const meta = {
  id: 'budgeted-over-approved',
  title: { 'zh-Hant': '累計編列數大於核定總經費', en: 'More budgeted than approved' },
  category: 'money',
  severity: 'warning',
  authority: '行政院所屬各機關中長程個案計畫編審要點第9點：總經費增加應修正計畫',
  validFrom: null,
  validTo: null,
  withinSentence: true,
  why: {
    'zh-Hant': '總經費增加應先修正計畫；尚未核定之修正或追加預算可能說明差額。',
    en: 'A higher total needs a revision of the plan first; a pending revision or a supplementary budget may explain it.',
  },
  messages: {
    over: {
      fault: {
        'zh-Hant': '累計編列數 {budgeted} 大於核定總經費 {approved}，多 {difference}（{rate}%）。',
        en: 'Budgeted to date {budgeted} exceeds the approved total {approved} by {difference} ({rate} %).',
      },
      settle: {
        'zh-Hant': '請寫明修正核定文號，或更正金額。',
        en: 'Give the document number of the revision, or correct the amount.',
      },
    },
  },
} as const;

export const rule = rowRule(meta, function* ({ plan }) {
  const { budgetedToDate: budgeted, approvedTotal: approved } = plan;
  if (budgeted === null || approved === null || budgeted.value <= approved.value) return;
  yield {
    says: 'over',
    words: {
      budgeted: grouped(budgeted.value),
      approved: grouped(approved.value),
      difference: grouped(budgeted.value - approved.value),
      rate: percentOf(budgeted.value, approved.value),
    },
    at: moneySpans(plan, 'budgetedToDate', 'approvedTotal'),
    stated: budgeted.value,
    computed: approved.value,
    expression: `${budgeted.value}<=${approved.value}`,
    proof: proofOfLargerAmount('budgeted-within-approved', budgeted, approved),
  };
});
