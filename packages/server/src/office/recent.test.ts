import { expect, test } from 'vitest';
import { Recent } from './recent.ts';

test('of what does not fit, what was not asked for the longest goes first', () => {
  const recent = new Recent<string>(6, (text) => text.length);
  recent.set('a', '一二');
  recent.set('b', '三四');
  recent.set('c', '五六');
  expect(recent.get('a')).toBe('一二');
  recent.set('d', '七');
  expect(['a', 'b', 'c', 'd'].map((key) => recent.get(key))).toEqual(['一二', undefined, '五六', '七']);
});

test('another value under the same key counts once; what is too large for all is not kept', () => {
  const recent = new Recent<string>(4, (text) => text.length);
  for (let time = 0; time < 3; time += 1) recent.set('a', '一二');
  recent.set('b', '三四');
  expect([recent.get('a'), recent.get('b')]).toEqual(['一二', '三四']);
  recent.set('c', '五六七八九');
  expect(recent.get('c')).toBeUndefined();
});
