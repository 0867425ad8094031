import { terms } from '@guankao/terms';
import { holds, type Actor, type AgencyTree, type Role } from '../../actors.ts';
import type { Permission, Policy } from '../../policy.ts';

export type MappingAction = 'read' | 'open' | 'take-accounts' | 'part' | 'overrule' | 'draw';

/** The agency whose accounts they are, and the ministry whose form they are for. */
interface Subject {
  readonly ministry: string;
  readonly agency: string;
}

/** In the agency or above it, and the agency within the ministry: a mapping for the form of another one is nobody's. */
function anyOf(roles: readonly Role[]): Permission<Subject>['allows'] {
  return (actor: Actor, { ministry, agency }: Subject, tree: AgencyTree) =>
    tree.within(agency, ministry) && roles.some((role) => holds(actor, role, agency, tree));
}

function of(roles: readonly Role[], label: Permission<Subject>['label']): Permission<Subject> {
  return { label, roles, allows: anyOf(roles) };
}

/** Money is 主計's alone; those who answer for the form and those who audit it see where it comes from. */
export const mappingPolicy: Policy<Subject, MappingAction> = {
  noun: { 'zh-Hant': '這份科目對應', en: 'this account mapping' },
  actions: {
    read: of(['accountant', 'compiler', 'auditor'], { 'zh-Hant': '查看', en: 'read' }),
    open: of(['accountant'], { 'zh-Hant': '建立科目對應', en: 'begin an account mapping' }),
    'take-accounts': of(['accountant'], { 'zh-Hant': '匯入科目', en: 'import accounts' }),
    part: of(['accountant'], { 'zh-Hant': '歸屬計畫', en: 'assign to plans' }),
    overrule: of(['accountant'], terms.overruleAmount),
    draw: of(['accountant'], terms.drawMoney),
  },
};
