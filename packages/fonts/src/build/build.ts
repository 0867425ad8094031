import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { coverage } from '../characters.ts';
import { families } from '../families.ts';
import { unicodeRange } from '../unicode-range.ts';
import { coreFaces, cut as subset } from './core-faces.ts';
import { pageFaces, type PageFace } from './page-faces.ts';
import { chunks, supplement, type Slice } from './slices.ts';

/**
 * Makes the fonts of the pages: node scripts/run.mjs packages/fonts/src/build/build.ts FOLDER
 * `fonts.css` in it names the other files beside it. What it claims for a file, the file has.
 */

const supplementFamily = 'Noto Sans Supplement';
/** About 20 kB each. */
const sliceSize = 96;
/** Cutting a slice from 1,536 characters instead of 30,000 takes a tenth of the time. */
const slicesAtOnce = 16;

const [folder = ''] = process.argv.slice(2);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const sans = await pageFaces('noto-sans-tc');
const serif = await pageFaces('noto-serif-tc');
const inBoth = commonCharacters(sans, serif);
const slices = supplement(coverage(), inBoth, sliceSize);
for (const { file } of [...sans, ...serif]) copyFileSync(file, join(folder, basename(file)));
for (const { name, regular } of families()) {
  const font = readFileSync(regular);
  for (const part of chunks(
    slices.filter(({ family }) => family === name),
    slicesAtOnce,
  ))
    await cut(font, part);
}
const cores = await coreFaces(serif);
for (const { name, bytes } of cores) writeFileSync(join(folder, name), bytes);
const style = Buffer.from(styleSheet());
writeFileSync(join(folder, 'fonts.css'), style);
writeFileSync(join(folder, 'fonts.css.gz'), gzipSync(style, { level: 9 }));
writeFileSync(join(folder, 'fonts.css.br'), brotliCompressSync(style));

/** A page's headings are set in the one typeface and its texts in the other: the supplement serves both. */
function commonCharacters(one: readonly PageFace[], other: readonly PageFace[]): ReadonlySet<number> {
  const held = new Set(one.flatMap(({ characters }) => characters));
  return new Set(other.flatMap(({ characters }) => characters.filter((code) => held.has(code))));
}

async function cut(font: Buffer, part: readonly Slice[]): Promise<void> {
  const together = await subset(
    font,
    part.flatMap(({ characters }) => characters),
    'sfnt',
  );
  for (const slice of part)
    writeFileSync(join(folder, fileOf(slice)), await subset(together, slice.characters, 'woff'));
}

function fileOf({ family, characters }: Slice): string {
  return `${family.toLowerCase().replaceAll(' ', '-')}-${(characters[0] ?? 0).toString(16)}.woff`;
}

/** Files with the same characters stand together: the range that they share is compressed to nothing. */
function styleSheet(): string {
  const pageFace = ({ family, file, characters }: PageFace): string =>
    face(family, '100 900', `url(${basename(file)})format('woff2')`, characters);
  const main = sans.flatMap((one, at) => [one, ...(serif[at] === undefined ? [] : [serif[at]])]);
  return [
    ...cores.map(({ family, weight, name, characters }) =>
      face(family, weight, `url(${name})format('woff2')`, characters),
    ),
    ...main.filter(({ characters }) => characters.length > 0).map(pageFace),
    ...slices.map((slice) => face(supplementFamily, '400', `url(${fileOf(slice)})format('woff')`, slice.characters)),
    '',
  ].join('\n');
}

function face(family: string, weight: string, source: string, characters: readonly number[]): string {
  return `@font-face{font-family:'${family}';font-weight:${weight};font-display:swap;src:${source};unicode-range:${unicodeRange(characters)}}`;
}
