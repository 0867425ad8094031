/** An approved version of the whole plan that a row is a share of: as first approved, and each revision (rules.md §6.1). */
export interface PlanVersion {
  /** 1: as first approved. */
  readonly number: number;
  /** 文號: 院臺教字第1130001234號 */
  readonly documentNumber: string;
  /** Of the document: 2024-08-09. */
  readonly date: string;
  /** 計畫核定總經費, in TWD. */
  readonly total: number;
  /** As printed: 112年1月至115年12月. */
  readonly period: string;
  /** Why it was revised; null for the first. */
  readonly reason: string | null;
  readonly by: string;
  readonly at: string;
}

/** The version whose total and period the form of a year prints: the last one approved by 31 December. */
export function versionInForce(versions: readonly PlanVersion[], fiscalYear: number): PlanVersion | null {
  return versions.findLast(({ date }) => date <= `${fiscalYear}-12-31`) ?? null;
}

/** What a revision changed of the version before it. */
export interface Revision {
  readonly version: PlanVersion;
  readonly before: PlanVersion | null;
  /** TWD; null for the first version. */
  readonly totalChange: number | null;
  readonly periodChanged: boolean;
}

/** Each version beside the one before it, oldest first. */
export function revisionsOf(versions: readonly PlanVersion[]): readonly Revision[] {
  return versions.map((version, at) => {
    const before = versions[at - 1] ?? null;
    return {
      version,
      before,
      totalChange: before === null ? null : version.total - before.total,
      periodChanged: before !== null && before.period !== version.period,
    };
  });
}
