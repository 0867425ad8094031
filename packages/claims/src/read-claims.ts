import type { Filing, PlanRow, RowClaims } from '@guankao/domain';
import { itemsOf } from './text/items.ts';
import { commitmentsIn } from './commitments/commitments.ts';
import { causesIn, remediesIn } from './commitments/reasons.ts';
import { indicatorOf, outcomesOf, type RowItems } from './indicators.ts';
import { settle } from './verdicts/settle.ts';
import { statedVerdictOf } from './verdicts/stated.ts';
import { verdictOf } from './verdicts/verdict.ts';

/**
 * What each row promises and claims: one entry for each of `filing.plans`, in their order.
 * Pure; every span points into the text of the filing's document.
 */
export function readClaims(filing: Filing): readonly RowClaims[] {
  return filing.plans.map((row) => claimsOf(row, filing.fiscalYear?.value ?? null));
}

/** One row's. `fiscalYear` is Gregorian, null where the filing does not say it. */
export function claimsOf(row: PlanRow, fiscalYear: number | null): RowClaims {
  const items: RowItems = {
    plannedWork: itemsOf(row, 'plannedWork'),
    execution: itemsOf(row, 'execution'),
    goals: itemsOf(row, 'goals'),
    explanation: itemsOf(row, 'explanation'),
  };
  const stated = statedVerdictOf(items.explanation);
  const indicators = settle(outcomesOf(items, fiscalYear), items.explanation, stated.verdict).map(indicatorOf);
  const told = [...items.execution, ...items.explanation];
  return {
    plan: row.id,
    indicators,
    statedVerdict: stated.verdict,
    statedVerdictSpan: stated.span,
    verdict: verdictOf(indicators),
    commitments: commitmentsIn(told, fiscalYear),
    causes: causesIn(told),
    remedies: remediesIn(told),
  };
}
