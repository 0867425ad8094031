import { moneyColumns, type Span } from '@guankao/domain';
import { readMoney } from './fields/money.ts';
import { readPeriod } from './fields/period.ts';
import { readPlanType } from './fields/plan-type.ts';
import { segmentsOf } from './join/segments.ts';
import { FusedRow, splitAmong } from './join/split.ts';
import { Vocabulary } from './join/words.ts';
import type { Role } from './layout.ts';
import { resultColumns } from './right-rows.ts';
import type { RoleCell, RoleRow } from './rows.ts';
import { itemsOf } from './texts/items.ts';
import { paragraphsOf } from './texts/printed.ts';

const money: readonly Role[] = moneyColumns;

/**
 * Takes a left row apart that a conversion fused of several: its money cells hold as many figures each, and its name cell
 * as many names. Where these do not agree the row stays as it is, its figures unread: better that than a wrong one.
 */
export function unfused(document: string, row: RoleRow): readonly RoleRow[] {
  const figures = money.map((role) => figuresIn(document, only(row, role)));
  const count = Math.max(...figures.map(({ length }) => length));
  if (count < 2 || figures.some(({ length }) => length !== 0 && length !== count)) return [row];
  const names = namesIn(document, only(row, 'name'), count);
  return names === null ? [row] : takenApart(document, row, names, figures);
}

function only(row: RoleRow, role: Role): RoleCell | null {
  const cells = row.cells.get(role) ?? [];
  return cells.length === 1 ? (cells[0] as RoleCell) : null;
}

/** No cell of figures, types or periods is longer, however many rows it was fused of. */
const longest = 1000;

/** Stretches of a cell between blanks, paragraphs or tags. */
function piecesIn(document: string, cell: RoleCell | null): readonly Span[] {
  if (cell === null || cell.span.end - cell.span.start > longest) return [];
  const { start, end } = cell.span;
  return [...document.slice(start, end).matchAll(/(?:<[^<>]*>|\s)*((?:(?!<[a-z/])\S)+)(?:<[^<>]*>)*/gi)].map(
    ({ index, 0: whole }) => ({ ...cell.span, start: start + index, end: start + index + whole.length }),
  );
}

function print(document: string, { start, end }: Span): string {
  return document
    .slice(start, end)
    .replace(/<[^<>]*>/g, ' ')
    .trim();
}

/** The figures of a cell; none where something else stands in it, or one figure is broken over lines. */
function figuresIn(document: string, cell: RoleCell | null): readonly Span[] {
  const pieces = piecesIn(document, cell);
  return pieces.every((piece) => readMoney(print(document, piece), 1) !== null) ? pieces : [];
}

/** As many names as rows: by paragraphs, or by where one ends as names of plans do. null where they cannot be told. */
function namesIn(document: string, cell: RoleCell | null, count: number): readonly Span[] | null {
  if (cell === null || cell.span.end - cell.span.start > longest) return null;
  const { start, end } = cell.span;
  for (const seam of [
    /\u2029|<\/p>|<br\s*\/?>|\n/gi,
    /(?:計畫|方案|工程|專案)(?:[（(][^）)]{1,12}[）)])?(?=\s+\S)/g,
    /\s+(?=[(（]\d{1,2}[)）])/g,
  ]) {
    const cuts = [...document.slice(start, end).matchAll(seam)]
      .map(({ index, 0: whole }) => start + index + whole.length)
      .filter((at) => print(document, { start: at, end }) !== '');
    if (cuts.length === count - 1)
      return [start, ...cuts].map((from, i) => ({ ...cell.span, start: from, end: cuts[i] ?? end }));
  }
  return null;
}

function takenApart(
  document: string,
  row: RoleRow,
  names: readonly Span[],
  figures: readonly (readonly Span[])[],
): RoleRow[] {
  const planned = plannedParts(document, only(row, 'plannedWork'), names);
  const types = matching(document, only(row, 'type'), (text) => readPlanType(text) !== null, names.length);
  const periods = matching(document, only(row, 'period'), (text) => readPeriod(text) !== null, names.length);
  return names.map((name, i) => {
    const cells = new Map<Role, readonly RoleCell[]>();
    const put = (role: Role, span: Span | undefined) => {
      const cell = only(row, role);
      if (span !== undefined && cell !== null) cells.set(role, [{ ...cell, span }]);
    };
    put('name', name);
    money.forEach((role, m) => put(role, figures[m]?.[i]));
    put('type', types[i]);
    put('period', periods[i]);
    put('plannedWork', planned[i]);
    // What is left stands in the first row; the texts of the results are the join's to split.
    if (i === 0)
      for (const [role, list] of row.cells)
        if (!cells.has(role) && !split.has(role)) cells.set(role, reaching(role, list, names.length));
    return { ...row, cells };
  });
}

const split = new Set<Role>(['name', 'plannedWork', ...money]);

function reaching(role: Role, cells: readonly RoleCell[], count: number): readonly RoleCell[] {
  return (resultColumns as readonly Role[]).includes(role)
    ? cells.map((cell) => ({ ...cell, rowSpan: Math.max(cell.rowSpan, count) }))
    : cells;
}

/** As many pieces as rows, each of them readable; one stands in the first row only. */
function matching(
  document: string,
  cell: RoleCell | null,
  reads: (text: string) => boolean,
  count: number,
): readonly Span[] {
  const pieces = piecesIn(document, cell);
  return pieces.length === count && pieces.every((piece) => reads(print(document, piece)))
    ? pieces
    : cell === null
      ? []
      : [cell.span];
}

/** The planned work of each name, split as a fused cell of the right page is. */
function plannedParts(document: string, cell: RoleCell | null, names: readonly Span[]): readonly (Span | undefined)[] {
  if (cell === null) return [];
  const items = segmentsOf(itemsOf(paragraphsOf(document, [cell.span])));
  const vocabulary = new Vocabulary();
  const words = names.map((name) => vocabulary.learn(print(document, name)));
  const ids = items.map(({ text }) => vocabulary.learn(text));
  const claimants = words.map((own) => ({ words: vocabulary.vector(own), expects: true, emptyCost: [4], textCost: 0 }));
  const { ends } = splitAmong(
    claimants,
    new FusedRow(() => [{ items, vectors: ids.map((list) => vocabulary.vector(list)) }]),
  );
  const at = (index: number) => (index === 0 ? cell.span.start : (items[index]?.start ?? cell.span.end));
  return ends.map(([end = 0], i) => {
    const start = i === 0 ? 0 : (ends[i - 1]?.[0] ?? 0);
    return start === end ? undefined : { ...cell.span, start: at(start), end: at(end) };
  });
}
