import { Refusal } from '@guankao/domain';
import { type Actor, type AgencyTree, type Role } from './actors.ts';
import { roleNames } from './machine.ts';

/** What may be asked of one noun: each action with who may. What stands nowhere is refused. */
export interface Policy<Subject, Action extends string> {
  readonly noun: { readonly 'zh-Hant': string; readonly en: string };
  readonly actions: Readonly<Record<Action, Permission<Subject>>>;
}

export interface Permission<Subject> {
  readonly label: { readonly 'zh-Hant': string; readonly en: string };
  /** Roles that may, for the role × action table and for the refusal's «who could». */
  readonly roles: readonly (Role | 'public')[];
  readonly allows: (actor: Actor, subject: Subject, tree: AgencyTree) => boolean;
}

export function may<Subject, Action extends string>(
  policy: Policy<Subject, Action>,
  action: Action,
  actor: Actor,
  subject: Subject,
  tree: AgencyTree,
): boolean {
  return Object.hasOwn(policy.actions, action) && policy.actions[action].allows(actor, subject, tree);
}

/** Throws a Refusal that says who could. It does not say whether the thing exists. */
export function demand<Subject, Action extends string>(
  policy: Policy<Subject, Action>,
  action: Action,
  actor: Actor,
  subject: Subject,
  tree: AgencyTree,
): void {
  if (may(policy, action, actor, subject, tree)) return;
  const { label, roles } = policy.actions[action];
  const who = (lang: 'zh-Hant' | 'en') =>
    roles
      .map((role) => (role === 'public' ? '' : roleNames[lang][role]))
      .filter((name) => name !== '')
      .join(lang === 'en' ? ', ' : '、');
  throw new Refusal('not-allowed', 403, {
    'zh-Hant': `您不能對${policy.noun['zh-Hant']}「${label['zh-Hant']}」。可以的是該機關的：${who('zh-Hant')}。若應由您辦理，請洽系統管理者調整角色。`,
    en: `You may not "${label.en}" ${policy.noun.en}. Those who may, in that agency: ${who('en')}. If it is yours to do, ask an administrator for the role.`,
  });
}
