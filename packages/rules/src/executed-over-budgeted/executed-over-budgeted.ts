import { rowRule } from '../engine/rule.ts';
import { percentOf, moneySpans, grouped } from '../facts/money.ts';
import { proofOfLargerAmount } from '../proofs/of-figures.ts';

const meta = {
  id: 'executed-over-budgeted',
  title: { 'zh-Hant': '累計執行數大於累計編列數', en: 'More executed than budgeted' },
  category: 'money',
  severity: 'warning',
  authority: '預算法：於預算所定範圍內執行；流用、預備金、以前年度保留轉入可以說明差額',
  validFrom: null,
  validTo: null,
  withinSentence: true,
  why: {
    'zh-Hant': '執行應在預算之內；流用、動支預備金或以前年度保留轉入都可能說明，但要寫出來。',
    en: 'Spending stays within the budget; transfers, reserve funds or amounts carried in can explain it, if they are stated.',
  },
  messages: {
    over: {
      fault: {
        'zh-Hant': '累計執行數 {executed} 大於累計編列數 {budgeted}，多 {difference}（{rate}%）。',
        en: 'Executed to date {executed} exceeds budgeted to date {budgeted} by {difference} ({rate} %).',
      },
      settle: {
        'zh-Hant': '請寫明差額的經費來源，或更正金額。',
        en: 'State where the difference came from, or correct the amount.',
      },
    },
  },
} as const;

export const rule = rowRule(meta, function* ({ plan }) {
  const { budgetedToDate: budgeted, executedToDate: executed } = plan;
  if (budgeted === null || executed === null || executed.value <= budgeted.value) return;
  yield {
    says: 'over',
    words: {
      executed: grouped(executed.value),
      budgeted: grouped(budgeted.value),
      difference: grouped(executed.value - budgeted.value),
      rate: percentOf(executed.value, budgeted.value),
    },
    at: moneySpans(plan, 'executedToDate', 'budgetedToDate'),
    stated: executed.value,
    computed: budgeted.value,
    expression: `${executed.value}<=${budgeted.value}`,
    proof: proofOfLargerAmount('executed-within-budgeted', executed, budgeted),
  };
});
