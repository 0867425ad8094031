import { bare, count, duration, fraction, label, money, percent, tenths } from './amounts.ts';
import { monthDate, separatedDate, yearDate, yearSpan } from './dates.ts';
import { attached, ordinal } from './names.ts';
import type { Parser } from './parser.ts';

/** In the order in which they are shown a numeral: names first, then the forms that take the most text. */
export const parsers: readonly Parser[] = [
  separatedDate, attached, ordinal, yearSpan, yearDate, monthDate, fraction, percent, tenths, money, label, duration, count, bare,
];
