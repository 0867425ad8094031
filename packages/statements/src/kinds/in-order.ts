import {
  around,
  commensurable,
  compare,
  fractionOf,
  markAt,
  normalise,
  pattern,
  printedNumber,
  sameUnit,
  type BareNumber,
  type Figure,
  type Mark,
  type MarkedSentence,
  type Text,
  vocabulary,
} from '@guankao/passages';
import { parseDecimal } from '@guankao/quantities';
import {
  declineOf,
  differenceOf,
  growthOf,
  just,
  productOf,
  quotientOf,
  saidByWords,
  sumOf,
  type Expression,
  type Operand,
} from '../expression.ts';
import { numberFigure } from '../number-figure.ts';
import { formsOfChange } from './forms/changes.ts';
import { few, isFigure, noBound, partsExceedClaim, sumUp, type Form, type Numbers, type Values } from './forms/form.ts';
import { formsOfBalance } from './forms/balances.ts';
import { formsOfDiscount } from './forms/discounts.ts';
import { formsOfExchange } from './forms/exchanges.ts';
import { formsOfEach } from './forms/for-each.ts';
import { formsOfGroup } from './forms/groups.ts';
import { formsOfIndex } from './forms/indices.ts';
import { formsOfSpread } from './forms/spreads.ts';
import { formsOfFraction } from './forms/fractions.ts';
import { formsOfGrade } from './forms/grades.ts';
import { formsOfList } from './forms/lists.ts';
import { formsOfLevel } from './forms/levels.ts';
import { formsOfMean } from './forms/means.ts';
import { formsOfMultiple } from './forms/multiples.ts';
import { formsOfPrice } from './forms/prices.ts';
import { formsOfNamedBase } from './forms/named-bases.ts';
import { formsOfProduct } from './forms/products.ts';
import { formsOfRemainder } from './forms/remainders.ts';
import { formsOfRate } from './forms/rates.ts';
import { formsOfRest } from './forms/rests.ts';
import { formsOfRunning } from './forms/running.ts';
import { formsOfShare } from './forms/shares.ts';
import { formsOfSum } from './forms/sums.ts';
import { formsOfFewWords } from './forms/terse.ts';
import { mayBeCountedTwice, type Surroundings } from '../near.ts';
import { judged, type Statement, type Suggestion } from '../statement.ts';

const told: readonly Form[] = [
  {
    kind: 'difference',
    as: 'what-there-was-and-what-came-and-went',
    word: '年底',
    phrase: pattern(
      `(?:年初|期初|月初|上年度?底|去年底|上期末)${few}(?<a>%C|%M)，(?:本[年期月]度?|全年度?|期間|年度?內)?${few}(?<b>%C|%M)[，、]${few}(?<c>%C|%M)，(?:至|截至)?(?:本)?(?:年底|期末|年末|月底|年度終了)${few}(?<claim>%C|%M)`,
      vocabulary,
      'dgu',
    ),
    alike: 'abc',
    ways: ({ a, b, c }) => [
      differenceOf(sumOf(a, b), c),
      differenceOf(sumOf(a, c), b),
      sumOf(a, b, c),
      differenceOf(a, b, c),
    ],
  },
  {
    kind: 'difference',
    as: 'how-far-from-the-target',
    word: '差距',
    phrase: pattern(
      `(?:{target}|應|需|名額|員額)${few}(?<a>%N)，(?:惟|僅|但)?(?:實際|實績|已|僅|現有|實)${few}(?<b>%N)，(?:尚|仍|共|約|與目標|較目標|較預定|與預定)*(?:差距|差|缺|短少|少|不足|缺口|短缺|落差)(?:目標|預定)?(?:數|值|為|達|約|有|計)*(?<claim>%N)(?!者|以)`,
      vocabulary,
      'dgu',
    ),
    alike: 'ab',
    ways: ({ a, b }) => [differenceOf(a, b), differenceOf(b, a)],
  },
  {
    kind: 'difference',
    as: 'how-far-from-the-target-told-behind',
    word: '尚差',
    phrase: pattern(
      `(?:累計|累積|已|共計?|現有|實際)(?:達|為|完成)?(?<b>%C|%M)，(?:距離?|較|與)?(?:全程|總|年度|計畫|原訂|原定)*{target}(?:數|值|為)*(?<a>%C|%M)，?(?:尚|仍|還|相)*(?:差|缺|不足|短少)(?:為|達|約|有|計)*(?<claim>%C|%M)(?!者|以)`,
      vocabulary,
      'dgu',
    ),
    alike: 'ab',
    ways: ({ a, b }) => [differenceOf(a, b)],
    given: ({ a, b }) => isFigure(a) && isFigure(b) && compare(a.value, b.value) > 0,
  },
  {
    kind: 'difference',
    as: 'how-far-beyond-the-target',
    word: '超出',
    phrase: pattern(
      `(?:{target}|應)${few}(?<a>%N)，(?:實際|實績|已|共)${few}(?<b>%N)，(?:較目標|較預定|共|約|已)*(?:(?:超出|多出|短少|尚差)(?:(?:原訂|年度)?(?:目標|預定))?|(?:超過|超越|多|增加|高出)(?:原訂|年度)?(?:目標|預定))(?:數|值|為|達|約|有|計)*(?<claim>%N)(?!者|以)`,
      vocabulary,
      'dgu',
    ),
    alike: 'ab',
    ways: ({ a, b }) => [differenceOf(b, a), differenceOf(a, b)],
    // 超出目標40處 of a target of 40: the target itself.
    given: ({ a, claim }) => a !== undefined && claim !== undefined && compare(a.value, claim.value) !== 0,
  },
  {
    kind: 'sum',
    as: 'what-there-was-and-what-came',
    word: '累計',
    phrase: pattern(
      `(?:以前年度|歷年|前期|截至(?:%D|上年度|前一年度|去年)(?:度|底|年底)?止?，?|至%D底止?)(?:已|累計|累積|共)*${few}(?<a>%C|%M)，(?:本年度?|本期|今年|%D度?)(?:再|續|新增|另|又)*${few}(?<b>%C|%M)，(?:迄今|截至%D(?:年底|底)?|合計|共)?(?:累計|累積|合計|總計|共計)(?:已|達|為|共|完成)*[^，。；、%A]{0,8}(?<claim>%C|%M)`,
      vocabulary,
      'dgu',
    ),
    alike: 'ab',
    ways: ({ a, b }) => [sumOf(a, b), a, b],
  },
  {
    kind: 'sum',
    as: 'two-halves-of-the-year',
    word: '全年',
    phrase: pattern(
      `(?:上半年|截至%D底?止?|%D(?:底前|前))${few}(?<a>%C|%M)[，、；](?:下半年|%D(?:[及至、]%D)?)(?:再|續|另)*${few}(?<b>%C|%M)，全年(?:度|合計|共計|共|總計|計|累計|達|為)*[^，。；、%A]{0,8}(?<claim>%C|%M)`,
      vocabulary,
      'dgu',
    ),
    alike: 'ab',
    ways: ({ a, b }) => [sumOf(a, b), b],
  },
  {
    kind: 'product',
    as: 'of-three-factors',
    word: '每',
    phrase: pattern(
      `(?<a>%C)${few}，每(?:一)?\\p{Script=Han}{1,3}(?<b>%T|%C)[，、]每(?:一)?[日天]\\p{Script=Han}{0,2}(?<c>%T|%C)，(?:合計|共計|總計|共|計|總時數|總訓練時數|時數|訓練|授課)+(?:為|達|共|計)*(?<claim>%T|%C)`,
      vocabulary,
      'dgu',
    ),
    alike: 'c',
    ways: ({ a, b, c }) => [productOf(a, b, c), productOf(b, c), productOf(a, c)],
  },
  {
    kind: 'product',
    as: 'so-many-each',
    word: '每',
    phrase: pattern(
      `(?<a>%B)(?<unit>\\p{Script=Han}{1,3})[^。；%A]{0,16}[，、]每(?:一)?\\k<unit>${few}(?<b>%C|%M)，${few.replace('12', '4')}${sumUp}${few}(?<claim>%C|%M)`,
      vocabulary,
      'dgu',
    ),
    alike: 'b',
    ways: ({ a, b }) => [productOf(a, b)],
  },
  {
    kind: 'product',
    as: 'each-then-all',
    word: '每',
    phrase: pattern(
      `每(?:一)?(?<unit>\\p{Script=Han}{1,3}?)${noBound}(?:各|均|皆)?[^，。；、%A每]{0,10}(?<b>%C|%M)，(?:全[國市縣區]|計)?(?<a>%B)\\k<unit>${sumUp}${few}(?<claim>%C|%M)`,
      vocabulary,
      'dgu',
    ),
    alike: 'b',
    ways: ({ a, b }) => [productOf(a, b)],
  },
  {
    kind: 'mean',
    as: 'over-so-many',
    word: '平均每',
    phrase: pattern(
      `(?<a>%B)(?<unit>\\p{Script=Han}{1,3})[^。；%A]{0,12}[，、][^，。；、%A]{0,8}(?<b>%C|%M)[^，。；、%A]{0,6}，(?:其中[^，。；、%A]{1,10}%C，)?(?:平均每(?:一)?\\k<unit>|每(?:一)?\\k<unit>平均)${few}(?<claim>%C|%M)`,
      vocabulary,
      'dgu',
    ),
    rounded: true,
    ways: ({ a, b }) => [quotientOf(b, a)],
    given: ({ b, claim }) => isFigure(b) && isFigure(claim) && commensurable(b, claim),
  },
  {
    kind: 'change',
    as: 'so-many-times-what-it-was',
    word: '倍',
    phrase: pattern(
      `[由從自](?:%D[之的]?)?[^，。；、%A]{0,6}(?<a>%N)[^，。；、%A]{0,8}(?:至|到|為)(?:%D[之的]?)?[^，。；、%A]{0,6}(?<b>%N)，(?:約|已|達)?(?:為|是|達)(?:原有|原來|原先|原|前一年度?|上年度?|去年|%D)(?:度|規模|數量|數)?[之的]?(?:約)?(?<claim>%C)`,
      vocabulary,
      'dgu',
    ),
    ways: ({ a, b }) => [quotientOf(b, a)],
    given: ({ a, b, claim }) => isFigure(claim) && claim.unit === '倍' && isFigure(a) && isFigure(b) && sameUnit(a, b),
  },
  {
    kind: 'change',
    as: 'grown-since-what-it-was',
    word: '成長率',
    phrase: pattern(
      `(?<a>%C|%M)[^，。；、%A]{0,6}，(?:相較於?|較|比|與)(?:%D[之的]?|{formerYear}(?:同期)?[之的]?)${few}(?<b>%C|%M)(?:相比|相較)?，(?:約|計|共|大幅|小幅|略)*(?:成長率?|增加率?|成長幅度|增幅|減少率?|下降率?|減幅|降幅|衰退|提升|降低)(?:約|為|達|計|高達|僅)*(?<claim>%P)`,
      vocabulary,
      'dgu',
    ),
    scale: 100,
    ways: ({ a, b }) => [growthOf(a, b), declineOf(a, b)],
    given: ({ a, b, claim }) =>
      isFigure(a) && isFigure(b) && sameUnit(a, b) && isFigure(claim) && claim.unit !== '百分點',
  },
  {
    kind: 'difference',
    as: 'behind-or-ahead-of-the-schedule',
    word: '進度',
    phrase: pattern(
      `實際(?:執行)?進度(?:為|達|約)*(?<a>%P)，(?:較)?(?:落後|超前)(?:預定|原訂|規劃)進度(?<b>%P)(?:達|計|約|共|為|，)*(?<claim>%P)`,
      vocabulary,
      'dgu',
    ),
    ways: ({ a, b }) => [differenceOf(a, b), differenceOf(b, a)],
  },
  {
    kind: 'share',
    as: 'told-before-what-it-is-of',
    word: '率',
    phrase: pattern(
      `率(?:為|達|約|計)*(?<claim>%P)，(?:即|亦即|係)[^，。；、%A]{0,8}(?<a>%C|%M)(?:中|內|裡)[，]?(?:有|已|計|計有)?[^，。；、%A]{0,8}(?<b>%C|%M)`,
      vocabulary,
      'dgu',
    ),
    scale: 100,
    ways: ({ a, b }) => [quotientOf(b, a)],
    given: ({ a, b }) => isFigure(a) && isFigure(b) && commensurable(a, b),
  },
  {
    kind: 'share',
    as: 'the-rate-then-its-part',
    word: '占',
    phrase: pattern(
      `(?<a>%C|%M)(?:中)?，(?:其中)?(?<name>[^，。；、%A()]{1,10})(?:約)?[占佔](?:比|總數之?)?(?:約|為|達)*(?<claim>%P)，(?:計|共|為|有|約|共計|合計)+(?<b>%C|%M)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    scale: 100,
    ways: ({ a, b }) => [quotientOf(b, a)],
    given: ({ a, b }) => isFigure(a) && isFigure(b) && sameUnit(a, b),
  },
  {
    kind: 'share',
    as: 'one-of-two-that-make-the-whole',
    word: '占',
    phrase: pattern(
      `(?<one>中央|公部門|政府|男性|國內|補助款)[^，。；、%A]{0,4}(?<a>%C|%M)[、，及與](?<other>地方|民間|私部門|女性|國外|自籌款|配合款)[^，。；、%A]{0,6}(?<b>%C|%M)，\\k<one>[^，。；、%A]{0,4}[占佔](?:比)?(?:約|為|達)*(?<claim>%P)`,
      vocabulary,
      'dgu',
    ),
    scale: 100,
    ways: ({ a, b }) => [quotientOf(a, sumOf(a, b))],
    given: ({ a, b }) => isFigure(a) && isFigure(b) && sameUnit(a, b),
  },
  {
    kind: 'share',
    as: 'the-other-of-two-that-make-the-whole',
    word: '占',
    phrase: pattern(
      `(?:中央|公部門|政府|男性|國內|補助款)[^，。；、%A]{0,4}(?<a>%C|%M)[、，及與](?<other>地方|民間|私部門|女性|國外|自籌款|配合款)[^，。；、%A]{0,6}(?<b>%C|%M)，\\k<other>[^，。；、%A]{0,4}[占佔](?:比)?(?:約|為|達)*(?<claim>%P)`,
      vocabulary,
      'dgu',
    ),
    scale: 100,
    ways: ({ a, b }) => [quotientOf(b, sumOf(a, b))],
    given: ({ a, b }) => isFigure(a) && isFigure(b) && sameUnit(a, b),
  },
  {
    kind: 'sum',
    as: 'with-what-was-left-out',
    word: '加計',
    phrase: pattern(
      `(?<a>%C|%M)\\((?:不含|未含|不包含|不計)(?<name>[^，。；、%A()]{1,8})(?<b>%C|%M)\\)，(?:若|如)?(?:加計|併計|連同|計入|含)\\k<name>(?:後|在內|則)?，?(?:合計|共計|總計|共|計|達|為)+(?<claim>%C|%M)`,
      vocabulary,
      'dgu',
    ),
    alike: 'ab',
    ways: ({ a, b }) => [sumOf(a, b)],
  },
  {
    kind: 'product',
    as: 'so-many-for-every-so-many',
    word: '每',
    phrase: pattern(
      `每(?<a>%C)(?:設置?|配置|裝設|布設|需)(?<b>%C)${few}，[^，。；、%A]{0,8}(?<c>%C)，(?:合計|共計|共|計)[^，。；、%A]{0,6}(?<claim>%C)`,
      vocabulary,
      'dgu',
    ),
    alike: 'b',
    // Where a row has an end at each side, one more is set up.
    ways: ({ a, b, c }) => [
      productOf(quotientOf(c, a), b),
      sumOf(productOf(quotientOf(c, a), b), just(saidByWords('1', 1))),
      differenceOf(productOf(quotientOf(c, a), b), just(saidByWords('1', 1))),
    ],
    given: ({ a, c }) => isFigure(a) && isFigure(c) && sameUnit(a, c),
  },
  {
    kind: 'share',
    as: 'per-mille-of-the-first',
    word: '千人率',
    phrase: pattern(
      `(?<a>%C)，(?<name>\\p{Script=Han}{2,6})(?<b>%C)，(?:\\p{Script=Han}{0,6})千人率(?:為|達|約|是)*(?<claim>%B)`,
      vocabulary,
      'dgu',
    ),
    ways: ({ a, b }) => [productOf(quotientOf(b, a), just(saidByWords('1000', 1000)))],
    given: ({ a, b }) => isFigure(a) && isFigure(b) && sameUnit(a, b),
  },
  {
    kind: 'difference',
    as: 'what-two-are-taken-off',
    word: '扣除',
    phrase: pattern(
      `(?<a>%C|%M)，(?:扣除|剔除|減除|扣減)${few}(?<b>%C|%M)[及、與和]${few}(?<c>%C|%M)後?，${few}(?<claim>%C|%M)`,
      vocabulary,
      'dgu',
    ),
    alike: 'abc',
    ways: ({ a, b, c }) => [differenceOf(a, b, c)],
  },
  {
    kind: 'change',
    as: 'more-or-less-than-it-was',
    word: '增加',
    phrase: pattern(
      `(?:較|比)(?:%D[之的]?|{formerYear}(?:同期)?[之的]?)${few}(?<a>%C|%M)(?:增加|成長|增|減少|減|下降|提升)(?:約|了|達)?(?<claim>%C|%M)，(?:計|達|為|共計|共|增為|增至|降為|降至|合計)+(?<b>%C|%M)`,
      vocabulary,
      'dgu',
    ),
    alike: 'ab',
    ways: ({ a, b }) => [differenceOf(b, a), differenceOf(a, b)],
  },
  {
    kind: 'sum',
    as: 'the-four-quarters',
    word: '全年',
    phrase: pattern(
      `第%O季${few}(?<a>%C|%M)[、，]第%O季${few}(?<b>%C|%M)[、，]第%O季${few}(?<c>%C|%M)[、，及與]第%O季${few}(?<d>%C|%M)，全年(?:度|合計|共計|共|總計|計|達|為)*[^，。；、%A]{0,8}(?<claim>%C|%M)`,
      vocabulary,
      'dgu',
    ),
    alike: 'abcd',
    ways: ({ a, b, c, d }) => [sumOf(a, b, c, d), d],
  },
  {
    kind: 'sum',
    as: 'what-each-year-came-to',
    word: '累計',
    phrase: pattern(
      `(?:%D度?|第%O季至第%O季|[三四]季)(?:分別|各|依序|各為|為)*${few}(?<a>%C|%M)、(?<b>%C|%M)[及與、和](?<c>%C|%M)，(?:累計|合計|共計|總計)(?:已|達|為|共)*[^，。；、%A]{0,8}(?<claim>%C|%M)`,
      vocabulary,
      'dgu',
    ),
    alike: 'abc',
    ways: ({ a, b, c }) => [sumOf(a, b, c), c],
  },
  {
    kind: 'sum',
    as: 'what-the-years-came-to',
    word: '累計',
    phrase: pattern(
      `%D度?${few}(?<a>%C|%M)[、，]%D度?${few}(?<b>%C|%M)[、，及與]%D度?${few}(?<c>%C|%M)，(?:三年)?(?:累計|合計|共計|總計)(?:已|達|為|共)*[^，。；、%A]{0,8}(?<claim>%C|%M)`,
      vocabulary,
      'dgu',
    ),
    alike: 'abc',
    ways: ({ a, b, c }) => [sumOf(a, b, c), c],
    // More than all of them: what came in the years before may be counted in.
    given: partsExceedClaim,
  },
  {
    kind: 'share',
    as: 'some-of-the-same-things',
    word: '占比',
    phrase: pattern(
      `(?<noun>\\p{Script=Han}{2})(?<a>%C)，(?:其中)?[^，。；、%A()]{1,8}\\k<noun>(?:者|計|有|共)?(?<b>%C)，(?:[占佔]比?|比率|比例|占總數之?)(?:約|為|達|僅)*(?<claim>%P)`,
      vocabulary,
      'dgu',
    ),
    scale: 100,
    ways: ({ a, b }) => [quotientOf(b, a)],
    given: ({ a, b }) => isFigure(a) && isFigure(b) && sameUnit(a, b) && compare(b.value, a.value) <= 0,
  },
  {
    kind: 'product',
    as: 'each-then-so-many',
    word: '每',
    phrase: pattern(
      `每(?:一)?(?<unit>\\p{Script=Han}{1,3}?)${noBound}(?:各|均|皆)?[^，。；、%A每]{0,10}(?<b>%C|%M)，(?:全[國市縣區]|計)?(?<a>%C)(?:合計|共計|總計|共|計)[^，。；、%A]{0,8}(?<claim>%C|%M)`,
      vocabulary,
      'dgu',
    ),
    alike: 'b',
    ways: ({ a, b }) => [productOf(a, b)],
  },
  {
    kind: 'mean',
    as: 'over-so-many',
    word: '平均每',
    phrase: pattern(
      `(?<a>%B)(?<unit>\\p{Script=Han}{1,3}?)(?:全年|合計|共計|共)+[^，。；、%A]{0,6}(?<b>%C|%M)[^，。；、%A]{0,6}，(?:平均每(?:一)?\\k<unit>|每(?:一)?\\k<unit>平均)${few}(?<claim>%C|%M)`,
      vocabulary,
      'dgu',
    ),
    rounded: true,
    ways: ({ a, b }) => [quotientOf(b, a)],
    given: ({ b, claim }) => isFigure(b) && isFigure(claim) && commensurable(b, claim),
  },
  {
    kind: 'sum',
    as: 'of-parts-whose-unit-the-last-tells',
    given: ({ a, b }) => hasNoUnit(a) && hasNoUnit(b),
    word: '其中',
    phrase: pattern(
      `(?<claim>%C)，(?:其中|包括|分別為|含)${few}(?<a>[%B%C])、${few}(?<b>[%B%C])[及與、和]${few}(?<c>%C)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    alike: 'c',
    ways: ({ a, b, c }) => [sumOf(a, b, c)],
  },
  {
    kind: 'sum',
    as: 'of-parts-whose-unit-the-last-tells',
    given: ({ a, b }) => hasNoUnit(a) && hasNoUnit(b),
    word: '合計',
    phrase: pattern(
      `(?<![%B%C]、${few})(?<a>[%B%C])、${few}(?<b>[%B%C])[及與、和]${few}(?<c>%C)，(?:合計|共計|總計|全年共|共|計)[^，。；、%A]{0,6}(?<claim>%C)`,
      vocabulary,
      'dgu',
    ),
    alike: 'c',
    ways: ({ a, b, c }) => [sumOf(a, b, c)],
  },
  {
    kind: 'sum',
    as: 'of-things-of-several-units',
    word: '合計',
    phrase: pattern(
      `(?<=^|[，。；：])[^，。；、%A]{0,10}(?<a>%C)、${few}(?<b>%C)[及與、和]${few}(?<c>%C)，(?:合計|共計|總計|共)[^，。；、%A]{0,6}(?<claim>%C)\\([^%A()]{1,8}\\)`,
      vocabulary,
      'dgu',
    ),
    ways: ({ a, b, c }) => [sumOf(a, b, c)],
    // 235件（幅）: all of their units are told with the total.
    given: ({ a, b, c, claim }) =>
      [a, b, c].every((part) => isFigure(part) && isFigure(claim) && bearsUnit(claim, part)),
  },
];

/** 318萬 of 抽泥318萬、陸挖164萬及水力排砂100萬立方公尺. */
const hasNoUnit = (told: Figure | BareNumber | undefined): boolean =>
  told !== undefined && (!isFigure(told) || told.unit === null || told.unit === '');

const bearsUnit = (total: Figure, { unit }: Figure): boolean =>
  unit !== null && total.text.text.slice(total.start, total.end + 10).includes(unit);

const forms: readonly Form[] = [
  ...told,
  ...formsOfChange,
  ...formsOfShare,
  ...formsOfSum,
  ...formsOfMean,
  ...formsOfList,
  ...formsOfGrade,
  ...formsOfRest,
  ...formsOfRunning,
  ...formsOfProduct,
  ...formsOfRate,
  ...formsOfNamedBase,
  ...formsOfPrice,
  ...formsOfMultiple,
  ...formsOfFraction,
  ...formsOfRemainder,
  ...formsOfLevel,
  ...formsOfFewWords,
  ...formsOfDiscount,
  ...formsOfSpread,
  ...formsOfIndex,
  ...formsOfGroup,
  ...formsOfEach,
  ...formsOfExchange,
  ...formsOfBalance,
];
const formsAcross = forms.filter(({ across }) => across === true);

export function* inOrder({ sentence }: Surroundings, decided: ReadonlySet<number>): Iterable<Statement> {
  yield* readIn(sentence, forms, decided);
}

/** Of those that may run over a semicolon: 成立1,209件，成立率65%；未成立者631件. */
export function* inOrderAcross(text: Text, decided: ReadonlySet<number>): Iterable<Statement> {
  if (text.marked.length > 1) yield* readIn(joined(text), formsAcross, decided);
}

/** All sentences of a text as one, with what parts them. */
function joined(text: Text): MarkedSentence {
  let words = '';
  const marks: Mark[] = [];
  let end: number | null = null;
  for (const sentence of text.marked) {
    words += end === null ? '' : normalise(text.text.slice(end, sentence.start));
    const from = words.length;
    marks.push(...sentence.marks.map((mark) => ({ ...mark, at: mark.at + from })));
    words += sentence.words;
    ({ end } = sentence);
  }
  const figures = text.marked.flatMap((sentence) => sentence.figures);
  return { text, start: text.marked[0]?.start ?? 0, end: end ?? 0, words, marks, figures };
}

function* readIn(sentence: MarkedSentence, among: readonly Form[], decided: ReadonlySet<number>): Iterable<Statement> {
  if (sentence.marks.filter(({ sign }) => sign === 'figure' || sign === 'number').length < 2) return;
  for (const form of among) {
    if (form.apart === true && mayBeCountedTwice(sentence)) continue;
    for (const match of sentence.words.matchAll(form.phrase)) {
      const statement = stated(sentence, form, match, decided);
      if (statement !== null) yield statement;
    }
  }
}

/** 21縣市 are counted by 每縣市, and 15人 are not. */
const counts = (figure: Figure, unit: string): boolean =>
  figure.unit?.replace(/^個/u, '') === unit.replace(/^個/u, '') ||
  (/^[人名位員]$/u.test(unit) && /^[人名位員]$/u.test(figure.unit ?? ''));

function numberAt(mark: Mark | null): Figure | BareNumber | null {
  if (mark?.sign === 'figure') return mark.figure;
  if (mark?.sign === 'number') return mark.number;
  return mark?.sign === 'other' ? rateOf(mark) : null;
}

/** The 32 of 1：32, so many for one. */
function rateOf({ words, end }: Extract<Mark, { sign: 'other' }>): BareNumber | null {
  const many = /^[1１][：:](?<many>\d+(?:\.\d+)?)$/u.exec(words)?.groups?.['many'];
  const value = many === undefined ? null : parseDecimal(many);
  if (many === undefined || value === null) return null;
  return { start: end - many.length, end, words: many, ...printedNumber(many, fractionOf(value)) };
}

/** A number without a unit, as an operand: 12 of 12中心. */
const operandOf = (told: Figure | BareNumber): Operand => ({
  words: told.words,
  source: isFigure(told) ? { from: 'text', figure: told } : { from: 'number', start: told.start, end: told.end },
  value: told.value,
  interval: told.interval,
});

function stated(
  sentence: MarkedSentence,
  form: Form,
  match: RegExpExecArray,
  told: ReadonlySet<number>,
): Statement | null {
  const values: Record<string, Figure | BareNumber> = {};
  for (const [name, place] of Object.entries(match.indices?.groups ?? {})) {
    if (place === undefined || (name.length > 1 && name !== 'claim')) continue;
    const value = numberAt(markAt(sentence, place[0]));
    if (value !== null) values[name] = value;
  }
  const { claim, ...operands } = values;
  if (claim === undefined || told.has(claim.start) || !isFair(form, values)) return null;
  const { unit } = match.groups ?? {};
  if (unit !== undefined && isFigure(operands['a']) && !counts(operands['a'], unit)) return null;
  const numbers: Record<string, Expression> = {};
  for (const [name, value] of Object.entries(operands)) numbers[name] = just(operandOf(value));
  const ways = form.ways(numbers as unknown as Numbers);
  return judged({
    kind: form.kind,
    claim: claimOf(sentence, form, claim),
    word: form.word,
    sure: true,
    suggested: ways
      .slice(0, 1)
      .map((expression): Suggestion => ({ as: form.as, expression, ...(form.scale && { scale: form.scale }) })),
    others: () =>
      ways.slice(1).map((expression): Suggestion => ({
        as: `${form.as}-otherwise`,
        expression,
        ...(form.scale && { scale: form.scale }),
      })),
  });
}

/** Nothing is a bound, and what the form counts alike is counted alike. */
function isFair(form: Form, values: Values): boolean {
  const { claim } = values;
  if (Object.values(values).some(({ widening }) => widening !== 'exact' && widening !== 'about')) return false;
  for (const name of form.alike ?? '') {
    const other = values[name];
    if (!isFigure(other) || !isFigure(claim) || !sameUnit(other, claim)) return false;
  }
  return form.given?.(values) ?? true;
}

const claimOf = (sentence: MarkedSentence, { rounded }: Form, claim: Figure | BareNumber): Figure => {
  const figure = isFigure(claim) ? claim : asFigure(sentence, claim);
  return rounded === true ? { ...figure, interval: around(figure.value, figure.step) } : figure;
};

function asFigure(sentence: MarkedSentence, number: BareNumber): Figure {
  const mark = sentence.marks.find((one) => one.start === number.start);
  if (mark === undefined) throw new RangeError(`no mark at ${number.start}`);
  return numberFigure(sentence, mark, number);
}
