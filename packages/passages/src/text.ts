import type { Passage, TextColumn } from '@guankao/domain';
import type { Quantity, QuantityKind, Unread } from '@guankao/quantities';
import type { DateMention } from './dates.ts';
import type { Fraction } from './exact/fraction.ts';
import type { Printed } from './exact/printed.ts';
import type { Stretch } from './marks.ts';

/** One item of a text column, read once: everything that follows asks this and reads nothing again. */
export interface Text {
  readonly column: TextColumn;
  /** Its place in the column, from 0. */
  readonly index: number;
  readonly passage: Passage;
  readonly text: string;
  /** Everything that `@guankao/quantities` read in it, dates and ranges too. */
  readonly quantities: readonly Quantity[];
  /** Numbers that it saw and did not read, with why: a figure without a measure word is one (`no-unit`). */
  readonly unread: readonly Unread[];
  /** The numbers it states, in order: counts, amounts, rates, durations. Ranges, dates and labels are none. */
  readonly figures: readonly Figure[];
  readonly dates: readonly DateMention[];
  readonly sentences: readonly Stretch[];
  readonly clauses: readonly Stretch[];
  readonly brackets: readonly Stretch[];
}

/** A number that a text states, with its place there. */
export interface Figure extends Printed {
  readonly text: Text;
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly kind: QuantityKind;
  /** In full, exact: percent in percent numbers, money in TWD where TWD. */
  readonly value: Fraction;
  /** The measure word as printed; % for percent; TWD, USD … for money. */
  readonly unit: string | null;
  readonly comparator: Quantity['comparator'];
  /** The words between the last punctuation and the figure. */
  readonly lead: string;
  readonly sentence: Stretch;
}
