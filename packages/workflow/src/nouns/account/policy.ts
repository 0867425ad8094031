import { holds, type Role } from '../../actors.ts';
import type { Permission, Policy } from '../../policy.ts';

export type AccountAction = 'create' | 'grant' | 'revoke' | 'reset' | 'deactivate' | 'read' | 'change-own-password';

interface Subject {
  /** Whose account: null for one that is to be made. */
  readonly id: string | null;
  /** The agency that it, or the role to be granted, belongs to. */
  readonly agency: string;
}

function administrators(label: Permission<Subject>['label']): Permission<Subject> {
  const role: Role = 'administrator';
  return { label, roles: [role], allows: (actor, { agency }, tree) => holds(actor, role, agency, tree) };
}

export const accountPolicy: Policy<Subject, AccountAction> = {
  noun: { 'zh-Hant': '這個帳號', en: 'this account' },
  actions: {
    create: administrators({ 'zh-Hant': '建立', en: 'create' }),
    grant: administrators({ 'zh-Hant': '授予角色', en: 'grant a role' }),
    revoke: administrators({ 'zh-Hant': '收回角色', en: 'revoke a role' }),
    reset: administrators({ 'zh-Hant': '重發連結', en: 'issue a new link' }),
    deactivate: administrators({ 'zh-Hant': '停用或恢復', en: 'deactivate or reactivate' }),
    read: administrators({ 'zh-Hant': '查看', en: 'read' }),
    'change-own-password': {
      label: { 'zh-Hant': '變更密碼', en: 'change the password' },
      roles: ['officer', 'supervisor', 'accountant', 'compiler', 'auditor', 'administrator'],
      allows: (actor, { id }) => id !== null && actor.id === id,
    },
  },
};
