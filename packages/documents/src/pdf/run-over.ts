import { addAll } from '../build/extremes.ts';
import type { PageTable } from './page-layout.ts';
import type { PageRow, RowCell } from './table-rows.ts';

/** A page's table with its rows. `rows` changes while cells that ran over are joined. */
export interface PlacedTable {
  readonly page: number;
  readonly table: PageTable;
  rows: PageRow[];
  /** Heads printed again, of a table that went to the one before it. */
  repeated: readonly PageRow[];
  /** Nothing is printed above it on its page: no running head, no other table. */
  readonly first: boolean;
  /** Nothing but a line or two is printed below it on its page. */
  readonly last: boolean;
  /** False where each printed line is a row of its own: then nothing is joined. */
  readonly joinable: boolean;
}

/** A facing page lies between a page and the one that it runs over to, and a blank one may too. */
const farthest = 3;

/**
 * Joins the rows that the end of a page broke: the first row of a page's table goes to the last row of the table with
 * the same columns before it, where its text shows that it is no row of its own. Heads printed again stay rows.
 */
export function joinRunOvers(tables: readonly PlacedTable[]): void {
  const seen: PlacedTable[] = [];
  for (const current of tables) {
    const before = seen.findLast(
      (other) =>
        current.page - other.page <= farthest && current.page > other.page && sameColumns(other.table, current.table),
    );
    if (before !== undefined && before.joinable && current.joinable) joinFirst(before, current, tables);
    if (before !== undefined && (current.rows.length === 0 || continues(before, current))) {
      const heads = repeatedHeads(before.rows, current.rows);
      addAll(before.rows, current.rows.slice(heads));
      current.repeated = current.rows.slice(0, heads);
      current.rows = [];
      // What runs over to a third page has this page as the one before it.
      seen.push({ ...before, page: current.page, last: current.last });
    } else seen.push(current);
  }
}

/** The rest of a table that ended at the foot of the page before: at the very top of the next, under its heads or without. */
function continues(before: PlacedTable, current: PlacedTable): boolean {
  return current.first && before.last && current.page === before.page + 1;
}

/** Borders that are seen only from the text move with it; where tags tell the columns, a column may even have none. */
function sameColumns(a: PageTable, b: PageTable): boolean {
  if (a.xs.length !== b.xs.length) return false;
  if (a.by === 'tags' && b.by === 'tags') return true;
  const most = a.by === 'rules' && b.by === 'rules' ? 4 : 16;
  const compared = a.by === 'rules' ? a.xs : a.xs.slice(0, -1);
  return compared.every((x, i) => Math.abs(x - (a.xs[0] ?? 0) - ((b.xs[i] ?? 0) - (b.xs[0] ?? 0))) < most);
}

function joinFirst(before: PlacedTable, current: PlacedTable, all: readonly PlacedTable[]): void {
  const heads = repeatedHeads(before.rows, current.rows);
  const first = current.rows[heads];
  const last = before.rows.at(-1);
  if (first === undefined || last === undefined || before.rows.length <= heads) return;
  if (!runsOver(last, first, usuallyFilled(before, all, first))) return;
  for (const cell of first.cells) {
    const target = last.cells.find(({ column }) => column === cell.column);
    if (target !== undefined && cell.text !== '') target.text = joinTexts(target.text, cell.text);
  }
  current.rows = current.rows.filter((row) => row !== first);
}

/** How many rows at the top are the same on both pages. */
function repeatedHeads(before: readonly PageRow[], current: readonly PageRow[]): number {
  let count = 0;
  while (
    count < current.length &&
    count < before.length &&
    sameText(before[count] as PageRow, current[count] as PageRow)
  )
    count += 1;
  return count;
}

function sameText(a: PageRow, b: PageRow): boolean {
  return (
    a.cells.length === b.cells.length && a.cells.every((cell, i) => bare(cell.text) === bare(b.cells[i]?.text ?? ''))
  );
}

function bare(text: string): string {
  return text.replace(/\s+/g, '');
}

/** Columns that nearly every row of this table fills, the one in question left aside. */
function usuallyFilled(table: PlacedTable, all: readonly PlacedTable[], but: PageRow): Set<number> {
  const rows = all
    .filter((other) => sameColumns(other.table, table.table))
    .flatMap((other) => other.rows)
    .filter((row) => row !== but);
  const counts = new Map<number, number>();
  for (const { cells } of rows)
    for (const cell of cells) if (cell.text !== '') counts.set(cell.column, (counts.get(cell.column) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= rows.length * 0.8).map(([column]) => column));
}

const ended = /(?:[。；;！？!?]|[A-Za-z]\.)[」』）)]*$/;
const beginsItem = /^(?:[（(][\d一二三四五六七八九十]{1,3}[)）]|\d{1,2}[.、．](?!\d)|[一二三四五六七八九十]{1,3}[、.])/;

const itemNumber = /^[（(]?(\d{1,2})(?:[)）]|[.、．](?!\d))/;
const itemNumbers = /(?<![\d第])[（(]?(\d{1,2})(?:[)）]|[.、．](?!\d))/g;

/**
 * A row of its own fills the columns that rows fill. One that leaves some of them empty runs over where the row before
 * has them; and so does one that goes on in the middle of a long sentence, or whose every text goes on where the line
 * above it was full; or of which one text does, because its first word had no room there, and no text begins at 1.
 */
function runsOver(last: PageRow, first: PageRow, usual: ReadonlySet<number>): boolean {
  const textOf = (row: PageRow, column: number): string => row.cells.find((cell) => cell.column === column)?.text ?? '';
  const filled = first.cells.filter(({ text }) => text !== '');
  if (filled.length === 0) return false;
  if (filled.some((cell) => textOf(last, cell.column) === '')) return false;
  if (filled.some((cell) => isFigureCell(cell) && !isBroken(textOf(last, cell.column)))) return false;
  const missing = [...usual].filter((column) => textOf(first, column) === '');
  if (missing.length > 0 && missing.length >= usual.size / 3) return true;
  const texts = filled.filter((cell) => !isFigureCell(cell));
  const cellAbove = (cell: RowCell): RowCell | undefined => last.cells.find(({ column }) => column === cell.column);
  if (
    texts.length > 0 &&
    texts.every((cell) => wasWrapped(cellAbove(cell)) && goesOn(textOf(last, cell.column), cell.text))
  )
    return true;
  if (filled.some((cell) => countsOn(textOf(last, cell.column), cell.text))) return true;
  const beginsAnew = texts.some((cell) => countsAnew(textOf(last, cell.column), cell.text));
  if (!beginsAnew && texts.some((cell) => hadNoRoom(cellAbove(cell), cell))) return true;
  return filled.some((cell) => isProse(cellAbove(cell)) && goesOn(textOf(last, cell.column), cell.text));
}

/** A row's items begin at 1: one that begins at the number after the last goes on counting. */
function countsOn(before: string, after: string): boolean {
  const first = itemNumber.exec(after.trim())?.[1];
  if (first === undefined || Number(first) < 2) return false;
  return [...before.matchAll(itemNumbers)].at(-1)?.[1] === `${Number(first) - 1}`;
}

/** Begins at 1, and not as `(1)` below `2.`: as a row of its own does. */
function countsAnew(before: string, after: string): boolean {
  const first = itemNumber.exec(after.trim());
  if (first?.[1] !== '1') return false;
  const above = itemNumber.exec(before.trim());
  return above === null || markOf(above[0]) === markOf(first[0]);
}

/** `12.` → `.`: what stands about an item's number. */
function markOf(item: string): string {
  return item.replace(/\d+/, '');
}

/** A text of some length with marks of a sentence, so no label, broke because what comes first here did not fit there. */
function hadNoRoom(above: RowCell | undefined, below: RowCell): boolean {
  if (above === undefined || !above.full || above.room > below.opening + 1) return false;
  const whole = above.text + below.text;
  return whole.length > 40 && /[，。；！？;!?]|[,.](?:\s|$)/.test(whole) && goesOn(above.text, below.text);
}

function wasWrapped(cell: RowCell | undefined): boolean {
  return cell !== undefined && (cell.full || /[，、,]$/.test(cell.text));
}

function isProse(cell: RowCell | undefined): boolean {
  return cell !== undefined && cell.text.length > 40;
}

function isFigureCell({ text }: RowCell): boolean {
  return /^[-－−–—\d０-９,，.．%％()（）△▲]+(?:(?:百萬|[千仟萬億])?元)?$/.test(bare(text));
}

/** `1,841,` and `2,468,00` wait for their last digits. */
function isBroken(figure: string): boolean {
  return /[,，]\d{0,2}$/.test(figure.trim());
}

function goesOn(before: string, after: string): boolean {
  return !ended.test(before.trim()) && !beginsItem.test(after.trim());
}

function joinTexts(before: string, after: string): string {
  const joint =
    beginsItem.test(after) || ended.test(before)
      ? '\n'
      : /[A-Za-z]$/.test(before) && /^[A-Za-z]/.test(after)
        ? ' '
        : '';
  return `${before}${joint}${after}`;
}
