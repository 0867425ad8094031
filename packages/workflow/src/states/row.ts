import type { Machine } from './machine.ts';

export type RowState = 'drafting' | 'submitted' | 'returned' | 'approved' | 'filed';
export type RowMove = 'submit' | 'withdraw' | 'approve' | 'return' | 'send-back' | 'file' | 'reopen';

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
      name: 'file',
      from: ['approved'],
      to: 'filed',
      who: 'compiler',
      label: { 'zh-Hant': '隨表送出', en: 'file with the form' },
      reason: false,
    },
    {
      name: 'reopen',
      from: ['filed'],
      to: 'returned',
      who: 'compiler',
      label: { 'zh-Hant': '開放更正', en: 'open for correction' },
      reason: true,
    },
  ],
};
