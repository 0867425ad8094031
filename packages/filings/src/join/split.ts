import type { Item } from '../texts/items.ts';
import { boundariesOf, never } from './boundaries.ts';
import { dot, type WordVector } from './words.ts';

/** A row that may take a part of a fused cell. */
export interface Claimant {
  /** Of its name and planned work. */
  readonly words: WordVector;
  /** What it costs to leave it without text in each column: nothing for a parent, whose sub-plans report. */
  readonly emptyCost: readonly number[];
  /** What it costs to give it any: for a parent, and for the plan of the page before. */
  readonly textCost: number;
}

/** One column of a right-hand row: its items and what they are about. */
export interface FusedColumn {
  readonly items: readonly Item[];
  readonly vectors: readonly WordVector[];
}

/** A right-hand row, perhaps of several plans, with the products of its items: they are asked for again and again. */
export class FusedRow {
  readonly columns: readonly FusedColumn[];
  #between: readonly (readonly PrefixTable[])[] | null = null;

  constructor(columns: readonly FusedColumn[]) {
    this.columns = columns;
  }

  /** [column][column][end][end]: sums of the products of the first items. */
  get between(): readonly (readonly PrefixTable[])[] {
    this.#between ??= this.columns.map((a) => this.columns.map((b) => prefixTable(a.vectors.map((x) => b.vectors.map((y) => dot(x, y))))));
    return this.#between;
  }

  /** How many plans it can be of at most. */
  get mostParts(): number {
    return Math.max(1, ...this.columns.map(({ items }) => (items.length === 0 ? 0 : cutsOf(items).length)));
  }
}

type PrefixTable = readonly (readonly number[])[];

export interface Split {
  readonly score: number;
  /** For each claimant and column, where its part ends: an index into the column's items. */
  readonly ends: readonly (readonly number[])[];
  /** For each claimant how much worse the best split is that gives it another part. */
  readonly margins: readonly number[];
}

/** What likeness of words weighs against the boundaries' print. */
const likenessWeight = 8;
const rowWeight = [1, 1, 0.6];
const pairWeight = [[0, 1, 0.6], [1, 0, 1], [0.6, 1, 0]];
/** How many partial splits are followed at a time. A cell of ten plans has far fewer that make sense. */
const beam = 120;

interface State {
  readonly ends: readonly number[];
  score: number;
  readonly from: State | null;
}

interface Edge {
  readonly from: State;
  readonly to: State;
  readonly gain: number;
}

/**
 * Splits the columns of one fused row among the claimants, in order: the split points of all columns are chosen together,
 * so that each part is like the row that takes it and like the row's other parts, and lies between likely boundaries.
 */
export function splitAmong(claimants: readonly Claimant[], fused: FusedRow): Split {
  const { columns } = fused;
  const likeness = new PartLikeness(claimants, fused);
  const cuts = columns.map(({ items }) => cutsOf(items));
  const layers: Edge[][] = [];
  let states: State[] = [{ ends: columns.map(() => 0), score: 0, from: null }];
  claimants.forEach((claimant, row) => {
    const last = row === claimants.length - 1;
    const edges = states.flatMap((from) => edgesFrom(from, row, claimant, columns, cuts, likeness, last));
    states = bestStates(edges);
    const kept = new Set(states);
    layers.push(edges.filter(({ to }) => kept.has(to)));
  });
  return traced(states[0], layers);
}

interface Cut {
  readonly at: number;
  readonly weight: number;
}

function cutsOf(items: readonly Item[]): readonly Cut[] {
  const weights = boundariesOf(items);
  const cuts = weights.map((weight, at) => ({ at, weight })).filter(({ at, weight }) => at > 0 && weight > never);
  return [...cuts, { at: items.length, weight: 0 }];
}

function edgesFrom(from: State, row: number, claimant: Claimant, columns: readonly FusedColumn[], cuts: readonly (readonly Cut[])[], likeness: PartLikeness, last: boolean): Edge[] {
  const choices = columns.map(({ items }, c) => {
    const start = from.ends[c] as number;
    if (last) return [{ at: items.length, weight: 0 }];
    return [{ at: start, weight: 0 }, ...(cuts[c] as readonly Cut[]).filter(({ at }) => at > start)];
  });
  return combinations(choices).map((chosen) => {
    const ends = chosen.map(({ at }) => at);
    const gain = chosen.reduce((sum, { weight }) => sum + weight, 0) + partScore(from.ends, ends, row, claimant, likeness);
    return { from, gain, to: { ends, score: from.score + gain, from } };
  });
}

function combinations(choices: readonly (readonly Cut[])[]): Cut[][] {
  return choices.reduce<Cut[][]>((all, options) => all.flatMap((chosen) => options.map((option) => [...chosen, option])), [[]]);
}

function partScore(starts: readonly number[], ends: readonly number[], row: number, claimant: Claimant, likeness: PartLikeness): number {
  let score = 0;
  let any = false;
  for (let c = 0; c < ends.length; c++) {
    if (starts[c] === ends[c]) score -= claimant.emptyCost[c] ?? 0;
    else any = true;
  }
  return score - (any ? claimant.textCost : 0) + likenessWeight * likeness.of(row, starts, ends);
}

/** One state for each set of ends, the best; of these the best ones. */
function bestStates(edges: Edge[]): State[] {
  const byEnds = new Map<string, State>();
  for (const edge of edges) {
    const key = edge.to.ends.join();
    const known = byEnds.get(key);
    if (known === undefined || edge.to.score > known.score) byEnds.set(key, edge.to);
  }
  for (let i = 0; i < edges.length; i++) {
    const edge = edges[i] as Edge;
    edges[i] = { ...edge, to: byEnds.get(edge.to.ends.join()) as State };
  }
  return [...byEnds.values()].toSorted((a, b) => b.score - a.score).slice(0, beam);
}

function traced(final: State | undefined, layers: readonly (readonly Edge[])[]): Split {
  if (final === undefined) return { score: 0, ends: [], margins: [] };
  const ends: (readonly number[])[] = [];
  for (let state: State | null = final; state !== null && state.from !== null; state = state.from) ends.unshift(state.ends);
  return { score: final.score, ends, margins: marginsOf(final, ends, layers) };
}

/** Best score of each state to the end, then for each row the best path through any other part than the chosen one. */
function marginsOf(final: State, ends: readonly (readonly number[])[], layers: readonly (readonly Edge[])[]): number[] {
  let onward = new Map<State, number>([[final, 0]]);
  const margins = new Array<number>(layers.length).fill(0);
  for (let row = layers.length - 1; row >= 0; row--) {
    const before = new Map<State, number>();
    let other = -Infinity;
    const starts = row === 0 ? null : ends[row - 1];
    for (const { from, to, gain } of layers[row] as readonly Edge[]) {
      const rest = onward.get(to);
      if (rest === undefined) continue;
      before.set(from, Math.max(before.get(from) ?? -Infinity, gain + rest));
      const chosen = same(to.ends, ends[row]) && (starts === null || same(from.ends, starts));
      if (!chosen) other = Math.max(other, from.score + gain + rest);
    }
    margins[row] = final.score - other;
    onward = before;
  }
  return margins;
}

function same(a: readonly number[], b: readonly number[] | undefined): boolean {
  return b !== undefined && a.every((value, i) => value === b[i]);
}

/**
 * Likeness of parts to rows and to one another, from sums over items: a part's vector is the sum of its items',
 * so every product of parts is a difference of prefix sums.
 */
class PartLikeness {
  readonly #rows: readonly Claimant[];
  /** [row][column][end]: sum of products of the row with the first items. */
  readonly #withRow: readonly (readonly (readonly number[])[])[];
  readonly #between: readonly (readonly PrefixTable[])[];

  constructor(rows: readonly Claimant[], { columns, between }: FusedRow) {
    this.#rows = rows;
    this.#withRow = rows.map(({ words }) => columns.map(({ vectors }) => prefix(vectors.map((vector) => dot(words, vector)))));
    this.#between = between;
  }

  of(row: number, starts: readonly number[], ends: readonly number[]): number {
    const norms = ends.map((end, c) => Math.sqrt(Math.max(0, this.#sum(c, c, starts, ends, end))));
    const own = this.#rows[row]?.words.norm ?? 0;
    let sum = 0;
    for (let a = 0; a < ends.length; a++) {
      if (norms[a] === 0 || starts[a] === ends[a]) continue;
      if (own > 0) sum += (rowWeight[a] ?? 0) * (this.#rowSum(row, a, starts, ends) / (own * (norms[a] as number)));
      for (let b = a + 1; b < ends.length; b++) {
        if (norms[b] === 0 || starts[b] === ends[b]) continue;
        sum += (pairWeight[a]?.[b] ?? 0) * (this.#sum(a, b, starts, ends, ends[a] as number) / ((norms[a] as number) * (norms[b] as number)));
      }
    }
    return sum;
  }

  #rowSum(row: number, c: number, starts: readonly number[], ends: readonly number[]): number {
    const sums = this.#withRow[row]?.[c] ?? [];
    return (sums[ends[c] as number] ?? 0) - (sums[starts[c] as number] ?? 0);
  }

  #sum(a: number, b: number, starts: readonly number[], ends: readonly number[], endA: number): number {
    const table = this.#between[a]?.[b] ?? [];
    const [startA, startB, endB] = [starts[a] as number, starts[b] as number, ends[b] as number];
    const cell = (i: number, j: number) => table[i]?.[j] ?? 0;
    return cell(endA, endB) - cell(startA, endB) - cell(endA, startB) + cell(startA, startB);
  }
}

function prefix(values: readonly number[]): number[] {
  const sums = [0];
  for (const value of values) sums.push((sums.at(-1) as number) + value);
  return sums;
}

function prefixTable(values: readonly (readonly number[])[]): number[][] {
  const width = values[0]?.length ?? 0;
  const table = [new Array<number>(width + 1).fill(0)];
  for (const row of values) {
    const above = table.at(-1) as number[];
    const sums = prefix(row);
    table.push(sums.map((sum, j) => sum + (above[j] as number)));
  }
  return table;
}
