import { Deserializer, Serializer } from 'node:v8';

/** Documented for those who write a Serializer of their own (nodejs.org/api/v8.html), and missing in the types. */
declare module 'node:v8' {
  interface Serializer {
    _setTreatArrayBufferViewsAsHostObjects(flag: boolean): void;
    _writeHostObject(object: object): void;
  }
  interface Deserializer {
    _readHostObject(): object;
  }
}

/**
 * A message between the pool and a child: how many bytes follow, how many of them are the value, the value as V8 writes
 * it, then the bytes of its files as they are. Files are not copied into the value: a filing may have thirty megabytes.
 */
const headBytes = 8;

/** The buffers to be written one after the other, and how many bytes they are. */
export function frameOf(value: unknown): { readonly parts: readonly Uint8Array[]; readonly bytes: number } {
  const writer = new FrameWriter();
  writer.writeHeader();
  writer.writeValue(value);
  const body = writer.releaseBuffer();
  const files = writer.files;
  const bytes = files.reduce((sum, file) => sum + file.byteLength, body.byteLength + headBytes);
  const head = Buffer.alloc(headBytes);
  head.writeUInt32LE(bytes - headBytes, 0);
  head.writeUInt32LE(body.byteLength, 4);
  return { parts: [head, body, ...files], bytes };
}

class FrameWriter extends Serializer {
  readonly files: Uint8Array[] = [];
  private at = 0;

  constructor() {
    super();
    // oxlint-disable-next-line no-underscore-dangle -- V8's name for it
    this._setTreatArrayBufferViewsAsHostObjects(true);
  }

  /** V8 hands over what it cannot write itself; of a message that is files only. */
  override _writeHostObject(file: object): void {
    if (!(file instanceof Uint8Array)) throw new TypeError('only Uint8Array travels between the pool and a child');
    this.files.push(file);
    this.writeUint32(this.at);
    this.writeUint32(file.byteLength);
    this.at += file.byteLength;
  }
}

class FrameValue extends Deserializer {
  private readonly files: Uint8Array;

  constructor(body: Uint8Array, files: Uint8Array) {
    super(body);
    this.files = files;
  }

  override _readHostObject(): Uint8Array {
    const [at, length] = [this.readUint32(), this.readUint32()];
    return new Uint8Array(this.files.buffer, this.files.byteOffset + at, length);
  }
}

/** A message that says it is longer than may be: nothing of it is kept. */
export class FrameTooLarge extends Error {}

/** Puts messages together from the pieces in which they arrive. */
export class FrameReader {
  /** Of the message to come, in bytes. */
  largest: number;
  private pieces: Uint8Array[] = [];
  private held = 0;
  private readonly take: (value: unknown) => void;

  constructor(largest: number, take: (value: unknown) => void) {
    this.largest = largest;
    this.take = take;
  }

  /** Throws FrameTooLarge as soon as the head of such a message is there. */
  push(piece: Uint8Array): void {
    this.pieces.push(piece);
    this.held += piece.byteLength;
    for (;;) {
      if (this.held < headBytes) return;
      const head = this.first(headBytes);
      const length = head.readUInt32LE(0);
      if (length > this.largest) throw new FrameTooLarge(`${length} bytes`);
      if (this.held < headBytes + length) return;
      const body = head.readUInt32LE(4);
      const whole = this.first(headBytes + length);
      const rest = whole.subarray(headBytes + length);
      this.pieces = rest.byteLength === 0 ? [] : [rest];
      this.held = rest.byteLength;
      this.take(valueIn(whole.subarray(headBytes, headBytes + length), body));
    }
  }

  /** At least so many of the bytes that arrived, in one piece. */
  private first(bytes: number): Buffer {
    const [first] = this.pieces;
    if (first !== undefined && first.byteLength >= bytes)
      return Buffer.from(first.buffer, first.byteOffset, first.byteLength);
    const whole = Buffer.concat(this.pieces);
    this.pieces = [whole];
    return whole;
  }
}

function valueIn(message: Uint8Array, body: number): unknown {
  const reader = new FrameValue(message.subarray(0, body), message.subarray(body));
  reader.readHeader();
  return reader.readValue();
}
