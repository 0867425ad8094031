import type { DateMention, Figure, Item } from './items.ts';
import { wordsOf, type Words } from './words.ts';

/** The text from `start` to `end` with each figure and date written `#`: numbers are compared as numbers, not as words. */
export function withoutNumbers(item: Item, start: number, end: number): string {
  return masked(item.text, marksOf(item), start, end);
}

/** The same with the dates alone written `#`. */
export function withoutDates(item: Item, start: number, end: number): string {
  return masked(item.text, item.dates, start, end);
}

type Mark = Figure | DateMention;

function masked(text: string, marks: readonly Mark[], start: number, end: number): string {
  let result = '';
  let at = start;
  for (const mark of marks) {
    if (mark.start < at || mark.end > end) continue;
    result += `${text.slice(at, mark.start)}#${nounOf(mark)}`;
    at = mark.end;
  }
  return result + text.slice(at, end);
}

/** The noun that a measure word took along: 土地 of 筆土地. It is a word of the measure, not of the number. */
function nounOf(mark: Mark): string {
  return 'unit' in mark && mark.kind === 'count' && mark.unit !== null && mark.unit.length >= 3 ? mark.unit.slice(1) : '';
}

// The same stretches are compared with one target after another: each is taken apart once.
const marksKnown = new WeakMap<Item, readonly Mark[]>();
const wordsKnown = new WeakMap<Item, Map<string, Words>>();

function marksOf(item: Item): readonly Mark[] {
  const known = marksKnown.get(item) ?? [...item.figures, ...item.dates].toSorted((a, b) => a.start - b.start);
  marksKnown.set(item, known);
  return known;
}

/** The content of a stretch. */
export function wordsIn(item: Item, start: number, end: number): Words {
  const known = wordsKnown.get(item) ?? new Map<string, Words>();
  wordsKnown.set(item, known);
  const key = `${start} ${end}`;
  const words = known.get(key) ?? wordsOf(withoutNumbers(item, start, end));
  known.set(key, words);
  return words;
}
