import { commonIdeographs, type Cell, type Span, type TableRow } from '@guankao/domain';
import { unitIn } from './fields/money.ts';
import type { Layout } from './layout.ts';

/** No running head is longer. */
export const longestHead = 60;

/** As heads are compared: without blanks, full-width signs made half. */
export function headText(print: string): string {
  return commonIdeographs(print).normalize('NFKC').replace(/\s+/g, '');
}

export const agencyName =
  /^(?!.*(?:中華民國|年度|單位|計畫|方案|名稱|機關別|日期|地點))[\p{sc=Han}、]{1,18}(?:部|會|院|署|局|處|府|委員會|總處|公所|所|站|中心|大學|學校|學院|高中|國中|國小|館|場|廠|總隊|大隊|隊|分署|室|科|課|園|庫|團|公司|銀行|基金會)(?:主管|及所屬|單位決算|部分)?$/u;

const runningHead =
  /^(?:中華民國(?:[\d一二三四五六七八九十百○〇零]{2,6}年度)?|(?:中華民國)?\d{2,4}年度|\d{2,4}年|主管|單位:?.*元\)?|經資門.*併計|(?:製表|填表|列印|資料)(?:日期|時間|人員?|單位):?.*|(?:全|續|共|第).{0,4}頁.{0,6}|.{0,6}表\d*)$/;
export const pageNumber =
  /^(?:\(\d+\)-\d+|[-–—]*\d{1,4}[-–—]*|第\d{1,4}頁(?:[,、/]?共\d{1,4}頁)?|page\d+(?:of\d+)?|\d{1,4}\/\d{1,4}|[甲乙丙丁]?-?\d{1,4}|[ivxlc]{1,6})$/i;

/** Whether a line reads as a running head of any filing: a year, a unit, a page of pages. `text` as `headText` gives it. */
export function isRunningHead(text: string): boolean {
  return runningHead.test(text) || (text.length <= longestHead && unitIn(text) !== null);
}

export function isTitle(text: string, layout: Layout | null): boolean {
  return layout !== null && text.length <= longestHead && !/[。;:]/.test(text) && layout.title.test(text);
}

/** What running heads are told by: the forms' names, and `seen`, the lines above the table. */
export interface KnownHeads {
  readonly layouts: readonly Layout[];
  readonly seen: ReadonlySet<string>;
}

type Kind = 'head' | 'number' | 'agency' | 'other';

/**
 * Whether the cells of a table's row are the running heads of a page, each in a cell or two: 中華民國 and 113年度, the two
 * halves of the form's name. A page number alone may as well be a figure: it needs its marks.
 */
export function isRowOfHeads(document: string, { cells }: TableRow, known: KnownHeads): boolean {
  const texts = cells
    .map(({ span: { start, end } }) =>
      end - start > 2 * longestHead ? 'x'.repeat(99) : headText(document.slice(start, end)),
    )
    .filter((text) => text !== '');
  if (texts.length === 0) return false;
  const closes = texts.some((text) => text.endsWith('表'));
  const kinds = texts.map((text) => kindOf(text, known, closes));
  return kinds.includes('head') && !kinds.includes('other');
}

function kindOf(text: string, known: KnownHeads, closes: boolean): Kind {
  const kind = kindOfOne(text, known, closes);
  return kind === 'other' && isOfTwo(text, known) ? 'head' : kind;
}

function kindOfOne(text: string, { layouts, seen }: KnownHeads, closes: boolean): Kind {
  if (seen.has(text) || isRunningHead(text)) return 'head';
  if (closes && layouts.some((layout) => isTitle(text, layout))) return 'head';
  if (pageNumber.test(text)) return /^\d+$/.test(text) ? 'number' : 'head';
  return agencyName.test(text) ? 'agency' : 'other';
}

/** 杜撰署中華民國, 主管113年度: the heads of two rows that a page's end made one. */
function isOfTwo(text: string, { seen }: KnownHeads): boolean {
  if (text.length > longestHead / 2 || !/(?:中華民國|年度)$/.test(text)) return false;
  return Array.from(text.slice(1), (_, i) => i + 1).some(
    (at) => (seen.has(text.slice(0, at)) || runningHead.test(text.slice(0, at))) && runningHead.test(text.slice(at)),
  );
}

/** Of a row among others; or nothing. */
const rowNumber = /^[\dA-Za-z.-]{0,8}$/;

/** A row without the running heads that it took in, where no rule parts it from what is printed below it; and those heads. */
export interface PartedRow {
  readonly row: TableRow;
  readonly heads: readonly Span[];
}

/**
 * Lines at the end of its cells that are running heads are none of the row's. The first cell that is filled, the row's number
 * left aside, must end in some, and there must be two of them or more: one alone may be the end of a name.
 */
export function withoutHeads(document: string, row: TableRow, known: KnownHeads): PartedRow {
  const heads = row.cells.map(({ span }) => headsAtEnd(document, span, known));
  if (heads.every((each) => each.length === 0)) return { row, heads: [] };
  const first = row.cells.findIndex(({ span }) => !rowNumber.test(document.slice(span.start, span.end).trim()));
  if (first < 0) return { row, heads: [] };
  const glued = gluedHead(document, ownPart((row.cells[first] as Cell).span, heads[first] ?? []), known);
  if (glued !== null) heads[first]?.unshift(glued);
  if (heads[first]?.length === 0 || heads.flat().length < 2) return { row, heads: [] };
  const cells = row.cells.map((cell, i) => ({ ...cell, span: ownPart(cell.span, heads[i] ?? []) }));
  return { row: { ...row, cells }, heads: heads.flat() };
}

function ownPart({ start, end }: Span, heads: readonly Span[]): Span {
  return { start, end: heads[0]?.start ?? end };
}

/** The last lines of a cell that are running heads; none where all of them are. */
function headsAtEnd(document: string, { start, end }: Span, known: KnownHeads): Span[] {
  const heads: Span[] = [];
  for (let to = end; ;) {
    const from = lineStart(document, start, to);
    const kind = from === null ? 'other' : kindOfOne(headText(document.slice(from, to)), known, true);
    if (from === null || (kind !== 'head' && (kind !== 'agency' || heads.length === 0))) return heads;
    if (from <= start) return [];
    heads.unshift({ start: from, end: to });
    to = from - 1;
  }
}

/**
 * Where the line that ends at `to` begins in the cell that begins at `start`; null: farther back than any head is long.
 * Looked for in that stretch alone: a mark that the document does not hold would be looked for up to its beginning, for each cell.
 */
function lineStart(document: string, start: number, to: number): number | null {
  const from = Math.max(start, to - 2 * longestHead - 1);
  const near = document.slice(from, to);
  const mark = Math.max(near.lastIndexOf('\n'), near.lastIndexOf('\u2029'));
  if (mark >= 0) return from + mark + 1;
  return to - start > 2 * longestHead ? null : start;
}

/** A line above the table that is printed once more right below a line which reached the end of its column, and was joined to it. */
function gluedHead(document: string, { start, end }: Span, { seen }: KnownHeads): Span | null {
  const to = start + document.slice(start, end).trimEnd().length;
  for (let at = Math.max(start + 1, to - longestHead); at < to - 1; at++)
    if (seen.has(headText(document.slice(at, to)))) return { start: at, end: to };
  return null;
}
