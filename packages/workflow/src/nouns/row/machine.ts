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
    drafting: { 'zh-Hant': '填報中', en: 'being written' },
    submitted: { 'zh-Hant': '待審核', en: 'awaiting approval' },
    returned: { 'zh-Hant': '已退回', en: 'returned' },
    approved: { 'zh-Hant': '已核可', en: 'approved' },
    filed: { 'zh-Hant': '已送出', en: 'filed' },
    retired: { 'zh-Hant': '已停列', en: 'retired' },
  },
  moves: [
    {
      name: 'submit',
      from: ['drafting', 'returned'],
      to: 'submitted',
      who: 'officer',
      label: { 'zh-Hant': '送審', en: 'submit' },
      reason: false,
    },
    {
      name: 'withdraw',
      from: ['submitted'],
      to: 'drafting',
      who: 'officer',
      label: { 'zh-Hant': '撤回', en: 'withdraw' },
      reason: false,
    },
    {
      name: 'approve',
      from: ['submitted'],
      to: 'approved',
      who: 'supervisor',
      label: { 'zh-Hant': '核可', en: 'approve' },
      reason: false,
    },
    {
      name: 'return',
      from: ['submitted'],
      to: 'returned',
      who: 'supervisor',
      label: { 'zh-Hant': '退回', en: 'return' },
      reason: true,
    },
    {
      name: 'send-back',
      from: ['approved'],
      to: 'returned',
      who: 'compiler',
      label: { 'zh-Hant': '退請補正', en: 'send back' },
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
      label: { 'zh-Hant': '開放修正', en: 'open for correction' },
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
