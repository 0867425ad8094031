import type { Decimal } from '../decimal.ts';
import { valueOf } from '../draft.ts';
import { countsAfterOneDigit, measureWordAt } from '../vocabulary/measure-words.ts';
import { wordAfter } from '../vocabulary/word-tree.ts';
import { amount } from './amount.ts';
import type { Parser } from './parser.ts';
import { isOneHanDigit, isPartOfWord } from './plausible.ts';

const halfBefore = /個半(月|小時|鐘頭|星期|年)/y;
const notHalf = /[導徑數價成年載生票]/;
/** 12年國教 is a name. */
const schooling = /^年(?:國教|國民(?:基本|義務)?教?|一貫)/;
const halved = new Set(['年', '天', '日', '週', '小時', '鐘頭', '個小時', '個鐘頭']);

/** 30日曆天, 3年半, 2個半月, 1.5小時 */
export const duration: Parser = {
  name: 'duration',
  read(scene, numeral) {
    const { text } = scene;
    const at = wordAfter(text, numeral.end);
    halfBefore.lastIndex = at;
    const middle = halfBefore.exec(text);
    if (middle !== null)
      return amount(
        'duration',
        'duration',
        numeral,
        halfBefore.lastIndex,
        middle[1] === '月' ? '個月' : (middle[1] ?? ''),
        plusHalf(valueOf(numeral)),
      );
    const found = measureWordAt(text, at, numeral.style === 'han');
    if (found === null || found.word.kind !== 'duration') return null;
    const { word } = found.word;
    if (isOneHanDigit(numeral) && !countsAfterOneDigit(word, numeral.coefficient)) return null;
    if (isPartOfWord(text, numeral, word, found.end) || schooling.test(text.slice(found.end - 1, found.end + 4)))
      return null;
    const half = halved.has(word) && text.charAt(found.end) === '半' && !notHalf.test(text.charAt(found.end + 1));
    return amount(
      'duration',
      'duration',
      numeral,
      found.end + (half ? 1 : 0),
      word,
      half ? plusHalf(valueOf(numeral)) : valueOf(numeral),
    );
  },
};

function plusHalf({ coefficient, scale }: Decimal): Decimal {
  return scale === 0
    ? { coefficient: coefficient * 10n + 5n, scale: 1 }
    : { coefficient: coefficient + 5n * 10n ** BigInt(scale - 1), scale };
}
