import { compare, dividedBy, floor, minus, plus, rounded, times, whole, type Fraction } from '@guankao/passages';
import type { Figure } from '@guankao/passages';

/** What a printed figure may have been before it was printed: 約 and 萬 leave room, a plain count leaves none. */
export interface Range {
  /** Taken as printed. */
  readonly value: Fraction;
  readonly low: Fraction;
  readonly high: Fraction;
}

const twentieth: Fraction = { of: 1n, over: 20n };

export function rangeOf(figure: Figure): Range {
  const { value, step, comparator, words, kind, text } = figure;
  if (comparator === '~' || /[餘多]/u.test(words)) {
    const room = times(value, twentieth);
    return { value, low: minus(value, room), high: plus(value, room) };
  }
  // The bound of a target is a number of its own: 120萬頁以上 is 120萬 in a rate of attainment.
  const result = text.column === 'execution' || text.column === 'explanation';
  if (result && (comparator === '>' || comparator === '>='))
    return { value, low: value, high: plus(value, times(value, twentieth)) };
  if (result && (comparator === '<' || comparator === '<='))
    return { value, low: minus(value, times(value, twentieth)), high: value };
  // 3.4億 and 4,274萬元 were cut or rounded at their last place; a count of 4萬 is as a rule a round number, and exact.
  const rounded = compare(step, whole(1)) > 0 && (kind === 'money' || /[.．]\d/u.test(words));
  return rounded ? { value, low: minus(value, step), high: plus(value, step) } : exactRange(value);
}

export const exactRange = (value: Fraction): Range => ({ value, low: value, high: value });

export function ratioRange(part: Range, all: Range, scale = whole(100)): Range | null {
  if (all.low.of <= 0n) return null;
  return {
    value: times(dividedBy(part.value, all.value), scale),
    low: times(dividedBy(part.low, all.high), scale),
    high: times(dividedBy(part.high, all.low), scale),
  };
}

/**
 * Could a value in the range have been printed as this figure? At its printed place, rounded half up or cut off.
 * 約 leaves a twentieth; 逾, 以上 are refuted only from below, 未滿, 以內 only from above.
 */
export function agrees(computed: Range, stated: Figure): boolean {
  const { value, step, comparator, words } = stated;
  const printed = floor(dividedBy(value, step));
  if (floor(dividedBy(computed.value, step)) === printed) return true;
  const [low, high] = [rounded(dividedBy(computed.low, step)), rounded(dividedBy(computed.high, step))];
  if (low <= printed && printed <= high) return true;
  if (comparator === '~' || /[餘多]/u.test(words)) {
    const room = times(value, twentieth);
    return compare(computed.high, minus(value, room)) >= 0 && compare(computed.low, plus(value, room)) <= 0;
  }
  if (comparator === '>' || comparator === '>=') return compare(computed.high, value) >= 0;
  if (comparator === '<' || comparator === '<=') return compare(computed.low, value) <= 0;
  return false;
}
