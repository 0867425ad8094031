import type { Money } from './money.ts';

/** An approved plan as a whole (rules.md §6.1). Its identity is assigned by a person, never taken from a row's name. */
export interface Plan {
  readonly id: string;
  readonly name: string;
  /** The plan it is a part of. */
  readonly parent: string | null;
}

/** One approval of a plan: the first, or a revision with its reason. Old ones stay in sight. */
export interface PlanVersion {
  readonly plan: string;
  readonly number: number;
  readonly documentNumber: string | null;
  /** ISO date of approval. */
  readonly approvedOn: string | null;
  readonly total: Money;
  /** Months, Gregorian. */
  readonly start: string;
  readonly end: string;
  readonly reason: string | null;
}

/** What one agency carries out of a plan. A form row is a share in a year. */
export interface Share {
  readonly id: string;
  readonly plan: string;
  readonly executingAgency: string;
}

/** A share's year: money by component, never merged. Cumulatives are computed from these, not typed. */
export interface YearRecord {
  readonly share: string;
  /** Gregorian. */
  readonly fiscalYear: number;
  /** 法定預算 */
  readonly budget: bigint;
  /** 追加(減)預算 */
  readonly supplementary: bigint;
  /** 以前年度保留轉入 */
  readonly carriedIn: bigint;
  /** 實現數 */
  readonly realised: bigint;
  /** 應付數 */
  readonly payable: bigint;
  /** 保留數 */
  readonly carriedOver: bigint;
  /** 賸餘數 */
  readonly lapsed: bigint;
  /** 預付數 */
  readonly prepaid: bigint;
}
