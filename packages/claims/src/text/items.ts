import { firstWhere, type Passage, type PlanRow, type TextColumn } from '@guankao/domain';
import { readText, normalise } from '@guankao/passages';
import { toNumber, type Decimal, type Quantity, type Unread } from '@guankao/quantities';
import { clausesOf, type Clause } from './clauses.ts';
import { headingsOf } from './headings.ts';
import { labelledNumbers } from './numbers.ts';
import { timesOf, type Time } from './times.ts';

/** A quantity in an item, its numbers as JavaScript numbers. Offsets are the item's. */
export interface Figure {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: Quantity['kind'];
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string | null;
  /** The unit without fillers, for comparison: 個縣市 is 縣市, 人次/年 is 人次; empty where there is none. */
  readonly measure: string;
  readonly comparator: Quantity['comparator'];
  /** All that its cell says: it takes its measure from the target that it answers. */
  readonly bare: boolean;
}

export interface DateMention {
  readonly start: number;
  readonly end: number;
  readonly from: string | null;
  readonly to: string | null;
}

/** One passage of a row, taken apart. */
export interface Item {
  readonly column: TextColumn;
  readonly index: number;
  readonly passage: Passage;
  /** Normalised, as long as the passage. */
  readonly text: string;
  /** What stands above it: 自動借還書系統 over (1), (2), (3). */
  readonly heading: string;
  /** It only heads those below it. */
  readonly isHeading: boolean;
  readonly clauses: readonly Clause[];
  readonly figures: readonly Figure[];
  readonly dates: readonly DateMention[];
  /** Its dates and other times as days, those without a year in the filing's. */
  readonly times: readonly Time[];
  /** What `once` has worked out about it. */
  readonly kept: Map<unknown, unknown>;
}

/** The items of a cell. `year` is the filing's, Gregorian; null where it is not known. */
export function itemsOf(row: PlanRow, column: TextColumn, year: number | null): readonly Item[] {
  const passages = row[column];
  const headings = headingsOf(passages);
  return passages.map((passage, index) =>
    itemOf(column, index, passage, headings[index] ?? { heading: '', isHeading: false }, year),
  );
}

function itemOf(
  column: TextColumn,
  index: number,
  passage: Passage,
  place: { readonly heading: string; readonly isHeading: boolean },
  year: number | null,
): Item {
  const { quantities, unread, dates: dated } = readText(column, index, passage);
  const text = normalise(passage.text);
  const figures = figuresOf(text, quantities, unread);
  const dates = quantities
    .filter((quantity) => quantity.kind === 'date')
    .map(({ start, end, from, to }) => ({ start, end, from, to }));
  const clauses = clausesOf(text, figures);
  const times = timesOf(text, dated, year);
  return { column, index, passage, text, ...place, clauses, figures, dates, times, kept: new Map() };
}

/** What quantities read, with the numbers whose measure stands in their label (示範點數(處)：3) or in the target that they answer. */
function figuresOf(text: string, quantities: readonly Quantity[], unread: readonly Unread[]): readonly Figure[] {
  const labelled = labelledNumbers(text, quantities, unread).map(({ start, end, quantity, bare }) => ({
    ...figureOf(quantity),
    start,
    end,
    text: text.slice(start, end),
    bare,
  }));
  const read = quantities
    .filter(({ kind, start }) => kind !== 'date' && labelled.every((figure) => figure.start !== start))
    .map(figureOf);
  return labelled.length === 0 ? read : [...read, ...labelled].toSorted((a, b) => a.start - b.start);
}

function figureOf(quantity: Quantity): Figure {
  const { start, end, text, kind, unit, comparator } = quantity;
  return {
    start,
    end,
    text,
    kind,
    unit,
    measure: measureOf(unit),
    comparator,
    value: numberOf(quantity.value),
    low: numberOf(quantity.low),
    high: numberOf(quantity.high),
    bare: false,
  };
}

function measureOf(unit: string | null): string {
  return unit === null
    ? ''
    : normalise(unit)
        .replace(/\/(年|月|日)$/, '')
        .replace(/^個(?=.)/, '');
}

function numberOf(decimal: Decimal | null): number | null {
  return decimal && toNumber(decimal);
}

/** The same work, done once for each item and kept with it: stretches are compared with one target after another. */
export function once<T>(work: (item: Item) => T): (item: Item) => T {
  return (item) => {
    if (!item.kept.has(work)) item.kept.set(work, work(item));
    return item.kept.get(work) as T;
  };
}

/** What is asked of the same figure for every target of the row, found once. */
export function onceEach<T>(work: (item: Item, figure: Figure) => T): (item: Item, figure: Figure) => T {
  const known = new WeakMap<Figure, { readonly found: T }>();
  return (item, figure) => {
    let kept = known.get(figure);
    if (kept === undefined) {
      kept = { found: work(item, figure) };
      known.set(figure, kept);
    }
    return kept.found;
  };
}

/** The clause that holds a place, or the next one for a place between two. */
export function clauseAt(item: Item, at: number): Clause {
  const clause = item.clauses[firstWhere(item.clauses, ({ end }) => at < end)];
  if (clause === undefined) throw new RangeError(`no clause at ${at} of an item of ${item.text.length}`);
  return clause;
}

/** In their order. Sentences are counted from 0, and the clauses of one stand together. */
export function clausesOfSentence(item: Item, sentence: number): readonly Clause[] {
  const first = firstWhere(item.clauses, (clause) => clause.sentence >= sentence);
  const beyond = firstWhere(item.clauses, (clause) => clause.sentence > sentence);
  return item.clauses.slice(first, beyond);
}

/** The times that stand wholly in a stretch of an item. */
export function timesIn(item: Item, { start, end }: Pick<Time, 'start' | 'end'>): readonly Time[] {
  return item.times.filter((time) => start <= time.start && time.end <= end);
}

export function figuresIn(item: Item, clause: Stretch): readonly Figure[] {
  return within(item.figures, clause);
}

export function datesIn(item: Item, stretch: Stretch): readonly DateMention[] {
  return within(item.dates, stretch);
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Of a list in the order of its starts. */
function within<T extends Stretch>(list: readonly T[], { start, end }: Stretch): readonly T[] {
  const first = firstWhere(list, (one) => one.start >= start);
  const beyond = firstWhere(list, (one) => one.start >= end);
  return list.slice(first, beyond).filter((one) => one.end <= end);
}
