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
  for (const line of lines) {
    if (isHead(line, isRepeated) && (stretches.at(-1) as Line[]).some((before) => tabsIn(before) > 0)) stretches.push([]);
    (stretches.at(-1) as Line[]).push(line);
  }
  return stretches;
}

function isHead(line: Line, isRepeated: (text: string) => boolean): boolean {
  return tabsIn(line) === 0 && (isRepeated(line.text) || head.test(line.text.trim()));
}

function assembleStretch(lines: readonly Line[], isRepeated: (text: string) => boolean): Assembled[] {
  const widest = Math.max(0, ...lines.map(tabsIn));
  const assembled: Assembled[] = [];
  for (let i = 0; i < lines.length; ) {
    const line = lines[i] as Line;
    if (tabsIn(line) === 0) {
      assembled.push({ paragraph: line });
      i++;
      continue;
    }
    const length = broken(lines, i, widest);
    const tail = rest(lines, i + length, isRepeated);
    assembled.push({ row: lines.slice(i, i + length + tail) });
    i += length + tail;
  }
  return assembled;
}

/** How many cells a line parts from the first: by its tabs, or by the bars of a line that begins and ends with one. */
function tabsIn({ text }: Line): number {
  return cellsIn(text).length - 1;
}

/** The cells of a line as stretches of it. */
export function cellsIn(text: string): { start: number; end: number }[] {
  const barred = /^\s*\|(?=.*\|\s*$)/.exec(text);
  const [separator, from, to] = barred === null ? ['\t', 0, text.length] : ['|', barred[0].length, text.lastIndexOf('|')];
  const cells: { start: number; end: number }[] = [];
  for (let start = from; start <= to; ) {
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
 * How many lines from `from` on make one row: more than one only where their tabs add up to the widest line's,
 * and they are not all of one width: those are rows of a narrower table.
 */
function broken(lines: readonly Line[], from: number, widest: number): number {
  const widths: number[] = [];
  let sum = 0;
  for (let i = from; i < lines.length && sum < widest; i++) {
    widths.push(tabsIn(lines[i] as Line));
    sum += widths.at(-1) as number;
  }
  const isRow = sum === widest && widths.slice(1).every((width) => width < widest);
  return isRow && new Set(widths).size > 1 ? widths.length : 1;
}

const itemNumber = /^\s*(?:<p>\s*)?[(（]?(\d{1,2})[.、．)）](?!\d)/;
const head = /^[-–—\s\d/]+$|^第.{1,6}頁|單位\s*[：:]|^中華民國|年度$|表$|主管$/;

/** How many of the lines from `from` on are the rest of the cell before them. */
function rest(lines: readonly Line[], from: number, isRepeated: (text: string) => boolean): number {
  let count = 0;
  let before = lastCell((lines[from - 1] as Line).text);
  for (let line = lines[from]; line !== undefined && tabsIn(line) === 0; line = lines[from + count]) {
    if (isHead(line, isRepeated) || !goesOn(before, line.text)) break;
    before = `${before}\n${line.text}`;
    count++;
  }
  return count;
}

function lastCell(text: string): string {
  const { start, end } = cellsIn(text).at(-1) ?? { start: 0, end: 0 };
  return text.slice(start, end);
}

/** The next number of the cell's own items, or more of a sentence that has not ended. */
function goesOn(cell: string, line: string): boolean {
  const number = Number(itemNumber.exec(line)?.[1] ?? 0);
  if (number === 0) return cell.trim() !== '' && !/[。；](?:<\/p>)?\s*$/.test(cell);
  const numbers = cell.split(/\n|(?<=[。；>])\s*/).map((part) => Number(itemNumber.exec(part)?.[1] ?? 0));
  return numbers.includes(number - 1);
}
