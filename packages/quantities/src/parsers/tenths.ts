import { power } from '../decimal.ts';
import { classAt, DIGIT, HAN_DIGIT, valueAt } from '../scan/characters.ts';
import { measureWordAt } from '../vocabulary/measure-words.ts';
import { wordAfter } from '../vocabulary/word-tree.ts';
import { amount } from './amount.ts';
import type { Parser } from './parser.ts';

// 成立, 成果, 成員: the character begins another word.
const otherWords = new Set('立為果效功員本長品人年績案分因就型份交形熟敗都語衣家了不');

/** 9成3, 九成五, 八成, 3成半 */
export const tenths: Parser = {
  name: 'tenths',
  read({ text }, numeral) {
    const at = wordAfter(text, numeral.end);
    if (text.charCodeAt(at) !== 0x6210 || numeral.coefficient > 10n * power(numeral.scale) || numeral.implied)
      return null;
    const next = at + 1;
    const tenfold = { coefficient: numeral.coefficient * 10n, scale: numeral.scale };
    // 9 成 3: spaced out as a whole.
    const units = at > numeral.end ? wordAfter(text, next) : next;
    const more = numeral.scale === 0 ? unitsAt(text, units) : -1;
    if (more >= 0 && (units === next || measureWordAt(text, wordAfter(text, units + 1), false) === null))
      return amount('tenths', 'percent', numeral, units + 1, '%', {
        coefficient: tenfold.coefficient + BigInt(more),
        scale: 0,
      });
    return otherWords.has(text.charAt(next)) ? null : amount('tenths', 'percent', numeral, next, '%', tenfold);
  },
};

/** The one digit after 成, or 5 for 半; -1 where none stands. */
function unitsAt(text: string, at: number): number {
  const kind = classAt(text, at);
  if (text.charAt(at) === '半') return 5;
  if (kind !== DIGIT && kind !== HAN_DIGIT) return -1;
  const next = classAt(text, at + 1);
  return next === DIGIT ||
    next === HAN_DIGIT ||
    (text.startsWith('以', at + 1) === false && /[般律併旦致定起切]/.test(text.charAt(at + 1)))
    ? -1
    : valueAt(text, at);
}
