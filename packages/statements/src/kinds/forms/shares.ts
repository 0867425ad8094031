import { compare, pattern, plus, vocabulary, whole } from '@guankao/passages';
import { differenceOf, quotientOf, sumOf, hundred } from '../../expression.ts';
import { alike, areAllThatAreTold, few, isFigure, type Form, type Values } from './form.ts';

const ofAWhole = (values: Values): boolean =>
  alike(values, 'a', 'b') &&
  isRate(values) &&
  values['b'] !== undefined &&
  values['a'] !== undefined &&
  compare(values['b'].value, values['a'].value) <= 0;
const havesOne: ReadonlySet<string> = new Set(['人', '名', '位', '戶', '家', '校', '班', '里', '村', '輛', '艘']);
const isRate = ({ claim }: Values): boolean => isFigure(claim) && claim.unit !== '百分點';

/** A part, its whole and the share, in whatever order the words name them. */
export const formsOfShare: readonly Form[] = [
  {
    kind: 'share',
    as: 'the-share-of-a-whole-then-the-part',
    word: '占',
    phrase: pattern(
      `[占佔](?:全體|全部|總數|全[國市縣])?[^，。；、%A]{0,6}(?<a>%C|%M)[之的](?<claim>%P)，(?:為|計|共|約|有|即)+(?<b>%C|%M)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    scale: 100,
    ways: ({ a, b }) => [quotientOf(b, a)],
    given: ofAWhole,
  },
  {
    kind: 'share',
    as: 'the-whole-its-part-then-the-share',
    word: '占',
    phrase: pattern(
      `(?<=^|[，。；：])[^，。；、%A]{1,10}(?<a>%C)(?:中|，)?(?!其中)[^，。；、%A()]{1,12}(?:者)?(?<b>%C)，(?:比例|比率|占比|(?:占|佔)(?:全部|全體|總數|其中)?[之的]?|涵蓋率|裝設率|完成率)(?:約|為|達|計)*(?<claim>%P)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    scale: 100,
    ways: ({ a, b }) => [quotientOf(b, a)],
    given: ofAWhole,
  },
  {
    kind: 'share',
    as: 'a-rate-and-its-two-counts',
    word: '率',
    phrase: pattern(
      `\\p{Script=Han}{2}率，[^，。；、%A]{1,4}(?<a>%C|%M)[、，及][^，。；、%A]{1,4}(?<b>%C|%M)，(?:為|達|約|計|即)+(?<claim>%P)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    scale: 100,
    ways: ({ a, b }) => [quotientOf(a, b), quotientOf(b, a)],
    given: (values) => alike(values, 'a', 'b') && isRate(values),
  },
  {
    kind: 'share',
    as: 'a-rate-from-a-whole-and-its-part',
    word: '率',
    phrase: pattern(
      `率[由以][^，。；、%A]{0,6}(?<a>%C|%M)(?:中)?[^，。；、%A]{1,6}(?<b>%C|%M)(?:計之|計算|計|觀之|換算)，(?:為|達|約)+(?<claim>%P)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    scale: 100,
    ways: ({ a, b }) => [quotientOf(b, a)],
    given: ofAWhole,
  },
  {
    kind: 'share',
    as: 'a-whole-and-its-part-then-the-rate',
    word: '率',
    phrase: pattern(
      `[由以][^，。；、%A]{0,6}(?<a>%C|%M)(?:中[有]?|，)?[^，。；、%A]{0,6}(?<b>%C|%M)(?:計之|計算|計|換算)，[^，。；、%A]{1,6}率(?:為|達|約)*(?<claim>%P)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    scale: 100,
    ways: ({ a, b }) => [quotientOf(b, a)],
    given: ofAWhole,
  },
  {
    kind: 'share',
    as: 'of-those-that-did-and-those-that-did-not',
    word: '率',
    phrase: pattern(
      `(?<name>\\p{Script=Han}{2})(?<a>%C)、(?:漏報|誤報|落空|失敗|未\\k<name>|不\\k<name>|逾期|缺席|誤點)(?:者)?(?<b>%C)，\\k<name>率(?:為|達|約|計)*(?<claim>%P)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    scale: 100,
    ways: ({ a, b }) => [quotientOf(a, sumOf(a, b)), quotientOf(differenceOf(a, b), a)],
    given: (values) => alike(values, 'a', 'b') && isRate(values) && areAllThatAreTold(values, 'a'),
  },
  {
    kind: 'share',
    as: 'the-whole-the-share-then-its-part',
    word: '為',
    phrase: pattern(
      `(?<a>%C|%M)[^，。；、%A]{0,6}，(?:其中|其)?(?<claim>%P)(?:為|屬|係|是)[^，。；、%A]{1,10}，(?:計|共|為|有|約|合計)+(?<b>%C|%M)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    scale: 100,
    ways: ({ a, b }) => [quotientOf(b, a)],
    given: ofAWhole,
  },
  {
    kind: 'share',
    as: 'what-was-not-lost',
    word: '可用率',
    phrase: pattern(
      `(?:可用率|可用度|妥善率|正常率)(?:約|為|達|計)*(?<claim>%P)，[^，。；、%A()]{0,8}(?:停機|中斷|故障|停擺)[^，。；、%A()]{0,6}(?<a>%T)\\([^，。；、%A()]{0,4}(?:全年|應|總|計畫|預定)[^，。；、%A()]{0,6}(?<b>%T)\\)`,
      vocabulary,
      'dgu',
    ),
    scale: 100,
    ways: ({ a, b }) => [quotientOf(differenceOf(b, a), b)],
    given: (values) => alike(values, 'a', 'b'),
  },
  {
    kind: 'share',
    as: 'what-was-saved-of-what-was-used',
    word: '率',
    phrase: pattern(
      `(?<name>[節減省]\\p{Script=Han})(?:約|計|達)*(?<a>%C)，\\k<name>率較(?:%D[之的]?)?[^，。；、%A]{2,14}(?<b>%C)(?:達|為|約)+(?<claim>%P)`,
      vocabulary,
      'dgu',
    ),
    scale: 100,
    ways: ({ a, b }) => [quotientOf(a, b)],
    given: (values) => alike(values, 'a', 'b') && isRate(values),
  },
  {
    kind: 'share',
    as: 'one-for-each-of-them',
    word: '率',
    phrase: pattern(
      `(?<name>發送|發放|寄送|寄發|裝設|安裝|核發|製發|配發|贈送)[^，。；、%A]{1,12}(?<a>%C)，(?!參|出席|平均|每|較|服務|計|共)[^，。；、%A]{2,12}(?<b>%C)，\\k<name>率(?:約|為|達|僅|計)*(?<claim>%P)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    scale: 100,
    ways: ({ a, b }) => [quotientOf(a, b)],
    // 9萬4,500份 of 12萬6,000人: things of those who are to have one each.
    given: (values) =>
      isRate(values) && !alike(values, 'a', 'b') && isFigure(values['b']) && havesOne.has(values['b'].unit ?? ''),
  },
  {
    kind: 'share',
    as: 'the-share-of-a-part-named-before',
    word: '占',
    phrase: pattern(
      `(?<name>\\p{Script=Han}{2,6})[占佔]${few}%P，(?:計|為|約|共)+(?<a>%C|%M)，[^，。；、%A]{1,12}[占佔]\\k<name>[之的]?(?<claim>%P)，(?:計|為|約|共)+(?<b>%C|%M)`,
      vocabulary,
      'dgu',
    ),
    scale: 100,
    ways: ({ a, b }) => [quotientOf(b, a)],
    given: ofAWhole,
  },
  {
    kind: 'difference',
    as: 'what-a-hundred-leaves',
    word: '未',
    phrase: pattern(
      `(?<name>\\p{Script=Han}{2})(?:\\p{Script=Han}{0,4}率|者)(?:占|佔|為|達|約|計)*(?<a>%P)，[未不]\\k<name>(?:\\p{Script=Han}{0,4}率|者)?(?:占|佔|為|達|約|計|則|比例)*(?<claim>%P)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    ways: ({ a }) => [differenceOf(hundred, a)],
    // Some may be neither; more than all they cannot be.
    given: ({ a, claim }) =>
      isFigure(a) && isFigure(claim) && claim.unit !== '百分點' && compare(plus(a.value, claim.value), whole(100)) > 0,
  },
];
