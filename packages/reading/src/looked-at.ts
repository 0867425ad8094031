import { textColumns, type Filing, type RowClaims } from '@guankao/domain';
import { readText } from '@guankao/passages';

/** How much of a filing was read and looked at: said wherever it is said that nothing was found. Counts, from 0. */
export interface LookedAt {
  readonly plans: number;
  readonly targets: number;
  /** Of them: found met or missed. */
  readonly judged: number;
  /** Numbers in texts and money cells. */
  readonly figures: number;
  /** Stretches of the document that nothing was made of. */
  readonly unread: number;
}

/** Of what the rules were given: what a bound left out is not counted. */
export function lookedAtIn({ plans, unread }: Filing, claims: readonly RowClaims[]): LookedAt {
  const indicators = claims.flatMap((row) => row.indicators);
  const inTexts = plans.flatMap((row) =>
    textColumns.flatMap((column) => row[column].map((item, at) => readText(column, at, item).quantities.length)),
  );
  const inCells = plans.flatMap(({ approvedTotal, budgetedToDate, executedToDate }) =>
    [approvedTotal, budgetedToDate, executedToDate].filter((amount) => amount !== null),
  );
  return {
    plans: plans.length,
    targets: indicators.length,
    judged: indicators.filter(({ met }) => met !== null).length,
    figures: inTexts.reduce((sum, count) => sum + count, inCells.length),
    unread: unread.length,
  };
}
