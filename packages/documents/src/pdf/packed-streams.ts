import { unzlibSync } from 'fflate';
import { mostUnpacked } from '../build/bounds.ts';
import { tooLarge } from '../build/refusals.ts';
import type { SourceFile } from '../reader.ts';
import { unpackedSize } from './unpacked-size.ts';

const { size: largest, innocent, ratio, contents: largestContents, allContents } = mostUnpacked.pdf;
/** No stream of this many packed bytes unpacks to more than `innocent`: each two bits are 258 bytes at most. */
const small = Math.floor(innocent / 1032);
const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024);

interface PackedStream {
  /** Of the object, as `12` in `12 0 obj`. */
  readonly number: number;
  readonly dictionary: string;
  readonly start: number;
  /** As packed, up to the next word `endstream` or further. */
  readonly length: number;
  readonly isLengthSaid: boolean;
}

/**
 * pdf.js unpacks a stream whole, however large it becomes, and cannot be stopped while it does. So before it sees the file,
 * what is packed is counted. Throws a Refusal that names the object. Pictures are left aside: to read, none is unpacked.
 */
export function refuseBombs({ name, bytes }: SourceFile): void {
  const streams = streamsIn(bytes);
  const contents = contentsOf(bytes, streams);
  const drawn = new Set(contents.flat());
  const sizes = new Map<number, number>();
  for (const stream of streams) {
    if (isPicture(stream) && !drawn.has(stream.number)) continue;
    const where = `object ${stream.number}`;
    if (isPackedTwice(stream))
      throw tooLarge(name, where, { 'zh-Hant': '內容重複壓縮', en: 'its content is packed more than once' });
    if (stream.length > small || !stream.isLengthSaid)
      sizes.set(stream.number, checkedSize(name, bytes, stream, where));
  }
  refuseLargeContents(name, bytes, contents, new Map(streams.map((stream) => [stream.number, stream])), sizes);
}

function checkedSize(name: string, bytes: Uint8Array, stream: PackedStream, where: string): number {
  const most = Math.min(largest, Math.max(innocent, stream.length * ratio));
  const size = unpackedSize(bytes, stream.start, most);
  if (size <= most) return size;
  if (size > largest)
    throw tooLarge(name, where, {
      'zh-Hant': `解壓縮後 ${megabytes(largest)} MB`,
      en: `${megabytes(largest)} MB unpacked`,
    });
  throw tooLarge(name, where, {
    'zh-Hant': `解壓縮後為壓縮檔的 ${ratio} 倍以上，疑為壓縮炸彈`,
    en: `it unpacks to more than ${ratio} times its size, like a bomb`,
  });
}

/** What the pages draw: one stream may be named again and again, by a page or by all of them. */
function refuseLargeContents(
  name: string,
  bytes: Uint8Array,
  contents: readonly (readonly number[])[],
  streams: ReadonlyMap<number, PackedStream>,
  sizes: Map<number, number>,
): void {
  const sizeOf = (number: number): number => {
    const stream = streams.get(number);
    if (stream === undefined) return 0;
    const size = sizes.get(number) ?? Math.max(stream.length, unpackedSize(bytes, stream.start, innocent));
    sizes.set(number, size);
    return size;
  };
  let all = 0;
  for (const parts of contents) {
    const size = parts.reduce((sum, number) => sum + sizeOf(number), 0);
    all += size;
    if (size > largestContents || all > allContents) {
      const limit = megabytes(size > largestContents ? largestContents : allContents);
      throw tooLarge(name, `contents ${parts[0]}`, { 'zh-Hant': `${limit} MB`, en: `${limit} MB` });
    }
  }
}

/** Every object of the file that has a stream, found by the words that stand before one. */
function streamsIn(bytes: Uint8Array): PackedStream[] {
  const streams: PackedStream[] = [];
  let end = 0;
  for (let at = nextWord(bytes, 'stream', 0); at >= 0; at = nextWord(bytes, 'stream', at + 6)) {
    const head = headOf(latin(bytes, Math.max(0, at - longestDictionary), at));
    if (head === null) continue;
    const start = at + 6 + (bytes[at + 6] === 13 ? 2 : 1);
    if (end >= 0 && end < start) end = nextWord(bytes, 'endstream', start);
    // What it says of its own length is believed only where it makes it longer.
    const said = /\/Length\s+(\d+)\b(?!\s+\d+\s+R)/.exec(head.dictionary)?.[1];
    const length = Math.max(Math.min(Number(said ?? 0), bytes.length - start), (end < 0 ? bytes.length : end) - start);
    streams.push({ ...head, start, length, isLengthSaid: said !== undefined });
  }
  return streams;
}

/** Most are far shorter; of a longer one the end is looked at, where programs write the filter and the length. */
const longestDictionary = 2_000;

/** null where the word stands after no dictionary of an object. */
function headOf(before: string): Pick<PackedStream, 'number' | 'dictionary'> | null {
  if (!before.trimEnd().endsWith('>>')) return null;
  const at = before.lastIndexOf('obj');
  const number = /(\d+)\s+\d+\s+$/.exec(before.slice(Math.max(0, at - 30), Math.max(0, at)))?.[1];
  return { number: Number(number ?? -1), dictionary: before.slice(at + 3) };
}

function isPicture({ dictionary }: PackedStream): boolean {
  return /\/Subtype\s*\/Image\b/.test(dictionary);
}

/** No program packs what is packed; text that stands for bytes around it is usual. */
function isPackedTwice({ dictionary }: PackedStream): boolean {
  const filters = /\/F(?:ilter)?\s*\[([^\]]*)\]/.exec(dictionary)?.[1] ?? '';
  return (filters.match(/\/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\b/g)?.length ?? 0) > 1;
}

/** Of each page that can be seen, its streams of content. Pages may stand in streams that hold objects. */
function contentsOf(bytes: Uint8Array, streams: readonly PackedStream[]): number[][] {
  const held = streams.filter(({ dictionary }) => /\/Type\s*\/ObjStm\b/.test(dictionary));
  const texts = [bytes, ...held.flatMap((stream) => unpacked(bytes, stream))];
  return texts.flatMap((text) => contentsIn(text));
}

function unpacked(bytes: Uint8Array, { start, length }: PackedStream): Uint8Array[] {
  if (unpackedSize(bytes, start, innocent) > innocent) return [];
  try {
    return [unzlibSync(bytes.subarray(start, start + length))];
  } catch {
    return [];
  }
}

function contentsIn(bytes: Uint8Array): number[][] {
  const found: number[][] = [];
  for (let at = nextWord(bytes, '/Contents', 0); at >= 0; at = nextWord(bytes, '/Contents', at)) {
    at += '/Contents'.length;
    const first = latin(bytes, at, at + 40);
    const close = /^\s*\[/.test(first) ? bytes.indexOf(']'.charCodeAt(0), at) : -1;
    const list = close < 0 ? (/^\s*\d+\s+\d+\s+R/.exec(first)?.[0] ?? '') : latin(bytes, at, close);
    found.push(Array.from(list.matchAll(/(\d+)\s+\d+\s+R/g), ([, number]) => Number(number)));
    at = Math.max(at, close);
  }
  return found.filter((parts) => parts.length > 0);
}

/** -1 where there is none. */
function nextWord(bytes: Uint8Array, word: string, from: number): number {
  const first = word.charCodeAt(0);
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let same = 1;
    while (same < word.length && bytes[at + same] === word.charCodeAt(same)) same += 1;
    if (same === word.length) return at;
  }
  return -1;
}

const oneByteEach = new TextDecoder('latin1');

/** A character a byte. Those beyond ASCII may be others than in the file: nothing is sought among them. */
function latin(bytes: Uint8Array, from: number, to: number): string {
  return oneByteEach.decode(bytes.subarray(from, to));
}
