import { rangeOf, valueOf, type Expression } from '@guankao/statements';
import { compare, meet, scaledBy, times, whole, type Fraction, type Interval } from '@guankao/passages';
import type { Operation, Proof, RefutedReading } from '@guankao/domain';
import { exact, exactInterval, type Premises } from './premises.ts';

/** The arithmetic of a reading over its premises; ids are of `Premises`. */
export interface Worked {
  readonly as: string;
  readonly operation: Operation;
  /** 100 where the claim is in percent of it. */
  readonly times?: 1 | 100;
}

/**
 * How it is to fail: against the premise that it is claimed to be, or against a bound on one side of it. `not-above` is told
 * as `below` where it lies below.
 */
export type Failure =
  | { readonly fails: 'apart'; readonly claim: string }
  | { readonly fails: 'below' | 'above' | 'not-above' | 'not-below'; readonly bound: Fraction };

/** The reading, worked out from its premises; null where it does not fail that way after all. */
export function refuted(
  premises: Premises,
  { as, operation, times: by = 1 }: Worked,
  failure: Failure,
): RefutedReading | null {
  const expression = expressionOf(premises, operation);
  const interval = scaledBy(rangeOf(expression), by);
  const fails = failureOf(premises, interval, failure);
  if (fails === null) return null;
  const value = valueOf(expression);
  return {
    as,
    operation,
    times: by,
    value: value === null ? null : exact(times(value, whole(by))),
    interval: exactInterval(interval),
    fails,
    ...(failure.fails === 'apart' ? { claim: failure.claim } : { claim: null, bound: exact(failure.bound) }),
  };
}

function failureOf(premises: Premises, { low, high }: Interval, failure: Failure): RefutedReading['fails'] | null {
  if (failure.fails === 'apart') return meet({ low, high }, premises.worth(failure.claim).interval) ? null : 'apart';
  const isBelow = failure.fails === 'below' || failure.fails === 'not-above';
  const end = isBelow ? high : low;
  if (end === null) return null;
  const order = compare(end.at, failure.bound) * (isBelow ? 1 : -1);
  if (order < 0 || (order === 0 && end.open)) return isBelow ? 'below' : 'above';
  return order === 0 && failure.fails.startsWith('not-') ? failure.fails : null;
}

function expressionOf(premises: Premises, operation: Operation): Expression {
  if (!('premise' in operation))
    return { work: operation.work, parts: operation.parts.map((part) => expressionOf(premises, part)) };
  const { value, interval } = premises.worth(operation.premise);
  return { of: { words: operation.premise, source: { from: 'words' }, value, interval } };
}

/** All of the readings, or none: a proof with a gap is none. Premises that an attempt left behind are left out. */
export function proofOf({ all }: Premises, ...readings: readonly (RefutedReading | null)[]): Proof | null {
  const whole = readings.flatMap((reading) => (reading === null ? [] : [reading]));
  if (whole.length === 0 || whole.length < readings.length) return null;
  const used = new Set(
    whole.flatMap(({ operation, claim }) => [...idsIn(operation), ...(claim === null ? [] : [claim])]),
  );
  for (const premise of all.toReversed()) {
    if (!used.has(premise.id)) continue;
    if (premise.is === 'length') used.add(premise.from).add(premise.to);
    if (premise.is === 'between') used.add(premise.low).add(premise.high);
  }
  return { premises: all.filter(({ id, is }) => used.has(id) || is === 'words'), readings: whole };
}

const idsIn = (operation: Operation): readonly string[] =>
  'premise' in operation ? [operation.premise] : operation.parts.flatMap(idsIn);
