import { holds, type Role } from '../../actors.ts';
import type { Permission, Policy } from '../../policy.ts';

export type CollectionAction = 'read' | 'send' | 'receive' | 'decide' | 'merge';

/** The ministry whose form it collects for. */
interface Subject {
  readonly ministry: string;
}

function of(roles: readonly Role[], label: Permission<Subject>['label']): Permission<Subject> {
  return {
    label,
    roles,
    allows: (actor, { ministry }, tree) => roles.some((role) => holds(actor, role, ministry, tree)),
  };
}

/** Only the compiler has anything to do here: those who fill the files in need no account. */
export const collectionPolicy: Policy<Subject, CollectionAction> = {
  noun: { 'zh-Hant': '這次收集', en: 'this collection' },
  actions: {
    read: of(['compiler', 'auditor'], { 'zh-Hant': '查看', en: 'read' }),
    send: of(['compiler'], { 'zh-Hant': '發出收集表', en: 'send collection files' }),
    receive: of(['compiler'], { 'zh-Hant': '收回檔案', en: 'receive files' }),
    decide: of(['compiler'], { 'zh-Hant': '併入或保留', en: 'take in or leave' }),
    merge: of(['compiler'], { 'zh-Hant': '併入完成', en: 'end taking in' }),
  },
};
