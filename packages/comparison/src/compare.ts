import type { PlanReading, Reading } from '@guankao/reading';
import { differencesOf, type Difference } from './differences.ts';
import { matchPlans, type Match } from './match.ts';
import type { SourcePlan } from './source-plan.ts';

export interface Compared extends Match {
  readonly differences: readonly Difference[];
}

export interface Comparison {
  readonly matched: readonly Compared[];
  /** Rows that the other source does not mention, as far as names tell. */
  readonly unmatched: readonly PlanReading[];
}

/** The plans of one filing held against another official source. Pure: files are read by the caller. */
export function comparePlans(reading: Reading, others: readonly SourcePlan[]): Comparison {
  const matched = matchPlans(reading, ofSameMinistry(reading, unique(others))).map((match) => ({
    ...match,
    differences: differencesOf(reading, match),
  }));
  const found = new Set(matched.map(({ row }) => row));
  return { matched, unmatched: reading.plans.filter((row) => !found.has(row)) };
}

/** A plan spread over several accounts of one agency is stated once for each, with the same figures. */
function unique(others: readonly SourcePlan[]): readonly SourcePlan[] {
  const seen = new Map<string, SourcePlan>();
  for (const other of others) {
    const key = [other.name, other.agency, other.total?.twd, other.budgeted?.twd].join('|');
    if (!seen.has(key)) seen.set(key, other);
  }
  return [...seen.values()];
}

/** An umbrella plan stands in several ministries' budgets. Where the source says whose an account is, only the filing's own ministry counts. */
function ofSameMinistry(reading: Reading, others: readonly SourcePlan[]): readonly SourcePlan[] {
  const { agency } = reading.filing;
  if (agency === null) return others;
  const own = others.filter((other) => other.ministry === agency || other.agency === agency);
  return own.length > 0 ? own : others;
}
