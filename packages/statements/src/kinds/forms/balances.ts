import { compare, plus, pattern, vocabulary } from '@guankao/passages';
import { differenceOf, sumOf } from '../../expression.ts';
import { alike, areAllThatAreTold, closes, few, isFigure, isPart, type Form, type Values } from './form.ts';

const short = few.replace('12', '8');
/** What has not become of it, and can be none of what has: 待汰換, 空床, 尚餘, 庫存剩. */
const open =
  '(?:待(?!遇)|空[床位戶缺屋櫃席]|剩餘?|賸餘|尚餘|結餘|結存|庫存|尚未|仍未|尚有|仍有|尚缺|缺額|閒置|(?<!期)未(?!達|滿|逾|依|如|及))';

/** What was done and what was not come to more than there is. */
const isMoreThanAll = ({ a, b, claim }: Values): boolean =>
  a !== undefined && b !== undefined && claim !== undefined && compare(plus(b.value, claim.value), a.value) > 0;

/** 歸還587套，其中損壞15套，未歸還33套: what stands between is of those that were told. */
const tellsOfSomeOfThem = ({ b, claim }: Values): boolean =>
  isFigure(b) && claim !== undefined && b.text.text.slice(b.end, claim.start).includes('其中');

/** Counted alike, apart from each other, and nothing else is told in their unit. */
const isClosed = (values: Values): boolean =>
  alike(values, 'a', 'b', 'claim') && isPart(values) && areAllThatAreTold(values);

const came =
  '(?:新增|新建|新設|增設|增加|成軍|納編|新購|購入|購置|建成|啟用|加入|新進|遷入|入庫|收入|進用|移入|列管|繁殖|引進|復業|開業)';
const went =
  '(?:除役|報廢|汰除|汰換|裁撤|減少|退出|離職|退休|遷出|出庫|支出|移出|註銷|停業|歇業|死亡|關閉|拆除|解除|解編)';
const atFirst = '(?:年初|期初|月初|原有|既有|原(?![訂定編列核預])|去年底|上年底|上年度底|前一年底)';
const atLast = '(?:至|截至)?(?:本)?(?:年底|年末|期末|月底|年終|目前|現有|現|總數)';

/** 年初6座，除役1座、新建3座，年底8座: what came and what went, in either order. */
const flows = (first: string, second: string, isCameFirst: boolean): readonly Form[] => [
  {
    kind: 'difference',
    as: 'what-there-was-with-what-came-and-without-what-went',
    word: '年底',
    phrase: pattern(
      `${atFirst}${few}(?<a>%C|%M)[，、][^，。；、%A()]{0,4}${first}${short}(?<b>%C|%M)[、，及][^，。；、%A()]{0,4}${second}${short}(?<c>%C|%M)，${atLast}${few}(?<claim>%C|%M)${closes}`,
      vocabulary,
      'dgu',
    ),
    alike: 'abc',
    ways: ({ a, b, c }) => [isCameFirst ? differenceOf(sumOf(a, b), c) : differenceOf(sumOf(a, c), b)],
    given: areAllThatAreTold,
  },
  {
    kind: 'difference',
    as: 'what-came-and-what-went-and-what-it-became',
    word: '增為',
    phrase: pattern(
      `${first}${short}(?<b>%C|%M)[、，及][^，。；、%A()]{0,4}${second}${short}(?<c>%C|%M)，[^，。；、%A()]{0,8}[由從自]${short}(?<a>%C|%M)[^，。；、%A()]{0,4}(?:至|到|為)(?<claim>%C|%M)${closes}`,
      vocabulary,
      'dgu',
    ),
    alike: 'abc',
    ways: ({ a, b, c }) => [isCameFirst ? differenceOf(sumOf(a, b), c) : differenceOf(sumOf(a, c), b)],
    given: areAllThatAreTold,
  },
];

/** 第二期…，第三期…，累計…: what came before them is counted in. */
const beginsWithTheFirst = ({ a }: Values): boolean =>
  isFigure(a) && /第[一1１][^，。；]*$/u.test(a.text.text.slice(Math.max(0, a.start - 20), a.start));

/** What is left, what came and went, and how much of it there was before. */
export const formsOfBalance: readonly Form[] = [
  ...flows(came, went, true),
  ...flows(went, came, false),
  {
    kind: 'difference',
    as: 'more-left-than-there-is-without-what-was-done',
    word: '未',
    phrase: pattern(
      `(?<a>%C|%M)[^，。；、%A()]{0,6}[，、][^，。；%A()]{1,10}(?<b>%C|%M)[^，。；、%A()]{0,6}[，、](?:其中[^，。；、%A()]{1,6}%C[，、])?[^，。；、%A()新再另]{0,4}?${open}[^，。；、%A()]{0,6}(?<claim>%C|%M)${closes}`,
      vocabulary,
      'dgu',
    ),
    ways: ({ a, b }) => [differenceOf(a, b)],
    given: (values) =>
      alike(values, 'a', 'b', 'claim') &&
      isPart(values) &&
      isMoreThanAll(values) &&
      (areAllThatAreTold(values) || tellsOfSomeOfThem(values)),
  },
  {
    kind: 'difference',
    as: 'what-was-not-given-back',
    word: '未',
    phrase: pattern(
      `(?<a>%C|%M)[^，。；、%A()]{0,6}[，、](?:其中|已|業|目前|經|而|惟)*(?<did>\\p{Script=Han}{2})(?:者|計|數|約)?(?<b>%C|%M)[^，。；、%A()]{0,4}[，、](?:其中|尚|仍|另)?未\\k<did>(?:者|計|數|約|有|為)*(?<claim>%C|%M)${closes}`,
      vocabulary,
      'dgu',
    ),
    ways: ({ a, b }) => [differenceOf(a, b)],
    given: isClosed,
  },
  {
    kind: 'difference',
    as: 'how-many-there-were-before-this-year-s',
    word: '截至去年底',
    phrase: pattern(
      `(?:累計|累積|總計|共)${few}(?<a>%C|%M)，(?:其中)?(?:本年度?|今年度?|%D度?)(?:內|共|計|新增|增加|完成|再)*${short}(?<b>%C|%M)，(?:截?至|迄)?(?:去年度?|上年度?|前一年度?|%D)(?:年?底|末)止?(?:已|累計|累積|共|原|計|達|則|有)*${short}(?<claim>%C|%M)${closes}`,
      vocabulary,
      'dgu',
    ),
    alike: 'ab',
    ways: ({ a, b }) => [differenceOf(a, b)],
    given: isPart,
  },
  ...[2, 3, 4].map((many): Form => ({
    kind: 'sum',
    as: 'of-all-the-stages-that-are-told',
    word: '累計',
    phrase: pattern(
      `${'abcd'
        .slice(0, many)
        .split('')
        .map(
          (name, at) =>
            `${at === 0 ? '(?<!%O[^，。；]{0,20}[，、；])' : ''}第%O[期季批次階段梯年標]${few}(?<${name}>%C|%M)`,
        )
        .join(
          '[，、；]',
        )}，(?:[兩二三四]期|[兩二三四]階段|前[兩二三四]期)?(?:累計|累積|合計|共計|總計|共)${few}(?<claim>%C|%M)${closes}`,
      vocabulary,
      'dgu',
    ),
    alike: 'abcd'.slice(0, many),
    ways: ({ a, b, c, d }) => [sumOf(...[a, b, c, d].slice(0, many))],
    given: (values) => areAllThatAreTold(values) && beginsWithTheFirst(values),
  })),
];
