import { pattern, says, signOf, vocabulary, type Figure, type MarkedSentence } from '@guankao/passages';
import { figureOperand, just, saidByWords, sumOf } from '../expression.ts';
import { leaveNothingOut } from '../complements.ts';
import { depths, listFrom } from '../lists.ts';
import { before, nearWords, ownWords, type Surroundings } from '../near.ts';
import { judged, type Statement } from '../statement.ts';

/** Shares that take a whole apart: 男性占48%、女性占52%; 公車45%、捷運30%、自行車25%. */
const shareOfAll = pattern('[占佔]|比例|比率|比重|占比|分布|結構|組成|[依按][^，。；%A()]{1,6}別');
export function* hundredsIn({ sentence }: Surroundings): Iterable<Statement> {
  const rates = sentence.figures.filter(({ kind, unit }) => kind === 'percent' && unit !== '百分點');
  yield* toldAsHundred(sentence, rates);
  yield* counterparts(sentence, rates);
  yield* takenApart(sentence, rates);
  yield* restOfARate(sentence, rates);
  if (rates.length < 2 || !shareOfAll.test(sentence.words) || says('overlap', sentence.words)) return;
  const deep = depths(sentence);
  for (let at = 0; at < rates.length; at++) {
    const list = listFrom(sentence, rates, at, deep);
    if (list.length >= 2) {
      const statement = statementOf(sentence, list);
      if (statement !== null) yield statement;
    }
    at += Math.max(list.length - 1, 0);
  }
}

/** 自首18%、查獲57%、檢舉31%，三者合計100%: the words say that they make the whole. */
function* toldAsHundred(sentence: MarkedSentence, rates: readonly Figure[]): Iterable<Statement> {
  for (const [i, all] of rates.entries()) {
    const parts = rates.slice(0, i);
    const [first, last] = [parts[0], parts.at(-1)];
    if (all.value.of !== 100n * all.value.over || first === undefined || last === undefined || parts.length < 2)
      continue;
    const gap = sentence.words.slice(signOf(sentence, last) + 1, signOf(sentence, all));
    if (!/^，?(?:[兩二三四五六]者|總計|加總)?(?:合計|共計|總計|共|計)(?:為|達)?$/u.test(gap)) continue;
    const together = sentence.words.slice(signOf(sentence, first), signOf(sentence, last));
    const names = parts.map((part) => ownWords(sentence, part));
    // 甲案進度80%、乙案進度95%，共100%撥款: rates of many things are no shares.
    if (names.some((name) => /[率度](?:約|為|達)*$/u.test(name))) continue;
    if (!shareOfAll.test(sentence.words) && !/者/u.test(gap)) continue;
    if (/[。；]/u.test(together) || parts.some(({ widening }) => widening !== 'exact')) continue;
    const statement = judged({
      kind: 'sum',
      claim: all,
      word: '合計',
      sure: true,
      suggested: [{ as: 'shares-of-one-whole', expression: sumOf(...parts.map((part) => just(figureOperand(part)))) }],
    });
    yield { ...statement, shares: true };
  }
}

const takesApart = /(?:來源|配置|用途|組成|結構|標的|分配|僅分|分為|區分)[^，。；]{0,6}(?:[，：:]|為)/u;
const leavesNothing =
  /^[^，。；%]{0,4}，(?:[兩二三四五]者|以上|總和|三項)?[^，。；]{0,8}(?:無其他|別無其他|無其他選項|全部|全體|總[^，。；]{1,4}|所有)[^，。；]{0,6}(?:[，。；]|$)/u;
const leavesNoOther =
  /^[^，。；%]{0,4}，(?:[^，。；]{0,8}(?:別?無其他|無其它)[^，。；]{0,6}|[兩二三四]者互斥[^，。；]{0,4})(?:[，。；]|$)/u;

/** 經費來源為中央55%、地方30%、民間25%: what the words take apart is one whole. */
function* takenApart(sentence: MarkedSentence, rates: readonly Figure[]): Iterable<Statement> {
  if (
    rates.length < 2 ||
    says('overlap', sentence.words.replace(/[兩二三四]者互斥/u, '')) ||
    /[率度](?:約|為|達|分別)*[\uE002]/u.test(sentence.words)
  )
    return;
  const deep = depths(sentence);
  const list = listFrom(sentence, rates, 0, deep);
  const [first, last] = [list[0], list.at(-1)];
  if (first === undefined || last === undefined || list.length !== rates.length) return;
  const noOther = leavesNoOther.test(sentence.words.slice(signOf(sentence, last) + 1));
  if (list.length < (noOther ? 2 : 3)) return;
  if (list.some(({ widening, value }) => widening !== 'exact' || value.of >= 100n * value.over)) return;
  const sum = list.reduce((all, { value }) => all + Number(value.of) / Number(value.over), 0);
  const whole = noOther || leavesNothing.test(sentence.words.slice(signOf(sentence, last) + 1));
  // Told in part they may be less; more than all they never are.
  if (!whole && !(takesApart.test(sentence.words.slice(0, signOf(sentence, first))) && sum > 100)) return;
  const statement = judged({
    kind: 'sum',
    claim: hundred(first, last),
    word: '占',
    sure: true,
    suggested: [{ as: 'shares-of-one-whole', expression: sumOf(...list.map((figure) => just(figureOperand(figure)))) }],
  });
  yield { ...statement, shares: true };
}

/** 不合格率3.2%，合格率97.8%: a rate and the one of all the rest. More than a hundred they cannot be; less, where some are neither. */
function* counterparts(sentence: MarkedSentence, rates: readonly Figure[]): Iterable<Statement> {
  const [a, b, more] = rates;
  if (a === undefined || b === undefined || more !== undefined) return;
  if (!/^[，、及與]/u.test(sentence.words.slice(signOf(sentence, a) + 1, signOf(sentence, b)))) return;
  if (a.widening !== 'exact' || b.widening !== 'exact') return;
  const [one, other] = [a, b].map((figure) =>
    nearWords(before(sentence, signOf(sentence, figure))).replace(/(?:為|達|計|則|約|及|與)+$|^(?:及|與)/gu, ''),
  );
  if (one === undefined || other === undefined || !one.endsWith('率') || !other.endsWith('率')) return;
  if (!isRestOf(one, other) && !isRestOf(other, one)) return;
  if (one === other || Number(a.value.of) / Number(a.value.over) + Number(b.value.of) / Number(b.value.over) <= 100)
    return;
  const statement = judged({
    kind: 'sum',
    claim: hundred(a, b),
    word: '合計',
    sure: true,
    suggested: [{ as: 'shares-of-one-whole', expression: sumOf(just(figureOperand(a)), just(figureOperand(b))) }],
  });
  yield { ...statement, shares: true };
}

const restOf = pattern('率(?:為|達|約|計)*%P，其餘(?:約)?%P(?=[^率，。；]{0,12}(?:[，。；]|$))', vocabulary);

/** 電子化率96.5%，其餘3.5%仍採紙本 */
function* restOfARate(sentence: MarkedSentence, rates: readonly Figure[]): Iterable<Statement> {
  const [rate, rest, more] = rates;
  if (rate === undefined || rest === undefined || more !== undefined || !restOf.test(sentence.words)) return;
  if (rate.widening !== 'exact' || rest.widening !== 'exact') return;
  const statement = judged({
    kind: 'sum',
    claim: hundred(rate, rest),
    word: '其餘',
    sure: true,
    suggested: [{ as: 'shares-of-one-whole', expression: sumOf(just(figureOperand(rate)), just(figureOperand(rest))) }],
  });
  yield { ...statement, shares: true };
}

/** 男性占45%、女性占55%，30至39歲占32%: some of them make a whole alone, and the others are of another. */
function isOneWhole(sentence: MarkedSentence, list: readonly Figure[]): boolean {
  if (says('overlap', sentence.words) || /最[多高大]/u.test(sentence.words)) return false;
  const values = list.map(({ value }) => Number(value.of) / Number(value.over));
  return values.every((_, from) => {
    let run = 0;
    return values.slice(from).every((value, at) => {
      run += value;
      return at === 0 || Math.abs(run - 100) > 1;
    });
  });
}

const opposites: readonly (readonly [string, string])[] = [
  ['如期', '逾期'],
  ['準點', '誤點'],
  ['及格', '不及格'],
  ['出席', '缺席'],
  ['完成', '未完成'],
];

/** 不合格率 is the rest of 合格率, 逾期率 of 如期率; 本年度 may stand before either. */
function isRestOf(rest: string, rate: string): boolean {
  const [a, b] = [rest, rate].map((name) => name.replace(/^(?:全年度?|本年度?|整體|年度)/u, ''));
  if (a === undefined || b === undefined || a === b) return false;
  return a.replace(/[不未]/u, '') === b || opposites.some(([one, other]) => b === `${one}率` && a === `${other}率`);
}

function statementOf(sentence: MarkedSentence, list: readonly Figure[]): Statement | null {
  const [first, last] = [list[0], list.at(-1)];
  if (
    first === undefined ||
    last === undefined ||
    list.some(
      ({ widening }) => widening === 'atLeast' || widening === 'atMost' || widening === 'over' || widening === 'under',
    )
  )
    return null;
  const names = list.map((figure) => ownWords(sentence, figure));
  const pair = leaveNothingOut(sentence, list);
  const rest = /其他|其餘/u.test(names.at(-1) ?? '');
  const told = list.every((figure) =>
    /[占佔](?:比)?(?:約|為|達)*$/u.test(nearWords(before(sentence, signOf(sentence, figure)))),
  );
  // Rates of many kinds stand side by side; only shares of one whole make a hundred.
  if (!pair && !rest && !told) return null;
  if (!pair && names.some((name) => /[率度](?:約|為|達)*$/u.test(name))) return null;
  const sum = list.reduce((all, { value }) => all + Number(value.of) / Number(value.over), 0);
  // Told in part they need not come to a hundred; more than that they never can.
  if (!pair && !rest && sum <= 100) return null;
  const statement = judged({
    kind: 'sum',
    claim: hundred(first, last),
    word: '占',
    // 占48%、占35%、占27%: shares of one whole never come to more than it, however they were rounded.
    sure: pair || rest || (told && list.length >= 3 && sum > 100 + list.length && isOneWhole(sentence, list)),
    suggested: [{ as: 'shares-of-one-whole', expression: sumOf(...list.map((figure) => just(figureOperand(figure)))) }],
  });
  return { ...statement, shares: true };
}

/** The whole that nobody prints: a hundred percent, at the place of the shares. */
function hundred(first: Figure, last: Figure): Figure {
  const { value, interval } = saidByWords('100%', 100);
  return { ...first, end: last.end, words: '100%', value: value ?? first.value, interval, widening: 'exact' };
}
