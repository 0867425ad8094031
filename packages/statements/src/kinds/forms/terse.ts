import { compare, pattern, vocabulary, whole } from '@guankao/passages';
import {
  declineOf,
  differenceOf,
  growthOf,
  hundred,
  just,
  productOf,
  quotientOf,
  saidByWords,
  type Expression,
} from '../../expression.ts';
import { alike, closes, few, isFigure, isPart, type Form, type Values } from './form.ts';

const ofAHundred = (share: Expression): Expression => quotientOf(share, hundred);

/** 登記車輛50萬輛，肇事1,250輛，每千輛肇事2.5輛 */
function ofEvery(word: string, many: number, as: string): Form {
  return {
    kind: 'mean',
    as,
    word,
    phrase: pattern(
      `(?<a>%C)，[^，。；、%A()]{0,8}(?<b>%C)，(?:平均)?${word}(?<unit>\\p{Script=Han}{1,2}?)[^，。；、%A()]{0,4}(?<claim>%C)${closes}`,
      vocabulary,
      'dgu',
    ),
    rounded: true,
    ways: ({ a, b }) => [productOf(quotientOf(b, a), just(saidByWords(`${many}`, many)))],
    given: (values) => alike(values, 'b', 'claim') && isPart(values),
  };
}

/** Told in as few words as can be: 120輛，全年油料960萬元，每輛8萬元; 412人、385人，相差27人. */
export const formsOfFewWords: readonly Form[] = [
  {
    kind: 'share',
    as: 'fit-for-use-of-all-that-were-looked-at',
    word: '妥善率',
    phrase: pattern(
      `(?<a>%C)[，、](?:其中)?(?:經測試)?(?:堪用|妥善|完好|良好|可用|正常)(?:者|數)?(?:計|有|為)?(?<b>%C)，(?:妥善|堪用|可用|完好|良好)率(?:為|達|約|計)*(?<claim>%P)${closes}`,
      vocabulary,
      'dgu',
    ),
    scale: 100,
    ways: ({ a, b }) => [quotientOf(b, a)],
    given: (values) => alike(values, 'a', 'b') && isPart(values),
  },
  {
    kind: 'mean',
    as: 'for-each-of-so-many',
    word: '每',
    phrase: pattern(
      `(?<a>%C)${few}[，、]?${few}(?<b>%C|%M)，(?:平均)?每(?:一)?(?<unit>\\p{Script=Han}{1,3}?)(?:平均|約|為|達|計|僅)*(?<claim>%C|%M)${closes}`,
      vocabulary,
      'dgu',
    ),
    rounded: true,
    ways: ({ a, b }) => [quotientOf(b, a)],
    given: (values) => alike(values, 'b', 'claim') && !alike(values, 'a', 'b'),
  },
  {
    kind: 'mean',
    as: 'over-those-told-with-it',
    word: '平均每',
    phrase: pattern(
      `(?<a>%C)[^，。；、%A()]{0,4}(?<b>%C|%M)，平均每(?:一)?(?<unit>\\p{Script=Han}{1,3}?)(?:約|為|達|計|僅)*(?<claim>%C|%M)${closes}`,
      vocabulary,
      'dgu',
    ),
    rounded: true,
    ways: ({ a, b }) => [quotientOf(b, a)],
    given: (values) => alike(values, 'b', 'claim') && !alike(values, 'a', 'b'),
  },
  ofEvery('每千', 1_000, 'of-every-thousand'),
  ofEvery('每萬', 10_000, 'of-every-ten-thousand'),
  {
    kind: 'difference',
    as: 'how-far-the-two-are-apart',
    word: '相差',
    phrase: pattern(
      `(?<a>%C|%M|%P)[^，。；、%A()]{0,6}[，、][^，。；、%A()]{0,8}(?<b>%C|%M|%P)，(?:兩|二)(?:者|場|次|區|組|類|地|年|期|邊|校|館|站|案)?(?:之間)?相差(?:約|達|計)?(?<claim>%C|%M|%P)${closes}`,
      vocabulary,
      'dgu',
    ),
    ways: ({ a, b }) => [differenceOf(a, b), differenceOf(b, a)],
    given: (values) => alike(values, 'a', 'b') && (alike(values, 'a', 'claim') || isPoints(values)),
  },
  {
    kind: 'difference',
    as: 'beyond-the-bound-that-is-set',
    word: '超出',
    phrase: pattern(
      `(?<a>%C|%M|%T)，[^，。；、%A()]{0,4}(?:警戒|上限|標準|門檻|管制|限值|法定|限額)${few}(?<b>%C|%M|%T)，(?:已|約|共)*(?:超出|高出|超過|逾)(?:標準|上限|警戒)?(?:值|線)?(?:約|達|計)?(?<claim>%C|%M|%T)${closes}`,
      vocabulary,
      'dgu',
    ),
    ways: ({ a, b }) => [differenceOf(a, b)],
    // 超過上限3公尺 may be the bound itself.
    given: (values) =>
      alike(values, 'a', 'b', 'claim') &&
      values['b'] !== undefined &&
      values['claim'] !== undefined &&
      compare(values['b'].value, values['claim'].value) !== 0,
  },
  {
    kind: 'difference',
    as: 'what-the-stock-still-holds',
    word: '剩',
    phrase: pattern(
      `(?:庫存|存量|備有|儲備|備存|購置)${few}(?<a>%C|%M)，(?:已)?(?:發放|撥發|領用|售出|出庫|使用|配發|耗用)${few}(?<b>%C|%M)，(?:庫存|現|尚)?(?:剩|餘|剩餘|尚餘)(?:有|為|計)?(?<claim>%C|%M)${closes}`,
      vocabulary,
      'dgu',
    ),
    alike: 'ab',
    ways: ({ a, b }) => [differenceOf(a, b)],
    given: isPart,
  },
  {
    kind: 'share',
    as: 'so-much-of-them-that-is',
    word: '即',
    phrase: pattern(
      `(?<a>%C|%M)(?:[^，。；、%A()]{0,8}中)?，[^，。；、%A()]{0,6}?(?:達|已|為|約)?[^，。；、%A()]{0,6}(?<b>%P)[^，。；、%A()]{0,6}，?(?:即|亦即|計|也就是|合)(?:為|有)?(?<claim>%C|%M)`,
      vocabulary,
      'dgu',
    ),
    ways: ({ a, b }) => [productOf(a, ofAHundred(b))],
    given: (values) =>
      alike(values, 'a', 'claim') && !isPoints(values) && isFraction(values) && !isItselfAShare(values),
  },
  {
    kind: 'share',
    as: 'so-much-among-them-that-is',
    word: '計',
    phrase: pattern(
      `(?<a>%C|%M)[^，。；、%A()]{0,8}中，[^，。；、%A()]{0,6}(?<b>%P)(?:計|即|為|約)(?<claim>%C|%M)`,
      vocabulary,
      'dgu',
    ),
    ways: ({ a, b }) => [productOf(a, ofAHundred(b))],
    given: (values) =>
      alike(values, 'a', 'claim') && !isPoints(values) && isFraction(values) && !isItselfAShare(values),
  },
  {
    kind: 'difference',
    as: 'more-than-there-were-by-what-came',
    word: '較原',
    phrase: pattern(
      `(?:新增|增設|增列|加入)${few}(?<a>%C|%M)，較(?:原|上年|去年|前一?年)[^，。；、%A()]{0,10}(?:增加|多出?)(?:了|約)?(?<claim>%C|%M)${closes}`,
      vocabulary,
      'dgu',
    ),
    alike: 'a',
    ways: ({ a }) => [a],
  },
  {
    kind: 'change',
    as: 'so-many-times-more-from-one-to-the-other',
    word: '倍',
    phrase: pattern(
      `(?:增加|成長|提升)(?:了|約|達)?(?<claim>%C)，(?:即)?[由從自]${few}(?<a>%C|%M)[^，。；、%A()]{0,4}(?:至|到|為)(?<b>%C|%M)${closes}`,
      vocabulary,
      'dgu',
    ),
    ways: ({ a, b }) => [growthOf(b, a), quotientOf(b, a), declineOf(b, a)],
    given: (values) => alike(values, 'a', 'b') && isFigure(values['claim']) && values['claim'].unit === '倍',
  },
  {
    kind: 'change',
    as: 'so-many-times-what-it-was-at-first',
    word: '倍',
    phrase: pattern(
      `[由從自]${few}(?<a>%C|%M)[^，。；、%A()]{0,4}(?:至|到|為)(?<b>%C|%M)，(?:約|已)?(?:為|是|達)原[^，。；、%A()]{1,6}之?(?<claim>%C)${closes}`,
      vocabulary,
      'dgu',
    ),
    ways: ({ a, b }) => [quotientOf(b, a)],
    given: (values) => alike(values, 'a', 'b') && isFigure(values['claim']) && values['claim'].unit === '倍',
  },
];

/** 第一期款40%計800萬元、第二期款30%計600萬元，累計撥付70%計1,400萬元: what comes of one rate is not what the next is of. */
const isItselfAShare = ({ a }: Values): boolean =>
  isFigure(a) && /(?:[%％成]|分之.)[^，。；、\d]{0,3}$/u.test(a.text.text.slice(Math.max(0, a.start - 6), a.start));

const isPoints = ({ claim }: Values): boolean => isFigure(claim) && claim.unit === '百分點';

/** 四分之三, 八成: told roughly, unless in per cent. */
const isFraction = ({ b }: Values): boolean => isFigure(b) && b.kind === 'percent' && compare(b.value, whole(100)) < 0;
