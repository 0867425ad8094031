import { terms } from '@guankao/terms';
import { holds, type Actor, type AgencyTree, type Role } from '../../actors.ts';
import type { Permission, Policy } from '../../policy.ts';

export type FilingAction = 'import' | 'settle' | 'publish' | 'withdraw';

/** A filing from elsewhere. */
export interface FilingSubject {
  /** The agency of this house that the filing is of, by its name; null: of none that works here. */
  readonly agency: string | null;
}

const roles: readonly Role[] = ['compiler', 'administrator'];

/**
 * A filing belongs to its ministry: whoever imports over it, settles or publishes it has a role there. One of an agency
 * that does not work here is anybody's who compiles or administers at the head of a ministry.
 */
function hands(label: Permission<FilingSubject>['label']): Permission<FilingSubject> {
  return {
    label,
    roles,
    allows: (actor, { agency }, tree) =>
      roles.some((role) => (agency === null ? holdsAtAHead(actor, role, tree) : holds(actor, role, agency, tree))),
  };
}

function holdsAtAHead(actor: Actor, role: Role, tree: AgencyTree): boolean {
  return actor.grants.some((grant) => grant.role === role && tree.isHead(grant.agency));
}

export const filingPolicy: Policy<FilingSubject, FilingAction> = {
  noun: { 'zh-Hant': '這份表', en: 'this filing' },
  actions: {
    import: hands({ 'zh-Hant': '匯入', en: 'import' }),
    settle: hands({ 'zh-Hant': '確認讀取結果', en: 'settle its reading' }),
    publish: hands(terms.publish),
    withdraw: hands({ 'zh-Hant': '撤下', en: 'withdraw' }),
  },
};
