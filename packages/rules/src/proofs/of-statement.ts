import {
  claimed,
  narrowedToTheFinest,
  operandsOf,
  type Expression,
  type Operand,
  type Reading,
  type Statement,
} from '@guankao/statements';
import {
  compare,
  exactly,
  fractionOf,
  whole,
  type CalendarPoint,
  type DateMention,
  type Figure,
  type Fraction,
  type Interval,
} from '@guankao/passages';
import type { Operation, Proof, RefutedReading } from '@guankao/domain';
import { place } from '../facts/filing-facts.ts';
import { Premises } from './premises.ts';
import { proofOf, refuted } from './refuted.ts';

/** The proof that a statement is refuted; null where what it rests on is not all printed. `fiscalYear` is Gregorian. */
export function proofOfStatement(statement: Statement, fiscalYear: number | null): Proof | null {
  const proving: Proving = { premises: new Premises(), statement, fiscalYear };
  const failed = statement.readings.filter(({ holds }) => holds === false);
  const tried = failed.length > 0 ? failed : statement.readings;
  return proofOf(proving.premises, ...tried.map((reading) => refutedReading(proving, reading)));
}

interface Proving {
  readonly premises: Premises;
  readonly statement: Statement;
  readonly fiscalYear: number | null;
}

function refutedReading(proving: Proving, reading: Reading): RefutedReading | null {
  const { statement } = proving;
  if (statement.turned === true)
    return statement.kind === 'span' ? turnedDates(proving, reading) : turnedChange(proving, reading);
  if (statement.kind === 'comparison') return wrongSide(proving, reading);
  // A part need not be the whole, and is never more.
  if (statement.kind === 'sum' && statement.shares !== true && operandsOf(reading.expression).length === 1)
    return partAboveWhole(proving, reading);
  const narrowed = narrowedToTheFinest(reading, statement.claim);
  return (
    apart(proving, reading, reading.expression, claimed(statement.claim)) ??
    (narrowed === null ? null : apart(proving, reading, narrowed.expression, narrowed.claim))
  );
}

/** No value of the arithmetic is one of the claim's. */
function apart(
  proving: Proving,
  { as, scale }: Reading,
  expression: Expression,
  allowed: Interval,
): RefutedReading | null {
  const operation = operationOf(proving, expression);
  const claim = claimOf(proving, allowed);
  return operation === null || claim === null
    ? null
    : refuted(proving.premises, { as, operation, times: scale }, { fails: 'apart', claim });
}

const nought = whole(0);
const half: Fraction = { of: 1n, over: 2n };

/** 高於, 逾, 符合目標: what should lie above nought, or half, lies below it. */
function wrongSide(proving: Proving, { as, expression, scale }: Reading): RefutedReading | null {
  const operation = operationOf(proving, expression);
  if (operation === null) return null;
  const isHalf = as === 'half';
  const fails = isHalf && /^[不未]/u.test(proving.statement.word) ? 'above' : 'below';
  return refuted(proving.premises, { as, operation, times: scale }, { fails, bound: isHalf ? half : nought });
}

function partAboveWhole(proving: Proving, { expression }: Reading): RefutedReading | null {
  const part = operationOf(proving, expression);
  const total = claimOf(proving, proving.statement.claim.interval);
  if (part === null || total === null) return null;
  const operation: Operation = { work: 'difference', parts: [part, { premise: total }] };
  return refuted(proving.premises, { as: 'a-part-above-its-whole', operation }, { fails: 'above', bound: nought });
}

/** As much as is said, and the other way. */
function turnedChange(proving: Proving, { as, expression }: Reading): RefutedReading | null {
  const [one, other] = operandsOf(expression);
  if (one === undefined || other === undefined || one.value === null || other.value === null) return null;
  const [larger, smaller] = compare(one.value, other.value) >= 0 ? [one, other] : [other, one];
  const { rises } = proving.statement;
  const [before, after] = rises === true ? [larger, smaller] : [smaller, larger];
  const operation = operationOf(proving, { work: 'difference', parts: [{ of: after }, { of: before }] });
  return operation === null
    ? null
    : refuted(proving.premises, { as, operation }, { fails: rises === true ? 'below' : 'above', bound: nought });
}

/** 提前 of what was done after the day it was due: the later of the two dates is the day it was done. */
function turnedDates(proving: Proving, { as, expression }: Reading): RefutedReading | null {
  const [operand] = operandsOf(expression);
  const ends = operand === undefined ? null : endsOf(proving, operand);
  if (ends === null) return null;
  const early = /^(?:提前|提早|早於期限)$/u.test(proving.statement.word);
  const [a, b] = ends;
  const inOrder = a.first <= b.first ? [a, b] : [b, a];
  const [due, done] = early ? inOrder : inOrder.toReversed();
  if (due === undefined || done === undefined) return null;
  const operation: Operation = { work: 'difference', parts: [{ premise: done.id }, { premise: due.id }] };
  return refuted(proving.premises, { as, operation }, { fails: early ? 'above' : 'below', bound: nought });
}

interface EndDate {
  readonly id: string;
  readonly first: number;
  readonly last: number;
}

/** The two dates that an operand lies between. */
function endsOf(proving: Proving, { source }: Operand): readonly [EndDate, EndDate] | null {
  if (source.from !== 'number') return null;
  const { claim } = proving.statement;
  const told = claim.text.dates.filter(({ start, end }) => start >= source.start && end <= source.end);
  const [first, last] = [told[0], told.at(-1)];
  if (first === undefined || last === undefined) return null;
  const [from, to] = inYears(first.from, last.to ?? last.from, proving.fiscalYear);
  const ends = [dateOf(proving, first, from), dateOf(proving, last, to)];
  return ends[0] === undefined || ends[1] === undefined || ends[0] === null || ends[1] === null
    ? null
    : [ends[0], ends[1]];
}

/** 自8月5日至8月9日: of the filing's year, and of the next where they run over its end. */
function inYears(from: CalendarPoint, to: CalendarPoint, fiscalYear: number | null): readonly CalendarPoint[] {
  if (from.year !== null || fiscalYear === null) return [from, to];
  const runsOver = (to.month ?? 0) < (from.month ?? 0) || (to.month === from.month && (to.day ?? 0) < (from.day ?? 0));
  return [
    { ...from, year: fiscalYear },
    { ...to, year: to.year ?? fiscalYear + (runsOver ? 1 : 0) },
  ];
}

function dateOf({ premises, statement }: Proving, mention: DateMention, point: CalendarPoint | undefined) {
  const id = point === undefined ? null : premises.date(statement.claim.text, mention, point);
  const premise = premises.all.find((one) => one.id === id);
  return premise?.is === 'date' ? { id: premise.id, first: premise.first, last: premise.last } : null;
}

function operationOf(proving: Proving, expression: Expression): Operation | null {
  if ('of' in expression) {
    const premise = operandPremise(proving, expression.of);
    return premise === null ? null : { premise };
  }
  const parts: Operation[] = [];
  for (const part of expression.parts) {
    const operation = operationOf(proving, part);
    if (operation === null) return null;
    parts.push(operation);
  }
  return { work: expression.work, parts };
}

function operandPremise(proving: Proving, operand: Operand): string | null {
  const { premises, statement } = proving;
  const { source, value, interval, words } = operand;
  if (source.from === 'text') return betweenTwo(proving, operand) ?? premises.figure(source.figure, interval);
  if (value === null) return null;
  if (source.from === 'words') return premises.constant(words, value);
  if (source.from !== 'number') return null;
  const { text } = statement.claim;
  const { start, end } = source;
  if (statement.kind === 'listed') return listed(proving, words, start);
  if (statement.kind === 'span') return lengthOf(proving, operand);
  const range = text.quantities.find((one) => one.start === start && one.end === end && one.low !== null);
  if (range !== undefined && range.low !== null && range.high !== null)
    return premises.range(place(text, start, end), fractionOf(range.low), fractionOf(range.high));
  return premises.number(text, start, end, value, interval);
}

/** 最低3人、最高9人: the operand is everything between. */
function betweenTwo({ premises, statement }: Proving, { source, words }: Operand): string | null {
  if (source.from !== 'text' || words === source.figure.words) return null;
  const low = statement.claim.text.figures.find((figure) => `${figure.words}–${source.figure.words}` === words);
  if (low === undefined) return null;
  const ends = [low, source.figure].map((figure) => premises.figure(figure, exactly(figure.value)));
  return ends[0] === undefined || ends[1] === undefined || ends[0] === null || ends[1] === null
    ? null
    : premises.between(ends[0], ends[1]);
}

/** 120萬元、80萬元及95萬元: as many as there are. */
function listed({ premises, statement }: Proving, words: string, start: number): string | null {
  const { text } = statement.claim;
  const figures: Figure[] = [];
  let rest = text.figures.filter((figure) => figure.start >= start);
  for (const one of words.split('、')) {
    const at = rest.findIndex((figure) => figure.words === one);
    const figure = rest[at];
    if (figure === undefined) return null;
    figures.push(figure);
    rest = rest.slice(at + 1);
  }
  return premises.count(figures.map((figure) => place(figure.text, figure.start, figure.end)));
}

const unitNames = { 日: 'day', 天: 'day', 日曆天: 'day', 週: 'week', 星期: 'week', 月: 'month', 年: 'year' } as const;

function lengthOf(proving: Proving, operand: Operand): string | null {
  const unit = proving.statement.claim.unit?.replace(/^個|度$/gu, '') ?? '';
  const ends = endsOf(proving, operand);
  if (ends === null || !(unit in unitNames)) return null;
  const [from, to] = ends;
  const counting = proving.statement.word === '為期' ? 'lasting' : 'apart';
  return proving.premises.length(from.id, to.id, unitNames[unit as keyof typeof unitNames], counting, operand.interval);
}

/** The number that the words claim it to be; null where nobody printed it as a number. */
function claimOf({ premises, statement }: Proving, allowed: Interval): string | null {
  const { claim, shares, kind } = statement;
  const printed = claim.text.text.slice(claim.start, claim.end);
  if (kind === 'ratio') return premises.ratio(place(claim.text, claim.start, claim.end), claim.value, claim.interval);
  if (printed === claim.words) return premises.figure(claim, allowed);
  return shares === true ? premises.constant('100%', whole(100)) : null;
}
