import type { Draft } from '../draft.ts';
import type { QuantityComparator } from '../quantity.ts';
import { wordAfter } from '../vocabulary/word-tree.ts';
import { isMeasured } from './comparators-before.ts';
import type { Refiner } from './refiner.ts';

const after =
  /(?:[（(]含[）)]|含|\(含本數\))?[ 　]?(?:(以上)|(以下(?![同簡稱])|以內|之內)|(左右|上下(?![游班學車]))|(有餘|餘|多|許(?![可多])))/y;
const within = /內(?!政|部|容|湖|埔|外|閣|控|科|角|需|涵|地|陸|壢|門|設|含)/y;
const lengths = /^(?:公里|公尺|公分|公厘|公釐|km|m|cm|mm|海里|浬|海浬)$/;
const excess = /[家戶元件人年日天項場次名位成倍%％]/;

/** 97%以上, 30日內, 500公尺內, 3公里左右, 30元(含)以上 */
export const comparatorsAfter: Refiner = {
  name: 'comparators-after',
  refine(text, drafts) {
    for (const draft of drafts) {
      if (!isMeasured(draft)) continue;
      const comparator = comparatorOf(text, draft);
      if (comparator === null || (draft.low !== null && draft.trail.includes('bounded-ranges'))) continue;
      draft.comparator = comparator;
      draft.touched('comparators-after');
    }
    return drafts;
  },
};

function comparatorOf(text: string, draft: Draft): QuantityComparator | null {
  const at = wordAfter(text, draft.end);
  const next = text.charCodeAt(at);
  if (next === 0x5167 && (draft.kind === 'duration' || draft.kind === 'percent' || lengths.test(draft.unit ?? ''))) {
    within.lastIndex = at;
    return within.test(text) ? '<=' : null;
  }
  after.lastIndex = at;
  const found = after.exec(text);
  if (found === null) return null;
  const [, above, below, about, more] = found;
  if (above !== undefined) return '>=';
  if (below !== undefined) return '<=';
  if (about !== undefined) return '~';
  // 30元餘, 三年多: only right after a unit that is not followed by a noun in 多.
  return more !== undefined &&
    excess.test(text.charAt(at - 1)) &&
    // 較40架次多3架次: so many more.
    !/[元功樣數次年餘額\d０-９]/.test(text.charAt(at + more.length))
    ? '>'
    : null;
}
