import type { LeftOutText } from '../build/left-out.ts';

/** One printed character, in points from the page's top left, the page turned so that most text reads upright. */
export interface Glyph {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  /** Baseline. */
  readonly y: number;
  readonly size: number;
  /** A blank was printed, or moved over, right before it. */
  readonly spaced: boolean;
  /** Characters printed by one operator share a number. */
  readonly run: number;
  /** The marked content that it is part of, for the structure tree to name; -1 for none. */
  readonly mark: number;
}

/** A ruling line, horizontal (y0 = y1) or vertical (x0 = x1). */
export interface Rule {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** What is printed on a page, before any of it is understood. */
export interface PageContent {
  readonly width: number;
  readonly height: number;
  /** Quarter turns (clockwise) by which the content was turned to read upright; boxes are turned back by it. */
  readonly turns: 0 | 1 | 2 | 3;
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
  /** Text set aslant or across the rest: watermarks and stamps, each a line of text. */
  readonly aslant: readonly Glyph[][];
  /** Share of the page that pictures cover, 0 to 1. */
  readonly pictures: number;
  /** Tables that the file's structure tree names: rows of cells, each the marks of its content. */
  readonly tagged: readonly TaggedTable[];
  /** The text is what OCR made of a picture: most of it is laid over one unseen. */
  readonly byOcr: boolean;
  /** Glyphs of which the font does not say what they are. */
  readonly unknown: number;
  /** How many drawing operators it took. */
  readonly operators: number;
  /** Characters that are struck out, and marks of notes: no part of the text. */
  readonly leftOut: readonly LeftOutText[];
}

export type TaggedTable = readonly (readonly (readonly number[])[])[];
