import { families } from '@guankao/fonts';
import type { PlanInShort } from '@guankao/web';

/** What the picture of a plan for previews shows. */
export interface SharedPlan extends PlanInShort {
  /** What the site is called. */
  readonly site: string;
  /** That it is an example, where it is one. */
  readonly note: string | null;
}

type Canvas = typeof import('@napi-rs/canvas');
type Pen = ReturnType<ReturnType<Canvas['createCanvas']>['getContext']>;

const [width, height, edge] = [1_200, 630, 72];
const colours = { paper: '#fcfaf4', ink: '#1c1a16', soft: '#494438', line: '#d8d1c0' };
const between = 36;
const nameSize = 22;
const smallest = 22;
const figureSizes = [36, 30, 26, smallest];
/** Longer names end in an ellipsis. */
const titleLines = 3;
/** Characters of a name that are looked at: more than three lines hold. */
const longestTitle = 400;

/** A PNG of 1,200 × 630 dots: whose plan, its name, its figures; what previews show beside a link. */
export async function sharePicture(plan: SharedPlan): Promise<Uint8Array> {
  const { createCanvas } = await canvasWithFonts();
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext('2d');
  pen.fillStyle = colours.paper;
  pen.fillRect(0, 0, width, height);
  pen.textBaseline = 'alphabetic';
  write(pen, plan.whose, edge, 108, 34, colours.soft);
  const title = linesOf(pen, plan.title, 60, width - 2 * edge);
  for (const [at, line] of title.entries()) write(pen, line, edge, 196 + at * 78, 60, colours.ink, 'bold');
  drawFigures(pen, plan);
  pen.fillStyle = colours.ink;
  pen.fillRect(edge, height - 84, width - 2 * edge, 2);
  write(pen, [plan.site, plan.note].filter(Boolean).join('　'), edge, height - 40, 26, colours.soft);
  return new Uint8Array(await canvas.encode('png'));
}

/** Beside each other, each under its name, as large as all of them fit. */
function drawFigures(pen: Pen, { figures }: SharedPlan): void {
  const room = width - 2 * edge + between;
  const widthsAt = (size: number): readonly number[] =>
    figures.map(({ name, value }) => {
      pen.font = fontOf(size, 'bold');
      const wide = pen.measureText(value).width;
      pen.font = fontOf(nameSize);
      return Math.max(wide, pen.measureText(name).width) + between;
    });
  const size = figureSizes.find((one) => widthsAt(one).reduce((sum, wide) => sum + wide, 0) <= room) ?? smallest;
  const widths = widthsAt(size);
  let x = edge;
  for (const [at, { name, value }] of figures.entries()) {
    const wide = widths[at] ?? 0;
    if (x + wide - between > width - edge) return;
    write(pen, name, x, 448, nameSize, colours.soft);
    write(pen, value, x, 498, size, colours.ink, 'bold');
    x += wide;
  }
}

function write(pen: Pen, text: string, x: number, y: number, size: number, colour: string, weight?: 'bold'): void {
  pen.font = fontOf(size, weight);
  pen.fillStyle = colour;
  pen.fillText(text, x, y, width - edge - x);
}

/** The Traditional face first, then the others of the program: what one lacks the next one draws. */
function fontOf(size: number, weight: 'bold' | 'normal' = 'normal'): string {
  return `${weight} ${size}px ${families()
    .map(({ name }) => `"${name}"`)
    .join(', ')}`;
}

/** Broken where the line is full: between Chinese characters anywhere, in Latin texts between words. */
function linesOf(pen: Pen, text: string, size: number, most: number): readonly string[] {
  pen.font = fontOf(size, 'bold');
  const pieces =
    text
      .slice(0, longestTitle)
      .replaceAll(/\s+/g, ' ')
      .match(/[\p{Script=Latin}\d'’.-]+ ?|./gu) ?? [];
  const lines = [''];
  for (const piece of pieces) {
    const line = lines.at(-1) ?? '';
    if (line === '' || pen.measureText(line + piece).width <= most) lines[lines.length - 1] = line + piece;
    else lines.push(piece);
  }
  if (lines.length <= titleLines) return lines;
  return [...lines.slice(0, titleLines - 1), `${(lines[titleLines - 1] ?? '').slice(0, -1)}…`];
}

let loaded: Promise<Canvas> | undefined;

/** Loaded when the first picture is asked for. */
function canvasWithFonts(): Promise<Canvas> {
  loaded ??= import('@napi-rs/canvas').then((canvas) => {
    for (const { name, regular, bold } of families())
      for (const file of [regular, bold])
        if (file !== null && canvas.GlobalFonts.registerFromPath(file, name) === null)
          throw new Error(`no font in ${file}`);
    return canvas;
  });
  return loaded;
}
