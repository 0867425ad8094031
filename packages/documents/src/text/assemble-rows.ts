import { addAll, largest } from '../build/extremes.ts';
/** A line of the file, its end left out. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Lines that make one row of a table, or one line that is none. */
export type Assembled = { readonly row: readonly Line[] } | { readonly paragraph: Line };

/**
 * Puts lines that follow one another together into rows. Most rows are one line. Where cells were wrapped, lines with
 * fewer tabs follow one another until they have as many together as the widest line has; and a line without tabs
 * between two rows is the rest of the last cell, unless it is a running head or a page number.
 */
export function assembleRows(lines: readonly Line[], isRepeated: (text: string) => boolean): Assembled[] {
  return stretchesOf(lines, isRepeated).flatMap((stretch) => assembleStretch(stretch, isRepeated));
}

/** Running heads end one page's table; what follows them may be as wide as it likes. */
function stretchesOf(lines: readonly Line[], isRepeated: (text: string) => boolean): Line[][] {
  const stretches: Line[][] = [[]];
  let hasTable = false;
  for (const line of lines) {
    if (hasTable && isHead(line, isRepeated)) {
      stretches.push([]);
      hasTable = false;
    }
    hasTable ||= tabsIn(line) > 0;
    (stretches.at(-1) as Line[]).push(line);
  }
  return stretches;
}

/** A line that other pages repeat, or that reads like a running head; items and sentences are none. */
function isHead(line: Line, isRepeated: (text: string) => boolean): boolean {
  if (tabsIn(line) > 0 || isText(line)) return false;
  return isRepeated(line.text) || head.test(line.text.trim());
}

function assembleStretch(lines: readonly Line[], isRepeated: (text: string) => boolean): Assembled[] {
  const widest = largest(lines.map(tabsIn), 0);
  const assembled: Assembled[] = [];
  for (let i = 0; i < lines.length;) {
    const next = nextTabbed(lines, i);
    const last = assembled.at(-1);
    const above = last !== undefined && 'row' in last ? last.row : null;
    const begins = above === null ? i : i + tailLength(above, lines.slice(i, next), lines[next], isRepeated);
    if (above !== null && begins > i) assembled[assembled.length - 1] = { row: [...above, ...lines.slice(i, begins)] };
    const inRow =
      above !== null &&
      next < lines.length &&
      (looksLikeHeading(above) || beginsRow(lines.slice(begins, next), lines[next] as Line));
    if (!inRow)
      addAll(
        assembled,
        lines.slice(begins, next).map((paragraph) => ({ paragraph })),
      );
    if (next === lines.length) break;
    i = next + rowLength(lines, next, widest);
    assembled.push({ row: lines.slice(inRow ? begins : next, i) });
  }
  return assembled;
}

/** The next line with tabs, or the end. */
function nextTabbed(lines: readonly Line[], from: number): number {
  let next = from;
  while (next < lines.length && tabsIn(lines[next] as Line) === 0) next++;
  return next;
}

/** Short words without a sentence or a figure: headings have no more lines, so what follows begins the next row. */
function looksLikeHeading(row: readonly Line[]): boolean {
  const text = (row[0] as Line).text;
  return (
    row.length === 1 &&
    cellsIn(text).every(({ start, end }) => end - start <= 30 && !/[。；]|\d,\d{3}/.test(text.slice(start, end)))
  );
}

/**
 * How many of the lines without tabs after a row are the rest of its last cell. Between two rows all are, but those
 * whose numbers lead up to the number with which the next row's line begins (1. above a line that begins with 2.).
 */
function tailLength(
  row: readonly Line[],
  between: readonly Line[],
  next: Line | undefined,
  isRepeated: (text: string) => boolean,
): number {
  if (next !== undefined && looksLikeHeading(row)) return 0;
  if (next !== undefined && between.every((line) => !isHead(line, isRepeated))) {
    const first = beginsRow(between, next) ? between.findLastIndex(({ text }) => numberOf(text) === 1) : -1;
    return first < 0 ? between.length : first;
  }
  return rest(row, between, isRepeated);
}

/** Whether lines without tabs are the beginning of the cell with which the next line goes on. */
function beginsRow(between: readonly Line[], next: Line): boolean {
  return between.some(({ text }) => numberOf(text) === 1) && numberOf(next.text) > 1;
}

/** How many cells a line parts from the first: by its tabs, or by the bars of a line that begins and ends with one. */
function tabsIn({ text }: Line): number {
  return cellsIn(text).length - 1;
}

/** The cells of a line as stretches of it. */
export function cellsIn(text: string): { start: number; end: number }[] {
  const barred = /^\s*\|(?=.*\|\s*$)/.exec(text);
  const [separator, from, to] =
    barred === null ? ['\t', 0, text.length] : ['|', barred[0].length, text.lastIndexOf('|')];
  const cells: { start: number; end: number }[] = [];
  for (let start = from; start <= to;) {
    const found = text.indexOf(separator, start);
    const end = found < 0 || found > to ? to : found;
    cells.push({ start, end });
    start = end + 1;
    if (end === to) break;
  }
  return cells;
}

/** A line that only rules: `|---|:--|`, +----+. */
export function isRuling({ text }: Line): boolean {
  return /^[\s|+:=─━│┼-]*$/.test(text) && /[-=─━]{3}/.test(text) && /[|+│┼]/.test(text);
}

/**
 * How many lines from `from` on make one row: more than one only where their tabs add up to the widest line's, and they
 * are not all of one width of three cells or more: those are rows of a narrower table.
 */
function rowLength(lines: readonly Line[], from: number, widest: number): number {
  const widths: number[] = [];
  let sum = 0;
  for (let i = from; i < lines.length && sum < widest; i++) {
    widths.push(tabsIn(lines[i] as Line));
    sum += widths.at(-1) as number;
  }
  const isRow = sum === widest && widths.slice(1).every((width) => width < widest);
  return isRow && (new Set(widths).size > 1 || (widths[0] as number) < 2) ? widths.length : 1;
}

const itemNumber = /^\s*(?:<p>\s*)?[(（]?(\d{1,2})[.、．)）](?!\d)/;
const head = /^[-–—\s\d/]+$|^第.{1,6}頁|單位\s*[：:]|^中華民國|年度$|表$|主管$/;

const note = /^\s*(?:註|附註|備註|說明|資料來源|填表|製表)/;

/** An item or a whole sentence. */
function isText({ text }: Line): boolean {
  return numberOf(text) > 0 || /[。；]\s*$/.test(text);
}

/** The item number that a line begins with; 0 for none. */
function numberOf(text: string): number {
  return Number(itemNumber.exec(text)?.[1] ?? 0);
}

/** How many of the lines after the last row of a table are the rest of its last cell. */
function rest(row: readonly Line[], after: readonly Line[], isRepeated: (text: string) => boolean): number {
  const cell = new LastCell(row);
  for (const [count, line] of after.entries()) {
    if (isHead(line, isRepeated) || note.test(line.text) || !(cell.goesOnWith(line.text) || isText(line))) return count;
    cell.add(line.text);
  }
  return after.length;
}

/** The last cell of a row while lines are put to it: the numbers of its items, and how it ends so far. */
class LastCell {
  readonly #numbers = new Set<number>();
  /** Its last line that is not blank. */
  #end = '';

  constructor(row: readonly Line[]) {
    const tabbed = row.findLastIndex((line) => tabsIn(line) > 0);
    const text = (row[tabbed] as Line).text;
    const { start, end } = cellsIn(text).at(-1) ?? { start: 0, end: 0 };
    this.add(text.slice(start, end));
    for (const line of row.slice(tabbed + 1)) this.add(line.text);
  }

  add(line: string): void {
    for (const part of line.split(/(?<=[。；>])\s*/)) this.#numbers.add(numberOf(part));
    if (line.trim() !== '') this.#end = line;
  }

  /** Whether a line has the next number of its items, or more of a sentence that has not ended. */
  goesOnWith(line: string): boolean {
    const number = numberOf(line);
    if (number > 0) return this.#numbers.has(number - 1);
    return this.#end !== '' && !/[。；](?:<\/p>)?\s*$/.test(this.#end);
  }
}
