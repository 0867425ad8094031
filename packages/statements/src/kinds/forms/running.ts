import { commensurable, compare, pattern, sameUnit, vocabulary } from '@guankao/passages';
import { differenceOf, just, productOf, quotientOf, saidByWords, sumOf, hundred, percentOf } from '../../expression.ts';
import { few, isFigure, type Form, type Values } from './form.ts';

const least = ({ b, claim }: Values): boolean =>
  b !== undefined && claim !== undefined && compare(b.value, claim.value) <= 0;

/** What there was, what came, and what they come to: the year before told in brackets, before or after. */
export const formsOfRunning: readonly Form[] = [
  {
    kind: 'sum',
    as: 'new-ones-and-those-of-the-year-before',
    word: '累計',
    phrase: pattern(
      `(?<a>%C|%M)，(?:迄今|至今|至本年底)?(?:累計|累積)(?:已|達|為|共|完成|有)*[^，。；、%A]{0,8}(?<claim>%C|%M)\\((?:截至|至)?(?:%D|{formerYear})(?:年?底)?止?(?:已|累計|為|計|有|原有)*(?<b>%C|%M)\\)`,
      vocabulary,
      'dgu',
    ),
    alike: 'ab',
    ways: ({ a, b }) => [sumOf(a, b)],
    given: least,
  },
  {
    kind: 'sum',
    as: 'what-there-was-and-what-came-this-year',
    word: '累計',
    phrase: pattern(
      `(?:截?至|迄)%D(?:年?底)?止?(?:已|累計|累積|共)+${few}(?<a>%C|%M)，(?:本年度?|%D度?)${few}(?<b>%C|%M)，(?:總?累計|累積|合計|總計)(?:應|已|達|為|共)*[^，。；、%A]{0,8}(?<claim>%C|%M)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    alike: 'ab',
    ways: ({ a, b }) => [sumOf(a, b), a],
    given: least,
  },
  {
    kind: 'sum',
    as: 'together-with-what-there-was',
    word: '連同',
    phrase: pattern(
      `(?<a>%C|%M)(?:，平均[^，；。%A]{1,8}%N)?[，；](?:連同|加計|併同)(?:截?至)?(?:%D|{formerYear})(?:年?底)?止?(?:前)?[^，。；、%A]{0,8}(?<b>%C|%M)，(?:累計|合計|共計|總計|累積)(?:已|達|為|共)*[^，。；、%A]{0,8}(?<claim>%C|%M)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    across: true,
    alike: 'ab',
    ways: ({ a, b }) => [sumOf(a, b)],
    given: least,
  },
  {
    kind: 'change',
    as: 'so-many-more-than-there-were',
    word: '多',
    phrase: pattern(
      `[由從自](?:%D[之的]?|{formerYear}[之的]?)?[^，。；、%A]{0,8}(?<a>%B)(?<unit>\\p{Script=Han}{1,2})(?:增至|增為|增加至|增加為|減至|減為|降至|降為)(?:%D[之的]?|今年|本年度?)?[^，。；、%A]{0,4}(?<b>%B)\\k<unit>，(?:多出|增加|計增|共增|減少|少了|多了)(?<claim>%B)\\k<unit>`,
      vocabulary,
      'dgu',
    ),
    ways: ({ a, b }) => [differenceOf(b, a), differenceOf(a, b)],
  },
  {
    kind: 'change',
    as: 'beyond-what-it-was-the-year-before',
    word: '增加',
    phrase: pattern(
      `(?<b>%P)，(?:%D|{formerYear})(?:同期)?(?:為|則為|是)?(?<a>%P)，(?:增加|提升|提高|上升|減少|下降|降低)(?:了|約)?(?<claim>%P)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    ways: ({ a, b }) => [differenceOf(b, a), differenceOf(a, b)],
    given: ({ claim }) => isFigure(claim) && claim.unit === '百分點',
  },
  {
    kind: 'change',
    as: 'dearer-than-the-year-before',
    word: '上漲',
    phrase: pattern(
      `(?:{formerYear}|%D)${few}(?<a>%M|%C)，(?:今年|本年度?|%D)${few}(?<b>%M|%C)，(?:上漲|成長|增加|下跌|減少|下降|調漲|增幅|降幅|漲幅)(?:了|約|達|為)*(?<claim>%P)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    scale: 100,
    ways: ({ a, b }) => [differenceOf(quotientOf(b, a), one), differenceOf(one, quotientOf(b, a))],
    // 113年1,980班，本年度增加90班: by how much, and not to what.
    given: ({ a, b, claim }) =>
      isFigure(a) &&
      isFigure(b) &&
      sameUnit(a, b) &&
      isFigure(claim) &&
      claim.unit === '%' &&
      !/[增減多少]/u.test(b.text.text.slice(a.end, b.start)),
  },
  {
    kind: 'product',
    as: 'every-month-all-year',
    word: '每月',
    phrase: pattern(
      `每月${few}(?<b>%C|%M)，(?:一年|全年|年度|%T)(?:合計|共計|共|計|總計)[^，。；、%A]{0,4}(?<claim>%C|%M)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    alike: 'b',
    // Begun or ended within the year: any number of whole months.
    ways: ({ b }) =>
      [12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1].map((months) => productOf(b, just(saidByWords(String(months), months)))),
  },
  {
    kind: 'product',
    as: 'what-is-lent-at-a-rate-a-year',
    word: '年息',
    phrase: pattern(
      `(?:年息|年利率|利率)(?:為|以)?(?<a>%P)，[^，。；、%A]{0,8}(?<b>%M)，(?:全年|一年|每年|年)[^，。；、%A]{0,8}(?<claim>%M)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    ways: ({ a, b }) => [percentOf(a, b)],
    given: ({ b, claim }) => isFigure(b) && isFigure(claim) && commensurable(b, claim),
  },
  {
    kind: 'product',
    as: 'grown-every-year-for-two',
    word: '每年',
    phrase: pattern(
      `每年(?:成長|增加|遞增)(?:約)?(?<a>%P)，(?:初始|期初|原有|起始)${few}(?<b>%C|%M)，(?:兩|二|2)年後(?:為|達|計|約)*(?<claim>%C|%M)`,
      vocabulary,
      'dgu',
    ),
    alike: 'b',
    ways: ({ a, b }) => {
      const once = sumOf(one, quotientOf(a, hundred));
      return [productOf(b, once, once)];
    },
  },
];

const one = just(saidByWords('1', 1));
