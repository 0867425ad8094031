import type { Span, TextColumn } from '@guankao/domain';
import type { RightRow } from './join/align.ts';
import { FusedRow } from './join/split.ts';
import type { Vocabulary } from './join/words.ts';
import type { RoleCell, RoleRow } from './rows.ts';
import { segmentsOf, type Segment } from './join/segments.ts';
import { itemsOf, type Item } from './texts/items.ts';
import { ParagraphCollector } from './texts/printed.ts';

/** The columns of the right page, in the order in which the join speaks of them. */
export const resultColumns: readonly TextColumn[] = ['execution', 'goals', 'explanation'];

/** One or more rows of the right page that hold the texts of the same left rows. */
export interface ResultRow {
  /** By `resultColumns`. */
  readonly cells: readonly (readonly Span[])[];
  readonly items: readonly (readonly Item[])[];
  /** The items cut into sentences: asked for only where a row has to be split. */
  segments(): readonly (readonly Segment[])[];
  /** What the row calls the plan, where the right page repeats the names. */
  readonly nameCells: readonly RoleCell[];
  /** Index among the left rows of the spread, for a row of a wide table. */
  readonly beside: number | null;
  readonly reach: number | null;
}

interface Open {
  readonly rows: { readonly row: RoleRow; readonly beside: number | null; readonly at: number }[];
  /** How many table rows the merged cells still reach over. */
  reaches: number;
}

/**
 * Puts the rows together that share a cell, merged over them or left empty in the lower one:
 * what is empty there stands in the row above. `count`: how many plans they are of. Where a facing page has other rows than
 * plans, a cell merged over three of its rows may be one plan's with three goals: it reaches over no three plans.
 */
export function resultRows(
  document: string,
  rows: readonly { readonly row: RoleRow; readonly beside: number | null }[],
  count: number,
): ResultRow[] {
  const groups: Open[] = [];
  for (const [at, { row, beside }] of rows.entries()) {
    const open = groups.at(-1);
    const reach = Math.max(1, ...resultCells(row).map(({ rowSpan }) => rowSpan));
    if (open !== undefined && open.reaches > 0) {
      open.reaches = Math.max(open.reaches, reach) - 1;
      if (resultCells(row).length > 0) open.rows.push({ row, beside, at });
    } else if (resultCells(row).length > 0) groups.push({ rows: [{ row, beside, at }], reaches: reach - 1 });
  }
  const made = groups.map((group) => resultRow(document, group, (at) => rows[at]?.beside ?? null));
  return made.map((row) => (row.beside === null && rows.length !== count ? { ...row, reach: null } : row));
}

/**
 * A right page that leaves a row empty for a plan without a report has a row across from each on the left: `count` of them.
 * Not where cells are merged, or where the row above an empty one may hold the texts of several plans.
 */
export function acrossFrom(
  document: string,
  rows: readonly { readonly row: RoleRow; readonly beside: null }[],
  count: number,
): readonly { readonly row: RoleRow; readonly beside: number | null }[] {
  const cells = rows.map(({ row }) => resultCells(row));
  const isEmpty = (i: number) => cells[i]?.length === 0;
  const sure =
    rows.length === count &&
    cells.some((_, i) => isEmpty(i)) &&
    rows.every(({ row }, i) => isEmpty(i) || !isEmpty(i + 1) || reportsOnOne(document, row));
  return sure && cells.flat().every(({ rowSpan }) => rowSpan === 1)
    ? rows.map(({ row }, i) => ({ row, beside: i }))
    : rows;
}

/** In no column does a numbering, or a paragraph without a number, begin a second time. */
function reportsOnOne(document: string, { cells }: RoleRow): boolean {
  return resultColumns.every((role) => {
    const items = itemsIn(document, [(cells.get(role) ?? []).map(({ span }) => span)]);
    return (
      items.filter(
        ({ step, opensParagraph }) => step === 'first' || step === 'restarts' || (step === 'plain' && opensParagraph),
      ).length <= 1
    );
  });
}

function resultCells({ cells }: RoleRow): readonly RoleCell[] {
  return resultColumns.flatMap((role) => cells.get(role) ?? []);
}

/** `planAt`: the left row that a row of the table stands beside, where that is known. */
function resultRow(document: string, { rows }: Open, planAt: (at: number) => number | null): ResultRow {
  const cells = resultColumns.map((role) => rows.map(({ row }) => (row.cells.get(role) ?? []).map(({ span }) => span)));
  const first = rows[0] as Open['rows'][number];
  const last = Math.max(...rows.flatMap(({ row, at }) => resultCells(row).map(({ rowSpan }) => at + rowSpan - 1)));
  // Rows of one plan, merged on the left, are reached over as one.
  const lastPlan = planAt(last);
  const reach = first.beside === null || lastPlan === null ? last - first.at + 1 : lastPlan - first.beside + 1;
  const items = cells.map((column) => itemsIn(document, column));
  let segments: readonly (readonly Segment[])[] | null = null;
  return {
    cells: cells.map((column) => column.flat()),
    items,
    segments: () => (segments ??= items.map(segmentsOf)),
    nameCells: rows.flatMap(({ row }) => row.cells.get('name') ?? []),
    beside: first.beside,
    reach: reach > 1 ? reach : null,
  };
}

function itemsIn(document: string, rows: readonly (readonly Span[])[]): readonly Item[] {
  const collector = new ParagraphCollector();
  rows.forEach((spans, i) => {
    for (const span of spans) collector.add(document, span, i > 0);
  });
  collector.close();
  return itemsOf(collector.paragraphs);
}

/** The words of a right row's items, by column: learned from the whole filing before any is weighed. */
export type LearnedRow = readonly (readonly (readonly number[])[])[];

export function learn({ items }: ResultRow, vocabulary: Vocabulary): LearnedRow {
  return items.map((column) => column.map((item) => vocabulary.learn(item.text)));
}

/** The row as the join sees it. */
export function forJoin(row: ResultRow, learned: LearnedRow, vocabulary: Vocabulary): RightRow {
  const columns = () =>
    row
      .segments()
      .map((items) => ({ items, vectors: items.map(({ text }) => vocabulary.vector(vocabulary.read(text))) }));
  return {
    fused: new FusedRow(columns),
    words: vocabulary.vector(learned.flat(2)),
    anchor: row.beside,
    reach: row.reach,
    looksContinued: looksContinued(row),
  };
}

/** Whether a row looks like the rest of another: a column is empty, or its numbers do not begin at 1. */
export function looksContinued({ items }: Pick<ResultRow, 'items'>): boolean {
  return items.some(([first]) => first === undefined || (first.marker?.value ?? 1) > 1);
}
