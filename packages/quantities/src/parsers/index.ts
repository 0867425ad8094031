import { attached } from './attached.ts';
import { bare } from './bare.ts';
import { bracketed } from './bracketed.ts';
import { clock } from './clock.ts';
import { count } from './count.ts';
import { dayOfMonth } from './day-of-month.ts';
import { duration } from './duration.ts';
import { fraction } from './fraction.ts';
import { itemNumber } from './item-number.ts';
import { knownName } from './known-name.ts';
import { label } from './label.ts';
import { money } from './money.ts';
import { monthDate } from './month-date.ts';
import { ordinal } from './ordinal.ts';
import type { Parser } from './parser.ts';
import { percent } from './percent.ts';
import { reference } from './reference.ts';
import { separatedDate } from './separated-date.ts';
import { slashFraction } from './slash-fraction.ts';
import { tenths } from './tenths.ts';
import { vague } from './vague.ts';
import { yearDate } from './year-date.ts';
import { yearSpan } from './year-span.ts';

/**
 * In the order in which they are shown a numeral; the first that reads it takes it.
 * Dates and fractions come first, since their first numeral would also pass for something smaller;
 * then what is no number, then the amounts, and what is left is bare.
 */
export const parsers: readonly Parser[] = [
  separatedDate,
  attached,
  ordinal,
  fraction,
  knownName,
  itemNumber,
  yearSpan,
  yearDate,
  monthDate,
  dayOfMonth,
  clock,
  slashFraction,
  reference,
  vague,
  bracketed,
  percent,
  tenths,
  money,
  label,
  duration,
  count,
  bare,
];
