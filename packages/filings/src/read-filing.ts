import type { Document, Filing, Notice, Span } from '@guankao/domain';
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
import { placeOf } from './texts/places.ts';
import { unfused } from './unfuse.ts';
import { unitsOf } from './units.ts';

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
  const units = unitsOf(document.text, parts.lines, parts.headings, parts.sections);
  const built = found.rows.map(({ draft, parent, texts }, i) =>
    buildRow(draft, idOf(i), parent === null ? null : idOf(parent), texts, { document, units }),
  );
  const plans = built.map(({ row }) => row);

  const heads = [...facts.furniture, ...parts.headings, ...found.furniture];
  const coverage = new Coverage(document);
  coverage.take(heads);
  for (const { spans } of plans) coverage.take(spans);
  const { rulings, unread } = parted(document.text, coverage.rest());
  const { form, agency, fiscalYear } = facts;
  const notices = [
    ...built.flatMap((each) => each.notices),
    ...found.nameless.map((span) => rowWithoutName(span, document.name)),
  ];
  return {
    form,
    agency,
    fiscalYear,
    moneyUnit: units.moneyUnit,
    layout: layout?.id ?? null,
    plans,
    furniture: merged(document.text, [...heads, ...rulings]),
    unread,
    ...(notices.length > 0 ? { notices } : {}),
  };
}

function rowWithoutName(span: Span, file: string): Notice {
  return {
    id: 'row-without-name',
    place: placeOf(span, file),
    message: {
      'zh-Hant': '有一列載有金額、類型或期程，卻沒有計畫名稱，無法得知屬於哪個計畫，未讀入。請補上計畫名稱。',
      en: 'A row with amounts, a type or a period has no plan name; whose it is cannot be told, and it was not read. Add the name.',
    },
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
  /** Rows with figures that stand under no name. */
  readonly nameless: readonly Span[];
}

function plansIn(document: string, sections: readonly Section[]): Found {
  const collector = new RowCollector(document);
  for (const spread of spreadsOf(sections.filter(({ layout }) => layout.rows === 'plans'))) collector.spread(spread);
  const { drafts, spreads, furniture, nameless } = collector;
  const parents = parentsOf(drafts.map(({ name }) => name));
  const texts = joinSpreads(
    document,
    spreads,
    new Set(parents.flatMap((index) => (index === null ? [] : [drafts[index] as Draft]))),
  );
  return {
    rows: drafts.map((draft, i) => ({ draft, parent: parents[i] ?? null, texts: texts.get(draft) as Texts })),
    furniture,
    nameless,
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
    nameless: [],
  };
}

function idOf(index: number): string {
  return `r${String(index + 1).padStart(2, '0')}`;
}

interface OpenDraft {
  readonly draft: Draft;
  readonly goesOn: boolean;
}

/** A row of a table with the index of the spread's plan that it stands beside; null for none. */
interface PlacedRow {
  readonly row: RoleRow;
  readonly beside: number | null;
}

/** The plan of a left row that holds nothing but what is merged over it is the plan above. */
function besideAt(left: readonly PlacedRow[], at: number): number | null {
  for (let i = at; i >= 0; i--) {
    const { row, beside } = left[i] as PlacedRow;
    if (beside !== null || row.cells.size > 0) return beside;
  }
  return null;
}

/** Walks the spreads in order and tells plan rows, rows that go on, totals and group headings apart. */
class RowCollector {
  readonly drafts: Draft[] = [];
  readonly spreads: OpenSpread[] = [];
  readonly furniture: Span[] = [];
  readonly nameless: Span[] = [];
  readonly #document: string;
  #group: Group = noGroup;

  constructor(document: string) {
    this.#document = document;
  }

  spread({ left, right, facing }: Spread): void {
    const open: OpenDraft[] = [];
    /** Each row of the left tables with the plan that it opens or goes on with: its index among `open`; null for none. */
    const rows: PlacedRow[] = [];
    let taken = 0;
    for (const page of left) {
      taken += page.rows.length;
      for (const [i, row] of roleRows(this.#document, page)
        .flatMap((whole) => unfused(this.#document, whole))
        .entries()) {
        const belongs = this.#leftRow(row, i === 0, open);
        rows.push({ row, beside: belongs ? Math.max(0, open.length - 1) : null });
      }
    }
    const across = facing ? this.#rowsAcross(right, rows, taken) : rows;
    const beside =
      across === null
        ? acrossFrom(
            this.#document,
            right.flatMap((page) => this.#resultRows(page)),
            open.length,
          )
        : across.filter(({ beside: at }) => at !== null);
    const results = resultRows(this.#document, beside, open.length);
    const before = this.drafts.at(-open.length - 1);
    // More right rows than left ones: the first may go on from the page before.
    if (
      facing &&
      results.length > open.length &&
      before !== undefined &&
      open[0]?.goesOn !== true &&
      results[0] !== undefined &&
      results[0].beside === null &&
      looksContinued(results[0])
    )
      open.unshift({ draft: before, goesOn: true });
    this.spreads.push({
      left: open,
      right: across === null ? results.map((row) => this.#named(row, open)) : results,
      facing: across === null,
      hasRightPage: right.length > 0,
    });
  }

  /** Where merged cells show that the rows of the facing page are those of the left one, each lies across from its own; else null. */
  #rowsAcross(right: readonly Section[], left: readonly PlacedRow[], taken: number): readonly PlacedRow[] | null {
    const rows = right.flatMap((page) => this.#resultRows(page));
    const merged = left.length === taken && left.some(({ row }) => row.covered.size > 0);
    if (!merged || rows.length !== left.length) return null;
    return rows.map(({ row }, i) => ({ row, beside: besideAt(left, i) }));
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

  /** Whether the row is one of a plan: opens it, or goes on with it. */
  #leftRow(row: RoleRow, first: boolean, open: OpenDraft[]): boolean {
    const found = kindOf(this.#document, row, this.#group, this.drafts.at(-1) ?? null, first);
    if (found.kind === 'plan') {
      this.#shareMoney(found.draft, row);
      this.drafts.push(found.draft);
      open.push({ draft: found.draft, goesOn: false });
      return true;
    }
    if (found.kind === 'continuation') return this.#continue(row, open);
    if (found.kind === 'group') this.#group = found.group;
    if (found.kind === 'unknown' && !row.cells.has('name') && row.cells.size > 1) this.nameless.push(row.span);
    if (found.kind === 'group' || found.kind === 'total') this.furniture.push(row.span);
    return false;
  }

  /** Money that a cell merged over several plans prints is not the first plan's alone either. */
  #shareMoney(draft: Draft, { covered }: RoleRow): void {
    for (const role of draft.shared) {
      const owner = this.drafts.findLast(({ cells }) => cells.get(role)?.[0]?.span === covered.get(role)?.[0]?.span);
      owner?.shared.add(role);
    }
  }

  #continue(row: RoleRow, open: OpenDraft[]): boolean {
    const last = this.drafts.at(-1);
    if (last === undefined) return false;
    extend(this.#document, last, row);
    if (open.length === 0) open.push({ draft: last, goesOn: true });
    return true;
  }
}
