import { firstWhere } from '@guankao/domain';
import { once, type DateMention, type Figure, type Item } from './items.ts';
import { isPartOfYear } from './times.ts';
import { joined, tokensOf, wordsOf, type Tokens, type Words } from './words.ts';

/** The text from `start` to `end` with each figure and date written `#`: numbers are compared as numbers, not as words. */
export function withoutNumbers(item: Item, start: number, end: number): string {
  return takenApart(item).numbers.slice(start, end).replace(/#+/g, '#');
}

/** The same with the dates and parts of the year (上半年, 年底) alone written `#`. */
export function withoutDates(item: Item, start: number, end: number): string {
  return takenApart(item).dates.slice(start, end).replace(/#+/g, '#');
}

/** The content of a stretch. */
export function wordsIn(item: Item, start: number, end: number): Words {
  const { tokens, words } = takenApart(item);
  const key = start * 0x100000 + end;
  const known = words.get(key) ?? within(tokens, start, end);
  words.set(key, known);
  return known;
}

/** The content of an item and of the headings over it. */
export const wordsAround = once((item): Words => {
  const own = wordsIn(item, 0, item.text.length);
  return item.heading === '' ? own : joined([wordsOf(item.heading), own]);
});

function within({ starts, ends, words }: Tokens, start: number, end: number): Words {
  const found = new Set<number>();
  for (let at = firstWhere(starts, (at) => at >= start); at < starts.length && (starts[at] ?? end) < end; at++) {
    const word = words[at];
    if (word !== undefined && (ends[at] ?? 0) <= end) found.add(word);
  }
  return found;
}

interface TakenApart {
  /** As long as the item's text. */
  readonly numbers: string;
  readonly dates: string;
  readonly tokens: Tokens;
  readonly words: Map<number, Words>;
}

const takenApart = once((item): TakenApart => {
  const dates = masked(item.text, [...item.dates, ...item.times.filter((time) => !time.dated && isPartOfYear(time))]);
  const numbers = masked(dates, item.figures);
  return { numbers, dates, tokens: tokensOf(numbers), words: new Map() };
});

type Mark = Figure | Pick<DateMention, 'start' | 'end'>;

function masked(text: string, marks: readonly Mark[]): string {
  let result = '';
  let at = 0;
  for (const mark of marks.toSorted((a, b) => a.start - b.start)) {
    if (mark.start < at) continue;
    const end = mark.end - nounLength(mark);
    result += text.slice(at, mark.start) + '#'.repeat(end - mark.start);
    at = end;
  }
  return result + text.slice(at);
}

/** The noun that a measure word took along, 土地 of 筆土地, is a word of the measure and not of the number. */
function nounLength(mark: Mark): number {
  return 'unit' in mark && mark.kind === 'count' && mark.unit !== null && mark.unit.length >= 3
    ? mark.unit.length - 1
    : 0;
}
