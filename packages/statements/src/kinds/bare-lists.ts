import {
  compare,
  exactly,
  pattern,
  signOf,
  type BareNumber,
  type Figure,
  type Mark,
  type MarkedSentence,
} from '@guankao/passages';
import { figureOperand, just, quotientOf, saidByWords, sumOf, type Expression, type Operand } from '../expression.ts';
import type { Surroundings } from '../near.ts';
import { judged, type Statement } from '../statement.ts';
import { noLess } from './order.ts';
import { numberFigure } from '../number-figure.ts';

/** A number of a list, with or without a unit of its own. */
type Member = Figure | BareNumber;

const isFigure = (member: Member): member is Figure => 'unit' in member;

interface List {
  readonly members: readonly Member[];
  /** The mark of the last: its unit is that of all. */
  readonly last: Figure;
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
    at = Math.max(at, end - 1);
    if (members.length < 3 || last === undefined || !isFigure(last) || lastMark === undefined) continue;
    const isOfOneUnit = members.every((one) => !isFigure(one) || one.unit === null || one.unit === last.unit);
    if (!isOfOneUnit || members.some(({ widening }) => widening !== 'exact')) continue;
    if (!closed.test(words.slice(lastMark.at + 1))) lists.push({ members, last });
  }
  return lists;
}

const memberOf = (mark: Mark): Member | null =>
  mark.sign === 'figure' ? mark.figure : mark.sign === 'number' ? mark.number : null;

const told = pattern(
  '(?:^|[，、])[^，。；、%A]{0,6}(?<word>中位數|最[高多大長久]|最[低少小短])(?:者|值|數|的)?(?:為|是|達|計|約)*$',
);

/** 五站依序為351、340、365、298及360天，中位數為351天，最多者為365天: what a list comes to, told behind it. */
export function* bareListsIn({ sentence }: Surroundings): Iterable<Statement> {
  const lists = listsOf(sentence);
  const [list, another] = lists;
  if (list === undefined || another !== undefined) return;
  const behind = sentence.figures.filter(({ start }) => start >= list.last.end);
  for (const claim of behind) {
    if (claim.kind !== list.last.kind || claim.unit !== list.last.unit || claim.widening !== 'exact') continue;
    const from = signOf(sentence, list.last) + 1;
    const word = told.exec(sentence.words.slice(from, signOf(sentence, claim)))?.groups?.['word'];
    if (word === undefined) continue;
    if (word === '中位數') yield median(list.members, claim);
    else yield* extreme(sentence, list.members, claim, word);
  }
}

const operandOf = (member: Member): Operand =>
  isFigure(member)
    ? figureOperand(member)
    : {
        words: member.words,
        source: { from: 'number', start: member.start, end: member.end },
        value: member.value,
        interval: exactly(member.value),
      };

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
  const beyond = members.find((one) =>
    isHigh ? compare(one.value, claim.value) > 0 : compare(one.value, claim.value) < 0,
  );
  const other = beyond ?? members[0];
  if (other === undefined) return;
  const figure = isFigure(other) ? other : asFigure(sentence, other, claim);
  if (figure === null) return;
  yield isHigh
    ? noLess(claim, word, 'the-end-of-a-list', claim, figure)
    : noLess(claim, word, 'the-end-of-a-list', figure, claim);
}

function asFigure(sentence: MarkedSentence, number: BareNumber, like: Figure): Figure | null {
  const mark = sentence.marks.find(({ start }) => start === number.start);
  return mark === undefined ? null : { ...numberFigure(sentence, mark, number), kind: like.kind, unit: like.unit };
}
