import type { Filing, Indicator, PlanRow, RowClaims } from '@guankao/domain';
import { itemsOf } from './text/items.ts';
import { commitmentsIn } from './commitments/commitments.ts';
import { causesIn, remediesIn } from './commitments/reasons.ts';
import { againstColumns } from './actuals/columns.ts';
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
    plannedWork: itemsOf(row, 'plannedWork', fiscalYear),
    execution: itemsOf(row, 'execution', fiscalYear),
    goals: itemsOf(row, 'goals', fiscalYear),
    explanation: itemsOf(row, 'explanation', fiscalYear),
  };
  const stated = statedVerdictOf(items.explanation);
  const { outcomes, leftOut } = outcomesOf(items, fiscalYear);
  const isWhole = row.inPart !== true && leftOut.targets + leftOut.results === 0;
  const told = outcomes.map((outcome) => againstColumns(outcome, row));
  const settled = settle(told, items.explanation, stated.verdict).map(indicatorOf);
  const indicators = isWhole ? settled : settled.map(openWhereMissed);
  const results = [...items.execution, ...items.explanation];
  return {
    plan: row.id,
    indicators,
    statedVerdict: stated.verdict,
    statedVerdictSpan: stated.span,
    verdict: isWhole ? verdictOf(indicators) : 'undetermined',
    commitments: commitmentsIn(results, fiscalYear),
    causes: causesIn(results),
    remedies: remediesIn(results),
    ...(leftOut.targets + leftOut.results === 0 ? {} : { leftOut }),
  };
}

/** What would meet it may stand in what was not looked at. */
function openWhereMissed(indicator: Indicator): Indicator {
  return indicator.met === false
    ? { ...indicator, met: null, reason: `${indicator.reason}; the row was looked at in part` }
    : indicator;
}
