import { commensurable, compare, pattern, sameUnit, times, vocabulary, whole } from '@guankao/passages';
import { just, productOf, quotientOf, saidByWords, sumOf, type Expression } from '../../expression.ts';
import { closes, few, isFigure, measuresTheClaim, noBound, sumUp, type Form, type Values } from './form.ts';

const said = (many: number): Expression => just(saidByWords(String(many), many));
const unitOf = (values: Values, name: string): string => {
  const told = values[name];
  return isFigure(told) ? (told.unit ?? '') : '';
};

/** What all come to: 計, 保費共, 每日合計載運. */
const inAll = `(?:[^，。；、%A]{0,6}?)(?:${sumUp}|總[^，。；、%A]{1,4}|合計[^，。；、%A]{1,4})(?:為|達|計|共|約)*[^，。；、%A]{0,4}`;

/** Prices, rates and sizes, what they are of, and what comes of both. */
export const formsOfPrice: readonly Form[] = [
  {
    kind: 'product',
    as: 'each-a-year-and-how-many',
    word: '每年',
    phrase: pattern(
      `每(?:一)?(?<unit>\\p{Script=Han}{1,2}?)每年${few}(?<b>%M|%C)，[^，。；、%A每]{0,6}(?<a>%C)，${inAll}(?<claim>%M|%C)${closes}`,
      vocabulary,
      'dgu',
    ),
    // Of several years the words would say so.
    ways: ({ a, b }) => [1, 2, 3, 4, 5, 6].map((years) => productOf(b, a, said(years))),
    given: measuresTheClaim,
  },
  {
    kind: 'product',
    as: 'each-how-many-and-how-long',
    word: '每',
    phrase: pattern(
      `每(?:一)?(?<unit>\\p{Script=Han}{1,2}?)${noBound}[^，。；、%A每]{0,8}?[月日年][^，。；、%A每]{0,4}(?<b>%M)，[^，。；、%A每]{0,6}(?<a>%C)[、，][^，。；、%A每]{0,4}(?<c>%T)，${inAll}(?<claim>%M)${closes}`,
      vocabulary,
      'dgu',
    ),
    ways: ({ a, b, c }) => [productOf(b, a, c)],
    given: (values) => measuresTheClaim(values) && /^個?[月日年]$/u.test(unitOf(values, 'c')),
  },
  {
    kind: 'product',
    as: 'each-of-a-thing-and-how-many',
    word: '每',
    phrase: pattern(
      `每(?:一)?(?<unit>\\p{Script=Han}{1,2}?)(?!次)${noBound}[^，。；、%A每]{0,10}(?<b>%C|%M)(?!以)[^，。；、%A每]{0,8}[，、][^，。；、%A每]{0,6}(?<a>%C)[，]?${inAll}(?<claim>%C|%M)${closes}`,
      vocabulary,
      'dgu',
    ),
    ways: ({ a, b }) => [productOf(a, b)],
    given: (values) => measuresTheClaim(values) && unitOf(values, 'a') !== unitOf(values, 'b'),
  },
  {
    kind: 'product',
    as: 'so-long-each-and-how-many',
    word: '每',
    phrase: pattern(
      `每(?:一)?(?<unit>[場次班梯堂期節]|場次|梯次)${noBound}[^，。；、%A每]{0,8}(?<b>%T)[，、][^，。；、%A每]{0,4}(?<a>%C)，${inAll}(?<claim>%T)${closes}`,
      vocabulary,
      'dgu',
    ),
    ways: ({ a, b }) => [productOf(a, b)],
    given: measuresTheClaim,
  },
  {
    kind: 'product',
    as: 'so-many-minutes-each-told-in-hours',
    word: '每',
    phrase: pattern(
      `每(?:一)?(?<unit>[場次班梯堂期節]|場次|梯次)${noBound}[^，。；、%A每]{0,8}(?<b>%T)[，、][^，。；、%A每]{0,4}(?<a>%C)，${inAll}(?<claim>%T)${closes}`,
      vocabulary,
      'dgu',
    ),
    ways: ({ a, b }) => [quotientOf(productOf(a, b), said(60))],
    given: (values) => unitOf(values, 'b') === '分鐘' && unitOf(values, 'claim') === '小時',
  },
  {
    kind: 'product',
    as: 'each-load-and-how-many-a-day',
    word: '每日',
    phrase: pattern(
      `每(?:一)?(?<unit>\\p{Script=Han}{1,2}?)${noBound}[^，。；、%A每]{0,8}(?<b>%C|%M)，每[日天月週](?<c>%C)[，、](?<a>%C)[^，。；、%A]{0,3}(?:每[日天月週])?${inAll}(?<claim>%C|%M)${closes}`,
      vocabulary,
      'dgu',
    ),
    ways: ({ a, b, c }) => [productOf(b, c, a)],
    given: (values) => measuresTheClaim(values) && /^[趟次班回]|[趟班]次$/u.test(unitOf(values, 'c')),
  },
  {
    kind: 'product',
    as: 'so-many-things-and-each-of-them',
    word: '每',
    phrase: pattern(
      `(?<a>%C)(?<noun>\\p{Script=Han}{1,4})，每(?:一|個)?\\k<noun>${noBound}[^，。；、%A每]{0,6}(?<b>%C|%M)，${inAll}(?<claim>%C|%M)${closes}`,
      vocabulary,
      'dgu',
    ),
    ways: ({ a, b }) => [productOf(a, b)],
    given: (values) => measuresTheClaim(values) && unitOf(values, 'a').startsWith('個'),
  },
  {
    kind: 'product',
    as: 'no-more-than-the-bound-of-each',
    word: '上限',
    phrase: pattern(
      `(?<a>%C)，每(?:一)?(?<unit>\\p{Script=Han}{1,2}?)(?:補助|獎勵|核定)?(?:之)?(?:上限|最高|至多|最多)(?:為|補助)?(?<b>%C|%M)，${inAll}(?<claim>%C|%M)，[^，。；、%A]{0,6}(?:未超過|未逾|不超過|未突破|符合)(?:上限|規定|限額)`,
      vocabulary,
      'dgu',
    ),
    ways: ({ a, b }) => [productOf(a, b)],
    given: (values) =>
      measuresTheClaim(values) &&
      values['a'] !== undefined &&
      values['b'] !== undefined &&
      values['claim'] !== undefined &&
      compare(values['claim'].value, times(values['a'].value, values['b'].value)) > 0,
  },
  {
    kind: 'product',
    as: 'with-the-tax-on-it',
    word: '營業稅',
    phrase: pattern(
      `未稅[^，。；、%A]{0,6}(?<a>%M)，(?:加計|另加|含|加)(?<c>%P)(?:之)?(?:加值型)?營業稅(?:後)?，?[^，。；、%A]{0,4}(?:合計|共計|總計|總價|總額|共|計|為)+(?<claim>%M)${closes}`,
      vocabulary,
      'dgu',
    ),
    alike: 'a',
    ways: ({ a, c }) => [sumOf(a, quotientOf(productOf(a, c), said(100)))],
  },
  {
    kind: 'exchange',
    as: 'at-so-much-for-one',
    word: '匯率',
    phrase: pattern(
      `(?<a>%M)，(?:以|按|依)(?:每)?(?<c>%M)(?:兌換?|折合?|合|對|=|等於)?(?:新[臺台]幣)?(?<b>%M|%B)元?(?:計算?|換算|估算)?，?(?:約)?(?:折合|折算|換算|折|合|約合|計|為)+(?<claim>%M)${closes}`,
      vocabulary,
      'dgu',
    ),
    ways: ({ a, b }) => [productOf(a, b)],
    given: (values) =>
      unitOf(values, 'a') === unitOf(values, 'c') &&
      unitOf(values, 'a') !== 'TWD' &&
      unitOf(values, 'claim') === 'TWD' &&
      values['c'] !== undefined &&
      compare(values['c'].value, whole(1)) === 0,
  },
  {
    kind: 'product',
    as: 'how-long-by-how-wide',
    word: '面積',
    phrase: pattern(
      `長(?:度)?(?:約|為)?(?<a>%C)[、，](?:寬|闊)(?:度)?(?:約|為)?(?<b>%C)，(?:占地)?(?:總)?面積(?:約|為|計|達)*(?<claim>%C)${closes}`,
      vocabulary,
      'dgu',
    ),
    ways: ({ a, b }) => [productOf(a, b)],
    given: (values) =>
      ['公尺', '公里'].includes(unitOf(values, 'a')) &&
      unitOf(values, 'a') === unitOf(values, 'b') &&
      unitOf(values, 'claim') === `平方${unitOf(values, 'a')}`,
  },
  {
    kind: 'product',
    as: 'by-a-coefficient-told-in-tons',
    word: '係數',
    phrase: pattern(
      `(?<a>%C)，(?:以|依|按)[^，。；、%A]{0,8}係數(?:為)?(?:每(?:度|公升|公斤|立方公尺))?(?<b>%C)(?:估算|計算|換算|推估|計)?，[^，。；、%A]{0,8}(?<claim>%C)${closes}`,
      vocabulary,
      'dgu',
    ),
    ways: ({ a, b }) => [quotientOf(productOf(a, b), said(1000))],
    given: (values) => unitOf(values, 'b') === '公斤' && /^(?:公噸|噸)$/u.test(unitOf(values, 'claim')),
  },
  {
    kind: 'mean',
    as: 'over-the-days-it-ran',
    word: '平均每日',
    phrase: pattern(
      `(?<b>%C)，(?:以|按)(?<a>%C|%T)[^，。；、%A]{0,3}[日天](?:數)?計(?:算|之)?，(?:平均每[日天]|每[日天]平均|日均)[^，。；、%A]{0,6}(?<claim>%C)${closes}`,
      vocabulary,
      'dgu',
    ),
    rounded: true,
    ways: ({ a, b }) => [quotientOf(b, a)],
    given: (values) => measuresTheClaim(values) && /^(?:個|日|天)$/u.test(unitOf(values, 'a')),
  },
  {
    kind: 'mean',
    as: 'of-every-so-many-people',
    word: '每10萬人口',
    phrase: pattern(
      `人口(?:數|約|為|計|有)*(?<a>%C)，[^，。；、%A]{0,10}(?<b>%C)，每(?<c>%C)(?:口)?[^，。；、%A]{0,6}(?<claim>%C)${closes}`,
      vocabulary,
      'dgu',
    ),
    rounded: true,
    ways: ({ a, b, c }) => [productOf(quotientOf(b, a), c)],
    given: ({ a, b, c, claim }) =>
      isFigure(a) &&
      isFigure(c) &&
      sameUnit(a, c) &&
      isFigure(b) &&
      isFigure(claim) &&
      commensurable(b, claim) &&
      compare(b.value, a.value) < 0,
  },
  {
    kind: 'mean',
    as: 'of-two-groups-that-are-all',
    word: '平均',
    phrase: pattern(
      `(?<a>%C)(?:之|的)?平均[^，。；、%A]{0,6}(?<b>%C|%P)[，、][^，。；、%A()]{1,6}(?<c>%C)(?:之|的)?平均[^，。；、%A]{0,6}(?<d>%C|%P)(?<alike>\\([^()]*(?:相同|一致|相等)\\))?，(?:全體|整體|合計|全[區市縣國部場校])[^，。；、%A]{0,8}(?<claim>%C|%P)${closes}`,
      vocabulary,
      'dgu',
    ),
    rounded: true,
    ways: ({ a, b, c, d }) => [quotientOf(sumOf(productOf(a, b), productOf(c, d)), sumOf(a, c))],
    given: ({ a, b, c, d, claim }) =>
      isFigure(a) &&
      isFigure(c) &&
      sameUnit(a, c) &&
      isFigure(b) &&
      isFigure(d) &&
      isFigure(claim) &&
      sameUnit(b, d) &&
      sameUnit(b, claim) &&
      !sameUnit(a, b) &&
      // A rate of many places is weighed by what is in them, which is told only where they are said to be alike.
      (b.kind !== 'percent' || /(?:相同|一致|相等)[)）]/u.test(b.text.text.slice(d.end, claim.start))),
  },
];
