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
  const bytes = Buffer.from(font.buffer, font.byteOffset, font.byteLength);
  const table = startOf(bytes, 'cmap');
  const subtables = Array.from(
    { length: bytes.readUInt16BE(table + 2) },
    (_, at) => table + bytes.readUInt32BE(table + 8 + at * 8),
  );
  // Format 12 holds all of Unicode; where a font has it, format 4 repeats a part of it.
  const wide = subtables.find((at) => bytes.readUInt16BE(at) === 12);
  const narrow = subtables.find((at) => bytes.readUInt16BE(at) === 4);
  const codes = wide !== undefined ? format12(bytes, wide) : narrow !== undefined ? format4(bytes, narrow) : [];
  return new Set([...codes].filter((code) => !isControl(code)));
}

function startOf(font: Buffer, tag: string): number {
  for (let at = 12, left = font.readUInt16BE(4); left > 0; at += 16, left--) {
    if (font.toString('latin1', at, at + 4) === tag) return font.readUInt32BE(at + 8);
  }
  throw new Error(`a font without a table “${tag}”`);
}

/** Groups of consecutive code points, each with the glyph of its first. Glyph 0 is the box for what is missing. */
function* format12(font: Buffer, table: number): Generator<number> {
  for (let at = table + 16, left = font.readUInt32BE(table + 12); left > 0; at += 12, left--) {
    const [start, end, glyph] = [font.readUInt32BE(at), font.readUInt32BE(at + 4), font.readUInt32BE(at + 8)];
    for (let code = start; code <= end; code++) if (glyph + code - start !== 0) yield code;
  }
}

/** Segments of code points up to U+FFFF: the glyph is the code and a difference, or stands in a list (OpenType, cmap format 4). */
function* format4(font: Buffer, table: number): Generator<number> {
  const size = font.readUInt16BE(table + 6);
  for (let segment = 0; segment < size; segment += 2) {
    const end = font.readUInt16BE(table + 14 + segment);
    const start = font.readUInt16BE(table + 16 + size + segment);
    const difference = font.readUInt16BE(table + 16 + size * 2 + segment);
    const list = table + 16 + size * 3 + segment;
    const offset = font.readUInt16BE(list);
    for (let code = start; code <= end && code < 0xffff; code++) {
      const listed = offset === 0 ? code : font.readUInt16BE(list + offset + (code - start) * 2);
      if (listed !== 0 && ((listed + difference) & 0xffff) !== 0) yield code;
    }
  }
}

function isControl(code: number): boolean {
  return code < 0x20 || (code >= 0x7f && code < 0xa0);
}
