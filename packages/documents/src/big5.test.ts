import { expect, test } from 'vitest';
import { big5CodeOf, decodeBig5 } from './big5.ts';

const decode = (...bytes: number[]): string => decodeBig5(Uint8Array.from(bytes));

test.each([
  ['計畫', [0xad, 0x70, 0xb5, 0x65]],
  ['\ue000山', [0xfa, 0x40, 0xa4, 0x73]],
  ['\ue310', [0xfe, 0xfe]],
  ['\ue03f', [0xfa, 0xa1]],
  ['\ue311', [0x8e, 0x40]],
  ['\ueeb8', [0x81, 0x40]],
  ['\uf848', [0xc8, 0xfe]],
  ['①計⑵', [0xc6, 0xa1, 0xad, 0x70, 0xc6, 0xac]],
  ['碁', [0xf9, 0xd6]],
  ['a計', [0x61, 0xad, 0x70]],
])('%j', (text, bytes) => {
  expect(decode(...bytes)).toBe(text);
});

test('a pair is never begun in the middle of another', () => {
  // 功: A5 5C; its second byte is a backslash.
  expect(decode(0xa5, 0x5c, 0xfa, 0x40)).toBe('功\ue000');
});

test.each([
  ['\ue000', 'FA40'],
  ['\ue03f', 'FAA1'],
  ['\ue310', 'FEFE'],
  ['\ue311', '8E40'],
  ['\ueeb8', '8140'],
  ['\uf8ff', null],
  ['山', null],
])('%j is listed as %s', (character, code) => {
  expect(big5CodeOf(character)).toBe(code);
});
