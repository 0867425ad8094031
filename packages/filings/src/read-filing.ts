import type { Document, Filing, Span } from '@guankao/domain';
import { AccountCollector, accountParents, accountTexts } from './accounts.ts';
import { Coverage, merged } from './coverage.ts';
import { extend, kindOf, noGroup, type Draft, type Group } from './drafts.ts';
import { factsOf } from './facts.ts';
import { readPlanName } from './fields/plan-name.ts';
import { lineOf } from './texts/printed.ts';
import { joinSpreads, type OpenSpread } from './join-spreads.ts';
import type { Texts } from './texts/texts.ts';
import { parentsOf } from './parents.ts';
import { buildRow } from './plan-rows.ts';
import { acrossFrom, looksContinued, resultRows, type ResultRow } from './right-rows.ts';
import { roleRows, type RoleRow } from './rows.ts';
import { partsOf, type Section } from './sections.ts';
import { typedFiling } from './typed/typed-filing.ts';
import { spreadsOf, type Spread } from './spreads.ts';
import { unfused } from './unfuse.ts';

/**
 * Reads a document as a filing: which tables are a known form's, its rows, and the texts of the right pages joined to them.
 * A form that was typed has its fields already: they become its rows as they are.
 * Throws nothing: what fits nowhere is in `unread`.
 */
export function readFiling(document: Document): Filing {
  return document.typed === undefined ? readLayout(document) : typedFiling(document, document.typed);
}

function readLayout(document: Document): Filing {
  const parts = partsOf(document);
  const layout = parts.sections[0]?.layout ?? null;
  const facts = factsOf(document.text, parts.lines, parts.headings, layout);
  const found =
    layout?.rows === 'accounts' ? accountsIn(document.text, parts.sections) : plansIn(document.text, parts.sections);
  const plans = found.rows.map(({ draft, parent, texts }, i) =>
    buildRow(draft, idOf(i), parent === null ? null : idOf(parent), texts, {
      document: document.text,
      unit: facts.unit,
    }),
  );

  const heads = [...facts.furniture, ...parts.headings, ...found.furniture];
  const coverage = new Coverage(document);
  coverage.take(heads);
  for (const { spans } of plans) coverage.take(spans);
  const { rulings, unread } = parted(document.text, coverage.rest());
  const { form, agency, fiscalYear, moneyUnit } = facts;
  return {
    form,
    agency,
    fiscalYear,
    moneyUnit,
    layout: layout?.id ?? null,
    plans,
    furniture: merged(document.text, [...heads, ...rulings]),
    unread,
  };
}

/** Bars and lines between cells are not content: they are told from what is unread. */
function parted(text: string, rest: readonly Span[]): { rulings: Span[]; unread: Span[] } {
  const isRuling = ({ start, end }: Span) => /^[\s|+:=─━│┼-]*$/.test(text.slice(start, end));
  return { rulings: rest.filter(isRuling), unread: rest.filter((span) => !isRuling(span)) };
}

interface Found {
  readonly rows: readonly { readonly draft: Draft; readonly parent: number | null; readonly texts: Texts }[];
  readonly furniture: readonly Span[];
}

function plansIn(document: string, sections: readonly Section[]): Found {
  const collector = new RowCollector(document);
  for (const spread of spreadsOf(sections.filter(({ layout }) => layout.rows === 'plans'))) collector.spread(spread);
  const { drafts, spreads, furniture } = collector;
  const parents = parentsOf(drafts.map(({ name }) => name));
  const texts = joinSpreads(
    document,
    spreads,
    new Set(parents.flatMap((index) => (index === null ? [] : [drafts[index] as Draft]))),
  );
  return {
    rows: drafts.map((draft, i) => ({ draft, parent: parents[i] ?? null, texts: texts.get(draft) as Texts })),
    furniture,
  };
}

function accountsIn(document: string, sections: readonly Section[]): Found {
  const collector = new AccountCollector(document);
  for (const section of sections.filter(({ layout }) => layout.rows === 'accounts')) {
    for (const row of roleRows(document, section)) collector.row(row);
  }
  const drafts = collector.finish();
  const parents = accountParents(drafts);
  return {
    rows: drafts.map((draft, i) => ({ draft, parent: parents[i] ?? null, texts: accountTexts(document, draft) })),
    furniture: collector.furniture,
  };
}

function idOf(index: number): string {
  return `r${String(index + 1).padStart(2, '0')}`;
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
      for (const [i, row] of roleRows(this.#document, page)
        .flatMap((whole) => unfused(this.#document, whole))
        .entries()) {
        this.#leftRow(row, i === 0, open);
        if (!facing) beside.push({ row, beside: Math.max(0, open.length - 1) });
      }
    }
    const results = resultRows(
      this.#document,
      facing
        ? acrossFrom(
            this.#document,
            right.flatMap((page) => this.#resultRows(page)),
            open.length,
          )
        : beside,
    );
    const before = this.drafts.at(-open.length - 1);
    // More right rows than left ones: the first may go on from the page before.
    if (
      facing &&
      results.length > open.length &&
      before !== undefined &&
      open[0]?.goesOn !== true &&
      results[0] !== undefined &&
      looksContinued(results[0])
    )
      open.unshift({ draft: before, goesOn: true });
    this.spreads.push({
      left: open,
      right: facing ? results.map((row) => this.#named(row, open)) : results,
      facing,
      hasRightPage: right.length > 0,
    });
  }

  /** A right page that repeats the names tells itself which row is whose. */
  #named(row: ResultRow, open: readonly { readonly draft: Draft }[]): ResultRow {
    const name = readPlanName(
      lineOf(
        this.#document,
        row.nameCells.map(({ span }) => span),
      ),
    ).name;
    const rows = open.flatMap(({ draft }, i) => (draft.name.name === name ? [i] : []));
    return rows.length === 1 ? { ...row, beside: rows[0] as number } : row;
  }

  #resultRows(page: Section): { row: RoleRow; beside: null }[] {
    return roleRows(this.#document, page).map((row) => ({ row, beside: null }));
  }

  #leftRow(row: RoleRow, first: boolean, open: { draft: Draft; goesOn: boolean }[]): void {
    const found = kindOf(this.#document, row, this.#group, this.drafts.at(-1) ?? null, first);
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
    extend(this.#document, last, row);
    if (open.length === 0) open.push({ draft: last, goesOn: true });
  }
}
