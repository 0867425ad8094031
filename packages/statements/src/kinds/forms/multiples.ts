import { pattern, sameUnit, vocabulary } from '@guankao/passages';
import { quotientOf } from '../../expression.ts';
import { closes, isFigure, type Form, type Values } from './form.ts';

/** So many times, of two that are counted alike. */
const isMultipleOfItsLike = ({ a, b, claim }: Values): boolean =>
  isFigure(a) && isFigure(b) && isFigure(claim) && claim.unit === '倍' && sameUnit(a, b);

/** 由每人3次增為每人9次，次數為原來之3倍 */
export const formsOfMultiple: readonly Form[] = [
  {
    kind: 'share',
    as: 'how-many-times-what-it-was',
    word: '倍',
    phrase: pattern(
      `[由從自](?:%D)?[^，。；、%A()]{0,8}(?<b>%C|%M)(?:增|增加|提高|提升|擴增|成長|擴大)?(?:至|為|到)(?:%D)?[^，。；、%A()]{0,8}(?<a>%C|%M)，[^，。；、%A()]{0,6}(?:為|達|是|係|約)*原(?:來|有|先)?[之的]?(?<claim>%C)${closes}`,
      vocabulary,
      'dgu',
    ),
    ways: ({ a, b }) => [quotientOf(a, b)],
    given: isMultipleOfItsLike,
  },
];
