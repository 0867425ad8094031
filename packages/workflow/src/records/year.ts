import type { YearState } from '../states/year.ts';

/** A ministry's form of one year. */
export interface YearRecord {
  /** 範例部-113 */
  readonly id: string;
  readonly ministry: string;
  /** Gregorian. */
  readonly fiscalYear: number;
  readonly state: YearState;
  readonly version: number;
  /** Oldest first; the last one is current. */
  readonly editions: readonly FormEdition[];
}

/** A form as it went out, frozen. */
export interface FormEdition {
  readonly number: number;
  readonly at: string;
  readonly by: string;
  /** sha256 of the canonical JSON of its rows. */
  readonly sha256: string;
  /** What changed against the edition before; null for the first. */
  readonly reason: string | null;
}
