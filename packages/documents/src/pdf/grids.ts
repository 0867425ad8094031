import { largest, smallest } from '../build/extremes.ts';
import type { Rule } from './page-content.ts';
import type { RuleSet } from './merge-rules.ts';

/** A ruled area as a grid. Cells tell which of its fields the rules leave together. */
export interface Grid {
  /** Borders of the columns, left to right; one more than there are columns. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly GridField[];
}

export interface GridField {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** How far (points) a rule may end short of another and still meet it. */
const reach = 4;
/** A drawing or a map can have thousands of lines and frames; a page of tables does not. */
const mostFields = 60_000;
const mostWork = 30_000_000;
const mostGrids = 200;
/** Double borders are this close (points); no column or row is as narrow. */
const nearDouble = 4.5;
/** Outer columns whose border is not printed are at least this wide. */
const openColumn = 8;

/** The tables that rules draw: those that cross or meet belong to one. A lone line or frame is none. */
export function gridsOf(rules: RuleSet): Grid[] {
  const found = components(rules);
  if (found.length > mostGrids) return [];
  return found.flatMap((component) => gridOf(component) ?? []);
}

function components({ horizontal, vertical }: RuleSet): RuleSet[] {
  const owner = new Map<Rule, Rule>();
  const rootOf = (rule: Rule): Rule => {
    let root = rule;
    for (let next = owner.get(root); next !== undefined; next = owner.get(root)) root = next;
    if (root !== rule) owner.set(rule, root);
    return root;
  };
  if (horizontal.length * vertical.length > 4_000_000) return [];
  for (const h of horizontal) {
    for (const v of vertical) {
      if (!meet(h, v)) continue;
      const [a, b] = [rootOf(h), rootOf(v)];
      if (a !== b) owner.set(a, b);
    }
  }
  const found = new Map<Rule, { horizontal: Rule[]; vertical: Rule[] }>();
  const setOf = (rule: Rule): { horizontal: Rule[]; vertical: Rule[] } => {
    const root = rootOf(rule);
    const set = found.get(root) ?? { horizontal: [], vertical: [] };
    found.set(root, set);
    return set;
  };
  for (const rule of horizontal) setOf(rule).horizontal.push(rule);
  for (const rule of vertical) setOf(rule).vertical.push(rule);
  return [...found.values()].filter((set) => set.horizontal.length >= 1 && set.vertical.length >= 1);
}

function meet(h: Rule, v: Rule): boolean {
  return v.x0 >= h.x0 - reach && v.x0 <= h.x1 + reach && h.y0 >= v.y0 - reach && h.y0 <= v.y1 + reach;
}

function gridOf({ horizontal, vertical }: RuleSet): Grid | null {
  const left = smallest(horizontal.map(({ x0 }) => x0));
  const right = largest(horizontal.map(({ x1 }) => x1));
  const top = smallest(vertical.map(({ y0 }) => y0));
  const bottom = largest(vertical.map(({ y1 }) => y1));
  const xs = borders(
    vertical.map(({ x0 }) => x0),
    left,
    right,
  );
  const ys = borders(
    horizontal.map(({ y0 }) => y0),
    top,
    bottom,
  );
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  if (
    columns < 2 ||
    rows < 1 ||
    columns * rows > mostFields ||
    columns * rows * (horizontal.length + vertical.length) > mostWork
  )
    return null;
  return { xs, ys, cells: fieldsOf(xs, ys, { horizontal, vertical }) };
}

/** Places of the rules without near-doubles, with the outer borders where the rules across go on beyond them. */
function borders(places: number[], first: number, last: number): number[] {
  const sorted = places.sort((a, b) => a - b);
  const distinct: number[] = [];
  for (const place of sorted)
    if (distinct.length === 0 || place - (distinct.at(-1) as number) > nearDouble) distinct.push(place);
  if (distinct[0] === undefined || distinct[0] - first > openColumn) distinct.unshift(first);
  if (last - (distinct.at(-1) as number) > openColumn) distinct.push(last);
  return distinct;
}

function fieldsOf(xs: readonly number[], ys: readonly number[], rules: RuleSet): GridField[] {
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  const taken = new Uint8Array(columns * rows);
  const wallRight = walls(columns - 1, rows, (i, j) =>
    covers(rules.vertical, 'y', xs[i + 1] as number, ys[j] as number, ys[j + 1] as number),
  );
  const wallBelow = walls(columns, rows - 1, (i, j) =>
    covers(rules.horizontal, 'x', ys[j + 1] as number, xs[i] as number, xs[i + 1] as number),
  );
  const fields: GridField[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (taken[row * columns + column] === 1) continue;
      let columnSpan = 1;
      while (
        column + columnSpan < columns &&
        wallRight[row * (columns - 1) + column + columnSpan - 1] === 0 &&
        taken[row * columns + column + columnSpan] === 0
      )
        columnSpan += 1;
      let rowSpan = 1;
      const open = (below: number): boolean => {
        for (let i = column; i < column + columnSpan; i += 1)
          if (wallBelow[below * columns + i] === 1 || taken[(below + 1) * columns + i] === 1) return false;
        for (let i = column; i < column + columnSpan - 1; i += 1)
          if (wallRight[(below + 1) * (columns - 1) + i] === 1) return false;
        return true;
      };
      while (row + rowSpan < rows && open(row + rowSpan - 1)) rowSpan += 1;
      for (let j = row; j < row + rowSpan; j += 1)
        taken.fill(1, j * columns + column, j * columns + column + columnSpan);
      fields.push({ row, column, rowSpan, columnSpan });
    }
  }
  return fields;
}

function walls(columns: number, rows: number, stands: (column: number, row: number) => boolean): Uint8Array {
  const found = new Uint8Array(Math.max(0, columns) * Math.max(0, rows));
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) found[row * columns + column] = stands(column, row) ? 1 : 0;
  }
  return found;
}

/** Whether rules cover most of a field's side. `along` is the axis that the side runs along. */
function covers(rules: readonly Rule[], along: 'x' | 'y', place: number, from: number, to: number): boolean {
  let covered = 0;
  for (const rule of rules) {
    const at = along === 'x' ? rule.y0 : rule.x0;
    if (Math.abs(at - place) > nearDouble) continue;
    const [start, end] = along === 'x' ? [rule.x0, rule.x1] : [rule.y0, rule.y1];
    covered += Math.max(0, Math.min(end, to) - Math.max(start, from));
  }
  return covered > 0.6 * (to - from);
}
