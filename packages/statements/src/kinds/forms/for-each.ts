import { absolute, commensurable, compare, dividedBy, minus, pattern, vocabulary, whole } from '@guankao/passages';
import { just, productOf, quotientOf, saidByWords, sumOf, type Expression } from '../../expression.ts';
import { alike, closes, few, isFigure, isPart, measuresTheClaim, noBound, type Form, type Values } from './form.ts';

const said = (many: number): Expression => just(saidByWords(String(many), many));
const reach = few.replace('12', '16');
const mean = '(?:平均)?每(?:一|個|位|名)?';

/** 每千艘次, 每萬人次: the words name what the base is counted in. */
const isOfEvery =
  (word: string) =>
  ({ a, b, claim }: Values): boolean =>
    isFigure(a) &&
    isFigure(b) &&
    isFigure(claim) &&
    a.unit !== null &&
    a.text.text.includes(`${word}${a.unit}`) &&
    commensurable(b, claim) &&
    !commensurable(a, b);

const everySoMany = [
  ['每千', 1000],
  ['每萬', 10_000],
  ['每十萬', 100_000],
  ['每百萬', 1_000_000],
] as const;

/** 事故每千艘次4.5件，全年12萬艘次計540件 */
const timesOfEvery = everySoMany.map(([word, many]): Form => ({
  kind: 'product',
  as: 'so-many-of-every-so-many',
  word,
  phrase: pattern(
    `${word}(?:[^，。；、%A()]){1,10}(?<b>%C)，${few}(?<a>%C)，?(?:合計|共計|總計|推估|換算|約|共|計|有)+${few}(?<claim>%C)${closes}`,
    vocabulary,
    'dgu',
  ),
  ways: ({ a, b }) => [quotientOf(productOf(a, b), said(many))],
  given: ({ a, b, claim }) =>
    a !== undefined && b !== undefined && claim !== undefined && isOfEvery(word)({ a, b: b, claim }),
}));

/** 載客2,000萬人次，遺失8,000件，每萬人次4件 */
const ofEvery = everySoMany.map(([word, many]): Form => ({
  kind: 'mean',
  as: 'of-every-so-many-of-them',
  word,
  phrase: pattern(
    `(?<a>%C)[，、]${few}(?<b>%C)，(?:平均|相當於|即|折合)*${word}[^，。；、%A()]{1,8}(?<claim>%C)${closes}`,
    vocabulary,
    'dgu',
  ),
  rounded: true,
  ways: ({ a, b }) => [productOf(quotientOf(b, a), said(many))],
  given: isOfEvery(word),
}));

const smallRate = ({ a, b, claim }: Values): boolean =>
  isFigure(a) &&
  isFigure(b) &&
  isFigure(claim) &&
  /千分|萬分|‰/u.test(claim.text.text.slice(claim.start, claim.end)) &&
  compare(b.value, a.value) < 0;

/** 單次9分30秒，每日6次，合計57分鐘: in its own unit, or in the next larger one. */
function timeOfEach(units: string, over: number): Form {
  return {
    kind: 'product',
    as: 'each-time-so-long-so-often',
    word: '每日',
    phrase: pattern(
      `[每單](?:一)?[次趟場回節堂班]${few.replace('12', '6')}(?<b>%T)[，、]每[日天週月]${few.replace('12', '4')}(?<a>%C)，[^，。；、%A()]{0,6}?(?:合計|共計|總計|計|共|總時數)(?:為|達)?(?<claim>%T)${closes}`,
      vocabulary,
      'dgu',
    ),
    ways: ({ a, b }) => [over === 1 ? productOf(a, b) : quotientOf(productOf(a, b), said(over))],
    given: ({ a, b, claim }) =>
      isFigure(a) &&
      isFigure(b) &&
      isFigure(claim) &&
      /^[次趟場回節堂班]次?$/u.test(a.unit ?? '') &&
      (units === '' ? b.unit === claim.unit : `${b.unit ?? ''}>${claim.unit ?? ''}` === units),
  };
}

/** 每名社工服務25案，社工48人，服務1,180案: what falls to each may be a mean, told in whole ones. */
const isNoRoundedMean = (values: Values): boolean => {
  const { a, b, claim } = values;
  if (!measuresTheClaim(values) || a === undefined || b === undefined || claim === undefined || a.value.of === 0n)
    return false;
  return compare(absolute(minus(dividedBy(claim.value, a.value), b.value)), whole(1)) >= 0;
};

/** What falls to each of so many, under whatever name each goes. */
export const formsOfEach: readonly Form[] = [
  ...timesOfEvery,
  ...ofEvery,
  {
    kind: 'share',
    as: 'so-few-of-so-many-things',
    word: '率',
    phrase: pattern(
      `(?<a>%C)，${few}(?<b>%C)，[^，。；、%A()]{0,8}率(?:約|為|達|計|僅)*(?<claim>%P)${closes}`,
      vocabulary,
      'dgu',
    ),
    scale: 100,
    ways: ({ a, b }) => [quotientOf(b, a)],
    given: smallRate,
  },
  {
    kind: 'product',
    as: 'each-of-so-many-in-all',
    word: '每',
    phrase: pattern(
      `每(?:一)?(?<unit>\\p{Script=Han}{1,3}?)${noBound}${reach}(?<b>%C|%M|%T)，${few.replace('12', '6')}(?<a>%C)(?:合計|共計|總計|總共|合共|全年|共|計|需)+${few}(?<claim>%C|%M|%T)${closes}`,
      vocabulary,
      'dgu',
    ),
    ways: ({ a, b }) => [productOf(a, b)],
    given: isNoRoundedMean,
  },
  {
    kind: 'product',
    as: 'each-then-how-many-of-them',
    word: '每',
    phrase: pattern(
      `每(?:一)?[位名人個](?<noun>\\p{Script=Han}{2,4})[^，。；、%A()]{0,8}(?<b>%C|%M|%T)，\\k<noun>(?:共|計|有|數|為)*(?<a>%C)，${few}(?<claim>%C|%M|%T)${closes}`,
      vocabulary,
      'dgu',
    ),
    ways: ({ a, b }) => [productOf(a, b)],
    given: isNoRoundedMean,
  },
  {
    kind: 'mean',
    as: 'over-those-who-are-named-behind',
    word: '平均每',
    phrase: pattern(
      `(?<b>%C|%M|%T)[^，。；、%A()]{0,6}，[^，。；、%A()]{0,6}?(?<noun>\\p{Script=Han}{2,4}?)(?:數|共|計|有|為|約)*(?<a>%C)，${mean}\\k<noun>${few}(?<claim>%C|%M|%T)${closes}`,
      vocabulary,
      'dgu',
    ),
    rounded: true,
    ways: ({ a, b }) => [quotientOf(b, a)],
    given: (values) => measuresTheClaim(values) && !alike(values, 'a', 'b'),
  },
  {
    kind: 'mean',
    as: 'over-those-who-are-named-before',
    word: '平均每',
    phrase: pattern(
      `(?<a>%C)(?<noun>\\p{Script=Han}{2,4})[^，。；、%A()]{0,8}?[，、]?[^，。；、%A()]{0,6}(?<b>%C|%M|%T)，${mean}\\k<noun>${few}(?<claim>%C|%M|%T)${closes}`,
      vocabulary,
      'dgu',
    ),
    rounded: true,
    ways: ({ a, b }) => [quotientOf(b, a)],
    given: (values) => measuresTheClaim(values) && !alike(values, 'a', 'b'),
  },
  {
    kind: 'mean',
    as: 'so-much-for-each-of-so-many',
    word: '每',
    phrase: pattern(
      `(?<a>%C)${few}(?<b>%T)，(?:平均)?每(?:一)?(?<unit>\\p{Script=Han}{1,2}?)(?:平均|服務|約|為|達|計|僅|參與|投入|受訓|上課)*(?<claim>%T)${closes}`,
      vocabulary,
      'dgu',
    ),
    rounded: true,
    ways: ({ a, b }) => [quotientOf(b, a)],
    given: (values) => alike(values, 'b', 'claim'),
  },
  {
    kind: 'mean',
    as: 'people-for-each-of-a-calling',
    word: '平均每',
    phrase: pattern(
      `人口(?:數|約|為|計|有|共)*(?<b>%C)，[^，。；、%A()]{1,8}(?<a>%C)，(?:平均)?每(?:一)?[名位人][^，。；、%A()]{1,10}(?<claim>%C)${closes}`,
      vocabulary,
      'dgu',
    ),
    rounded: true,
    ways: ({ a, b }) => [quotientOf(b, a)],
    given: (values) => alike(values, 'b', 'claim') && isPart({ a: values['b'], b: values['a'] } as Values),
  },
  {
    kind: 'product',
    as: 'so-much-a-day-all-the-year',
    word: '每日',
    phrase: pattern(
      `每[日天]${few}(?<b>%C|%M)，(?:換算|以)?(?:全年|一年|年)?(?:以)?(?<c>%T)(?:計算?|估算|換算)?，?(?:全年|年|合計|共計|為|共|計|約)+${few}(?<claim>%C|%M)${closes}`,
      vocabulary,
      'dgu',
    ),
    ways: ({ b, c }) => [productOf(b, c)],
    given: (values) => measuresTheClaim(values) && isFigure(values['c']) && /^個?[日天]$/u.test(values['c'].unit ?? ''),
  },
  {
    kind: 'product',
    as: 'so-many-each-and-some-more',
    word: '各',
    phrase: pattern(
      `(?<b>%C)[^，。；、%A()]{0,4}各[^，。；、%A()]{0,4}(?<a>%C)，(?:另外?|此外|加上)[^，。；、%A()]{0,10}(?<c>%C)，(?:合計|共計|總計|總共|共|計)+[^，。；、%A()]{0,4}(?<claim>%C)${closes}`,
      vocabulary,
      'dgu',
    ),
    alike: 'ac',
    ways: ({ a, b, c }) => [sumOf(productOf(a, b), c)],
    given: (values) => !alike(values, 'a', 'b'),
  },
  timeOfEach('', 1),
  timeOfEach('秒>分鐘', 60),
  timeOfEach('分鐘>小時', 60),
];
