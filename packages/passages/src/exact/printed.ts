import type { Quantity } from '@guankao/quantities';
import { atLeast, atMost, between, exactly, hullOf, type Interval } from './interval.ts';
import { absolute, compare, dividedBy, fractionOf, minus, plus, times, whole, type Fraction } from './fraction.ts';

/**
 * How the words beside a figure widen it. `about`: 約, 大約; `nearly`: 近, 將近; `over`: 逾, 超過, 餘, 多;
 * `atLeast`: 至少, 以上; `atMost`: 至多, 以內; `under`: 未滿, 不足; `exact`: nothing of the kind.
 */
type Widening = 'exact' | 'about' | 'nearly' | 'over' | 'atLeast' | 'atMost' | 'under';

/** A figure as it is printed: its value and how exactly the print gives it. */
export interface Printed {
  readonly value: Fraction;
  /** One step of the last printed place: 0.01 for 35.97%, 10,000 for 4,305萬, 10 for 9成. */
  readonly step: Fraction;
  readonly widening: Widening;
  /** Rounded or cut off at its last place, and widened as its words say. */
  readonly interval: Interval;
}

const twentieth: Fraction = { of: 1n, over: 20n };
const fiftieth: Fraction = { of: 1n, over: 50n };
const half: Fraction = { of: 1n, over: 2n };

/** The print of one quantity. `before` are the characters in front of it. null for a range or a date. */
export function printedOf(quantity: Quantity, before: string): Printed | null {
  if (quantity.value === null || quantity.kind === 'date') return null;
  const value = fractionOf(quantity.value);
  const { step, rounded } = printOf(quantity.text, quantity.kind === 'percent');
  const widening = wideningOf(quantity, before);
  return { value, step, widening, interval: widened(value, roundedAt(value, step, rounded), widening, step) };
}

/** As `printedOf`, for a number that stands without a unit: (266/268), 1：32.5. */
export function printedNumber(words: string, value: Fraction): Printed {
  const { step, rounded } = printOf(words, false);
  return { value, step, widening: 'exact', interval: roundedAt(value, step, rounded) };
}

/** How a figure was rounded: `whole` numbers were not; `round` ones print few digits before a power of ten (3億). */
type Rounded = 'whole' | 'places' | 'tenths' | 'round' | 'fraction';

/** `part` over `all` in words: 三分之二 says no more than that it is nearer to two thirds than to anything as simple. */
const spokenFraction = /^(?!百|千|萬)[^分]{1,3}分之/u;

function printOf(words: string, percent: boolean): { readonly step: Fraction; readonly rounded: Rounded } {
  if (percent && spokenFraction.test(words)) return { step: whole(1), rounded: 'fraction' };
  const print = lastPlace(words);
  const tenths = percent && words.includes('成') ? (/成[\d０-９一二三四五六七八九半]/u.test(words) ? 1n : 10n) : 1n;
  const under = percent && /‰|千分之/u.test(words) ? 10n : percent && words.includes('萬分之') ? 100n : 1n;
  const step = { of: 10n ** BigInt(print.power) * tenths, over: 10n ** BigInt(print.decimals) * under };
  if (tenths === 10n && print.decimals === 0) return { step, rounded: 'tenths' };
  if (percent || print.decimals > 0) return { step, rounded: 'places' };
  if (print.power === 0) return { step, rounded: 'whole' };
  return { step, rounded: print.digits >= 3 ? 'places' : 'round' };
}

interface LastPlace {
  /** Decimals printed in the last figure of it: 1 in 3.4億. */
  readonly decimals: number;
  /** The power of ten behind it: 8 in 3.4億, 4 in 1億3,140萬, 0 in 12萬2,009. */
  readonly power: number;
  /** How many significant digits are printed in all. */
  readonly digits: number;
}

const powers: Readonly<Record<string, number>> = {
  十: 1,
  拾: 1,
  百: 2,
  佰: 2,
  千: 3,
  仟: 3,
  萬: 4,
  万: 4,
  億: 8,
  兆: 12,
};
const digit = /[\d０-９一二三四五六七八九壹貳參肆伍陸柒捌玖兩零〇]/u;

const western = /[\d０-９]/u;

/** Reads the print from the left: every new digit begins the last place again, every power behind it raises it. */
function lastPlace(words: string): LastPlace {
  let [decimals, power, digits, inDecimals] = [0, 0, 0, false];
  let behind = false;
  for (const character of words) {
    const raised = powers[character];
    if (digit.test(character)) {
      if (behind) [decimals, power, inDecimals, behind] = [0, 0, false, false];
      if (inDecimals) decimals++;
      digits++;
    } else if (character === '.' || character === '．' || character === '點') {
      [inDecimals, behind] = [digits > 0, false];
    } else if (raised !== undefined && digits > 0) {
      power += raised;
      behind = true;
    } else if (digits > 0 && !/[,，\s餘多]/u.test(character)) {
      break;
    }
  }
  // 三百二十 says every place; 3千 and 三億五千萬 do not.
  return { decimals, power: power < 4 && !western.test(words) ? 0 : power, digits };
}

/** The union of what rounds to the print and what is cut off at it. */
function roundedAt(value: Fraction, step: Fraction, rounded: Rounded): Interval {
  if (rounded === 'whole') return exactly(value);
  const size = absolute(value);
  if (rounded === 'fraction') return between(minus(value, times(size, twentieth)), plus(value, times(size, twentieth)));
  // 79 % is called 近8成, and never 7成.
  if (rounded === 'tenths') return between(minus(value, times(step, half)), plus(value, times(step, half)), true);
  // 4億 stands for 4億50萬 at most: who means 3億5,000萬 can print it.
  const most = rounded === 'round' ? smaller(step, times(size, fiftieth)) : step;
  const below = smaller(times(step, half), most);
  return value.of < 0n
    ? between(minus(value, most), plus(value, below))
    : between(minus(value, below), plus(value, most), true);
}

const smaller = (a: Fraction, b: Fraction): Fraction => (compare(a, b) < 0 ? a : b);
const larger = (a: Fraction, b: Fraction): Fraction => (compare(a, b) > 0 ? a : b);

function wideningOf({ comparator, text }: Quantity, before: string): Widening {
  if (/[餘多](?!少)/u.test(text)) return 'over';
  if (comparator === null) return 'exact';
  if (comparator === '~') return /(?:將近|近)[\p{Script=Han}]{0,2}$/u.test(before) ? 'nearly' : 'about';
  return ({ '>': 'over', '>=': 'atLeast', '<=': 'atMost', '<': 'under' } as const)[comparator];
}

function widened(value: Fraction, printed: Interval, widening: Widening, step: Fraction): Interval {
  const twentieths = times(absolute(value), twentieth);
  // 約67.2%: who prints the tenths knows the whole.
  const room = compare(step, whole(1)) < 0 ? smaller(twentieths, times(step, whole(10))) : twentieths;
  switch (widening) {
    case 'exact':
      return printed;
    case 'about':
      return hullOf(printed, between(minus(value, room), plus(value, room)));
    // 近2成 may be 18 %: a tenth below.
    case 'nearly':
      return hullOf(printed, between(minus(value, times(room, whole(2))), value));
    case 'over':
      return hullOf(exactly(value), between(value, larger(nextRound(value), plus(value, room)), true));
    case 'atLeast':
      return atLeast(value);
    case 'atMost':
      return atMost(value);
    case 'under':
      return atMost(value, true);
  }
}

/** 80餘萬 stops short of 90萬, 1,200餘萬 of 1,300萬: one more in the last digit that is not zero. */
function nextRound(value: Fraction): Fraction {
  if (value.of <= 0n) return value;
  let place = 1n;
  const size = value.of / value.over;
  if (size === 0n) return value;
  while (size % (place * 10n) === 0n) place *= 10n;
  return plus(value, dividedBy(whole(place), whole(1)));
}
