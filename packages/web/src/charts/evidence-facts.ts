import type { EvidenceGrade } from '@guankao/reading';
import type { ChartFact } from './chart.ts';
import type { OfPlan } from './facts.ts';

/** The grade of a plan's weakest target; `no-target`: it has none; `not-told`: read before grades were told. */
export type EvidenceStanding = EvidenceGrade | 'no-target' | 'not-told';

/** In the order in which they are shown: weakest first, what has no grade last. */
export const evidenceStandings: readonly EvidenceStanding[] = [
  'none',
  'own-statement',
  'document',
  'recomputable',
  'no-target',
  'not-told',
];

/** Of one grade, in one group. Money in TWD; shares in percent of the group, two decimals. */
export interface EvidenceFact extends ChartFact {
  readonly standing: EvidenceStanding;
  /** null: of all together. */
  readonly ministry: string | null;
  /** Gregorian. */
  readonly year: number | null;
  /** Of the only filing; null where there are several. */
  readonly filing: string | null;
  /** Plans, each with its sub-plans, whose weakest target has this grade. */
  readonly plans: number;
  /** Rows whose money is added, and rows that lack a figure or its unit. */
  readonly added: number;
  readonly notAdded: number;
  readonly budgeted: number;
  readonly moneyShare: number | null;
  /** All targets of this grade, of whichever plan. */
  readonly targets: number;
  readonly targetShare: number | null;
  /** Of the plans, those that have targets of another grade too. */
  readonly mixed: number;
}

/** A plan with its sub-plans: the row at its head. */
export interface EvidencePlanFact extends OfPlan {
  readonly standing: EvidenceStanding;
  /** TWD, to date; null where it cannot be added. */
  readonly budgeted: number | null;
  readonly none: number;
  readonly ownStatement: number;
  readonly document: number;
  readonly recomputable: number;
  readonly notTold: number;
}
