import { boundariesOf, never } from './boundaries.ts';
import { PartLikeness, prefix, prefixTable, type PrefixTable } from './part-likeness.ts';
import type { Segment } from './segments.ts';
import { dot, type WordVector } from './words.ts';

/** A row that may take a part of a fused cell. */
export interface Claimant {
  /** Of its name and planned work. */
  readonly words: WordVector;
  /** Text is to be expected: it planned work this year, or has no sub-plans that report for it. */
  readonly expects: boolean;
  /** What it costs to leave it without text in each column: nothing for a parent, whose sub-plans report. */
  readonly emptyCost: readonly number[];
  /** What it costs to give it any, for each column: for a parent, and for the plan of the page before. */
  readonly textCost: number;
}

/** One column of a right-hand row: its segments, and what they are about. */
export interface FusedColumn {
  readonly items: readonly Segment[];
  readonly vectors: readonly WordVector[];
}

/** A place where a column may be cut, and what the print there weighs for it. */
interface Cut {
  readonly at: number;
  readonly weight: number;
}

/** A right-hand row, perhaps of several plans, with the products of its items: they are asked for again and again. */
export class FusedRow {
  readonly #read: () => readonly FusedColumn[];
  #columns: readonly FusedColumn[] | null = null;
  #cuts: readonly (readonly Cut[])[] | null = null;
  #between: readonly (readonly PrefixTable[])[] | null = null;
  readonly #withRow = new Map<WordVector, readonly (readonly number[])[]>();

  /** Most rows are never split, so nothing is read before it is asked for. */
  constructor(read: () => readonly FusedColumn[]) {
    this.#read = read;
  }

  get columns(): readonly FusedColumn[] {
    this.#columns ??= this.#read();
    return this.#columns;
  }

  get #possibleCuts(): readonly (readonly Cut[])[] {
    this.#cuts ??= this.columns.map(({ items }) => possibleCuts(items));
    return this.#cuts;
  }

  /** A text of more sentences than any report is not weighed sentence against sentence. */
  get isTooLong(): boolean {
    return this.columns.some(({ items }) => items.length > mostSegments);
  }

  /** [column][column][end][end]: sums of the products of the first items. */
  get between(): readonly (readonly PrefixTable[])[] {
    this.#between ??= this.columns.map((a) =>
      this.columns.map((b) => prefixTable(a.vectors.map((x) => b.vectors.map((y) => dot(x, y))))),
    );
    return this.#between;
  }

  /** [column][end]: sums of the products of a row's words with the first items. */
  withRow(words: WordVector): readonly (readonly number[])[] {
    const known = this.#withRow.get(words);
    if (known !== undefined) return known;
    const sums = this.columns.map(({ vectors }) => prefix(vectors.map((vector) => dot(words, vector))));
    this.#withRow.set(words, sums);
    return sums;
  }

  /** How many plans it can be of at most, cut at likely places, or at doubtful ones too. */
  mostParts(doubtfulToo: boolean): number {
    if (this.isTooLong) return 1;
    const counts = this.#possibleCuts.map(
      (cuts) => cuts.filter(({ weight }) => doubtfulToo || weight >= doubtful).length + 1,
    );
    return Math.max(1, ...counts.filter((_, c) => (this.columns[c]?.items.length ?? 0) > 0));
  }

  /** The cuts worth trying for so many parts, the column's end last: doubtful ones only where the likely ones are too few. */
  cutsFor(parts: number): readonly (readonly Cut[])[] {
    return this.#possibleCuts.map((cuts, c) => {
      const likely = cuts.filter(({ weight }) => weight >= doubtful);
      const end = { at: this.columns[c]?.items.length ?? 0, weight: 0 };
      return [...(likely.length + 1 >= parts ? likely : cuts), end];
    });
  }
}

const doubtful = -2;
const mostSegments = 600;

function possibleCuts(items: readonly Segment[]): readonly Cut[] {
  return boundariesOf(items)
    .map((weight, at) => ({ at, weight }))
    .filter(({ at, weight }) => at > 0 && weight > never);
}

export interface Split {
  readonly score: number;
  /** For each claimant and column, where its part ends: an index into the column's items. */
  readonly ends: readonly (readonly number[])[];
  /** For each claimant how much worse the best split is that gives it another part: dear, and asked of chosen splits only. */
  margins(): readonly number[];
}

/** What likeness of words weighs against the boundaries' print. */
const likenessWeight = 8;
/** How many partial splits are followed at a time. */
const beam = 100;

/** The claimants so far have taken the columns up to these cuts. */
interface State {
  /** For each column how many of its cuts are passed. */
  readonly passed: readonly number[];
  readonly ends: readonly number[];
  readonly score: number;
  readonly from: State | null;
}

interface Edge {
  readonly from: State;
  /** Key of the state that it leads to. */
  readonly to: string;
  readonly gain: number;
}

/**
 * Splits the columns of one fused row among the claimants, in order: the split points of all columns are chosen together,
 * so that each part is like the row that takes it and like the row's other parts, and lies between likely boundaries.
 */
export function splitAmong(claimants: readonly Claimant[], fused: FusedRow): Split {
  if (fused.isTooLong) return undivided(claimants, fused);
  return claimants.length === 1 ? wholeTo(claimants[0] as Claimant, fused) : new Splitting(claimants, fused).run();
}

/** Nothing to choose. */
function wholeTo({ words, emptyCost, textCost }: Claimant, fused: FusedRow): Split {
  const ends = fused.columns.map(({ items }) => items.length);
  const costs = ends.map((end, c) => (end === 0 ? (emptyCost[c] ?? 0) : textCost));
  const likeness = new PartLikeness([words], fused).of(
    0,
    ends.map(() => 0),
    ends,
  );
  return {
    score: likenessWeight * likeness - costs.reduce((sum, cost) => sum + cost, 0),
    ends: [ends],
    margins: () => [Infinity],
  };
}

/** All to the first that expects text. */
function undivided(claimants: readonly Claimant[], { columns }: FusedRow): Split {
  const first = Math.max(
    0,
    claimants.findIndex(({ expects }) => expects),
  );
  const ends = claimants.map((_, row) => columns.map(({ items }) => (row < first ? 0 : items.length)));
  const missing = claimants.flatMap(({ emptyCost }, row) => (row === first ? [] : emptyCost));
  return { score: -missing.reduce((sum, cost) => sum + cost, 0), ends, margins: () => claimants.map(() => 0) };
}

class Splitting {
  readonly #claimants: readonly Claimant[];
  readonly #cuts: readonly (readonly Cut[])[];
  readonly #likeness: PartLikeness;
  /** How many of the claimants up to each row expect text. */
  readonly #expecting: readonly number[];

  constructor(claimants: readonly Claimant[], fused: FusedRow) {
    this.#claimants = claimants;
    let count = 0;
    this.#expecting = claimants.map(({ expects }) => (count += expects ? 1 : 0));
    this.#cuts = fused.cutsFor(count);
    this.#likeness = new PartLikeness(
      claimants.map(({ words }) => words),
      fused,
    );
  }

  run(): Split {
    const layers: Edge[][] = [];
    let states: State[] = [{ passed: this.#cuts.map(() => 0), ends: this.#cuts.map(() => 0), score: 0, from: null }];
    for (const row of this.#claimants.keys()) {
      const best = new Map<string, State>();
      layers.push(states.flatMap((state) => this.#advance(state, row, best)));
      states = this.#promising([...best.values()], row);
    }
    return traced(states[0], layers);
  }

  /** Every part that the row may take after a state: recorded as edges, and in `best` where it is the best way to its end. */
  #advance(from: State, row: number, best: Map<string, State>): Edge[] {
    return this.#choices(from, row).map((passed) => {
      const ends = passed.map((count, c) => this.#cuts[c]?.[count - 1]?.at ?? 0);
      const gain = this.#gain(from, passed, ends, row);
      const key = passed.join();
      if (from.score + gain > (best.get(key)?.score ?? -Infinity))
        best.set(key, { passed, ends, score: from.score + gain, from });
      return { from, to: key, gain };
    });
  }

  /** For each column how many cuts may be passed after the row; all of them after the last one. */
  #choices({ passed }: State, row: number): number[][] {
    const last = row === this.#claimants.length - 1;
    return this.#cuts.reduce<number[][]>(
      (all, cuts, c) => {
        const [low, high] = last ? [cuts.length, cuts.length] : this.#bounds(cuts.length, row);
        const counts: number[] = [];
        for (let count = Math.max(low, passed[c] as number); count <= high; count++) counts.push(count);
        return all.flatMap((chosen) => counts.map((count) => [...chosen, count]));
      },
      [[]],
    );
  }

  /** Rows that expect text get some in every column, but for as many as a column has too few parts, and one more. */
  #bounds(parts: number, row: number): [number, number] {
    const all = this.#expecting.at(-1) as number;
    const slack = Math.max(0, all - parts) + 1;
    const done = this.#expecting[row] as number;
    return [Math.max(0, done - slack), Math.min(parts, parts - (all - done) + slack)];
  }

  #gain(from: State, passed: readonly number[], ends: readonly number[], row: number): number {
    const { emptyCost, textCost } = this.#claimants[row] as Claimant;
    let gain = likenessWeight * this.#likeness.of(row, from.ends, ends);
    for (let c = 0; c < ends.length; c++) {
      if (ends[c] === from.ends[c]) gain -= emptyCost[c] ?? 0;
      else gain += (this.#cuts[c]?.[(passed[c] as number) - 1]?.weight ?? 0) - textCost;
    }
    return gain;
  }

  /** The states that may yet do best: by score, and by the boundaries that the remaining rows can still win. */
  #promising(states: readonly State[], row: number): State[] {
    const rows = this.#claimants.length - 2 - row;
    const value = new Map(states.map((state) => [state, state.score + this.#potential(state, rows)]));
    return states.toSorted((a, b) => (value.get(b) as number) - (value.get(a) as number)).slice(0, beam);
  }

  #potential({ passed }: State, rows: number): number {
    let sum = 0;
    for (const [c, cuts] of this.#cuts.entries()) {
      const weights = cuts
        .slice(passed[c], -1)
        .map(({ weight }) => weight)
        .toSorted((a, b) => b - a);
      for (const weight of weights.slice(0, Math.max(0, rows))) sum += weight;
    }
    return sum;
  }
}

function traced(final: State | undefined, layers: readonly (readonly Edge[])[]): Split {
  if (final === undefined) return { score: -Infinity, ends: [], margins: () => [] };
  const path: State[] = [];
  for (let state: State = final; state.from !== null; state = state.from) path.unshift(state);
  return { score: final.score, ends: path.map(({ ends }) => ends), margins: () => marginsOf(path, layers) };
}

/** For each row how much the whole loses if it takes any other part: the best way through any other edge, by the best ways onward. */
function marginsOf(path: readonly State[], layers: readonly (readonly Edge[])[]): number[] {
  const final = path.at(-1) as State;
  let onward = new Map([[final.passed.join(), 0]]);
  const margins = layers.map(() => 0);
  for (let row = layers.length - 1; row >= 0; row--) {
    const before = new Map<string, number>();
    const taken = path[row] as State;
    let other = -Infinity;
    for (const { from, to, gain } of layers[row] as readonly Edge[]) {
      const rest = onward.get(to);
      if (rest === undefined) continue;
      const key = from.passed.join();
      before.set(key, Math.max(before.get(key) ?? -Infinity, gain + rest));
      if (from !== taken.from || to !== taken.passed.join()) other = Math.max(other, from.score + gain + rest);
    }
    margins[row] = final.score - other;
    onward = before;
  }
  return margins;
}
