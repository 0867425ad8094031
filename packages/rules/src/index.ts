import type { Finding } from '@guankao/domain';
import { check, checkRows, settle, type FoundInRows, type RuleReport } from './engine/check-filing.ts';
import type { Asked, Checked } from './facts/filing-facts.ts';
import { rules } from './catalogue.ts';

export type { Checked } from './facts/filing-facts.ts';
export type { CutRule, FoundInRows, RuleBug, RuleReport } from './engine/check-filing.ts';
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

/** As `checkFiling`, in some of its rows anew and among all of them: for a form of which few rows were changed. */
export function findInRows(asked: Asked, rows: ReadonlySet<string>): FoundInRows {
  return checkRows(asked, rows, { rules });
}

/** Findings of a filing's rows and among them, as `checkFiling` gives them. `rows` are the ids, in their order. */
export function settleFindings(findings: readonly Finding[], rows: readonly string[]): readonly Finding[] {
  return settle(findings, rows, rules);
}
