import { moneyColumns, textColumns, type Span } from '@guankao/domain';
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
}

/** Rows that say what the rows below them have in common. */
export interface Group {
  readonly agency: RoleCell | null;
  readonly type: RoleCell | null;
}

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
const totalName = /^(?:合計|總計|小計|共計|總額|計|total)$/i;
const agencyName = /^[\p{sc=Han}]{2,16}(?:部|會|院|署|局|處|府|所|中心|大學|學校|館|總隊|分署)(?:主管)?$/u;

/** `before`: the row above, on this page or the one before; `first`: the row opens its page. */
export function kindOf(document: string, row: RoleRow, group: Group, before: Draft | null, first: boolean): RowKind {
  const nameCells = row.cells.get('name') ?? [];
  const line = nameOf(document, nameCells);
  const has = (roles: readonly Role[]) => roles.some((role) => row.cells.has(role));
  const figures = has([...moneyColumns, 'amount']);
  const described = has(['type', 'period']);
  const total = [line, ...(line === '' ? linesOf(document, row, 'number') : [])].find((name) =>
    totalName.test(name.replace(/\s+/g, '')),
  );
  if (total !== undefined) return { kind: 'total', name: total };
  if (line === '')
    return has(texts) && !figures && !described
      ? { kind: 'continuation' }
      : plain(line, row, group, figures || described);
  if (!figures && !has(texts) && !described) {
    const common = groupIn(line, nameCells[0] as RoleCell, group);
    return common === null ? plain(line, row, group, looksLikePlan(line)) : { kind: 'group', group: common };
  }
  if (before !== null && isContinued(line, before.name.name)) return { kind: 'continuation' };
  const halfName =
    first && before !== null && !figures && !described && has(texts) && readPlanName(line).marker === null;
  return halfName ? { kind: 'continuation' } : plain(line, row, group, true);
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
  return { kind: 'plan', draft: { name: readPlanName(line), cells: copied(row.cells), shifted: row.shifted, group } };
}

function copied(cells: ReadonlyMap<Role, readonly RoleCell[]>): Map<Role, RoleCell[]> {
  return new Map([...cells].map(([role, list]) => [role, [...list]]));
}

function groupIn(line: string, cell: RoleCell, group: Group): Group | null {
  const bare = readPlanName(line).name;
  if (readPlanType(bare) !== null) return { ...group, type: cell };
  if (agencyName.test(bare) && !/計畫|方案/.test(bare)) return { agency: cell, type: null };
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
