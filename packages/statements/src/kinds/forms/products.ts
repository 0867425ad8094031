import { commensurable, compare, pattern, sameUnit, vocabulary } from '@guankao/passages';
import { productOf, quotientOf, sumOf } from '../../expression.ts';
import { isFigure, measuresTheClaim, type Form } from './form.ts';

const total =
  '(?:[^，。；、%A]{0,8}(?:總額|總數|總量|總人數|總\\p{Script=Han}{1,5}數|總計|合計|共計|收入|總費用|總經費|總金額)|(?:一|全)?(?<!公)共|[^，。；、%A]{1,6}(?<!公)共|計|全年|每[日月]總計)(?:為|達|計|共|服務|發放|支付|補助)*[^，。；、%A]{0,4}';
/** At most so many of each. */
const bound = '(?:最高|上限|最多|至多|限額|以內|不超過|最低|至少|[日月季]均)';

/** Of each, how many there are, and what all come to, in whatever order they are told. */
export const formsOfProduct: readonly Form[] = [
  {
    kind: 'product',
    as: 'so-many-then-each-then-all',
    word: '每',
    phrase: pattern(
      `(?<a>%C)[，、]每(?![^，。；%A]*${bound})(?:一)?(?<unit>\\p{Script=Han}{1,3}?)(?!次)[^，。；、%A每]{0,6}(?<b>%C|%M)，${total}(?<claim>%C|%M)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    ways: ({ a, b }) => [productOf(a, b)],
    given: measuresTheClaim,
  },
  {
    kind: 'product',
    as: 'each-then-so-many-then-all',
    word: '每',
    phrase: pattern(
      `每(?![^，。；%A]*${bound})(?:一)?(?<unit>\\p{Script=Han}{1,2}?)(?!次)[^，。；、%A每]{0,8}(?<b>%M|%C)，[^，。；、%A每]{0,6}(?<a>%C)，${total}(?<claim>%M|%C)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    ways: ({ a, b }) => [productOf(a, b)],
    given: measuresTheClaim,
  },
  {
    kind: 'product',
    as: 'so-many-on-every-piece',
    word: '每',
    phrase: pattern(
      `每(?<unit>平方公里|公頃|公里|公尺|公噸|平方公尺)[^，。；、%A每]{0,6}(?<b>%C|%M)，[^，。；、%A每]{0,6}(?<a>%C)(?:合計|共計|共|計)[^，。；、%A]{0,4}(?<claim>%C|%M)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    ways: ({ a, b }) => [productOf(a, b)],
    given: measuresTheClaim,
  },
  {
    kind: 'product',
    as: 'all-of-so-many-of-each',
    word: '每',
    phrase: pattern(
      `(?<=^|[，。；：])[^，。；、%A每]{0,8}(?<claim>%C)[，(](?<a>%C)，?每(?:一)?(?<unit>\\p{Script=Han}{1,2}?)(?!次)(?:各)?(?<b>%C)(?=[，。；)]|$)`,
      vocabulary,
      'dgu',
    ),
    ways: ({ a, b }) => [productOf(a, b)],
    given: (values) =>
      measuresTheClaim(values) &&
      values['a'] !== undefined &&
      values['claim'] !== undefined &&
      compare(values['a'].value, values['claim'].value) < 0,
  },
  {
    kind: 'mean',
    as: 'so-many-over-so-many-terms',
    word: '每',
    phrase: pattern(
      `(?<b>%C)[，]?分(?:成|為)?(?<a>%C)(?:辦理|進行|實施|授課|訓練)?，(?:平均)?每(?:一)?(?<unit>\\p{Script=Han}{1,2}?)(?!次)(?:約|計|有)*(?<claim>%C)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    rounded: true,
    ways: ({ a, b }) => [quotientOf(b, a)],
    given: measuresTheClaim,
  },
  {
    kind: 'mean',
    as: 'over-the-days',
    word: '日均',
    phrase: pattern(
      `(?<a>%T)，[^，。；、%A]{1,10}(?<b>%C|%B)，(?:日均|平均每日|每日平均)[^，。；、%A]{0,4}(?<claim>%C)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    rounded: true,
    ways: ({ a, b }) => [quotientOf(b, a)],
    given: ({ a, b, claim }) =>
      isFigure(a) &&
      /^[日天]$/u.test(a.unit ?? '') &&
      isFigure(claim) &&
      (!isFigure(b) || b.unit === null || commensurable(b, claim)),
  },
  {
    kind: 'mean',
    as: 'of-two-groups',
    word: '平均',
    phrase: pattern(
      `(?<a>%C)(?:之|的)?平均[^，。；、%A]{0,4}(?<b>%C|%P)，[^，。；、%A]{1,4}(?<c>%C)(?:之|的)?平均(?<d>%C|%P)，(?:全體|整體|合計|總|全部|兩[班區組])(?:之|的)?平均(?:為|達|約)*(?<claim>%C|%P)(?=[，。；]|$)`,
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
      !sameUnit(a, b),
  },
];
