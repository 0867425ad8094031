import { compare, pattern, times, vocabulary, whole } from '@guankao/passages';
import {
  declineOf,
  differenceOf,
  growthOf,
  just,
  productOf,
  quotientOf,
  saidByWords,
  sumOf,
} from '../../expression.ts';
import { alike, few, isFigure, type Form } from './form.ts';

const more = '(?:增加|成長|超收|超出|多收|提升|上升|增長|擴增)';
const less = '(?:減少|短收|節省|下降|降低|縮減|短少)';

/** 較113年1,600公頃增加240公頃，增幅15.0%: the step over what there was before it. */
function byHowMuch(step: string, rate: string, word: string, as: string): Form {
  return {
    kind: 'change',
    as,
    word,
    phrase: pattern(
      `(?:較|比)${few.replace('%A', '%N')}(?<a>%C|%M)${few.replace('12', '2')}${step}(?:了|約)?(?<b>%C|%M)，${rate}(?:約|為|達|計)*(?<claim>%P)`,
      vocabulary,
      'dgu',
    ),
    scale: 100,
    ways: ({ a, b }) => [quotientOf(b, a)],
    given: (values) => alike(values, 'a', 'b'),
  };
}

/** 成長10%，由2,000人變為2,200人 */
function fromOneToTheOther(step: string, word: string, change: typeof growthOf): Form {
  return {
    kind: 'change',
    as: 'by-so-much-from-one-to-the-other',
    word,
    phrase: pattern(
      `${step}(?:了|約|達)?(?<claim>%P)，(?:即|係|亦即)?[由從自]${few}(?<a>%C|%M)${few.replace('12', '6')}(?:至|到|為)(?<b>%C|%M)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    scale: 100,
    ways: ({ a, b }) => [change(b, a)],
    given: (values) => alike(values, 'a', 'b') && isFigure(values['claim']) && values['claim'].unit !== '百分點',
  };
}

/** What there was, what came of it, and by how much: two levels and the step between them. */
export const formsOfLevel: readonly Form[] = [
  {
    kind: 'difference',
    as: 'between-two-prices',
    word: '差額',
    phrase: pattern(
      `(?:底價|預算|原價|成本|標價|標售底價|市價)${few}(?<a>%M)，(?:實際)?(?:決標|成交|售價|得標|標脫|標售|決算)${few}(?<b>%M)，(?:差額|價差|相差|溢價|差距)(?:為|達|計|約|共)*(?<claim>%M)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    alike: 'ab',
    ways: ({ a, b }) => [differenceOf(a, b), differenceOf(b, a)],
  },
  byHowMuch(more, '(?:增幅|成長率?|增加率?|超收|升幅|成長幅度)', '增幅', 'so-much-more-of-what-it-was'),
  byHowMuch(less, '(?:減幅|降幅|減少率?|短收|下降|節省)', '減幅', 'so-much-less-of-what-it-was'),
  fromOneToTheOther('(?:成長|增加|提升|上升)', '成長', growthOf),
  fromOneToTheOther('(?:減少|下降|降低|縮減)', '減少', declineOf),
  {
    kind: 'difference',
    as: 'what-came-between-two-year-ends',
    word: '本年度',
    phrase: pattern(
      `(?:累計|累積|總)${few}[由從自](?:%D)?底?${few}(?<a>%C|%M)(?:增至|增加至|增為|成長至|擴增至|累增至|提升至)(?:%D)?底?${few}(?<b>%C|%M)，(?:本年度?|全年度?|當年度?|%D度?)(?:內|共|計|新增|完成)*[^，。；、%A累]{0,6}(?<claim>%C|%M)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    alike: 'ab',
    ways: ({ a, b }) => [differenceOf(b, a)],
  },
  {
    kind: 'sum',
    as: 'three-quarters-and-the-last',
    word: '全年',
    phrase: pattern(
      `前(?:三季|3季|%T|%C|%B季|九個月|9個月)${few}(?<a>%C|%M)[，；](?:第?四季|第4季|第%O季|%O季|%O|第%B季)${few}(?<b>%C|%M)[，；]全年(?:度|合計|共計|共|總計|計|累計|達|為)*[^，。；、%A]{0,8}(?<claim>%C|%M)`,
      vocabulary,
      'dgu',
    ),
    alike: 'ab',
    across: true,
    ways: ({ a, b }) => [sumOf(a, b)],
  },
  {
    kind: 'sum',
    as: 'of-four-whose-unit-the-last-tells',
    word: '累計',
    phrase: pattern(
      `(?<![%B%C]、)(?<a>[%B%C])、(?<b>[%B%C])、(?<c>[%B%C])[及與、和](?<d>%C)，[^，。；、%A]{0,6}?(?:%T)?(?:合計|共計|總計|累計|全年共|共|計)(?:為|達|有|已)*[^，。；、%A]{0,6}(?<claim>%C)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    alike: 'd',
    ways: ({ a, b, c, d }) => [sumOf(a, b, c, d), d],
    given: ({ a, b, c }) => [a, b, c].every((part) => part !== undefined && (!isFigure(part) || part.unit === null)),
  },
  {
    kind: 'share',
    as: 'spent-of-what-was-set-aside',
    word: '執行率',
    phrase: pattern(
      `(?:編列|預算數?|分配數?|核定)${few}(?<a>%M)，(?:實際)?(?:支出|執行|實支|實現|支用|決算)[^，。；、%A]{0,4}(?<b>%M)，(?:賸餘|結餘|剩餘|節餘|保留|餘)[^，。；、%A]{0,4}(?<c>%M)，(?:預算)?執行率(?:為|達|約|計)*(?<claim>%P)`,
      vocabulary,
      'dgu',
    ),
    scale: 100,
    ways: ({ a, b, c }) => [quotientOf(b, a), quotientOf(sumOf(b, c), a)],
    given: (values) => alike(values, 'a', 'b', 'c'),
  },
  {
    kind: 'share',
    as: 'spent-and-payable-of-what-was-set-aside',
    word: '執行率',
    phrase: pattern(
      `(?:編列|預算數?|分配數?)${few}(?<a>%M)，(?:其中)?(?:實現|執行|實支|支出)[^，。；、%A]{0,4}(?<b>%M)[、，及](?:應付|暫付|預付|保留|賸餘|節餘)[^，。；、%A]{0,4}(?<c>%M)，(?:預算)?執行率(?:合計|共計)(?:為|達|約|計)*(?<claim>%P)`,
      vocabulary,
      'dgu',
    ),
    scale: 100,
    ways: ({ a, b, c }) => [quotientOf(sumOf(b, c), a), quotientOf(b, a)],
    given: (values) => alike(values, 'a', 'b', 'c'),
  },
  {
    kind: 'share',
    as: 'beyond-the-target-of-the-target',
    word: '超出目標',
    phrase: pattern(
      `(?<a>%C|%M)，(?:年度|原訂|原定)?目標(?:值|數)?(?:為)?(?<b>%C|%M)，(?:超出|超過|超越|高於|超前)(?:原訂|年度)?目標(?:值|數)?(?:約|達|計)?(?<claim>%P)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    scale: 100,
    ways: ({ a, b }) => [quotientOf(differenceOf(a, b), b)],
    given: (values) => alike(values, 'a', 'b') && isFigure(values['claim']) && values['claim'].unit !== '百分點',
  },
  {
    kind: 'difference',
    as: 'what-was-and-what-was-added',
    word: '追加',
    phrase: pattern(
      `(?:追加|增列|增編|追減|減列)${few}(?<a>%M)後?，[^，。；、%A]{0,8}[由從自](?<b>%M)(?:增加|調整|調增|修正|增|調)(?:為|至|到)(?<claim>%M)`,
      vocabulary,
      'dgu',
    ),
    alike: 'ab',
    ways: ({ a, b }) => [sumOf(b, a), differenceOf(b, a)],
  },
  {
    kind: 'product',
    as: 'once-a-quarter-for-so-many-years',
    word: '每季',
    phrase: pattern(
      `每季(?:固定|定期|各)?[^，。；、%A]{0,10}(?<a>%C)，(?<b>%T)(?:來|內)?(?:合計|共計|共|計)[^，。；、%A]{0,6}(?<claim>%C)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    alike: 'a',
    ways: ({ a, b }) => [productOf(productOf(a, b), just(saidByWords('4', 4)))],
    // In a part of the time it may have been less often, and never more.
    given: ({ a, b, claim }) =>
      isFigure(b) &&
      b.unit !== null &&
      /^個?年/u.test(b.unit) &&
      a !== undefined &&
      claim !== undefined &&
      compare(claim.value, times(times(a.value, b.value), whole(b.unit.includes('年') ? 4 : 1))) > 0,
  },
];
