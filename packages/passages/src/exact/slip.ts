import { asNumber, compare, dividedBy, whole, type Fraction } from './fraction.ts';

/**
 * How a figure may have been miscopied into another: two neighbouring digits changed places, one digit is another, one was
 * lost or put in, or a power of ten went missing (千, 萬, 億).
 */
export type Slip = 'transposed' | 'another-digit' | 'lost-digit' | 'power';

/** null where no single slip makes one of the other. Both above zero. */
export function slipBetween(a: Fraction, b: Fraction): Slip | null {
  if (a.of <= 0n || b.of <= 0n || compare(a, b) === 0) return null;
  if (isPower(a, b)) return 'power';
  const [x, y] = digitsOf(a, b);
  if (x.length === y.length) {
    const apart = [...x].flatMap((digit, i) => (digit === y[i] ? [] : [i]));
    const [first, second, more] = apart;
    if (first === undefined) return null;
    if (second === undefined) return 'another-digit';
    return more === undefined && second === first + 1 && x[first] === y[second] && x[second] === y[first]
      ? 'transposed'
      : null;
  }
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  return long.length === short.length + 1 && [...long].some((_, i) => long.slice(0, i) + long.slice(i + 1) === short)
    ? 'lost-digit'
    : null;
}

/** Ten, a hundred, a thousand, ten thousand or a hundred million times the other. */
function isPower(a: Fraction, b: Fraction): boolean {
  const ratio = compare(a, b) > 0 ? dividedBy(a, b) : dividedBy(b, a);
  return [10, 100, 1000, 10_000, 100_000_000].some((power) => compare(ratio, whole(power)) === 0);
}

/** The digits of both at one scale, trailing noughts that both have left out: 25 and 256, 3,560 and 3,650. */
function digitsOf(a: Fraction, b: Fraction): readonly [string, string] {
  const places = Math.max(decimalsOf(a), decimalsOf(b));
  const digits = (value: Fraction): string => ((value.of * 10n ** BigInt(places)) / value.over).toString();
  let [x, y] = [digits(a), digits(b)];
  while (x.length > 1 && y.length > 1 && x.endsWith('0') && y.endsWith('0')) [x, y] = [x.slice(0, -1), y.slice(0, -1)];
  return [x, y];
}

function decimalsOf(value: Fraction): number {
  const [, decimals = ''] = String(asNumber(value)).split('.');
  return decimals.includes('e') ? 0 : Math.min(decimals.length, 6);
}
