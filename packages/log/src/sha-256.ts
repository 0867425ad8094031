import { joined } from './bytes.ts';
import type { Sha256 } from './tree.ts';

/** The first 32 bits of the fractional parts of the roots of the first primes (FIPS 180-4 §4.2.2, §5.3.3). */
function fractions(count: number, root: (prime: number) => number): Uint32Array {
  const primes: number[] = [];
  for (let next = 2; primes.length < count; next++) if (primes.every((prime) => next % prime !== 0)) primes.push(next);
  return Uint32Array.from(primes, (prime) => (root(prime) % 1) * 2 ** 32);
}

const constants = fractions(64, Math.cbrt);
const start = fractions(8, Math.sqrt);

/** SHA-256 where there is none that answers at once: in a page. Some 50 MB a second. */
export const sha256InScript: Sha256 = (...parts) => {
  const message = joined(...parts);
  const blocks = joined(message, Uint8Array.of(0x80), new Uint8Array(((119 - (message.length % 64)) % 64) + 8));
  const view = new DataView(blocks.buffer);
  view.setBigUint64(blocks.length - 8, BigInt(message.length) * 8n);
  const state = start.slice();
  const words = new Uint32Array(64);
  for (let at = 0; at < blocks.length; at += 64) {
    for (let word = 0; word < 16; word++) words[word] = view.getUint32(at + word * 4);
    compress(state, words);
  }
  const digest = new DataView(new ArrayBuffer(32));
  for (const [word, value] of state.entries()) digest.setUint32(word * 4, value);
  return new Uint8Array(digest.buffer);
};

const turned = (word: number, bits: number) => (word >>> bits) | (word << (32 - bits));

function compress(state: Uint32Array, words: Uint32Array): void {
  const of = (array: Uint32Array, at: number) => array[at] ?? 0;
  for (let at = 16; at < 64; at++) {
    const [near, far] = [of(words, at - 2), of(words, at - 15)];
    const one = turned(near, 17) ^ turned(near, 19) ^ (near >>> 10);
    const zero = turned(far, 7) ^ turned(far, 18) ^ (far >>> 3);
    words[at] = of(words, at - 16) + zero + of(words, at - 7) + one;
  }
  let [a, b, c, d, e, f, g, h] = Array.from(state) as [number, number, number, number, number, number, number, number];
  for (let at = 0; at < 64; at++) {
    const one = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const first = (h + one + ((e & f) ^ (~e & g)) + of(constants, at) + of(words, at)) | 0;
    const zero = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const second = (zero + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  for (const [at, value] of [a, b, c, d, e, f, g, h].entries()) state[at] = of(state, at) + value;
}
