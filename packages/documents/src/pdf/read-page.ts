import type { PDFPageProxy } from 'pdfjs-dist';
import type { Engine } from './engine.ts';
import { withoutDoubles } from './fake-bold.ts';
import { readable } from './glyph-text.ts';
import { drawPage, type DrawnGlyph } from './operators.ts';
import type { Glyph, PageContent, Rule } from './page-content.ts';
import { withoutRaised } from './raised-glyphs.ts';
import { withoutStruck } from './struck-glyphs.ts';
import { taggedTables } from './tagged-tables.ts';
import { turnedPoint, type Turns } from './turns.ts';
import { isWatermark } from './watermark.ts';

/** What is printed on one page, turned upright. Throws what pdf.js throws for a page that cannot be interpreted, and TooMuchDrawn. */
export async function readPage(page: PDFPageProxy, pdfjs: Engine): Promise<PageContent> {
  const { width, height } = page.getViewport({ scale: 1 });
  const drawing = await drawPage(page, pdfjs);
  const inside = drawing.glyphs.filter(({ from: [x, y] }) => x >= -2 && y >= -2 && x <= width + 2 && y <= height + 2);
  const turns = readingTurns(inside);
  const upright = sizeOf(turns, width, height);
  const flat: Glyph[] = [];
  const aslant: Glyph[] = [];
  for (const drawn of inside) {
    const glyph = uprightGlyph(drawn, turns, width, height);
    if (glyph === null) continue;
    if (quarterOf(drawn) === turns && !isWatermark(drawn, upright)) flat.push(glyph);
    else aslant.push(glyph);
  }
  const rules = drawing.rules.map((rule) => uprightRule(rule, turns, width, height));
  const standing = withoutStruck(withoutDoubles(flat), rules);
  const settled = withoutRaised(standing.glyphs);
  const isUnruled = !drawing.rules.some(({ x0, x1 }) => x0 === x1) && inside.some(({ mark }) => mark >= 0);
  return {
    ...upright,
    turns,
    glyphs: settled.glyphs,
    rules: standing.rules,
    leftOut: [...standing.leftOut, ...settled.leftOut],
    aslant: runsOf(withoutDoubles(aslant)),
    pictures: Math.min(1, drawing.pictureArea / (width * height || 1)),
    tagged: isUnruled ? await taggedTables(page) : [],
    byOcr: drawing.pictureArea > 0.4 * width * height && drawing.invisible * 2 > drawing.glyphs.length,
    unknown: drawing.unknown,
    operators: drawing.operators,
  };
}

/** The direction that most characters are printed in: 0 to the right, 1 downwards, 2 to the left, 3 upwards; null aslant. */
function quarterOf({ from, to }: DrawnGlyph): Turns | null {
  const dx = to[0] - from[0];
  const dy = to[1] - from[1];
  if (dx >= 0 && Math.abs(dy) <= 0.01 * dx) return 0;
  const quarters = Math.atan2(dy, dx) / (Math.PI / 2);
  const nearest = Math.round(quarters);
  return Math.abs(quarters - nearest) > 0.03 ? null : (((nearest + 4) % 4) as Turns);
}

function readingTurns(glyphs: readonly DrawnGlyph[]): Turns {
  const counts = [0, 0, 0, 0];
  for (const glyph of glyphs) {
    const quarter = quarterOf(glyph);
    if (quarter !== null) counts[quarter] = (counts[quarter] ?? 0) + 1;
  }
  return counts.indexOf(Math.max(...counts)) as Turns;
}

function sizeOf(turns: Turns, width: number, height: number): { width: number; height: number } {
  return turns % 2 === 0 ? { width, height } : { width: height, height: width };
}

function uprightGlyph(drawn: DrawnGlyph, turns: Turns, width: number, height: number): Glyph | null {
  const text = readable(drawn.text);
  if (text === '') return null;
  if (turns === 0 && drawn.from[0] <= drawn.to[0]) {
    return {
      text,
      x0: drawn.from[0],
      x1: drawn.to[0],
      y: drawn.from[1],
      size: drawn.size,
      spaced: drawn.spaced,
      run: drawn.run,
      mark: drawn.mark,
    };
  }
  const [x0, y] = turnedPoint(drawn.from, turns, width, height);
  const [x1] = turnedPoint(drawn.to, turns, width, height);
  return {
    text,
    x0: Math.min(x0, x1),
    x1: Math.max(x0, x1),
    y,
    size: drawn.size,
    spaced: drawn.spaced,
    run: drawn.run,
    mark: drawn.mark,
  };
}

function uprightRule({ x0, y0, x1, y1 }: Rule, turns: Turns, width: number, height: number): Rule {
  const [a, b] = turnedPoint([x0, y0], turns, width, height);
  const [c, d] = turnedPoint([x1, y1], turns, width, height);
  return { x0: Math.min(a, c), x1: Math.max(a, c), y0: Math.min(b, d), y1: Math.max(b, d) };
}

/** Text aslant in the order in which it was printed: a run ends where the next character is far off. */
function runsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const runs: Glyph[][] = [];
  let previous: Glyph | undefined;
  for (const glyph of glyphs) {
    const far =
      previous === undefined ||
      Math.hypot(glyph.x0 - previous.x0, glyph.y - previous.y) > 3 * Math.max(glyph.size, previous.size);
    if (far) runs.push([]);
    runs.at(-1)?.push(glyph);
    previous = glyph;
  }
  return runs;
}
