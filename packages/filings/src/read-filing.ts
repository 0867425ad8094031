import type { Document, Filing, Span } from '@guankao/domain';
import { Coverage, merged } from './coverage.ts';
import { extend, kindOf, noGroup, type Draft, type Group } from './drafts.ts';
import { factsOf } from './facts.ts';
import { joinSpreads, type OpenSpread, type Texts } from './join-spreads.ts';
import { parentsOf } from './parents.ts';
import { buildRow } from './plan-rows.ts';
import { resultRows } from './right-rows.ts';
import { roleRows, type RoleRow } from './rows.ts';
import { partsOf, type Section } from './sections.ts';
import { spreadsOf, type Spread } from './spreads.ts';

/**
 * Reads a document as a filing: which tables are a known form's, its rows, and the texts of the right pages joined to them.
 * Throws nothing: what fits nowhere is in `unread`.
 */
export function readFiling(document: Document): Filing {
  const parts = partsOf(document);
  const layout = parts.sections[0]?.layout ?? null;
  const facts = factsOf(document.text, parts.lines, parts.headings, layout);
  const rows = new RowCollector(document.text);
  for (const spread of spreadsOf(parts.sections)) rows.spread(spread);

  const parentIndex = parentsOf(rows.drafts.map(({ name }) => name));
  const parents = new Set(parentIndex.flatMap((index) => (index === null ? [] : [rows.drafts[index] as Draft])));
  const texts = joinSpreads(document.text, rows.spreads, parents);
  const built = rows.drafts.map((draft, i) => buildRow(draft, idOf(i), idOrNull(parentIndex[i]), texts.get(draft) as Texts, { document: document.text, unit: facts.unit }));

  const furniture = [...facts.furniture, ...parts.headings, ...rows.furniture];
  const coverage = new Coverage(document);
  coverage.take(furniture);
  for (const { row } of built) coverage.take(row.spans);
  const { form, agency, fiscalYear, moneyUnit } = facts;
  return {
    form, agency, fiscalYear, moneyUnit,
    layout: layout?.id ?? null,
    plans: built.map(({ row }) => row),
    furniture: merged(document.text, furniture),
    unread: coverage.rest(),
  };
}

function idOf(index: number): string {
  return `r${String(index + 1).padStart(2, '0')}`;
}

function idOrNull(index: number | null | undefined): string | null {
  return index === null || index === undefined ? null : idOf(index);
}

/** Walks the spreads in order and tells plan rows, rows that go on, totals and group headings apart. */
class RowCollector {
  readonly drafts: Draft[] = [];
  readonly spreads: OpenSpread[] = [];
  readonly furniture: Span[] = [];
  readonly #document: string;
  #group: Group = noGroup;

  constructor(document: string) {
    this.#document = document;
  }

  spread({ left, right, facing }: Spread): void {
    const open: { draft: Draft; goesOn: boolean }[] = [];
    const beside: { row: RoleRow; beside: number | null }[] = [];
    for (const page of left) {
      for (const [i, row] of roleRows(this.#document, page).entries()) {
        this.#leftRow(row, i === 0, open);
        if (!facing) beside.push({ row, beside: Math.max(0, open.length - 1) });
      }
    }
    const rows = facing ? right.flatMap((page) => this.#resultRows(page)) : beside;
    this.spreads.push({ left: open, right: resultRows(this.#document, rows), facing, hasRightPage: right.length > 0 });
  }

  #resultRows(page: Section): { row: RoleRow; beside: null }[] {
    return roleRows(this.#document, page).map((row) => ({ row, beside: null }));
  }

  #leftRow(row: RoleRow, first: boolean, open: { draft: Draft; goesOn: boolean }[]): void {
    const found = kindOf(this.#document, row, this.#group, first);
    if (found.kind === 'plan') {
      this.drafts.push(found.draft);
      open.push({ draft: found.draft, goesOn: false });
    } else if (found.kind === 'continuation') this.#continue(row, open);
    else if (found.kind === 'group') {
      this.#group = found.group;
      this.furniture.push(row.span);
    } else if (found.kind === 'total') this.furniture.push(row.span);
  }

  #continue(row: RoleRow, open: { draft: Draft; goesOn: boolean }[]): void {
    const last = this.drafts.at(-1);
    if (last === undefined) return;
    extend(last, row);
    if (open.length === 0) open.push({ draft: last, goesOn: true });
  }
}

