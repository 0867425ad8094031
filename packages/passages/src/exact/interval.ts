import { compare, dividedBy, minus, plus, times, whole, written, type Fraction } from './fraction.ts';

/** One end of an interval. Open: the end itself is not in it. */
interface End {
  readonly at: Fraction;
  readonly open: boolean;
}

/**
 * What a printed figure may have been before it was printed, exactly: 73.8 % is [73.75, 73.9).
 * null where nothing bounds it on that side (至少30人).
 */
export interface Interval {
  readonly low: End | null;
  readonly high: End | null;
}

const closed = (at: Fraction): End => ({ at, open: false });

export const exactly = (value: Fraction): Interval => ({ low: closed(value), high: closed(value) });

/** From `low` up to and with `high`; to before `high` where it is open. */
export const between = (low: Fraction, high: Fraction, openHigh = false): Interval => ({
  low: closed(low),
  high: { at: high, open: openHigh },
});

export const atLeast = (low: Fraction, open = false): Interval => ({ low: { at: low, open }, high: null });
export const atMost = (high: Fraction, open = false): Interval => ({ low: null, high: { at: high, open } });

/** What is rounded or cut off to a value at a step. */
export const around = (value: Fraction, step: Fraction): Interval =>
  between(minus(value, { of: step.of, over: step.over * 2n }), plus(value, step), true);

/** Where a figure is not said at all. */
export const anything: Interval = { low: null, high: null };

/** Is there a value that lies in both? */
export function meet(a: Interval, b: Interval): boolean {
  return reaches(a.high, b.low) && reaches(b.high, a.low);
}

/** Does the upper end lie at or above the lower one, so that a value fits between? */
function reaches(high: End | null, low: End | null): boolean {
  if (high === null || low === null) return true;
  const order = compare(high.at, low.at);
  return order > 0 || (order === 0 && !high.open && !low.open);
}

/** The smallest interval that holds both. */
export const hullOf = (a: Interval, b: Interval): Interval => ({
  low: a.low === null || b.low === null ? null : outer(a.low, b.low, -1),
  high: a.high === null || b.high === null ? null : outer(a.high, b.high, 1),
});

function outer(a: End, b: End, way: -1 | 1): End {
  const order = compare(a.at, b.at) * way;
  if (order === 0) return a.open ? b : a;
  return order > 0 ? a : b;
}

export function added(a: Interval, b: Interval): Interval {
  return { low: both(a.low, b.low, plus), high: both(a.high, b.high, plus) };
}

const negated = ({ low, high }: Interval): Interval => ({
  low: high === null ? null : { at: minus(whole(0), high.at), open: high.open },
  high: low === null ? null : { at: minus(whole(0), low.at), open: low.open },
});

export const subtracted = (a: Interval, b: Interval): Interval => added(a, negated(b));

function both(a: End | null, b: End | null, work: (x: Fraction, y: Fraction) => Fraction): End | null {
  return a === null || b === null ? null : { at: work(a.at, b.at), open: a.open || b.open };
}

/** One of the two must be at or above zero, as counts, amounts and rates are; `anything` where neither is. */
export function multiplied(a: Interval, b: Interval): Interval {
  if (!isPositive(b)) return isPositive(a) ? multiplied(b, a) : anything;
  // What is below zero gets smaller the more it is taken times.
  return {
    low: both(a.low, isBelowZero(a.low) ? b.high : b.low, times),
    high: both(a.high, isBelowZero(a.high) ? b.low : b.high, times),
  };
}

/** `b` must be above zero; `anything` where that is not sure. */
export function divided(a: Interval, b: Interval): Interval {
  if (b.low === null || b.low.at.of <= 0n) return anything;
  const by = (end: End | null, divisor: End | null): End | null =>
    end === null ? null : divisor === null ? closed(whole(0)) : both(end, divisor, dividedBy);
  return {
    low: by(a.low, isBelowZero(a.low) ? b.low : b.high),
    high: by(a.high, isBelowZero(a.high) ? b.high : b.low),
  };
}

const isBelowZero = (end: End | null): boolean => end !== null && end.at.of < 0n;

/** Each end times a positive whole number. */
export function scaledBy(interval: Interval, by: number): Interval {
  if (by === 1) return interval;
  const end = (one: End | null): End | null =>
    one === null ? null : { at: { of: one.at.of * BigInt(by), over: one.at.over }, open: one.open };
  return { low: end(interval.low), high: end(interval.high) };
}

/** The part of it that is not below zero, turned up: 減少5 and -5 are one distance. */
export function magnitude(interval: Interval): Interval {
  if (isPositive(interval)) return interval;
  if (interval.high !== null && interval.high.at.of <= 0n) return negated(interval);
  const turned = negated(interval);
  return { low: closed(whole(0)), high: hullOf(interval, turned).high };
}

const isPositive = ({ low }: Interval): boolean => low !== null && low.at.of >= 0n;

/** For people and tests: `[73.75, 73.9)`. */
export function intervalText({ low, high }: Interval, decimals = 4): string {
  const end = (one: End | null): string => (one === null ? '∞' : written(one.at, decimals));
  return `${low?.open === false ? '[' : '('}${end(low)}, ${end(high)}${high?.open === false ? ']' : ')'}`;
}
