import { compare, pattern, sameUnit, vocabulary } from '@guankao/passages';
import { just, productOf, quotientOf, saidByWords, sumOf } from '../../expression.ts';
import { few, isFigure, type Form, type Values } from './form.ts';

const name = '\\p{Script=Han}{1,8}?';
/** 場 of 場次, and the same unit. */
const countsTheSame = ({ b, claim }: Values): boolean =>
  isFigure(b) && isFigure(claim) && (sameUnit(b, claim) || (b.unit !== null && claim.unit === `${b.unit}次`));

/** A list of places or bodies, each of which did as many. */
const listsOf = [2, 3, 4, 5, 6, 7, 8].map((many): Form => ({
  kind: 'product',
  as: 'each-of-those-that-are-named',
  word: '各',
  phrase: pattern(
    `(?<claim>%C)，(?:分別|並|已)?(?:於|在|由)?${name}${`、${name}`.repeat(many - 2)}(?:及|與|和|以及)${name}(?:等地|等處|地區)?各(?:辦理|舉辦|召開|設置|建置|興建|完成|裝設|成立|辦|設|建)?(?<b>%C)(?=[，。；]|$)`,
    vocabulary,
    'dgu',
  ),
  ways: ({ b }) => [productOf(just(saidByWords(String(many), many)), b)],
  given: countsTheSame,
}));

/** The words before the number say that it is for each of what `a` counts. */
const isForEach = ({ a, b }: Values): boolean =>
  isFigure(a) &&
  isFigure(b) &&
  a.unit !== null &&
  b.text.text.slice(Math.max(0, b.start - 20), b.start).includes(`每${a.unit}`);

const isLess = ({ a, claim }: Values): boolean =>
  a !== undefined && claim !== undefined && compare(claim.value, a.value) < 0;

/** What a figure is worked out from stands in another clause, and its words name it: 以3,480公頃推估, 以1,575航次計, 連同本年度. */
export const formsOfNamedBase: readonly Form[] = [
  ...listsOf,
  {
    kind: 'product',
    as: 'so-many-for-each-of-what-is-named',
    word: '每',
    phrase: pattern(
      `每[^，。；、%A()]{1,16}(?<b>%C|%M)，(?:若|如)?[以按依][^，。；、%A()]{0,8}(?<a>%C)(?:計算|估算|推估|換算|計|估)(?:之|，)?[^，。；、%A()]{0,12}(?<claim>%C|%M)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    alike: 'b',
    ways: ({ a, b }) => [productOf(a, b)],
    given: isForEach,
  },
  {
    kind: 'share',
    as: 'of-the-base-that-is-named',
    word: '率',
    phrase: pattern(
      `(?<noun>\\p{Script=Han}{2,4})(?:登船|出勤|到場|參加|受檢|完成)?(?<b>%C)[^]{0,90}?(?:以|按)[^，。；、%A()]{1,8}(?<a>%C)(?:計算|計|為分母|為母數)，\\k<noun>[^，。；、%A()]{0,4}率(?:為|達|約|計)*(?<claim>%P)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    across: true,
    scale: 100,
    ways: ({ a, b }) => [quotientOf(b, a)],
    given: ({ a, b }) => isFigure(a) && isFigure(b) && sameUnit(a, b) && compare(b.value, a.value) <= 0,
  },
  {
    kind: 'sum',
    as: 'what-there-was-together-with-this-year-s',
    word: '連同',
    phrase: pattern(
      `(?:本年度?|%D度?)[^，。；、%A()]{0,14}(?<a>%C|%M)(?=[，。；])[^]{0,80}?(?:截至|至)%D(?:年?底)?止?(?:已|累計|累積|共)*${few}(?<b>%C|%M)，(?:連同|加計|併計|加上)本年度?(?:數|部分|新增)?，?(?:累計|合計|共計|總計)(?:已|達|為|共)*${few}(?<claim>%C|%M)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    across: true,
    alike: 'ab',
    ways: ({ a, b }) => [sumOf(a, b)],
  },
  {
    kind: 'sum',
    as: 'no-less-to-date-than-in-the-year',
    word: '累計',
    phrase: pattern(
      `(?:本年度?|今年|全年度?)(?!目標|預定|應|編列|預計|核定|規劃|可)[^，。；、%A()]{1,10}(?<a>%C|%M)，(?:迄今|歷年|計畫)?(?:累計|累積)(?:僅|已|達|為|共|計)*(?<claim>%C|%M)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    alike: 'a',
    ways: ({ a }) => [sumOf(a)],
    given: isLess,
  },
];
