import { pattern, vocabulary } from '@guankao/passages';
import { productOf, quotientOf, sumOf, percentOf } from '../../expression.ts';
import { alike, areAllThatAreTold, closes, few, isFigure, type Form, type Values } from './form.ts';

const reach = '[^，。；、%A()]{0,10}';
const all = '(?:合計|總計|整體|全體|總|全[區市縣國部場校]|兩[區組場校者]|平均)+';
const noFlow =
  '(?![^。；]*(?:退出|離[職退]|減少|裁撤|扣除|註銷|報廢|淘汰|汰除|移出|遷出|死亡|流失|支出|駁回|撤[回案]|其中|包括|含|較|比|目標|預定|去年|上年|重[複疊覆]|兼|每|平均|單價|累計|累積|歷年|迄今|連同|加計|併計|另))';

/** Each group with its own rate, and the rate of all of them. */
const areWeighed = (values: Values): boolean =>
  alike(values, 'a', 'c') && alike(values, 'b', 'd', 'claim') && !alike(values, 'a', 'b');

/** Two groups side by side, and what they come to together. */
export const formsOfGroup: readonly Form[] = [
  {
    kind: 'mean',
    as: 'of-two-groups-each-with-its-own-rate',
    word: '整體',
    phrase: pattern(
      `(?<a>%C)${reach}(?:率|平均)[^，。；、%A()]{0,6}(?<b>%P|%C|%M)[、，及][^，。；、%A()]{0,8}(?<c>%C)${reach}(?:率|平均)[^，。；、%A()]{0,6}(?<d>%P|%C|%M)，${all}${few}(?<claim>%P|%C|%M)${closes}`,
      vocabulary,
      'dgu',
    ),
    rounded: true,
    ways: ({ a, b, c, d }) => [quotientOf(sumOf(productOf(a, b), productOf(c, d)), sumOf(a, c))],
    given: areWeighed,
  },
  {
    kind: 'sum',
    as: 'of-two-that-are-told-side-by-side',
    word: '合計',
    phrase: pattern(
      `(?<=^|[。；：])${noFlow}(?:[^，。；、%A()]{1,14}[，：])?[^，。；、%A()]{1,14}(?<a>%C|%M)[、，及與和][^，。；、%A()]{0,10}(?<b>%C|%M)，(?:[兩二]者|[兩二]項|%C)?(?:全年|兩者|總)?(?:合計|共計|總計|合共|計)(?:為|達|計|約)?[^，。；、%A()]{0,4}(?<claim>%C|%M)${closes}`,
      vocabulary,
      'dgu',
    ),
    apart: true,
    ways: ({ a, b }) => [sumOf(a, b)],
    given: (values) => alike(values, 'a', 'b', 'claim') && areAllThatAreTold(values),
  },
  {
    kind: 'share',
    as: 'so-many-in-brackets-behind-their-share',
    word: '占',
    phrase: pattern(
      `(?<a>%C|%M)，(?:其中)?[^，。；、%A()]{0,8}(?<b>%P)\\((?:即|計|共)?(?<claim>%C|%M)\\)`,
      vocabulary,
      'dgu',
    ),
    ways: ({ a, b }) => [percentOf(a, b)],
    given: (values) => alike(values, 'a', 'claim') && isFigure(values['b']) && values['b'].unit !== '百分點',
  },
];
