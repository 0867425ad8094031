import type { Filing, RowClaims } from '@guankao/domain';
import type { Coverage } from './coverage.ts';
import { totalOf, type StandingCounts } from './standing.ts';

/** How much of a filing was read and looked at: said wherever it is said that nothing was found. Counts, from 0. */
export interface LookedAt {
  readonly plans: number;
  readonly targets: number;
  /** Of them: found met or missed. */
  readonly judged: number;
  /** All numbers: the sum of `coverage`. */
  readonly figures: number;
  readonly coverage: StandingCounts;
  /** Stretches of the document that nothing was made of. */
  readonly unread: number;
}

/** `filing` is what the rules were given: targets that a bound left out are not counted. */
export function lookedAtIn(
  { plans, unread }: Filing,
  claims: readonly RowClaims[],
  { all: coverage }: Coverage,
): LookedAt {
  const indicators = claims.flatMap((row) => row.indicators);
  return {
    plans: plans.length,
    targets: indicators.length,
    judged: indicators.filter(({ met }) => met !== null).length,
    figures: totalOf(coverage),
    coverage,
    unread: unread.length,
  };
}
