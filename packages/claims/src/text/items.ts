import type { Passage, PlanRow, TextColumn } from '@guankao/domain';
import { readText, normalise } from '@guankao/passages';
import { toNumber, type Decimal, type Quantity } from '@guankao/quantities';
import { clausesOf, type Clause } from './clauses.ts';
import { headingsOf } from './headings.ts';

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
  /** What stands above it: 自動查驗通關系統 over (1), (2), (3). */
  readonly heading: string;
  /** It only heads those below it. */
  readonly isHeading: boolean;
  readonly clauses: readonly Clause[];
  readonly figures: readonly Figure[];
  readonly dates: readonly DateMention[];
  /** What `once` has worked out about it. */
  readonly kept: Map<unknown, unknown>;
}

export function itemsOf(row: PlanRow, column: TextColumn): readonly Item[] {
  const passages = row[column];
  const headings = headingsOf(passages);
  return passages.map((passage, index) =>
    itemOf(column, index, passage, headings[index] ?? { heading: '', isHeading: false }),
  );
}

function itemOf(
  column: TextColumn,
  index: number,
  passage: Passage,
  place: { readonly heading: string; readonly isHeading: boolean },
): Item {
  const { quantities } = readText(column, index, passage);
  const text = normalise(passage.text);
  const figures = quantities.filter((quantity) => quantity.kind !== 'date').map(figureOf);
  const dates = quantities
    .filter((quantity) => quantity.kind === 'date')
    .map(({ start, end, from, to }) => ({ start, end, from, to }));
  const clauses = clausesOf(text, figures);
  return { column, index, passage, text, ...place, clauses, figures, dates, kept: new Map() };
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

/** The clause that holds a place, or the next one for a place between two. */
export function clauseAt(item: Item, at: number): Clause {
  const clause = item.clauses.find((candidate) => at < candidate.end);
  if (clause === undefined) throw new RangeError(`no clause at ${at} of an item of ${item.text.length}`);
  return clause;
}

export function figuresIn(item: Item, clause: { readonly start: number; readonly end: number }): readonly Figure[] {
  return item.figures.filter((figure) => clause.start <= figure.start && figure.end <= clause.end);
}

export function datesIn(item: Item, stretch: { readonly start: number; readonly end: number }): readonly DateMention[] {
  return item.dates.filter((date) => stretch.start <= date.start && date.end <= stretch.end);
}
