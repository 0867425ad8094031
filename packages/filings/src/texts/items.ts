import type { Passage, Span } from '@guankao/domain';
import { withNumbersJoined } from './cut-numbers.ts';
import { markerAt, type Marker } from './markers.ts';
import { Numbering, type Step } from './numbering.ts';
import { placesIn } from './places.ts';
import { withoutWraps, type Printed, type PrintedParagraph } from './printed.ts';

/** One item of a cell: what it says, its number, and how it stands to what comes before it. */
export interface Item {
  readonly text: string;
  readonly offsets: readonly number[];
  readonly marker: Marker | null;
  /** Where its print begins, its number included. */
  readonly start: number;
  readonly step: Step;
  readonly depth: number;
  readonly opensParagraph: boolean;
  readonly opensRow: boolean;
}

/** Splits the paragraphs of a cell at the item numbers that open or stand within them. */
export function itemsOf(paragraphs: readonly PrintedParagraph[]): readonly Item[] {
  let numbering = new Numbering();
  let before = '';
  const items: Item[] = [];
  for (const paragraph of withNumbersJoined(paragraphs)) {
    if (paragraph.rowStart) numbering = new Numbering();
    const first = markerAt(paragraph.text, 0) ?? fusedMarker(paragraph.text, before, numbering);
    before = paragraph.text;
    for (const piece of piecesOf(paragraph, first, numbering)) {
      const opensParagraph = piece.from === 0;
      items.push(itemOf(paragraph, piece, { opensParagraph, opensRow: opensParagraph && paragraph.rowStart }));
    }
  }
  return items;
}

interface Piece {
  readonly marker: Marker | null;
  readonly step: Step;
  readonly depth: number;
  readonly from: number;
  readonly to: number;
}

function piecesOf({ text }: Printed, first: Marker | null, numbering: Numbering): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  let marker = first;
  let [step, depth] = [numbering.take(marker), numbering.depth];
  for (let at = marker?.length ?? 1; at < text.length; at++) {
    const next = innerMarker(text, at, numbering);
    if (next === null) continue;
    pieces.push({ marker, step, depth, from, to: at });
    [from, marker, step] = [at, next, numbering.take(next)];
    depth = numbering.depth;
    at += next.length - 1;
  }
  pieces.push({ marker, step, depth, from, to: text.length });
  return pieces;
}

/** Counted one by one: no cell counts two and a half of them. */
const countedOneByOne = /^[件人名戶家場處校案座輛棟班隊株艘]/u;

/**
 * 1.甲……。⏎2.594件中已改正468件: the number that is waited for, where the paragraph before has ended, and 594 of what
 * nobody counts in decimals. Everywhere else a point between figures is a decimal's.
 */
function fusedMarker(text: string, before: string, numbering: Numbering): Marker | null {
  const match = /^(\d{1,2})\.(\d+)/u.exec(text);
  if (match === null || !sentenceEnd.test(before.trimEnd().slice(-2))) return null;
  const [fused, value = '', figure = ''] = match;
  if (figure.startsWith('0') || !countedOneByOne.test(text.slice(fused.length))) return null;
  const marker: Marker = { text: `${value}.`, style: 'digit', value: Number(value), length: value.length + 1 };
  return numbering.awaits(marker) ? marker : null;
}

const mayPrecede = new Set(' 。；;！!？?：:');
const sentenceEnd = /[。；;！!？?：:]\s?$/u;

/**
 * An item number inside a paragraph: after a sentence's end, or after a blank where the numbering waits for it
 * or a run of items opens. A number in running words (第2階段, 共 3. ) is none.
 */
function innerMarker(text: string, at: number, numbering: Numbering): Marker | null {
  const before = text.charAt(at - 1);
  if (!mayPrecede.has(before)) return runningMarker(text, at, numbering);
  const marker = markerAt(text, at);
  if (marker === null || (marker.style === 'bullet' && before !== ' ')) return null;
  if (sentenceEnd.test(text.slice(Math.max(0, at - 2), at))) return marker;
  return numbering.awaits(marker) || marker.value === 1 ? marker : null;
}

/**
 * 子系統1案2.人力: where a conversion lost the paragraphs and the sentence has no end, the very number that is waited for;
 * 目標值(1)甲。(2)乙。: the first of a run that goes on after a sentence's end.
 */
function runningMarker(text: string, at: number, numbering: Numbering): Marker | null {
  const code = text.charCodeAt(at);
  if (
    !((code >= 0x30 && code <= 0x39) || code === 0x28 || code === 0xff08) ||
    !/[\p{sc=Han}）」]/u.test(text.charAt(at - 1))
  )
    return null;
  const marker = markerAt(text, at);
  if (marker?.style === 'digit-paren' && marker.value === 1)
    return /[。；]\s?[(（]2[)）]/.test(text.slice(at)) ? marker : null;
  if (marker?.style !== 'digit' || !/^\d+[.．] ?\p{sc=Han}/u.test(text.slice(at, at + 5))) return null;
  return /[第共計約達為至]$/u.test(text.slice(0, at)) || !numbering.awaits(marker) ? null : marker;
}

function itemOf(
  paragraph: Printed,
  { marker, step, depth, from, to }: Piece,
  opens: Pick<Item, 'opensParagraph' | 'opensRow'>,
): Item {
  const textFrom = from + (marker?.length ?? 0);
  const printed = paragraph.text.slice(textFrom, to);
  const length = printed.trimEnd().length;
  const { text, offsets } = withoutWraps({
    text: printed.slice(0, length),
    offsets: paragraph.offsets.slice(textFrom, textFrom + length),
  });
  return { text, offsets, marker, step, depth, start: paragraph.offsets[from] as number, ...opens };
}

/** What a passage needs of an item, or of some of its sentences. */
export type Passable = Pick<Item, 'text' | 'offsets' | 'marker' | 'start'>;

/** What a reading shows of items. Empty ones (a number with nothing after it) give none. */
export function passagesOf(items: readonly Passable[], placeOf: (offset: number) => Span): readonly Passage[] {
  return items.filter(({ text }) => text !== '').map((item) => passageOf(item, placeOf));
}

/** The passages that items of some cells give. */
export function passagesIn(items: readonly Passable[], cells: readonly Span[]): readonly Passage[] {
  return passagesOf(items, placesIn(cells));
}

function passageOf({ text, offsets, marker, start }: Passable, placeOf: (offset: number) => Span): Passage {
  return { text, marker: marker?.text ?? null, spans: spansOf(start, offsets, placeOf), offsets };
}

/** A passage that goes on in another cell has a span in each: `placeOf` tells the cell that holds an offset. */
function spansOf(start: number, offsets: readonly number[], placeOf: (offset: number) => Span): Span[] {
  const spans: Span[] = [];
  let from = start;
  let cell = placeOf(start);
  let last = start;
  for (const offset of offsets) {
    if (offset >= cell.end || offset < cell.start) {
      spans.push({ ...cell, start: from, end: last + 1 });
      cell = placeOf(offset);
      from = offset;
    }
    last = offset;
  }
  spans.push({ ...cell, start: from, end: last + 1 });
  return spans;
}
