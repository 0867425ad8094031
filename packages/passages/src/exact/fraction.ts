import type { Decimal } from '@guankao/quantities';

/** An exact fraction, `over` positive. Rates are compared in these, never in binary floats. */
export interface Fraction {
  readonly of: bigint;
  readonly over: bigint;
}

export const whole = (of: bigint | number): Fraction => ({ of: BigInt(of), over: 1n });

export function fractionOf({ coefficient, scale }: Decimal): Fraction {
  return scale >= 0
    ? { of: coefficient, over: 10n ** BigInt(scale) }
    : { of: coefficient * 10n ** BigInt(-scale), over: 1n };
}

export function plus(a: Fraction, b: Fraction): Fraction {
  if (a.over === b.over) return { of: a.of + b.of, over: a.over };
  return { of: a.of * b.over + b.of * a.over, over: a.over * b.over };
}
export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, { of: -b.of, over: b.over });
export const times = (a: Fraction, b: Fraction): Fraction => ({ of: a.of * b.of, over: a.over * b.over });

/** Throws RangeError on a zero divisor: a rule asks first. */
export function dividedBy(a: Fraction, b: Fraction): Fraction {
  if (b.of === 0n) throw new RangeError('division by zero');
  const sign = b.of < 0n ? -1n : 1n;
  return { of: a.of * b.over * sign, over: a.over * b.of * sign };
}

export function compare(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const difference = a.over === b.over ? a.of - b.of : a.of * b.over - b.of * a.over;
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

export const same = (a: Fraction, b: Fraction): boolean => compare(a, b) === 0;
export const absolute = (a: Fraction): Fraction => ({ of: a.of < 0n ? -a.of : a.of, over: a.over });
export const sum = (parts: readonly Fraction[]): Fraction => parts.reduce(plus, whole(0));

/** The largest whole number not above it. */
export function floor({ of, over }: Fraction): bigint {
  const quotient = of / over;
  return of < 0n && quotient * over !== of ? quotient - 1n : quotient;
}

const half: Fraction = { of: 1n, over: 2n };
/** Half up, as the form rounds. */
export const rounded = (value: Fraction): bigint => floor(plus(value, half));

/** Half up to so many decimals, for people: `35.97`, `1,234`. */
export function written(value: Fraction, decimals = 2): string {
  const scaled = rounded(times(absolute(value), whole(10n ** BigInt(decimals))));
  const digits = scaled.toString().padStart(decimals + 1, '0');
  const integer = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, ',');
  const rest = decimals === 0 ? '' : digits.slice(-decimals).replace(/0+$/, '');
  return `${value.of < 0n ? '-' : ''}${integer}${rest === '' ? '' : `.${rest}`}`;
}

export const asNumber = ({ of, over }: Fraction): number =>
  of % over === 0n ? Number(of / over) : Number(of) / Number(over);
