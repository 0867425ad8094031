import type { Sourced } from './sourced.ts';
import type { Message, Notice } from './document.ts';
import type { MoneyUnit } from './money-unit.ts';
import { isTextColumn, rowFields, type RowField, type Withheld } from './row-field.ts';
import { overlaps, type Span } from './span.ts';

/** A filing as read: one document's form, its plan rows, and what fitted nowhere. */
export interface Filing {
  /** The form's full name as its running heads print it; null where it prints none. */
  readonly form: Sourced<string> | null;
  readonly agency: Sourced<string> | null;
  /** Gregorian: ROC 113 is 2024. */
  readonly fiscalYear: Sourced<number> | null;
  readonly moneyUnit: Sourced<MoneyUnit> | null;
  /** The layout that read it: `execution-and-goals`, `expenditure-budget`. */
  readonly layout: string | null;
  readonly plans: readonly PlanRow[];
  readonly furniture: readonly Span[];
  readonly unread: readonly Span[];
  /** What was left unread or may be read wrong, and why: shown beside the reader's own remarks about the file. */
  readonly notices?: readonly Notice[];
}

export type PlanType = '社會發展' | '科技發展' | '公共建設';

/**
 * One row of the form: a share of a plan in a year, not a plan.
 * Its identity is provisional, the filing and its place in it, until a person assigns one.
 */
export interface PlanRow {
  /** Unique within the filing, in document order: `r01`. */
  readonly id: string;
  readonly name: Sourced<string>;
  /** `(1)` on a sub-plan's row. */
  readonly marker: string | null;
  /** Id of the parent's row. */
  readonly parent: string | null;
  readonly type: Sourced<PlanType> | null;
  readonly period: Sourced<Period> | null;
  /** 計畫核定總經費: the whole approved plan, often wider than this agency. As printed, in `Filing.moneyUnit`. */
  readonly approvedTotal: Sourced<number> | null;
  /** 截至本年度已編列預算數: this share, to date. */
  readonly budgetedToDate: Sourced<number> | null;
  /** 截至本年底止累計執行數: this share, to date, without 保留數. */
  readonly executedToDate: Sourced<number> | null;
  readonly plannedWork: readonly Passage[];
  readonly execution: readonly Passage[];
  readonly goals: readonly Passage[];
  readonly explanation: readonly Passage[];
  readonly join: Join;
  /** Everything of the document that belongs to this row. */
  readonly spans: readonly Span[];
  readonly executingAgency: Sourced<string> | null;
  readonly code: Sourced<string> | null;
  /** Other printed money columns (本年度, 上年度, 前年度 …), for layouts that have them. */
  readonly amounts: readonly Amount[];
  /** Printed percentages (執行率), for layouts that have a column of them. */
  readonly rates?: readonly Rate[];
  /** Not all of its texts are looked at (see bounds.ts): what it lacks, or says only once, cannot be told. */
  readonly inPart?: true;
  /** Of a typed row: its fields exactly as they were typed and as the form prints them, each with its place. */
  readonly cells?: Readonly<Record<RowField, TypedCell>>;
  /** Of a typed row: nothing is recorded of the form's own year, and both sums to date are those of earlier years. */
  readonly yearMoneyMissing?: true;
  /** Of a typed row: fields that are not shown, with what is printed in their place. The row is looked at in part. */
  readonly withheld?: Withheld;
}

export interface TypedCell {
  /** A name with its marker, an amount as 1,234,567. */
  readonly text: string;
  /** With the column's title before it, so that an empty field has a place too. */
  readonly span: Span;
}

/** Months, Gregorian, `2024-01`; null where the print is broken, the text kept beside. */
export interface Period {
  readonly start: string | null;
  readonly end: string | null;
}

/** In percent numbers: 95.00 is 95. */
export interface Rate {
  readonly column: string;
  readonly value: number | null;
  readonly span: Span;
}

export interface Amount {
  readonly column: string;
  readonly value: number | null;
  readonly span: Span;
}

/** How sure it is that the right-hand texts belong to this row. */
export interface Join {
  /** 0 to 1. */
  readonly confidence: number;
  readonly reason: string;
  /** The reason in both languages. */
  readonly message?: Message;
}

/**
 * One item of a text cell, cleaned: mark-up, the blanks of line wraps and the leading item number removed.
 * `offsets[i]` is where `text[i]` stands in `Document.text`, so that every match in the cleaned text
 * leads back to the printed characters.
 */
export interface Passage {
  readonly text: string;
  /** The item number as printed: `1.` `(1)` `三、`. */
  readonly marker: string | null;
  readonly spans: readonly Span[];
  readonly offsets: readonly number[];
}

/** The printed place of `passage.text.slice(start, end)`. */
export function spanIn(passage: Passage, start: number, end: number): Span {
  const from = passage.offsets[start];
  const last = passage.offsets[end - 1];
  if (from === undefined || last === undefined || end <= start) {
    throw new RangeError(`no characters ${start}–${end} in a passage of ${passage.text.length}`);
  }
  const page = passage.spans[0]?.page;
  return page === undefined ? { start: from, end: last + 1 } : { start: from, end: last + 1, page };
}

/** The field of the row in which a stretch of the document stands; null where it stands in none. */
export function fieldAt(row: PlanRow, at: Span): RowField | null {
  return rowFields.find((field) => spansOfField(row, field).some((span) => overlaps(span, at))) ?? null;
}

function spansOfField(row: PlanRow, field: RowField): readonly Span[] {
  if (row.cells !== undefined) return [row.cells[field].span];
  return isTextColumn(field) ? row[field].flatMap(({ spans }) => spans) : (row[field]?.spans ?? []);
}
