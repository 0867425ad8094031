import type { Join, Passage, Span } from '@guankao/domain';
import { align, type LeftRow, type Part, type Placed } from './join/align.ts';
import { joinOf } from './join/reason.ts';
import { itemsFrom } from './join/segments.ts';
import { Vocabulary } from './join/words.ts';
import type { Draft } from './drafts.ts';
import { forJoin, learn, resultColumns, type LearnedRow, type ResultRow } from './right-rows.ts';
import { spansOf } from './drafts.ts';
import { itemsOf, passagesIn, type Item } from './texts/items.ts';
import { between } from './texts/places.ts';
import { paragraphsOf } from './texts/printed.ts';
import type { Texts } from './texts/texts.ts';

/** The rows of a spread before they are joined. */
export interface OpenSpread {
  /** Drafts in order; the first may be the one of the page before, that goes on here. */
  readonly left: readonly { readonly draft: Draft; readonly goesOn: boolean }[];
  readonly right: readonly ResultRow[];
  readonly facing: boolean;
  readonly hasRightPage: boolean;
}

interface Learned {
  readonly spread: OpenSpread;
  readonly left: readonly { readonly ids: readonly number[]; readonly planned: readonly Item[] }[];
  readonly right: readonly LearnedRow[];
}

/** Gives every draft its texts. The words of all spreads are learned first: what is rare shows only in the whole. */
export function joinSpreads(
  document: string,
  spreads: readonly OpenSpread[],
  parents: ReadonlySet<Draft>,
): ReadonlyMap<Draft, Texts> {
  const vocabulary = new Vocabulary();
  const learned = spreads.map((spread) => learnSpread(document, spread, vocabulary));
  const gathered = new Map<Draft, Gathered>();
  for (const spread of learned) joinSpread(spread, vocabulary, parents, gathered);
  return new Map([...gathered].map(([draft, gathering]) => [draft, gathering.texts()]));
}

function learnSpread(document: string, spread: OpenSpread, vocabulary: Vocabulary): Learned {
  return {
    spread,
    left: spread.left.map(({ draft }) => {
      const planned = plannedItems(document, draft);
      return { planned, ids: vocabulary.learn([draft.name.name, ...planned.map(({ text }) => text)].join('\n')) };
    }),
    right: spread.right.map((row) => learn(row, vocabulary)),
  };
}

/** The items of a left row's planned work. */
function plannedItems(document: string, draft: Draft): readonly Item[] {
  return itemsOf(paragraphsOf(document, spansOf(draft, 'plannedWork')));
}

function joinSpread(
  { spread, left, right }: Learned,
  vocabulary: Vocabulary,
  parents: ReadonlySet<Draft>,
  gathered: Map<Draft, Gathered>,
): void {
  const rows = spread.left.map(({ draft, goesOn }, i) =>
    leftRow(left[i] as Learned['left'][number], vocabulary, parents.has(draft), goesOn, spread),
  );
  const results = spread.right.map((row, i) => forJoin(row, right[i] as LearnedRow, vocabulary));
  const placed = align(rows, results, spread.facing);
  spread.left.forEach(({ draft }, i) => {
    const gathering =
      gathered.get(draft) ??
      new Gathered(passagesIn((left[i] as Learned['left'][number]).planned, spansOf(draft, 'plannedWork')));
    gathered.set(draft, gathering);
    gathering.add(placed[i] as Placed, spread, (rows[i] as LeftRow).expects);
  });
}

/** A parent without work of its own leaves the reporting to its sub-plans; a row that planned work owes a report. */
function leftRow(
  { ids, planned }: Learned['left'][number],
  vocabulary: Vocabulary,
  isParent: boolean,
  goesOn: boolean,
  { facing, right }: OpenSpread,
): LeftRow {
  const words = vocabulary.vector(ids);
  const columns = resultColumns.map((_, c) => right.some(({ items }) => (items[c] ?? []).length > 0));
  const costs = (each: readonly number[]) => each.map((cost, c) => (columns[c] === true ? cost : 0));
  if (goesOn) return { words, expects: false, emptyCost: costs([0, 0, 0]), textCost: 2 };
  if (planned.length === 0)
    return {
      words,
      expects: !isParent,
      emptyCost: costs(isParent ? [0, 0, 0] : [1, 1, 1]),
      textCost: isParent ? 3 : 0,
    };
  return { words, expects: true, emptyCost: costs(facing ? [4, 4, 3] : [2, 2, 2]), textCost: 0 };
}

/** What was found for one draft, spread by spread. */
class Gathered {
  readonly #planned: readonly Passage[];
  readonly #passages: Record<number, Passage[]> = {};
  readonly #spans: Span[] = [];
  #join: Join | null = null;

  constructor(planned: readonly Passage[]) {
    this.#planned = planned;
  }

  add(placed: Placed, spread: OpenSpread, expects: boolean): void {
    for (const part of placed.parts) this.#take(part, spread.right[part.right] as ResultRow);
    if (this.#join === null || placed.parts.length > 0)
      this.#join = joinOf(placed, { expects, facing: spread.facing, hasRightPage: spread.hasRightPage });
  }

  #take(part: Part, row: ResultRow): void {
    if (part.whole) {
      row.items.forEach((items, c) => this.#add(c, passagesIn(items, row.cells[c] ?? []), row.cells[c] ?? []));
      return;
    }
    row.segments().forEach((items, c) => {
      const cells = row.cells[c] ?? [];
      const [start, end] = [part.starts[c] ?? 0, part.ends[c] ?? 0];
      if (cells.length === 0 || (start === end && items.length > 0)) return;
      this.#add(
        c,
        passagesIn(itemsFrom(items.slice(start, end)), cells),
        between(cells, offsetOf(items, start, cells, true), offsetOf(items, end, cells, false)),
      );
    });
  }

  #add(column: number, passages: readonly Passage[], spans: readonly Span[]): void {
    const known = (this.#passages[column] ??= []);
    for (const passage of passages) known.push(passage);
    for (const span of spans) this.#spans.push(span);
  }

  texts(): Texts {
    const [execution = [], goals = [], explanation = []] = resultColumns.map((_, c) => this.#passages[c] ?? []);
    return { plannedWork: this.#planned, execution, goals, explanation, spans: this.#spans, join: this.#join as Join };
  }
}

/** Where the print of an item begins; the first one's with the cell, the end of the last with the cell's end. */
function offsetOf(items: readonly Pick<Item, 'start'>[], at: number, cells: readonly Span[], first: boolean): number {
  if (at === 0 && first) return (cells[0] as Span).start;
  return items[at]?.start ?? (cells.at(-1) as Span).end;
}
