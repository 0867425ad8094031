import { compare, pattern, sameUnit, times, vocabulary, type Fraction } from '@guankao/passages';
import { just, productOf, quotientOf, saidByWords } from '../../expression.ts';
import { isFigure, type Form, type Values } from './form.ts';

const fromTo = `[由從自](?:%D[之的]?)?[^，。；、%A]{0,6}(?<a>%C|%M)[^，。；、%A]{0,4}(?:至|到|為)(?:%D[之的]?)?[^，。；、%A]{0,6}(?<claim>%C|%M)`;

/** Far enough from the multiple that the word tells: 倍增 of 600 to 1,100 is near. */
const isFarFrom =
  (least: Fraction, most: Fraction | null) =>
  ({ a, claim }: Values): boolean =>
    isFigure(a) &&
    isFigure(claim) &&
    sameUnit(a, claim) &&
    (compare(claim.value, times(a.value, least)) < 0 ||
      (most !== null && compare(claim.value, times(a.value, most)) > 0));

/** What a word of change says of two figures without a number of its own: 倍增, 減半, 增加一倍. */
export const formsOfChange: readonly Form[] = [
  {
    kind: 'change',
    as: 'twice-what-it-was',
    word: '倍增',
    phrase: pattern(`(?:倍增|翻倍|(?:增加|成長)一倍)，${fromTo}`, vocabulary, 'dgu'),
    ways: ({ a }) => [productOf(a, just(saidByWords('2', 2)))],
    given: isFarFrom({ of: 18n, over: 10n }, null),
  },
  {
    kind: 'change',
    as: 'twice-what-it-was-told-behind',
    word: '倍增',
    phrase: pattern(`${fromTo}，(?:已|呈|達)?(?:倍增|翻倍|(?:增加|成長)一倍)(?=[，。；]|$)`, vocabulary, 'dgu'),
    ways: ({ a }) => [productOf(a, just(saidByWords('2', 2)))],
    given: isFarFrom({ of: 18n, over: 10n }, null),
  },
  {
    kind: 'change',
    as: 'half-of-what-it-was',
    word: '減半',
    phrase: pattern(`減半，${fromTo}`, vocabulary, 'dgu'),
    ways: ({ a }) => [quotientOf(a, just(saidByWords('2', 2)))],
    given: isFarFrom({ of: 4n, over: 10n }, { of: 55n, over: 100n }),
  },
  {
    kind: 'change',
    as: 'half-of-what-it-was-told-behind',
    word: '減半',
    phrase: pattern(`${fromTo}，(?:已|達)?(?:減半|減少一半)(?=[，。；]|$)`, vocabulary, 'dgu'),
    ways: ({ a }) => [quotientOf(a, just(saidByWords('2', 2)))],
    given: isFarFrom({ of: 4n, over: 10n }, { of: 55n, over: 100n }),
  },
];
