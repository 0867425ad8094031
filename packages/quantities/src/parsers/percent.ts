import { wordAfter } from '../vocabulary/word-tree.ts';
import { amount } from './amount.ts';
import type { Parser } from './parser.ts';

const points = /個?百分點/y;

/** 30%, ３．５％, 2‰, 5個百分點 */
export const percent: Parser = {
  name: 'percent',
  read({ text }, numeral) {
    const at = wordAfter(text, numeral.end);
    const mark = text.charAt(at);
    if (mark === '%' || mark === '％' || mark === '﹪') return amount('percent', 'percent', numeral, at + 1, '%');
    if (mark === '‰')
      return amount('percent', 'percent', numeral, at + 1, '%', {
        coefficient: numeral.coefficient,
        scale: numeral.scale + 1,
      });
    points.lastIndex = at;
    return points.test(text) ? amount('percent', 'percent', numeral, points.lastIndex, '百分點') : null;
  },
};
