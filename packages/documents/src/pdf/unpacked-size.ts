/** Of each code of a length or distance: how many more bits follow, and where its lengths begin (RFC 1951, 3.2.5). */
const lengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const lengthBase = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
];
const distanceBits = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];
const lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/**
 * How many bytes the zlib stream at `start` unpacks to, told from its codes without unpacking it; counting ends beyond
 * `most`, and where the stream ends or is broken. 0 for what is no zlib stream.
 */
export function unpackedSize(bytes: Uint8Array, start: number, most: number): number {
  const [method = 0, flags = 0] = bytes.subarray(start, start + 2);
  if ((method & 15) !== 8 || ((method << 8) + flags) % 31 !== 0) return 0;
  const bits = new Bits(bytes, start + 2);
  let size = 0;
  for (let last = 0; last === 0 && size <= most && !bits.ended;) {
    last = bits.take(1);
    const kind = bits.take(2);
    if (kind === 0) size += bits.skipStored();
    else if (kind === 3) return size;
    else size += countCodes(bits, kind === 1 ? fixedCodes() : readCodes(bits), most - size);
  }
  return size;
}

/** By the next bits of the stream: the code's symbol, and in the lowest four bits its length; 0 for no code. */
interface Codes {
  readonly lengths: Uint16Array;
  readonly distances: Uint16Array;
}

function countCodes(bits: Bits, { lengths, distances }: Codes, most: number): number {
  let size = 0;
  while (size <= most && !bits.ended) {
    const symbol = bits.symbol(lengths);
    if (symbol < 256) size += symbol < 0 ? 0 : 1;
    if (symbol < 0 || symbol === 256) return size;
    if (symbol < 256) continue;
    size += (lengthBase[symbol - 257] ?? 0) + bits.take(lengthBits[symbol - 257] ?? 0);
    const distance = bits.symbol(distances);
    if (distance < 0) return size;
    bits.take(distanceBits[distance] ?? 0);
  }
  return size;
}

let fixed: Codes | undefined;

function fixedCodes(): Codes {
  fixed ??= {
    lengths: tableOf(Array.from({ length: 288 }, (_, at) => (at < 144 ? 8 : at < 256 ? 9 : at < 280 ? 7 : 8))),
    distances: tableOf(Array.from({ length: 30 }, () => 5)),
  };
  return fixed;
}

function readCodes(bits: Bits): Codes {
  const [lengths, distances, order] = [bits.take(5) + 257, bits.take(5) + 1, bits.take(4) + 4];
  const own = Array.from({ length: 19 }, () => 0);
  for (const at of lengthOrder.slice(0, order)) own[at] = bits.take(3);
  const table = tableOf(own);
  const all: number[] = [];
  while (all.length < lengths + distances && !bits.ended) {
    const symbol = bits.symbol(table);
    if (symbol < 0) break;
    if (symbol < 16) all.push(symbol);
    else {
      const times = symbol === 16 ? 3 + bits.take(2) : symbol === 17 ? 3 + bits.take(3) : 11 + bits.take(7);
      const value = symbol === 16 ? (all.at(-1) ?? 0) : 0;
      for (let i = 0; i < times; i += 1) all.push(value);
    }
  }
  return { lengths: tableOf(all.slice(0, lengths)), distances: tableOf(all.slice(lengths, lengths + distances)) };
}

/** Codes of one length follow one another in the order of their symbols, after those of all shorter lengths (RFC 1951, 3.2.2). */
function tableOf(codeLengths: readonly number[]): Uint16Array {
  const counts = new Uint16Array(16);
  for (const length of codeLengths) counts[length] = (counts[length] ?? 0) + 1;
  const longest = Math.max(
    1,
    counts.findLastIndex((count) => count > 0),
  );
  const next = new Uint16Array(16);
  for (let length = 1, code = 0; length < longest; length += 1) {
    code = (code + (counts[length] ?? 0)) << 1;
    next[length + 1] = code;
  }
  const table = new Uint16Array(1 << longest);
  for (let symbol = 0; symbol < codeLengths.length; symbol += 1) {
    const length = codeLengths[symbol] ?? 0;
    if (length === 0) continue;
    const code = next[length] ?? 0;
    next[length] = code + 1;
    for (let at = reversed(code, length); at < table.length; at += 1 << length) table[at] = (symbol << 4) | length;
  }
  return table;
}

function reversed(code: number, length: number): number {
  let result = 0;
  for (let i = 0; i < length; i += 1) result |= ((code >> i) & 1) << (length - 1 - i);
  return result;
}

class Bits {
  readonly #bytes: Uint8Array;
  #at: number;
  #held = 0;
  #count = 0;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.#at = at;
  }

  /** Whether bits were asked for beyond the end. */
  get ended(): boolean {
    return this.#at > this.#bytes.length + 4;
  }

  take(count: number): number {
    this.#fill(count);
    const value = this.#held & ((1 << count) - 1);
    this.#held >>>= count;
    this.#count -= count;
    return value;
  }

  /** -1 where the bits are no code. */
  symbol(table: Uint16Array): number {
    this.#fill(15);
    const entry = table[this.#held & (table.length - 1)] ?? 0;
    if (entry === 0) return -1;
    this.#held >>>= entry & 15;
    this.#count -= entry & 15;
    return entry >> 4;
  }

  /** Over a block that is not packed: its length. */
  skipStored(): number {
    this.#at -= this.#count >> 3;
    this.#held = 0;
    this.#count = 0;
    const length = (this.#bytes[this.#at] ?? 0) | ((this.#bytes[this.#at + 1] ?? 0) << 8);
    const left = Math.max(0, this.#bytes.length - this.#at - 4);
    this.#at += 4 + length;
    return Math.min(length, left);
  }

  #fill(count: number): void {
    while (this.#count < count) {
      this.#held |= (this.#bytes[this.#at] ?? 0) << this.#count;
      this.#at += 1;
      this.#count += 8;
    }
  }
}
