import type { QuantityComparator } from '../quantity.ts';
import { beforeBlanks } from '../scan/characters.ts';
import { wordAfter } from '../vocabulary/word-tree.ts';
import type { Refiner } from './refiner.ts';

const before: readonly (readonly [string, QuantityComparator])[] = [
  ['不得低於', '>='], ['不得少於', '>='], ['不低於', '>='], ['不少於', '>='], ['未低於', '>='], ['至少', '>='], ['最少', '>='],
  ['不得超過', '<='], ['不超過', '<='], ['未超過', '<='], ['不得逾', '<='], ['不逾', '<='], ['未逾', '<='], ['不得高於', '<='], ['不高於', '<='], ['至多', '<='], ['最多', '<='],
  ['超過', '>'], ['突破', '>'], ['高於', '>'], ['大於', '>'], ['逾', '>'], ['未滿', '<'], ['低於', '<'], ['不足', '<'], ['未達', '<'], ['小於', '<'], ['少於', '<'],
  ['將近', '~'], ['大約', '~'], ['接近', '~'], ['約', '~'], ['近', '~'], ['滿', '>='],
];
const after: readonly (readonly [string, QuantityComparator])[] = [['以上', '>='], ['以內', '<='], ['之內', '<='], ['以下', '<='], ['左右', '~']];
const blocked: Record<string, string> = { 約: '契預合簽特條節制邀租解履締公違續', 近: '最附鄰靠貼', 滿: '未不額期屆客' };

export const comparatorsBefore: Refiner = {
  name: 'comparators-before',
  refine(text, drafts) {
    for (const draft of drafts) {
      if (draft.kind === 'date' || draft.comparator !== null) continue;
      const end = beforeBlanks(text, draft.start);
      const found = before.find(([word]) => text.endsWith(word, end) && end >= word.length);
      if (found === undefined || blocked[found[0]]?.includes(text.charAt(end - found[0].length - 1) || '\u0000')) continue;
      draft.comparator = found[1];
      draft.touched('comparators-before');
    }
    return drafts;
  },
};

export const comparatorsAfter: Refiner = {
  name: 'comparators-after',
  refine(text, drafts) {
    for (const draft of drafts) {
      if (draft.kind === 'date') continue;
      let at = wordAfter(text, draft.end);
      if (text.startsWith('(含)', at) || text.startsWith('（含）', at)) at += 3;
      const found = after.find(([word]) => text.startsWith(word, at));
      if (found === undefined) continue;
      draft.comparator = found[1];
      draft.touched('comparators-after');
    }
    return drafts;
  },
};
