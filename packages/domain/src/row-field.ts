import { terms } from '@guankao/terms';

/** The ten columns of the form, in their printed order: the fields of a row. */
export const rowFields = [
  'name',
  'type',
  'period',
  'approvedTotal',
  'budgetedToDate',
  'executedToDate',
  'plannedWork',
  'execution',
  'goals',
  'explanation',
] as const;

export type RowField = (typeof rowFields)[number];

/** The titles of the columns, as printed (rules.md §1.2). */
export const columnTitles = Object.fromEntries(rowFields.map((field) => [field, terms[field]['zh-Hant']])) as Readonly<
  Record<RowField, string>
>;

/** Those that hold running text. */
export type TextColumn = Extract<RowField, 'plannedWork' | 'execution' | 'goals' | 'explanation'>;
export const textColumns: readonly TextColumn[] = ['plannedWork', 'execution', 'goals', 'explanation'];

/** Those that hold one amount. */
export type MoneyColumn = Extract<RowField, 'approvedTotal' | 'budgetedToDate' | 'executedToDate'>;
export const moneyColumns: readonly MoneyColumn[] = ['approvedTotal', 'budgetedToDate', 'executedToDate'];

export function isTextColumn(field: RowField): field is TextColumn {
  return (textColumns as readonly RowField[]).includes(field);
}

/** What is printed in place of a field that is not shown, by field: 依政府資訊公開法第18條第1項第6款不予公開. */
export type Withheld = Readonly<Partial<Record<RowField, string>>>;
