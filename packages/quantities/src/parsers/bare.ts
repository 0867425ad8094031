import { amount } from './amount.ts';
import type { Parser } from './parser.ts';

/** A figure with nothing known behind it: a range or a heading may still give it a unit. */
export const bare: Parser = {
  name: 'bare',
  read: (_scene, numeral) => amount('bare', 'bare', numeral, numeral.end, null),
};
