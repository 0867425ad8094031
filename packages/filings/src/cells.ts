import { moneyColumns, textColumns, type Cell } from '@guankao/domain';
import { readMoney } from './fields/money.ts';
import { readPeriod } from './fields/period.ts';
import { readPlanType } from './fields/plan-type.ts';
import type { Column } from './headings.ts';
import { holdsTypeAndPeriod } from './joint-cells.ts';
import type { Role } from './layout.ts';

const figures = new Set<Role>([...moneyColumns, 'amount']);
const texts = new Set<Role>(['name', ...textColumns]);

/** What the words of a cell can be. */
interface Saying {
  readonly length: number;
  /** A figure, or a dash for none. */
  readonly money: boolean;
  readonly figure: boolean;
  readonly type: boolean;
  readonly period: boolean;
  /** A type and a period in one cell. */
  readonly both: boolean;
}

/** No figure, type or period is longer. */
const longest = 40;
/** With its mark-up. */
const longestPrint = 300;

function sayingOf(print: string): Saying {
  const text = print.length > longestPrint ? print : print.replace(/<[^<>]*>/g, ' ').trim();
  if (text.length > longest)
    return { length: text.length, money: false, figure: false, type: false, period: false, both: false };
  const money = readMoney(text, 1);
  const both = holdsTypeAndPeriod(text);
  return {
    length: text.length,
    money: money !== null,
    figure: money !== null && !money.dash,
    type: !both && readPlanType(text) !== null,
    period: !both && readPeriod(text) !== null,
    both,
  };
}

/** How well what a cell says suits what its column holds: 1 well, 0 no telling, −1 not at all. */
function suits(saying: Saying, { role, joint }: Pick<Column, 'role' | 'joint'>): number {
  if (joint !== undefined) return saying.money ? -1 : 0.5;
  if (saying.both && (role === 'type' || role === 'period')) return 0.5;
  if (figures.has(role)) return saying.money ? 1 : -1;
  if (role === 'type') return saying.type ? 1 : saying.length > 10 || saying.money ? -1 : 0;
  if (role === 'period') return saying.period ? 1 : -1;
  if (texts.has(role)) return saying.figure || saying.type || saying.period ? -1 : 0.5;
  return 0;
}

export interface Alignment {
  /** For each cell its column; null where none is left for it. */
  readonly columns: readonly (Column | null)[];
  readonly shifted: boolean;
}

/** Each cell under the heading that stands over it. */
export function byPlace(cells: readonly Cell[], columns: readonly Column[]): Alignment {
  return {
    columns: cells.map(
      (cell) => columns.find(({ from, to }) => cell.column < to && from < cell.column + cell.columnSpan) ?? null,
    ),
    shifted: false,
  };
}

/**
 * Which column each cell belongs to. By its place, unless what the cells say contradicts that:
 * then by the order-keeping alignment in which most cells suit their columns.
 */
export function alignCells(document: string, cells: readonly Cell[], columns: readonly Column[]): Alignment {
  const { columns: placed } = byPlace(cells, columns);
  const sayings = cells.map(({ span }) => sayingOf(document.slice(span.start, span.end)));
  // A type alone in the column of names heads the plans below it.
  const heads = cells.length === 1 && sayings[0]?.type === true && placed[0]?.role === 'name';
  const contradicted = !heads && placed.some((column, i) => column === null || suits(sayings[i] as Saying, column) < 0);
  if (!contradicted) return { columns: placed, shifted: false };
  const fit = sayings.map((saying) => columns.map((column) => suits(saying, column)));
  const aligned = bestAlignment(
    fit,
    placed.map((column) => (column === null ? -1 : columns.indexOf(column))),
    columns.length,
  );
  const found = aligned.map((at) => (at === null ? null : (columns[at] ?? null)));
  return { columns: found, shifted: found.some((column, i) => column !== placed[i]) };
}

/** A cell that moves out of its printed place needs a reason: half a point. */
const outOfPlace = 0.5;
const unplaced = -1.5;

/** Order-keeping assignment of cells to columns with the highest sum of fits; a cell may find none. */
function bestAlignment(
  fit: readonly (readonly number[])[],
  places: readonly number[],
  width: number,
): (number | null)[] {
  // best[i][c]: the highest sum for the first i cells in the first c columns.
  const best = Array.from({ length: fit.length + 1 }, () => Array.from({ length: width + 1 }, () => 0));
  const step = Array.from({ length: fit.length + 1 }, () =>
    Array.from({ length: width + 1 }, (): string => 'skip-column'),
  );
  for (let i = 1; i <= fit.length; i++) {
    for (let c = 0; c <= width; c++) {
      const options = [
        { how: 'skip-cell', sum: at(best, i - 1, c) + unplaced },
        ...(c > 0
          ? ([
              { how: 'skip-column', sum: at(best, i, c - 1) },
              {
                how: 'take',
                sum: at(best, i - 1, c - 1) + (fit[i - 1]?.[c - 1] ?? 0) - (places[i - 1] === c - 1 ? 0 : outOfPlace),
              },
            ] as const)
          : []),
      ] as const;
      const chosen = options.reduce((a, b) => (b.sum > a.sum ? b : a));
      (best[i] as number[])[c] = chosen.sum;
      (step[i] as string[])[c] = chosen.how;
    }
  }
  return traced(step, fit.length, width);
}

function at(table: readonly (readonly number[])[], i: number, c: number): number {
  return table[i]?.[c] ?? 0;
}

function traced(step: readonly (readonly string[])[], cells: number, width: number): (number | null)[] {
  const columns: (number | null)[] = [];
  for (let i = cells, c = width; i > 0;) {
    const how = step[i]?.[c];
    if (how === 'skip-column') c--;
    else {
      columns.unshift(how === 'take' ? c - 1 : null);
      i--;
      if (how === 'take') c--;
    }
  }
  return columns;
}
