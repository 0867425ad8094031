import { terms } from '@guankao/terms';
import { holds, type Role } from '../../actors.ts';
import type { Permission, Policy } from '../../policy.ts';

export type YearAction =
  | 'open'
  | 'read'
  | 'submit'
  | 'correct'
  | 'resubmit'
  | 'publish'
  | 'discard'
  | 'add-row'
  | 'split-row'
  | 'merge-rows'
  | 'rename-row'
  | 'hand-over-row'
  | 'retire-row'
  | 'restore-row'
  | 'lock-month'
  | 'approve-on-paper'
  | 'import-money';

/** The ministry whose form it is. */
interface Subject {
  readonly ministry: string;
}

function only(role: Role, label: Permission<Subject>['label']): Permission<Subject> {
  return { label, roles: [role], allows: (actor, { ministry }, tree) => holds(actor, role, ministry, tree) };
}

const everyone: readonly Role[] = ['officer', 'supervisor', 'accountant', 'compiler', 'auditor', 'administrator'];

export const yearPolicy: Policy<Subject, YearAction> = {
  noun: { 'zh-Hant': '這個年度的表', en: "this year's form" },
  actions: {
    open: only('compiler', { 'zh-Hant': '開辦年度', en: 'open a year' }),
    // Whoever has a role in the ministry or in an agency below it sees how far the form is.
    read: {
      label: { 'zh-Hant': '查看', en: 'read' },
      roles: everyone,
      allows: (actor, { ministry }, tree) =>
        actor.grants.some(({ agency }) => tree.within(agency, ministry) || tree.within(ministry, agency)),
    },
    submit: only('compiler', terms.report),
    correct: only('compiler', terms.correct),
    resubmit: only('compiler', { 'zh-Hant': '報送修正版', en: 'report the correction' }),
    publish: only('compiler', terms.publish),
    discard: only('compiler', { 'zh-Hant': '取消開辦', en: 'undo the opening' }),
    'add-row': only('compiler', { 'zh-Hant': '新增計畫', en: 'add a plan' }),
    'split-row': only('compiler', { 'zh-Hant': '分割計畫', en: 'split a plan' }),
    'merge-rows': only('compiler', { 'zh-Hant': '合併計畫', en: 'merge plans' }),
    'rename-row': only('compiler', { 'zh-Hant': '計畫更名', en: 'rename a plan' }),
    'hand-over-row': only('compiler', { 'zh-Hant': '改由其他機關執行', en: 'hand a plan to another agency' }),
    'retire-row': only('compiler', { 'zh-Hant': '計畫停列', en: 'retire a plan' }),
    'restore-row': only('compiler', { 'zh-Hant': '恢復列入', en: 'restore a plan' }),
    'lock-month': only('compiler', { 'zh-Hant': '鎖定或重開填報月份', en: 'lock or reopen a month of reports' }),
    // By somebody who wrote none of its rows: the command looks at each.
    'approve-on-paper': {
      label: { 'zh-Hant': '登錄核章', en: 'enter an approval on paper' },
      roles: ['compiler', 'supervisor'],
      allows: (actor, { ministry }, tree) =>
        holds(actor, 'compiler', ministry, tree) || holds(actor, 'supervisor', ministry, tree),
    },
    // Each line is checked against the row's own policy as well.
    'import-money': {
      label: { 'zh-Hant': '匯入金額', en: 'import money' },
      roles: ['accountant'],
      allows: (actor, { ministry }, tree) =>
        actor.grants.some(
          ({ role, agency }) =>
            role === 'accountant' && (tree.within(agency, ministry) || tree.within(ministry, agency)),
        ),
    },
  },
};
