import { evidenceGrades, type EvidenceGrade, type PlanReading } from '@guankao/reading';
import type { FilingEdition } from '@guankao/store';
import type { EvidenceStanding } from '@guankao/web';
import { inTwd } from '../data/tables/money.ts';
import { totalsOf } from '../filings/totals.ts';

/** A plan with its sub-plans: their money stands in its own, so it counts once. */
export interface EvidenceOfPlan {
  /** The row at its head. */
  readonly head: PlanReading;
  /** The weakest grade of its targets; of a plan without one, why it has none. */
  readonly standing: EvidenceStanding;
  /** Its targets by grade. Those of the whole plan, of which no result is owed yet, are in none. */
  readonly targets: Readonly<Record<EvidenceGrade | 'not-told', number>>;
  /** TWD, to date, this share; null where a figure or its unit is lacking. */
  readonly budgeted: number | null;
  /** Rows whose money is added, and rows that lack a figure or its unit. */
  readonly added: number;
  readonly notAdded: number;
}

export function evidenceOfPlans({ filing, reading }: FilingEdition): readonly EvidenceOfPlan[] {
  const rows = new Map(reading.plans.map((row) => [row.id, row]));
  const headOf = (row: PlanReading): PlanReading => (row.parent === null ? undefined : rows.get(row.parent)) ?? row;
  return [...Map.groupBy(reading.plans, headOf)].map(([head, own]) => ofPlan(head, own, filing.moneyUnit));
}

function ofPlan(
  head: PlanReading,
  rows: readonly PlanReading[],
  unit: FilingEdition['filing']['moneyUnit'],
): EvidenceOfPlan {
  const targets = countsOf(rows);
  const totals = totalsOf(rows);
  const budgeted = totals.rows === 0 ? null : inTwd(unit, totals.budgetedToDate);
  // What has no unit cannot be added to anything.
  const added = budgeted === null ? 0 : totals.rows;
  return {
    head,
    standing: standingOf(targets),
    targets,
    budgeted,
    added,
    notAdded: totals.without + totals.rows - added,
  };
}

function countsOf(rows: readonly PlanReading[]): EvidenceOfPlan['targets'] {
  const counts = { none: 0, 'own-statement': 0, document: 0, recomputable: 0, 'not-told': 0 };
  for (const { indicators } of rows)
    for (const { evidence } of indicators) if (evidence !== null) counts[evidence?.grade ?? 'not-told'] += 1;
  return counts;
}

/** What was read before evidence was told could be of any grade, so its weakest is not known. */
function standingOf(targets: EvidenceOfPlan['targets']): EvidenceStanding {
  if (targets['not-told'] > 0) return 'not-told';
  return evidenceGrades.find((grade) => targets[grade] > 0) ?? 'no-target';
}
