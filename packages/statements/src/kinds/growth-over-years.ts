import { markAt, pattern, sameUnit, vocabulary, type Figure, type MarkedSentence } from '@guankao/passages';
import {
  figureOperand,
  hundred,
  just,
  productOf,
  quotientOf,
  saidByWords,
  sumOf,
  type Expression,
} from '../expression.ts';
import type { Surroundings } from '../near.ts';
import { judged, type Statement } from '../statement.ts';

const yearly =
  '(?:每年|逐年|平均每年)?[^，。；、%A]{0,4}(?<word>年增|成長|增加|遞增|增長|增)(?:率)?(?:約|為|達)*(?<rate>%P)';
const figure = '[^，。；、%A]{0,6}';
const forms = [
  // 由110年500件每年成長二成，113年達864件
  pattern(
    `[由從自](?<from>%D)度?[之的]?${figure}(?<a>%C|%M)[^，。；、%A]{0,6}每年${yearly}，(?:至|到)?(?<to>%D)度?(?:底)?${figure}(?:達|為|增至|增為)(?<b>%C|%M)`,
    vocabulary,
    'dgu',
  ),
  // 案件量每年增加10%，111年1,000件，113年達1,210件
  pattern(
    `每年${yearly}，(?<from>%D)度?${figure}(?<a>%C|%M)，(?:至|到)?(?<to>%D)度?(?:底)?${figure}(?<b>%C|%M)`,
    vocabulary,
    'dgu',
  ),
  // 檔案量每年成長10%，初始2萬箱，兩年後2萬4,200箱
  pattern(
    `(?:每年|年)${yearly}，(?:初始|初期|期初|起始|原有)${figure}(?<a>%C|%M)，(?<years>[一二兩三四五])年後${figure}(?<b>%C|%M)`,
    vocabulary,
    'dgu',
  ),
  pattern(
    `(?:每年|年)${yearly}，(?:初始|初期|期初|起始|原有)${figure}(?<a>%C|%M)，(?<length>%T)後${figure}(?<b>%C|%M)`,
    vocabulary,
    'dgu',
  ),
] as const;
const numerals = '一二三四五';

/** So much more every year: what it comes to after some years, upon what had been added and upon the first alone. */
export function* growthsOverYearsIn({ sentence }: Surroundings): Iterable<Statement> {
  if (!sentence.words.includes('年')) return;
  for (const form of forms)
    for (const match of sentence.words.matchAll(form)) {
      const [first, rate, last] = ['a', 'rate', 'b'].map((name) => figureAt(sentence, match, name));
      const years = yearsOf(sentence, match);
      if (first === undefined || rate === undefined || last === undefined || years === null) continue;
      if (!sameUnit(first, last) || rate.widening !== 'exact' || rate.unit === '百分點') continue;
      yield judged({
        kind: 'product',
        claim: last,
        word: match.groups?.['word'] ?? '',
        sure: first.widening === 'exact' && last.widening === 'exact',
        suggested: [
          { as: 'grown-year-upon-year', expression: compound(first, rate, years) },
          { as: 'grown-by-as-much-each-year', expression: linear(first, rate, years) },
        ],
      });
    }
}

const one = just(saidByWords('1', 1));
const share = (rate: Figure): Expression => quotientOf(just(figureOperand(rate)), hundred);

const compound = (first: Figure, rate: Figure, years: number): Expression =>
  productOf(just(figureOperand(first)), ...Array.from({ length: years }, () => sumOf(one, share(rate))));

const linear = (first: Figure, rate: Figure, years: number): Expression =>
  productOf(just(figureOperand(first)), sumOf(one, productOf(share(rate), just(saidByWords(String(years), years)))));

function figureAt(sentence: MarkedSentence, { indices }: RegExpExecArray, name: string): Figure | undefined {
  const at = indices?.groups?.[name]?.[0];
  const mark = at === undefined ? null : markAt(sentence, at);
  return mark?.sign === 'figure' ? mark.figure : undefined;
}

/** Between two printed years, or as many as the words say; two to five of them. */
function yearsOf(sentence: MarkedSentence, match: RegExpExecArray): number | null {
  const said = match.groups?.['years'];
  const length = figureAt(sentence, match, 'length');
  const [from, to] = ['from', 'to'].map((name) => {
    const at = match.indices?.groups?.[name]?.[0];
    const mark = at === undefined ? null : markAt(sentence, at);
    return mark?.sign === 'date' ? mark.date.from.year : null;
  });
  const years =
    said !== undefined
      ? said === '兩'
        ? 2
        : numerals.indexOf(said) + 1
      : length?.unit === '年'
        ? Number(length.value.of)
        : from === null || from === undefined || to === null || to === undefined
          ? 0
          : to - from;
  return years >= 1 && years <= 5 ? years : null;
}
