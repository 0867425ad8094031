import { moneyColumns, type MoneyUnit, type Sourced, type Span } from '@guankao/domain';
import { readMoney, unitIn } from './fields/money.ts';
import type { Role } from './layout.ts';
import { headText, longestHead } from './running-heads.ts';
import type { Section } from './sections.ts';

/** In which units a filing prints its money, and in which a reading gives it. */
export interface Units {
  readonly moneyUnit: Sourced<MoneyUnit> | null;
  /** TWD in a printed figure, where neither its column nor its cell says another. */
  readonly printed: number;
  /** TWD in a figure of the reading. */
  readonly target: number;
  /** Only the cells print their units: a bare figure among them is in none that is known. */
  readonly inCells: boolean;
}

/** TWD in a figure under a heading: 計畫核定總經費（萬元） says its own. */
export function unitUnder(heading: string, { printed }: Units): number {
  return unitIn(heading) ?? printed;
}

/** A figure in `unit` TWD, in the reading's unit. */
export function scaled(value: number, unit: number, { target }: Units): number {
  return value * (unit / target);
}

/** A column of money, as its heading and its cells print it. */
interface MoneyColumnPrint {
  readonly heading: string;
  readonly spans: readonly Span[];
}

/** Rows that are looked at, and characters that a figure has at most. */
const enough = 60;

/** The money columns of the sections, their cells by place. */
function moneyColumnsIn(sections: readonly Section[]): MoneyColumnPrint[] {
  return sections.flatMap(({ columns, rows }) =>
    columns
      .filter(({ role }) => moneyRoles.has(role))
      .map(({ heading, from, to }) => ({
        heading,
        spans: rows
          .slice(0, enough)
          .flatMap(({ cells }) => cells.filter(({ column }) => column >= from && column < to))
          .map(({ span }) => span),
      })),
  );
}

const moneyRoles = new Set<Role>([...moneyColumns, 'amount']);

/**
 * The unit of a filing: what a line around the tables says, what the columns' headings say, else what the cells print.
 * The contract knows TWD and thousands: figures in 萬元 and 百萬元 are given in thousands, and where any is in 元, all are.
 */
export function unitsOf(
  document: string,
  lines: readonly Span[],
  headings: readonly Span[],
  sections: readonly Section[],
): Units {
  const columns = moneyColumnsIn(sections);
  const said = firstUnit(document, lines, longestHead) ?? firstUnit(document, headings, Infinity);
  const own = columns.map(({ heading }) => unitIn(heading));
  const cells = said === null && own.every((unit) => unit === null) ? unitOfCells(document, columns) : null;
  const source = said ?? cells;
  if (source === null) return { moneyUnit: null, printed: 1, target: 1, inCells: false };
  const used = own.map((unit) => unit ?? source.unit);
  const smallest = used.length === 0 ? source.unit : Math.min(...used);
  const target = smallest >= 1000 ? 1000 : 1;
  const converted = used.some((unit) => unit !== target) || (used.length === 0 && source.unit !== target);
  return {
    moneyUnit: {
      value: target === 1000 ? 'thousand TWD' : 'TWD',
      text: document.slice(source.span.start, source.span.end),
      spans: [source.span],
      basis: 'said',
      by: converted ? 'money-unit, converted' : 'money-unit',
    },
    printed: said?.unit ?? 1,
    target,
    inCells: said === null,
  };
}

interface Found {
  readonly unit: number;
  readonly span: Span;
}

function firstUnit(document: string, spans: readonly Span[], longest: number): Found | null {
  for (const span of spans) {
    const text = headText(document.slice(span.start, span.end));
    const unit = text.length > longest ? null : unitIn(text);
    if (unit !== null) return { unit, span };
  }
  return null;
}

/** The unit that money cells print: where all that print one agree on thousands or on TWD. */
function unitOfCells(document: string, columns: readonly MoneyColumnPrint[]): Found | null {
  let found: Found | null = null;
  for (const span of columns.flatMap(({ spans }) => spans).slice(0, enough)) {
    if (span.end - span.start > enough) continue;
    const unit = readMoney(document.slice(span.start, span.end), 1)?.unit ?? null;
    if (unit !== null && (found === null || unit < found.unit)) found = { unit, span };
  }
  return found;
}
