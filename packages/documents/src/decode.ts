import { decodeBig5 } from './big5.ts';

/** Text as decoded, without its byte-order mark. */
export interface Decoded {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'big5';
}

/**
 * Turns bytes into text: by the byte-order mark where there is one, else by which encoding the bytes fit.
 * null where they fit none: that is no text. A last character that was cut off does not spoil the rest.
 */
export function decodeText(bytes: Uint8Array): Decoded | null {
  const marked = byMark(bytes);
  if (marked !== null) return plausible(marked);
  const wide = utf16WithoutMark(bytes);
  if (wide !== null) return plausible(decodeAs(bytes, wide));
  const whole = withoutCutTail(bytes);
  const utf8 = decodeAs(whole, 'utf-8');
  const damage = damageOf(utf8.text);
  if (damage === 0) return plausible(utf8);
  const big5 = decodeAs(bytes, 'big5');
  return plausible(damageOf(big5.text) < damage ? big5 : utf8);
}

function decodeAs(bytes: Uint8Array, encoding: Decoded['encoding']): Decoded {
  return { text: encoding === 'big5' ? decodeBig5(bytes) : new TextDecoder(encoding).decode(bytes), encoding };
}

function byMark(bytes: Uint8Array): Decoded | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return decodeAs(withoutCutTail(bytes), 'utf-8');
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs(evenLength(bytes), 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs(evenLength(bytes), 'utf-16be');
  return null;
}

function evenLength(bytes: Uint8Array): Uint8Array {
  return bytes.length % 2 === 0 ? bytes : bytes.subarray(0, -1);
}

/**
 * Without a mark, UTF-16 betrays itself by the zero bytes of its line ends, tabs and digits,
 * which all stand on the same side of the pair. Other text has no zero bytes at all.
 */
function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 8192);
  let [even, odd] = [0, 0];
  for (let i = 0; i + 1 < sample.length; i += 2) {
    if (sample[i] === 0) even++;
    if (sample[i + 1] === 0) odd++;
  }
  const enough = sample.length / 200;
  if (odd > enough && odd > 20 * even) return 'utf-16le';
  if (even > enough && even > 20 * odd) return 'utf-16be';
  return null;
}

/** Drops up to three bytes of a UTF-8 character that was cut off at the end. */
function withoutCutTail(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] as number;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? bytes.subarray(0, -back) : bytes;
  }
  return bytes;
}

const replaced = /\ufffd/gu;
// Control characters that no text has: all but tab, line feed, vertical tab, form feed, carriage return and escape.
// oxlint-disable-next-line no-control-regex
const controls = /[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]/gu;

function damageOf(text: string): number {
  return text.match(replaced)?.length ?? 0;
}

/** Text that is more than a hundredth holes or control characters is no text. */
function plausible(decoded: Decoded): Decoded | null {
  const bad = damageOf(decoded.text) + (decoded.text.match(controls)?.length ?? 0);
  return bad * 100 > decoded.text.length ? null : decoded;
}
