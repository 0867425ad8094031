import { check } from '../engine/check-filing.ts';
import type { Rule } from '../engine/rule.ts';
import type { Finding } from '@guankao/domain';
import { example, type ExampleFiling, type ExamplePlan } from './example-filing.ts';

/** The findings of one rule alone over an example. Throws where the rule has a bug. */
export function trial(rule: Rule, filing: ExampleFiling | ExamplePlan): readonly Finding[] {
  const { findings, bugs } = check(example('plans' in filing ? filing : { plans: [filing] }), { rules: [rule] });
  const [bug] = bugs;
  if (bug !== undefined) throw bug.error;
  return findings;
}

/**
 * The same as `severity: words of the evidence | …`, for tests whose expectations read at a glance. The severity is the
 * rule's own: what it has earned to say by the last measurement is told in engine/measured.test.ts.
 */
export const told = (rule: Rule, filing: ExampleFiling | ExamplePlan): readonly string[] =>
  trial(rule, filing).map(
    ({ severity, unearned, evidence }) =>
      `${unearned === true ? 'error' : severity}: ${evidence.map(({ text }) => text).join(' | ')}`,
  );
