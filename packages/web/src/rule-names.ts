import { rules, type Rule } from '@guankao/rules';
import { useReader } from './reader.tsx';

const byId = new Map<string, Rule>(rules.map((rule) => [rule.meta.id, rule]));

/** What a rule is called in the reader’s language; the id alone of one that is no longer among the rules. */
export function useRuleTitle(): (id: string) => string {
  const { locale } = useReader();
  return (id) => byId.get(id)?.meta.title[locale] ?? id;
}

export function ruleById(id: string): Rule | undefined {
  return byId.get(id);
}
