/** An exact decimal: `coefficient / 10 ** scale`. Money and ratios are compared in these, never in binary floats. */
export interface Decimal {
  readonly coefficient: bigint;
  readonly scale: number;
}

const largestScale = 1000;

/** The decimal of a whole number or of a coefficient with its scale: `decimal(125n, 2)` is 1.25. */
export function decimal(coefficient: bigint | number, scale = 0): Decimal {
  return { coefficient: BigInt(coefficient), scale };
}

/** Reads a plain decimal, `-1234.50`; thousands separators may stand in it. null where it is none. */
export function parseDecimal(text: string): Decimal | null {
  const match = /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/.exec(text.trim());
  if (match === null) return null;
  const [, sign = '', whole = '', fraction = ''] = match;
  const size = BigInt(whole.replaceAll(',', '') + fraction);
  return { coefficient: sign === '-' ? -size : size, scale: fraction.length };
}

/** The decimal as written out, without an exponent: `-1234.5`. Trailing zeros after the point are left off. */
export function printDecimal(value: Decimal): string {
  const { coefficient, scale } = plain(value);
  const digits = (coefficient < 0n ? -coefficient : coefficient).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale);
  return `${coefficient < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** The nearest binary number: for display and JSON, never for comparing. */
export function toNumber(value: Decimal): number {
  return Number(value.scale === 0 ? value.coefficient : printDecimal(value));
}

/** The same value with no trailing zeros and no negative scale. */
export function plain(value: Decimal): Decimal {
  let { coefficient, scale } = value;
  if (scale < 0) return { coefficient: coefficient * power(-scale), scale: 0 };
  while (scale > 0 && coefficient % 10n === 0n) {
    coefficient /= 10n;
    scale -= 1;
  }
  return { coefficient, scale };
}

/** Negative, zero or positive, as `a` is less than, equal to or greater than `b`. */
export function compare(a: Decimal, b: Decimal): number {
  const [x, y] = aligned(a, b);
  if (x === y) return 0;
  return x < y ? -1 : 1;
}

export function equals(a: Decimal, b: Decimal): boolean {
  return compare(a, b) === 0;
}

export function add(a: Decimal, b: Decimal): Decimal {
  const [x, y, scale] = aligned(a, b);
  return { coefficient: x + y, scale };
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, { coefficient: -b.coefficient, scale: b.scale });
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return { coefficient: a.coefficient * b.coefficient, scale: a.scale + b.scale };
}

/** `a / b` rounded half away from zero to `places` places, as printed tables round. null where `b` is zero. */
export function divide(a: Decimal, b: Decimal, places: number): Decimal | null {
  if (b.coefficient === 0n) return null;
  const shift = places + b.scale - a.scale;
  const over = shift >= 0 ? a.coefficient * power(shift) : a.coefficient;
  const under = shift >= 0 ? b.coefficient : b.coefficient * power(-shift);
  return { coefficient: roundedQuotient(over, under), scale: places };
}

/** Rounded half away from zero to `places` places. */
export function round(value: Decimal, places: number): Decimal {
  if (value.scale <= places) return value;
  return { coefficient: roundedQuotient(value.coefficient, power(value.scale - places)), scale: places };
}

export function power(exponent: number): bigint {
  if (exponent > largestScale) throw new RangeError(`10 ** ${exponent} is beyond what a decimal here may hold`);
  return 10n ** BigInt(exponent);
}

function aligned(a: Decimal, b: Decimal): [bigint, bigint, number] {
  if (a.scale === b.scale) return [a.coefficient, b.coefficient, a.scale];
  const scale = Math.max(a.scale, b.scale);
  return [a.coefficient * power(scale - a.scale), b.coefficient * power(scale - b.scale), scale];
}

function roundedQuotient(over: bigint, under: bigint): bigint {
  const negative = over < 0n !== under < 0n;
  const [top, bottom] = [over < 0n ? -over : over, under < 0n ? -under : under];
  const size = (2n * top + bottom) / (2n * bottom);
  return negative ? -size : size;
}
