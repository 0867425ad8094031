import { readFileSync } from 'node:fs';
import { families } from './families.ts';

/** The characters of one family, by code point. */
export interface Coverage {
  readonly family: string;
  readonly characters: ReadonlySet<number>;
}

let known: readonly Coverage[] | undefined;

/** What each family can show, in their order; read once, in about 50 ms. */
export function coverage(): readonly Coverage[] {
  known ??= families().map(({ name, regular }) => ({
    family: name,
    characters: charactersOf(readFileSync(regular)),
  }));
  return known;
}

/**
 * The code points for which a TrueType font has a glyph, control characters left out: fonts that list some draw nothing
 * that anyone could read. Throws an Error for a file without a table of characters.
 */
export function charactersOf(font: Uint8Array): ReadonlySet<number> {
  return new Set(glyphsOf(font).keys());
}

/** The same, each with the number of its glyph in the file. */
export function glyphsOf(font: Uint8Array): ReadonlyMap<number, number> {
  const bytes = Buffer.from(font.buffer, font.byteOffset, font.byteLength);
  const table = startOf(bytes, 'cmap');
  const subtables = Array.from(
    { length: bytes.readUInt16BE(table + 2) },
    (_, at) => table + bytes.readUInt32BE(table + 8 + at * 8),
  );
  // Format 12 holds all of Unicode; where a font has it, format 4 repeats a part of it.
  const wide = subtables.find((at) => bytes.readUInt16BE(at) === 12);
  const narrow = subtables.find((at) => bytes.readUInt16BE(at) === 4);
  const pairs = wide !== undefined ? format12(bytes, wide) : narrow !== undefined ? format4(bytes, narrow) : [];
  return new Map([...pairs].filter(([code]) => !isControl(code)));
}

/** Where a table begins. Throws an Error for a font without it. */
export function startOf(font: Buffer, tag: string): number {
  for (let at = 12, left = font.readUInt16BE(4); left > 0; at += 16, left--) {
    if (font.toString('latin1', at, at + 4) === tag) return font.readUInt32BE(at + 8);
  }
  throw new Error(`a font without a table “${tag}”`);
}

type Pair = readonly [code: number, glyph: number];

/** Groups of consecutive code points, each with the glyph of its first. Glyph 0 is the box for what is missing. */
function* format12(font: Buffer, table: number): Generator<Pair> {
  for (let at = table + 16, left = font.readUInt32BE(table + 12); left > 0; at += 12, left--) {
    const [start, end, first] = [font.readUInt32BE(at), font.readUInt32BE(at + 4), font.readUInt32BE(at + 8)];
    for (let code = start; code <= end; code++) {
      const glyph = first + code - start;
      if (glyph !== 0) yield [code, glyph];
    }
  }
}

/** Segments of code points up to U+FFFF: the glyph is the code and a difference, or stands in a list (OpenType, cmap format 4). */
function* format4(font: Buffer, table: number): Generator<Pair> {
  const size = font.readUInt16BE(table + 6);
  for (let segment = 0; segment < size; segment += 2) {
    const end = font.readUInt16BE(table + 14 + segment);
    const start = font.readUInt16BE(table + 16 + size + segment);
    const difference = font.readUInt16BE(table + 16 + size * 2 + segment);
    const list = table + 16 + size * 3 + segment;
    const offset = font.readUInt16BE(list);
    for (let code = start; code <= end && code < 0xffff; code++) {
      const listed = offset === 0 ? code : font.readUInt16BE(list + offset + (code - start) * 2);
      const glyph = (listed + difference) & 0xffff;
      if (listed !== 0 && glyph !== 0) yield [code, glyph];
    }
  }
}

function isControl(code: number): boolean {
  return code < 0x20 || (code >= 0x7f && code < 0xa0);
}
