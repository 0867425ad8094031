import type { Decimal } from '../decimal.ts';
import { plain, power } from '../decimal.ts';
import { unread, type Draft } from '../draft.ts';
import { readNumeral, type Numeral } from '../scan/numeral.ts';
import { measureWordAt } from '../vocabulary/measure-words.ts';
import { wordAfter } from '../vocabulary/word-tree.ts';
import { amount } from './amount.ts';
import { pastConnector } from './moment.ts';
import type { Parser } from './parser.ts';

/** 百分之三十點五, 千分之三至五, 三分之二, 2分之1 */
export const fraction: Parser = {
  name: 'fraction',
  read({ text }, numeral) {
    const at = wordAfter(text, numeral.end);
    if (text.charCodeAt(at) !== 0x5206) return null;
    if (numeral.implied && text.startsWith('百分百', numeral.start))
      return amount('fraction', 'percent', numeral, numeral.start + 3, '%', { coefficient: 100n, scale: 0 });
    const of = wordAfter(text, at + 1);
    if (text.charCodeAt(of) !== 0x4e4b || numeral.scale > 0 || numeral.coefficient <= 0n) return null;
    const over = readNumeral(text, wordAfter(text, of + 1));
    if (over === null || over.fault !== null) return null;
    // 一又二分之一: the whole number before 又 would be lost.
    if (text.charCodeAt(numeral.start - 1) === 0x53c8)
      return unread('fraction', numeral.start, over.end, 'mixed-units');
    const draft = amount(
      'fraction',
      'percent',
      { ...over, start: numeral.start },
      over.end,
      '%',
      ofHundred(over, numeral.coefficient),
    );
    if (!numeral.implied) {
      const { coefficient, scale } = draft.value ?? { coefficient: 0n, scale: 0 };
      draft.mayAlsoBe(draft.reading({ kind: 'count', value: { coefficient, scale: scale + 2 }, unit: null }));
    }
    return upTo(text, draft, numeral.coefficient);
  },
};

/** 百分之三十至五十: the second numeral shares the first one's 百分之. */
function upTo(text: string, draft: Draft, under: bigint): Draft {
  const from = pastConnector(text, draft.end);
  const last = from < 0 ? null : readNumeral(text, from);
  if (last === null || last.fault !== null) return draft;
  const after = wordAfter(text, last.end);
  if (
    text.startsWith('分之', after) ||
    text.charAt(after) === '%' ||
    text.charAt(after) === '％' ||
    measureWordAt(text, after, true) !== null
  )
    return draft;
  draft.low = draft.value;
  draft.high = ofHundred(last, under);
  draft.value = null;
  draft.alternatives = [];
  draft.end = last.end;
  return draft;
}

/** Fractions that do not come out are given to four places of a percent. */
const places = 4;

export function ofHundred(over: Numeral, under: bigint): Decimal {
  const zeros = under.toString().length - 1;
  if (under === power(zeros)) return plain({ coefficient: over.coefficient * 100n, scale: over.scale + zeros });
  const top = over.coefficient * 100n * power(places);
  return { coefficient: (2n * top + under) / (2n * under), scale: over.scale + places };
}
