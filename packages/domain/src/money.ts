/**
 * What an amount covers. Amounts of different scope are never added up (law 4 of the house):
 * the whole plan's approved total stands on every sub-plan's row, and adding it would count it many times.
 */
export interface MoneyScope {
  readonly of: 'plan' | 'share';
  readonly over: 'total' | 'to-date' | 'year';
}

/** Integer New Taiwan dollars with what they cover. */
export interface Money {
  readonly twd: bigint;
  readonly scope: MoneyScope;
}

export class MixedScopes extends Error {
  readonly id = 'mixed-scopes';
}

/** Throws MixedScopes where the scopes differ, RangeError on an empty list. */
export function sum(amounts: readonly Money[]): Money {
  const first = amounts[0];
  if (first === undefined) throw new RangeError('sum of no amounts');
  let twd = 0n;
  for (const amount of amounts) {
    if (amount.scope.of !== first.scope.of || amount.scope.over !== first.scope.over) {
      throw new MixedScopes(
        `cannot add ${amount.scope.of}/${amount.scope.over} to ${first.scope.of}/${first.scope.over}`,
      );
    }
    twd += amount.twd;
  }
  return { twd, scope: first.scope };
}

export const moneyScopes = {
  approvedTotal: { of: 'plan', over: 'total' },
  budgetedToDate: { of: 'share', over: 'to-date' },
  executedToDate: { of: 'share', over: 'to-date' },
} as const satisfies Record<string, MoneyScope>;
