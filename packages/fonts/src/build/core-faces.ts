import { readFileSync } from 'node:fs';
import subsetFont from 'subset-font';
import { charactersOf } from '../characters.ts';
import { families } from '../families.ts';
import { core } from './core.ts';
import { merged } from './merge.ts';
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

/** How the characters of one style are parted: `first` in one file, the others by so many in files of their own. */
const parts = {
  text: { family: 'Guankao Text', weight: '400', first: 600, size: 24 },
  bold: { family: 'Guankao Text', weight: '600 900', first: 60, size: 12 },
  title: { family: 'Guankao Title', weight: '700 900', first: 100, size: 8 },
} as const;
type Style = keyof typeof parts;

/**
 * What pages show most, so small that a page is read soon on a slow phone: in one weight each, cut by on how many pages
 * the characters stand. A page takes the first file of each and a few of the small ones; what is in none of them it takes
 * from the whole typefaces.
 */
export async function coreFaces(serif: readonly PageFace[]): Promise<readonly CoreFace[]> {
  const [sans] = families();
  if (sans === undefined) throw new RangeError('no typeface');
  const regular = readFileSync(sans.regular);
  const bold = readFileSync(sans.semiBold);
  return [
    ...(await facesOf('text', regular, regular, [...core.text].map(codeOf), rare())),
    ...(await facesOf('bold', bold, bold, [...core.bold].map(codeOf))),
    ...(await facesOf('title', await latinOf(serif), await titlesOf(serif), [...core.title].map(codeOf))),
  ];
}

const codeOf = (character: string): number => character.codePointAt(0) ?? 0;
/** What a keyboard has, and the signs of texts and of these pages. */
const signs = [
  ...Array.from({ length: 0x7f - 0x20 }, (_, at) => String.fromCodePoint(0x20 + at)),
  ...'，。、；：？！「」『』（）《》〈〉【】…—～・·｜％＋－＝／＜＞　\u00a0–‘’“”×÷≥≤≠±⋯−■▲●◐○◇→←↑↓›§',
].map(codeOf);

/** The signs of Big5 beyond those: one of them would cost a file of the whole typefaces, of 60 to 120 kB. */
const moreSigns = big5(0xa1, 0xa3).filter((code) => !signs.includes(code) && !isHan(code));

/** The frequent characters of Big5, its first level, that are not of the core. */
function rare(): readonly number[] {
  const known = new Set([...core.text].map(codeOf));
  return big5(0xa4, 0xc6).filter((code) => !known.has(code) && isHan(code));
}

/** By their codes, since ranges of neighbours are short. */
function big5(firstLead: number, lastLead: number): readonly number[] {
  const decoder = new TextDecoder('big5');
  const codes = new Set<number>();
  for (let lead = firstLead; lead <= lastLead; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const [character = '', ...more] = decoder.decode(Uint8Array.of(lead, trail));
      if (more.length === 0) codes.add(codeOf(character));
    }
  return [...codes].toSorted((a, b) => a - b);
}

function isHan(code: number): boolean {
  return /\p{Script=Han}/u.test(String.fromCodePoint(code));
}

/** `latin` keeps what Latin letters do to each other; Chinese characters stand alone. */
async function facesOf(
  style: Style,
  latin: Buffer,
  whole: Buffer,
  frequent: readonly number[],
  others: readonly number[] = [],
): Promise<readonly CoreFace[]> {
  const { family, weight, first, size } = parts[style];
  const inLatin = charactersOf(latin);
  const held = charactersOf(whole);
  const rest = [...frequent.slice(first), ...moreSigns.filter((code) => held.has(code)), ...others];
  // Cutting a small file from a small one takes a tenth of the time.
  const together = await cut(whole, rest, 'sfnt');
  const otherSigns = signs.filter((code) => !inLatin.has(code));
  const cuts = [
    { from: latin, part: signs.filter((code) => inLatin.has(code)) },
    { from: whole, part: [...otherSigns, ...frequent.slice(0, first)] },
    ...chunks(rest, size).map((part) => ({ from: together, part })),
  ];
  const faces: CoreFace[] = [];
  for (const [at, { from, part }] of cuts.entries()) {
    const characters = part.filter((code) => from === latin || held.has(code));
    if (characters.length === 0) continue;
    const bytes = await cut(from, characters, 'woff2', { keepLayout: at === 0 });
    faces.push({
      family,
      weight,
      name: `${style}-${at}.woff2`,
      characters: characters.toSorted((a, b) => a - b),
      bytes,
    });
  }
  return faces;
}

/** Titles are bold: their weight of the variable typeface. */
const titleWeight = 700;

/** The file of a typeface that holds Latin letters, in the weight of titles. */
async function latinOf(serif: readonly PageFace[]): Promise<Buffer> {
  const face = serif.find(({ characters }) => characters.includes(0x41));
  if (face === undefined) throw new RangeError('a typeface without Latin letters');
  return cut(readFileSync(face.file), signs, 'sfnt', { keepLayout: true, weight: titleWeight });
}

/** The frequent characters out of all the files of the typeface, in the weight of titles. */
async function titlesOf(serif: readonly PageFace[]): Promise<Buffer> {
  const wanted = new Set([...core.title].map(codeOf).concat(signs, moreSigns));
  const fonts: Buffer[] = [];
  for (const { file, characters } of serif) {
    const part = characters.filter((code) => wanted.has(code));
    if (part.length > 0) fonts.push(await cut(readFileSync(file), part, 'sfnt', { weight: titleWeight }));
  }
  return merged(fonts);
}

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
