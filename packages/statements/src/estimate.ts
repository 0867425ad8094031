import { asNumber, type Interval } from '@guankao/passages';
import type { Expression } from './expression.ts';

/** From where to where, in ordinary numbers; without an end, infinite. */
export type Range = readonly [low: number, high: number];

const everywhere: Range = [-Infinity, Infinity];

/** How much wider each step is made than it is, as a share of what goes in: far more than what ordinary numbers lose. */
const slack = 1e-12;

/**
 * The expression, times `scale`, lies surely beside what is stated, whatever was lost on the way. false says nothing: then
 * it is worked out exactly. A charitable reader tries thousands of readings that miss by far, which exact fractions
 * take a hundred times as long to find out.
 */
export function isFarFrom(expression: Expression, scale: number, stated: Interval): boolean {
  const [low, high] = estimateOf(expression);
  const [least, most] = rangeOf(stated);
  return low * scale > most || high * scale < least;
}

/**
 * Passes over readings that miss what is stated by far before an expression is made of them, and counts them: of the
 * thousands that a charitable reader tries hardly one comes near.
 */
export class Sieve {
  readonly #least: number;
  readonly #most: number;
  #passedOver = 0;

  constructor(stated: Interval) {
    [this.#least, this.#most] = rangeOf(stated);
  }

  /** How many were passed over. */
  get passedOver(): number {
    return this.#passedOver;
  }

  /** May a quotient of two such, times `scale`, be what is stated? */
  letsQuotient(part: Range, all: Range, scale: number): boolean {
    const [low, high] = joined('quotient', part, all);
    const far = low * scale > this.#most || high * scale < this.#least;
    if (far) this.#passedOver += 1;
    return !far;
  }
}

export const sumOfRanges = (a: Range, b: Range): Range => joined('sum', a, b);
export const differenceOfRanges = (a: Range, b: Range): Range => joined('difference', a, b);

/** As `rangeOf` of `expression.ts`, in ordinary numbers. */
function estimateOf(expression: Expression): Range {
  if ('of' in expression) return rangeOf(expression.of.interval);
  let result: Range | undefined;
  for (const part of expression.parts) {
    const range = estimateOf(part);
    result = result === undefined ? range : joined(expression.work, result, range);
  }
  if (result === undefined) return everywhere;
  if (expression.work === 'growth') return widened(result[0] - 1, result[1] - 1, 1);
  return expression.work === 'decline' ? widened(1 - result[1], 1 - result[0], 1) : result;
}

function joined(work: Exclude<Expression, { readonly of: unknown }>['work'], a: Range, b: Range): Range {
  switch (work) {
    case 'sum':
      return widened(a[0] + b[0], a[1] + b[1], sizeOf(a) + sizeOf(b));
    case 'difference':
      return widened(a[0] - b[1], a[1] - b[0], sizeOf(a) + sizeOf(b));
    case 'product':
      return a[0] >= 0 && b[0] >= 0 ? widened(a[0] * b[0], a[1] * b[1], 0) : everywhere;
    case 'quotient':
    case 'growth':
    case 'decline':
      return a[0] >= 0 && b[0] > 0 ? widened(a[0] / b[1], a[1] / b[0], 0) : everywhere;
    default:
      return work satisfies never;
  }
}

const known = new WeakMap<Interval, Range>();

/** An interval in ordinary numbers. */
export function rangeOf(interval: Interval): Range {
  let range = known.get(interval);
  if (range === undefined) {
    const { low, high } = interval;
    range = widened(low === null ? -Infinity : asNumber(low.at), high === null ? Infinity : asNumber(high.at), 0);
    known.set(interval, range);
  }
  return range;
}

/** Infinite ends count for nothing: they are not moved. */
const sizeOf = ([low, high]: Range): number => finite(low) + finite(high);
const finite = (end: number): number => (Number.isFinite(end) ? Math.abs(end) : 0);

/** `size` is that of what went in, where an end can be much smaller than it. What is no number lies anywhere. */
function widened(low: number, high: number, size: number): Range {
  const [least, most] = [low - slack * (size + finite(low)), high + slack * (size + finite(high))];
  return [Number.isNaN(least) ? -Infinity : least, Number.isNaN(most) ? Infinity : most];
}
