import { glyphsOf, startOf } from '../characters.ts';

/** One character as a font draws it. */
interface Glyph {
  readonly outline: Buffer;
  /** Advance and left side bearing, as `hmtx` holds them. */
  readonly measures: Buffer;
}

/**
 * One TrueType font of the characters of several that were cut from one typeface in one weight, so that they share units
 * and lines. A character comes from the first that has it; nothing is said of what neighbours do to each other.
 * Throws an Error for a glyph that is put together from others of its file.
 */
export function merged(fonts: readonly Buffer[]): Buffer {
  const [first] = fonts;
  if (first === undefined) throw new RangeError('no font to merge');
  const byCode = new Map<number, Glyph>();
  for (const font of fonts)
    for (const [code, glyph] of glyphsOf(font)) if (!byCode.has(code)) byCode.set(code, glyphOf(font, glyph));
  const codes = [...byCode.keys()].toSorted((a, b) => a - b);
  const glyphs = [glyphOf(first, 0), ...codes.flatMap((code) => byCode.get(code) ?? [])];
  const largest = (at: number): number =>
    Math.max(...fonts.map((font) => font.readUInt16BE(startOf(font, 'maxp') + at)));
  return fontOf([
    ['OS/2', tableOf(first, 'OS/2')],
    ['cmap', cmapOf(codes)],
    ['glyf', Buffer.concat(glyphs.map(({ outline }) => outline))],
    ['head', withNumbers(tableOf(first, 'head'), [[50, 1]])],
    ['hhea', withNumbers(tableOf(first, 'hhea'), [[34, glyphs.length]])],
    ['hmtx', Buffer.concat(glyphs.map(({ measures }) => measures))],
    ['loca', longs(startsOf(glyphs))],
    [
      'maxp',
      withNumbers(tableOf(first, 'maxp'), [
        [4, glyphs.length],
        // Points and contours of the glyph that has most.
        [6, largest(6)],
        [8, largest(8)],
      ]),
    ],
    ['name', tableOf(first, 'name')],
    ['post', tableOf(first, 'post')],
  ]);
}

function glyphOf(font: Buffer, glyph: number): Glyph {
  const head = startOf(font, 'head');
  const loca = startOf(font, 'loca');
  const glyf = startOf(font, 'glyf');
  const start = (of: number): number =>
    glyf +
    (font.readInt16BE(head + 50) === 0 ? 2 * font.readUInt16BE(loca + 2 * of) : font.readUInt32BE(loca + 4 * of));
  const outline = font.subarray(start(glyph), start(glyph + 1));
  if (outline.length > 0 && outline.readInt16BE(0) < 0) throw new Error(`glyph ${glyph} is put together from others`);
  return { outline: padded(outline), measures: measuresOf(font, glyph) };
}

/** The last glyphs of a font may share one advance: then only their bearings are written. */
function measuresOf(font: Buffer, glyph: number): Buffer {
  const hmtx = startOf(font, 'hmtx');
  const full = font.readUInt16BE(startOf(font, 'hhea') + 34);
  if (glyph < full) return font.subarray(hmtx + 4 * glyph, hmtx + 4 * glyph + 4);
  const bearing = hmtx + 4 * full + 2 * (glyph - full);
  return Buffer.concat([font.subarray(hmtx + 4 * full - 4, hmtx + 4 * full - 2), font.subarray(bearing, bearing + 2)]);
}

function tableOf(font: Buffer, tag: string): Buffer {
  const start = startOf(font, tag);
  for (let at = 12; ; at += 16)
    if (font.toString('latin1', at, at + 4) === tag) return font.subarray(start, start + font.readUInt32BE(at + 12));
}

/** A copy with 16-bit numbers written at the given places. */
function withNumbers(table: Buffer, numbers: readonly (readonly [at: number, value: number])[]): Buffer {
  const copy = Buffer.from(table);
  for (const [at, value] of numbers) copy.writeUInt16BE(value, at);
  return copy;
}

/** Where each glyph begins, and where the last one ends. */
function startsOf(glyphs: readonly Glyph[]): readonly number[] {
  const starts = [0];
  for (const { outline } of glyphs) starts.push((starts.at(-1) ?? 0) + outline.length);
  return starts;
}

/** Format 12, the codes ascending, glyph 1 for the first of them. */
function cmapOf(codes: readonly number[]): Buffer {
  const groups = codes.flatMap((code, at) => [code, code, at + 1]);
  const encoding = Buffer.from([0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12]);
  const head = Buffer.from([0, 12, 0, 0]);
  return Buffer.concat([encoding, head, longs([16 + 4 * groups.length, 0, codes.length, ...groups])]);
}

function longs(numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * numbers.length);
  for (const [at, value] of numbers.entries()) bytes.writeUInt32BE(value, 4 * at);
  return bytes;
}

const padded = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);

/** Tables by their tags, ascending. Sums of control are left 0: whoever cuts the font writes them. */
function fontOf(tables: readonly (readonly [tag: string, bytes: Buffer])[]): Buffer {
  const head = Buffer.from([0, 1, 0, 0, 0, tables.length, 0, 0, 0, 0, 0, 0]);
  const entries: Buffer[] = [];
  let start = head.length + 16 * tables.length;
  for (const [tag, { length }] of tables) {
    entries.push(Buffer.concat([Buffer.from(tag, 'latin1'), longs([0, start, length])]));
    start += -(-length & ~3);
  }
  return Buffer.concat([head, ...entries, ...tables.map(([, bytes]) => padded(bytes))]);
}
