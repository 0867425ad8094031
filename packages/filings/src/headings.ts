import { readPlanName } from './fields/plan-name.ts';
import { readPlanType } from './fields/plan-type.ts';
import { moneyColumns, type Cell, type TableRow } from '@guankao/domain';
import type { Layout, Role, TableKind } from './layout.ts';
import { lineOf } from './texts/printed.ts';

/** A column as its heading names it. `from` and `to` are grid columns, `to` exclusive. */
export interface Column {
  readonly role: Role;
  /** A heading that names two or three things, which stand in one cell: 計畫類型及期程. */
  readonly joint?: readonly Role[];
  readonly heading: string;
  readonly from: number;
  readonly to: number;
}

export interface Heading {
  readonly layout: Layout;
  readonly kind: TableKind['kind'];
  readonly columns: readonly Column[];
  /** How many rows it takes: two or three where headings stand under common ones. */
  readonly rows: number;
}

/** No heading is longer; what is, is a text of a row. */
const longest = 40;
const mostRows = 3;
/** As printed, with mark-up and blanks. */
const longestPrint = 100;

/** Short words: no sentence, and no figure but a year or a unit's. Asked of every row, so before anything is read. */
function mayBeHeading(document: string, { cells }: TableRow): boolean {
  return cells.every(
    ({ span: { start, end } }) => end - start <= longestPrint && !/\d,\d{3}|。|\d{5}/.test(document.slice(start, end)),
  );
}

/** A type alone in its row heads the plans below it, not the columns. */
function namesType(document: string, { cells }: TableRow): boolean {
  const [only, ...others] = cells
    .map(({ span }) => document.slice(span.start, span.end).trim())
    .filter((text) => text !== '');
  return only !== undefined && others.length === 0 && readPlanType(readPlanName(only).name) !== null;
}

/** Reads the rows at `at` as column headings of one of the layouts; null where they are none. */
export function headingAt(
  document: string,
  rows: readonly TableRow[],
  at: number,
  layouts: readonly Layout[],
): Heading | null {
  let best: Heading | null = null;
  for (let count = 1; count <= mostRows && at + count <= rows.length; count++) {
    const row = rows[at + count - 1] as TableRow;
    if (!mayBeHeading(document, row) || namesType(document, row)) break;
    const heading = readHeading(document, rows.slice(at, at + count), layouts);
    if (heading === null) {
      if (count === 1 && !isCommonHead(document, rows[at] as TableRow)) return null;
      continue;
    }
    if (best === null || known(heading) > known(best)) best = heading;
  }
  const below = best === null ? undefined : rows[at + best.rows];
  return best !== null && below !== undefined && isRowOfLabels(document, below)
    ? { ...best, rows: best.rows + 1 }
    : best;
}

/** (1) (2) (3), A B C below the headings: what the columns are called by. */
function isRowOfLabels(document: string, { cells }: TableRow): boolean {
  const texts = cells
    .map(({ span }) => document.slice(span.start, span.end).normalize('NFKC').replace(/\s+/g, ''))
    .filter((text) => text !== '');
  return (
    texts.length > 2 &&
    texts.every((text) =>
      /^\(?(?:\d{1,2}|[A-Za-z]|[甲乙丙丁戊己庚辛壬癸]|[一二三四五六七八九十]{1,2})\)?(?:=.{1,20})?$/.test(text),
    ) &&
    new Set(texts).size === texts.length
  );
}

function known({ columns }: Heading): number {
  return columns.filter(({ role }) => role !== 'other').length;
}

/** A row of short words without figures may be common headings, with the columns' own ones below. */
function isCommonHead(document: string, row: TableRow): boolean {
  const texts = row.cells.map(({ span }) => document.slice(span.start, span.end)).filter((text) => text.trim() !== '');
  return (
    texts.length > 0 &&
    texts.every((text) => text.length <= longest && !/\d{3}|。/.test(text)) &&
    row.cells.some(({ columnSpan, rowSpan }) => columnSpan > 1 || rowSpan > 1)
  );
}

function readHeading(document: string, rows: readonly TableRow[], layouts: readonly Layout[]): Heading | null {
  const titles = titlesOf(document, rows);
  if (titles.length === 0 || titles.some(({ text }) => text.length > longest || /。/.test(text))) return null;
  for (const layout of layouts) {
    const columns = columnsOf(titles, layout);
    if (columns.filter(({ role }) => role !== 'other').length * 2 < titles.length) continue;
    const kind = layout.tables.find((table) => fits(table, columns));
    if (kind !== undefined) return { layout, kind: kind.kind, columns, rows: rows.length };
  }
  return null;
}

function fits({ needs }: TableKind, columns: readonly Column[]): boolean {
  const roles = new Set(columns.flatMap(({ role, joint }) => joint ?? [role]));
  return needs.every(({ atLeast, of }) => of.filter((role) => roles.has(role)).length >= atLeast);
}

interface Title {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** The heading of each grid column: what stands over it in all heading rows, outermost first. */
function titlesOf(document: string, rows: readonly TableRow[]): Title[] {
  const [lowest, ...above] = rows.toReversed() as [TableRow, ...TableRow[]];
  const titles: Title[] = [];
  const cells = [
    ...lowest.cells,
    ...above.flatMap(({ cells: upper }) => upper.filter((cell) => !lowest.cells.some((low) => covers(cell, low)))),
  ];
  for (const cell of cells) {
    const over = above.flatMap(({ cells: upper }) => upper.filter((common) => common !== cell && covers(common, cell)));
    const text = [...over.toReversed(), cell].map(({ span }) => lineOf(document, [span])).join('');
    if (text !== '') titles.push({ text, from: cell.column, to: cell.column + cell.columnSpan });
  }
  return titles.toSorted((a, b) => a.from - b.from);
}

function covers(upper: Cell, lower: Cell): boolean {
  return upper.column <= lower.column && lower.column < upper.column + upper.columnSpan;
}

/**
 * Each role is given once, to the first heading that says it; a second one is money of another scope, the end of a period
 * whose beginning has a column of its own, or unknown.
 */
function columnsOf(titles: readonly Title[], layout: Layout): Column[] {
  const given = new Set<Role>();
  const columns: Column[] = [];
  for (const { text, from, to } of titles) {
    const joint = jointRoles(text, layout).filter((role) => !given.has(role));
    if (joint.length > 1) {
      for (const role of joint) given.add(role);
      columns.push({ role: joint[0] as Role, joint, heading: text, from, to });
      continue;
    }
    const found = roleOf(text, layout);
    const again = given.has(found) && !repeatable.has(found) && !(found === 'period' && endsPeriod(columns, text));
    const role = again ? (moneyRoles.has(found) ? 'amount' : 'other') : found;
    given.add(role);
    columns.push({ role, heading: text, from, to });
  }
  return columns;
}

const beginning = /[起自始]|開始|開工/;
const ending = /[迄訖至止終]|結束|完成|完工|屆滿/;

/** 計畫期程迄 beside 計畫期程起: of one period. */
function endsPeriod(columns: readonly Column[], heading: string): boolean {
  const first = columns.filter(({ role }) => role === 'period');
  return first.length === 1 && beginning.test(first[0]?.heading ?? '') && ending.test(heading);
}

const joinable = new Set<Role>(['name', 'type', 'period']);

/** 計畫類型及名稱, 計畫名稱（期程）: the roles that its parts name; one or none where it is no joint heading. */
function jointRoles(heading: string, layout: Layout): Role[] {
  const parts = barely(heading)
    .split(/[及與和、/|,，(（)）]/)
    .filter((part) => part !== '');
  if (parts.length < 2 || parts.length > 3) return [];
  const roles = parts.map((part) => roleOf(part, layout));
  return roles.every((role) => joinable.has(role)) ? [...new Set(roles)] : [];
}

const repeatable = new Set<Role>(['level', 'amount', 'other', 'note', 'rate']);
const moneyRoles = new Set<Role>(moneyColumns);

/** What a heading says that its column holds. */
export function roleOf(heading: string, { headings }: Layout): Role {
  const text = barely(heading);
  return headings.find(({ says, butNot }) => says.test(text) && !(butNot?.test(text) ?? false))?.role ?? 'other';
}

/** Without its unit, the number of its column and what it only adds. */
function barely(heading: string): string {
  return heading
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(
      /\((?:單位[:：])?(?:新[臺台]幣)?(?:百萬|千|仟|萬|億)?元\)|\([A-Z0-9=/+-]{1,8}\)|\((?:含|如|請)[^)]*\)/g,
      '',
    );
}
