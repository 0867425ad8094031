import { filingRule } from '../engine/rule.ts';
import { moneySpans } from '../facts/money.ts';

const meta = {
  id: 'exactly-executed-everywhere',
  title: { 'zh-Hant': '多數列執行率恰為 100.00%', en: 'Most rows executed to exactly 100.00 %' },
  category: 'plausibility',
  severity: 'question',
  authority: '無明文；應付數與賸餘數是否計入執行數未定（regulations: exact-execution-common）',
  validFrom: null,
  validTo: null,
  why: {
    'zh-Hant': '可能將應付或賸餘計入執行數，各機關不一。',
    en: 'Payables or lapsed balances may be counted as executed, and not by every agency.',
  },
  messages: {
    common: {
      fault: {
        'zh-Hant': '過半數之列，累計執行數恰等於編列數。',
        en: 'In more than half of the rows executed equals budgeted exactly.',
      },
      settle: {
        'zh-Hant': '請註明執行數是否含應付數與賸餘數。',
        en: 'Say whether payables and lapsed balances are counted.',
      },
    },
  },
} as const;

/** In fewer rows a majority says little. */
const enough = 6;
/** Rows that stand for all of them. */
const shown = 3;

export const rule = filingRule(meta, function* (filing) {
  const bound = filing.threshold('exactExecutionCommon');
  const counted = filing.rows.filter(
    ({ plan, parent }) => parent === null && (plan.budgetedToDate?.value ?? 0) > 0 && plan.executedToDate !== null,
  );
  const exact = counted.filter(({ plan }) => plan.budgetedToDate?.value === plan.executedToDate?.value);
  const [first] = exact;
  if (
    bound === null ||
    first === undefined ||
    counted.length < enough ||
    exact.length * 100 < counted.length * bound.value
  )
    return;
  yield {
    plan: null,
    says: 'common',
    words: {},
    at: exact.slice(0, shown).flatMap(({ plan }) => moneySpans(plan, 'executedToDate')),
  };
});
