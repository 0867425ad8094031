import { terms } from '@guankao/terms';
import type { Machine } from '../../machine.ts';

export type CarryOverState =
  | 'drafting'
  | 'submitted'
  | 'returned'
  | 'reviewed'
  | 'approved'
  | 'partly'
  | 'refused'
  | 'closed';
export type CarryOverMove =
  | 'submit'
  | 'withdraw'
  | 'review'
  | 'return'
  | 'approve'
  | 'approve-partly'
  | 'refuse'
  | 'revoke'
  | 'close';

/** 申請 → 審核 → 核定／部分核定／不准 → 實現或註銷完畢. */
export const carryOverMachine: Machine<CarryOverState, CarryOverMove> = {
  subject: { 'zh-Hant': '這份保留申請', en: 'this carry-over' },
  first: 'drafting',
  labels: {
    drafting: { 'zh-Hant': '申請草擬', en: 'being drawn up' },
    submitted: terms.submitted,
    returned: terms.returned,
    reviewed: { 'zh-Hant': '已審核，待核定', en: 'reviewed, awaiting approval' },
    approved: { 'zh-Hant': '已核定', en: 'approved' },
    partly: { 'zh-Hant': '部分核定', en: 'approved in part' },
    refused: { 'zh-Hant': '不准', en: 'refused' },
    closed: { 'zh-Hant': '已結清', en: 'settled' },
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
      name: 'review',
      from: ['submitted'],
      to: 'reviewed',
      who: 'supervisor',
      label: { 'zh-Hant': '審核通過', en: 'pass the review' },
      reason: false,
    },
    {
      name: 'return',
      from: ['submitted', 'reviewed'],
      to: 'returned',
      who: 'supervisor',
      label: terms.return,
      reason: true,
    },
    {
      name: 'approve',
      from: ['reviewed'],
      to: 'approved',
      who: 'compiler',
      label: { 'zh-Hant': '登錄核定', en: 'record the approval' },
      reason: false,
    },
    {
      name: 'approve-partly',
      from: ['reviewed'],
      to: 'partly',
      who: 'compiler',
      label: { 'zh-Hant': '登錄部分核定', en: 'record an approval in part' },
      reason: true,
    },
    {
      name: 'refuse',
      from: ['reviewed'],
      to: 'refused',
      who: 'compiler',
      label: { 'zh-Hant': '登錄不准', en: 'record a refusal' },
      reason: true,
    },
    {
      name: 'revoke',
      from: ['approved', 'partly', 'refused'],
      to: 'reviewed',
      who: 'compiler',
      label: { 'zh-Hant': '撤回核定登錄', en: 'take the recorded approval back' },
      reason: true,
    },
    {
      name: 'close',
      from: ['approved', 'partly'],
      to: 'closed',
      who: 'accountant',
      label: { 'zh-Hant': '實現或註銷完畢', en: 'all realised or cancelled' },
      reason: false,
      comesWith: 'settle',
    },
  ],
};

/** Those that a person asks for by itself, with a reason at most. */
export const carryOverMoves = ['submit', 'withdraw', 'review', 'return', 'revoke'] as const;
/** Those that carry the document by which it was decided. */
export const carryOverDecisions = ['approve', 'approve-partly', 'refuse'] as const;
export type CarryOverDecision = (typeof carryOverDecisions)[number];
