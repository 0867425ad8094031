import { splitAmong, type Claimant, type FusedRow, type Split } from './split.ts';
import { likeness, type WordVector } from './words.ts';

/** A row of the left page, as the join sees it. */
export type LeftRow = Claimant;

/** A row of the right page. */
export interface RightRow {
  readonly fused: FusedRow;
  readonly words: WordVector;
  /** The left row beside which it stands, where the print says so: the same row of one table, or the same name. */
  readonly anchor: number | null;
  /** How many left rows its cells are merged over; null where the print does not say. */
  readonly reach: number | null;
  readonly looksContinued: boolean;
}

/** A part of a right row given to a left row. `starts` and `ends` are indices into the segments of each column. */
export type Part = { readonly right: number } & (
  | { readonly whole: true }
  | { readonly whole: false; readonly starts: readonly number[]; readonly ends: readonly number[] }
);

type Evidence = 'same-row' | 'one-to-one' | 'fused' | 'by-words' | 'merged-cell' | 'continued' | 'none';

export interface Placed {
  readonly parts: readonly Part[];
  readonly confidence: number;
  readonly evidence: Evidence;
  /** How many rows share the right row. */
  readonly sharers: number;
}

// Costs, in the same scale as the likeness and the boundaries of split.ts.
const missing = { facing: 12, beside: 3 };
const unplaced = 10;
/** To go on with the row before: a row whose numbers do not begin at 1, or with an empty cell; or any other. */
const continued = { plainly: 1, hardly: 18 };
const offAnchor = 2;
const illServed = -8;
const besideGap = 0.6;
/** How many partial alignments are followed, and how far one may skip. */
const beam = 12;
const farthest = 12;

/** Aligns right rows with left rows, in order. `facing`: on pages of their own, where a row's place tells nothing. */
export function align(left: readonly LeftRow[], right: readonly RightRow[], facing: boolean): readonly Placed[] {
  const expecting = left.flatMap(({ expects }, i) => (expects ? [i] : []));
  const direct = directly(left, right, expecting, facing);
  return direct ?? aligned(left, right, facing, expecting.length - right.length);
}

/**
 * First without leaving any row out, and cutting at likely places only; where a row is ill served by that, cutting
 * within items too; then leaving rows without text. Beside one another, an empty cell most likely means no text.
 */
function aligned(
  left: readonly LeftRow[],
  right: readonly RightRow[],
  facing: boolean,
  surplus: number,
): readonly Placed[] {
  for (const doubtful of facing ? [false, true] : [false]) {
    // As many rows as rows, and yet not each most like its own: there is no telling yet which are whole.
    if (surplus < 0 || (facing && surplus === 0)) break;
    const complete = new Alignment(left, right, { facing, surplus, complete: true, doubtful });
    const best = complete.best();
    if (best !== null && best.poorest > illServed) return complete.placed(best);
  }
  const any = new Alignment(left, right, { facing, surplus, complete: false, doubtful: facing && surplus !== 0 });
  const placed = any.placed(any.best() as State);
  return facing ? doubtedWhereLeft(placed, right.length) : placed;
}

/** Texts across from the plans that nobody took: then whose the others are is not sure either. */
function doubtedWhereLeft(placed: readonly Placed[], count: number): readonly Placed[] {
  const taken = new Set(placed.flatMap(({ parts }) => parts.map(({ right }) => right)));
  if (taken.size === count) return placed;
  return placed.map((row) => ({ ...row, confidence: Math.min(row.confidence, besideGap) }));
}

/** As many right rows as rows that expect one, each most like its own: nothing is fused. */
function directly(
  left: readonly LeftRow[],
  right: readonly RightRow[],
  expecting: readonly number[],
  facing: boolean,
): readonly Placed[] | null {
  const rows =
    facing && right.every(({ anchor }) => anchor === null) ? expecting : right.map(({ anchor }) => anchor ?? -1);
  if (rows.length !== right.length || new Set(rows).size !== rows.length || right.some(({ reach }) => (reach ?? 1) > 1))
    return null;
  if (facing && !right.every((row, i) => isMostLike(left, row, rows[i] as number))) return null;
  const at = new Map(rows.map((row, i) => [row, i]));
  if (!facing && expecting.some((i) => !at.has(i))) return null;
  return left.map((_, i) => wholeRow(at.get(i), facing));
}

/** No more than this may another row be the liker one: what the words of a small text say is not sure. */
const tolerance = 0.12;

function isMostLike(left: readonly LeftRow[], row: RightRow, at: number): boolean {
  const own = likeness(row.words, (left[at] as LeftRow).words);
  return left
    .slice(Math.max(0, at - farthest), at + farthest)
    .every(({ expects, words }) => !expects || likeness(row.words, words) <= own + tolerance);
}

function wholeRow(at: number | undefined, facing: boolean): Placed {
  if (at === undefined) return nothing;
  return {
    parts: [{ right: at, whole: true }],
    confidence: facing ? 0.97 : 1,
    evidence: facing ? 'one-to-one' : 'same-row',
    sharers: 1,
  };
}

const nothing: Placed = { parts: [], confidence: 0.3, evidence: 'none', sharers: 0 };

/** The rows from `from` to `to` (exclusive) take a right row among them. */
interface Take {
  readonly right: number;
  readonly from: number;
  readonly to: number;
  readonly split: Split;
  readonly continues: boolean;
}

interface State {
  /** Left rows before this one are done. */
  readonly row: number;
  readonly score: number;
  /** The lowest score of a right row so far. */
  readonly poorest: number;
  readonly take: Take | null;
  readonly from: State | null;
}

interface Terms {
  readonly facing: boolean;
  /** How many left rows more than right ones. */
  readonly surplus: number;
  /** No row that expects text may go without, and no right row stay over. */
  readonly complete: boolean;
  /** Texts may be cut at doubtful places. */
  readonly doubtful: boolean;
}

class Alignment {
  readonly #left: readonly LeftRow[];
  readonly #right: readonly RightRow[];
  readonly #terms: Terms;
  readonly #splits = new Map<string, Split>();
  /** How many of the left rows from each one on expect text, and how many rows the right ones from each on can be of. */
  readonly #expectingFrom: readonly number[];
  readonly #roomFrom: readonly number[];

  constructor(left: readonly LeftRow[], right: readonly RightRow[], terms: Terms) {
    this.#left = left;
    this.#right = right;
    this.#terms = terms;
    this.#expectingFrom = sumsFrom(left.map(({ expects }) => (expects ? 1 : 0)));
    this.#roomFrom = terms.complete
      ? sumsFrom(right.map(({ fused, reach }) => Math.max(fused.mostParts(terms.doubtful), reach ?? 1)))
      : [];
  }

  /** null where the terms cannot be met. */
  best(): State | null {
    let states: State[] = [{ row: 0, score: 0, poorest: Infinity, take: null, from: null }];
    for (const j of this.#right.keys()) states = this.#best(states.flatMap((state) => this.#onward(state, j)));
    const ended = states.map((state) => ({
      ...state,
      score: state.score - this.#skipCost(state.row, this.#left.length),
    }));
    return ended.reduce<State | null>((a, b) => (a === null || b.score > a.score ? b : a), null);
  }

  #best(states: readonly State[]): State[] {
    const byRow = new Map<number, State>();
    for (const state of states) {
      const known = byRow.get(state.row);
      if (known === undefined || state.score > known.score) byRow.set(state.row, state);
    }
    return [...byRow.values()].toSorted((a, b) => b.score - a.score).slice(0, beam);
  }

  #onward(state: State, j: number): State[] {
    const next: State[] = this.#terms.complete
      ? []
      : [{ ...state, score: state.score - unplaced, take: null, from: state }];
    for (const from of this.#startsAfter(state, j)) {
      const continues = from < state.row;
      const skipped = continues
        ? continued[(this.#right[j] as RightRow).looksContinued ? 'plainly' : 'hardly']
        : this.#skipCost(state.row, from);
      for (const to of this.#endsFor(j, from, continues)) {
        const split = this.#split(j, from, to);
        const score = state.score - skipped - this.#anchorCost(j, from, to) + split.score;
        next.push({
          row: to,
          score,
          poorest: Math.min(state.poorest, split.score),
          take: { right: j, from, to, split, continues },
          from: state,
        });
      }
    }
    return next;
  }

  #startsAfter({ row }: State, j: number): number[] {
    if (this.#terms.complete) return row < this.#left.length ? [row] : [];
    const starts: number[] = [];
    const mayGoOn = this.#terms.surplus < 0 || (this.#right[j] as RightRow).looksContinued;
    for (let from = Math.max(0, mayGoOn ? row - 1 : row); from < Math.min(this.#left.length, row + farthest); from++)
      starts.push(from);
    return starts;
  }

  /** Where the rows may end that share right row `j` from `from` on. */
  #endsFor(j: number, from: number, continues: boolean): number[] {
    const { fused, reach } = this.#right[j] as RightRow;
    if (reach !== null && reach > 1) return [Math.min(this.#left.length, from + reach)];
    const { surplus, complete, doubtful } = this.#terms;
    const most =
      Math.min(fused.mostParts(doubtful), Math.max(0, surplus) + 1 + (complete ? 0 : 1)) + (continues ? 1 : 0);
    const ends: number[] = [];
    let expecting = 0;
    for (let to = from + 1; to <= this.#left.length && expecting <= most; to++) {
      if ((this.#left[to - 1] as LeftRow).expects) expecting++;
      if (expecting <= most && (!complete || this.#leavesEnough(j, to))) ends.push(to);
    }
    return ends;
  }

  /** Whether the right rows after `j` can take exactly the left rows from `to` on. */
  #leavesEnough(j: number, to: number): boolean {
    const rest = this.#right.length - j - 1;
    if (rest === 0) return to === this.#left.length;
    const rows = this.#expectingFrom[to] as number;
    return rest <= rows && rows <= (this.#roomFrom[j + 1] as number);
  }

  #split(j: number, from: number, to: number): Split {
    const key = `${j},${from},${to}`;
    const known = this.#splits.get(key);
    if (known !== undefined) return known;
    const split = splitAmong(this.#left.slice(from, to), (this.#right[j] as RightRow).fused);
    this.#splits.set(key, split);
    return split;
  }

  #skipCost(from: number, to: number): number {
    const cost = this.#terms.facing ? missing.facing : missing.beside;
    return ((this.#expectingFrom[from] as number) - (this.#expectingFrom[to] as number)) * cost;
  }

  #anchorCost(j: number, from: number, to: number): number {
    const { anchor, reach } = this.#right[j] as RightRow;
    if (anchor === null) return 0;
    const off = anchor < from ? from - anchor : Math.max(0, anchor - (to - 1));
    return offAnchor * (off + (reach !== null && anchor !== from ? 5 : 0));
  }

  placed(final: State): readonly Placed[] {
    const placed = this.#left.map((): Placed => nothing);
    for (let state: State | null = final; state !== null; state = state.from) {
      if (state.take !== null) this.#place(state.take, placed);
    }
    return placed.map((row, i) =>
      this.#isBesideGap(placed, i) ? { ...row, confidence: Math.min(row.confidence, besideGap) } : row,
    );
  }

  /** Next to a row that found no text: it may have the other's. */
  #isBesideGap(placed: readonly Placed[], i: number): boolean {
    if (this.#terms.facing !== true || (placed[i] as Placed).parts.length === 0) return false;
    return [i - 1, i + 1].some((other) => this.#left[other]?.expects === true && placed[other]?.parts.length === 0);
  }

  #place({ right, from, to, split, continues }: Take, placed: Placed[]): void {
    const margins = split.margins();
    const sharers = split.ends.filter((ends, r) => !same(ends, startsOf(split, r))).length;
    for (let r = 0; r < to - from; r++) {
      const [starts, ends] = [startsOf(split, r), split.ends[r] ?? []];
      if (same(ends, starts)) continue;
      const before = placed[from + r] as Placed;
      const confidence = Math.min(
        before.parts.length > 0 ? before.confidence : 1,
        this.#confidence(right, sharers, margins[r] ?? 0),
      );
      placed[from + r] = {
        parts: [{ right, whole: false, starts, ends }, ...before.parts],
        confidence: continues && r === 0 ? Math.min(confidence, 0.8) : confidence,
        evidence: this.#evidence(right, sharers, continues && r === 0),
        sharers,
      };
    }
  }

  #confidence(right: number, sharers: number, margin: number): number {
    if (sharers <= 1 && (this.#right[right] as RightRow).anchor !== null) return 0.97;
    if (sharers <= 1) return this.#terms.surplus >= 0 ? 0.9 : 0.75;
    return Math.round((0.5 + 0.45 * (1 - Math.exp(-Math.max(0, margin) / 3))) * 100) / 100;
  }

  #evidence(right: number, sharers: number, continues: boolean): Evidence {
    if (continues) return 'continued';
    if ((this.#right[right] as RightRow).reach !== null && sharers > 1) return 'merged-cell';
    return sharers > 1 ? 'fused' : 'by-words';
  }
}

/** For each place the sum of the values from there on; 0 at the end. */
function sumsFrom(values: readonly number[]): number[] {
  const sums = [...values, 0];
  for (let i = values.length - 1; i >= 0; i--) sums[i] = (sums[i] as number) + (sums[i + 1] as number);
  return sums;
}

function startsOf(split: Split, r: number): readonly number[] {
  return r === 0 ? (split.ends[0] ?? []).map(() => 0) : (split.ends[r - 1] ?? []);
}

function same(a: readonly number[], b: readonly number[]): boolean {
  return a.every((value, i) => value === b[i]);
}
