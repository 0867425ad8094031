import type { Decimal } from './decimal.ts';

export type QuantityKind = 'count' | 'percent' | 'money' | 'date' | 'duration';

/** What looks like a number and is none: told apart so that callers can tell (第2階段, 119專線, ISO27001). */
export type LabelKind = 'ordinal' | 'name' | 'reference' | 'item-number';

export type QuantityComparator = '>=' | '>' | '<=' | '<' | '~';

/** One quantity that a text states. Offsets are UTF-16 code units of the text given. */
export interface Quantity {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: QuantityKind;
  /** In full: money in TWD where TWD, percent in percent numbers. null for dates and for ranges. */
  readonly value: Decimal | null;
  readonly low: Decimal | null;
  readonly high: Decimal | null;
  /** The measure word as printed; % for percent; TWD, USD … for money. */
  readonly unit: string | null;
  readonly comparator: QuantityComparator | null;
  /** ISO 8601 at the printed precision. */
  readonly from: string | null;
  readonly to: string | null;
  /** Other ways in which the same characters can be read. */
  readonly alternatives: readonly Reading[];
  /** The parser that read it, then the refiners that touched it: a failing test prints this trail. */
  readonly trail: readonly string[];
}

export type Reading = Pick<Quantity, 'kind' | 'value' | 'low' | 'high' | 'unit' | 'from' | 'to'>;
