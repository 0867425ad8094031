import { isDigit, isLatin } from '../scan/characters.ts';
import { readNumeral } from '../scan/numeral.ts';
import { amount } from './amount.ts';
import { ofHundred } from './fraction.ts';
import type { Parser } from './parser.ts';

const saidOfAWhole = /^(?:以上|以下|之|的|強|弱|比例)/;
const largestDenominator = 100n;

/** 2/3以上: only where a word shows that it is no date, page or list. */
export const slashFraction: Parser = {
  name: 'slash-fraction',
  read({ text }, numeral) {
    if (
      !numeral.simple ||
      !/[/／]/.test(text.charAt(numeral.end)) ||
      /[/／.-]/.test(text.charAt(numeral.start - 1)) ||
      isLatin(text, numeral.start - 1)
    )
      return null;
    const under = isDigit(text, numeral.end + 1) ? readNumeral(text, numeral.end + 1) : null;
    if (
      under === null ||
      !under.simple ||
      under.coefficient <= numeral.coefficient ||
      under.coefficient > largestDenominator
    )
      return null;
    if (!saidOfAWhole.test(text.slice(under.end, under.end + 2))) return null;
    const draft = amount(
      'slash-fraction',
      'percent',
      { ...under, start: numeral.start },
      under.end,
      '%',
      ofHundred(numeral, under.coefficient),
    );
    const { coefficient, scale } = draft.value ?? { coefficient: 0n, scale: 0 };
    draft.mayAlsoBe(draft.reading({ kind: 'count', value: { coefficient, scale: scale + 2 }, unit: null }));
    return draft;
  },
};
