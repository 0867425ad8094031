import type { PDFPageProxy } from 'pdfjs-dist';
import { mostDrawn } from '../build/bounds.ts';
import type { Engine } from './engine.ts';
import { apply, identity, matrixFrom, times, type Matrix } from './matrix.ts';
import { operatorsOf, TooMuchDrawn } from './operator-list.ts';
import { pathRules } from './path-rules.ts';
import type { Rule } from './page-content.ts';

/** A character as drawn: where its baseline begins and ends, in points from the top left of the page as shown. */
export interface DrawnGlyph {
  readonly text: string;
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly size: number;
  readonly spaced: boolean;
  readonly run: number;
  readonly mark: number;
  /** 0 black to 1 white. */
  readonly lightness: number;
}

export interface Drawing {
  readonly glyphs: readonly DrawnGlyph[];
  readonly rules: readonly Rule[];
  readonly pictureArea: number;
  /** Characters that are laid over the page unseen, as OCR does. */
  readonly invisible: number;
  /** Glyphs that were printed of which the font does not say what they are. */
  readonly unknown: number;
  /** How many drawing operators it took. */
  readonly operators: number;
}

interface State {
  matrix: Matrix;
  text: Matrix;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
  font: Font;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  lightness: number;
  invisible: boolean;
}

interface Font {
  readonly advance: number;
  readonly vertical: boolean;
}

interface FontGlyph {
  readonly unicode?: string;
  readonly width?: number;
  readonly isSpace?: boolean;
  readonly vmetric?: readonly number[] | null;
}

const plainFont: Font = { advance: 0.001, vertical: false };

/**
 * Runs a page's drawing operators and notes each character and each ruling line; throws TooMuchDrawn beyond the bounds. One pass gives both: asking pdf.js
 * for the text as well would interpret the page twice, and would fuse the characters of neighbouring cells into runs.
 */
export async function drawPage(page: PDFPageProxy, pdfjs: Engine): Promise<Drawing> {
  const list = await operatorsOf(page, pdfjs.OPS);
  const pen = new Pen(page, page.getViewport({ scale: 1 }).transform as unknown as Matrix, pdfjs.OPS);
  for (let i = 0; i < list.fnArray.length; i += 1)
    pen.run(list.fnArray[i] as number, (list.argsArray[i] ?? []) as unknown[]);
  pen.operators = list.fnArray.length;
  return pen;
}

class Pen implements Drawing {
  readonly glyphs: DrawnGlyph[] = [];
  readonly rules: Rule[] = [];
  pictureArea = 0;
  invisible = 0;
  unknown = 0;
  operators = 0;
  readonly #page: PDFPageProxy;
  readonly #handlers: ReadonlyMap<number, (args: unknown[]) => void>;
  readonly #fonts = new Map<string, Font>();
  readonly #stack: State[] = [];
  #state: State;
  #space = false;
  #run = 0;
  readonly #marks: number[] = [];

  constructor(page: PDFPageProxy, viewport: Matrix, ops: Engine['OPS']) {
    this.#page = page;
    this.#state = {
      matrix: viewport,
      text: identity,
      x: 0,
      y: 0,
      lineX: 0,
      lineY: 0,
      font: plainFont,
      size: 0,
      charSpacing: 0,
      wordSpacing: 0,
      scale: 1,
      leading: 0,
      rise: 0,
      lightness: 0,
      invisible: false,
    };
    this.#handlers = this.#table(ops);
  }

  run(operator: number, args: unknown[]): void {
    this.#handlers.get(operator)?.(args);
  }

  #table(ops: Engine['OPS']): Map<number, (args: unknown[]) => void> {
    const number = (value: unknown): number => (Number.isFinite(Number(value)) ? Number(value) : 0);
    const table: [number, (args: unknown[]) => void][] = [
      [ops.save, () => this.#save()],
      [ops.restore, () => this.#restore()],
      [ops.transform, (args) => this.#transform(matrixFrom(args))],
      [
        ops.paintFormXObjectBegin,
        ([matrix]) => {
          this.#save();
          this.#transform(matrixFrom(matrix));
        },
      ],
      [ops.paintFormXObjectEnd, () => this.#restore()],
      [ops.beginText, () => this.#placeText(identity)],
      [ops.setTextMatrix, ([matrix]) => this.#placeText(matrixFrom(matrix) ?? identity)],
      [
        ops.setCharSpacing,
        ([spacing]) => {
          this.#state.charSpacing = number(spacing);
        },
      ],
      [
        ops.setWordSpacing,
        ([spacing]) => {
          this.#state.wordSpacing = number(spacing);
        },
      ],
      [
        ops.setHScale,
        ([scale]) => {
          this.#state.scale = number(scale) / 100;
        },
      ],
      [
        ops.setLeading,
        ([leading]) => {
          this.#state.leading = -number(leading);
        },
      ],
      [
        ops.setTextRise,
        ([rise]) => {
          this.#state.rise = number(rise);
        },
      ],
      [ops.setFont, ([font, size]) => this.#setFont(String(font), number(size))],
      [
        ops.setTextRenderingMode,
        ([mode]) => {
          this.#state.invisible = mode === 3;
        },
      ],
      [ops.setGState, ([pairs]) => this.#setGraphicsState(pairs)],
      [ops.moveText, ([x, y]) => this.#moveText(number(x), number(y))],
      [
        ops.setLeadingMoveText,
        ([x, y]) => {
          this.#state.leading = number(y);
          this.#moveText(number(x), number(y));
        },
      ],
      [ops.nextLine, () => this.#moveText(0, this.#state.leading)],
      [ops.showText, ([glyphs]) => this.#show(glyphs)],
      [ops.showSpacedText, ([glyphs]) => this.#show(glyphs)],
      [
        ops.nextLineShowText,
        ([glyphs]) => {
          this.#moveText(0, this.#state.leading);
          this.#show(glyphs);
        },
      ],
      [
        ops.setFillRGBColor,
        (args) => {
          this.#state.lightness = lightnessOf(args);
        },
      ],
      [ops.beginMarkedContentProps, ([, mark]) => this.#mark(typeof mark === 'number' ? mark : null)],
      [ops.beginMarkedContent, () => this.#mark(null)],
      [ops.endMarkedContent, () => this.#marks.pop()],
      [ops.constructPath, ([paint, data]) => this.#path(number(paint), data, ops)],
    ];
    for (const picture of [
      ops.paintImageXObject,
      ops.paintInlineImageXObject,
      ops.paintImageMaskXObject,
      ops.paintImageXObjectRepeat,
      ops.paintSolidColorImageMask,
    ]) {
      table.push([picture, () => this.#picture()]);
    }
    return new Map(table);
  }

  #save(): void {
    if (this.#stack.length < 1_000) this.#stack.push({ ...this.#state });
  }

  #restore(): void {
    this.#state = this.#stack.pop() ?? this.#state;
  }

  /** Content marked without a number belongs to what it stands in. */
  #mark(number: number | null): void {
    if (this.#marks.length < 1_000) this.#marks.push(number ?? this.#marks.at(-1) ?? -1);
  }

  #transform(matrix: Matrix | null): void {
    if (matrix !== null) this.#state.matrix = times(this.#state.matrix, matrix);
  }

  #placeText(matrix: Matrix): void {
    Object.assign(this.#state, { text: matrix, x: 0, y: 0, lineX: 0, lineY: 0 });
  }

  #moveText(x: number, y: number): void {
    const state = this.#state;
    state.x = state.lineX += x;
    state.y = state.lineY += y;
  }

  #setGraphicsState(pairs: unknown): void {
    if (!Array.isArray(pairs)) return;
    for (const pair of pairs) {
      if (Array.isArray(pair) && pair[0] === 'Font' && Array.isArray(pair[1]))
        this.#setFont(String(pair[1][0]), Number(pair[1][1]) || 0);
    }
  }

  #setFont(id: string, size: number): void {
    const known = this.#fonts.get(id) ?? this.#loadFont(id);
    this.#fonts.set(id, known);
    this.#state.font = known;
    this.#state.size = size;
  }

  #loadFont(id: string): Font {
    const store = id.startsWith('g_') ? this.#page.commonObjs : this.#page.objs;
    const font = store.has(id) ? (store.get(id) as { fontMatrix?: unknown; vertical?: boolean } | null) : null;
    const advance = matrixFrom(font?.fontMatrix)?.[0] ?? plainFont.advance;
    return { advance, vertical: font?.vertical === true };
  }

  /** As pdf.js draws text (`showText` of its canvas): adjustments in thousandths, then each glyph's advance and spacing. */
  #show(glyphs: unknown): void {
    if (!Array.isArray(glyphs)) return;
    const state = this.#state;
    const matrix = times(state.matrix, state.text);
    this.#run += 1;
    let along = 0;
    for (const glyph of glyphs as (number | FontGlyph | null)[]) {
      if (typeof glyph === 'number') {
        along -= (glyph * state.size) / 1000;
        continue;
      }
      if (glyph === null || typeof glyph !== 'object') continue;
      const advance = this.#advance(glyph);
      const spacing = state.charSpacing + (glyph.isSpace === true ? state.wordSpacing : 0);
      if (state.font.vertical) this.#drawVertical(glyph, matrix, along, advance);
      else this.#draw(glyph, matrix, along, advance);
      along += advance + spacing;
    }
    if (state.font.vertical) state.y += along;
    else state.x += along * state.scale;
  }

  #advance(glyph: FontGlyph): number {
    const { font, size } = this.#state;
    const width = font.vertical ? (glyph.vmetric?.[0] ?? -(glyph.width ?? 1000)) : (glyph.width ?? 0);
    const advance = width * font.advance * size;
    return Number.isFinite(advance) ? advance : 0;
  }

  #draw(glyph: FontGlyph, matrix: Matrix, along: number, advance: number): void {
    const { x, y, scale, rise } = this.#state;
    const from = apply(matrix, x + along * scale, y + rise);
    const to = apply(matrix, x + (along + advance) * scale, y + rise);
    this.#note(glyph, from, to, this.#height(matrix));
  }

  /** Written downwards: each glyph stands upright below the one before it. */
  #drawVertical(glyph: FontGlyph, matrix: Matrix, along: number, advance: number): void {
    const { x, y, size } = this.#state;
    const from = apply(matrix, x - size / 2, y + along + advance * 0.88);
    const to = apply(matrix, x + size / 2, y + along + advance * 0.88);
    this.#note(glyph, from, to, this.#height(matrix));
  }

  #height(matrix: Matrix): number {
    const { size } = this.#state;
    return Math.abs(size) * Math.hypot(matrix[2], matrix[3]);
  }

  #note(glyph: FontGlyph, from: readonly [number, number], to: readonly [number, number], size: number): void {
    const text = glyph.unicode ?? '';
    if (text.trim() === '') {
      if (text === '' && glyph.isSpace !== true && (glyph.width ?? 0) > 0) this.unknown += 1;
      this.#space = true;
      return;
    }
    if ([...from, ...to, size].every(Number.isFinite) && size > 0.5) {
      if (this.glyphs.length >= mostDrawn.glyphs) throw new TooMuchDrawn('characters');
      if (this.#state.invisible) this.invisible += 1;
      this.glyphs.push({
        text,
        from,
        to,
        size,
        spaced: this.#space,
        run: this.#run,
        mark: this.#marks.at(-1) ?? -1,
        lightness: this.#state.lightness,
      });
    }
    this.#space = false;
  }

  #path(paint: number, data: unknown, ops: Engine['OPS']): void {
    const strokes: number[] = [
      ops.stroke,
      ops.closeStroke,
      ops.fillStroke,
      ops.eoFillStroke,
      ops.closeFillStroke,
      ops.closeEOFillStroke,
    ];
    const fills: number[] = [ops.fill, ops.eoFill];
    const kind = strokes.includes(paint) ? 'stroke' : fills.includes(paint) ? 'fill' : null;
    const numbers: unknown = Array.isArray(data) ? data[0] : null;
    if (
      kind === null ||
      !(numbers instanceof Float32Array || numbers instanceof Float64Array || Array.isArray(numbers))
    )
      return;
    // White fills are backgrounds and erasures, not rules.
    if (kind === 'fill' && this.#state.lightness > 0.97) return;
    pathRules(numbers as ArrayLike<number>, this.#state.matrix, kind, this.rules);
    if (this.rules.length > mostDrawn.rules) throw new TooMuchDrawn('lines');
  }

  /** A picture fills the unit square of the current transformation. */
  #picture(): void {
    const [a, b, c, d] = this.#state.matrix;
    const area = Math.abs(a * d - b * c);
    if (Number.isFinite(area)) this.pictureArea += area;
  }
}

/** `#rrggbb`, or three numbers up to 255. */
function lightnessOf(args: unknown[]): number {
  const [first] = args;
  if (first === '#000000') return 0;
  const parts =
    typeof first === 'string' && /^#[0-9a-f]{6}$/i.test(first)
      ? [1, 3, 5].map((at) => Number.parseInt(first.slice(at, at + 2), 16))
      : args.slice(0, 3).map(Number);
  if (parts.length < 3 || !parts.every(Number.isFinite)) return 0;
  return parts.reduce((sum, part) => sum + part, 0) / 3 / 255;
}
