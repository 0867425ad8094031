import { compare, dividedBy, minus, pattern, sameUnit, times, vocabulary, whole } from '@guankao/passages';
import { differenceOf, quotientOf, sumOf } from '../../expression.ts';
import { closes, few, isFigure, type Form, type Values } from './form.ts';

const isPartOf = ({ a, b }: Values): boolean =>
  isFigure(a) && isFigure(b) && sameUnit(a, b) && compare(b.value, a.value) <= 0;
const isRate = ({ claim }: Values): boolean => isFigure(claim) && claim.unit !== '百分點';

/** Shares whose whole and part are both told, in words that leave no other. */
export const formsOfFraction: readonly Form[] = [
  {
    kind: 'share',
    as: 'those-among-them-and-their-share',
    word: '占',
    phrase: pattern(
      `(?<a>%C|%M)，其中(?:計|共)?有?(?<b>%C|%M)(?:為|屬|係|已)[^，。；、%A]{1,8}，(?:約|僅)?(?:占|佔|即|達)(?:總數|全體|全部)?(?:之)?(?:約|僅)?(?<claim>%P)${closes}`,
      vocabulary,
      'dgu',
    ),
    scale: 100,
    ways: ({ a, b }) => [quotientOf(b, a)],
    given: (values) => isPartOf(values) && isRate(values),
  },
  {
    kind: 'share',
    as: 'a-fraction-and-how-many-that-is',
    word: '其中',
    phrase: pattern(
      `(?<a>%C|%M)，其中(?:約)?(?<claim>%P)(?:，?(?:即|亦即|計|共計|合計|共))(?<b>%C|%M)`,
      vocabulary,
      'dgu',
    ),
    scale: 100,
    ways: ({ a, b }) => [quotientOf(b, a)],
    given: (values) => isPartOf(values) && isRate(values),
  },
  {
    kind: 'share',
    as: 'so-many-of-all-that-is-a-fraction',
    word: '即',
    phrase: pattern(
      `(?:全部|總計|合計|共計|總共|共有|全[區市縣國校線])[^，。；、%A]{0,8}(?<a>%C|%M)，(?:其中)?(?:已|業)[^，。；、%A()]{1,8}(?<b>%C|%M)，(?:即|亦即|約占|占|約為|約達|達)(?:全部|總數)?(?:之)?(?<claim>%P)${closes}`,
      vocabulary,
      'dgu',
    ),
    scale: 100,
    ways: ({ a, b }) => [quotientOf(b, a)],
    given: (values) => isPartOf(values) && isRate(values),
  },
  {
    kind: 'share',
    as: 'fewer-than-the-quorum',
    word: '已達',
    phrase: pattern(
      `(?<a>%C)中(?:計|共)?有(?<b>%C)[^，。；、%A()]{1,6}，(?:已|業)(?:達|逾|過|超過)(?<claim>%P)`,
      vocabulary,
      'dgu',
    ),
    scale: 100,
    ways: ({ a, b }) => [quotientOf(b, a)],
    // More than the bound is fair, and so is the bound itself, in the few words that a fraction has.
    given: (values) => {
      const { a, b, claim } = values;
      if (!isPartOf(values) || !isRate(values) || a === undefined || b === undefined || claim === undefined)
        return false;
      return compare(times(dividedBy(b.value, a.value), whole(100)), minus(claim.value, whole(2))) < 0;
    },
  },
  {
    kind: 'attainment',
    as: 'done-over-what-was-set',
    word: '達成率',
    phrase: pattern(
      `(?:原[訂定]|預[定計期]|規劃|計畫|{target})[^，。；、%A()]{0,8}(?<a>%C|%M)，(?:實際|實績|實)[^，。；、%A()]{0,8}(?<b>%C|%M)，(?:目標)?(?:達成|完成)(?:率|百分比|比率|比例|度)(?:為|達|約|計)*(?<claim>%P)${closes}`,
      vocabulary,
      'dgu',
    ),
    scale: 100,
    ways: ({ a, b }) => [quotientOf(b, a), quotientOf(a, b)],
    given: ({ a, b, claim }) =>
      isFigure(a) && isFigure(b) && sameUnit(a, b) && isFigure(claim) && claim.unit !== '百分點',
  },
  {
    kind: 'share',
    as: 'what-was-not-lost-of-the-time',
    word: '可用率',
    phrase: pattern(
      `停[機用擺工止](?:時數|時間)?(?:共|計|為|達)*(?<b>%T)[，、](?:如|若)?以(?:全[年月])?(?:總時數)?(?<a>%T)計(?:算|之)?，(?:可用率|妥善率|稼動率|可用度|正常運轉率|服務可用率)(?:為|達|約)*(?<claim>%P)${closes}`,
      vocabulary,
      'dgu',
    ),
    scale: 100,
    ways: ({ a, b }) => [quotientOf(differenceOf(a, b), a)],
    given: isPartOf,
  },
  {
    kind: 'share',
    as: 'what-was-taken-of-what-there-was-to-take',
    word: '率',
    phrase: pattern(
      `[可應][^，。；、%A()]{0,3}?(?<did>\\p{Script=Han})[^，。；、%A()]{0,3}(?<a>%C)，(?:實際|已|共|計)*\\k<did>[^，。；、%A()]{0,3}(?<b>%C)，\\k<did>[^，。；、%A()]{0,3}率(?:為|達|約|僅)*(?<claim>%P)${closes}`,
      vocabulary,
      'dgu',
    ),
    scale: 100,
    ways: ({ a, b }) => [quotientOf(b, a)],
    given: (values) => isPartOf(values) && isRate(values),
  },
  {
    kind: 'share',
    as: 'seats-that-were-taken',
    word: '滿座率',
    phrase: pattern(
      `(?<a>%C)，[^，。；、%A()]{0,8}(?<b>%C)，(?:平均)?(?:滿座率|上座率|就座率|座位利用率|座位使用率)(?:為|達|約|僅)*(?<claim>%P)${closes}`,
      vocabulary,
      'dgu',
    ),
    scale: 100,
    ways: ({ a, b }) => [quotientOf(b, a)],
    given: ({ a, b, claim }) =>
      isFigure(a) &&
      /^(?:席|席次|座|個座位|位|席位)$/u.test(a.unit ?? '') &&
      isFigure(b) &&
      /^[人名位]次?$/u.test(b.unit ?? '') &&
      isFigure(claim) &&
      claim.unit === '%',
  },
  {
    kind: 'sum',
    as: 'shares-that-are-all-and-their-amounts',
    word: '總價',
    phrase: pattern(
      `(?:總價|總額|總經費|總金額|契約價金|契約金額|決標金額)(?:為|計)?(?<claim>%M)，[^，。；、%A()]{1,8}(?<d>%P)(?:計|為|即)+(?<a>%M)[、，][^，。；、%A()]{1,8}(?<e>%P)(?:計|為|即)+(?<b>%M)${closes}`,
      vocabulary,
      'dgu',
    ),
    alike: 'ab',
    ways: ({ a, b }) => [sumOf(a, b)],
    given: ({ d, e }) => d !== undefined && e !== undefined && compare(minus(whole(100), d.value), e.value) === 0,
  },
  {
    kind: 'change',
    as: 'how-far-from-the-bound',
    word: '差',
    phrase: pattern(
      `(?<a>%P)，(?:距|距離|與|較|離)(?:年度|原訂|預定)?(?:目標|標準|門檻)值?(?<b>%P)(?:仍|尚|約|還)*(?:差距?|低|少|落後|短少|相差)(?:約|了)?(?<claim>%P)${closes}`,
      vocabulary,
      'dgu',
    ),
    ways: ({ a, b }) => [differenceOf(b, a), differenceOf(a, b)],
    given: ({ claim }) => isFigure(claim) && claim.unit === '百分點',
  },
  {
    kind: 'change',
    as: 'how-far-beyond-the-bound',
    word: '高於',
    phrase: pattern(
      `(?<a>%P)，(?:高於|低於|超過|優於|高出|不及)${few}(?<b>%P)(?:，)?(?:達|計|約|共)+(?<claim>%P)${closes}`,
      vocabulary,
      'dgu',
    ),
    ways: ({ a, b }) => [differenceOf(a, b), differenceOf(b, a)],
    given: ({ claim }) => isFigure(claim) && claim.unit === '百分點',
  },
];
