import type { Document, Filing, Finding, RowClaims } from '@guankao/domain';

/** What the rules see: everything that was read, and nothing else. */
export interface Checked {
  readonly document: Document;
  readonly filing: Filing;
  readonly claims: readonly RowClaims[];
}

export interface RuleReport {
  readonly findings: readonly Finding[];
  /** Rules that threw or ran over their time: for the operator, never for the public. */
  readonly bugs: readonly RuleBug[];
}

export interface RuleBug {
  readonly rule: string;
  readonly plan: string | null;
  readonly error: Error;
}

export function checkFiling(_checked: Checked): RuleReport {
  throw new Error('being built');
}
