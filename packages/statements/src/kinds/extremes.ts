import {
  between,
  compare,
  fractionOf,
  pattern,
  sameUnit,
  says,
  signOf,
  vocabulary,
  type Figure,
  type Fraction,
  type Mark,
  type MarkedSentence,
} from '@guankao/passages';
import { differenceOf, figureOperand, just, saidByWords, type Expression, type Operand } from '../expression.ts';
import { after, before, figureAt, isPerOne, nearWords, type Surroundings } from '../near.ts';
import { numberFigure } from '../number-figure.ts';
import type { Statement } from '../statement.ts';
import { aboveNought, noLess } from './order.ts';

/**
 * Who is the most of them, in which order they stand, and between which ends: 甲監1,200萬元、乙監1,450萬元，以甲監最高;
 * 由高至低排列; 介於75至92分，其中頭城分局94分; 49.2%，已過半數.
 */
export function* extremesIn({ sentence }: Surroundings): Iterable<Statement> {
  yield* namedIn(sentence);
  yield* rowsIn(sentence);
  yield* membersIn(sentence);
  yield* meansBeyondIn(sentence);
  yield* belowTheirAgeIn(sentence);
  yield* halvesIn(sentence);
  yield* roundedBehindIn(sentence);
  yield* endsOfListsIn(sentence);
  yield* withinAStandardIn(sentence);
  yield* heldToABoundIn(sentence);
  yield* againstTheYearBeforeIn(sentence);
}

/** Counted alike, one after the other, each under a name of its own, up to one of them. */
function listUpTo(sentence: MarkedSentence, last: Figure): readonly Figure[] {
  const list: Figure[] = [last];
  const { figures } = sentence;
  for (let at = figures.indexOf(last) - 1; at >= 0; at--) {
    const [figure, next] = [figures[at], list[0]];
    if (figure === undefined || next === undefined || !sameUnit(figure, next)) break;
    const gap = sentence.words.slice(signOf(sentence, figure) + 1, signOf(sentence, next));
    if (!isGap.test(gap) || opensParts.test(gap)) break;
    list.unshift(figure);
  }
  const members = list.filter((figure) => !isTotal(sentence, figure));
  return members.every(({ widening }) => widening === 'exact') ? members : [];
}

/** 金牌9面、銀牌12面、銅牌7面，獎牌總數28面: what they come to is none of them. */
const isTotal = (sentence: MarkedSentence, figure: Figure): boolean => {
  const words = nearWords(before(sentence, signOf(sentence, figure)));
  return says('sumsUp', words) || /總|全體|整體/u.test(words);
};

const isGap = pattern('^[、，及與和]{1,2}[^，。；、%A()]{0,14}$', vocabulary);
const opensParts = /其中|較|比|由|從|增|減|目標|累計/u;

/** The names of a list: the words right before each figure, without what only leads to the number. */
const nameOf = (sentence: MarkedSentence, figure: Figure): string =>
  nearWords(before(sentence, signOf(sentence, figure))).replace(/^[及與和]|(?:共|計|有|為|達|約|僅)+$/gu, '');

const mostOf = pattern(
  '^[^，。；%A]{0,4}，(?:其中)?(?<by>以)?(?<name>[^，。；、%A()]{2,8}?)(?:為|者)?(?<word>最高|最多|最大|最佳|居首|居冠|最低|最少|最小|較多|較高|較大|較長|較貴|較少|較低|較小|較短|較便宜)(?=[，。；]|$)',
  vocabulary,
);

/** 北場3,820人，南場4,150人，北場較多: the one that is named is not. */
function* namedIn(sentence: MarkedSentence): Iterable<Statement> {
  for (const last of sentence.figures) {
    const { name, word, by } = mostOf.exec(after(sentence, signOf(sentence, last)))?.groups ?? {};
    if (name === undefined || word === undefined) continue;
    // 最佳 may be the least, and what is less is better of many things.
    if (word === '最佳') continue;
    const list = listUpTo(sentence, last);
    // 訪視件數為甲分局310件: words before the first name are none of it.
    const owners = list.filter((figure) =>
      [nameOf(sentence, figure)].some((own) => own.startsWith(name) || own.endsWith(name)),
    );
    const [own] = owners;
    if (list.length < 2 || own === undefined || owners.length > 1) continue;
    // 最 is of three or more as a rule; of two 以 says as much.
    if (word.startsWith('最') && list.length < 3 && by === undefined) continue;
    const less = /[低少小短宜]$/u.test(word);
    for (const other of list)
      if (other !== own)
        yield less ? noLess(own, word, 'named-of-all', other, own) : noLess(own, word, 'named-of-all', own, other);
  }
}

const falling = pattern(
  '由(?:高|多|大)(?:至|到|而)(?:低|少|小)|依(?:[^，。；%A]{0,4})(?:多寡|高低|大小)(?:次序|順序|排序|排列)?',
  vocabulary,
);
const rising = pattern('由(?:低|少|小)(?:至|到|而)(?:高|多|大)', vocabulary);

/** 依多寡為丙校9件、甲校12件、乙校7件: neither rising nor falling. */
function* rowsIn(sentence: MarkedSentence): Iterable<Statement> {
  const [down, up] = [falling.exec(sentence.words)?.[0], rising.exec(sentence.words)?.[0]];
  const word = down ?? up;
  if (word === undefined || (down !== undefined && up !== undefined)) return;
  const last = sentence.figures.at(-1);
  const list = last === undefined ? [] : listUpTo(sentence, last);
  if (
    list.length < 3 ||
    list.length < sentence.figures.filter((one) => last !== undefined && sameUnit(one, last)).length
  )
    return;
  const pairs = list.slice(1).map((later, i) => [list[i] ?? later, later] as const);
  const falls = pairs.every(([former, later]) => compare(former.value, later.value) >= 0);
  const rises = pairs.every(([former, later]) => compare(former.value, later.value) <= 0);
  // 依多寡 does not say from which end.
  if (word.startsWith('依') ? falls || rises : up === undefined ? falls : rises) return;
  const wrong = pairs.find(([former, later]) =>
    up === undefined ? compare(former.value, later.value) < 0 : compare(former.value, later.value) > 0,
  );
  if (wrong === undefined) return;
  const [former, later] = wrong;
  yield up === undefined
    ? noLess(later, word, 'in-the-order-said', former, later)
    : noLess(later, word, 'in-the-order-said', later, former);
}

/** The ends that a text tells: 75至92分, or 最高43%、最低28%. */
interface Ends {
  readonly low: { readonly expression: Expression; readonly value: Fraction };
  readonly high: { readonly expression: Expression; readonly value: Fraction };
  readonly end: number;
  readonly unit: string | null;
}

const isMember = pattern(
  '^(?:之間|不等)?，(?:其中|惟|但)?(?:第%O)?(?:以)?(?![^，。；%A]*(?:平均|較|比|差|標準|去年|上年|目標|增|減|共|合計|總))(?:[^，。；、%A()]|%O){2,12}$',
  vocabulary,
);

/** 各分局得分介於75至92分，其中頭城分局94分: no member lies beyond the ends of all. */
function* membersIn(sentence: MarkedSentence): Iterable<Statement> {
  for (const ends of endsIn(sentence)) {
    const member = sentence.figures.find((figure) => signOf(sentence, figure) > ends.end);
    if (member === undefined || member.widening !== 'exact' || member.unit !== ends.unit) continue;
    const gap = sentence.words.slice(ends.end + 1, signOf(sentence, member));
    if (!isMember.test(gap) || !/其中|最|惟|但/u.test(gap) || isPerOne(sentence, member)) continue;
    const own = just(figureOperand(member));
    if (compare(member.value, ends.high.value) > 0)
      yield aboveNought(member, '介於', 'within-the-ends', differenceOf(ends.high.expression, own));
    else if (compare(member.value, ends.low.value) < 0)
      yield aboveNought(member, '介於', 'within-the-ends', differenceOf(own, ends.low.expression));
  }
}

/** The bound is the number that it names, whatever it lets through (15微克以下). */
function noMoreThan(bound: Figure, value: Figure, word: string, as: string): Statement {
  const limit = just({ ...figureOperand(bound), interval: between(bound.value, bound.value) });
  return aboveNought(value, word, as, differenceOf(limit, just(figureOperand(value))));
}

const betweenEnds = /(?:介於|落在|分布於|為|自|由|範圍|區間)(?:約|於)?$/u;

function* endsIn(sentence: MarkedSentence): Iterable<Ends> {
  for (const { at, start, end, sign } of sentence.marks) {
    if (sign !== 'other') continue;
    const told = sentence.text.quantities.find((one) => one.start === start && one.end === end);
    if (told === undefined || told.kind === 'date' || told.low === null || told.high === null) continue;
    const lead = before(sentence, at);
    if (!betweenEnds.test(lead) || /平均|預|目標|[約近]$/u.test(nearWords(lead))) continue;
    const [low, high] = [fractionOf(told.low), fractionOf(told.high)];
    const operand: Operand = {
      words: told.text,
      source: { from: 'number', start, end },
      value: high,
      interval: between(low, high),
    };
    const expression = just(operand);
    yield { low: { expression, value: low }, high: { expression, value: high }, end: at, unit: told.unit };
  }
  for (const [i, one] of sentence.figures.entries()) {
    const other = sentence.figures[i + 1];
    if (other === undefined || !sameUnit(one, other)) continue;
    const [a, b] = [one, other].map(
      (figure) => /最(?<end>[高多大長深遠重久低少小短淺近輕])/u.exec(nameOf(sentence, figure))?.groups?.['end'],
    );
    if (a === undefined || b === undefined) continue;
    const isHigh = (end: string): boolean => /[高多大長深遠重久]/u.test(end);
    if (isHigh(a) === isHigh(b) || one.widening !== 'exact' || other.widening !== 'exact') continue;
    if (!/^[、，]/u.test(after(sentence, signOf(sentence, one)))) continue;
    const [high, low] = isHigh(a) ? [one, other] : [other, one];
    if (compare(high.value, low.value) < 0) continue;
    yield {
      low: { expression: just(figureOperand(low)), value: low.value },
      high: { expression: just(figureOperand(high)), value: high.value },
      end: signOf(sentence, other),
      unit: other.unit,
    };
  }
}

const meanBehind = pattern(
  '^[^，。；、%A()]{0,6}，(?:[^，。；、%A()]{0,6}|%C)(?:之|的)?(?:總|整體)?平均(?:值|數|為|約|達|計)*$',
  vocabulary,
);

/** 四座蓄水率為55%、61%、68%、72%，四座平均為74%: however they are weighed, a mean is none of more than all. */
function* meansBeyondIn(sentence: MarkedSentence): Iterable<Statement> {
  for (const [i, mean] of sentence.figures.entries()) {
    const ahead = sentence.figures.slice(0, i).filter((figure) => sameUnit(figure, mean));
    const last = ahead.at(-1);
    if (last === undefined || mean.widening !== 'exact') continue;
    const gap = sentence.words.slice(signOf(sentence, last) + 1, signOf(sentence, mean));
    // 線上每場平均95人次: for each of other things.
    if (!meanBehind.test(gap) || /[等每]/u.test(gap)) continue;
    const list = listUpTo(sentence, last);
    const pair =
      list.length === 2 && list.every((figure) => /最[高多大長深遠重久低少小短淺近輕]/u.test(nameOf(sentence, figure)));
    if (list.length < 3 && !pair) continue;
    if (list.some((figure) => isPerOne(sentence, figure) && !/平均/u.test(nameOf(sentence, figure)))) continue;
    const sorted = list.toSorted((a, b) => compare(a.value, b.value));
    const [least, most] = [sorted[0], sorted.at(-1)];
    if (least === undefined || most === undefined) continue;
    if (compare(mean.value, most.value) > 0) yield noLess(mean, '平均', 'a-mean-within-its-list', most, mean);
    else if (compare(mean.value, least.value) < 0) yield noLess(mean, '平均', 'a-mean-within-its-list', mean, least);
  }
}

const youngest = pattern(
  '^(?:以上|以下|未滿)(?![^，。；]*(?:標準|規定|限值|管制|目標|值))[^，。；%A]{0,8}，(?:其中)?(?:最|年紀最)(?<end>年輕|年幼|小|年長|大|低|高|短|長)(?:之|的)?者?[^，。；%A]{0,4}(?:為|僅)?$',
  vocabulary,
);

/** 65歲以上長者，其中最年輕者63歲 */
function* belowTheirAgeIn(sentence: MarkedSentence): Iterable<Statement> {
  for (const [i, bound] of sentence.figures.entries()) {
    const member = sentence.figures[i + 1];
    if (member === undefined || member.widening !== 'exact' || !sameUnit(bound, member)) continue;
    const end = youngest.exec(sentence.words.slice(signOf(sentence, bound) + 1, signOf(sentence, member)))?.groups?.[
      'end'
    ];
    if (end === undefined) continue;
    const limit = just({ ...figureOperand(bound), interval: between(bound.value, bound.value) });
    if (bound.widening === 'atLeast' && /[輕幼小低短]/u.test(end))
      yield aboveNought(member, '以上', 'of-the-age-of-all', differenceOf(just(figureOperand(member)), limit));
    if (bound.widening === 'atMost' && /[長大高]/u.test(end))
      yield aboveNought(member, '以下', 'of-the-age-of-all', differenceOf(limit, just(figureOperand(member))));
  }
}

const pastHalf = /^，(?:已|業已|業|並|且|均|皆)*(?<word>超過半數|逾半數?|過半數?)(?=[，。；]|$)/u;
const notHalf = /^，(?:仍|尚|均|皆)*(?<word>不到半數|未達半數|未過半數?|不足半數|不到一半)(?=[，。；]|$)/u;

/** 使用率49.2%，已過半數 */
function* halvesIn(sentence: MarkedSentence): Iterable<Statement> {
  for (const rate of sentence.figures) {
    if (rate.kind !== 'percent' || rate.unit === '百分點' || rate.widening !== 'exact') continue;
    const words = after(sentence, signOf(sentence, rate));
    const [past, not] = [pastHalf.exec(words)?.groups?.['word'], notHalf.exec(words)?.groups?.['word']];
    const half = just(saidByWords('50', 50));
    const own = just(figureOperand(rate));
    if (past !== undefined) yield aboveNought(rate, past, 'more-than-half', differenceOf(own, half));
    if (not !== undefined) yield aboveNought(rate, not, 'more-than-half', differenceOf(half, own));
  }
}

const roundedAs = /^，(?:已|業|共)?(?<word>逾|超過|突破|超逾|不到|未達|不足|未滿)$/u;

/** 3,980人次，逾4千人次; 2億1,300萬元，不到2億元: the round figure behind the exact one, and nothing else told of it. */
function* roundedBehindIn(sentence: MarkedSentence): Iterable<Statement> {
  for (const [i, exact] of sentence.figures.entries()) {
    const round = sentence.figures[i + 1];
    if (round === undefined || !sameUnit(exact, round) || exact.widening !== 'exact') continue;
    const gap = sentence.words.slice(signOf(sentence, exact) + 1, signOf(sentence, round));
    const word = roundedAs.exec(gap)?.groups?.['word'];
    if (word === undefined || !/^(?:[，。；]|$)/u.test(after(sentence, signOf(sentence, round)))) continue;
    // 不足 may tell how many are lacking, and 未達 the target.
    const near = isWithin(exact.value, round.value, word === '不到' || word === '未滿' ? 2n : 5n);
    if (round.widening === 'over' && near) yield beyondRound(round, word, exact, 'over');
    if (round.widening === 'under' && near) yield beyondRound(round, word, exact, 'under');
  }
}

const isWithin = (a: Fraction, b: Fraction, part: bigint): boolean => {
  const apart = a.of * b.over - b.of * a.over;
  return (apart < 0n ? -apart : apart) * part <= b.of * a.over;
};

function beyondRound(round: Figure, word: string, exact: Figure, way: 'over' | 'under'): Statement {
  const [bound, own] = [
    just({ ...figureOperand(round), interval: between(round.value, round.value) }),
    just(figureOperand(exact)),
  ];
  return aboveNought(
    round,
    word,
    'rounded-the-way-said',
    way === 'over' ? differenceOf(own, bound) : differenceOf(bound, own),
  );
}

const withinBound = pattern(
  '(?:上限|最高限額|限值|容許值|管制值)(?:為|定為|訂為)?(?<bound>%N)，(?:[^，。；%A]|%T){0,12}?(?<value>%N)，(?:均|皆|仍|尚|並)*(?<word>未超過|未逾|未突破|未高於|低於|不逾|符合)(?:上限|規定|限值|標準|管制值|容許值)(?=[，。；]|$)',
  vocabulary,
  'dgu',
);

/** 病房滿床率上限90%，近月均為93%，未超過上限 */
function* heldToABoundIn(sentence: MarkedSentence): Iterable<Statement> {
  for (const match of sentence.words.matchAll(withinBound)) {
    const [bound, value] = [figureAt(sentence, match, 'bound'), figureAt(sentence, match, 'value')];
    if (bound === null || value === null || !sameUnit(bound, value) || value.widening !== 'exact') continue;
    if (/每|平均/u.test(match[0])) continue;
    yield noMoreThan(bound, value, match.groups?.['word'] ?? '未超過', 'within-the-limit');
  }
}

const endOfList = pattern(
  '(?<list>(?:(?:%N|%B)[、及與和])+%N)[^，。；、%A()]{0,4}，(?:其中|以)?(?<end>最落後|最[高低多少大小長短])[^，。；、%A()]{0,4}(?:為|是|達|僅|只)?(?<claim>%N)(?=[，。；)]|$)',
  vocabulary,
  'dgu',
);

/** 逐月為240、310、275件，最低月為310件: the end that is told is one of the list's ends. */
function* endsOfListsIn(sentence: MarkedSentence): Iterable<Statement> {
  for (const match of sentence.words.matchAll(endOfList)) {
    const { end = '' } = match.groups ?? {};
    const [from, to] = match.indices?.groups?.['list'] ?? [0, 0];
    const claim = figureAt(sentence, match, 'claim');
    const list = sentence.marks
      .filter(({ at }) => at >= from && at < to)
      .map((mark) => (mark.sign === 'figure' ? mark.figure : mark.sign === 'number' ? asFigure(sentence, mark) : null));
    const isMost = /[高多大長]/u.test(end);
    const isLeast = /[低少小短]|落後/u.test(end);
    if (claim === null || isMost === isLeast || claim.widening !== 'exact') continue;
    const [last] = list.slice(-1);
    if (last === undefined || last === null || !sameUnit(last, claim) || list.length < 3) continue;
    for (const other of list) {
      if (other === null || other.widening !== 'exact') continue;
      if (other.unit !== null && !sameUnit(other, claim)) continue;
      yield isMost
        ? noLess(claim, end, 'end-of-a-list', claim, other)
        : noLess(claim, end, 'end-of-a-list', other, claim);
    }
  }
}

const asFigure = (sentence: MarkedSentence, mark: Extract<Mark, { sign: 'number' }>): Figure =>
  numberFigure(sentence, mark, mark.number);

const withinStandard = pattern(
  '(?<value>%N)[^，。；、%A()]{0,2}，(?:已|均|皆|仍|尚)*(?<word>符合|合乎|低於|優於)[^，。；、%A()]{0,12}(?<bound>%N)(?:以下|以內|內)?[^，。；、%A()]{0,2}(?:標準|規定|限值|管制值|上限|基準)(?=[，。；)]|$)',
  vocabulary,
  'dgu',
);

/** 15.6微克，符合每立方公尺15微克以下之標準 */
function* withinAStandardIn(sentence: MarkedSentence): Iterable<Statement> {
  for (const match of sentence.words.matchAll(withinStandard)) {
    const [value, bound] = [figureAt(sentence, match, 'value'), figureAt(sentence, match, 'bound')];
    if (value === null || bound === null || !sameUnit(value, bound) || value.widening !== 'exact') continue;
    if (bound.widening !== 'atMost' && bound.widening !== 'under') continue;
    yield noMoreThan(bound, value, match.groups?.['word'] ?? '符合', 'within-a-standard');
  }
}

const thanBefore = pattern(
  '(?:今年|本年度?|%D)(?<of>[^，。；、%A()]{0,10})(?<now>%N)，(?:去年度?|上年度?|前一年度?|%D)(?:同期)?[^，。；、%A()]{0,4}(?<then>%N)，[^，。；、%A()]{0,4}?(?<word>高於|多於|大於|超過|低於|少於|小於)(?:去年|上年|前一年)度?(?:同期)?(?=[，。；]|$)',
  vocabulary,
  'dgu',
);

/** 今年86萬包，去年91萬包，數量高於去年 */
function* againstTheYearBeforeIn(sentence: MarkedSentence): Iterable<Statement> {
  for (const match of sentence.words.matchAll(thanBefore)) {
    const [now, then] = [figureAt(sentence, match, 'now'), figureAt(sentence, match, 'then')];
    if (now === null || then === null || !sameUnit(now, then)) continue;
    if (now.widening !== 'exact' || then.widening !== 'exact') continue;
    const word = match.groups?.['word'] ?? '';
    yield /[低少小]/u.test(word)
      ? noLess(now, word, 'against-the-year-before', then, now)
      : noLess(now, word, 'against-the-year-before', now, then);
  }
}
