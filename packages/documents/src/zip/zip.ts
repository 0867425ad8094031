import { Inflate } from 'fflate';
import { decodeBig5 } from '../big5.ts';
import { mostUnpacked } from '../build/bounds.ts';
import { damaged, tooLarge } from '../build/refusals.ts';
import { encryptedFile } from '../refusals.ts';

const { size: largest, ratio: largestRatio, innocent, entries: mostEntries } = mostUnpacked.zip;

interface Entry {
  readonly method: number;
  readonly encrypted: boolean;
  readonly packedSize: number;
  readonly offset: number;
}

/** UTF-8, or, as programs for Taiwan wrote them, Big5. */
function nameOf(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes);
  return (text.includes('\ufffd') ? decodeBig5(bytes) : text).replaceAll('\\', '/');
}

/** A ZIP container held in memory; entries are unpacked one at a time and only when asked for. */
export class Zip {
  readonly #name: string;
  readonly #format: string;
  readonly #bytes: Uint8Array;
  readonly #entries: ReadonlyMap<string, Entry>;
  /** Bytes that came out so far: a part may be named again and again, and parts may share what they are packed in. */
  #unpacked = 0;

  /** Throws a Refusal where the container is cut off or holds too many entries. `format` is for messages: ODS, XLSX. */
  constructor(name: string, format: string, bytes: Uint8Array) {
    this.#name = name;
    this.#format = format;
    this.#bytes = bytes;
    this.#entries = this.#directory();
  }

  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  has(path: string): boolean {
    return this.#entries.has(path);
  }

  /** Throws a Refusal where the entry is missing, encrypted, cut off, or a bomb. */
  read(path: string): Uint8Array {
    const chunks: Uint8Array[] = [];
    this.stream(path, (chunk) => chunks.push(chunk));
    const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
    let at = 0;
    for (const chunk of chunks) {
      whole.set(chunk, at);
      at += chunk.length;
    }
    return whole;
  }

  /** As `read`, a piece at a time. The sizes that the directory states are not believed: what comes out is counted. */
  stream(path: string, onChunk: (chunk: Uint8Array) => void): void {
    const entry = this.#entries.get(path);
    if (entry === undefined) throw damaged(this.#name, this.#format, `no ${path}`);
    if (entry.encrypted) throw encryptedFile(this.#name);
    const packed = this.#packed(path, entry);
    let size = 0;
    const take = (chunk: Uint8Array): void => {
      size += chunk.length;
      this.#unpacked += chunk.length;
      this.#checkSize(path, size, packed.length);
      onChunk(chunk);
    };
    if (entry.method === 0) return take(packed);
    if (entry.method !== 8)
      throw damaged(this.#name, this.#format, `${path}: packed by unknown method ${entry.method}`);
    this.#inflate(path, packed, take);
  }

  /** As it is packed; nothing where that is cut off. */
  packed(path: string): Uint8Array {
    const entry = this.#entries.get(path);
    if (entry === undefined) return new Uint8Array();
    return this.#bytes.subarray(entry.offset, entry.offset + entry.packedSize);
  }

  #inflate(path: string, packed: Uint8Array, take: (chunk: Uint8Array) => void): void {
    const inflate = new Inflate(take);
    const step = 32 * 1024;
    let refusal: unknown;
    for (let at = 0; at < packed.length || at === 0; at += step) {
      try {
        inflate.push(packed.subarray(at, at + step), at + step >= packed.length);
      } catch (fault) {
        refusal = fault;
        break;
      }
    }
    if (refusal === undefined) return;
    // What `take` throws is for the user as it is; fflate's own faults carry a code.
    if (refusal instanceof Error && !('code' in refusal)) throw refusal;
    throw damaged(this.#name, this.#format, `${path} cannot be unpacked`);
  }

  #checkSize(path: string, size: number, packedSize: number): void {
    if (this.#unpacked > largest) {
      const megabytes = largest / 1024 / 1024;
      throw tooLarge(this.#name, path, { 'zh-Hant': `解壓縮後 ${megabytes} MB`, en: `${megabytes} MB unpacked` });
    }
    if (size > innocent && size > packedSize * largestRatio) {
      throw tooLarge(this.#name, path, {
        'zh-Hant': `解壓縮後為壓縮檔的 ${largestRatio} 倍以上，疑為壓縮炸彈`,
        en: `it unpacks to more than ${largestRatio} times its size, like a zip bomb`,
      });
    }
  }

  #packed(path: string, entry: Entry): Uint8Array {
    const view = this.#view();
    if (entry.offset + 30 > view.byteLength || view.getUint32(entry.offset, true) !== 0x04034b50) {
      throw damaged(this.#name, this.#format, `${path} is missing`);
    }
    const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
    if (start + entry.packedSize > this.#bytes.length) throw damaged(this.#name, this.#format, `${path} is cut off`);
    return this.#bytes.subarray(start, start + entry.packedSize);
  }

  #directory(): Map<string, Entry> {
    const view = this.#view();
    const end = this.#endRecord(view);
    const count = view.getUint16(end + 10, true);
    let at = view.getUint32(end + 16, true);
    if (count > mostEntries || count === 0xffff) {
      throw tooLarge(this.#name, 'ZIP', { 'zh-Hant': `${mostEntries} 個項目`, en: `${mostEntries} entries` });
    }
    const entries = new Map<string, Entry>();
    for (let i = 0; i < count; i += 1) {
      if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) {
        throw damaged(this.#name, this.#format, 'its directory is broken');
      }
      const nameLength = view.getUint16(at + 28, true);
      const name = nameOf(this.#bytes.subarray(at + 46, at + 46 + nameLength));
      const same = entries.get(name);
      // A document's part is the last of its name; an archive's earlier file of the same name is one all the same.
      if (same !== undefined) entries.set(`${name} (${i})`, same);
      entries.set(name, {
        method: view.getUint16(at + 10, true),
        encrypted: (view.getUint16(at + 8, true) & 1) === 1,
        packedSize: view.getUint32(at + 20, true),
        offset: view.getUint32(at + 42, true),
      });
      at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
    return entries;
  }

  /** The end record is at the very end, but for a comment of at most 65,535 bytes. */
  #endRecord(view: DataView): number {
    const first = Math.max(0, view.byteLength - 22 - 0xffff);
    for (let at = view.byteLength - 22; at >= first; at -= 1) {
      if (view.getUint32(at, true) === 0x06054b50) return at;
    }
    throw damaged(this.#name, this.#format, 'the end of the ZIP container is missing: cut off, or no ZIP at all');
  }

  #view(): DataView {
    return new DataView(this.#bytes.buffer, this.#bytes.byteOffset, this.#bytes.byteLength);
  }
}
