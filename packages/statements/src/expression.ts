import {
  added,
  anything,
  divided,
  dividedBy,
  exactly,
  minus,
  multiplied,
  plus,
  subtracted,
  times,
  whole,
  written,
  type Figure,
  type Fraction,
  type Interval,
} from '@guankao/passages';
import type { MoneyColumn } from '@guankao/domain';

/** One number that a statement speaks of. */
export interface Operand {
  /** As printed; the name where it is named and not printed: 分配數. */
  readonly words: string;
  readonly source:
    | { readonly from: 'text'; readonly figure: Figure }
    /** A number of the claim's own text without a unit, a pair of dates, or a list whose items were counted. */
    | { readonly from: 'number'; readonly start: number; readonly end: number }
    | { readonly from: 'column'; readonly column: MoneyColumn }
    /** Said by the calendar or by the words themselves: twelve months of a year. */
    | { readonly from: 'words' }
    | { readonly from: 'unprinted' };
  /** Exact; null where it is not printed. */
  readonly value: Fraction | null;
  readonly interval: Interval;
}

export const figureOperand = (figure: Figure, interval: Interval = figure.interval): Operand => ({
  words: figure.words,
  source: { from: 'text', figure },
  value: figure.value,
  interval,
});

/** A target is set and not measured: 4萬案 and 120萬頁以上 are exactly so many where a rate is of it. */
export const targetOperand = (figure: Figure): Operand =>
  figureOperand(figure, figure.widening === 'about' ? figure.interval : exactly(figure.value));

/** Named, and nowhere printed: whatever is said of it cannot be refuted. */
export const unprinted = (name: string): Operand => ({
  words: name,
  source: { from: 'unprinted' },
  value: null,
  interval: anything,
});

export const saidByWords = (words: string, value: number): Operand => ({
  words,
  source: { from: 'words' },
  value: whole(value),
  interval: exactly(whole(value)),
});

/** The arithmetic of a reading. `growth` is after over before less one, `decline` one less that: a figure read twice is not widened twice. */
export type Expression =
  | { readonly of: Operand }
  | {
      readonly work: 'sum' | 'difference' | 'product' | 'quotient' | 'growth' | 'decline';
      readonly parts: readonly Expression[];
    };

export const just = (operand: Operand): Expression => ({ of: operand });
const ofFigures = new WeakMap<Figure, Expression>();
/** A figure as printed: one expression for all readings that try it, which are thousands. */
export function ofFigure(figure: Figure): Expression {
  let expression = ofFigures.get(figure);
  if (expression === undefined) ofFigures.set(figure, (expression = just(figureOperand(figure))));
  return expression;
}
type Work = Extract<Expression, { readonly work: string }>['work'];
const over =
  (work: Work) =>
  (...parts: readonly Expression[]): Expression => ({ work, parts });
export const sumOf = over('sum');
export const differenceOf = over('difference');
export const productOf = over('product');
export const quotientOf = over('quotient');
/** (after - before) / before */
export const growthOf = over('growth');
/** (before - after) / before; the parts are after and before, as in `growthOf`. */
export const declineOf = over('decline');

export const hundred: Expression = just(saidByWords('100', 100));
/** 45% of 1,200. */
export const percentOf = (amount: Expression, rate: Expression): Expression =>
  quotientOf(productOf(amount, rate), hundred);

/** Where the value lies by all that is printed; `anything` where an operand is not. */
export function rangeOf(expression: Expression): Interval {
  if ('of' in expression) return expression.of.interval;
  const [first, ...rest] = expression.parts.map(rangeOf);
  if (first === undefined) return anything;
  const fold = (work: (a: Interval, b: Interval) => Interval): Interval => rest.reduce(work, first);
  switch (expression.work) {
    case 'sum':
      return fold(added);
    case 'difference':
      return fold(subtracted);
    case 'product':
      return fold(multiplied);
    case 'quotient':
      return fold(divided);
    case 'growth':
      return subtracted(fold(divided), exactly(whole(1)));
    case 'decline':
      return subtracted(exactly(whole(1)), fold(divided));
  }
}

/** With every figure as printed; null where one is not printed or nought divides. */
export function valueOf(expression: Expression): Fraction | null {
  if ('of' in expression) return expression.of.value;
  const values: Fraction[] = [];
  for (const part of expression.parts) {
    const value = valueOf(part);
    if (value === null) return null;
    values.push(value);
  }
  const [first, ...rest] = values;
  if (first === undefined) return null;
  switch (expression.work) {
    case 'sum':
      return rest.reduce(plus, first);
    case 'difference':
      return rest.reduce(minus, first);
    case 'product':
      return rest.reduce(times, first);
    case 'quotient':
      return rest.some(({ of }) => of === 0n) ? null : rest.reduce(dividedBy, first);
    case 'growth':
      return rest.some(({ of }) => of === 0n) ? null : minus(rest.reduce(dividedBy, first), whole(1));
    case 'decline':
      return rest.some(({ of }) => of === 0n) ? null : minus(whole(1), rest.reduce(dividedBy, first));
  }
}

/** The same with other intervals for some of its operands. */
export function withIntervals(expression: Expression, of: (operand: Operand) => Interval | null): Expression {
  if ('of' in expression) {
    const interval = of(expression.of);
    return interval === null ? expression : { of: { ...expression.of, interval } };
  }
  return { work: expression.work, parts: expression.parts.map((part) => withIntervals(part, of)) };
}

export function operandsOf(expression: Expression): readonly Operand[] {
  return 'of' in expression ? [expression.of] : expression.parts.flatMap(operandsOf);
}

const marks = { sum: '+', difference: '-', product: '*', quotient: '/' } as const;

/** `120/150`, `(150-120)/120`: plain numbers, for a machine to work out again. */
export function expressionText(expression: Expression): string {
  if ('of' in expression) return expression.of.value === null ? expression.of.words : plainNumber(expression.of.value);
  const parts = expression.parts.map((part) => ('of' in part ? expressionText(part) : `(${expressionText(part)})`));
  if (expression.work === 'decline') return `(${parts[1]}-${parts[0]})/${parts[1]}`;
  if (expression.work === 'growth') return `(${parts[0]}-${parts[1]})/${parts[1]}`;
  return parts.join(marks[expression.work]);
}

const plainNumber = (value: Fraction): string => written(value, 4).replaceAll(',', '');
