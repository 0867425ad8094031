import { compare, pattern, vocabulary, whole } from '@guankao/passages';
import { declineOf, growthOf, type Expression } from '../../expression.ts';
import { closes, isFigure, type Form, type Numbers, type Values } from './form.ts';

const rises = '(?:上漲|上升|上揚|成長|增加|提升|提高|漲幅|增幅|升幅|年增率?|成長率|增加率|漲|升|增)';
const falls = '(?:下跌|下降|下滑|減少|降低|衰退|跌幅|減幅|降幅|年減率?|減少率|跌|降|減)';
const lead = '(?:共|約|計|大幅|小幅|微幅|微|略|已|則|換算|相當於|合計|相對)*';
const to = '(?:上升|上漲|提升|提高|增加|成長|下降|下跌|降低|減少|回升|回落|升|漲|增|降|跌|減)?(?:至|到|為)';
const lead2 = '(?:[^，。；、%A()]|%D){0,8}';

/** Levels without a unit are index numbers: what they come to in per cent is of the level, and no difference of both. */
const isGrowth = (values: Values): boolean => {
  const { claim } = values;
  return (
    isFigure(claim) && claim.unit === '%' && Object.values(values).every(({ value }) => compare(value, whole(0)) > 0)
  );
};

const isOfAHundred = (values: Values): boolean =>
  isGrowth(values) && values['a'] !== undefined && compare(values['a'].value, whole(100)) === 0;

type Way = 'rise' | 'fall';

/** 指數由120升至126，上漲5% */
const fromTo = (way: Way): Form => ({
  ...told(way),
  as: 'an-index-from-one-level-to-the-other',
  phrase: pattern(
    `指數[^，。；%A()]{0,10}[由從自]${lead2}(?<a>%B)${lead2}${to}${lead2}(?<b>%B)，${lead}${words(way)}(?:了|約|達|為|計)*(?<claim>%P)${closes}`,
    vocabulary,
    'dgu',
  ),
  given: isGrowth,
});

/** 指數上漲一成，由110增為121 */
const byThenFromTo = (way: Way): Form => ({
  ...told(way),
  as: 'an-index-by-so-much-from-one-level-to-the-other',
  phrase: pattern(
    `(?:指數|率)[^，。；%A()]{0,8}?${words(way)}(?:了|約|達)?(?<claim>%P)，(?:即|係)?[由從自]${lead2}(?<a>%B)${lead2}${to}${lead2}(?<b>%B)${closes}`,
    vocabulary,
    'dgu',
  ),
  given: isGrowth,
});

/** 物價指數上年125、本年130，年增率4% */
const twoYears = (way: Way): Form => ({
  ...told(way),
  as: 'an-index-of-two-years',
  phrase: pattern(
    `指數[^，。；%A()]{0,6}(?:上年度?|去年度?|前一?年度?|上期|前期|上月|%D度?)(?:為|是)?(?<a>%B)[，、](?:本年度?|今年度?|本期|本月|當年度?|%D度?)(?:則|升|降)?(?:為|至|是)?(?<b>%B)，${lead}${words(way)}(?:了|約|達|為|計)*(?<claim>%P)${closes}`,
    vocabulary,
    'dgu',
  ),
  given: isGrowth,
});

/** 以112年為100，114年為97.5，較112年減少2.5% */
const sinceTheBase = (way: Way): Form => ({
  ...told(way),
  as: 'an-index-against-its-base',
  phrase: pattern(
    `(?:以%D(?:平均|度)?為(?:基期)?[(，=:：]*|基期(?:值|年|指數)?(?:為|訂為|定為|=|：|:)?|%D=)(?<a>%B)[)]?[^，。；%A()]{0,10}[，]?(?:[^，。；、%A]|%D){0,14}(?<b>%B)[點]?，${lead}(?:較|比)(?:%D|基期|基準年?|該年)(?:之|度|期|平均)*${lead}${words(way)}(?:了|約|達|為|計)*(?<claim>%P)${closes}`,
    vocabulary,
    'dgu',
  ),
  given: isOfAHundred,
});

const words = (way: Way): string => (way === 'rise' ? rises : falls);

const told = (way: Way): Pick<Form, 'kind' | 'word' | 'scale' | 'ways'> => ({
  kind: 'change',
  word: way === 'rise' ? '上升' : '下降',
  scale: 100,
  ways: ({ a, b }: Numbers): readonly Expression[] => [way === 'rise' ? growthOf(b, a) : declineOf(b, a)],
});

/** Index numbers, and by how many per cent they moved. */
export const formsOfIndex: readonly Form[] = (['rise', 'fall'] as const).flatMap((way) => [
  fromTo(way),
  byThenFromTo(way),
  twoYears(way),
  sinceTheBase(way),
]);
