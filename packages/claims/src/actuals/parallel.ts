import type { Figure, Item } from '../text/items.ts';
import type { Asked } from './asked.ts';
import type { Candidate } from './candidates.ts';
import { fitOf, unitFit } from './units.ts';
import { fits } from '../weights.ts';

/** Which of the parts that semicolons make of an item a place stands in, and how many there are. */
interface Part {
  readonly at: number;
  readonly of: number;
  readonly start: number;
  readonly end: number;
}

function partAt({ text }: Item, place: number): Part {
  const ends = [...text.matchAll(/；/gu)].map(({ index }) => index).filter((index) => index < text.length - 1);
  const at = ends.filter((end) => end < place).length;
  return { at, of: ends.length + 1, start: at === 0 ? 0 : (ends[at - 1] ?? 0) + 1, end: ends[at] ?? text.length };
}

/** The explanation's item that tells, part by part, what became of the targets of this one. */
function sameParts(asked: Asked, item: Item): boolean {
  const own = asked.target.phrase.item;
  return (
    own.column === 'goals' &&
    item.column === 'explanation' &&
    item.index === own.index &&
    item.passage.marker === own.passage.marker
  );
}

/**
 * 180站；69萬輛 under 新設180站；服務車數65萬輛: as many parts as targets, in their order, and this part begins with its only
 * figure of the unit. It needs no words to be the answer.
 */
export function isToldInItsPart(asked: Asked, candidate: Candidate): boolean {
  const { item, figure } = candidate;
  if (!sameParts(asked, item) || fitOf(asked.figure, candidate) < fits.sameMeasure) return false;
  const [own, told] = [partAt(asked.target.phrase.item, asked.figure.start), partAt(item, figure.start)];
  if (own.of !== told.of || own.at !== told.at || own.of < 2) return false;
  return (
    isAloneIn(asked.target.phrase.item, own, asked.figure) && isAloneIn(item, told, figure) && opens(item, told, figure)
  );
}

const isAloneIn = ({ figures }: Item, { start, end }: Part, figure: Figure): boolean =>
  figures.every((other) => other === figure || other.start < start || other.end > end || unitFit(figure, other) === 0);

/** Nothing goes before it in its part but what says nothing. */
const opens = ({ text }: Item, { start }: Part, figure: Figure): boolean =>
  /^[\s　]*(?:計|共|達|為|完成|已|實際|平均)*$/u.test(text.slice(start, figure.start));

const open = /尚在|統計中|調查中|辦理中|彙整中|審查中|尚未|尚待/u;

/** 滿意度調查尚在統計中, in the part that answers 滿意度80%以上: what is told elsewhere in passing is no answer to it. */
export function isOpenInItsPart(asked: Asked, all: readonly Candidate[]): boolean {
  const item = all.find((candidate) => sameParts(asked, candidate.item))?.item;
  if (item === undefined) return false;
  const own = partAt(asked.target.phrase.item, asked.figure.start);
  if (own.of < 2 || partAt(item, item.text.length).of !== own.of) return false;
  const parts = item.text.split('；');
  const from = parts.slice(0, own.at).reduce((length, part) => length + part.length + 1, 0);
  const told = parts[own.at] ?? '';
  return (
    open.test(told) &&
    item.figures.every(
      (other) => other.start < from || other.end > from + told.length || unitFit(asked.figure, other) === 0,
    )
  );
}
