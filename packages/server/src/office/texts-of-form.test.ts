import { expect, test } from 'vitest';
import { figuresIn, planVersionOf } from './texts-of-form.ts';

test.each(['113年8月9日', '1億2,000萬元', '12公里'])('%s is a figure of a field', (text) => {
  expect(figuresIn(text)).toHaveLength(1);
});

test('a text pasted into a field for one figure is not read for figures, and refused by the field', () => {
  const pasted = '1元'.repeat(100_000);
  expect(figuresIn(pasted)).toEqual([]);
  expect(() => planVersionOf({ date: '113/8/9', total: pasted })).toThrow('no amount');
});
