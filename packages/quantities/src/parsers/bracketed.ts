import { power } from '../decimal.ts';
import { unread } from '../draft.ts';
import type { Numeral } from '../scan/numeral.ts';
import { maySayMinus } from '../vocabulary/account-signs.ts';
import { currencyAfter, currencyBefore } from '../vocabulary/currencies.ts';
import { wordAfter } from '../vocabulary/word-tree.ts';
import { amount } from './amount.ts';
import type { Parser } from './parser.ts';

/**
 * (1,234)千元, NT$(1,234), (3.2)%: the brackets of the accounts are a minus. Right after another word they may as well be
 * those of a form that was filled in, 經費（1,234）千元: then the sum is not read.
 */
export const bracketed: Parser = {
  name: 'bracketed',
  read({ text }, numeral) {
    if (!isInBrackets(text, numeral) || numeral.style === 'han' || numeral.end - numeral.start < 2) return null;
    const unit = unitOf(text, numeral);
    if (unit === null) return null;
    const start = unit.mark ?? numeral.start - 1;
    if (unit.mark === null && !maySayMinus(text, start)) return unread('bracketed', start, unit.end, 'sign');
    const draft = amount('bracketed', unit.kind, numeral, unit.end, unit.code, {
      coefficient: -numeral.coefficient * power(unit.exponent),
      scale: numeral.scale,
    });
    draft.start = start;
    return draft;
  },
};

function isInBrackets(text: string, { start, end }: Numeral): boolean {
  return /[（(]/.test(text.charAt(start - 1)) && /[）)]/.test(text.charAt(end));
}

interface UnitAround {
  readonly kind: 'money' | 'percent';
  readonly code: string;
  /** The power of ten before 元: 3 for 千元. */
  readonly exponent: number;
  readonly end: number;
  /** Where the currency's mark begins that stands before the bracket. */
  readonly mark: number | null;
}

const powers: readonly (readonly [string, number])[] = [
  ['百萬', 6],
  ['千萬', 7],
  ['千', 3],
  ['仟', 3],
  ['萬', 4],
  ['億', 8],
];

function unitOf(text: string, numeral: Numeral): UnitAround | null {
  const at = wordAfter(text, numeral.end + 1);
  if (/[%％﹪]/.test(text.charAt(at))) return { kind: 'percent', code: '%', exponent: 0, end: at + 1, mark: null };
  const mark = currencyBefore(text, numeral.start - 1);
  const [word, exponent] = powers.find(([candidate]) => text.startsWith(candidate, at)) ?? ['', 0];
  const after = currencyAfter(text, at + word.length);
  if (after === null && mark === null) return null;
  const code = after === null || after.bare ? (mark?.code ?? 'TWD') : after.code;
  return {
    kind: 'money',
    code: code === '$' ? 'TWD' : code,
    exponent: after === null ? 0 : exponent,
    end: after?.end ?? numeral.end + 1,
    mark: mark?.start ?? null,
  };
}
