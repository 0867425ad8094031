import { commensurable, compare, pattern, sameUnit, vocabulary } from '@guankao/passages';
import { differenceOf, just, productOf, quotientOf, saidByWords, sumOf } from '../../expression.ts';
import {
  closes,
  few,
  isFigure,
  lastTellsTheUnit,
  noBound,
  partsExceedClaim,
  sumUp,
  type Form,
  type Values,
} from './form.ts';

/** What was there, what came and went, and what it comes to; what is left of a whole; factors and their product. */
const people = [
  ['千', 1000],
  ['萬', 10_000],
  ['十萬', 100_000],
  ['百萬', 1_000_000],
] as const;

/** 每萬人口醫師30人，人口50萬人，計有醫師1,500人 */
const ofPeople = people.map(([word, many]): Form => ({
  kind: 'product',
  as: 'so-many-of-every-so-many-people',
  word: `每${word}`,
  phrase: pattern(
    `每${word}人口?${few}(?<b>%C)，[^，。；、%A]{0,4}人口(?:數|約|為|計)*(?<c>%C|%B)，[^，。；、%A]{0,6}(?:計|共|合計|共計|換算)+[^，。；、%A]{0,6}(?<claim>%C)(?=[，。；]|$)`,
    vocabulary,
    'dgu',
  ),
  ways: ({ b, c }) => [quotientOf(productOf(b, c), just(saidByWords(String(many), many)))],
  given: ({ b, claim }) => isFigure(b) && isFigure(claim) && sameUnit(b, claim),
}));

/** 碩士班25名、博士班5名，實際錄取碩士班23名: what stands in a list is no total of what follows. */
const isFirstOfItsUnit = ({ claim }: Values): boolean =>
  isFigure(claim) &&
  claim.text.figures.every(
    (figure) =>
      figure.start >= claim.start || figure.sentence.start !== claim.sentence.start || !sameUnit(figure, claim),
  );

/** 第1至第4季210、245、268、277件，全年1,000件; 三年3,400、3,750、4,050人，三年累計1萬1,200人: as many as the words say. */
const ofEachPeriod = [
  {
    many: 4,
    word: '全年',
    lead: '(?:第%O[季]?[至到]第%O季|[各四]季)',
    sum: '(?:全年|四季|年度)(?:合計|共計|累計|總計|共|計)*',
  },
  { many: 3, word: '三年累計', lead: '(?:連續|近)?(?:三年|%T)', sum: '(?:三年|%T)(?:累計|累積)(?:為|達|計)*' },
].map(({ many, word, lead, sum }): Form => {
  const names = 'abcd'.slice(0, many).split('');
  const list = names.map((name) => `(?<${name}>%C|%M|%B)`).join('[、及與和]');
  return {
    kind: 'sum',
    as: 'of-each-period-that-is-told',
    word,
    phrase: pattern(`${lead}${few}${list}，${sum}${few}(?<claim>%C|%M)${closes}`, vocabulary, 'dgu'),
    ways: ({ a, b, c, d }) => [sumOf(...[a, b, c, d].slice(0, many))],
    given: lastTellsTheUnit,
  };
});

export const formsOfSum: readonly Form[] = [
  ...ofEachPeriod,
  {
    kind: 'sum',
    as: 'what-there-was-and-what-this-month-came',
    word: '累計',
    phrase: pattern(
      `(?:至|截至)?(?:上|前一?)(?:個?月|季|週|期)(?:底|止|末)*(?:已)?(?:累計|累積)?${few}(?<a>%C|%M)，本(?:月|季|週|期)(?:再|續|新增|另|又)*${few}(?<b>%C|%M)，(?:迄今|至今|總)?(?:累計|累積)(?:已|達|為|共)*[^，。；、%A]{0,8}(?<claim>%C|%M)`,
      vocabulary,
      'dgu',
    ),
    alike: 'ab',
    ways: ({ a, b }) => [sumOf(a, b)],
  },
  {
    kind: 'sum',
    as: 'what-there-was-what-came-and-what-went',
    word: '累計',
    phrase: pattern(
      `(?:累計|累積|原有|既有|年初)${few}(?<a>%C|%M)，[^，。；、%A]{0,6}(?:%D度?)?(?:新增|增加|增設|新設|加入)${few}(?<b>%C|%M)[，、](?:扣除|減除|剔除|減少|退出|註銷|裁撤)${few}(?<c>%C|%M)(?:後)?，(?:累計|合計|現有|實有|共計|共|尚有|計|目前)${few}(?<claim>%C|%M)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    alike: 'abc',
    ways: ({ a, b, c }) => [differenceOf(sumOf(a, b), c)],
  },
  {
    kind: 'difference',
    as: 'the-other-half-of-the-year',
    word: '下半年',
    phrase: pattern(
      `(?:上半年|前%T|第%O季至第%O季)${few}(?<a>%C|%M)，全年(?:度)?(?:累計|合計|共計|共)?${few}(?<b>%C|%M)，(?:下半年|第四季|第%O季)${few}(?<claim>%C|%M)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    alike: 'ab',
    ways: ({ a, b }) => [differenceOf(b, a)],
    given: ({ a, b }) => a !== undefined && b !== undefined && compare(a.value, b.value) < 0,
  },
  {
    kind: 'difference',
    as: 'the-whole-without-what-is-left-out',
    word: '不含',
    phrase: pattern(
      `(?:不含|未含|扣除|排除)(?<out>[^，。；、%A()]{1,10})(?<a>%C|%M)，[^，。；、%A]{0,8}?(?<b>%C|%M)(?:中|，其中)[^，。；、%A]{0,6}(?<claim>%C|%M)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    alike: 'ab',
    ways: ({ a, b }) => [differenceOf(b, a), b],
    given: ({ a, b }) => a !== undefined && b !== undefined && compare(a.value, b.value) < 0,
  },
  {
    kind: 'difference',
    as: 'the-whole-less-what-is-not-in-it',
    word: '不含',
    phrase: pattern(
      `(?:全[區國市縣臺]|總|共)${few}(?<a>%C|%M)，(?:不含|扣除|排除)[^，。；、%A()]{1,10}(?<b>%C|%M)，[^，。；、%A]{0,8}(?:計|共|為|合計|實際)+(?<claim>%C|%M)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    alike: 'ab',
    ways: ({ a, b }) => [differenceOf(a, b), a, sumOf(a, b)],
  },
  {
    kind: 'sum',
    as: 'what-was-planned-is-what-ran-and-what-did-not',
    word: '原',
    phrase: pattern(
      `(?:扣除|剔除|排除)[^，。；、%A()]{1,8}(?<a>%C|%M)，(?:實際|現|實)[^，。；、%A]{0,6}(?<b>%C|%M)，原(?:規劃|訂|定|有|預定|計畫)[^，。；、%A]{0,6}(?<claim>%C|%M)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    alike: 'ab',
    ways: ({ a, b }) => [sumOf(a, b)],
  },
  {
    kind: 'sum',
    as: 'done-under-way-and-not-begun',
    word: '已',
    phrase: pattern(
      `(?<claim>%C)[^，。；、%A]{0,6}[，：:](?:其中)?(?:已[^，。；、%A]{1,6}|完工|竣工|完成)(?<a>%C)[、，][^，。；、%A]{0,6}(?:中|審理|處理|辦理)(?<b>%C)(?:、|，|及|、?及)(?:尚?未|待)[^，。；、%A]{1,6}(?<c>%C)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    alike: 'abc',
    ways: ({ a, b, c }) => [sumOf(a, b, c)],
    // Not all need be told; more than all they cannot be.
    given: partsExceedClaim,
  },
  {
    kind: 'sum',
    as: 'two-kinds-of-the-same-thing',
    word: '含',
    phrase: pattern(
      `(?<noun>\\p{Script=Han}{2})(?<claim>%C)，(?:含|其中|包括)?(?<one>[^，。；、%A()其中]{1,6})\\k<noun>(?<a>%C)[、及與和](?<other>[^，。；、%A()其中]{1,6})\\k<noun>(?<b>%C)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    alike: 'ab',
    ways: ({ a, b }) => [sumOf(a, b)],
    given: (values) => partsExceedClaim(values) && isFirstOfItsUnit(values),
  },
  {
    kind: 'sum',
    as: 'two-kinds-of-what-was-counted',
    word: '中',
    phrase: pattern(
      `(?<noun>\\p{Script=Han}{2})(?<claim>%C)[、及與和，][^，。；%A]{1,8}%C，\\k<noun>[^，。；、%A]{0,4}(?:中|含)(?<one>[^，。；、%A()]{1,6})(?<a>%C)[、及與和](?<other>[^，。；、%A()]{1,6})(?<b>%C)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    alike: 'ab',
    ways: ({ a, b }) => [sumOf(a, b)],
    given: partsExceedClaim,
  },
  {
    kind: 'product',
    as: 'a-day-s-shifts-all-week',
    word: '每',
    phrase: pattern(
      `每[日天](?<a>%C)[、，]每(?:一)?(?<unit>\\p{Script=Han}{1,2})(?<b>%C)，[^，。；、%A]{0,6}(?<c>%T|%C)，?(?:共需|合計|共計|共|計|需)+${few}(?<claim>%C)`,
      vocabulary,
      'dgu',
    ),
    ways: ({ a, b, c }) => [productOf(a, b, c)],
    given: ({ b, c, claim }) =>
      isFigure(b) && isFigure(claim) && isFigure(c) && /[日天]$/u.test(c.unit ?? '') && commensurable(b, claim),
  },
  {
    kind: 'product',
    as: 'each-and-how-many',
    word: '每',
    phrase: pattern(
      `每(?:一)?(?<unit>\\p{Script=Han}{1,3}?)${noBound}(?:各|均|皆)?[^，。；、%A每]{0,8}(?<b>%C|%M)，(?:全[國市縣區]|合計|共計|共|計)+[^，。；、%A]{0,4}(?<a>%C)，${sumUp}${few}(?<claim>%C|%M)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    alike: 'b',
    ways: ({ a, b }) => [productOf(a, b)],
  },
  {
    kind: 'product',
    as: 'so-many-of-every-so-many-people',
    word: '每',
    phrase: pattern(
      `每(?<a>%C|%B)${few}(?<b>%C)，[^，。；、%A]{0,4}人口(?:數|約|為|計)*(?<c>%C|%B)，[^，。；、%A]{0,6}(?:計|共|合計|共計|換算)+[^，。；、%A]{0,6}(?<claim>%C)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    ways: ({ a, b, c }) => [quotientOf(productOf(b, c), a)],
    given: ({ b, claim }) => isFigure(b) && isFigure(claim) && sameUnit(b, claim),
  },
  ...ofPeople,
];
