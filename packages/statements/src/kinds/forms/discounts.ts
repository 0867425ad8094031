import { pattern, vocabulary } from '@guankao/passages';
import { differenceOf, percentOf } from '../../expression.ts';
import { closes, few, isFigure, type Form } from './form.ts';

/** 原收2,400元，減收三成，實收1,680元 */
export const formsOfDiscount: readonly Form[] = [
  {
    kind: 'difference',
    as: 'the-price-less-what-was-let-off',
    word: '減收',
    phrase: pattern(
      `(?:原收|原價|原租金|原訂|原繳|定價|牌價|收費標準)(?:為|計)?(?<a>%M)，(?:[^，。；、%A()]{0,6})(?:減收|減免|減價|降價|優惠|折減|調降|減)(?<b>%P)，(?:實收|實付|實繳|收取|收費|現收|應繳|繳納|售價|僅收)${few}(?<claim>%M)${closes}`,
      vocabulary,
      'dgu',
    ),
    alike: 'a',
    ways: ({ a, b }) => [differenceOf(a, percentOf(a, b))],
    given: ({ b }) => isFigure(b) && b.unit !== '百分點',
  },
];
