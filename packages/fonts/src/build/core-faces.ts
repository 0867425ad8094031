import { readFileSync } from 'node:fs';
import subsetFont from 'subset-font';
import { charactersOf } from '../characters.ts';
import { families } from '../families.ts';
import { core } from './core.ts';
import type { PageFace } from './page-faces.ts';
import { chunks } from './slices.ts';

/** A file to be written for the pages. */
export interface CoreFace {
  readonly family: string;
  /** As CSS writes it. */
  readonly weight: string;
  readonly name: string;
  /** Ascending. */
  readonly characters: readonly number[];
  readonly bytes: Buffer;
}

/**
 * What official texts use most, so small that a page is read soon on a slow phone: in one weight each, cut by how often
 * the characters come. A page takes the first file of each and a few of the small ones; what is in none of them it takes
 * from the whole typefaces, as before.
 */
export async function coreFaces(serif: readonly PageFace[]): Promise<readonly CoreFace[]> {
  const [sans] = families();
  if (sans === undefined) throw new RangeError('no typeface');
  const frequent = [...core].map(codeOf);
  // By their codes: ranges of neighbours make a small style sheet.
  const rare = levelOne()
    .filter((code) => !frequent.includes(code))
    .toSorted((a, b) => a - b);
  return [
    ...(await text(
      sans.regular,
      '400',
      [...signs, ...frequent.slice(0, 1_000)],
      [...frequent.slice(1_000), ...rare],
      24,
    )),
    ...(await text(sans.semiBold, '600 900', [...signs, ...frequent.slice(0, 100)], frequent.slice(100), 24)),
    ...(await titles(serif, new Set([...signs, ...frequent.slice(0, 300)]), new Set(frequent.slice(300)))),
  ];
}

const codeOf = (character: string): number => character.codePointAt(0) ?? 0;
/** Signs of texts and of these pages, and what a keyboard has. */
const signs = [
  ...'，。、；：？！「」『』（）《》〈〉【】…—～・％＋－＝／＜＞　–‘’“”×÷≥≤≠±⋯−■▲●◐○◇→←↑↓›§',
  ...Array.from({ length: 0x7f - 0x20 }, (_, at) => String.fromCodePoint(0x20 + at)),
].map(codeOf);

/** The frequent characters of Big5: its first level. */
function levelOne(): readonly number[] {
  const decoder = new TextDecoder('big5');
  const codes: number[] = [];
  for (let lead = 0xa4; lead <= 0xc6; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const [character = '', ...more] = decoder.decode(Uint8Array.of(lead, trail));
      if (more.length === 0 && /\p{Script=Han}/u.test(character)) codes.push(codeOf(character));
    }
  return codes;
}

async function text(
  file: string,
  weight: string,
  first: readonly number[],
  others: readonly number[],
  size: number,
): Promise<readonly CoreFace[]> {
  const font = readFileSync(file);
  const held = charactersOf(font);
  const together = await cut(font, others, 'sfnt');
  const parts = [first, ...chunks(others, size)].map((part) => part.filter((code) => held.has(code)));
  const faces: CoreFace[] = [];
  for (const [at, part] of parts.entries()) {
    const bytes = await cut(at === 0 ? font : together, part, 'woff2', { keepLayout: isLatin(part) });
    faces.push(faceOf('Guankao Text', weight, `text-${weight.slice(0, 3)}-${at}.woff2`, part, bytes));
  }
  return faces;
}

/** Headings: from each file of the typeface the frequent of its characters, and the less frequent ones apart. */
async function titles(
  serif: readonly PageFace[],
  first: ReadonlySet<number>,
  others: ReadonlySet<number>,
): Promise<readonly CoreFace[]> {
  const faces: CoreFace[] = [];
  for (const [at, { file, characters }] of serif.entries())
    for (const part of [
      characters.filter((code) => first.has(code)),
      ...chunks(
        characters.filter((code) => others.has(code) && !first.has(code)),
        8,
      ),
    ]) {
      if (part.length === 0) continue;
      const bytes = await cut(readFileSync(file), part, 'woff2', { keepLayout: isLatin(part), weight: 700 });
      faces.push(faceOf('Guankao Title', '700 900', `title-${at}-${faces.length}.woff2`, part, bytes));
    }
  return faces;
}

function faceOf(family: string, weight: string, name: string, characters: readonly number[], bytes: Buffer): CoreFace {
  return { family, weight, name, characters: characters.toSorted((a, b) => a - b), bytes };
}

/** Latin letters are kerned; Chinese characters stand alone. */
const isLatin = (characters: readonly number[]): boolean => characters.includes(0x41);

interface CutOptions {
  /** With what neighbours do to each other. */
  readonly keepLayout?: boolean;
  /** One weight of a variable font. */
  readonly weight?: number;
}

const layoutTables = ['GDEF', 'GPOS', 'GSUB'];

/** Without the tables for vertical setting, and usually without those for what neighbours do to each other. */
export function cut(
  font: Buffer,
  characters: readonly number[],
  targetFormat: 'sfnt' | 'woff' | 'woff2',
  { keepLayout = false, weight }: CutOptions = {},
): Promise<Buffer> {
  return subsetFont(font, String.fromCodePoint(...characters), {
    targetFormat,
    dropTables: ['BASE', 'DSIG', 'MATH', 'STAT', 'VORG', 'vhea', 'vmtx', ...(keepLayout ? [] : layoutTables)],
    noLayoutClosure: true,
    noHinting: true,
    ...(weight === undefined ? {} : { variationAxes: { wght: weight } }),
  });
}
