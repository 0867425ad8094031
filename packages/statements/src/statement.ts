import {
  around,
  atLeast,
  compare,
  meet,
  sameUnit,
  scaledBy,
  whole,
  type Figure,
  type Fraction,
  type Interval,
} from '@guankao/passages';
import { isFarFrom, Sieve } from './estimate.ts';
import { operandsOf, rangeOf, valueOf, withIntervals, type Expression, type Operand } from './expression.ts';

export type StatementKind =
  | 'share'
  | 'change'
  | 'sum'
  | 'difference'
  | 'mean'
  | 'product'
  | 'formula'
  | 'ratio'
  | 'rank'
  | 'exchange'
  | 'span'
  | 'clock'
  | 'comparison'
  | 'attainment'
  | 'execution'
  | 'restated'
  | 'follows'
  | 'listed';

/**
 * `borne-out`: a fair reading holds. `stands-alone`: what it rests on is not printed, so that it can be neither refuted nor
 * borne out. `contradicted`: every fair reading fails.
 */
type Outcome = 'borne-out' | 'stands-alone' | 'contradicted';

/** One way to take a statement. */
export interface Reading {
  /** How it takes it, for those who look: `base-behind-the-verb`, `any-two-of-the-item`. */
  readonly as: string;
  readonly expression: Expression;
  /** 100 where the claim is in percent of the expression. */
  readonly scale: 1 | 100;
  /** null: an operand is not printed. */
  readonly holds: boolean | null;
  /** The words do not suggest it; it was tried lest a sound text be accused, and shows nothing of what the words mean. */
  readonly charitable?: true;
}

/** What a text says that can be worked out: the claim, what it rests on, every way to take it, and what comes of them. */
export interface Statement {
  readonly kind: StatementKind;
  readonly claim: Figure;
  /** Its words around the claim: the words that make it one. */
  readonly word: string;
  readonly outcome: Outcome;
  /** Of a contradiction: do the words leave no doubt which figures are meant? Where they do, it is at most asked about. */
  readonly sure: boolean;
  /** Of a sum: not all of its parts need be told. */
  readonly partial?: boolean;
  /** Of a change: as much as is said, and the other way. */
  readonly turned?: boolean;
  /** Of a change: the word tells of more. */
  readonly rises?: boolean;
  /** Of a sum: shares that take one whole apart. */
  readonly shares?: boolean;
  /** The readings that the words suggest, likeliest first; of the others only one that holds. */
  readonly readings: readonly Reading[];
  /** How many further readings were tried and failed. */
  readonly alsoTried: number;
}

/** What the words suggest, before it is worked out. */
export interface Suggestion {
  readonly as: string;
  readonly expression: Expression;
  /** 100 where the claim is a rate and the expression a ratio. */
  readonly scale?: 1 | 100;
}

export interface Draft {
  readonly kind: StatementKind;
  readonly claim: Figure;
  readonly word: string;
  readonly sure: boolean;
  readonly suggested: readonly Suggestion[];
  /** Everything else that a charitable reader would try; asked only where no suggestion holds. It may sieve what misses by far. */
  readonly others?: (sieve: Sieve) => Iterable<Suggestion>;
}

/** Tries every reading: one that holds is enough; one that rests on something unprinted leaves it open; else it is contradicted. */
export function judged({ kind, claim, word, sure, suggested, others }: Draft): Statement {
  const stated = claimed(claim);
  const tried = suggested.map(({ as, expression, scale = 1 }): Reading => ({
    as,
    expression,
    scale,
    holds: holds(expression, scale, stated),
  }));
  const base = { kind, claim, word };
  const held = tried.find((reading) => reading.holds === true);
  if (held !== undefined) {
    const strict = asFineAsTold(held, claim);
    if (strict !== false) return { ...base, sure, outcome: 'borne-out', readings: tried, alsoTried: 0 };
  }
  const sieve = new Sieve(stated);
  let alsoTried = 0;
  for (const { as, expression, scale = 1 } of others?.(sieve) ?? []) {
    const reading: Reading = { as, expression, scale, holds: true, charitable: true };
    if (exceedsItsWhole(kind, claim, reading)) continue;
    if (holds(expression, scale, stated) === true && asFineAsTold(reading, claim) !== false)
      return {
        ...base,
        sure,
        outcome: 'borne-out',
        readings: [...tried, reading],
        alsoTried: alsoTried + sieve.passedOver,
      };
    alsoTried++;
  }
  alsoTried += sieve.passedOver;
  // It holds only if a round figure was rounded from finer ones that stand beside it: fair, and worth asking about.
  if (held !== undefined) {
    const readings = tried.map((reading) => ({ ...reading, holds: false }));
    return {
      ...base,
      sure: sure && !isRounder(claim, held) && !restsOnPlaces(held),
      outcome: 'contradicted',
      readings,
      alsoTried,
    };
  }
  const open = tried.length === 0 || tried.some((reading) => reading.holds === null);
  return { ...base, sure, outcome: open ? 'stands-alone' : 'contradicted', readings: tried, alsoTried };
}

/** 涵蓋率逾八成 of 22 and 16: no share is the whole over its part. */
function exceedsItsWhole(kind: StatementKind, claim: Figure, reading: Reading): boolean {
  const hundred = whole(100);
  if (kind !== 'share' || claim.widening !== 'over' || compare(claim.value, hundred) >= 0) return false;
  const computed = computedOf(reading);
  return computed !== null && compare(computed, hundred) > 0;
}

/**
 * Does a reading hold with round figures taken as exactly as the finer ones beside them are told? 1億元 beside 9,200萬元 is
 * told to the 萬. null where none is rounder than the rest.
 */
function asFineAsTold(reading: Reading, claim: Figure): boolean | null {
  const narrowed = narrowedToTheFinest(reading, claim);
  return narrowed === null ? null : holds(narrowed.expression, reading.scale, narrowed.claim);
}

/** The arithmetic of a reading and what its claim allows, round figures taken as exactly as the finer ones beside them. */
export function narrowedToTheFinest(
  { expression }: Reading,
  claim: Figure,
): { readonly expression: Expression; readonly claim: Interval } | null {
  const figures = operandsOf(expression).flatMap(({ source }) => (source.from === 'text' ? [source.figure] : []));
  const finest = (like: Figure): Fraction =>
    [...figures, claim]
      .filter((figure) => sameUnit(figure, like))
      .reduce((least, { step }) => (compare(step, least) < 0 ? step : least), like.step);
  const narrow = (figure: Figure): Interval | null => {
    const step = finest(figure);
    return isRound(figure) && compare(step, figure.step) < 0 ? around(figure.value, step) : null;
  };
  if (![...figures, claim].some((figure) => narrow(figure) !== null)) return null;
  return {
    expression: withIntervals(expression, ({ source }) => (source.from === 'text' ? narrow(source.figure) : null)),
    claim: narrow(claim) ?? claimed(claim),
  };
}

/** Few digits before a power of ten, and no word that widens it. */
const isRound = ({ widening, step, kind }: Figure): boolean =>
  widening === 'exact' && kind !== 'percent' && compare(step, whole(1)) > 0;

/** The claim is the rounder one: it may sum up what is told more finely. */
const isRounder = (claim: Figure, { expression }: Reading): boolean =>
  isRound(claim) &&
  operandsOf(expression).some(
    ({ source }) =>
      source.from === 'text' && sameUnit(source.figure, claim) && compare(source.figure.step, claim.step) < 0,
  );

/** 4.8億元 prints its last place, and may have been rounded there from 4億7,700萬元. */
const restsOnPlaces = ({ expression }: Reading): boolean =>
  operandsOf(expression).some(
    ({ source }) => source.from === 'text' && isRound(source.figure) && /\d[.．]\d/u.test(source.figure.words),
  );

function holds(expression: Expression, scale: 1 | 100, stated: Interval): boolean | null {
  // Where an operand is not printed nothing is far, since it may be anything.
  if (isFarFrom(expression, scale, stated)) return false;
  if (operandsOf(expression).some(({ source }) => source.from === 'unprinted')) return null;
  const range = rangeOf(expression);
  // Divided by what may be nought it could be anything, and shows nothing.
  return range.low === null && range.high === null ? null : meet(scaledBy(range, scale), stated);
}

/** A reading that was not tried before bears the claim out, round figures taken as exactly as the finer ones beside them. */
export function meetsClaim(reading: Reading, claim: Figure): boolean {
  return (
    holds(reading.expression, reading.scale, claimed(claim)) === true &&
    asFineAsTold(reading, claim) !== false &&
    !exceedsItsWhole('share', claim, reading)
  );
}

/** What the claim allows: 逾9成 sets no upper bound to what was reached. */
export function claimed({ interval, widening }: Figure): Interval {
  return widening === 'over' && interval.low !== null ? atLeast(interval.low.at) : interval;
}

/** The reading that a finding shows: the likeliest that failed. */
export const bestReading = ({ readings }: Statement): Reading | undefined =>
  readings.find(({ holds: held }) => held === false);

/** What the reading comes to, as a number that the claim can be held against; null where nought divides. */
export function computedOf({ expression, scale }: Reading): Fraction | null {
  const value = valueOf(expression);
  return value === null ? null : { of: value.of * BigInt(scale), over: value.over };
}

/** The operands that a reading that holds bears out. */
export const borneOut = ({ readings }: Statement): readonly Operand[] => {
  const held = readings.find((reading) => reading.holds === true);
  return held === undefined ? [] : operandsOf(held.expression);
};

/** May what is worked out lie above nought, by all that is printed? */
export function bestRange(expression: Expression): { readonly reachesAboveZero: boolean } {
  const { high } = rangeOf(expression);
  return { reachesAboveZero: high === null || high.at.of > 0n || (high.at.of === 0n && !high.open) };
}
