import { compare, pattern, plus, sameUnit, vocabulary } from '@guankao/passages';
import { differenceOf, quotientOf, sumOf } from '../../expression.ts';
import { few, isFigure, isPart, type Form, type Values } from './form.ts';

/** More than what is left: what is left may have been told in part. */
const exceedsTheRest = (values: Values): boolean => {
  const { a, b, claim } = values;
  return (
    isPart(values) &&
    a !== undefined &&
    b !== undefined &&
    claim !== undefined &&
    compare(plus(b.value, claim.value), a.value) > 0
  );
};

/** What became of a whole, and what of it did not. */
export const formsOfRest: readonly Form[] = [
  {
    kind: 'difference',
    as: 'those-of-whom-it-is-not-so',
    word: '未',
    phrase: pattern(
      `(?<a>%C|%M)[，、：](?:其中)?(?:已|業)?(?:完成)?(?<did>(?!其中)\\p{Script=Han}{2})[^，。；、%A()]{0,4}(?<b>%C|%M)(?:[，、(](?:\\k<did>率|占|比率|占比)${few}%P\\)?)?[，、；](?:其餘|尚有|仍有|餘|另)?(?:尚|仍)?[未不](?:完成|能|予|獲)?\\k<did>[^，。；、%A()]{0,4}(?<claim>%C|%M)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    across: true,
    alike: 'ab',
    ways: ({ a, b }) => [differenceOf(a, b)],
    given: isPart,
  },
  {
    kind: 'difference',
    as: 'what-is-still-left',
    word: '尚有',
    phrase: pattern(
      `(?<a>%C|%M)，(?:其中|惟)?(?:已|業)${few}(?<b>%C|%M)，(?:仍|尚)(?:有|餘|缺|差)${few}(?<claim>%C|%M)[^，。；%A]{0,6}(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    alike: 'ab',
    ways: ({ a, b }) => [differenceOf(a, b)],
    given: isPart,
  },
  {
    kind: 'difference',
    as: 'the-rest-of-them',
    word: '剩下',
    phrase: pattern(
      `(?<a>%C|%M)，(?:其中)?已${few}(?<b>%C|%M)，(?:剩下的?|餘下的?|剩餘的?|其餘的?)(?<claim>%C|%M)`,
      vocabulary,
      'dgu',
    ),
    alike: 'ab',
    ways: ({ a, b }) => [differenceOf(a, b)],
    given: isPart,
  },
  {
    kind: 'difference',
    as: 'posts-that-stand-empty',
    word: '懸缺',
    phrase: pattern(
      `(?:員額|編制|應有|名額|配置)${few}(?<a>%C)，(?:實際|現有|現職|已)${few}(?<b>%C)，(?:懸缺|缺額|出缺|缺|空缺|尚缺)(?:計|為|達|共|有)*(?<claim>%C)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    alike: 'ab',
    ways: ({ a, b }) => [differenceOf(a, b)],
    given: isPart,
  },
  {
    kind: 'difference',
    as: 'more-than-what-is-left',
    word: '未',
    phrase: pattern(
      `(?<a>%C|%M)，(?:其中)?已${few}(?<b>%C|%M)，(?:尚|仍|其餘)?(?:未|待)[^，。；、%A()]{1,8}(?<claim>%C|%M)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    alike: 'ab',
    ways: ({ a, b }) => [differenceOf(a, b)],
    given: exceedsTheRest,
  },
  {
    kind: 'share',
    as: 'those-that-did-of-those-and-the-others',
    word: '率',
    phrase: pattern(
      `(?<did>\\p{Script=Han}{2})(?<b>%C)[，、(](?:\\p{Script=Han}{0,2}\\k<did>率)(?:為|達|約|計)*(?<claim>%P)\\)?[，；](?:其餘|尚有|仍有|另有|餘)?(?<c>%C)(?:尚|仍)?未\\k<did>`,
      vocabulary,
      'dgu',
    ),
    across: true,
    scale: 100,
    ways: ({ b, c }) => [quotientOf(b, sumOf(b, c))],
    given: ({ b, c, claim }) =>
      isFigure(b) && isFigure(c) && sameUnit(b, c) && isFigure(claim) && claim.unit !== '百分點',
  },
];
