import { compare, minus, pattern, plus, vocabulary } from '@guankao/passages';
import { differenceOf, sumOf } from '../../expression.ts';
import { closes, few, isFigure, partsExceedClaim, type Form, type Values } from './form.ts';

const isLess = ({ a, b }: Values): boolean => a !== undefined && b !== undefined && compare(b.value, a.value) <= 0;
/** A part that is more than what it is said to be of. */
const isAbove = ({ a, claim }: Values): boolean =>
  a !== undefined && claim !== undefined && compare(a.value, claim.value) > 0;

/** What is left, what came and went, and what was there already. */
export const formsOfRemainder: readonly Form[] = [
  {
    kind: 'difference',
    as: 'what-the-store-still-holds',
    word: '尚有',
    phrase: pattern(
      `(?<a>%C|%M)，(?:其中)?(?:已|業)${few}(?<b>%C|%M)，(?:庫存|存量|結存|現存|手邊|倉儲|帳上|存放)(?:仍|尚)?(?:有|餘|剩)?(?:約|計)?(?<claim>%C|%M)${closes}`,
      vocabulary,
      'dgu',
    ),
    alike: 'ab',
    ways: ({ a, b }) => [differenceOf(a, b)],
    given: isLess,
  },
  {
    kind: 'difference',
    as: 'what-was-planned-and-is-not-yet-done',
    word: '尚有',
    phrase: pattern(
      `(?:規劃|預定|原[訂定]|目標|計畫|應)[^，。；、%A()]{0,8}(?<a>%C|%M)[，]?(?:而|惟|但)?(?:實際?|已|僅)[^，。；、%A()]{1,8}(?<b>%C|%M)，(?:仍|尚)(?:有|餘|缺|差)(?<claim>%C|%M)[^，。；%A]{0,10}(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    alike: 'ab',
    ways: ({ a, b }) => [differenceOf(a, b)],
    given: isLess,
  },
  {
    kind: 'difference',
    as: 'what-is-left-of-what-could-be-spent',
    word: '賸餘',
    phrase: pattern(
      `(?:可支用|可用|預算|編列|分配|核定|法定)[^，。；、%A()]{0,6}(?<a>%M)，(?:實現|執行|支用|實支|決算)[^，。；、%A()]{0,6}(?<b>%M)[、，](?:申請)?保留[^，。；、%A()]{0,6}(?<c>%M)，(?:賸餘|剩餘|結餘|節餘)[^，。；、%A()]{0,4}(?<claim>%M)${closes}`,
      vocabulary,
      'dgu',
    ),
    alike: 'abc',
    ways: ({ a, b, c }) => [differenceOf(a, b, c), differenceOf(a, b)],
  },
  {
    kind: 'difference',
    as: 'one-less-the-other',
    word: '減',
    phrase: pattern(
      `(?:為|即|以|係)[^，。；、%A()]{1,8}(?<a>%C|%M)(?:減去?|扣除|扣減|減除)[^，。；、%A()]{1,8}(?<b>%C|%M)，(?:合計|共計|計|得|為|共)+(?<claim>%C|%M)${closes}`,
      vocabulary,
      'dgu',
    ),
    alike: 'ab',
    ways: ({ a, b }) => [differenceOf(a, b)],
    given: isLess,
  },
  {
    kind: 'difference',
    as: 'without-those-told-twice',
    word: '重複',
    phrase: pattern(
      `(?<a>%C)[、，及與和][^，。；、%A()]{1,10}(?<b>%C)，(?:扣除|剔除|其中)?(?:重[複覆疊]|兩者?皆|兼)[^，。；、%A()]{0,6}(?<c>%C)(?:後)?，(?:實際|合計|共計|共|淨|計)[^，。；、%A()]{0,6}(?<claim>%C)${closes}`,
      vocabulary,
      'dgu',
    ),
    alike: 'abc',
    ways: ({ a, b, c }) => [differenceOf(sumOf(a, b), c)],
    // Fewer may have been helped than asked for it; more than there are they cannot be.
    given: ({ a, b, c, claim }) =>
      a !== undefined &&
      b !== undefined &&
      c !== undefined &&
      claim !== undefined &&
      compare(claim.value, minus(plus(a.value, b.value), c.value)) > 0,
  },
  {
    kind: 'difference',
    as: 'those-of-whom-neither-is-so',
    word: '均未',
    phrase: pattern(
      `(?<d>%C)，[^，。；、%A()]{1,12}(?<a>%C)[、，][^，。；、%A()]{1,12}(?<b>%C)，(?:其中)?(?:[兩二]|%C|%B)?(?:項|者|種|類)?(?:皆|均|都|同時)[^，。；、%A()]{1,6}(?<c>%C)，(?:均|皆|都|兩者皆?|二者皆?)?[未無](?:曾)?[^，。；、%A()]{1,6}(?<claim>%C)${closes}`,
      vocabulary,
      'dgu',
    ),
    alike: 'abcd',
    ways: ({ a, b, c, d }) => [differenceOf(sumOf(d, c), a, b)],
  },
  {
    kind: 'sum',
    as: 'the-last-two-alone',
    word: '小計',
    phrase: pattern(
      `(?<a>%C|%M)[、，及與和](?:[^，。；、%A()]|%L){1,8}(?<b>%C|%M)，(?:後|該|以上)?(?:[兩二]者|[兩二]項)(?:小計|合計|共計|總計|共|計)(?<claim>%C|%M)${closes}`,
      vocabulary,
      'dgu',
    ),
    alike: 'ab',
    ways: ({ a, b }) => [sumOf(a, b)],
  },
  {
    kind: 'sum',
    as: 'what-there-was-by-then-and-what-came',
    word: '累計',
    phrase: pattern(
      `(?:截?至|迄)%D(?:年?底)?止?(?:已|累計|累積|共)+[^，。；、%A]{0,8}(?<a>%C|%M)，(?:本年度?|%D度?)(?:再|續|新增)*[^，。；、%A]{0,8}(?<b>%C|%M)，(?:截?至|迄)(?:%D(?:年?底)?|年底|今)止?(?:已)?(?:累計|累積|共|合計)+[^，。；、%A]{0,8}(?<claim>%C|%M)${closes}`,
      vocabulary,
      'dgu',
    ),
    alike: 'ab',
    ways: ({ a, b }) => [sumOf(a, b), a],
  },
  {
    kind: 'sum',
    as: 'how-far-it-was-and-how-far-it-came',
    word: '累計進度',
    phrase: pattern(
      `(?:上年度|前一年度|去年度?|上年|{formerYear}|%D)(?:底|年底)?[^，。；、%A]{0,2}累[計積][^，。；、%A]{0,4}進度(?:為|達)?(?<a>%P)，(?:本年度?|%D度?)(?:再|續)?(?:完成|執行|推進|增加)[^，。；、%A]{0,4}(?<b>%P)，(?:年底|至年底|迄今|合計|截至%D)?累[計積][^，。；、%A]{0,4}進度?(?:為|達|已達)*(?<claim>%P)${closes}`,
      vocabulary,
      'dgu',
    ),
    ways: ({ a, b }) => [sumOf(a, b)],
  },
  {
    kind: 'sum',
    as: 'three-quarters-in-a-row-and-the-fourth',
    word: '全年',
    phrase: pattern(
      `前(?:三季|3季|%T)${few}(?<a>%B|%C)、(?<b>%B|%C)[、及與和](?<c>%C|%M)，第%O季${few}(?<d>%C|%M)，全年(?:度)?${few}(?<claim>%C|%M)${closes}`,
      vocabulary,
      'dgu',
    ),
    alike: 'cd',
    ways: ({ a, b, c, d }) => [sumOf(a, b, c, d)],
    given: ({ a, b }) => [a, b].every((told) => told !== undefined && (!isFigure(told) || (told.unit ?? '') === '')),
  },
  {
    kind: 'sum',
    as: 'this-year-s-are-among-all-so-far',
    word: '累計',
    phrase: pattern(
      `(?:本年度?|今年|本期)(?:新增|共|計)*(?<verb>\\p{Script=Han}{2})[^，。；、%A()]{0,8}(?<a>%C|%M|%T)，[^，。；、%A()]{0,8}(?:累計|累積)(?:已|共|僅|總計)*\\k<verb>[^，。；、%A()]{0,8}(?<claim>%C|%M|%T)${closes}`,
      vocabulary,
      'dgu',
    ),
    alike: 'a',
    ways: ({ a }) => [a],
    given: isAbove,
  },
  {
    kind: 'sum',
    as: 'some-who-are-all-among-them',
    word: '均為',
    phrase: pattern(
      `(?<did>\\p{Script=Han}{2})[^，。；、%A()]{0,4}(?<claim>%C)，[^，。；、%A()]{1,8}者?(?<a>%C)，(?:均|皆|全數)(?:為|屬|係)[^，。；、%A()]{0,2}\\k<did>`,
      vocabulary,
      'dgu',
    ),
    alike: 'a',
    ways: ({ a }) => [a],
    given: isAbove,
  },
  {
    kind: 'sum',
    as: 'some-of-those-just-told',
    word: '其中',
    phrase: pattern(
      `(?<did>\\p{Script=Han}{3,8})(?<claim>%C)，\\k<did>(?:中|之中|當中)(?:計|共)?有[^，。；、%A()]{1,6}(?<a>%C)${closes}`,
      vocabulary,
      'dgu',
    ),
    alike: 'a',
    ways: ({ a }) => [a],
    given: isAbove,
  },
  {
    kind: 'sum',
    as: 'what-is-neither-one-nor-the-other',
    word: '不是',
    phrase: pattern(
      `(?<name>\\p{Script=Han}{2})(?<claim>%C)(?:、[^，。；、%A()]{1,4}%C)?[，；]\\k<name>[^，。；、%A()]{0,4}不是[^，。；、%A()]{1,6}\\((?<a>%C)\\)，就是[^，。；、%A()]{1,6}\\((?<b>%C)\\)`,
      vocabulary,
      'dgu',
    ),
    across: true,
    alike: 'ab',
    ways: ({ a, b }) => [sumOf(a, b)],
  },
  {
    kind: 'sum',
    as: 'halves-of-more-than-all',
    word: '其中',
    phrase: pattern(
      `(?<claim>%C)，其中[^，。；、%A()]{1,6}(?<a>%C)、[^，。；、%A()]{1,6}(?<b>%C)，(?:兩者|二者)(?:並無|無|互不)重[複覆疊]`,
      vocabulary,
      'dgu',
    ),
    alike: 'ab',
    ways: ({ a, b }) => [sumOf(a, b)],
    given: partsExceedClaim,
  },
];
