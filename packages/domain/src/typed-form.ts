import { terms } from '@guankao/terms';
import type { MoneyUnit } from './money-unit.ts';
import type { RowField, TextColumn, Withheld } from './row-field.ts';
import type { Span } from './span.ts';

/** The form's full name, as printed (rules.md §1.1). */
export const formName = terms.form['zh-Hant'];

/** A form that was typed into fields, and not read from a file: what the record holds of a ministry's year. */
export interface TypedForm {
  /** Name of the ministry. */
  readonly agency: string;
  /** Gregorian. */
  readonly fiscalYear: number;
  /** Of the printed money columns; the rows hold whole TWD all the same. */
  readonly printedUnit: MoneyUnit;
  /** 1: as first reported; null while it has not gone out. In the file, so that no two editions have the same bytes. */
  readonly edition: number | null;
  /** In the order of the form. */
  readonly rows: readonly TypedRow[];
}

/** One row's fields, each exactly as it was typed: a name may be empty, or read like a heading or a total. */
export interface TypedRow extends Readonly<Record<'name' | 'type' | 'period' | TextColumn, string>> {
  /** The row's own id, unique in the form. */
  readonly id: string;
  /** Printed before the name: (1) of a sub-plan. */
  readonly marker: string | null;
  /** Id of the parent's row. */
  readonly parent: string | null;
  /** Whole TWD; null where nothing is printed. */
  readonly approvedTotal: number | null;
  readonly budgetedToDate: number | null;
  readonly executedToDate: number | null;
  /** Nothing is recorded of the form's own year: both sums to date are those of earlier years. */
  readonly yearMoneyMissing?: true;
  /** Fields that are empty here because they are not shown, with what is printed in their place. */
  readonly withheld?: Withheld;
}

/** Where a typed form stands in the text of its document. */
export interface TypedPlaces {
  readonly form: TypedForm;
  readonly heads: Readonly<Record<'agency' | 'form' | 'fiscalYear' | 'moneyUnit', Span>>;
  /** As `form.rows`. */
  readonly rows: readonly Readonly<Record<RowField, FieldPlace>>[];
}

export interface FieldPlace {
  /** The column's title before it. */
  readonly title: Span;
  /** Empty where nothing is typed. */
  readonly value: Span;
}

/** TWD in the unit of the printed money columns, rounded half away from zero. */
export function inPrintedUnit(twd: number, unit: MoneyUnit): number {
  if (unit === 'TWD') return twd;
  const thousands = Math.floor((Math.abs(twd) + 500) / 1000);
  return twd < 0 && thousands > 0 ? -thousands : thousands;
}

/** 1234567 → 1,234,567; empty where nothing is printed. */
export function printedAmount(value: number | null): string {
  return value === null ? '' : value.toLocaleString('en-US');
}
