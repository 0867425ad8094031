import type { Span } from './span.ts';

/**
 * What a finding rests on, told so that a program that shares nothing with ours can work it out again from the document's
 * text alone (`verify/`). It proves that each of its readings fails; that no other reading was possible it cannot prove.
 */
export interface Proof {
  /** What is printed, each with its place; the others refer to them by id. */
  readonly premises: readonly Premise[];
  /** Every reading that the words suggest, likeliest first, and how it fails. At least one. */
  readonly readings: readonly RefutedReading[];
}

/** An exact fraction in lowest terms: `120`, `-3/2`, `3597/100`. */
export type Exact = string;

/** null where nothing bounds it on that side. Open: the end itself is not in it. */
export interface ExactInterval {
  readonly low: ExactEnd | null;
  readonly high: ExactEnd | null;
}

interface ExactEnd {
  readonly at: Exact;
  readonly open: boolean;
}

/** `text` is `document.text.slice(span.start, span.end)`, as printed. */
interface Quoted {
  readonly id: string;
  readonly text: string;
  readonly span: Span;
}

/** The words that a reading goes by, such as a verdict: quoted, and not worked out. */
interface WordsPremise extends Quoted {
  readonly is: 'words';
}

/** A printed number. */
interface NumberPremise extends Quoted {
  readonly is: 'number';
  /** In full: TWD for money in texts, percent in percent numbers; an amount of a money column in the column's unit. */
  readonly value: Exact;
  /** The measure word as printed; % for percent; TWD, USD … for money; null where none is printed. */
  readonly unit: string | null;
  /**
   * Which values it is taken to allow: `printed`, what rounds to the print or is cut off at it, widened as the words beside
   * it say; `exact`, itself only (a bound that was set, and not measured); `at-least`, itself or more; `rounded`, what
   * rounds half up to it in units of its column; `step`, what rounds to it or is cut off at its own last place, or at that of
   * a finer number among the premises.
   */
  readonly taken: 'printed' | 'exact' | 'at-least' | 'rounded' | 'step';
  /** How the words beside it widen it: see `Printed` of passages. */
  readonly widening: 'exact' | 'about' | 'nearly' | 'over' | 'atLeast' | 'atMost' | 'under';
  /** One step of its last printed place, or of the finer number's. */
  readonly step: Exact;
  readonly interval: ExactInterval;
}

/** 1：3 as the first over the second. */
interface RatioPremise extends Quoted {
  readonly is: 'ratio';
  readonly value: Exact;
  readonly interval: ExactInterval;
}

/** From the lower to the higher of two numbers. */
interface BetweenPremise {
  readonly id: string;
  readonly is: 'between';
  readonly low: string;
  readonly high: string;
}

/** A printed date: the days that it may be, counted from 1970-01-01. `year` is told where the print leaves it out. */
interface DatePremise extends Quoted {
  readonly is: 'date';
  readonly first: number;
  readonly last: number;
  /** Gregorian; where its own words do not say it: from a date before it, or the year of the filing. */
  readonly year?: number;
}

/** A date that the calendar lacks: 13月, 2月30日. */
interface NoDatePremise extends Quoted {
  readonly is: 'no-date';
  readonly lacks: 'month' | 'day';
  readonly year?: number;
}

/** From the first to the last of a range that is printed as one: 介於3至5人. */
interface RangePremise extends Quoted {
  readonly is: 'range';
  readonly interval: ExactInterval;
}

/**
 * How long it is between two dates. `lasting`: from the first to the last, the last day, month or year counted in or not.
 * `apart`: from one to the other, either end counted in or not.
 */
interface LengthPremise {
  readonly id: string;
  readonly is: 'length';
  readonly from: string;
  readonly to: string;
  readonly unit: 'day' | 'week' | 'month' | 'year';
  readonly counting: 'lasting' | 'apart';
  readonly interval: ExactInterval;
}

/** So many things are listed, each quoted. */
interface CountPremise {
  readonly id: string;
  readonly is: 'count';
  readonly of: readonly Quoted[];
  readonly value: Exact;
}

/** What no print says: a hundred for percent, twelve months of a year, metres of a kilometre. `name` says which. */
interface ConstantPremise {
  readonly id: string;
  readonly is: 'constant';
  readonly name: string;
  readonly value: Exact;
}

export type Premise =
  | WordsPremise
  | NumberPremise
  | RatioPremise
  | RangePremise
  | BetweenPremise
  | DatePremise
  | NoDatePremise
  | LengthPremise
  | CountPremise
  | ConstantPremise;

/** `growth` is after over before less one, `decline` one less that; their parts are after and before. */
export type Operation =
  | { readonly premise: string }
  | {
      readonly work: 'sum' | 'difference' | 'product' | 'quotient' | 'growth' | 'decline';
      readonly parts: readonly Operation[];
    };

export interface RefutedReading {
  /** How the words are taken: `base-behind-the-verb`, `reached-over-asked`. */
  readonly as: string;
  readonly operation: Operation;
  /** 100 where what it comes to is told in percent. */
  readonly times: 1 | 100;
  /** With every number as printed, times `times`; null where it cannot be worked out. */
  readonly value: Exact | null;
  /** By all that the print allows, times `times`. */
  readonly interval: ExactInterval;
  /**
   * Why it fails. `apart`: no value of it is one of the claim's. `not-above`, `not-below`: none is above, below `bound`;
   * `below`, `above`: all are. `no-such-date`: the operation is a premise that is no date.
   */
  readonly fails: 'apart' | 'not-above' | 'not-below' | 'below' | 'above' | 'no-such-date';
  /** Id of the number that the words claim it to be; null where it is held against `bound`. */
  readonly claim: string | null;
  /** What the words claim it to lie above or below; absent where there is a claim. */
  readonly bound?: Exact;
}

/**
 * What kind of judgement a finding is that carries no proof. `wording`: of what words mean; `absence`: that something is told
 * nowhere; `likeness`: that two texts or names are alike; `print`: of characters, marks and layout; `threshold`: that a
 * figure lies beyond a line that gives reason to ask; `plausibility`: that figures that agree are unlikely.
 */
export type Judgement = 'wording' | 'absence' | 'likeness' | 'print' | 'threshold' | 'plausibility';
