import { terms } from '@guankao/terms';
import type { Machine } from '../../machine.ts';

export type RowState = 'drafting' | 'submitted' | 'returned' | 'approved' | 'filed' | 'retired';
export type RowMove =
  | 'submit'
  | 'withdraw'
  | 'approve'
  | 'return'
  | 'send-back'
  | 'lapse'
  | 'file'
  | 'reopen'
  | 'retire'
  | 'restore';

/** A row of the form through the year. Entry and approval are different people's (policies/row.ts). */
export const rowMachine: Machine<RowState, RowMove> = {
  subject: { 'zh-Hant': '這一列', en: 'this row' },
  first: 'drafting',
  labels: {
    drafting: terms.drafting,
    submitted: terms.submitted,
    returned: terms.returned,
    approved: terms.approved,
    filed: terms.reported,
    retired: { 'zh-Hant': '已停列', en: 'retired' },
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
    {
      name: 'withdraw',
      from: ['submitted'],
      to: 'drafting',
      who: 'officer',
      label: terms.withdraw,
      reason: false,
    },
    {
      name: 'approve',
      from: ['submitted'],
      to: 'approved',
      who: 'supervisor',
      label: terms.approve,
      reason: false,
    },
    {
      name: 'return',
      from: ['submitted'],
      to: 'returned',
      who: 'supervisor',
      label: terms.return,
      reason: true,
    },
    {
      name: 'send-back',
      from: ['approved'],
      to: 'returned',
      who: 'compiler',
      label: terms.sendBack,
      reason: true,
    },
    {
      name: 'lapse',
      from: ['approved'],
      to: 'submitted',
      who: 'accountant',
      label: { 'zh-Hant': '核可後變更', en: 'changed after approval' },
      reason: false,
      comesWith: 'record-money',
    },
    {
      name: 'file',
      from: ['approved'],
      to: 'filed',
      who: 'compiler',
      label: { 'zh-Hant': '隨表報送', en: 'file with the form' },
      reason: false,
      comesWith: 'report',
    },
    {
      name: 'reopen',
      from: ['filed'],
      to: 'returned',
      who: 'compiler',
      label: terms.correct,
      reason: true,
      comesWith: 'correct',
    },
    {
      name: 'retire',
      from: ['drafting', 'submitted', 'returned', 'approved', 'filed'],
      to: 'retired',
      who: 'compiler',
      label: { 'zh-Hant': '停列', en: 'retire' },
      reason: true,
      comesWith: 'retire-row',
    },
    {
      name: 'restore',
      from: ['retired'],
      to: 'drafting',
      who: 'compiler',
      label: { 'zh-Hant': '恢復列入', en: 'restore' },
      reason: true,
      comesWith: 'restore-row',
    },
  ],
};

/** The moves that a person asks for by itself, of a row as it stands: each is an action of the row's policy. */
export const askedMoves = [
  'submit',
  'withdraw',
  'approve',
  'return',
  'send-back',
] as const satisfies readonly RowMove[];
