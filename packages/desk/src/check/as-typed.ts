import { textColumns, type TextColumn, type TypedForm, type TypedRow } from '@guankao/domain';
import type { PlanReading, Reading, TextReading } from '@guankao/reading';

/** Texts that a person put in the place of those that were read, by the row's id and the column. */
export type Corrections = ReadonlyMap<string, Readonly<Partial<Record<TextColumn, string>>>>;

/** What was read, as a form that is typed, so that corrected texts are checked and printed like any others. */
export function asTyped({ filing, plans }: Reading, corrections: Corrections): TypedForm {
  return {
    agency: filing.agency ?? '',
    fiscalYear: filing.fiscalYear ?? 0,
    printedUnit: filing.moneyUnit ?? 'TWD',
    edition: null,
    rows: plans.map((plan) => rowOf(plan, corrections.get(plan.id) ?? {})),
  };
}

function rowOf(plan: PlanReading, corrected: Readonly<Partial<Record<TextColumn, string>>>): TypedRow {
  const texts = Object.fromEntries(textColumns.map((column) => [column, corrected[column] ?? textIn(plan, column)]));
  return {
    id: plan.id,
    name: plan.name,
    type: plan.type ?? '',
    period: plan.period?.text ?? '',
    marker: plan.marker,
    parent: plan.parent,
    approvedTotal: plan.approvedTotal,
    budgetedToDate: plan.budgetedToDate,
    executedToDate: plan.executedToDate,
    ...(texts as Record<TextColumn, string>),
  };
}

/** A column's items, each on its line with its number as printed. */
export function textIn(plan: PlanReading, column: TextColumn): string {
  return plan.cells?.[column] ?? plan[column].map(itemOf).join('\n');
}

function itemOf({ marker, text }: TextReading): string {
  return marker === null || text.startsWith(marker) ? text : `${marker}${text}`;
}
