import type { Span } from './span.ts';
import type { TextColumn } from './row-field.ts';

/** What a row promises and claims, as read from its texts. */
export interface RowClaims {
  /** Id of the plan row. */
  readonly plan: string;
  readonly indicators: readonly Indicator[];
  readonly statedVerdict: StatedVerdict;
  /** The words that state it, where they do. */
  readonly statedVerdictSpan: Span | null;
  readonly verdict: Verdict;
  readonly commitments: readonly Commitment[];
  /** Causes given (流標, 變更設計 …) and remedies (策進作為). */
  readonly causes: readonly Cited[];
  readonly remedies: readonly Cited[];
  /** What lies beyond `mostOfRow`: then nothing is called missed, and the verdict is open. */
  readonly leftOut?: LeftOutOfRow;
}

/** How many targets of a row, and figures that may answer one, were not looked at. */
export interface LeftOutOfRow {
  readonly targets: number;
  readonly results: number;
}

/** Only what the filing says in so many words. */
export type StatedVerdict = 'achieved' | 'not_achieved' | 'none';

/** What the evidence amounts to. `undetermined`: nothing decidable. */
export type Verdict = 'achieved' | 'partly' | 'not_achieved' | 'undetermined';

/** `milestone` where no number is asked. */
export type Comparator = '>=' | '<=' | '=' | 'milestone';

export interface Indicator {
  readonly label: string;
  readonly comparator: Comparator;
  /** The bound itself does not count (逾, 超過, 未滿, 低於). */
  readonly strict?: boolean;
  readonly target: Stated;
  readonly actual: Stated | null;
  /** null where the filing does not settle it. */
  readonly met: boolean | null;
  /** This year's, or the whole plan's: a whole-plan target is not judged by one year. */
  readonly scope: 'year' | 'plan';
  /** Where the target stands. */
  readonly column: TextColumn;
  /** How the actual was matched and judged, for `guankao explain`. */
  readonly reason: string;
  /** What was held against what where figures decide, both in one unit: 24 and 22 of 每月2場 and 全年22場; 1.5 and 1.45 of 公頃. */
  readonly compared?: Compared;
  /** It was done, but after the last day that the target names. */
  readonly late?: Late;
}

export interface Compared {
  readonly target: number;
  readonly actual: number;
  readonly unit: string | null;
}

/** Days, `2024-06-30`: the last one in time, and the first one on which it may have been done. */
export interface Late {
  readonly due: string;
  readonly done: string;
}

/** A quantity or a milestone as the filing states it. */
export interface Stated {
  /** The phrase that states it, cleaned. */
  readonly text: string;
  readonly span: Span;
  /** In full: 12萬2,009 is 122009; percentages as percent numbers with unit %; null for a milestone. */
  readonly value: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
  readonly unit: string | null;
}

/** A dated promise for later. `due` is ISO 8601 at the printed precision. */
export interface Commitment {
  readonly text: string;
  readonly span: Span;
  readonly due: string | null;
  /** The sentence up to the promise, where the promise itself does not name the work (預計114年3月上線). */
  readonly about?: Cited;
}

export interface Cited {
  readonly text: string;
  readonly span: Span;
}
