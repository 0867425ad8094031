import { terms } from '@guankao/terms';
import type { Machine } from '../../machine.ts';

export type WorkPlanState = 'drafting' | 'submitted' | 'returned' | 'approved' | 'locked';
export type WorkPlanMove = 'submit' | 'withdraw' | 'approve' | 'return' | 'adjust' | 'lock';

/** 草擬 → 陳核 → 核定 → 調整(n) → 年終鎖定. What was approved stays in force while an adjustment is written. */
export const workPlanMachine: Machine<WorkPlanState, WorkPlanMove> = {
  subject: { 'zh-Hant': '這份年度作業計畫', en: 'this annual work plan' },
  first: 'drafting',
  labels: {
    drafting: terms.drawnUp,
    submitted: terms.submitted,
    returned: terms.returned,
    approved: { 'zh-Hant': '已核定', en: 'approved' },
    locked: { 'zh-Hant': '已年終鎖定', en: 'locked at the year’s end' },
  },
  moves: [
    {
      name: 'submit',
      from: ['drafting', 'returned'],
      to: 'submitted',
      who: 'officer',
      label: terms.submit,
      reason: false,
    },
    { name: 'withdraw', from: ['submitted'], to: 'drafting', who: 'officer', label: terms.withdraw, reason: false },
    {
      name: 'approve',
      from: ['submitted'],
      to: 'approved',
      who: 'supervisor',
      label: terms.finalApproval,
      reason: false,
    },
    { name: 'return', from: ['submitted'], to: 'returned', who: 'supervisor', label: terms.return, reason: true },
    { name: 'adjust', from: ['approved'], to: 'drafting', who: 'officer', label: terms.adjustment, reason: true },
    { name: 'lock', from: ['approved'], to: 'locked', who: 'compiler', label: terms.lockYear, reason: false },
  ],
};

export const workPlanMoves = ['submit', 'withdraw', 'approve', 'return', 'adjust', 'lock'] as const;
