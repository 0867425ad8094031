import type { Role } from '../../actors.ts';
import type { Permission, Policy } from '../../policy.ts';
import type { CommentRecord } from './comment.ts';

export type CommentAction = 'read' | 'write' | 'answer' | 'assign' | 'resolve' | 'reopen';

const readers: readonly Role[] = ['officer', 'supervisor', 'accountant', 'compiler', 'auditor'];

/** Whoever may see the record that it is on: the runner has looked at that before (`standsOn` of the noun). */
function whoeverSees(label: Permission<unknown>['label']): Permission<Pick<CommentRecord, 'agency'>> {
  return { label, roles: readers, allows: (actor) => actor.grants.some(({ role }) => readers.includes(role)) };
}

export const commentPolicy: Policy<Pick<CommentRecord, 'agency'>, CommentAction> = {
  noun: { 'zh-Hant': '這則意見', en: 'this comment' },
  actions: {
    read: whoeverSees({ 'zh-Hant': '查看', en: 'read' }),
    write: whoeverSees({ 'zh-Hant': '寫意見', en: 'comment' }),
    answer: whoeverSees({ 'zh-Hant': '回覆', en: 'answer' }),
    assign: whoeverSees({ 'zh-Hant': '指派', en: 'assign' }),
    resolve: whoeverSees({ 'zh-Hant': '結案', en: 'resolve' }),
    reopen: whoeverSees({ 'zh-Hant': '重新開啟', en: 'reopen' }),
  },
};
