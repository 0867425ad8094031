import type { Passage, TextColumn } from '@guankao/domain';
import type { Quantity, QuantityKind } from '@guankao/quantities';
import type { PrintedDate } from './dates.ts';
import type { Fraction } from './exact.ts';

/** One item of a text column with the figures it states. */
export interface Text {
  readonly column: TextColumn;
  /** Its place in the column, from 0. */
  readonly index: number;
  readonly passage: Passage;
  readonly text: string;
  /** Read on first asking: most rules look at few texts. */
  readonly figures: readonly Figure[];
  readonly dates: readonly PrintedDate[];
}

/** A number that a text states, with its place there. Dates, ranges and labels are none. */
export interface Figure {
  readonly text: Text;
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly kind: QuantityKind;
  /** In full, exact. */
  readonly value: Fraction;
  readonly unit: string | null;
  readonly comparator: Quantity['comparator'];
  /** One step of the last printed place: 0.01 for 35.97%, 10,000 for 4,305萬. */
  readonly step: Fraction;
  /** The item's words between the last punctuation and the figure. */
  readonly lead: string;
  /** Start and end of its sentence. */
  readonly sentence: readonly [start: number, end: number];
}
