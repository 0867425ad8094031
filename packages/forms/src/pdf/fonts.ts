import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * Traditional first; Simplified glyphs, which conversions leave in filings, come from the second family.
 * Both are OFL, from npm: nothing of the machine's own fonts is relied on.
 */
const fonts = [
  '@expo-google-fonts/noto-sans-tc/400Regular',
  '@expo-google-fonts/noto-sans-tc/700Bold',
  '@expo-google-fonts/noto-sans-sc/400Regular',
];
const files = ['NotoSansTC_400Regular.ttf', 'NotoSansTC_700Bold.ttf', 'NotoSansSC_400Regular.ttf'];

export function fontFolders(): string[] {
  const here = createRequire(import.meta.url);
  return fonts.map((font) => dirname(here.resolve(`${font}/index.js`)));
}

/** Printed where no font has the character: what proof-readers have always set for a missing sort. */
const geta = '〓';

let covered: ReadonlySet<number> | undefined;

/** Every character that one of the fonts can print. */
function coverage(): ReadonlySet<number> {
  if (covered !== undefined) return covered;
  const all = new Set<number>();
  for (const [at, folder] of fontFolders().entries()) {
    if (at !== 1) for (const code of charactersOf(readFileSync(join(folder, files[at] ?? '')))) all.add(code);
  }
  covered = all;
  return all;
}

/** The characters of `text` that no font of ours has, each once: named in the export's report. */
function unprintable(text: string): readonly string[] {
  const have = coverage();
  return [...new Set(text)].filter(
    (character) => !/[\s\u200b-\u200f\ufeff]/.test(character) && !have.has(character.codePointAt(0) ?? 0),
  );
}

/** PDF/UA allows no character without a glyph. */
export function replaceUnprintable(text: string): string {
  const missing = unprintable(text);
  return missing.length === 0 ? text : missing.reduce((whole, character) => whole.replaceAll(character, geta), text);
}

/** The code points of a TrueType font's Unicode table (cmap, format 12 or 4). */
function* charactersOf(font: Buffer): Generator<number> {
  const table = cmapOf(font);
  const subtables = Array.from(
    { length: font.readUInt16BE(table + 2) },
    (_, at) => table + font.readUInt32BE(table + 8 + at * 8),
  );
  const wide = subtables.find((at) => font.readUInt16BE(at) === 12);
  const narrow = subtables.find((at) => font.readUInt16BE(at) === 4);
  if (wide !== undefined) yield* format12(font, wide);
  else if (narrow !== undefined) yield* format4(font, narrow);
}

function cmapOf(font: Buffer): number {
  for (let at = 12, left = font.readUInt16BE(4); left > 0; at += 16, left--) {
    if (font.toString('latin1', at, at + 4) === 'cmap') return font.readUInt32BE(at + 8);
  }
  throw new Error('a font without a cmap table');
}

function* format12(font: Buffer, table: number): Generator<number> {
  for (let at = table + 16, left = font.readUInt32BE(table + 12); left > 0; at += 12, left--) {
    for (let code = font.readUInt32BE(at); code <= font.readUInt32BE(at + 4); code++) yield code;
  }
}

function* format4(font: Buffer, table: number): Generator<number> {
  const segments = font.readUInt16BE(table + 6) / 2;
  for (let at = 0; at < segments; at++) {
    const end = font.readUInt16BE(table + 14 + at * 2);
    const start = font.readUInt16BE(table + 16 + segments * 2 + at * 2);
    for (let code = start; code <= end && code < 0xffff; code++) yield code;
  }
}
