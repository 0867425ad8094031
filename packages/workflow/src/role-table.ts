import { roles, type Role } from './actors.ts';
import type { Noun } from './noun.ts';
import { accountPolicy } from './nouns/account/policy.ts';
import { filingPolicy } from './nouns/filing/policy.ts';
import type { Policy } from './policy.ts';

/** Role × action, as Markdown: of each noun in the list, of accounts and of filings from elsewhere. */
export function roleTable(nouns: readonly Noun[]): string {
  const head = `| noun | action | ${roles.join(' | ')} | public |`;
  const rule = `| --- | --- |${' --- |'.repeat(roles.length + 1)}`;
  const rows = nouns.flatMap(({ name, policy }) => actionRows(name, policy as Policy<never, string>));
  const others = { account: accountPolicy, filing: filingPolicy } as const;
  const more = Object.entries(others).flatMap(([name, policy]) => actionRows(name, policy as Policy<never, string>));
  return [head, rule, ...rows, ...more].join('\n');
}

function actionRows(noun: string, policy: Policy<never, string>): string[] {
  const everyone: readonly (Role | 'public')[] = [...roles, 'public'];
  return Object.entries(policy.actions).map(
    ([action, permission]) =>
      `| ${noun} | ${action} | ${everyone.map((role) => (permission.roles.includes(role) ? '●' : '')).join(' | ')} |`,
  );
}
