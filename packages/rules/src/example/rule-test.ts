import { describe, expect, test } from 'vitest';
import type { Rule } from '../engine/rule.ts';
import type { ExampleFiling, ExamplePlan } from './example-filing.ts';
import { told } from './trial.ts';

export interface RuleCases {
  /** What the rule must leave alone, by what is special about it. */
  readonly valid: Readonly<Record<string, ExampleFiling | ExamplePlan>>;
  /** What it must find, with each finding as `severity: words | words`. */
  readonly invalid: Readonly<
    Record<string, readonly [example: ExampleFiling | ExamplePlan, findings: readonly string[]]>
  >;
}

/** Two lists, valid first. */
export function ruleTest(rule: Rule, { valid, invalid }: RuleCases): void {
  describe(rule.meta.id, () => {
    for (const [name, filing] of Object.entries(valid))
      test(`leaves alone: ${name}`, () => expect(told(rule, filing)).toEqual([]));
    for (const [name, [filing, findings]] of Object.entries(invalid))
      test(`finds: ${name}`, () => expect(told(rule, filing)).toEqual(findings));
  });
}
