import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { glyphsOf, startOf } from '../characters.ts';
import { families } from '../families.ts';

/** What stands in for our faces until they come is as wide as they are: site.css holds the figures, the files decide. */

const style = readFileSync(join(import.meta.dirname, '../../../web/src/style/site.css'), 'utf8');
/** As wide as Arial, letter by letter. */
const arial = join(
  dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')),
  'standard_fonts/LiberationSans-Regular.ttf',
);
/** How often English uses each letter, of a hundred, and the space between words. */
const letters = 'a8 b2 c3 d4 e13 f2 g2 h6 i7 k1 l4 m2 n7 o8 p2 r6 s6 t9 u3 v1 w2 y2 \u00a018';

type Advance = (character: string) => number;

/** How wide each character is, in em. */
function advancesOf(font: Buffer): Advance {
  const glyphs = glyphsOf(font);
  const [hmtx, units] = [startOf(font, 'hmtx'), font.readUInt16BE(startOf(font, 'head') + 18)];
  return (character) => font.readUInt16BE(hmtx + 4 * (glyphs.get(character.codePointAt(0) ?? 0) ?? 0)) / units;
}

function mean(advance: Advance): number {
  const weighed = letters.split(' ').map((one) => ({ letter: one[0] ?? '', times: Number(one.slice(1)) }));
  const all = weighed.reduce((sum, { times }) => sum + times, 0);
  return weighed.reduce((sum, { letter, times }) => sum + times * advance(letter.replace('\u00a0', ' ')), 0) / all;
}

/** Percentages of the n-th face of that name. */
function written(family: string, at: number): Readonly<Record<string, number>> {
  const [, face = ''] =
    [...style.matchAll(/@font-face \{([^}]+)\}/g)].filter(([text]) => text.includes(`'${family}'`))[at] ?? [];
  return Object.fromEntries(
    [...face.matchAll(/([a-z-]+): ([\d.]+)%/g)].map(([, name = '', value]) => [name, Number(value)]),
  );
}

test('Arial in place of our text: letters and figures as wide, lines as high', () => {
  const font = readFileSync(families()[0]?.regular ?? '');
  const [ours, theirs] = [advancesOf(font), advancesOf(readFileSync(arial))];
  const above = font.readInt16BE(startOf(font, 'hhea') + 4) / 10;
  for (const [at, adjust] of [mean(ours) / mean(theirs), ours('0') / theirs('0')].entries()) {
    const face = written('Text in Arial', at);
    expect(Math.abs((face['size-adjust'] ?? 0) - 100 * adjust)).toBeLessThan(0.5);
    expect(Math.abs(((face['ascent-override'] ?? 0) * (face['size-adjust'] ?? 0)) / 100 - above)).toBeLessThan(0.5);
  }
}, 30_000);
