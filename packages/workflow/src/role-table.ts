import { roles, type Role } from './actors.ts';
import { accountPolicy } from './nouns/account/policy.ts';
import type { Policy } from './policy.ts';
import { rowPolicy } from './nouns/row/policy.ts';
import { yearPolicy } from './nouns/year/policy.ts';

const policies = { row: rowPolicy, year: yearPolicy, account: accountPolicy } as const;

/** Role × action as Markdown, from the policies themselves: docs/roles.md is made from this, and a test holds it there. */
export function roleTable(): string {
  const head = `| noun | action | ${roles.join(' | ')} | public |`;
  const rule = `| --- | --- |${' --- |'.repeat(roles.length + 1)}`;
  const rows = Object.entries(policies).flatMap(([noun, policy]) => actionRows(noun, policy as Policy<never, string>));
  return [head, rule, ...rows].join('\n');
}

function actionRows(noun: string, policy: Policy<never, string>): string[] {
  const everyone: readonly (Role | 'public')[] = [...roles, 'public'];
  return Object.entries(policy.actions).map(
    ([action, permission]) =>
      `| ${noun} | ${action} | ${everyone.map((role) => (permission.roles.includes(role) ? '●' : '')).join(' | ')} |`,
  );
}
