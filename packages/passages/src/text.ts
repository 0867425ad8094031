import type { Passage, TextColumn } from '@guankao/domain';
import type { Label, Quantity, QuantityKind, Unread } from '@guankao/quantities';
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
  /** Ordinals, names, references: what looks like a number and states none. */
  readonly labels: readonly Label[];
  /** Numbers that it saw and did not read, with why: a figure without a measure word is one (`no-unit`). */
  readonly unread: readonly Unread[];
  /** The numbers it states, in order: counts, amounts, rates, durations. Ranges, dates and labels are none. */
  readonly figures: readonly Figure[];
  readonly dates: readonly DateMention[];
  /** The sentences with every number as one sign, for patterns over their words. */
  readonly marked: readonly MarkedSentence[];
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

/** A number without a unit: 266 and 268 in (266/268). */
export interface BareNumber extends Printed {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** 第3名, 第2期: its number, and the word that is numbered. */
interface Ordinal {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** One number of a sentence, and where its sign stands in `MarkedSentence.words`. */
export type Mark = { readonly at: number; readonly start: number; readonly end: number } & (
  | { readonly sign: 'figure'; readonly figure: Figure }
  | { readonly sign: 'date'; readonly date: DateMention }
  | { readonly sign: 'number'; readonly number: BareNumber }
  | { readonly sign: 'ordinal'; readonly ordinal: Ordinal }
  | { readonly sign: 'other'; readonly words: string }
);

/** A sentence whose numbers are one sign each: 較上年8,000萬元增加50% is 較上年#增加#. The words are normalised. */
export interface MarkedSentence {
  readonly text: Text;
  /** Its place in the text. */
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly marks: readonly Mark[];
  readonly figures: readonly Figure[];
}
