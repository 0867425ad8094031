import {
  compare,
  exactly,
  pattern,
  signOf,
  vocabulary,
  type BareNumber,
  type Figure,
  type Mark,
  type MarkedSentence,
} from '@guankao/passages';
import { figureOperand, just, quotientOf, saidByWords, sumOf, type Expression, type Operand } from '../expression.ts';
import { isPlain, operandIn, plainOperand, type Surroundings } from '../near.ts';
import { judged, type Statement } from '../statement.ts';
import { noLess } from './order.ts';
import { numberFigure } from '../number-figure.ts';

/** A number of a list, with or without a unit of its own. */
type Member = Figure | BareNumber;

const isFigure = (member: Member): member is Figure => 'unit' in member;

interface List {
  readonly members: readonly Member[];
  /** Its unit is that of all; where it has none, what is told behind the list tells it: 88、104、93，最少為88人. */
  readonly last: Member;
}

const joins = /^[、及與和]$/u;
const closed = /^(?:等)/u;

/** 351、340、365及358天; 28%、35%、41%: three or more numbers with nothing between but a mark, in the unit of the last. */
function listsOf(sentence: MarkedSentence): readonly List[] {
  const lists: List[] = [];
  const { marks, words } = sentence;
  for (let at = 0; at < marks.length; at++) {
    const members: Member[] = [];
    let end = at;
    for (; end < marks.length; end++) {
      const [mark, former] = [marks[end], marks[end - 1]];
      const member = mark === undefined ? null : memberOf(mark);
      if (mark === undefined || member === null) break;
      if (members.length > 0 && (former === undefined || !joins.test(words.slice(former.at + 1, mark.at)))) break;
      members.push(member);
    }
    const [lastMark, last] = [marks[end - 1], members.at(-1)];
    const opened = marks[at]?.at ?? 0;
    at = Math.max(at, end - 1);
    if (members.length < 3 || last === undefined || lastMark === undefined) continue;
    // 人數為88、104、93: without a unit the words before have to say what is told.
    if (!isFigure(last) && !/[數量值額](?:為|是|:|分別|依序|各)+$/u.test(words.slice(0, opened))) continue;
    const isOfOneUnit = members.every(
      (one) => !isFigure(one) || one.unit === null || (isFigure(last) && one.unit === last.unit),
    );
    if (!isOfOneUnit || members.some(({ widening }) => widening !== 'exact')) continue;
    if (!closed.test(words.slice(lastMark.at + 1))) lists.push({ members, last });
  }
  return lists;
}

const memberOf = (mark: Mark): Member | null =>
  mark.sign === 'figure' ? mark.figure : mark.sign === 'number' ? mark.number : null;

const told = pattern(
  '(?:^|[，、])(?![^，。；、%A]{0,5}(?:單|每|線上|實體))[^，。；、%A]{0,6}(?<word>中位數|最[高多大長久]|最[低少小短])(?:者|值|數|的)?(?:為|是|達|計|約)*$',
);

/** 五站依序為351、340、365、298及360天，中位數為351天，最多者為365天: what a list comes to, told behind it. */
export function* bareListsIn({ sentence }: Surroundings): Iterable<Statement> {
  const lists = listsOf(sentence);
  const [list, another] = lists;
  if (list === undefined || another !== undefined) return;
  const behind = sentence.figures.filter(({ start }) => start >= list.last.end);
  for (const claim of behind) {
    if (isFigure(list.last) && (claim.kind !== list.last.kind || claim.unit !== list.last.unit)) continue;
    const from = placeOfMember(sentence, list.last) + 1;
    const gap = sentence.words.slice(from, signOf(sentence, claim));
    if (isFigure(list.last) && claim === behind[0] && claim.widening === 'exact')
      if (list.members.length >= fewestSummedUp && sumsUp.test(gap)) yield total(list.members, claim);
    const word = told.exec(gap)?.groups?.['word'];
    if (word === undefined || !isPlain(claim)) continue;
    if (word === '中位數') yield median(list.members, claim);
    else yield* extreme(sentence, list.members, claim, word);
  }
}

const placeOfMember = (sentence: MarkedSentence, { start }: Member): number =>
  sentence.marks.find((mark) => mark.start === start)?.at ?? -1;

const operandOf = (member: Member): Operand =>
  isFigure(member)
    ? figureOperand(member)
    : {
        words: member.words,
        source: { from: 'number', start: member.start, end: member.end },
        value: member.value,
        interval: exactly(member.value),
      };

/** Of three and of four there are forms (in-order.ts). */
const fewestSummedUp = 5;
const sumsUp = pattern(
  '^，[^，。；、%A]{0,6}?(?:%T)?(?:合計|共計|總計|累計|全年共|共|計)(?:為|達|有|已)*[^，。；、%A增減升降]{0,6}$',
  vocabulary,
);

/** 各年完成2、4、7、9、11處，累計33處: all of them, or the last where they run up to it. */
function total(members: readonly Member[], claim: Figure): Statement {
  const each = members.map((member) => just(operandOf(member)));
  const last = each.at(-1);
  return judged({
    kind: 'sum',
    claim,
    word: '合計',
    sure: true,
    suggested: [{ as: 'of-a-bare-list', expression: sumOf(...each) }],
    others: () => (last === undefined ? [] : [{ as: 'the-last-level', expression: last }]),
  });
}

/** The one in the middle; of an even number the mean of the two in the middle. */
function median(members: readonly Member[], claim: Figure): Statement {
  const sorted = members.toSorted((a, b) => compare(a.value, b.value)).map((member) => just(operandOf(member)));
  const half = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[half - 1], sorted[half]];
  const middle: Expression | undefined =
    sorted.length % 2 === 1 || low === undefined || high === undefined
      ? high
      : quotientOf(sumOf(low, high), just(saidByWords('2', 2)));
  return judged({
    kind: 'mean',
    claim,
    word: '中位數',
    sure: true,
    suggested: middle === undefined ? [] : [{ as: 'the-one-in-the-middle', expression: middle }],
  });
}

/** The first of the list that lies beyond what is told to be its end. */
function* extreme(
  sentence: MarkedSentence,
  members: readonly Member[],
  claim: Figure,
  word: string,
): Iterable<Statement> {
  const isHigh = /[高多大長久]/u.test(word);
  if (isInTheLastUnit(members, claim)) {
    yield* extremeOfAll(sentence, members, claim, word, isHigh);
    return;
  }
  const beyond = members.find((one) =>
    isHigh ? compare(one.value, claim.value) > 0 : compare(one.value, claim.value) < 0,
  );
  const other = beyond ?? members[0];
  if (other === undefined) return;
  const figure = isFigure(other) ? other : asFigure(sentence, other, claim);
  if (figure === null) return;
  yield isHigh
    ? noLess(claim, word, 'the-end-of-a-list', claim, figure, operandIn(sentence))
    : noLess(claim, word, 'the-end-of-a-list', figure, claim, operandIn(sentence));
}

/** 18、25、31、15萬立方公尺: told in ten thousands by the last alone. */
const isInTheLastUnit = (members: readonly Member[], claim: Figure): boolean => {
  const last = members.at(-1);
  const small = members.slice(0, -1).every((one) => !isFigure(one) && !/[萬億]/u.test(one.words));
  return last !== undefined && isFigure(last) && small && /\d[萬億]/u.test(last.words) && /\d[萬億]/u.test(claim.words);
};

/** What is 27萬 is held against 31 as 27: the word behind the last number stands behind all of them. */
function* extremeOfAll(
  sentence: MarkedSentence,
  members: readonly Member[],
  claim: Figure,
  word: string,
  isHigh: boolean,
): Iterable<Statement> {
  const [own, ...others] = [claim, ...members].map(leadingNumber);
  if (own === undefined || own === null || signOfLast(members) !== signOfWord(claim)) return;
  const at = others.findIndex((other) => other !== null && (isHigh ? other > own : other < own));
  const beyond = members[at];
  if (beyond === undefined || isFigure(beyond)) return;
  const figure = asFigure(sentence, beyond, claim);
  if (figure === null) return;
  const scaled = { ...figure, value: { of: figure.value.of * tenThousands(claim), over: figure.value.over } };
  const exact = { ...scaled, interval: exactly(scaled.value) };
  yield isHigh
    ? noLess(claim, word, 'the-end-of-a-list-in-the-last-unit', claim, exact, plainOperand)
    : noLess(claim, word, 'the-end-of-a-list-in-the-last-unit', exact, claim, plainOperand);
}

const leadingNumber = ({ words }: Member): number | null => {
  const digits = /^[\d,.]+/u.exec(words)?.[0].replaceAll(',', '');
  return digits === undefined ? null : Number(digits);
};
const signOfWord = ({ words }: Member): string => /[萬億]/u.exec(words)?.[0] ?? '';
const signOfLast = (members: readonly Member[]): string => {
  const last = members.at(-1);
  return last === undefined ? '' : signOfWord(last);
};
const tenThousands = (figure: Figure): bigint => (signOfWord(figure) === '億' ? 100_000_000n : 10_000n);

function asFigure(sentence: MarkedSentence, number: BareNumber, like: Figure): Figure | null {
  const mark = sentence.marks.find(({ start }) => start === number.start);
  return mark === undefined ? null : { ...numberFigure(sentence, mark, number), kind: like.kind, unit: like.unit };
}
