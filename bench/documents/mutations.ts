import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A file damaged as files get damaged, and as attackers damage them. `isZip`: half of them inside, in a container that is sound. */
export function mutated(bytes: Uint8Array, isZip: boolean, random: () => number): Uint8Array {
  const times = 1 + Math.floor(random() * 6);
  if (!isZip || random() < 0.4) return repeatedly(bytes, times, random);
  const parts: Record<string, Uint8Array> = unzipSync(bytes);
  const names = Object.keys(parts).filter((name) => name !== 'mimetype');
  for (let i = 0; i < times; i += 1) {
    const name = names[Math.floor(random() * names.length)] ?? '';
    const part = parts[name];
    if (part !== undefined) parts[name] = random() < 0.6 ? mutatedXml(part, random) : damaged(part, random);
  }
  return zipSync(parts, { level: 1 });
}

function repeatedly(bytes: Uint8Array, times: number, random: () => number): Uint8Array {
  let result: Uint8Array = bytes;
  for (let i = 0; i < times; i += 1) result = random() < 0.25 ? withOddNumber(result, random) : damaged(result, random);
  return result;
}

function damaged(bytes: Uint8Array, random: () => number): Uint8Array {
  const at = Math.floor(random() * bytes.length);
  const length = Math.floor(random() ** 3 * Math.min(4_000, bytes.length - at));
  const before = bytes.subarray(0, at);
  const within = bytes.subarray(at, at + length);
  const after = bytes.subarray(at + length);
  switch (Math.floor(random() * 6)) {
    case 0:
      return joined(before, after);
    case 1:
      return joined(before, within, within, after);
    case 2:
      return joined(
        before,
        within.map(() => Math.floor(random() * 256)),
        after,
      );
    case 3:
      return joined(before, Uint8Array.of(Math.floor(random() * 256)), bytes.subarray(at + 1));
    case 4:
      return random() < 0.3 ? before : joined(after, before);
    default:
      return joined(
        before,
        within.map((byte) => byte ^ (1 << Math.floor(random() * 8))),
        after,
      );
  }
}

const oddNumbers = ['0', '-1', '1000000000', '4294967295', '99999999999999999999', '1e309', '0.0000001', 'NaN', ''];

/** A number somewhere in the file becomes one that nobody expects. */
function withOddNumber(bytes: Uint8Array, random: () => number): Uint8Array {
  const from = Math.floor(random() * bytes.length);
  for (let at = from; at < Math.min(bytes.length, from + 5_000); at += 1) {
    if (!isDigit(bytes[at])) continue;
    let end = at;
    while (isDigit(bytes[end])) end += 1;
    return joined(
      bytes.subarray(0, at),
      strToU8(oddNumbers[Math.floor(random() * oddNumbers.length)] ?? ''),
      bytes.subarray(end),
    );
  }
  return bytes;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

/** Elements dropped, doubled, moved, emptied, renamed; attributes with odd numbers. The part stays nearly XML. */
function mutatedXml(bytes: Uint8Array, random: () => number): Uint8Array {
  const text = strFromU8(bytes);
  const tags = [...text.matchAll(/<[^>]+>/g)];
  const tag = tags[Math.floor(random() * tags.length)];
  const other = tags[Math.floor(random() * tags.length)];
  if (tag === undefined || other === undefined) return bytes;
  const [start, end] = [Math.min(tag.index, other.index), Math.max(tag.index, other.index)];
  switch (Math.floor(random() * 5)) {
    case 0:
      return strToU8(text.slice(0, tag.index) + text.slice(tag.index + tag[0].length));
    case 1:
      return strToU8(text.slice(0, end) + text.slice(start, end) + text.slice(end));
    case 2:
      return strToU8(text.slice(0, tag.index) + other[0] + text.slice(tag.index + tag[0].length));
    case 3:
      return strToU8(text.slice(0, start) + text.slice(end));
    default:
      return withOddNumber(bytes, random);
  }
}

function joined(...parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
