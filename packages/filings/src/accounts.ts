import type { Join, Span } from '@guankao/domain';
import { noGroup, unmerged, type Draft } from './drafts.ts';
import type { Role } from './layout.ts';
import type { Texts } from './texts/texts.ts';
import type { RoleCell, RoleRow } from './rows.ts';
import { itemsOf, passagesIn } from './texts/items.ts';
import { lineOf, paragraphsOf } from './texts/printed.ts';

/** An account on its way: its code, its name over one or more lines, its amounts, and its explanation. */
export interface AccountDraft extends Draft {
  readonly code: string | null;
}

const code = /(?<!\d)\d{10}(?!\d)/;
const total = /^(?:合計|總計|小計)$/;

/**
 * Puts the rows of a budget's tables together into accounts. A code opens one; the name, the amounts and the explanation
 * follow, line by line where the table came from a page; the explanation runs on over the next page.
 */
export class AccountCollector {
  readonly drafts: AccountDraft[] = [];
  readonly furniture: Span[] = [];
  readonly #document: string;
  #open: AccountDraft | null = null;
  #named = false;

  constructor(document: string) {
    this.#document = document;
  }

  row(row: RoleRow): void {
    const parts = [...(row.cells.get('code') ?? []), ...(row.cells.get('name') ?? [])].flatMap((cell) =>
      this.#partsOf(cell),
    );
    const found = parts.find(({ role }) => role === 'code');
    const names = parts.filter(({ role }) => role === 'name').map(({ cell }) => cell);
    const body = [...row.cells].filter(([role]) => role !== 'code' && role !== 'name');
    if (names.length > 0 && total.test(this.#line(names))) {
      this.furniture.push(row.span);
      return;
    }
    // What is explained beside a code alone still belongs to the account before: a new one is explained beside its name.
    if (found !== undefined && names.length === 0) this.#add(body);
    if (found !== undefined) this.#start(this.#line([found.cell]), found.cell, row.span);
    else if (this.#opensWithoutCode(names, row)) this.#start(null, null, row.span);
    this.#name(names);
    if (found === undefined || names.length > 0) this.#add(body);
  }

  finish(): readonly AccountDraft[] {
    this.#close();
    return this.drafts;
  }

  /** An account of which the print gives no code: a name with amounts or a number of its own, after a named account. */
  #opensWithoutCode(names: readonly RoleCell[], { cells }: RoleRow): boolean {
    return names.length > 0 && this.#named && (cells.has('amount') || cells.has('level'));
  }

  #start(digits: string | null, cell: RoleCell | null, start: Span): void {
    this.#close();
    this.#open = {
      code: digits,
      name: { name: '', marker: null },
      cells: new Map(cell === null ? [] : [['code', [cell]]]),
      shifted: false,
      group: noGroup,
      ...unmerged,
      start,
    };
    this.#named = false;
  }

  #name(names: readonly RoleCell[]): void {
    if (names.length === 0 || this.#open === null) return;
    this.#add([['name', names]]);
    this.#named = true;
  }

  #add(cells: Iterable<readonly [Role, readonly RoleCell[]]>): void {
    if (this.#open === null) return;
    for (const [role, list] of cells) this.#open.cells.set(role, [...(this.#open.cells.get(role) ?? []), ...list]);
  }

  #close(): void {
    const open = this.#open;
    if (open !== null && open.cells.has('name')) {
      this.drafts.push({ ...open, name: { name: this.#line(open.cells.get('name') ?? []), marker: null } });
    }
    this.#open = null;
  }

  /** The code and the name in a cell that holds both. */
  #partsOf(cell: RoleCell): { role: 'code' | 'name'; cell: RoleCell }[] {
    const { start, end } = cell.span;
    const match = code.exec(this.#document.slice(start, end));
    const at =
      match === null
        ? []
        : [
            {
              role: 'code' as const,
              span: { ...cell.span, start: start + match.index, end: start + match.index + match[0].length },
            },
          ];
    const cuts =
      match === null
        ? [cell.span]
        : [
            { ...cell.span, end: start + match.index },
            { ...cell.span, start: start + match.index + match[0].length },
          ];
    const names = cuts
      .filter((span) => this.#document.slice(span.start, span.end).trim() !== '')
      .map((span) => ({ role: 'name' as const, span }));
    return [...at, ...names].map(({ role, span }) => ({ role, cell: { ...cell, span } }));
  }

  #line(cells: readonly RoleCell[]): string {
    return lineOf(
      this.#document,
      cells.map(({ span }) => span),
    ).replace(/\s+/g, '');
  }
}

const sameRow: Join = {
  confidence: 1,
  reason: '與科目同列',
  message: { 'zh-Hant': '與科目同列', en: 'in the same rows as the account' },
};

/** The explanation of an account, its lines put together as they were wrapped: figures are broken over lines without a blank. */
export function accountTexts(document: string, draft: AccountDraft): Texts {
  const spans = (draft.cells.get('explanation') ?? []).map(({ span }) => span);
  const explanation = passagesIn(itemsOf(paragraphsOf(document, spans)), spans);
  return { plannedWork: [], execution: [], goals: [], explanation, join: sameRow, spans };
}

/**
 * For each account the index of the one it is a part of. In the ten digits each pair is a level (政事, 主管, 機關, 目, 節);
 * where no account of the same 政事 is above, the agency's own is, whose first pair is 00.
 */
export function accountParents(accounts: readonly Pick<AccountDraft, 'code'>[]): readonly (number | null)[] {
  const seen = new Map<string, number>();
  return accounts.map(({ code: digits }, index) => {
    if (digits === null) return null;
    const parent = wider(digits)
      .map((wide) => seen.get(wide))
      .find((found) => found !== undefined);
    seen.set(digits, index);
    return parent ?? null;
  });
}

/** The codes that a code may be a part of, the nearest first. */
function wider(digits: string): string[] {
  const codes: string[] = [];
  for (const start of [digits, `00${digits.slice(2)}`]) {
    if (start !== digits) codes.push(start);
    for (let pair = 4; pair > 0; pair--) codes.push(start.slice(0, pair * 2).padEnd(10, '0'));
  }
  return codes.filter((wide) => wide !== digits);
}
