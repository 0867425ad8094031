import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  compare,
  decimal,
  divide,
  equals,
  multiply,
  parseDecimal,
  plain,
  power,
  printDecimal,
  round,
  subtract,
  toNumber,
} from './decimal.ts';

const of = (text: string) => parseDecimal(text) ?? decimal(-999);
const decimals = fc.record({
  coefficient: fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
  scale: fc.integer({ min: 0, max: 12 }),
});

describe('reading and printing', () => {
  test.each(['0', '1', '-1', '1.25', '-0.05', '1234567890123456789012.5', '0.001'])(
    '%s comes back as it was',
    (text) => {
      expect(printDecimal(of(text))).toBe(text);
    },
  );

  test.each([
    ['1.50', '1.5'],
    ['1,234', '1234'],
    ['+7', '7'],
    ['-1,234.50', '-1234.5'],
    [' 12 ', '12'],
    ['0.0', '0'],
    ['007', '7'],
  ])('%s prints as %s', (text, printed) => {
    expect(printDecimal(of(text))).toBe(printed);
  });

  test.each(['', '-', '1.', '.5', '1,23', '12,34,567', '1e3', '一', '1 2', '1,234,5', '--1', '1.2.3'])(
    '%s is no decimal',
    (text) => {
      expect(parseDecimal(text)).toBeNull();
    },
  );

  test('what is printed reads back to the same value', () => {
    fc.assert(fc.property(decimals, (value) => equals(of(printDecimal(value)), value)));
  });

  test('a negative scale is a power of ten', () => {
    expect(plain({ coefficient: 12n, scale: -3 })).toEqual({ coefficient: 12000n, scale: 0 });
    expect(plain({ coefficient: 1200n, scale: 3 })).toEqual({ coefficient: 12n, scale: 1 });
    expect(plain({ coefficient: 0n, scale: 2 })).toEqual({ coefficient: 0n, scale: 0 });
  });

  test('a number for display', () => {
    expect(toNumber(decimal(125, 2))).toBe(1.25);
    expect(toNumber(decimal(-5))).toBe(-5);
    expect(toNumber(decimal(3))).toBe(3);
  });
});

describe('arithmetic', () => {
  test('tenths add up, as binary floats do not', () => {
    expect(printDecimal(add(of('0.1'), of('0.2')))).toBe('0.3');
    expect(printDecimal(subtract(of('0.3'), of('0.1')))).toBe('0.2');
    expect(printDecimal(subtract(of('1'), of('1.05')))).toBe('-0.05');
    expect(printDecimal(multiply(of('1.5'), of('-0.02')))).toBe('-0.03');
  });

  test.each([
    ['1', '3', 4, '0.3333'],
    ['2', '3', 4, '0.6667'],
    ['-2', '3', 2, '-0.67'],
    ['1', '8', 2, '0.13'],
    ['-1', '8', 2, '-0.13'],
    ['7', '-2', 0, '-4'],
    ['69423', '193020', 4, '0.3597'],
    ['1.5', '0.5', 0, '3'],
    ['5', '1', 2, '5'],
    ['0.125', '1', 1, '0.1'],
  ])('%s / %s to %d places is %s', (a, b, places, quotient) => {
    expect(printDecimal(divide(of(a), of(b), places) ?? decimal(-999))).toBe(quotient);
  });

  test('nothing is divided by zero', () => {
    expect(divide(of('1'), of('0.00'), 2)).toBeNull();
  });

  test.each([
    ['1.005', 2, '1.01'],
    ['-1.005', 2, '-1.01'],
    ['1.004', 2, '1'],
    ['2.5', 0, '3'],
    ['2.5', 3, '2.5'],
    ['99.995', 2, '100'],
  ])('%s to %d places is %s', (text, places, rounded) => {
    expect(printDecimal(round(of(text), places))).toBe(rounded);
  });

  test('order is by value, not by how it is written', () => {
    expect(compare(of('1.50'), of('1.5'))).toBe(0);
    expect(compare(of('1.5'), of('1.49'))).toBe(1);
    expect(compare(of('-2'), of('1.49'))).toBe(-1);
    expect(equals(of('1.0'), of('1'))).toBe(true);
    expect(equals(of('1.0'), of('1.1'))).toBe(false);
  });

  test('addition and subtraction undo one another', () => {
    fc.assert(fc.property(decimals, decimals, (a, b) => equals(subtract(add(a, b), b), a)));
  });

  test('a quotient times its divisor is within half a place', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        const quotient = divide(a, b, 6);
        if (quotient === null) return b.coefficient === 0n;
        const error = subtract(multiply(quotient, b), a);
        const bound = multiply(b, decimal(5, 7));
        const size = (d: typeof a) => ({ ...d, coefficient: d.coefficient < 0n ? -d.coefficient : d.coefficient });
        return compare(size(error), size(bound)) <= 0;
      }),
    );
  });

  test('powers stop where they would fill the memory', () => {
    expect(power(3)).toBe(1000n);
    expect(power(1000)).toBe(10n ** 1000n);
    expect(() => power(1001)).toThrow(/1001/);
  });
});
