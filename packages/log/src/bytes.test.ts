import { expect, test } from 'vitest';
import { utf8 } from './bytes.ts';

test('a text of any length and any characters is what the encoder makes of it', () => {
  for (const text of ['', 'a', 'é', '計', '𠮷', '\ud842', '\udfb7計', '計'.repeat(1_365), '計'.repeat(1_366)])
    expect(utf8(text)).toEqual(new TextEncoder().encode(text));
});

test('what was given out stays as it was', () => {
  const first = utf8('計畫');
  utf8('目標');
  expect(first).toEqual(new TextEncoder().encode('計畫'));
});
