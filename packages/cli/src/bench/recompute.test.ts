import { expect, test } from 'vitest';
import { holdsAt, operandsOf, recompute } from './recompute.ts';

test.each([
  ['69423/193020', 0.359667392],
  ['104000+830932', 934932],
  ['(41-35)/35', 0.171428571],
  ['(122009-3255)/120011', 0.989526],
  ['2+3*4', 14],
  ['8-3-2', 3],
])('%s', (expression, value) => expect(recompute(expression)).toBeCloseTo(value, 6));

test.each(['', '2+', '(2', '2)', '2 3', 'process.exit()', '2**3', '1,000'])(
  '%s is no expression of a label',
  (expression) => {
    expect(() => recompute(expression)).toThrow(SyntaxError);
  },
);

test('operands in order', () => {
  expect(operandsOf('(96-84)/84')).toEqual([96, 84, 84]);
});

test.each([
  ['rounded up', 14.2857, 14.29, 0.01, true],
  ['cut off', 14.2857, 14.28, 0.01, true],
  ['one too many', 14.2857, 14.3, 0.01, false],
  ['one too few', 14.2857, 14.27, 0.01, false],
  ['half rounds up', 365.5, 366, 1, true],
  ['half cut off', 365.5, 365, 1, true],
  ['exact', 100, 100, 1, true],
  ['a whole one above', 100, 101, 1, false],
  ['floating point', 12450 / 100, 124.5, 0.1, true],
])('%s', (_, computed, stated, step, holds) => expect(holdsAt(computed, stated, step)).toBe(holds));
