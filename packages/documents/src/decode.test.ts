import { describe, expect, it } from 'vitest';
import { decodeText } from './decode.ts';

const text = '計畫名稱\t期程\n甲計畫\t113年1月至115年12月\n';

function utf16(print: string, bigEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(print.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < print.length; i++) view.setUint16(i * 2, print.charCodeAt(i), !bigEndian);
  return bytes;
}

/** 計畫名稱 甲計畫 112年 in Big5. */
const big5 = Uint8Array.from([
  0xad, 0x70, 0xb5, 0x65, 0xa6, 0x57, 0xba, 0xd9, 0x0a, 0xa5, 0xd2, 0xad, 0x70, 0xb5, 0x65, 0x09, 0x31, 0x31, 0x32,
  0xa6, 0x7e,
]);

describe('text in', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(text), 'utf-8'],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${text}`), 'utf-8'],
    ['UTF-16, little end first, with a mark', utf16(`\ufeff${text}`, false), 'utf-16le'],
    ['UTF-16, big end first, with a mark', utf16(`\ufeff${text}`, true), 'utf-16be'],
    ['UTF-16, little end first, without a mark', utf16(text, false), 'utf-16le'],
    ['UTF-16, big end first, without a mark', utf16(text, true), 'utf-16be'],
  ])('%s', (_, bytes, encoding) => {
    expect(decodeText(bytes)).toEqual({ text, encoding });
  });

  it('Big5', () => {
    expect(decodeText(big5)).toEqual({ text: '計畫名稱\n甲計畫\t112年', encoding: 'big5' });
  });
});

it('reads the numbered signs of Big5', () => {
  expect(decodeText(Uint8Array.from([0xc6, 0xa1, 0xad, 0x70, 0xc6, 0xac, 0xb5, 0x65]))?.text).toBe('①計⑵畫');
});

it('takes a file that ends within a character', () => {
  const bytes = new TextEncoder().encode(text + '計');
  expect(decodeText(bytes.subarray(0, -1))).toEqual({ text, encoding: 'utf-8' });
  expect(decodeText(bytes.subarray(0, -2))).toEqual({ text, encoding: 'utf-8' });
});

it('shows a few broken bytes as holes', () => {
  const bytes = new TextEncoder().encode(text.repeat(20));
  bytes[30] = 0xff;
  expect(decodeText(bytes)?.text.match(/\ufffd/g)?.length).toBeGreaterThan(0);
});

describe('no text', () => {
  it.each([
    ['random bytes', Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919 + ((i * i) % 251)) % 256)],
    ['zeros', new Uint8Array(300)],
  ])('%s', (_, bytes) => {
    expect(decodeText(bytes)).toBeNull();
  });
});
