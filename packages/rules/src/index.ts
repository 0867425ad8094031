import { check, type RuleReport } from './engine/check-filing.ts';
import type { Checked } from './facts/filing-facts.ts';
import { rules } from './catalogue.ts';

export type { Checked } from './facts/filing-facts.ts';
export type { CutRule, RuleBug, RuleReport } from './engine/check-filing.ts';
export type { Rule } from './engine/rule.ts';
export { rules, pages } from './catalogue.ts';
export {
  isWayProven,
  leastAuthors,
  measured,
  measureOf,
  measureOfAll,
  type Measure,
  type Measured,
  type Tally,
} from './engine/measured.ts';

/**
 * Every rule in force, run over one filing: what does not hold, where, and on whose authority.
 * Never throws for a rule's sake: a rule that throws or runs over its time is in `bugs`, and the others' findings still come.
 */
export function checkFiling(checked: Checked): RuleReport {
  return check(checked, { rules });
}
