import { moneyColumns } from '@guankao/domain';

import { rowRule, type Fault } from '../engine/rule.ts';
import { moneyNames } from '../facts/filing-facts.ts';
import { grouped, moneySpans } from '../facts/money.ts';
import { proofOfColumnSum } from '../proofs/of-figures.ts';

const meta = {
  id: 'parent-sum-mismatch',
  title: { 'zh-Hant': '母計畫金額不等於各子計畫合計', en: 'Parent row differs from the sum of its sub-plans' },
  category: 'money',
  severity: 'error',
  authority: '加總：母計畫＝各子計畫之和',
  validFrom: null,
  validTo: null,
  withinSentence: true,
  why: { 'zh-Hant': '母計畫應為各子計畫之和。', en: 'A parent row should be the sum of its parts.' },
  messages: {
    differs: {
      fault: {
        'zh-Hant': '{column}：母計畫列寫 {stated}，各子計畫合計 {computed}，相差 {difference}。',
        en: '{column}: the parent row says {stated}, its sub-plans add up to {computed}, {difference} apart.',
      },
      settle: {
        'zh-Hant': '請核對各列金額，或說明未列出之子計畫。',
        en: 'Check the amounts, or name the sub-plan that is not listed.',
      },
    },
    rounding: {
      severity: 'question',
      fault: {
        'zh-Hant': '{column}：母計畫列寫 {stated}，各子計畫合計 {computed}，相差 {difference}，可能是千元進位。',
        en: '{column}: the parent row says {stated}, its sub-plans add up to {computed}; the {difference} may be rounding.',
      },
      settle: { 'zh-Hant': '若為進位差額，請註明。', en: 'If it is rounding, say so.' },
    },
  },
} as const;

/** Each part is rounded on its own, so that n parts may miss the rounded total by up to n/2 units. */
const roundingRoom = (parts: number): number => parts / 2;

export const rule = rowRule(meta, function* ({ plan, children }): Iterable<Fault<keyof typeof meta.messages>> {
  if (children.length < 2) return;
  for (const column of moneyColumns) {
    const parts = children.map((child) => child[column]);
    const parent = plan[column];
    if (parent === null || parts.some((part) => part === null)) continue;
    // Sub-plans that repeat the whole plan's total are shown, not added (umbrella-total).
    if (column === 'approvedTotal' && parts.every((part) => part?.value === parent.value)) continue;
    const computed = parts.reduce((total, part) => total + (part?.value ?? 0), 0);
    const difference = Math.abs(computed - parent.value);
    if (difference === 0) continue;
    yield {
      says: difference <= roundingRoom(parts.length) ? 'rounding' : 'differs',
      words: {
        column: moneyNames[column],
        stated: grouped(parent.value),
        computed: grouped(computed),
        difference: grouped(difference),
      },
      at: [plan, ...children].flatMap((row) => moneySpans(row, column)),
      stated: parent.value,
      computed,
      expression: parts.map((part) => part?.value).join('+'),
      proof: proofOfColumnSum(parent, parts),
    };
  }
});
