import { compare, pattern, vocabulary, whole } from '@guankao/passages';
import { productOf } from '../../expression.ts';
import { closes, isFigure, type Form, type Values } from './form.ts';

const unitOf = (values: Values, name: string): string | null => {
  const told = values[name];
  return isFigure(told) ? told.unit : null;
};
const isOne = (values: Values, name: string): boolean =>
  values[name] !== undefined && compare(values[name].value, whole(1)) === 0;
const into = '(?:計算?|換算|折算|核算|估算)?[)]?，?(?:約|折合|折算|換算|折換|合|計|為|共)+';

/** Foreign money, the rate in whatever form, and what it is in NT dollars. */
export const formsOfExchange: readonly Form[] = [
  {
    kind: 'exchange',
    as: 'at-so-many-for-one-of-them',
    word: '匯率',
    phrase: pattern(
      `(?<a>%M)[(，]?(?:依|以|按)?(?:當時|平均|即期)?(?:匯率)?(?:每)?(?<c>%M)(?:=|兌換?|折合?|合|對|等於|約)+(?:新[臺台]幣)?(?<b>%M|%B)元?${into}(?<claim>%M)${closes}`,
      vocabulary,
      'dgu',
    ),
    ways: ({ a, b }) => [productOf(a, b)],
    given: (values) =>
      isOne(values, 'c') &&
      unitOf(values, 'a') === unitOf(values, 'c') &&
      unitOf(values, 'a') !== 'TWD' &&
      unitOf(values, 'claim') === 'TWD',
  },
  {
    kind: 'exchange',
    as: 'at-one-to-so-many',
    word: '匯率',
    phrase: pattern(
      `(?<a>%M)[(，]?(?:依|以|按)(?:當時|平均|即期)?(?:匯率)?(?:(?<c>%B)(?:比|兌|對)(?<b>%B)|(?<d>%L))${into}(?<claim>%M)${closes}`,
      vocabulary,
      'dgu',
    ),
    ways: ({ a, b, d }) => [productOf(a, b ?? d)],
    given: (values) =>
      (isOne(values, 'c') || values['d'] !== undefined) &&
      unitOf(values, 'a') !== 'TWD' &&
      unitOf(values, 'claim') === 'TWD',
  },
];
