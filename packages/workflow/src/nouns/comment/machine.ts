import type { Machine } from '../../machine.ts';

export type CommentState = 'open' | 'resolved';
export type CommentMove = 'resolve' | 'reopen';

/** Whoever may see the record may move it; `who` is the officer, whose work it mostly is. */
export const commentMachine: Machine<CommentState, CommentMove> = {
  subject: { 'zh-Hant': '這則意見', en: 'this comment' },
  first: 'open',
  labels: { open: { 'zh-Hant': '未結', en: 'open' }, resolved: { 'zh-Hant': '已結', en: 'resolved' } },
  moves: [
    {
      name: 'resolve',
      from: ['open'],
      to: 'resolved',
      who: 'officer',
      label: { 'zh-Hant': '結案', en: 'resolve' },
      reason: false,
    },
    {
      name: 'reopen',
      from: ['resolved'],
      to: 'open',
      who: 'officer',
      label: { 'zh-Hant': '重新開啟', en: 'reopen' },
      reason: false,
    },
  ],
};
