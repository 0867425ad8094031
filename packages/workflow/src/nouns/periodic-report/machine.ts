import { terms } from '@guankao/terms';
import type { Machine } from '../../machine.ts';

export type ReportState = 'filling' | 'submitted' | 'returned' | 'reviewed';
export type ReportMove = 'submit' | 'withdraw' | 'review' | 'return' | 'reopen';

/** 開放 → 填報 → 主管審核; the month is locked (鎖定) for all reports at once, by the year's form. */
export const reportMachine: Machine<ReportState, ReportMove> = {
  subject: { 'zh-Hant': '這份填報', en: 'this report' },
  first: 'filling',
  labels: {
    filling: terms.drafting,
    submitted: terms.submitted,
    returned: terms.returned,
    reviewed: { 'zh-Hant': '主管已審核', en: 'reviewed by the supervisor' },
  },
  moves: [
    {
      name: 'submit',
      from: ['filling', 'returned'],
      to: 'submitted',
      who: 'officer',
      label: terms.submit,
      reason: false,
    },
    { name: 'withdraw', from: ['submitted'], to: 'filling', who: 'officer', label: terms.withdraw, reason: false },
    { name: 'review', from: ['submitted'], to: 'reviewed', who: 'supervisor', label: terms.approve, reason: false },
    { name: 'return', from: ['submitted'], to: 'returned', who: 'supervisor', label: terms.return, reason: true },
    {
      name: 'reopen',
      from: ['reviewed'],
      to: 'filling',
      who: 'officer',
      label: { 'zh-Hant': '更正填報', en: 'correct the report' },
      reason: true,
    },
  ],
};

export const reportMoves = ['submit', 'withdraw', 'review', 'return', 'reopen'] as const;
