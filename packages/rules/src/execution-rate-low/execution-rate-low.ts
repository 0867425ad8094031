import { rowRule } from '../engine/rule.ts';
import { textsIn, type Row } from '../facts/filing-facts.ts';
import { executionRate, grouped, moneySpans, percentOf } from '../facts/money.ts';

const meta = {
  id: 'execution-rate-low',
  title: { 'zh-Hant': '累計執行率偏低而未說明', en: 'A low execution rate without a word on it' },
  category: 'plausibility',
  severity: 'question',
  authority: '國家發展委員會管考旗標 90%（regulations: execution-rate-low）',
  validFrom: null,
  validTo: null,
  why: { 'zh-Hant': '執行落後應說明原因與處理。', en: 'A lag in spending owes its reason.' },
  messages: {
    low: {
      fault: {
        'zh-Hant': '累計執行 {executed}÷累計編列 {budgeted}＝{rate}%，低於 {bound}%，文中未說明。',
        en: 'Executed {executed} ÷ budgeted {budgeted} to date = {rate} %, under {bound} %, and the text does not say why.',
      },
      settle: {
        'zh-Hant': '請說明未執行原因與保留、賸餘數。',
        en: 'Say why, and how much was carried over or lapsed.',
      },
    },
  },
  yieldsTo: ['achieved-but-unspent', 'carry-over-too-large', 'execution-rate-mismatch'],
} as const;

const explained = /執行率|保留|賸餘|節餘|結餘|未支用|流標|未能(?:如期|依限|於)|落後/u;

export const rule = rowRule(meta, function* (row, filing) {
  const bound = filing.threshold('executionRateLow');
  const rate = executionRate(row.plan);
  const { executedToDate: executed, budgetedToDate: budgeted } = row.plan;
  if (bound === null || rate === null || rate >= bound.value || executed === null || budgeted === null) return;
  if (row.children.length > 0 || isExplained(row)) return;
  yield {
    says: 'low',
    words: {
      executed: grouped(executed.value),
      budgeted: grouped(budgeted.value),
      rate: percentOf(executed.value, budgeted.value),
      bound: bound.value,
    },
    at: moneySpans(row.plan, 'budgetedToDate', 'executedToDate'),
    stated: executed.value,
    computed: budgeted.value,
    expression: `${executed.value}/${budgeted.value}`,
  };
});

const isExplained = (row: Row): boolean =>
  textsIn(row, 'execution', 'explanation', 'goals').some(({ text }) => explained.test(text));
