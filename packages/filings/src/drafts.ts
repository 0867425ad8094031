import { textColumns, type MoneyColumn, type Span } from '@guankao/domain';
import { readPeriod } from './fields/period.ts';
import { readPlanName, type NameReading } from './fields/plan-name.ts';
import { readPlanType } from './fields/plan-type.ts';
import type { Role } from './layout.ts';
import type { RoleCell, RoleRow } from './rows.ts';
import { lineOf } from './texts/printed.ts';

/** A plan row on its way: its cells by role. A row that goes on on the next page has more than one cell in a role. */
export interface Draft {
  name: NameReading;
  readonly cells: Map<Role, RoleCell[]>;
  readonly shifted: boolean;
  /** From a heading row above it that names an agency or a plan type. */
  readonly group: Group;
  /** Roles whose cell is one of a row above, merged over this one. */
  readonly inherited: ReadonlySet<Role>;
  /** Money columns whose cell is merged over this plan and others. */
  readonly shared: Set<MoneyColumn>;
  /** The row of the table that opens it. */
  readonly start: Span;
}

/** Rows that say what the rows below them have in common. */
export interface Group {
  readonly agency: RoleCell | null;
  readonly type: RoleCell | null;
}

/** What a draft has that stands in no merged cell. */
export const unmerged = { inherited: new Set<Role>(), shared: new Set<MoneyColumn>() } as const;

export const noGroup: Group = { agency: null, type: null };

/** What one row of a left or wide table turned out to be. */
export type RowKind =
  | { readonly kind: 'plan'; readonly draft: Draft }
  /** The rest of the row before, from over the page. */
  | { readonly kind: 'continuation' }
  | { readonly kind: 'total'; readonly name: string }
  | { readonly kind: 'group'; readonly group: Group }
  | { readonly kind: 'unknown' };

const texts: readonly Role[] = textColumns;
const total =
  /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）]?[、.．])?(?:[\p{sc=Han}、及與（）()]{0,16})(?:小計|合計|總計|共計|累計|總額|總和|合共|總合計)(?:數|金額)?(?:[（(][^（）()]{1,20}[)）])?[:：]?$|^計[:：]?$|^(?:sub)?total[:：]?$/iu;
const carried = /^(?:承|接|轉|過)(?:上|前|次|下)?(?:一)?頁|^(?:承|續)前頁|^(?:轉|過)次頁/;
/** A total by its name alone; what only ends in such a word may be a plan, and has more of one. */
const pureTotal = /^(?:小|合|總|共|累|總合)計(?:[（(][^（）()]{1,20}[)）])?[:：]?$/;
const agencyWord = /^[\p{sc=Han}]{2,16}(?:部|會|院|署|局|處|府|所|站|中心|大學|學校|館|場|廠|隊|分署)(?:主管)?$/u;
/** No plan's name ends in these; 累計 and 總額 some may. */
const sumTotal = /(?:小計|合計|總計|共計)(?:數|金額)?(?:[（(][^（）()]{1,20}[)）])?[:：]?$/;
/** What a row below the plans says that is none: a note, a signature. */
const aside =
  /^(?:註\d*|備註|附註|說明|資料來源|填表|製表|承辦人?|覆核|複核|審核|主辦會計|主計|會計|機關首長|單位主管|首長|核章|聯絡|電話)(?:[:：]|$|人|員|日期|單位)/;

/** `before`: the row above, on this page or the one before; `first`: the row opens its page. */
export function kindOf(document: string, row: RoleRow, group: Group, before: Draft | null, first: boolean): RowKind {
  const nameCells = row.cells.get('name') ?? [];
  const line = nameOf(document, nameCells);
  const has = (roles: readonly Role[]) => roles.some((role) => row.cells.has(role));
  const figures = holdsFigures(document, row);
  const described = has(['type', 'period']);
  const word = totalIn(document, row, line);
  if (word !== null) return { kind: 'total', name: word };
  if (line === '') return withoutName(document, row, group, figures);
  if (aside.test(line) && !figures && !readsAsDescribed(document, row)) return { kind: 'unknown' };
  if (!figures && !has(texts) && !described) {
    const common = groupIn(line, nameCells[0] as RoleCell, group);
    return common === null ? plain(line, row, group, looksLikePlan(line)) : { kind: 'group', group: common };
  }
  if (before !== null && isContinued(line, before.name.name)) return { kind: 'continuation' };
  const halfName =
    first && before !== null && !figures && !described && has(texts) && readPlanName(line).marker === null;
  return halfName ? { kind: 'continuation' } : plain(line, row, group, true);
}

/**
 * A row without a name of its own. Under a merged name it is another share of that plan where it has figures of its own, else
 * more of the row above; without one, texts alone go on. Whose figures are that stand under no name, nothing tells: unread.
 */
function withoutName(document: string, row: RoleRow, group: Group, figures: boolean): RowKind {
  const name = row.covered.get('name');
  const hasTexts = texts.some((role) => row.cells.has(role));
  const described = row.cells.has('type') || row.cells.has('period');
  if (name !== undefined && figures) return plain(nameOf(document, name), row, group, true);
  return hasTexts && !figures && (name !== undefined || !described) ? { kind: 'continuation' } : { kind: 'unknown' };
}

function holdsFigures(document: string, row: RoleRow): boolean {
  return (['approvedTotal', 'budgetedToDate', 'executedToDate', 'amount'] as const).some((role) =>
    (row.cells.get(role) ?? []).some(({ span }) => /[\d０-９]|^\s*[-－–—─]/.test(document.slice(span.start, span.end))),
  );
}

/** A type or a period that reads as one. */
function readsAsDescribed(document: string, row: RoleRow): boolean {
  const line = (role: Role): string => nameOf(document, row.cells.get(role) ?? []);
  return readPlanType(line('type')) !== null || readPeriod(line('period')) !== null;
}

/** 合計, 社會發展計畫小計, 過次頁 in the first column that says anything: no plan. null where the row is none of totals. */
function totalIn(document: string, row: RoleRow, line: string): string | null {
  const leading =
    line === ''
      ? (['number', 'type', 'period', 'host', 'agency'] as const).flatMap((role) => linesOf(document, row, role))
      : [line];
  const word = leading.map((each) => each.replace(/\s+/g, '')).find((each) => total.test(each) || carried.test(each));
  if (word === undefined) return null;
  const reports = (['execution', 'goals', 'explanation'] as const).some((role) => row.cells.has(role));
  const period = readPeriod(nameOf(document, row.cells.get('period') ?? []));
  return pureTotal.test(word) || sumTotal.test(word) || (!reports && period === null) ? word : null;
}

/** 總計 may stand in the column of the rows' numbers. */
function linesOf(document: string, { cells }: RoleRow, role: Role): readonly string[] {
  return (cells.get(role) ?? []).map(({ span }) => lineOf(document, [span]));
}

/** 甲計畫（續）: the name of the row before, printed again over the page. */
function isContinued(line: string, before: string): boolean {
  const match = /^(.*?)[(（]續(?:上頁|前頁)?[)）]$/.exec(line);
  return match !== null && (match[1] === '' || readPlanName(match[1] as string).name === before);
}

/** A name alone in its row: of a plan, and not a note under the table. */
function looksLikePlan(line: string): boolean {
  return /計畫|方案|專案|工程|業務/.test(line) && !/[。；]|^(?:註|備註|附註|說明|資料來源|填表)/.test(line);
}

function plain(line: string, row: RoleRow, group: Group, known: boolean): RowKind {
  if (!known) return { kind: 'unknown' };
  const inherits = inheritedCells(row);
  return {
    kind: 'plan',
    draft: {
      name: readPlanName(line),
      cells: new Map([...inherits, ...copied(row.cells)]),
      shifted: row.shifted,
      group,
      inherited: new Set(inherits.keys()),
      shared: new Set(ownMoney.filter((role) => row.covered.has(role) && !row.cells.has(role))),
      start: row.span,
    },
  };
}

/** What stands once for several plans is each one's: their type, their period, the total that they have in common. */
const common: readonly Role[] = ['name', 'type', 'period', 'host', 'agency', 'approvedTotal'];
/** An amount that stands once for several plans is nobody's own. */
const ownMoney: readonly MoneyColumn[] = ['budgetedToDate', 'executedToDate'];

function inheritedCells({ cells, covered }: RoleRow): Map<Role, RoleCell[]> {
  return new Map(
    common.flatMap((role): [Role, RoleCell[]][] => {
      const merged = covered.get(role);
      return merged === undefined || cells.has(role) ? [] : [[role, [...merged]]];
    }),
  );
}

function copied(cells: ReadonlyMap<Role, readonly RoleCell[]>): Map<Role, RoleCell[]> {
  return new Map([...cells].map(([role, list]) => [role, [...list]]));
}

function groupIn(line: string, cell: RoleCell, group: Group): Group | null {
  const bare = readPlanName(line).name;
  if (readPlanType(bare) !== null) return { ...group, type: cell };
  if (agencyWord.test(bare) && !/計畫|方案/.test(bare)) return { agency: cell, type: null };
  return null;
}

/** Adds the rest of a row from over the page to it. What is printed again there (its name, its figures) adds nothing. */
export function extend(document: string, draft: Draft, row: RoleRow): void {
  const again = isContinued(nameOf(document, row.cells.get('name') ?? []), draft.name.name);
  for (const [role, cells] of row.cells) {
    const adds = role === 'name' ? !again : texts.includes(role) || !draft.cells.has(role);
    const to = adds ? role : 'again';
    draft.cells.set(to, [...(draft.cells.get(to) ?? []), ...cells]);
  }
  draft.name = readPlanName(nameOf(document, draft.cells.get('name') ?? []));
}

function nameOf(document: string, cells: readonly RoleCell[]): string {
  return lineOf(
    document,
    cells.map(({ span }) => span),
  );
}

export function spansOf(draft: Draft, role: Role): readonly Span[] {
  return (draft.cells.get(role) ?? []).map(({ span }) => span);
}
