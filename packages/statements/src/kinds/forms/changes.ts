import { compare, pattern, sameUnit, times, vocabulary, type Fraction } from '@guankao/passages';
import {
  differenceOf,
  hundred,
  just,
  productOf,
  quotientOf,
  saidByWords,
  sumOf,
  type Expression,
} from '../../expression.ts';
import { closes, isFigure, type Form, type Values } from './form.ts';

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
/** A hundred and so many of a hundred. */
const raisedBy = (a: Expression, rate: Expression): Expression =>
  quotientOf(productOf(a, sumOf(hundred, rate)), hundred);
const loweredBy = (a: Expression, rate: Expression): Expression =>
  quotientOf(productOf(a, differenceOf(hundred, rate)), hundred);

/** 由每站1.2部增至1.5部，以80站計，共增設24部: what was added to each, times how many there are. */
const forEachOfSoMany = (word: string, way: string, ways: Form['ways']): Form => ({
  kind: 'change',
  as: 'so-much-more-for-each-of-so-many',
  word,
  phrase: pattern(
    `每(?:一)?(?<unit>\\p{Script=Han}{1,3}?)(?:[^，。；、%A()]{0,8}[由從自])?[^，。；、%A()每]{0,4}(?<b>%C|%M)[^，。；、%A()]{0,6}(?:至|到|為)(?<c>%C|%M)，(?:以|按|依)?(?:全[國市縣區]|現有)?(?<a>%C)(?:計算?|估算|推估)?，?(?:合計|共計|總計|總共|全[國市縣區年]|共|計)+${way}[^，。；、%A()]{0,4}(?<claim>%C|%M)${closes}`,
    vocabulary,
    'dgu',
  ),
  alike: 'bc',
  ways,
});

/** 由5,000萬元調增12%，調整後為5,600萬元 */
const adjusted = (word: string, ways: Form['ways']): Form => ({
  kind: 'change',
  as: 'what-it-was-adjusted-to',
  word,
  phrase: pattern(
    `[由從自按依以](?<a>%C|%M)${word}(?<b>%P)，(?:調整|修正|變更|${word})?後(?:為|達|計|金額|經費)*(?<claim>%C|%M)${closes}`,
    vocabulary,
    'dgu',
  ),
  alike: 'a',
  ways,
});

export const formsOfChange: readonly Form[] = [
  forEachOfSoMany('增加', '{rise}', ({ a, b, c }) => [productOf(differenceOf(c, b), a)]),
  forEachOfSoMany('減少', '{fall}', ({ a, b, c }) => [productOf(differenceOf(b, c), a)]),
  ...['調增', '調升', '調高', '增加', '提高', '上調'].map((word) => adjusted(word, ({ a, b }) => [raisedBy(a, b)])),
  ...['調減', '調降', '減少', '降低', '下調', '刪減'].map((word) => adjusted(word, ({ a, b }) => [loweredBy(a, b)])),
  {
    kind: 'change',
    as: 'of-two-rates-relative-to-the-first',
    word: '相對',
    phrase: pattern(
      `[由從自](?:%D[之的]?)?(?<a>%P)[^，。；、%A]{0,4}(?:至|到|為)(?:%D[之的]?)?(?<b>%P)，相對(?:增幅|升幅|成長|增加|提升|降幅|減幅|減少|下降)率?(?:為|達|約)*(?<claim>%P)${closes}`,
      vocabulary,
      'dgu',
    ),
    scale: 100,
    ways: ({ a, b }) => [quotientOf(differenceOf(b, a), a), quotientOf(differenceOf(a, b), a)],
  },
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
