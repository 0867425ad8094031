import { compare, pattern, sameUnit, vocabulary } from '@guankao/passages';
import { quotientOf, sumOf, percentOf } from '../../expression.ts';
import { alike, closes, few, isFigure, type Form, type Values } from './form.ts';

const isRate = ({ claim }: Values): boolean => isFigure(claim) && claim.kind === 'percent' && claim.unit !== '百分點';
const rateOfTwo = (values: Values): boolean => alike(values, 'a', 'b') && isRate(values);
const partOfWhole = (values: Values): boolean =>
  rateOfTwo(values) &&
  values['a'] !== undefined &&
  values['b'] !== undefined &&
  compare(values['b'].value, values['a'].value) <= 0;

/** Rates by names of their own, with the two counts that they are of. */
export const formsOfRate: readonly Form[] = [
  {
    kind: 'share',
    as: 'what-it-holds-and-what-is-in-it',
    word: '率',
    phrase: pattern(
      `(?:可容納|容量|可收容|可停放|可供|最大|核定|座位)${few}(?<a>%C)，(?:實際|現有|在|已|目前|平均)${few}(?<b>%C)，[^，。；、%A]{0,4}(?:使用率|利用率|收容率|占床率|進住率|入住率|滿載率|負載率)(?:為|達|約)*(?<claim>%P)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    scale: 100,
    ways: ({ a, b }) => [quotientOf(b, a)],
    given: rateOfTwo,
  },
  {
    kind: 'share',
    as: 'the-part-then-the-whole-by-its-name',
    word: '率',
    phrase: pattern(
      `(?<did>存活|合格|通過|錄取|就業|結訓|回收|得獎|成功|命中|報到|出席|完成|達成|核准|偵破|尋獲)(?:數|者|人數|件數|戶數)?(?:為|計|有)*(?<b>%C)，[^，。；、%A]{1,6}(?<a>%C)，\\k<did>率(?:為|達|約|計)*(?<claim>%P)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    scale: 100,
    ways: ({ a, b }) => [quotientOf(b, a), quotientOf(b, sumOf(a, b))],
    given: rateOfTwo,
  },
  {
    kind: 'share',
    as: 'the-rate-told-before-its-counts',
    word: '率',
    phrase: pattern(
      `(?<did>\\p{Script=Han}{2,3})率(?:為|達|約|計)*(?<claim>%P)，[^，。；、%A()]{1,8}(?<a>%C)，(?:其中|實際|已|經|計)*\\k<did>(?:者|數|人數|件數|戶數)?(?:為|計|有)*(?<b>%C)${closes}`,
      vocabulary,
      'dgu',
    ),
    scale: 100,
    ways: ({ a, b }) => [quotientOf(b, a), quotientOf(b, sumOf(a, b))],
    given: partOfWhole,
  },
  {
    kind: 'share',
    as: 'so-many-of-so-many',
    word: '達成率',
    phrase: pattern(
      `(?<a>%C)(?:中[之的]?|之中[之的]?|當中[之的]?)(?<b>%C)，(?:達成率|完成率|比率|比例|占比|占)(?:為|達|約|計)*(?<claim>%P)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    scale: 100,
    ways: ({ a, b }) => [quotientOf(b, a)],
    given: partOfWhole,
  },
  {
    kind: 'share',
    as: 'the-rate-that-is-two-counts',
    word: '率',
    phrase: pattern(
      `率(?:為|達|約|計)*(?<claim>%P)，(?:即|亦即|係)[^，。；、%A]{0,6}(?<a>%C|%M)，[^，。；、%A]{0,6}(?<b>%C|%M)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    scale: 100,
    ways: ({ a, b }) => [quotientOf(b, a)],
    given: rateOfTwo,
  },
  {
    kind: 'product',
    as: 'so-many-at-a-rate',
    word: '率',
    phrase: pattern(
      `(?:抽驗|檢驗|抽查|稽查|檢查|調查|受理|查驗|篩檢|樣本)${few}(?<a>%C)，[^，。；、%A]{1,6}率(?:為|達|約)*(?<b>%P)，(?:計|共|即|合計|共計)+[^，。；、%A]{0,6}(?<claim>%C)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    ways: ({ a, b }) => [percentOf(a, b)],
    given: ({ a, claim }) => isFigure(a) && isFigure(claim) && sameUnit(a, claim),
  },
  {
    kind: 'share',
    as: 'one-of-three-that-make-the-whole',
    word: '占',
    phrase: pattern(
      `(?<=^|[，。；：])(?<one>\\p{Script=Han}{2,6})(?<a>%C|%M)[、，](?<two>\\p{Script=Han}{2,6})(?<b>%C|%M)[、，及與和](?<three>\\p{Script=Han}{2,6})(?<c>%C|%M)，\\k<one>[占佔](?:比)?(?:約|為|達)*(?<claim>%P)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    scale: 100,
    ways: ({ a, b, c }) => [quotientOf(a, sumOf(a, b, c))],
    given: (values) =>
      rateOfTwo(values) && isFigure(values['c']) && isFigure(values['a']) && sameUnit(values['a'], values['c']),
  },
  {
    kind: 'share',
    as: 'a-fraction-of-the-whole-then-its-count',
    word: '分之',
    phrase: pattern(
      `(?<a>%C|%M)，(?<claim>%P)(?:為|屬|係|是)[^，。；、%A]{1,8}，(?:計|共|為|有|合計)+(?<b>%C|%M)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    scale: 100,
    ways: ({ a, b }) => [quotientOf(b, a)],
    given: partOfWhole,
  },
];
